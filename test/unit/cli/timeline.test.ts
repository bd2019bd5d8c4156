// `timeline` and `candidates` as a person or a program asks them, over a pack with documents.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../../src/cli/run';
import type { Candidates, Timeline } from '../../../src/core/service';

let root = '';

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
	root = mkdtempSync(join(tmpdir(), 'policy-timeline-'));
	const document = (id: string, date: string, text: string) =>
		`---\nid: ${id}\ntype: report\ntitle: 报告${id}\n${date}---\n\n各位代表：\n\n${text}\n`;
	const shipped = {
		data: {
			info: { id: 'small', title: '小' },
			sources: [],
			citations: [],
			terms: [{ id: 'nqpf', term: '新质生产力' }],
			formulations: [{ id: 'renwu', text: '把{目标}作为首要任务' }],
		},
		pinyin: {},
		traditional: {},
	};
	for (const [name, text] of Object.entries({
		'dist/corpus.json': JSON.stringify(shipped),
		'mine/pack.yaml': 'id: mine\ntitle: 我的\n',
		'mine/documents/a.md': document('a', 'issued: 2016\n', '建设冰雪走廊，让冰雪走廊带动旅游。发展新质生产力。'),
		'mine/documents/b.md': document(
			'b',
			'held: { from: 转载网, date: 2018-01-02 }\n',
			'去年冰雪走廊迎客，而冰雪走廊沿线富了。新质生产力。新质生产力！',
		),
		'mine/documents/c.md': document('c', '', '在冰雪走廊办赛。把增收作为首要任务。新质生产力。'),
	})) {
		mkdirSync(dirname(join(root, name)), { recursive: true });
		writeFileSync(join(root, name), text);
	}
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a timeline as JSON and for people', async () => {
	const { code, out } = await call('timeline', '新质生产力', '--corpus', 'mine', '--json');
	const found = JSON.parse(out.join('')) as Timeline;
	expect(code).toBe(0);
	expect(found).toMatchObject({
		subject: { kind: 'term', id: 'nqpf' },
		uses: 4,
		years: [
			{ year: '2016', uses: 1 },
			{ year: '2018', uses: 2, held: 2 },
		],
		undated: { uses: 1 },
		documents: [{ source: 'a' }, { source: 'b', of: 'held' }, { source: 'c', paragraph: 2 }],
	});
	const people = (await call('timeline', '新质生产力', '--corpus', 'mine')).out.join('\n');
	expect(people).toMatch(/本语料库 3 个来源/);
	expect(people).toMatch(/^2018\t█+ 2\t1\/1\t其中 2 次只有转载页日期/m);
	expect((await call('timeline', '把{目标}作为首要任务', '--corpus', 'mine')).out.join('\n')).toContain(
		'无日期 undated',
	);
	expect((await call('timeline', '没有用过', '--corpus', 'mine')).out).toEqual([
		'本语料库的 3 个来源（全文 3 篇）里没有“没有用过” not used in this corpus',
	]);
});

test('candidates as JSON and for people; without documents it is said what to do', async () => {
	const { candidates } = JSON.parse(
		(await call('candidates', '--corpus', 'mine', '--json')).out.join(''),
	) as Candidates;
	expect(candidates[0]).toMatchObject({
		text: '冰雪走廊',
		uses: 5,
		documents: 3,
		first: { source: 'a', date: '2016' },
	});
	expect((await call('candidates', '--corpus', 'mine', '--limit', '1')).out).toEqual([
		'冰雪走廊\t5\t3\t2016\ta\t建设冰雪走廊，让冰雪走廊带动旅游。',
	]);
	expect((await call('candidates')).out.join()).toContain('--corpus');
});

test('many at once', async () => {
	writeFileSync(join(root, 'many.jsonl'), '{"term": "nqpf"}\n{"term": "质"}\n{"term": "新质生产力", "nested": true}\n');
	const { code, out } = await call('timeline', '--batch', 'many.jsonl', '--corpus', 'mine');
	expect(code).toBe(2);
	expect(out.map(line => (JSON.parse(line) as { uses?: number }).uses)).toEqual([4, undefined, 4]);
});

test.each([
	['timeline'],
	['timeline', '质'],
	['candidates', '--limit', '0'],
	['candidates', 'x'],
	['candidates', '--documents', 'many'],
])('a wrong call is one line and 2: %s %s %s', async (...argv) => {
	const { code, out, err } = await call(...argv.filter(each => typeof each === 'string'));
	expect([code, out.length, err.length]).toEqual([2, 0, 1]);
});
