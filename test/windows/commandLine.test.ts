// The command line under node.exe: paths, names and line ends as people on Windows have them.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answers, errors, findWine, startWindows, type Windows } from '../support/windows.mjs';

let windows: Windows;
let folder = '';
const cli = join(import.meta.dirname, '../../dist/cli.mjs');
beforeAll(async () => {
	windows = await startWindows(findWine() ?? 'wine');
	folder = mkdtempSync(join(windows.home, '文稿 '));
});
afterAll(async () => {
	await windows.close();
});

/** Runs a command in the folder; its code and what it said. */
async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
	const child = windows.node([windows.path(cli), ...args], { cwd: folder });
	const code = await new Promise<number | null>(done => child.once('close', done));
	const [out = '', err = ''] = [answers, errors].map(name => readFileSync(join(folder, name), 'utf8'));
	return { code, out, err };
}
const put = (name: string, text: string | Uint8Array) => {
	mkdirSync(join(folder, name, '..'), { recursive: true });
	writeFileSync(join(folder, name), text);
};

test('it completes, and what it prints is UTF-8', async () => {
	const { out, err } = await run('complete', '--before', '加快发展新质', '--json');
	expect(err).toBe('');
	expect((JSON.parse(out) as { label: string }[])[0]?.label).toBe('新质生产力');
});

test('a draft is checked by a path with backslashes, a drive in either case, and with what it has of Windows', async () => {
	put('报告 😀.md', '\uFEFF科技创薪很重要。\r\n');
	const place = windows.path(join(folder, '报告 😀.md'));
	for (const path of ['报告 😀.md', '.\\报告 😀.md', place, place.replace('C:', 'c:')]) {
		const { code, out } = await run('check', path, '--json');
		expect(code).toBe(1);
		expect(JSON.parse(out)).toMatchObject([{ code: 'wording.wrong', start: 0 }]);
	}
});

test('files are imported from a folder with a Chinese name, one in GBK; no file is called after a device', async () => {
	put('资料 库/con.txt', 'CON\r\n\r\n这是一篇关于县域产业如何迈向中高端的文章，讲了三个方面的问题。\r\n');
	put(
		'资料 库/gbk.txt',
		Buffer.from([
			0xd6, 0xd0, 0xce, 0xc4, 0xb2, 0xdd, 0xb8, 0xe5, 0x0d, 0x0a, 0x0d, 0x0a, 0xd6, 0xd0, 0xce, 0xc4, 0xb2, 0xdd, 0xb8,
			0xe5, 0xa1, 0xa3,
		]),
	);
	const { code, out, err } = await run('import', '资料 库', '--into', '.\\语料', '--json');
	expect(`${err}${out}`).not.toContain('unwritten');
	expect(code).toBe(0);
	const documents = readdirSync(join(folder, '语料/documents')).filter(name => name.endsWith('.md'));
	expect(documents).toHaveLength(2);
	expect(documents).not.toContain('con.md');
	const again = await run('import', '资料 库', '--into', '语料', '--json');
	expect((JSON.parse(again.out) as { action: string }[]).map(({ action }) => action)).toEqual(['skip', 'skip']);
});

test('paths of more than 260 characters are read and written', async () => {
	const deep = Array.from({ length: 8 }, (_, n) => `${n}${'很长的文件夹名字'.repeat(5)}`).join('/');
	put(`${deep}/报告.md`, '科技创薪很重要。\n');
	const { code, out } = await run('check', `${deep}/报告.md`.replaceAll('/', '\\'), '--json');
	expect(code).toBe(1);
	expect(JSON.parse(out)).toMatchObject([{ code: 'wording.wrong' }]);
});

test('the index of a pack is built, searched and built again', async () => {
	const index = windows.path(join(folder, '索引'));
	for (let time = 0; time < 2; time++) {
		const { code, out, err } = await run(
			'search',
			'县域产业',
			'--corpus',
			'语料',
			'--index',
			index,
			'--in',
			'documents',
			'--json',
		);
		expect(err).toBe('');
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject([{ kind: 'document' }]);
	}
	expect(existsSync(join(folder, '索引'))).toBe(true);
});
