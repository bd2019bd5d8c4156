// `search` over the documents of packs: beside the citations, alone, filtered, in many requests at once, with an
// index that is kept.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/run';

interface Found {
	readonly id: string;
	readonly kind: string;
	readonly document?: string;
}
let root = '';
const write = (name: string, text: string) => {
	mkdirSync(dirname(join(root, name)), { recursive: true });
	writeFileSync(join(root, name), text);
};
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
const found = async (...argv: string[]) =>
	JSON.parse((await call('search', ...argv, '--corpus', 'mine', '--json')).out.join('')) as Found[];
const ids = async (...argv: string[]) => (await found(...argv)).map(one => one.id);
const document = (id: string, head: string, ...paragraphs: string[]) =>
	`---\nid: ${id}\ntype: report\ntitle: 报告${id}\n${head}---\n\n${paragraphs.join('\n\n')}\n`;

beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'policy-search-'));
	const shipped = {
		data: {
			info: { id: 'small', title: '小' },
			sources: [{ id: 'jin', type: 'article-newspaper', title: '一起抓' }],
			formulations: [],
			citations: [1, 2, 3].map(n => ({
				id: `said-${n}`,
				kind: 'quotation',
				text: `冰雪走廊要修好，这是第${n}次说。`,
				speaker: '甲',
				date: '2016-01-01',
				source: 'jin',
			})),
			terms: [{ id: 'qingke', term: '青稞富民' }],
		},
		pinyin: { 青稞富民: { full: ['qingkefumin'], initials: ['qkfm'] } },
		traditional: {},
	};
	write('dist/corpus.json', JSON.stringify(shipped));
	write('mine/pack.yaml', 'id: mine\ntitle: 我的\n');
	write('mine/documents/a.md', document('a', 'issued: 2016-03-05\n', '各位代表：', '我们要建设冰雪走廊。抓青稞富民。'));
	write('mine/documents/deep/b.md', document('b', 'issued: 2018\n', '去年冰雪走廊迎客百万。'));
	write('mine/documents/c.md', document('c', '', '冰雪走廊没有日期。'));
	write('mine/documents/.d.md', document('d', '', '冰雪走廊藏起来了。'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('search in documents', () => {
	test('citations first, then passages with the key that cites them, the file and the paragraph', async () => {
		const all = await found('冰雪走廊');
		expect(all.map(one => one.kind)).toEqual([
			'quotation',
			'quotation',
			'quotation',
			'document',
			'document',
			'document',
		]);
		expect(all.find(one => one.id === 'a-p2')).toMatchObject({
			kind: 'document',
			source: 'a',
			paragraph: 2,
			date: '2016-03-05',
			document: 'mine/documents/a.md',
			text: '我们要建设冰雪走廊。抓青稞富民。',
		});
		expect(all.find(one => one.id === 'b-p1')?.document).toBe('mine/documents/deep/b.md');
	});

	test('half of the room is for passages', async () => {
		expect((await found('冰雪走廊', '--limit', '4')).map(one => one.kind)).toEqual([
			'quotation',
			'quotation',
			'document',
			'document',
		]);
		expect(await found('冰雪走廊', '--limit', '1')).toMatchObject([{ kind: 'quotation' }]);
	});

	test('where is searched', async () => {
		expect((await ids('冰雪走廊', '--in', 'documents')).sort()).toEqual(['a-p2', 'b-p1', 'c-p1']);
		for (const scope of ['citations', 'corpus'])
			expect(await ids('冰雪走廊', '--in', scope)).toEqual(['said-1', 'said-2', 'said-3']);
		expect(await ids('', '--in', 'documents')).toEqual([]);
		expect((await call('search', '冰雪走廊', '--in', 'documents')).out).toEqual(['没有找到 nothing found']);
	});

	test.each([
		[['--year', '2018', '--in', 'documents'], ['b-p1']],
		[['--source', 'a', '--in', 'both'], ['a-p2']],
		[['--kind', 'document', '--source', 'c'], ['c-p1']],
		[
			['--kind', 'quotation'],
			['said-1', 'said-2', 'said-3'],
		],
		[
			['--speaker', '甲'],
			['said-1', 'said-2', 'said-3'],
		],
	])('filters: %j', async (flags, expected) => expect(await ids('冰雪走廊', ...flags)).toEqual(expected));

	test('words in traditional script, and letters of a term', async () => {
		expect(await ids('冰雪走廊 迎客百萬')).toEqual(['b-p1']);
		expect(await ids('qkfm', '--in', 'documents')).toEqual(['a-p2']);
	});

	test('many requests over one index', async () => {
		write(
			'asks.jsonl',
			'{"query":"迎客","in":"documents"}\n{"query":"冰雪走廊","in":"air"}\n{"query":"富民","kind":"document"}\n',
		);
		const { code, out } = await call('search', '--corpus', 'mine', '--batch', 'asks.jsonl');
		expect(code).toBe(2);
		expect(out.map(line => JSON.parse(line) as unknown)).toMatchObject([
			[{ id: 'b-p1' }],
			{ error: expect.stringContaining('citations, documents, both') as string },
			[{ id: 'a-p2' }],
		]);
	});

	test('an index is kept, and follows the documents', async () => {
		expect(await ids('迎客', '--index', 'kept/index')).toEqual(['b-p1']);
		expect(readdirSync(join(root, 'kept/index')).length).toBeGreaterThan(1);
		expect(readdirSync(join(root, 'kept/index'))).not.toContain('lock');
		write('mine/documents/e.md', document('e', '', '今年再迎客。'));
		expect((await ids('迎客', '--index', 'kept/index')).sort()).toEqual(['b-p1', 'e-p1']);
		rmSync(join(root, 'mine/documents/e.md'));
		expect(await ids('迎客', '--index', 'kept/index')).toEqual(['b-p1']);
	});

	test('where it cannot be kept, that is said in a line', async () => {
		const { code, out, err } = await call('search', '迎客', '--corpus', 'mine', '--index', 'mine/pack.yaml');
		expect([code, out, err.length]).toEqual([2, [], 1]);
		expect(err[0]).toContain('mine/pack.yaml');
	});
});
