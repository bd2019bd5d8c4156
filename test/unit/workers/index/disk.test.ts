// The index on a real disk, documents in real folders: what is written is there, what is in the way does no harm.

import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SpillingStore } from '../../../../src/core/search/index/layeredStore';
import { LocalIndex } from '../../../../src/core/search/index/localIndex';
import type { Store } from '../../../../src/core/search/index/store';
import { openDisk, openIndex } from '../../../../src/workers/index/disk';
import { listDocuments } from '../../../../src/workers/index/folders';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'policy-writing-localIndex-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const markdown = (id: string, body: string) =>
	`---\nid: ${id}\ntype: article-newspaper\ntitle: 《${id}》\nissued: 2016-03-05\n---\n\n${body}\n`;

function pack(): string {
	const path = join(folder, 'pack');
	mkdirSync(join(path, 'documents', '深'), { recursive: true });
	writeFileSync(join(path, 'documents', 'a.md'), markdown('a', '加快形成新质生产力。\n\n第二段。'));
	writeFileSync(join(path, 'documents', '深', 'b.MD'), markdown('b', '发展未来产业。'));
	writeFileSync(join(path, 'documents', 'no.md'), '没有头的文件');
	writeFileSync(join(path, 'documents', 'no.txt'), markdown('c', '新质生产力'));
	mkdirSync(join(path, 'documents', '.reports'));
	writeFileSync(join(path, 'documents', '.reports', 'no.md'), markdown('d', '新质生产力'));
	return path;
}

const shelfIn = (index: string) =>
	new LocalIndex({ store: openDisk(index), list: listDocuments, pause: () => Promise.resolve() });

test('documents are read from packs; what is kept is there for the next one, and documents are not touched', async () => {
	const path = pack();
	const index = join(folder, 'index');
	const before = readdirSync(path, { recursive: true, encoding: 'utf8' }).map(name => [
		name,
		statSync(join(path, name)).mtimeMs,
	]);
	const first = shelfIn(index);
	expect(await first.sync([path, path, join(folder, 'nowhere')])).toMatchObject({
		put: 2,
		documents: 2,
		problems: [{ file: join(path, 'documents', 'no.md'), code: 'document.head' }],
	});
	expect(await first.search({ text: '新质生产力' })).toMatchObject([
		{
			document: join(path, 'documents', 'a.md'),
			source: 'a',
			title: '《a》',
			date: '2016-03-05',
			paragraph: 1,
			text: '加快形成新质生产力。',
		},
	]);
	await first.close();
	const second = shelfIn(index);
	expect(await second.status()).toMatchObject({ opened: 'kept', documents: 2, passages: 3 });
	expect(await second.sync([path])).toMatchObject({ put: 0, removed: 0 });
	writeFileSync(join(path, 'documents', '深', 'b.MD'), markdown('b', '发展未来产业，也发展新质生产力。'));
	expect(await second.sync([path])).toMatchObject({ put: 1 });
	expect(await second.mention('新质生产力')).toMatchObject({ documents: 2 });
	rmSync(join(path, 'documents', 'a.md'));
	expect(await second.sync([path])).toMatchObject({ removed: 1, documents: 1 });
	await second.close();
	expect(before.length).toBeGreaterThan(4);
	expect(readFileSync(join(path, 'documents', 'no.txt'), 'utf8')).toBe(markdown('c', '新质生产力'));
	expect(readdirSync(index).every(name => /^(?:manifest\.bin|\d+\.segment)$/.test(name))).toBe(true);
});

test('what a crash has left of a file that was being written is removed', async () => {
	const index = join(folder, 'index');
	const localIndex = shelfIn(index);
	await localIndex.change({ put: [{ name: 'x', version: '1', source: 'x', title: '', paragraphs: ['新质'] }] });
	await localIndex.close();
	writeFileSync(join(index, '5.segment.writing'), 'half');
	writeFileSync(join(index, 'manifest.bin.writing'), 'half');
	const again = shelfIn(index);
	expect(await again.status()).toMatchObject({ opened: 'kept', documents: 1 });
	await again.change({ put: [{ name: 'y', version: '1', source: 'y', title: '', paragraphs: ['新质'] }] });
	expect(readdirSync(index).filter(name => name.endsWith('.writing'))).toEqual([]);
	await again.close();
});

