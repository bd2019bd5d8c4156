// `import` as a person calls it: rows, files written, the same again, bad files beside good ones, exit codes, nothing half-done.
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../../../../src/cli/run';

let root = '';
const write = (path: string, text: string | Uint8Array) => {
	mkdirSync(join(root, path, '..'), { recursive: true });
	writeFileSync(join(root, path), text);
};
const read = (path: string) => readFileSync(join(root, path), 'utf8');
async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
	const out: string[] = [];
	const err: string[] = [];
	const code = await run(argv, {
		cwd: root,
		dist: join(root, 'dist'),
		out: line => void out.push(line),
		err: line => void err.push(line),
	});
	return { code, out: out.join('\n'), err: err.join('\n') };
}
interface Row {
	file: string;
	document: string | null;
	title: string | null;
	paragraphs: number;
	action: string;
	problems: { code: string; severity: string; message: string; line?: number }[];
}
const rows = async (...argv: string[]): Promise<{ code: number; rows: Row[] }> => {
	const { code, out } = await call('import', ...argv, '--json');
	return { code, rows: JSON.parse(out) as Row[] };
};
const prose =
	'县域经济是国民经济的基本单元，也是推进城乡融合发展的重要切入点。近年来，全县坚持把产业发展摆在突出位置。';

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'policy-import-'));
	write(
		'dist/corpus.json',
		JSON.stringify({
			data: {
				info: { id: 'shipped', title: '随附' },
				sources: [{ id: 'lidawei-2024', type: 'report', title: '别的' }],
				citations: [],
				terms: [],
				formulations: [],
			},
			pinyin: {},
			traditional: {},
		}),
	);
	write('in/a.txt', `县域产业如何迈向中高端\n\n作者：李大为\n日期：2024年3月5日\n\n${prose}\n\n短句。\n`);
});
afterEach(() => {
	chmodSync(root, 0o755);
	rmSync(root, { recursive: true, force: true });
});

test('a document is written into a new pack, reads back, is checked against, and the original stays', async () => {
	const before = read('in/a.txt');
	expect(await rows('in/a.txt', '--into', 'mine')).toEqual({
		code: 0,
		rows: [
			{
				file: 'in/a.txt',
				document: 'mine/documents/lidawei-2024-xianyu-chanye.md',
				title: '县域产业如何迈向中高端',
				paragraphs: 2,
				action: 'new',
				problems: [],
			},
		],
	});
	expect(read('mine/pack.yaml')).toBe('id: mine\ntitle: mine\nlanguage: zh-CN\n');
	expect(read('mine/documents/lidawei-2024-xianyu-chanye.md')).toMatch(
		/^---\nid: lidawei-2024-xianyu-chanye\ntype: document\ntitle: 县域产业如何迈向中高端\nauthor: \[\{ literal: 李大为 \}\]\nheld: \{ date: 2024-03-05 \}\nmissing: \[issued\]\nimported:\n {2}file: a\.txt\n {2}sha256: "?[0-9a-f]{64}"?\n---\n\n# 县域产业如何迈向中高端\n\n县域经济/,
	);
	expect(read('mine/documents/.dropped/lidawei-2024-xianyu-chanye.md')).toContain('作者：李大为');
	expect(read('in/a.txt')).toBe(before);
	expect((await call('corpus', 'check', 'mine')).code).toBe(0);
	write('draft.md', '报告说，“推进城乡融合发展的主要切入点”。\n');
	expect((await call('check', 'draft.md', '--corpus', 'mine', '--only', 'quotation')).out).toMatch(
		/quotation\.differs.*推进城乡融合发展的重要切入点/,
	);
	expect(readdirSync(join(root, 'mine/documents')).filter(name => name.endsWith('.tmp'))).toEqual([]);
});

test('the same again: skipped, held elsewhere, updated', async () => {
	await call('import', 'in/a.txt', '--into', 'mine');
	write(
		'in/b.html',
		`<html><head><title>县域产业如何迈向中高端</title><meta name="SiteName" content="东山网"></head><body><div id="zoom"><p>${prose}</p><p>短句。</p></div></body></html>`,
	);
	expect(await rows('in/a.txt', '--into', 'mine')).toMatchObject({
		code: 0,
		rows: [{ document: null, action: 'skip', problems: [{ code: 'import.duplicate', severity: 'information' }] }],
	});
	expect(await rows('in/b.html', '--into', 'mine')).toMatchObject({
		code: 1,
		rows: [{ document: null, action: 'skip', problems: [{ severity: 'warning' }] }],
	});
	expect(await rows('in/b.html', '--into', 'mine', '--on-duplicate', 'holding')).toMatchObject({
		code: 0,
		rows: [{ document: 'mine/documents/lidawei-2024-xianyu-chanye.md', action: 'holding' }],
	});
	expect(read('mine/documents/lidawei-2024-xianyu-chanye.md')).toContain('holdings: [{ from: 东山网 }]');
	write('in/a.txt', `县域产业如何迈向中高端\n\n作者：李大为\n日期：2024年3月5日\n\n${prose}\n\n短句改了。\n`);
	expect(await rows('in/a.txt', '--into', 'mine', '--on-duplicate', 'update')).toMatchObject({
		code: 0,
		rows: [{ action: 'update', paragraphs: 2 }],
	});
	expect(read('mine/documents/lidawei-2024-xianyu-chanye.md')).toContain('短句改了。');
	expect(readdirSync(join(root, 'mine/documents')).sort()).toEqual(['.dropped', 'lidawei-2024-xianyu-chanye.md']);
});

