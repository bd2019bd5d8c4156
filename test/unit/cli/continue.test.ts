// `continue` over the documents of packs, and over what is recorded where there are none.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../../src/cli/run';

let root = '';
const write = (name: string, text: string) => {
	mkdirSync(dirname(join(root, name)), { recursive: true });
	writeFileSync(join(root, name), text);
};
async function call(...argv: string[]): Promise<{ code: number; out: string[] }> {
	const out: string[] = [];
	const io = { cwd: root, dist: join(root, 'dist'), out: (line: string) => void out.push(line), err: () => undefined };
	return { code: await run(argv, io), out };
}
const continued = async (before: string, ...more: string[]) =>
	JSON.parse((await call('continue', '--before', before, '--json', ...more)).out[0] ?? '') as {
		text: string;
		places: { source: string; paragraph: number }[];
	}[];

beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'policy-writing-continue-'));
	write('dist/corpus.json', JSON.stringify(shipped));
	write('mine/pack.yaml', 'id: mine\ntitle: 我的\n');
	const said = ['我们修好冰雪走廊。', '大家修好冰雪走廊。', '今年修好冰雪走廊。'].join('\n\n');
	for (const year of ['2016', '2017'])
		write(
			`mine/documents/${year}.md`,
			`---\nid: bg-${year}\ntype: report\ntitle: 报告\nissued: ${year}\n---\n\n${said}\n`,
		);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const shipped = {
	data: {
		info: { id: 'shipped', title: '随附', language: 'zh-CN', licence: 'none' },
		sources: [{ id: 'speech', type: 'speech', title: '讲话' }],
		citations: [
			{
				id: 'core',
				kind: 'quotation',
				text: '科技创新能够催生新产业、新模式、新动能。',
				source: 'speech',
				paragraph: 2,
			},
		],
		terms: [],
		formulations: [],
	},
	pinyin: {},
	traditional: {},
};

test('goes on as the documents do, with the places, the latest first', async () => {
	const [first] = await continued('必须修好冰', '--corpus', 'mine');
	expect(first?.text).toBe('雪走廊');
	expect(first?.places[0]).toEqual({ source: 'bg-2017', paragraph: 1 });
	expect(first?.places).toHaveLength(6);
});

test('the index is kept and followed', async () => {
	const asked = () => continued('必须修好冰', '--corpus', 'mine', '--index', 'index');
	expect(await asked()).toEqual(await asked());
	write('mine/documents/2018.md', '---\nid: bg-2018\ntype: report\ntitle: 报告\nissued: 2018\n---\n\n修好冰雪走廊。\n');
	expect((await asked())[0]?.places[0]?.source).toBe('bg-2018');
});

test('without documents: what is recorded', async () => {
	const [first] = await continued('我们说科技创新能够催');
	expect(first?.text).toBe('生新产业');
	expect(first?.places).toEqual([{ source: 'speech', paragraph: 2 }]);
	expect(await continued('完全没有的话')).toEqual([]);
});

test('what is wrong with a question is said', async () => {
	expect((await call('continue')).code).toBe(2);
	expect((await call('continue', '--before', '我们', '--confidence', 'very')).code).toBe(2);
});