test('links are not followed', async () => {
	const path = join(folder, 'pack');
	mkdirSync(join(path, 'documents'), { recursive: true });
	writeFileSync(join(folder, 'secret.md'), markdown('s', '新质'));
	// On Windows a link to a file needs rights that a person may not have, a junction none.
	if (process.platform !== 'win32') symlinkSync(join(folder, 'secret.md'), join(path, 'documents', 's.md'));
	symlinkSync(folder, join(path, 'documents', 'round'), 'junction');
	expect(await listDocuments([path])).toEqual([]);
});

describe('one writes', () => {
	const opened = (told: string[] = []) => openIndex(folder, 'test', code => void told.push(code));

	test('free, held by this thread, given free, left by one that is no more', async () => {
		const first = opened();
		expect(first.state).toBe('free');
		const second = opened();
		expect(second.state).toBe('other');
		await second.end();
		expect(opened().state).toBe('other');
		await first.end();
		writeFileSync(join(folder, 'lock'), 'nonsense');
		utimesSync(join(folder, 'lock'), new Date(0), new Date(0));
		const after = opened();
		expect(after.state).toBe('left');
		expect(openDisk(folder).names()).toEqual([]);
		await after.end();
		expect(readdirSync(folder)).toEqual([]);
	});

	test('who does not write seems to: the answers are whole, the folder is as it was', async () => {
		const path = pack();
		const index = join(folder, 'index');
		const writer = openIndex(index, 'test', () => undefined);
		const reader = openIndex(index, 'test', () => undefined);
		const localIndex = new LocalIndex({ store: reader.store, list: listDocuments, pause: () => Promise.resolve() });
		expect(await localIndex.sync([path])).toMatchObject({ put: 2 });
		expect((await localIndex.search({ text: '新质生产力' })).length).toBe(1);
		await localIndex.close();
		await reader.end();
		expect(readdirSync(index)).toEqual(['lock']);
		await writer.end();
	});
});

describe('a full disk', () => {
	/** A store whose disk takes so many files. */
	function small(files: number): { readonly store: SpillingStore; readonly disk: Store } {
		const disk = openDisk(join(folder, 'index'));
		let left = files;
		const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
		const limited: Store = {
			open: name => disk.open(name),
			names: () => disk.names(),
			remove: name => disk.remove(name),
			write(name, parts) {
				if (left-- <= 0) throw full;
				disk.write(name, parts);
			},
		};
		const store = new SpillingStore(
			limited,
			error => error === full,
			() => undefined,
		);
		return { store, disk };
	}

	test.each([0, 1])(
		'takes %i files: all is found, in memory; the disk keeps nothing that nobody needs',
		async files => {
			const path = pack();
			const { store, disk } = small(files);
			const localIndex = new LocalIndex({ store, list: listDocuments, pause: () => Promise.resolve() });
			expect(await localIndex.sync([path])).toMatchObject({ put: 2, unkept: true });
			expect((await localIndex.search({ text: '新质生产力' })).length).toBe(1);
			expect((await localIndex.search({ text: '未来产业' })).length).toBe(1);
			await localIndex.close();
			store.end();
			expect(disk.names()).toEqual([]);
		},
	);

	test('an index that is there stays as it was', async () => {
		const path = pack();
		const before = shelfIn(join(folder, 'index'));
		await before.sync([path]);
		await before.close();
		const names = [...openDisk(join(folder, 'index')).names()].sort();
		writeFileSync(join(path, 'documents', 'c.md'), markdown('c', '新质生产力'));
		const { store, disk } = small(0);
		const localIndex = new LocalIndex({ store, list: listDocuments, pause: () => Promise.resolve() });
		expect(await localIndex.sync([path])).toMatchObject({ put: 1, documents: 3, unkept: true });
		expect((await localIndex.search({ text: '新质生产力' })).length).toBe(2);
		await localIndex.close();
		store.end();
		expect([...disk.names()].sort()).toEqual(names);
		const after = shelfIn(join(folder, 'index'));
		expect(await after.status()).toMatchObject({ documents: 2, opened: 'kept' });
		await after.close();
	});
});
