// A server whose certificate is from an authority of a group's own: accepted with the file of that authority, refused without, and told apart.
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../../../src/app/library/connection';
import { sendTo, type Fetch } from '../../../../src/app/library/fetchEngine';
import { fetchWithAuthority } from '../../../../src/workers/tls/authority';
import { authorityPem, otherAuthorityPem, serverIdentity } from '../../../support/authority';
import { freshFolder, removeFolders } from '../../../support/hosts';

let server: Server;
let port = 0;
let folder = '';
const seen: string[] = [];
beforeAll(async () => {
	folder = freshFolder();
	writeFileSync(join(folder, 'ca.pem'), `注释也可以有\n${otherAuthorityPem}\n${authorityPem}`);
	writeFileSync(join(folder, 'ca.cer'), new X509Certificate(authorityPem).raw);
	writeFileSync(join(folder, 'other.pem'), otherAuthorityPem);
	writeFileSync(join(folder, 'broken.pem'), authorityPem.replace('MII', 'MIX'));
	writeFileSync(join(folder, 'none.pem'), '没有证书');
	server = createServer(serverIdentity, (request, response) => {
		let body = '';
		request.setEncoding('utf8').on('data', text => (body += String(text)));
		request.on('end', () => {
			seen.push(`${request.method} ${request.url} ${request.headers.authorization} ${body}`);
			if (request.url === '/gone') return response.writeHead(302, { location: '/else' }).end();
			if (request.url === '/never') return;
			if (request.url === '/wrong') return response.writeHead(404).end('{"a":"无"}');
			response.end('{"a":"有"}');
		});
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
	port = (server.address() as AddressInfo).port;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
	removeFolders();
});

const given = (name: string) => fetchWithAuthority(join(folder, name));
async function asked(fetch: Fetch | undefined, path = '/x', host = '127.0.0.1', patience = 5000) {
	const send = sendTo(`https://${host}:${port}`, { kind: 'ApiKey', token: 'abc' }, fetch);
	return send({ method: 'POST', path, body: { 问: 1 }, patience });
}

test.each(['ca.pem', 'ca.cer'])('with %s it is asked', async name => {
	expect(await asked(await given(name))).toEqual({ status: 200, body: { a: '有' } });
	expect(seen.at(-1)).toBe('POST /x ApiKey abc {"问":1}');
	expect(await asked(await given(name), '/wrong')).toEqual({ status: 404, body: { a: '无' } });
});

test('without, or with that of another, nothing is sent, and that is what is said', async () => {
	const before = seen.length;
	await expect(asked(undefined)).rejects.toMatchObject({ fault: 'authority' });
	await expect(asked(await given('other.pem'))).rejects.toMatchObject({ fault: 'authority' });
	await expect(asked(await given('ca.pem'), '/x', 'localhost')).rejects.toMatchObject({ fault: 'certificate' });
	expect(seen).toHaveLength(before);
});

test('what is no file of certificates is none', async () => {
	for (const name of ['none.pem', 'broken.pem', 'absent.pem', '.']) expect(await given(name)).toBeUndefined();
});

test('nothing is followed elsewhere, nor waited for too long, nor sent on when cancelled', async () => {
	const fetch = await given('ca.pem');
	await expect(asked(fetch, '/gone')).rejects.toMatchObject({ fault: 'unreachable' });
	expect(seen.at(-1)).toContain('/gone');
	await expect(asked(fetch, '/never', '127.0.0.1', 50)).rejects.toMatchObject({ fault: 'slow' });
});

test('a connection takes it for https, and not where there is no certificate', async () => {
	const clock = { now: () => 0, wait: () => Promise.resolve() };
	const used: string[] = [];
	const fetch: Fetch = url => {
		used.push(url);
		return Promise.reject(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }));
	};
	for (const address of ['https://127.0.0.1:1', 'http://127.0.0.1:1']) {
		const connection = connect({ server: address, index: 'a', clock, fetch });
		if (typeof connection === 'string') throw new Error(connection);
		expect(await connection.with(undefined).groupStatus()).toBeUndefined();
		expect(connection.availability.away?.fault).toBe('unreachable');
	}
	expect(used).toEqual(['https://127.0.0.1:1/a/_mapping']);
});
