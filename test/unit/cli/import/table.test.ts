// A table on the command line: its records stand in the pack, which reads them without a problem; a second time nothing is added.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../../../src/cli/run';
import { xlsx } from '../../../support/archive';

let root = '';
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

beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), 'policy-table-'));
	mkdirSync(join(root, 'corpus/terms'), { recursive: true });
	writeFileSync(join(root, 'corpus/pack.yaml'), 'id: shipped\ntitle: 随附\n');
	writeFileSync(join(root, 'corpus/terms/a.yaml'), '- { id: weilai-chanye, term: 未来产业 }\n');
	expect((await call('corpus', 'build')).code).toBe(0);
	writeFileSync(
		join(root, '术语表.csv'),
		'\uFEFF术语,定义,来源,提法\n新质生产力,"先进生产力质态，=1+1",《讲话》,\n未来产业,,,必须坚持因地制宜发展新质生产力\n,,,\n,只有定义,,\n',
	);
	writeFileSync(
		join(root, 'b.xlsx'),
		xlsx(
			'<row r="1"><c r="A1" t="inlineStr"><is><t>词条</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>数字经济</t></is></c></row>',
		),
	);
	writeFileSync(join(root, 'c.csv'), '甲\n丙\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('terms, formulations, sources and citations; a row without a name, and a term the shipped pack has, are told', async () => {
	const first = await call('import', '术语表.csv', 'b.xlsx', '--into', 'mine', '--json', '--fail-on', 'error');
	const rows = JSON.parse(first.out) as {
		records: number;
		document: string;
		problems: { code: string; line: number; message: string }[];
	}[];
	expect(rows.map(row => [row.records, row.document.replaceAll('\\', '/'), row.problems.map(one => one.line)])).toEqual(
		[
			[2, 'mine/formulations/shuyubiao.yaml', [3, 5]],
			[1, 'mine/terms/b.yaml', []],
		],
	);
	expect(first.code).toBe(0);
	expect((await call('corpus', 'check', 'mine')).out).toMatch(/^0 错误 errors/m);
	expect(readFileSync(join(root, 'mine/terms/shuyubiao.yaml'), 'utf8')).not.toContain('未来产业');
	expect(rows[0]?.problems[0]?.message).toContain('别的语料包里已经有了');
	const listed = await call('corpus', 'list', '--kind', 'term', '--json', '--corpus', 'mine');
	expect(listed.out).toContain('先进生产力质态，=1+1');
});

test('once more, nothing is added; a dry run and a table without headings write nothing', async () => {
	const before = readdirSync(join(root, 'mine'), { recursive: true });
	const again = await call('import', '术语表.csv', '--into', 'mine');
	expect(again.out).toContain('已经有了');
	expect((await call('import', 'c.csv', '--into', 'mine')).out).toContain('看不出这张表是什么');
	expect(readdirSync(join(root, 'mine'), { recursive: true })).toEqual(before);
	await call('import', '术语表.csv', '--into', 'other', '--dry-run');
	expect(existsSync(join(root, 'other'))).toBe(false);
});

test('tables of a folder are read too, but not what Excel keeps beside one that is open', async () => {
	mkdirSync(join(root, 'pile'));
	writeFileSync(join(root, 'pile/表.csv'), '术语,定义\n雪域粮仓,高原上的产粮区\n');
	writeFileSync(join(root, 'pile/~$表.xlsx'), 'owner');
	const { code, out } = await call('import', 'pile', '--into', 'fromfolder');
	expect(code).toBe(0);
	expect(out).toContain('pile/表.csv → fromfolder/terms/');
	expect(out).not.toContain('~$');
});
