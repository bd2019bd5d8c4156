// The command line under node.exe: paths, names and line ends as people on Windows have them.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gbk } from '../support/gbk';
import { opened } from '../support/wordFile';
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

test('a draft in GBK becomes a Word file; one that another program has open stays as it is, and the message says so', async () => {
	put('公文.md', gbk('# 关于加快青稞产业发展的意见\r\n\r\n各地要重视青稞产业，把它做大做强。\r\n'));
	const first = await run('docx', '公文.md', '--out', '导出 😀\\公文.docx', '--json');
	expect(first.err).toBe('');
	expect(first.code).toBe(0);
	const file = join(folder, '导出 😀/公文.docx');
	expect(opened({ bytes: new Uint8Array(readFileSync(file)), problems: [] }).lines).toContain(
		'关于加快青稞产业发展的意见',
	);
	writeFileSync(file, 'what the person has in it');
	const release = await windows.hold(file);
	const held = readFileSync(file);
	const second = await run('docx', '公文.md', '--out', '导出 😀\\公文.docx', '--force');
	expect(second.code).toBe(2);
	expect(second.err).toMatch(/公文\.docx \(E(?:PERM|BUSY|ACCES)\)：.*WPS.*close it there/);
	expect(readFileSync(file)).toEqual(held);
	await release();
	expect(readdirSync(join(folder, '导出 😀'))).toEqual(['公文.docx']);
	expect((await run('docx', '公文.md', '--out', '导出 😀\\公文.docx', '--force')).code).toBe(0);
});

test('a file that is let go of in time is replaced', async () => {
	put('引用.md', '引用[@jinguanping-2024]。\r\n');
	put('来源.bib', 'old');
	const release = await windows.hold(join(folder, '来源.bib'));
	const exported = run('export', '--format', 'bibtex', '--cited', '引用.md', '--out', '来源.bib');
	setTimeout(() => void release(), 500);
	expect(await exported).toMatchObject({ code: 0, err: '' });
	expect(readFileSync(join(folder, '来源.bib'), 'utf8')).toContain('jinguanping-2024');
});

test('fixes, a folder that is checked, a library by its path, and the home folder by the names it has', async () => {
	put('文件夹/甲.md', '科技创薪很重要。\r\n');
	put('文件夹/下 层/乙.MD', '\uFEFF科技创薪。\r\n');
	put('文件夹/refs.bib', '@book{wang2020,\r\n  author = {王五},\r\n  title = {青稞志}\r\n}\r\n');
	put('文件夹/丙.md', '---\r\nbibliography: .\\refs.bib\r\n---\r\n\r\n见[@wang2020]。\r\n');
	const { out } = await run('check', '文件夹\\', '--fixes', '--json');
	const found = JSON.parse(out) as { file: string; code: string; fixes: { edits: unknown[] }[] }[];
	expect(found.map(({ file, code }) => [file, code])).toEqual([
		['文件夹/下 层/乙.MD', 'wording.wrong'],
		['文件夹/丙.md', 'reference.missing'], // the library says neither year nor publisher
		['文件夹/甲.md', 'wording.wrong'],
	]);
	expect(found[2]?.fixes[0]?.edits).toEqual([{ start: 3, end: 4, text: '新' }]);
	for (const name of ['文件夹\\refs.bib', windows.path(join(folder, '文件夹/refs.bib')).replace('C:', 'c:')]) {
		const cited = await run('cite', 'wang2020', '--corpus', name, '--json');
		expect(cited.out).toContain('青稞志');
	}
	put('家.md', '---\r\nbibliography: "%USERPROFILE%\\\\refs.bib"\r\n---\r\n\r\n见[@wang2020]。\r\n');
	const home = join(windows.drive, 'users', readdirSync(join(windows.drive, 'users')).find(isProfile) ?? '');
	writeFileSync(join(home, 'refs.bib'), readFileSync(join(folder, '文件夹/refs.bib')));
	expect(await run('check', '家.md', '--json')).toMatchObject({
		err: '',
		out: expect.stringContaining('reference.missing') as unknown,
	});
});

/** Of the one who runs the programs, beside the one with the Chinese name. */
function isProfile(name: string): boolean {
	return !/^(?:Public|王小明)$/.test(name);
}
