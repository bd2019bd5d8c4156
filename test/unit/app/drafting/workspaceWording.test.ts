// Which drafts of a workspace are held, and what of them: over files in memory and the index itself.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { proseLines, WorkspaceWording, wordingLimits } from '../../../../src/app/drafting/workspaceWording';
import { LocalIndex } from '../../../../src/core/search/index/localIndex';
import { MemoryStore } from '../../../../src/core/search/index/store';

const said = '我们建好高原牦牛绒毛集散中心。\n\n继续建好高原牦牛绒毛集散中心。\n\n明年建好高原牦牛绒毛集散中心。';
const before = '大家要建好高原';

interface File {
	readonly text: string;
	readonly modified: number;
}
let files: Map<string, File>;
let read: string[];
let index: LocalIndex;
let wording: WorkspaceWording;

beforeEach(() => {
	files = new Map();
	read = [];
	const pause = () => Promise.resolve();
	index = new LocalIndex({ store: new MemoryStore(), list: () => Promise.resolve([]), pause });
	wording = new WorkspaceWording({
		files: {
			stat: place => {
				const file = files.get(place);
				return Promise.resolve(file && { kind: 'file', size: file.text.length, modified: file.modified });
			},
		},
		text: place => {
			read.push(place);
			const file = files.get(place);
			return Promise.resolve(file && { text: file.text });
		},
		titleOf: place => place,
		pause,
	});
});

const hold = () =>
	wording.hold(
		[...files.keys()],
		drafts => index.holdDrafts(drafts),
		() => false,
	);
const after = async (draft?: string) => (await index.continuations({ before, ...(draft && { draft }) }))[0];

describe('drafts that are held', () => {
	test('go on, are named with their line, and open there', async () => {
		files.set('a.md', { text: `---\ntitle: 方案\n---\n\n${said}`, modified: 1 });
		await hold();
		const found = await after();
		expect(found?.text).toBe('牦牛绒毛集散中心');
		expect(found?.places[0]).toEqual({ draft: true, document: 'a.md', source: '', title: 'a.md', paragraph: 5 });
		expect(await index.paragraphs('a.md', 5, 5)).toEqual(['我们建好高原牦牛绒毛集散中心。']);
	});

	test('the one that is written does not go on as it stands there itself', async () => {
		files.set('a.md', { text: said, modified: 1 });
		await hold();
		expect(await after('a.md')).toBeUndefined();
		files.set('b.md', { text: said, modified: 2 });
		await hold();
		expect((await after('a.md'))?.places.every(place => place.document === 'b.md')).toBe(true);
	});

	test('are read again when they have changed, and gone when they are', async () => {
		files.set('a.md', { text: said, modified: 1 }).set('b.txt', { text: '另外一篇。', modified: 2 });
		await hold();
		await hold();
		expect(read).toEqual(['b.txt', 'a.md']);
		files.set('a.md', { text: '改过的话。', modified: 3 });
		await hold();
		expect(read).toEqual(['b.txt', 'a.md', 'a.md']);
		expect(await after()).toBeUndefined();
		files.set('a.md', { text: said, modified: 4 });
		await hold();
		expect((await after())?.text).toBe('牦牛绒毛集散中心');
		files.delete('a.md');
		await hold();
		expect(await after()).toBeUndefined();
	});

	test('an engine that was started again is given them again', async () => {
		files.set('a.md', { text: said, modified: 1 });
		await hold();
		index = new LocalIndex({
			store: new MemoryStore(),
			list: () => Promise.resolve([]),
			pause: () => Promise.resolve(),
		});
		await hold();
		expect((await after())?.text).toBe('牦牛绒毛集散中心');
	});

	test('documents are named before them, and nothing of them is in the index', async () => {
		files.set('a.md', { text: said, modified: 1 });
		await hold();
		const document = {
			name: 'd',
			version: '1',
			source: 'd',
			title: '报告',
			date: '2016',
			paragraphs: said.split('\n\n'),
		};
		await index.change({ put: [document] });
		expect((await after())?.places.map(place => place.document)).toEqual(['d', 'd', 'd', 'a.md', 'a.md', 'a.md']);
		expect(await index.status()).toMatchObject({ documents: 1, passages: 3 });
		expect(await index.search({ text: '牦牛绒毛' })).toHaveLength(3);
	});

	test('LaTeX and reports do not count, nor what is older than what there is room for', async () => {
		files.set('a.tex', { text: said, modified: 9 });
		files.set('r.md', { text: `# 报告\n<!-- policy-writing: report -->\n${said}`, modified: 8 });
		files.set('long.md', { text: `${'长'.repeat(99)}\n`.repeat(wordingLimits.characters / 100), modified: 7 });
		files.set('old.md', { text: said, modified: 6 });
		await hold();
		expect(await after()).toBeUndefined();
		await hold();
		expect(read.filter(place => place === 'old.md').length).toBeLessThanOrEqual(1);
	});
});

test('of each line only what is no prose is left out, and no line is moved', () => {
	expect(proseLines('甲[^a]乙\n```\n丙\n```\n<!-- 丁 -->戊', 'markdown')).toEqual(['甲乙', '', '', '', '戊']);
	const piece = fc.constantFrom('发展', '[^a]', '`码`', '```', '\n', '<!--', '-->', '[@b, 第3段]', '---', '，');
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
			const text = pieces.join('');
			const lines = proseLines(text, 'markdown');
			expect(lines).toHaveLength(text.split('\n').length);
			for (const [at, line] of lines.entries()) {
				let from = 0;
				const whole = text.split('\n')[at] ?? '';
				for (const one of line) from = whole.indexOf(one, from) + 1 || Infinity;
				expect(from).toBeLessThanOrEqual(whole.length);
			}
			expect(proseLines(text, 'plaintext').join('\n')).toBe(text);
		}),
	);
});
