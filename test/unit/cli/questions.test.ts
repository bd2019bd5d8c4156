// Questions as a person or a program puts them: by flags, as JSON, and many at once; wrong ones in one clear line.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/run';
import type { CompiledPack } from '../../../src/core/corpus/compile';

const pack: CompiledPack = {
	data: {
		info: { id: 'small', title: '小' },
		sources: [
			{
				id: 'jin',
				type: 'article-newspaper',
				title: '一起抓',
				author: [{ literal: '金观平' }],
				'container-title': '经济日报',
				held: { date: '2024-02-14' },
				missing: ['issued', 'page'],
			},
		],
		citations: [
			{
				id: 'core',
				kind: 'quotation',
				text: '科技创新是发展新质生产力的核心要素。',
				speaker: '习近平',
				date: '2024-01-31',
				source: 'jin',
				paragraph: 2,
				terms: ['nqpf'],
			},
			{ id: 'park', kind: 'point', text: '园区应打造新质生产力。', source: 'jin', paragraph: 3 },
		],
		terms: [
			{
				id: 'nqpf',
				term: '新质生产力',
				english: 'new quality productive forces',
				definition: { text: '先进生产力。', basis: ['core'] },
			},
		],
		formulations: [],
	},
	pinyin: { 新质生产力: { full: ['xinzhishengchanli'], initials: ['xzscl'] } },
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
const json = async (...argv: string[]): Promise<unknown> => JSON.parse((await call(...argv, '--json')).out.join('\n'));

beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'policy-questions-'));
	mkdirSync(join(root, 'dist'));
	write('dist/corpus.json', JSON.stringify(pack));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('search', () => {
	test('as JSON, with the fields of the design', async () => {
		expect(await json('search', '核心要素')).toEqual([
			{
				id: 'core',
				kind: 'quotation',
				text: pack.data.citations[0]!.text,
				source: 'jin',
				paragraph: 2,
				speaker: '习近平',
				date: '2024-01-31',
				score: 1,
			},
		]);
	});
	test('words, filters, limit', async () => {
		expect(await json('search', '新质', '园区')).toMatchObject([{ id: 'park' }]);
		expect(await json('search', 'xzscl', '--kind', 'point', '--kind', 'figure')).toMatchObject([{ id: 'park' }]);
		expect(await json('search', 'xzscl', '--limit', '1')).toHaveLength(1);
		expect(await json('search', '新质', '--year', '2023')).toEqual([]);
		expect(await json('search', '新质', '--in', 'documents')).toEqual([]);
	});
	test.each([[['--limit', '0']], [['--kind', 'term']], [['--year', 'x']], [['--in', 'air']], [['--nope']]])(
		'a wrong flag is one line and 2: %j',
		async flags => {
			const { code, out, err } = await call('search', 'a', ...flags);
			expect([code, out.length, err.length]).toEqual([2, 0, 1]);
		},
	);
});

describe('cite', () => {
	test('a source of ours shows its gaps, in either edition', async () => {
		expect(await json('cite', 'jin')).toEqual([
			{
				id: 'jin',
				reference: '金观平. 一起抓[N]. 经济日报，2024-02-14〔转载页日期〕（〔版次〕）.',
				missing: ['issued', 'page'],
			},
		]);
		expect((await call('cite', 'jin', '--edition', '2015', '--no-gaps')).out).toEqual(['金观平. 一起抓[N]. 经济日报.']);
	});
	test('items of another program are printed as styles print them', async () => {
		write(
			'items.json',
			JSON.stringify([
				{
					id: 7,
					type: 'book',
					language: 'zh-CN',
					title: '书',
					author: [{ literal: '甲' }],
					publisher: '社',
					issued: { 'date-parts': [[2001]] },
				},
			]),
		);
		expect(await json('cite', '--items', 'items.json')).toEqual([
			{ id: '7', reference: '甲. 书[M]. 社，2001.', missing: ['publisher-place'] },
		]);
		expect((await call('cite', '--items', 'items.json', '--gaps')).out).toEqual(['甲. 书[M]. 〔出版地〕：社，2001.']);
		expect((await call('cite', '--items', 'items.json', '--style', 'author-date')).out).toEqual([
			'甲，2001. 书[M]. 社.',
		]);
	});
	test('what is not there, and what cannot be read', async () => {
		write('broken.json', '[{');
		for (const argv of [
			['nobody'],
			[],
			['--items', 'broken.json'],
			['--items', 'absent.json'],
			['jin', '--edition', '2005'],
		]) {
			const { code, out, err } = await call('cite', ...argv);
			expect([code, out.length, err.length], argv.join(' ')).toEqual([2, 0, 1]);
		}
	});
	test('where a file stops being JSON, and why', async () => {
		write('comma.json', '[{"id":"a" "title":"甲"}]');
		expect((await call('cite', '--items', 'comma.json')).err.join()).toMatch(/comma\.json:1:12 .*逗号.*comma/);
	});
});

describe('complete, terms, explain', () => {
	test('what may be meant at a cursor', async () => {
		expect(await json('complete', '--before', '要加快发展新质')).toMatchObject([
			{ label: '新质生产力', insertText: '新质生产力', replace: { start: 5, end: 7 }, kind: 'term', id: 'nqpf' },
		]);
	});
	test('offsets are those of the text without a byte order mark, its line ends untouched', async () => {
		write('draft.md', '\uFEFF一\r\n新質生產力');
		expect(await json('terms', 'draft.md')).toEqual([{ id: 'nqpf', term: '新质生产力', start: 3, end: 8 }]);
	});
	test('a term by its form or its id', async () => {
		for (const term of ['新質生產力', 'nqpf'])
			expect(await json('explain', term)).toMatchObject({
				term: { id: 'nqpf' },
				basis: { kind: 'citations' },
				citations: 2,
			});
		expect((await call('explain', '没有')).code).toBe(2);
	});
});

describe('many at once', () => {
	test('an answer a line, in order', async () => {
		write('requests.jsonl', '{"query": "园区"}\n\n{"query": "核心", "limit": 1}\r\n');
		const { code, out } = await call('search', '--batch', 'requests.jsonl');
		expect([code, out.map(line => (JSON.parse(line) as { id: string }[]).map(hit => hit.id))]).toEqual([
			0,
			[['park'], ['core']],
		]);
	});
	test('a line that is no request has an answer of its own, the others go on', async () => {
		write('requests.jsonl', '{"id": "jin"}\nnonsense\n{"ids": ["jin"], "edition": "2015"}\n{"limit": []}');
		const { code, out, err } = await call('cite', '--batch', 'requests.jsonl');
		expect([code, out.length, err.length]).toEqual([2, 4, 1]);
		expect(out.map(line => Array.isArray(JSON.parse(line)))).toEqual([true, false, true, true]);
	});
	test('completion and terms', async () => {
		write('requests.jsonl', '{"before": "发展新质", "limit": 5}');
		expect(JSON.parse((await call('complete', '--batch', 'requests.jsonl')).out[0]!)).toMatchObject([{ id: 'nqpf' }]);
		write('requests.jsonl', '{"text": "新质生产力"}');
		expect(JSON.parse((await call('terms', '--batch', 'requests.jsonl')).out[0]!)).toMatchObject([
			{ start: 0, end: 5 },
		]);
	});
});
