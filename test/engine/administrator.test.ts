// What whoever runs the server, and whoever pushes to it, meets on a real node: a document that it does not take, a full disk, a closed
// index, a push that is killed, a server that is another. What a person reads names what to do.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { sendTo } from '../../src/app/library/fetchEngine';
import { run } from '../../src/cli/run';
import type { IndexedDocument } from '../../src/core/search/index/engine';
import { GroupLibrary } from '../../src/core/search/library/groupLibrary';
import { fetchWithAuthority } from '../../src/workers/tls/authority';
import { pushTo } from '../contract/cases/groupLibrary';
import { authorityPem, otherAuthorityPem } from '../support/authority';
import { guardedEngine } from '../support/guardedEngine';
import { freshFolder, removeFolders } from '../support/hosts';

const dist = join(import.meta.dirname, '../../dist');
let cwd = '';
beforeAll(() => {
	cwd = freshFolder();
});
afterAll(removeFolders);

/** A pack with so many documents, each of so many paragraphs. */
function pack(name: string, count: number, paragraphs: number): void {
	mkdirSync(join(cwd, name, 'documents'), { recursive: true });
	writeFileSync(join(cwd, name, 'pack.yaml'), `id: ${name}\ntitle: 我的\n`);
	for (let nth = 0; nth < count; nth++) {
		const texts = Array.from(
			{ length: paragraphs },
			(_, at) => `第${nth}篇第${at}段：青稞是高原的主要粮食，要把饭碗端在自己手里。`,
		);
		const head = `id: ${name}-${nth}\ntype: report\ntitle: 第${nth}篇\nissued: 2024-02-01`;
		writeFileSync(join(cwd, name, 'documents', `${nth}.md`), `---\n${head}\n---\n\n${texts.join('\n\n')}\n`);
	}
}

