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
import { LocalShelf } from '../../../../src/core/search/index/localIndex';
import { beat, lock, openDisk, unlock } from '../../../../src/workers/index/disk';
import { listDocuments } from '../../../../src/workers/index/folders';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'policy-writing-shelf-'));
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
	new LocalShelf({ store: openDisk(index), list: listDocuments, pause: () => Promise.resolve() });

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
	const shelf = shelfIn(index);
	await shelf.change({ put: [{ name: 'x', version: '1', source: 'x', title: '', paragraphs: ['新质'] }] });
	await shelf.close();
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
	test('free, ours, left by one that is no more, held by one that runs', () => {
		expect(lock(folder)).toBe('free');
		unlock(folder);
		expect(lock(folder)).toBe('free');
		// The thread before us in this process has not given it free.
		expect(lock(folder)).toBe('left');
		writeFileSync(join(folder, 'lock'), String(process.ppid));
		expect(lock(folder)).toBe('other');
		unlock(folder);
		expect(lock(folder)).toBe('other');
		// It runs, but has long not said that it writes: another process has its number now.
		const before = new Date(Date.now() - 4 * beat);
		utimesSync(join(folder, 'lock'), before, before);
		expect(lock(folder)).toBe('left');
		writeFileSync(join(folder, 'lock'), 'nonsense');
		expect(lock(folder)).toBe('left');
		expect(openDisk(folder).names()).toEqual([]);
	});
});
