// A pack as it lies in a folder, with what goes wrong there: one bad thing takes no other with it.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Io } from '../../../src/cli/io';
import { isLibrary } from '../../../src/cli/library';
import { readPackFolder } from '../../../src/cli/packFolder';

let root = '';
let io: Io;
const write = (path: string, text: string | Buffer) => {
	mkdirSync(join(root, path, '..'), { recursive: true });
	writeFileSync(join(root, path), text);
};
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'policy-pack-'));
	io = { cwd: root, dist: root, out: () => undefined, err: () => undefined };
	write('pack/pack.yaml', 'id: mine\ntitle: 我的\n');
	write('pack/terms/a.yaml', '- { id: a, term: 青稞 }\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A socket in the file system. */
const listening = (path: string): Promise<Server> =>
	new Promise(done => {
		const server = createServer().listen(path, () => done(server));
	});

const terms = async () => (await readPackFolder(io, 'pack')).data.terms.map(one => one.term);
const problems = async () =>
	(await readPackFolder(io, 'pack')).problems.map(({ file, code, data }) => [file, code, data['reason']]);

describe.skipIf(process.platform === 'win32')('links', () => {
	test('that go round in a circle are told of, and the rest is read', async () => {
		symlinkSync('loop.yaml', join(root, 'pack/terms/loop.yaml'));
		symlinkSync('nowhere.yaml', join(root, 'pack/terms/gone.yaml'));
		symlinkSync('formulations', join(root, 'pack/formulations'));
		symlinkSync('..', join(root, 'pack/terms/up'));
		expect(await terms()).toEqual(['青稞']);
		expect(await problems()).toEqual([
			['terms/gone.yaml', 'file.unreadable', 'failed'],
			['terms/loop.yaml', 'file.unreadable', 'failed'],
		]);
	});

	test('to a file and to a folder of a pack are what they lead to', async () => {
		write('elsewhere/b.yaml', '- { id: b, term: 牦牛 }\n');
		write('elsewhere/c.yaml', '- { id: c, type: book, title: 志 }\n');
		symlinkSync('../../elsewhere/b.yaml', join(root, 'pack/terms/b.yaml'));
		mkdirSync(join(root, 'books'));
		symlinkSync('../elsewhere/c.yaml', join(root, 'books/c.yaml'));
		symlinkSync('../books', join(root, 'pack/sources'));
		expect(await terms()).toEqual(['青稞', '牦牛']);
		expect((await readPackFolder(io, 'pack')).data.sources.map(one => one.id)).toEqual(['c']);
		expect(await problems()).toEqual([]);
	});

	test('what is neither file nor folder (a socket, a pipe) is not read: nobody waits for what it may say', async () => {
		const servers = await Promise.all(
			['pack/terms/a-socket.yaml', 'socket.bib'].map(name => listening(join(root, name))),
		);
		try {
			expect(await terms()).toEqual(['青稞']);
			expect(await problems()).toEqual([]);
			expect(await isLibrary(io, 'socket.bib')).toBe(false);
		} finally {
			for (const server of servers) server.close();
		}
	});
});

test('a folder that is called like a file, a file that is called like a folder', async () => {
	mkdirSync(join(root, 'pack/terms/folder.yaml'));
	write('pack/documents', 'x');
	mkdirSync(join(root, 'folder.bib'));
	expect(await terms()).toEqual(['青稞']);
	expect(await isLibrary(io, 'folder.bib')).toBe(false);
	expect(await isLibrary(io, 'absent.bib')).toBe(true);
});

test('no folder is one clear line', async () => {
	await expect(readPackFolder(io, 'absent')).rejects.toThrow(/cannot read folder: absent/);
	await expect(readPackFolder(io, 'pack/pack.yaml')).rejects.toThrow(/cannot read folder/);
});
