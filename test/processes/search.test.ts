// Several processes over one index: whoever writes, and whenever another one reads, all give the same answer.
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePack, start } from './commands';

let root = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'policy-writing-processes-'));
	makePack(join(root, 'pack'), 60, 30);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const search = (words: string) =>
	start(
		root,
		'search',
		words,
		'--in',
		'documents',
		'--limit',
		'5000',
		'--index',
		'index',
		'--corpus',
		'pack',
		'--json',
	);

/** What lies in the index besides segments. */
const others = () => readdirSync(join(root, 'index')).filter(name => !/^\d+\.segment$/.test(name));

async function answers(count: number): Promise<readonly number[]> {
	const ended = await Promise.all(Array.from({ length: count }, () => search('新质生产力').ended));
	expect(ended.map(one => one.code)).toEqual(ended.map(() => 0));
	expect(new Set(ended.map(one => one.out)).size).toBe(1);
	return ended.map(one => (JSON.parse(one.out) as unknown[]).length);
}

test('four that build, and four that read while documents come, change and go', async () => {
	for (let round = 0; round < 3; round++) {
		rmSync(join(root, 'index'), { recursive: true, force: true });
		expect(await answers(4)).toEqual([1800, 1800, 1800, 1800]);
		for (let i = 0; i < 40; i++) utimesSync(join(root, `pack/documents/d${i}.md`), round + 1, round + 1);
		rmSync(join(root, 'pack/documents/d59.md'));
		expect(await answers(4)).toEqual([1770, 1770, 1770, 1770]);
		makePack(join(root, 'pack'), 60, 30);
	}
	expect(others()).toEqual(['manifest.bin']);
});

test('one that was ended while it built leaves nothing that is in the way', async () => {
	const killed = search('新质生产力');
	await new Promise<void>(done => {
		const look = setInterval(() => {
			if (!readdirSync(root).includes('index') || !readdirSync(join(root, 'index')).includes('lock')) return;
			clearInterval(look);
			done();
		}, 1);
	});
	killed.child.kill('SIGKILL');
	await killed.ended;
	writeFileSync(join(root, 'index/7.segment.writing'), 'half');
	expect(await answers(2)).toEqual([1800, 1800]);
	expect(await answers(1)).toEqual([1800]);
	// One that was ended while it took the lock has left a file beside it, which goes once it is old.
	for (const name of readdirSync(join(root, 'index'))) utimesSync(join(root, 'index', name), 1, 1);
	expect(await answers(1)).toEqual([1800]);
	expect(others()).toEqual(['manifest.bin']);
});
