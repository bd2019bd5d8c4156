// The command line under node.exe: paths, names and line ends as people on Windows have them.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gbk } from '../support/gbk';
import { opened } from '../support/wordFile';
import { answers, errors, findWine, startWindows, type Windows } from '../support/windows.mjs';

let windows: Windows;
let folder = '';
const root = join(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.mjs');
beforeAll(async () => {
	windows = await startWindows(findWine() ?? 'wine');
	folder = mkdtempSync(join(windows.home, '文稿 '));
});
afterAll(async () => {
	await windows.close();
});

/** Has node.exe run something in a folder; its code and what it said. */
async function node(args: readonly string[], cwd = folder): Promise<{ code: number | null; out: string; err: string }> {
	const child = windows.node(args, { cwd, says: folder });
	const code = await new Promise<number | null>(done => child.once('close', done));
	const [out = '', err = ''] = [answers, errors].map(name => readFileSync(join(folder, name), 'utf8'));
	return { code, out, err };
}
/** Runs a command in the folder. */
const run = (...args: string[]) => node([windows.path(cli), ...args]);
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

test('what no shell has written out: a pattern, and the home folder of the person with a Chinese name', async () => {
	put('报告 😀.md', '\uFEFF科技创薪很重要。\r\n');
	writeFileSync(join(windows.home, '家里.md'), '科技创薪很重要。\r\n');
	for (const name of ['报告*.MD', '~\\家里.md', '%USERPROFILE%\\家里.md']) {
		const { code, out, err } = await run('check', name, '--json');
		expect({ name, code, err }).toEqual({ name, code: 1, err: '' });
		expect(JSON.parse(out)).toMatchObject([{ code: 'wording.wrong' }]);
	}
	expect((await run('import', '报告*.md', '--into', '~\\我的语料')).code).toBe(0);
	expect(readdirSync(join(windows.home, '我的语料'))).toContain('documents');
	expect(existsSync(join(folder, '~'))).toBe(false);
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

test('a file of the index that another program has open is named, nothing is lost, and the next search goes on', async () => {
	const search = () => run('search', '流动法庭', '--corpus', '语料', '--index', '索引', '--in', 'documents', '--json');
	const before = readdirSync(join(folder, '索引'));
	put('新/草原.txt', '草原上的流动法庭\r\n\r\n法官骑着马到牧场去，把流动法庭开在毡房里，把道理讲在酥油茶旁。\r\n');
	expect((await run('import', '新', '--into', '语料', '--json')).code).toBe(0);
	const release = await windows.hold(join(folder, '索引/manifest.bin'));
	const held = await search();
	expect(held.err).toMatch(/索引\/manifest\.bin.*WPS.*close it there/s);
	await release();
	expect(readdirSync(join(folder, '索引'))).toEqual(expect.arrayContaining(before));
	const after = await search();
	expect(after).toMatchObject({ code: 0, err: '' });
	expect(after.out).toContain('把流动法庭开在毡房里');
	expect(readdirSync(join(folder, '索引'))).not.toContain('lock');
});

test('how the documents go on', async () => {
	const { out, err } = await run(
		'continue',
		'--before',
		'法官骑着马到牧场去，把流动法庭',
		'--corpus',
		'语料',
		'--json',
	);
	expect(err).toBe('');
	expect(JSON.parse(out)).toMatchObject([{ text: '开在毡房里' }]);
});

test('an assistant asks the MCP server, which answers from the documents and ends with the one who asks', async () => {
	const call = (id: number, method: string, params: object) => ({ jsonrpc: '2.0', id, method, params });
	const requests = [
		call(1, 'initialize', {
			protocolVersion: '2025-06-18',
			capabilities: {},
			clientInfo: { name: '试 test', version: '1' },
		}),
		{ jsonrpc: '2.0', method: 'notifications/initialized' },
		call(2, 'tools/call', { name: 'policy_search', arguments: { query: '流动法庭' } }),
		call(3, 'tools/call', {
			name: 'policy_verify',
			arguments: { quotations: ['科技创新能够催生新产业、新模式、新动能'] },
		}),
	];
	put('requests.jsonl', requests.map(one => JSON.stringify(one)).join('\n'));
	// What Wine gives a program from outside is no pipe, so that one of its own asks.
	put(
		'ask.mjs',
		`import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
const asked = readFileSync('requests.jsonl', 'utf8');
const server = spawn(process.execPath, process.argv.slice(2), { stdio: ['pipe', 'pipe', 'inherit'] });
let said = '';
server.stdout.setEncoding('utf8').on('data', text => {
	said += text;
	if (said.split('\\n').length > 3) server.stdin.end();
});
server.stdin.write(asked + '\\n');
server.on('close', code => process.stdout.write(said, () => process.exit(code)));
`,
	);
	const server = windows.path(join(root, 'dist/mcp.mjs'));
	const { code, out } = await node(['ask.mjs', server, '--corpus', '.\\语料', '--index', '索引']);
	expect(code).toBe(0);
	const answered = out
		.trim()
		.split('\n')
		.map(line => JSON.parse(line) as { id: number; result: { content?: { text: string }[] } });
	const textOf = (id: number) => answered.find(one => one.id === id)?.result.content?.[0]?.text ?? '';
	expect(textOf(2)).toContain('把流动法庭开在毡房里');
	expect(textOf(3)).toContain('"verdict":"verbatim"');
	expect(readdirSync(join(folder, '索引'))).not.toContain('lock');
});

test('a folder at the root of a drive is reviewed, and one named with \\\\?\\ in front', async () => {
	mkdirSync(join(windows.drive, '盘'));
	writeFileSync(join(windows.drive, '盘/甲.md'), '科技创薪很重要。\r\n');
	for (const path of ['C:\\盘', 'c:/盘/', '\\\\?\\C:\\盘']) {
		const { out } = await run('check', path, '--json');
		expect(JSON.parse(out)).toMatchObject([{ code: 'wording.wrong' }]);
	}
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
	const begun = new Promise<void>(done => {
		const watcher = watch(folder, (_, name) => {
			if (!name?.endsWith('.tmp')) return;
			watcher.close();
			done();
		});
	});
	const exported = run('export', '--format', 'bibtex', '--cited', '引用.md', '--out', '来源.bib');
	// From when the new file lies there it tries to put it in the place of the old one, for two seconds.
	await begun;
	await release();
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
	writeFileSync(join(windows.home, 'refs.bib'), readFileSync(join(folder, '文件夹/refs.bib')));
	expect(await run('check', '家.md', '--json')).toMatchObject({
		err: '',
		out: expect.stringContaining('reference.missing') as unknown,
	});
});

const npm = process.env['npm_execpath'] ?? '';
test.runIf(npm.endsWith('.js'))('npm runs its scripts through the shell of Windows', async () => {
	const corpus = await node([windows.path(npm), 'test', '--', 'corpus'], root);
	expect(corpus.out).toMatch(/\n1 passed, 0 failed, 0 skipped/);
	expect(corpus.code).toBe(0);
});

test('the start says what it takes', async () => {
	const start = await node([windows.path(join(root, 'scripts/start.mjs')), '--help'], root);
	expect(start.out).toContain('npm start --');
});