test('a folder: bad files are said and the rest is there; the pack inside it is not read again', async () => {
	write('in/sub/b.md', '# 题目\n\n从调研情况看，企业规模偏小，创新投入不足，专业人才引不来、留不住。\n');
	write('in/sub/c.jsonl', `{"title":"丙","content":"丙一。"}\nx\n{"title":"丁","content":"丁一。"}\n`);
	write('in/empty.txt', '');
	write('in/x.docx', 'no zip');
	write('in/.hidden.txt', prose);
	write('in/picture.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47));
	const first = await rows('in', '--into', 'in/mine');
	expect(first.code).toBe(1);
	expect(first.rows.map(row => [row.file, row.title, row.problems.map(one => one.code)])).toEqual([
		['in/a.txt', '县域产业如何迈向中高端', []],
		['in/empty.txt', null, ['import.empty']],
		['in/picture.png', null, ['import.format']],
		['in/sub/b.md', '题目', []],
		['in/sub/c.jsonl', '丙', []],
		['in/sub/c.jsonl', '丁', []],
		['in/sub/c.jsonl', null, ['import.entry']],
		['in/x.docx', null, ['import.damaged']],
	]);
	expect(readFileSync(join(root, 'in/mine/documents/timu.md'), 'utf8')).toContain('file: sub/b.md');
	expect((await rows('in', '--into', 'in/mine')).rows.every(row => row.action !== 'new')).toBe(true);
});

test('links: inside the folder they are followed, out of it and to folders not', async () => {
	write('out/secret.txt', `${prose}秘密。`);
	write('in/store/real.txt', '从调研情况看，企业规模偏小，创新投入不足。');
	symlinkSync(join(root, 'out/secret.txt'), join(root, 'in/link.txt'));
	symlinkSync(join(root, 'out'), join(root, 'in/folder'));
	symlinkSync(join(root, 'in'), join(root, 'in/round'));
	symlinkSync(join(root, 'in/nowhere'), join(root, 'in/broken.txt'));
	const { rows: found } = await rows('in', '--into', 'mine');
	expect(found.filter(row => row.problems.some(one => one.code === 'import.link')).map(row => row.file)).toEqual([
		'in/broken.txt',
		'in/folder',
		'in/link.txt',
		'in/round',
	]);
	expect(
		readdirSync(join(root, 'mine/documents'))
			.map(name => (name.endsWith('.md') ? read(`mine/documents/${name}`) : ''))
			.join(''),
	).not.toContain('秘密');
});

test('--dry-run writes nothing', async () => {
	expect((await rows('in', '--into', 'mine', '--dry-run')).rows).toMatchObject([
		{ document: 'mine/documents/lidawei-2024-xianyu-chanye.md', action: 'new' },
	]);
	expect(existsSync(join(root, 'mine'))).toBe(false);
});

test('wrong calls and files that are not there: exit code 2 and one line; what is there is imported all the same', async () => {
	expect(await call('import', 'in/a.txt')).toMatchObject({ code: 2, err: expect.stringContaining('--into') as string });
	expect(await call('import', '--into', 'mine')).toMatchObject({ code: 2 });
	expect(await call('import', 'in/a.txt', '--into', 'in/a.txt')).toMatchObject({ code: 2 });
	expect(await call('import', 'in/a.txt', '--into', 'mine', '--on-duplicate', 'x')).toMatchObject({ code: 2 });
	const { code, err, out } = await call('import', 'nowhere.txt', 'in/a.txt', '--into', 'mine');
	expect([code, err.split('\n').length]).toEqual([2, 1]);
	expect(out).toContain('mine/documents/lidawei-2024-xianyu-chanye.md');
});

test('where nothing could be imported, no pack is begun', async () => {
	write('bad/x.docx', 'no zip');
	expect((await rows('bad', '--into', 'mine')).rows).toMatchObject([{ problems: [{ code: 'import.damaged' }] }]);
	expect(existsSync(join(root, 'mine'))).toBe(false);
	write('mine/notes.txt', 'mine');
	await rows('bad', '--into', 'mine');
	expect(readdirSync(join(root, 'mine'))).toEqual(['notes.txt']);
});

test('what cannot be written leaves nothing behind', async () => {
	mkdirSync(join(root, 'mine/documents'), { recursive: true });
	write('mine/documents/.dropped', 'a file where the folder should be');
	expect(await rows('in/a.txt', '--into', 'mine')).toMatchObject({
		code: 1,
		rows: [{ document: null, action: 'none', problems: [{ code: 'import.unwritten' }] }],
	});
	expect(readdirSync(join(root, 'mine/documents'))).toEqual(['.dropped']);
});

test('stopped in the middle: what is listed is there whole, nothing else', async () => {
	write(
		'in/list.jsonl',
		Array.from({ length: 30 }, (_, n) =>
			JSON.stringify({ title: `第${n}份`, content: `${String(n).repeat(40)}，${prose}` }),
		).join('\n'),
	);
	const stopping = { aborted: false };
	const out: string[] = [];
	const code = await run(['import', 'in/list.jsonl', '--into', 'mine'], {
		cwd: root,
		dist: join(root, 'dist'),
		out: line => void out.push(line),
		err: line => void out.push(line),
		stoppable: () => ({
			get aborted() {
				return (stopping.aborted ||=
					existsSync(join(root, 'mine/documents')) && readdirSync(join(root, 'mine/documents')).length >= 7);
			},
		}),
	});
	expect(code).toBe(130);
	const there = readdirSync(join(root, 'mine/documents')).sort();
	expect(there.length).toBe(7);
	expect(there.every(name => /^[a-z0-9-]+\.md$/.test(name))).toBe(true);
	expect(out.filter(line => line.includes('→'))).toHaveLength(7);
	expect((await call('corpus', 'check', 'mine')).code).toBe(0);
});
