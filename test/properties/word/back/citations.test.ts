// Citations on the way to Word and back, in every form they have there: an export that nobody changed has nothing to
// say, a note that somebody took out has, one that is moved comes back as what the draft writes.
import { describe, expect, test } from 'vitest';
import { cameBack, type ExportedAs } from '../../../support/cameBack';
import { sources } from '../../../unit/citations/drafts';

const styles = ['footnote', 'numeric', 'note'] as const;
const notes = '\n\n[^a]: 手写的注文。\n[^b]: 另一条注。\n';

describe.each(styles)('as %s, an export that nobody changed', style => {
	test.each([
		['several keys', '甲[@jin-2024; @wang-2023]，乙[@jin-2024]。'],
		['notes that touch', '甲[^a][^b]，乙[@jin-2024][@wang-2023]，丙[@jin-2024][^a]。'],
		['places', '甲[@wang-2023, 第15页]8丁[@wang-2023, 第3段]，戊2[@jin-2024, 第2版]024年。'],
		['words around a key', '甲[参见 @wang-2023, 第3段; 另见 @jin-2024]，乙（见[@jin-2024]）。'],
		['who is named in the text', '@jin-2024 指出，要抓。正如 @wang-2023 所说，要干。'],
		['without the author', '金观平指出[-@jin-2024]，要抓。'],
		['a paragraph of nothing but citations', '甲。\n\n[@jin-2024]\n\n乙。\n\n[^a][^b]\n\n丙。'],
		['a short sentence with a long reference', '一、甲。\n\n乙[@wang-2023]。\n\n丙[@jin-2024]。'],
		['notes in the text', '甲。^[行内注，含[@wang-2023, 第2段]与**粗**。]乙^[再注]。'],
		['a note that cites', '甲[^c]，乙[^a]。\n\n[^c]: 见[@jin-2024]；又见[^b]。'],
		['a note again, and within words', '甲[^a]，乙[^b]丙[^a]。'],
		['what nobody knows', '甲[@nobody]，乙[^zz]，丙[@jin-2024; @nobody]。'],
		['brackets of one’s own beside', '甲（以下简称乙）[@jin-2024]（见表）。'],
		['in cells', '| 甲[@jin-2024] | 乙 |\n|---|---|\n| 丙[^a] | 丁[@wang-2023; @jin-2024] |'],
	])('%s', async (_, words) => {
		for (const layout of ['official', 'report'] as const) {
			const text = `# 关于发展的意见\n\n${words}\n\n结尾的话在这里。${notes}`;
			expect((await cameBack(text, sources, { style, layout })).proposals).toEqual([]);
		}
	});
});

describe('forms of Markdown that nobody changed', () => {
	test.each([
		['bars and line ends in cells', '| a | b |\n|---|---|\n| x\\|y | **粗**<br>换行 |\n| z | |'],
		['rows of other lengths', '| a | b |\n|---|---|\n| 少一格 |\n| 多 | 一 | 格 |'],
		['a table without outer bars', 'a | b\n--- | ---\n一 | 二\n三 | 四'],
		['a table in a quotation', '> 引文在此。\n>\n> | 甲 | 乙 |\n> |---|---|\n> | 一 | 二 |'],
		['bars that are no table', '| 不是表 | 只是话 |'],
		['links by name', '[参考][r]，[r]，[另][]。\n\n[r]: https://example.org/ref "题"\n[另]: https://example.org/b'],
		['entities', '甲&amp;乙&lt;丙&copy;丁&#x4e2d;戊&nbsp;己。'],
		['addresses', '[脚本](javascript:alert(1))与[好](https://example.org/a_(b))。'],
		['stars that mean nothing', '3 * 4 = 12，甲*乙，`a*b*c`与$x_1*y_2$。'],
		['tasks', '- [ ] 未办的事\n- [x] 已办的事'],
		['the second line of annexes', '附件：1.任务清单\n　　　2.分工表'],
		['annexes on lines of their own', '附件：1. 任务清单\n\n　　　2. 分工表'],
		['a list before annexes', '1. 普通列表甲\n2. 普通列表乙\n\n附件：1.任务清单\n　　　2.分工表'],
		['one label twice', '甲[^1]。\n\n[^1]: 注一\n[^1]: 注二的话'],
		['a picture in a line', '文字中![行内](none.png)图。'],
		['scripts', '甲。\n\n<script>alert(1)</script>\n\n乙。'],
		[
			'several figures in one pair of brackets',
			'见[@fig:a; @fig:b]、[@fig:a]，略。\n\n![甲](none.png){#fig:a}\n\n![乙](none.png){#fig:b}',
		],
		['labels that nothing has', '见[@fig:a; @tbl:b]、@fig:c和[@eq:d]。'],
		['figures by their labels', '各区的分布见[@fig:map]，各街道略。\n\n![图题](none.png){#fig:map}'],
	])('%s', async (_, words) => {
		for (const layout of ['official', 'report'] as const) {
			const text = `# 关于发展的意见\n\n开头的话在这里。\n\n${words}\n\n结尾的话在这里。\n`;
			expect((await cameBack(text, sources, { layout })).proposals).toEqual([]);
		}
	});

	test('plain text, with stars', async () => {
		const text = '关于检查的通知\n\n各区：\n\n　　坚持*星号*原样、# 井号、[@键]与`码`。\n';
		expect((await cameBack(text, sources, { language: 'plaintext' })).proposals).toEqual([]);
	});
});