async function command(...words: string[]): Promise<{ code: number; out: string; err: string }> {
	const [out, err]: [string[], string[]] = [[], []];
	const io = { cwd, dist, out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
	const code = await run(words, io);
	return { code, out: out.join('\n'), err: err.join('\n') };
}

const library = (...words: string[]) => command('library', ...words);
const push = (name: string, ...more: string[]) =>
	library('push', name, '--server', inject('engine'), '--index', name, ...more);
const opened = (index: string) => new GroupLibrary({ send: sendTo(inject('engine')), index, searchPatience: 10_000 });
const ask = (method: 'PUT' | 'POST', path: string, body?: object) =>
	sendTo(inject('engine'))({ method, path, ...(body && { body }), patience: 20_000 });

test('a document that the node does not take is told with why; the others are pushed, and nothing of it is there', async () => {
	const made = (nth: number): IndexedDocument => {
		// The id of a record may have 512 bytes, a word 32,766: the first spoils the request, the second its records.
		const name = nth === 7 ? 'x'.repeat(600) : `d${nth}`;
		const date = nth === 11 ? '2024'.padEnd(40_000, '0') : '2024';
		return { name, version: '', source: name, title: name, date, paragraphs: [`第${nth}段`, `又第${nth}段`] };
	};
	const offers = Array.from({ length: 30 }, (_, nth) => made(nth));
	const answer = await pushTo(inject('engine'), offers, { index: 'refused' });
	expect(answer.put).toHaveLength(28);
	const reasons = new Map(answer.refused.map(({ file, reason }) => [file, reason]));
	expect([...reasons.keys()].sort()).toEqual(['d11.md', `${'x'.repeat(600)}.md`]);
	expect(reasons.get('d11.md')).toContain('immense term');
	expect(reasons.get(`${'x'.repeat(600)}.md`)).toContain('is too long');
	expect(await opened('refused').status()).toMatchObject({ documents: 28, passages: 56 });
});

test.each([
	['full', 'read_only_allow_delete', 'makes room, then push again'],
	['closed', 'read_only', 'opens it again'],
])('a %s index is read, and told so to who pushes; then the push goes on', async (name, block, said) => {
	pack(name, 3, 2);
	await push(name);
	pack(name, 5, 2);
	expect((await ask('PUT', `/${name}/_settings`, { index: { blocks: { [block]: true } } })).status).toBe(200);
	const { code, err } = await push(name);
	expect(code).toBe(2);
	expect(err).toContain(said);
	expect(err).not.toContain('new version');
	expect(await opened(name).search({ text: '青稞' })).toHaveLength(6);
	await ask('PUT', `/${name}/_settings`, { index: { blocks: { [block]: null } } });
	expect((await push(name)).out).toContain('2 new, 0 replaced, 3 there already');
});

test('a new index that no machine has room for is told so', async () => {
	pack('roomless', 1, 1);
	const blocks = (isBlocked: boolean | null) =>
		ask('PUT', '/_cluster/settings', { persistent: { cluster: { blocks: { create_index: isBlocked } } } });
	expect((await blocks(true)).status).toBe(200);
	try {
		expect(await push('roomless')).toMatchObject({ code: 2, err: expect.stringContaining('makes room') as string });
	} finally {
		await blocks(null);
	}
	expect((await push('roomless')).code).toBe(0);
});

test.each(['SIGKILL', 'SIGINT'] as const)(
	'a push that is ended by %s goes on the next time, and nothing is lost or twice',
	async signal => {
		const [name, count, each] = [signal.toLowerCase(), 40, 200];
		pack(name, count, each);
		const words = [join(dist, 'cli.mjs'), 'library', 'push', name, '--server', inject('engine'), '--index', name];
		const child = spawn(process.execPath, words, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
		let said = '';
		child.stderr.setEncoding('utf8').on('data', text => {
			said += String(text);
			// Once: a second Ctrl-C would not wait for what is under way.
			if (!child.killed && /^[1-9]\d* \/ /m.test(said)) child.kill(signal);
		});
		const ended = await new Promise(resolve => child.once('exit', (code, by) => resolve(by ?? code)));
		expect(ended).toBe(signal === 'SIGKILL' ? 'SIGKILL' : 1);
		await ask('POST', `/${name}/_refresh`);
		const before = await opened(name).status();
		expect(before.passages).toBeGreaterThan(0);
		expect(before.passages).toBeLessThan(count * each);
		const again = await push(name);
		expect(again.code).toBe(0);
		// Who stops it has what was whole kept; who is killed has it written once more.
		if (signal === 'SIGINT') expect(again.out).not.toContain('40 new');
		expect(await opened(name).status()).toMatchObject({ documents: count, passages: count * each });
		expect((await push(name)).out).toContain('40 there already');
	},
	120_000,
);

test('what is no such server is told so, with what to look at', async () => {
	pack('foreign', 1, 1);
	const server = createServer((request, response) => {
		response.writeHead(request.url?.startsWith('/gone') ? 404 : 200, { 'content-type': 'text/html' });
		response.end('<html>路由器</html>');
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	for (const place of [address, `${address}/gone`]) {
		const { code, err } = await library('push', 'foreign', '--server', place, '--index', 'foreign');
		expect(code).toBe(2);
		expect(err).toContain('look at the address');
	}
	server.closeAllConnections();
	await new Promise(resolve => server.close(resolve));
});

test('behind TLS and users each refusal says what to do, and a reader reads', async () => {
	pack('guarded', 2, 2);
	writeFileSync(join(cwd, 'ca.pem'), authorityPem);
	writeFileSync(join(cwd, 'other.pem'), otherAuthorityPem);
	const guard = await guardedEngine(inject('engine'), { 'reader:读': false, 'writer:写': true });
	const as = async (user: string, password: string, ...words: string[]) => {
		process.env.POLICY_WRITING_PASSWORD = password;
		try {
			return await command(...words, '--server', guard.address, '--user', user);
		} finally {
			delete process.env.POLICY_WRITING_PASSWORD;
		}
	};
	const pushing = ['library', 'push', 'guarded', '--index', 'guarded'];
	const trusted = ['--ca', 'ca.pem'];
	try {
		const refused: readonly [string, string, readonly string[], string][] = [
			['writer', '写', [], 'name the file of that authority with --ca'],
			['writer', '写', ['--ca', 'other.pem'], 'whether the one that is named is the right one'],
			['writer', '错', trusted, 'look at --user and POLICY_WRITING_PASSWORD'],
			['nobody', '写', trusted, 'look at --user and POLICY_WRITING_PASSWORD'],
			['reader', '读', trusted, 'whoever runs the server gives the right'],
		];
		for (const [user, password, more, said] of refused) {
			const { code, err } = await as(user, password, ...pushing, ...more);
			expect([user, password, code]).toEqual([user, password, 2]);
			expect(err).toContain(said);
		}
		expect((await as('writer', '写', ...pushing, ...trusted)).out).toContain('2 new');
		// A reader may look what a push would do, and is told when it is wanted.
		expect(await as('reader', '读', ...pushing, ...trusted, '--dry-run')).toMatchObject({ code: 0 });
		const removing = ['library', 'remove', 'guarded-0', '--index', 'guarded'];
		expect((await as('reader', '读', ...removing, ...trusted)).err).toContain('gives the right');
		const search = ['search', '青稞', '--in', 'documents', '--library', 'guarded', ...trusted];
		expect((await as('reader', '读', ...search)).out).toContain('guarded-1-p1');
		expect((await as('reader', '错', ...search)).err).toContain('look at --user');
		expect(await opened('guarded').status()).toMatchObject({ documents: 2, passages: 4 });
	} finally {
		await guard.close();
	}
});

test('behind TLS a token stands for the name and password', async () => {
	pack('tokens', 1, 2);
	writeFileSync(join(cwd, 'ca.pem'), authorityPem);
	const guard = await guardedEngine(inject('engine'), {
		'ApiKey writes': true,
		'ApiKey reads': false,
		'Bearer reads': false,
	});
	const as = async (token: string, ...words: string[]) => {
		process.env.POLICY_WRITING_API_KEY = token;
		try {
			return await command(...words, '--server', guard.address, '--ca', 'ca.pem');
		} finally {
			delete process.env.POLICY_WRITING_API_KEY;
		}
	};
	const pushing = ['library', 'push', 'tokens', '--index', 'tokens'];
	const search = ['search', '青稞', '--in', 'documents', '--library', 'tokens'];
	try {
		expect(await as('reads', ...pushing)).toMatchObject({
			code: 2,
			err: expect.stringContaining('gives the right') as string,
		});
		expect((await as('writes', ...pushing)).out).toContain('1 new');
		expect((await as('reads', ...search)).out).toContain('tokens-0-p1');
		expect((await as('wrong', ...pushing)).err).toContain('POLICY_WRITING_API_KEY');
		const unknown = await as('wrong', ...search);
		expect(unknown.out).not.toContain('tokens-0');
		expect(unknown.err).toContain('the group’s part is missing');
		// The editor has another kind, too; of the same words it is another token.
		const fetch = await fetchWithAuthority(join(cwd, 'ca.pem'));
		const asked = (kind: string, token: string) =>
			new GroupLibrary({
				send: sendTo(guard.address, { kind, token }, fetch),
				index: 'tokens',
				searchPatience: 10_000,
			}).search({ text: '青稞' });
		expect(await asked('Bearer', 'reads')).toHaveLength(2);
		await expect(asked('Bearer', 'writes')).rejects.toMatchObject({ fault: 'denied' });
	} finally {
		await guard.close();
	}
});
