// Memory, and the machine's disk, answer alike: what use cases are tested with is what they run on.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FileError, type Files, type Place } from '../../src/app/ports';
import { nodeFiles } from '../../src/cli/nodeFiles';
import { memoryFiles } from '../support/memoryFiles';

const disk = mkdtempSync(join(tmpdir(), 'policy-writing-files-'));
afterAll(() => rmSync(disk, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (read: Uint8Array) => new TextDecoder().decode(read);
const faultOf = (work: Promise<unknown>) =>
	work.then(
		() => undefined,
		(error: unknown) => (error instanceof FileError ? error.fault : String(error)),
	);

const memory = memoryFiles({ '/root/.keep': '' });
const onDisk = (place: Place, target: Place) => {
	mkdirSync(dirname(place), { recursive: true });
	symlinkSync(target, place);
};
const systems: readonly (readonly [string, Files, Place, (place: Place, target: Place) => void])[] = [
	['in memory', memory, '/root', memory.link],
	['on the disk', nodeFiles, disk, onDisk],
];

describe.each(systems)('files %s', (_, files, root, link) => {
	test('what was written is there, with its folders', async () => {
		const place = files.join(root, 'packs/甲/terms/a.yaml');
		await files.write(place, bytes('内容'), false);
		expect(text(await files.read(place))).toBe('内容');
		expect(text(await files.readStart(place, 3))).toBe('内');
		expect(text(await files.readStart(place, 300))).toBe('内容');
		expect(await files.stat(place)).toMatchObject({ kind: 'file', size: 6 });
		expect(await files.stat(files.join(root, 'packs/甲'))).toMatchObject({ kind: 'folder' });
		expect(files.nameOf(place)).toBe('a.yaml');
	});

	test('a file that is there stays, unless it is to be replaced', async () => {
		const place = files.join(root, 'b.md');
		await files.write(place, bytes('一'), false);
		expect(await faultOf(files.write(place, bytes('二'), false))).toBe('exists');
		expect(text(await files.read(place))).toBe('一');
		await files.write(place, bytes('二'), true);
		expect(text(await files.read(place))).toBe('二');
	});

	test('moving asks as writing does', async () => {
		const [from, to] = [files.join(root, 'm/from'), files.join(root, 'm/below/to')];
		await files.write(from, bytes('一'), false);
		await files.write(to, bytes('二'), false);
		expect(await faultOf(files.move(from, to, false))).toBe('exists');
		expect(text(await files.read(from))).toBe('一');
		await files.move(from, to, true);
		expect(text(await files.read(to))).toBe('一');
		expect(await files.stat(from)).toBeUndefined();
	});

	test('a folder tells what is directly in it, by name', async () => {
		for (const name of ['list/b', 'list/a', 'list/c/d']) await files.write(files.join(root, name), bytes(''), false);
		expect(await files.list(files.join(root, 'list'))).toEqual([
			{ name: 'a', kind: 'file', link: false },
			{ name: 'b', kind: 'file', link: false },
			{ name: 'c', kind: 'folder', link: false },
		]);
		await files.remove(files.join(root, 'list'));
		await files.remove(files.join(root, 'list'));
		expect(await files.stat(files.join(root, 'list/c/d'))).toBeUndefined();
	});

	test('what is not there, is no file or no folder, is told by its fault', async () => {
		const folder = files.join(root, 'f');
		await files.makeFolder(folder);
		await files.makeFolder(folder);
		expect(await faultOf(files.read(files.join(root, 'none')))).toBe('missing');
		expect(await faultOf(files.list(files.join(root, 'none')))).toBe('missing');
		expect(await faultOf(files.read(folder))).toBe('folder');
		await files.write(files.join(folder, 'x'), bytes(''), false);
		expect(await faultOf(files.list(files.join(folder, 'x')))).toBe('folder');
		expect(await files.stat(files.join(folder, 'x/below'))).toBeUndefined();
		expect(await files.stat(files.join(root, 'none/below'))).toBeUndefined();
	});

	test('a name that a person writes may lead anywhere, and one that can be no place nowhere', () => {
		const folder = files.join(root, 'drafts/甲');
		expect(files.resolve(folder, '../refs.bib')).toBe(files.join(root, 'drafts/refs.bib'));
		expect(files.resolve(folder, 'a\\refs.bib')).toBe(files.join(folder, 'a/refs.bib'));
		expect(files.resolve(folder, files.join(root, 'x.bib'))).toBe(files.join(root, 'x.bib'));
		expect(files.resolve(folder, '~/x.bib')).toBe(files.resolve(undefined, '~/x.bib'));
		expect(files.resolve(folder, '%USERPROFILE%\\x.bib')).toBe(files.resolve(undefined, '~/x.bib'));
		expect(files.resolve(undefined, 'x.bib')).toBeUndefined();
		expect(files.resolve(folder, 'x\0.bib')).toBeUndefined();
	});

	test.skipIf(process.platform === 'win32')(
		'a link is what it leads to; a circle and a dead end are neither',
		async () => {
			const folder = files.join(root, 'links');
			await files.write(files.join(folder, 'real/a.md'), bytes('甲'), false);
			link(files.join(folder, 'file.md'), 'real/a.md');
			link(files.join(folder, 'folder'), 'real');
			link(files.join(folder, 'gone.md'), 'nowhere.md');
			link(files.join(folder, 'loop.md'), 'loop.md');
			expect(await files.list(folder)).toEqual([
				{ name: 'file.md', kind: 'file', link: true },
				{ name: 'folder', kind: 'folder', link: true },
				{ name: 'gone.md', kind: 'other', link: true },
				{ name: 'loop.md', kind: 'other', link: true },
				{ name: 'real', kind: 'folder', link: false },
			]);
			const target = await files.real(files.join(folder, 'real/a.md'));
			expect(await files.real(files.join(folder, 'file.md'))).toBe(target);
			expect(await files.real(files.join(folder, 'folder/a.md'))).toBe(target);
			expect(await files.real(files.join(folder, 'gone.md'))).toBeUndefined();
			expect(await files.real(files.join(folder, 'loop.md'))).toBeUndefined();
			expect(text(await files.read(files.join(folder, 'folder/a.md')))).toBe('甲');
			expect(await files.stat(files.join(folder, 'gone.md'))).toBeUndefined();
		},
	);

	test.each(['../x', 'a/../../x', '..', '.'])('no name leads out of a folder: %s', name => {
		expect(() => files.join(root, name)).toThrow(FileError);
	});
});
