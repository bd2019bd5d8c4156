// The corpus commands as a person calls them: exit codes, one line on stderr, JSON; on small packs in a folder of their own.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../../src/cli/run';
import type { Problem } from '../../../src/core/corpus/problem';

let root = '';
const write = (path: string, text: string | Buffer) => {
	mkdirSync(join(root, path, '..'), { recursive: true });
	writeFileSync(join(root, path), text);
};

/** Runs one command line in the folder; what it wrote and its exit code. */
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
const json = async <T>(...argv: string[]): Promise<{ code: number; value: T }> => {
	const { code, out } = await call(...argv, '--json');
	return { code, value: JSON.parse(out) as T };
};

beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), 'policy-corpus-'));
	write('corpus/pack.yaml', 'id: shipped\ntitle: 随附\n');
	write(
		'corpus/sources/a.yaml',
		'- { id: jin, type: article-newspaper, title: 县域产业如何迈向中高端, missing: [issued, page], unrecorded: [{ paragraph: 2, reason: 没有观点。 }] }\n',
	);
	write('corpus/terms/a.yaml', '- { id: xianyu, term: 县域产业, english: county industry }\n');
	write(
		'corpus/citations/a.yaml',
		'- { id: c, kind: quotation, speaker: 某人, text: 要坚持因地制宜，不搞一种模式。, source: jin, paragraph: 1, marked: false }\n',
	);
	write('corpus/formulations/a.yaml', '- { id: f, text: "以{方向}为主攻方向" }\n');
	write('snippets/skeletons/jhg.md', '<!-- 讲话稿：开场与结语 -->\n# {题目}\n');
	write(
		'texts/seed.txt',
		'首页 > 正文\n\n县域产业如何迈向中高端\n\n来源:某报\n\n会议指出,要坚持因地制宜,不搞一种模式。各地都要结合实际。\n\n第二段没有可以引用的话,只是衔接。\n\n版权所有:某网\n',
	);
	write('mine/pack.yaml', 'id: mine\ntitle: 我的\n');
	write('mine/sources/a.yaml', '- { extends: jin, page: 03 }\n- { id: own, type: book, title: 自己的书 }\n');
	expect((await call('corpus', 'build')).code).toBe(0);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('build: the compiled corpus with pinyin and traditional forms, schemas, snippets', () => {
	const compiled = JSON.parse(readFileSync(join(root, 'dist/corpus.json'), 'utf8')) as {
		data: { terms: unknown[] };
		pinyin: Record<string, { full: string[] }>;
		traditional: Record<string, string>;
	};
	expect(compiled.data.terms).toHaveLength(1);
	expect(compiled.pinyin['县域产业']!.full).toContain('xianyuchanye');
	expect(compiled.traditional).toEqual({ xianyu: '縣域產業' });
	for (const name of ['pack', 'sources', 'citations', 'terms', 'formulations'])
		expect(JSON.parse(readFileSync(join(root, `dist/schemas/${name}.json`), 'utf8'))).toHaveProperty('$schema');
	expect(readFileSync(join(root, 'snippets/formulations.json'), 'utf8')).toContain('以${1:方向}为主攻方向');
	expect(readFileSync(join(root, 'snippets/skeletons-latex.json'), 'utf8')).toContain('section*');
});

test('check: the shipped corpus by default; against its texts too', async () => {
	expect(await json('corpus', 'check')).toEqual({ code: 0, value: [] });
	expect(await json('corpus', 'check', '--texts', 'texts')).toEqual({ code: 0, value: [] });
});

test('check: a changed character, paragraph and uncovered paragraph against the texts', async () => {
	write('wrong/pack.yaml', 'id: wrong\ntitle: 错\n');
	write('wrong/sources/a.yaml', '- { id: s, type: webpage, title: 县域产业如何迈向中高端 }\n');
	write(
		'wrong/citations/a.yaml',
		'- { id: d, kind: quotation, speaker: 某人, text: 要坚持因地制宜，不搞一个模式。, source: s, paragraph: 1 }\n',
	);
	const { code, value } = await json<Problem[]>('corpus', 'check', 'wrong', '--texts', 'texts');
	expect(code).toBe(1);
	expect(value.map(problem => [problem.file, problem.line, problem.code])).toEqual([
		['wrong/citations/a.yaml', 1, 'quotation.notFound'],
		['wrong/sources/a.yaml', 1, 'paragraph.uncovered'],
	]);
	expect((value[0] as Problem & { message: string }).message).toMatch(/没有这些话。 \| These words do not stand/);
});

test('check: problems with their line, the exit code by --fail-on', async () => {
	write('broken/pack.yaml', 'id: broken\ntitle: 坏\n');
	write('broken/terms/a.yaml', '- id: a\n  term: "词\n- id: b\n  term: 语\n  englsh: word\n');
	const { code, out } = await call('corpus', 'check', 'broken');
	expect(code).toBe(1);
	expect(out).toMatch(/^broken\/terms\/a\.yaml:2:\d+ error yaml\.syntax: /m);
	expect(out).toMatch(/^broken\/terms\/a\.yaml:5:3 warning field\.unknown: .*english/m);
	write('noted/pack.yaml', 'id: noted\ntitle: 注\n');
	write('noted/terms/a.yaml', '- { id: n, term: 词, englsh: x }\n');
	expect((await call('corpus', 'check', 'noted')).code).toBe(1);
	expect((await call('corpus', 'check', 'noted', '--fail-on', 'error')).code).toBe(0);
});

