// Requests go to the address that is set, and nowhere else; what comes back or does not is told apart.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { sendTo, serverAddress } from '../../../../src/app/library/fetchEngine';
import type { Send } from '../../../../src/core/search/library/transport';

describe('an address', () => {
	test.each([
		['https://library.example.org', 'https://library.example.org'],
		['https://library.example.org:9200/engine/', 'https://library.example.org:9200/engine'],
		['http://127.0.0.1:9200', 'http://127.0.0.1:9200'],
		['http://localhost:9200/', 'http://localhost:9200'],
		['http://[::1]:9200', 'http://[::1]:9200'],
	])('%s', (text, address) => {
		expect(serverAddress(text)).toBe(address);
	});

	test.each([
		'',
		'library.example.org',
		'http://library.example.org',
		'http://127.0.0.1.example.org',
		'https://me:secret@library.example.org',
		'https://library.example.org/?a=b',
		'file:///etc',
		'javascript:1',
	])('none: %s', text => {
		expect(serverAddress(text)).toBeUndefined();
	});
});

describe('a request', () => {
	const servers: Server[] = [];
	afterEach(() => {
		for (const server of servers.splice(0)) {
			server.closeAllConnections();
			server.close();
		}
	});
	const serve = async (answer: Parameters<typeof createServer>[1]) => {
		const server = createServer(answer as never);
		servers.push(server);
		await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
		return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	};
	const get = (send: Send, patience = 5000) => send({ method: 'GET', path: '/x', patience });

	test('says who asks, in any script, and sends lines as lines', async () => {
		const seen: string[] = [];
		const address = await serve((request, response) => {
			void request.setEncoding('utf8').on('data', text => seen.push(String(text)));
			request.on('end', () => {
				seen.push(
					`${request.method} ${request.url} ${request.headers.authorization} ${request.headers['content-type']}`,
				);
				response.end('{"a":1}');
			});
		});
		const send = sendTo(address, { user: '王', password: '密' });
		expect(await send({ method: 'POST', path: '/x', lines: [{ a: 1 }, {}], patience: 5000 })).toEqual({
			status: 200,
			body: { a: 1 },
		});
		expect(seen).toEqual([
			'{"a":1}\n{}\n',
			`POST /x Basic ${Buffer.from('王:密').toString('base64')} application/x-ndjson`,
		]);
		await get(sendTo(address, { kind: 'ApiKey', token: 'abc' }));
		expect(seen.at(-1)).toContain('ApiKey abc');
	});

	test('that leads on to another address is not followed', async () => {
		let followed = false;
		const other = await serve((_, response) => {
			followed = true;
			response.end('{}');
		});
		const address = await serve((_, response) => response.writeHead(302, { location: other }).end());
		await expect(get(sendTo(address))).rejects.toMatchObject({ fault: 'unreachable' });
		expect(followed).toBe(false);
	});

	test('without an answer in time, cancelled, or to nobody', async () => {
		const address = await serve(() => undefined);
		await expect(get(sendTo(address), 50)).rejects.toMatchObject({ fault: 'slow' });
		const signal = { aborted: false };
		const cancelled = sendTo(address)({ method: 'GET', path: '/', patience: 60_000 }, signal);
		signal.aborted = true;
		await expect(cancelled).rejects.toMatchObject({ fault: 'slow', reason: 'cancelled' });
		await expect(get(sendTo('http://127.0.0.1:1'))).rejects.toMatchObject({ fault: 'unreachable' });
	});

	test('to something that is no engine', async () => {
		const address = await serve((_, response) => response.end('<html>'));
		await expect(get(sendTo(address))).rejects.toMatchObject({ fault: 'foreign' });
	});
});
