// `check` as a person or a program calls it: findings with their places, exit codes, libraries beside the draft.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../../src/cli/run';
import type { CompiledPack } from '../../../src/core/corpus/compile';

const pack: CompiledPack = {
	data: {
		info: { id: 'small', title: '小' },
		citations: [],
		terms: [],
		formulations: [],
		sources: [
			{
				id: 'jin',
				type: 'article-newspaper',
				title: '一起抓',
				author: [{ literal: '金观平' }],
				'container-title': '经济日报',
				missing: ['issued', 'page'],
			},
			{
				id: 'wang',
				type: 'book',
				title: '概论',
				author: [{ literal: '王某' }],
				'publisher-place': '北京',
				publisher: '某社',
				issued: '2023',
			},
		],
	},
	pinyin: {},
	traditional: {},
};
let root = '';
const write = (name: string, text: string) => writeFileSync(join(root, name), text);
async function call(...argv: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
	const out: string[] = [];
	const err: string[] = [];
	const code = await run(argv, {
		cwd: root,
		dist: join(root, 'dist'),
		out: line => void out.push(line),
		err: line => void err.push(line),
	});
	return { code, out, err };
}

beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'policy-check-'));
	mkdirSync(join(root, 'dist'));
	mkdirSync(join(root, 'sub'));
	write('dist/corpus.json', JSON.stringify(pack));
	write('good.md', '甲[@wang]。\n');
	write('bad.md', '\uFEFF甲[^x]\r\n乙[@nobody]丙[@jin]\r\n\r\n[^y]: 注\r\n');
	write('bad.tex', '甲\\cite{nobody}');
	write('sub/lib.md', '---\nbibliography: own.bib\n---\n甲[@own2020]乙[@nobody]\n');
	write('sub/own.bib', '@book{own2020, title={书}, author={张三}, address={北京}, publisher={社}, year={2020}}');
	write('gone.md', '---\nbibliography: gone.bib\n---\n甲[@own2020]\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('findings as the design has them; offsets without the byte order mark, line ends untouched', async () => {
	const { code, out } = await call('check', 'bad.md', '--only', 'reference', '--json');
	expect(code).toBe(1);
	expect(JSON.parse(out.join(''))).toEqual([
		{
			file: 'bad.md',
			code: 'reference.undefined',
			severity: 'warning',
			start: 1,
			end: 5,
			data: { key: 'x', form: 'footnote' },
		},
		{
			file: 'bad.md',
			code: 'reference.undefined',
			severity: 'warning',
			start: 10,
			end: 16,
			data: { key: 'nobody', form: 'pandoc' },
		},
		{
			file: 'bad.md',
			code: 'reference.missing',
			severity: 'information',
			start: 20,
			end: 23,
			data: { key: 'jin', source: 'jin', fields: ['issued', 'page'], labels: ['日期', '版次'] },
		},
		{ file: 'bad.md', code: 'reference.unused', severity: 'information', start: 28, end: 32, data: { key: 'y' } },
	]);
});

test('a note defined twice, one that somebody changed, and a date of a reposting page are said in words', async () => {
	write('twice.md', '甲[^x]乙[^jin]\n\n[^x]: 一\n\n[^x]: 二\n\n[^jin]: 手写\n');
	const { out } = await call('check', 'twice.md', '--only', 'reference');
	expect(out.join('\n')).toContain('脚注 x 有两条不同的注文，以第一条为准');
	expect(out.join('\n')).toContain('这条参考文献经过手工改动，不会自动更新');
});

test('for people: file, line, column, code', async () => {
	const { out } = await call('check', 'bad.md');
	expect(out[1]).toBe(
		'bad.md:2:4 warning reference.undefined: 没有以 nobody 为引文键的来源。 | No source has the key nobody.',
	);
	expect((await call('check', 'good.md')).out).toEqual(['没有发现问题 nothing found']);
});

test('the exit code follows --fail-on; several files are one answer', async () => {
	expect((await call('check', 'good.md')).code).toBe(0);
	expect((await call('check', 'good.md', 'bad.tex')).code).toBe(1);
	expect((await call('check', 'bad.md', '--fail-on', 'error')).code).toBe(0);
	write('gaps.md', '甲[@jin]\n');
	expect((await call('check', 'gaps.md')).code).toBe(0);
	expect((await call('check', 'gaps.md', '--fail-on', 'information')).code).toBe(1);
});

test('a library that the draft names is read beside it; one that is not there is told of, and its keys are not called wrong', async () => {
	const { out } = await call('check', 'sub/lib.md', '--json');
	expect(JSON.parse(out.join(''))).toMatchObject([{ code: 'reference.undefined', data: { key: 'nobody' } }]);
	const gone = await call('check', 'gone.md', '--json');
	const missing = { code: 'library.missing', severity: 'warning', start: 18, end: 26, data: { written: 'gone.bib' } };
	expect([gone.code, JSON.parse(gone.out.join('')), gone.err]).toEqual([1, [{ file: 'gone.md', ...missing }], []]);
});

test.each([
	[[]],
	[['nowhere.md']],
	[['good.md', '--only', 'air']],
	[['good.md', '--fail-on', 'air']],
	[['good.md', '--edition', '1987']],
])('a wrong call is one line and 2: %j', async argv => {
	const { code, out, err } = await call('check', ...argv);
	expect([code, out.length, err.length]).toEqual([2, 0, 1]);
});

test.each(['/', '\\'])('a library on another machine is not asked for because a draft says so (%s)', async mark => {
	// Here such a name is a file: it would be read if it were followed.
	const share = `/${join(root, 'sub/own.bib')}`;
	write('share.md', `---\nbibliography: ${share.replaceAll('/', mark)}\n---\n甲[@own2020]\n`);
	const checked = await call('check', 'share.md', '--only', 'reference,library');
	expect([checked.code, checked.out.length, checked.err]).toEqual([1, 2, []]);
	expect(checked.out[0]).toContain(`library.missing: 找不到或读不了文献库“${share.replaceAll('/', mark)}”`);
	const { out } = await call('export', '--format', 'csl-json', '--json', '--cited', 'share.md');
	expect(JSON.parse(out.join(''))).toMatchObject({ ids: [], unknown: ['own2020'] });
});