test('check: drift between formulations and snippets', async () => {
	const path = 'snippets/formulations.json';
	const before = readFileSync(join(root, path), 'utf8');
	write(path, before.replace('主攻', '主要'));
	const { code, value } = await json<Problem[]>('corpus', 'check');
	expect([code, value.map(problem => problem.code)]).toEqual([1, ['snippet.drift']]);
	write(path, before.replaceAll('\n', '\r\n'));
	expect((await call('corpus', 'check')).code).toBe(0);
	write(path, before);
});

test('check: a person’s pack beside the shipped one, references and conflicts', async () => {
	expect((await json('corpus', 'check', 'mine')).code).toBe(0);
	write('clash/pack.yaml', 'id: clash\ntitle: 撞\n');
	write(
		'clash/citations/a.yaml',
		'- { id: e, kind: point, text: 一, source: jin }\n- { id: xianyu, kind: point, text: 二, source: own }\n',
	);
	const { value } = await json<Problem[]>('corpus', 'check', 'clash');
	expect(value.map(problem => [problem.line, problem.code])).toEqual([
		[2, 'id.conflict'],
		[2, 'reference.unknown'],
	]);
	expect(
		(await json<Problem[]>('corpus', 'check', 'clash', '--corpus', 'mine')).value.map(problem => problem.code),
	).toEqual(['id.conflict']);
});

test('list: records as they are, with the packs named added', async () => {
	expect((await json<object[]>('corpus', 'list', '--kind', 'term')).value).toEqual([
		{ id: 'xianyu', term: '县域产业', english: 'county industry' },
	]);
	const { value } = await json<{ id: string; page?: string; missing?: string[] }[]>(
		'corpus',
		'list',
		'--kind',
		'source',
		'--corpus',
		'mine',
	);
	expect(value).toMatchObject([{ id: 'jin', page: '03', missing: ['issued'] }, { id: 'own' }]);
	expect((await json<object[]>('corpus', 'list')).value).toHaveLength(4);
	expect((await call('corpus', 'list', '--kind', 'formulation')).out).toBe('f\t以{方向}为主攻方向');
});

test('coverage: every paragraph with its records or the reason', async () => {
	expect(await json('corpus', 'coverage', '--texts', 'texts')).toEqual({
		code: 0,
		value: [
			{ source: 'jin', text: 'seed.txt', paragraph: 1, records: ['c'] },
			{ source: 'jin', text: 'seed.txt', paragraph: 2, records: [], reason: '没有观点。' },
		],
	});
	expect((await call('corpus', 'coverage', 'wrong', '--texts', 'texts')).code).toBe(1);
});

test.each([
	[[], /^$/],
	[['nothing'], /nothing/],
	[['corpus'], /corpus check/],
	[['corpus', 'check', 'nowhere'], /nowhere/],
	[['corpus', 'check', '--texts', 'nowhere'], /nowhere/],
	[['corpus', 'check', '--texts', 'mine'], /\.txt/],
	[['corpus', 'check', '--fail-on', 'never'], /fail-on/],
	[['corpus', 'check', '--wat'], /wat/],
	[['corpus', 'check', 'a', 'b'], /b/],
	[['corpus', 'list', '--kind', 'words'], /kind/],
	[['corpus', 'list', '--corpus', 'nowhere'], /nowhere/],
	[['corpus', 'coverage'], /--texts/],
	[['__proto__'], /__proto__/],
])('%j is a wrong call: exit code 2 and one line', async (argv, line) => {
	const { code, err } = await call(...argv);
	expect(code).toBe(2);
	expect(err).toMatch(line);
	expect(err.split('\n')).toHaveLength(1);
});

test('help says what there is', async () => {
	const { code, out } = await call('--help');
	expect(code).toBe(0);
	for (const name of ['corpus check', 'corpus list', 'corpus build', 'corpus coverage']) expect(out).toContain(name);
	expect((await call('corpus', 'check', '--help')).out).toContain('--texts');
});

test('a pack in another encoding or with a byte order mark is read or reported, never thrown', async () => {
	write('bytes/pack.yaml', '\uFEFFid: bytes\r\ntitle: 字节\r\n');
	write(
		'bytes/terms/a.yaml',
		Buffer.from([
			0x2d, 0x20, 0x7b, 0x20, 0x69, 0x64, 0x3a, 0x20, 0x61, 0x2c, 0x20, 0x74, 0x65, 0x72, 0x6d, 0x3a, 0x20, 0xd0, 0xc2,
			0x7d, 0x0a,
		]),
	);
	const { value } = await json<Problem[]>('corpus', 'check', 'bytes');
	expect(value.map(problem => problem.code)).toEqual(['file.unreadable']);
});