const draft = `# 题\n\n甲乙丙[^a]丁戊己。\n\n庚辛[@jin-2024; @wang-2023]壬癸。\n\n子丑寅卯。${notes}`;
const noteRun =
	/<w:bookmarkStart [^>]*\/><w:r>(?:(?!<\/w:r>).)*<w:footnoteReference[^>]*\/><\/w:r><w:bookmarkEnd[^>]*\/>/gs;
/** The text without one of its notes. */
const without =
	(which: number) =>
	(xml: string): string => {
		let at = 0;
		return xml.replace(noteRun, all => (at++ === which ? '' : all));
	};

const comma = /<w:r>(?:(?!<\/w:r>).)*<w:vertAlign w:val="superscript"\/>(?:(?!<\/w:r>).)*，<\/w:t><\/w:r>/s;

describe('a note that was taken out with nothing tracked', () => {
	test.each<[string, ExportedAs, string]>([
		['one by itself', { change: without(0) }, draft.replace('丙[^a]', '丙').replace('[^a]: 手写的注文。\n', '')],
		[
			'a number',
			{ style: 'numeric', change: xml => xml.replace('[1-2]', '') },
			draft.replace('[@jin-2024; @wang-2023]', ''),
		],
		[
			'括注',
			{ style: 'note', change: xml => xml.replace(/（《经济日报》[^）]*）/, '') },
			draft.replace('[@jin-2024; @wang-2023]', ''),
		],
		[
			'with the words before it',
			{ change: xml => without(0)(xml).replace('甲乙丙', '甲') },
			draft.replace('乙丙[^a]', '').replace('[^a]: 手写的注文。\n', ''),
		],
	])('%s', async (_, as, expected) => {
		const { proposals, taken } = await cameBack(draft, sources, as);
		expect(proposals.map(({ kind }) => kind)).toEqual(['difference']);
		expect(taken).toBe(expected);
	});
});

test('of several notes at one place the file does not say which was taken out: that one is said, not made', async () => {
	const { proposals } = await cameBack(draft, sources, { change: xml => without(2)(xml).replace(comma, '') });
	expect(proposals.map(({ kind, edits }) => [kind, edits])).toEqual([['difference', undefined]]);
});

test.each([
	[1, draft.replace('@jin-2024; @wang', '@wang')],
	[2, draft.replace('; @wang-2023', '')],
])('one of several that was taken out and tracked: note %i', async (which, expected) => {
	let at = 0;
	const who = 'w:id="9" w:author="王某" w:date="2024-03-18T09:00:00Z"';
	const change = (xml: string) => xml.replace(noteRun, all => (at++ === which ? `<w:del ${who}>${all}</w:del>` : all));
	const { proposals, taken } = await cameBack(draft, sources, { change });
	expect(proposals.map(({ kind }) => kind)).toEqual(['change']);
	expect(taken).toBe(expected);
});

describe('a note again', () => {
	const again = draft.replace('子丑寅卯', '子丑[^a]寅卯');
	const paragraph = /<w:p>(?:(?!<\/w:p>).)*子丑(?:(?!<\/w:p>).)*<\/w:p>/s;

	test('in a paragraph that was moved is what the draft has', async () => {
		const change = (xml: string) => {
			const [one = ''] = paragraph.exec(xml) ?? [];
			return xml.replace(one, '').replace(/<w:p>(?:(?!<\/w:p>).)*甲乙丙/s, first => one + first);
		};
		const { proposals, taken } = await cameBack(again, sources, { change });
		expect(proposals).toMatchObject([{ isMoved: true }]);
		expect(taken).toBe(again.replace('\n\n子丑[^a]寅卯。', '').replace('甲乙丙', '子丑[^a]寅卯。\n\n甲乙丙'));
	});

	test('in a paragraph that was put in is its label, tracked or not', async () => {
		const who = 'w:id="9" w:author="王某" w:date="2024-03-18T09:00:00Z"';
		const change = (isTracked: boolean) => (xml: string) => {
			const [one = ''] = paragraph.exec(xml) ?? [];
			const copy = one.replace('子丑', '新写的话').replace('寅卯', '在后');
			const mark = `<w:pPr><w:rPr><w:ins ${who}/></w:rPr></w:pPr>`;
			const inner = copy.replace(/^<w:p>(?:<w:pPr>.*?<\/w:pPr>)?|<\/w:p>$/gs, '');
			const tracked = `<w:p>${mark}<w:ins ${who}>${inner}</w:ins></w:p>`;
			return xml.replace(one, one + (isTracked ? tracked : copy));
		};
		for (const isTracked of [true, false]) {
			const { taken } = await cameBack(again, sources, { change: change(isTracked) });
			expect(taken).toBe(again.replace('寅卯。', '寅卯。\n\n新写的话[^a]在后。'));
		}
	});
});

test.each(styles)('words changed beside what is written out for citations are told of alone: %s', async style => {
	const text = `# 题\n\n要稳中求进[@jin-2024; @wang-2023]，统筹发展和安全[^a]。\n\n各部门要把各项任务落实到位[@wang-2023]。${notes}`;
	const change = (xml: string) => xml.replace('统筹发展', '统揽发展').replace('落实到位', '落到实处');
	const { proposals, taken } = await cameBack(text, sources, { style, change });
	expect(proposals.every(({ kind }) => kind === 'difference')).toBe(true);
	expect(taken).toBe(change(text));
});
