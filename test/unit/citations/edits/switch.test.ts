// Footnotes and keys switched into each other: what the draft reads like, that forth and back gives the same text, and that nothing of the writer's is lost.
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { Citing } from '../../../../src/core/citations/citing';
import { planSwitch, switchableAt, type SwitchTo } from '../../../../src/core/citations/edits/switch';
import { planTexSwitch } from '../../../../src/core/citations/edits/tex';
import { escapeFor } from '../../../../src/core/citations/edits/escape';
import type { Source } from '../../../../src/core/corpus/records';
import { all, applied, article, book, corpusOf, foreign, gapped, newspaper, page, ref, sources } from '../drafts';

const plan = (text: string, to: SwitchTo, at?: number) =>
	planSwitch(new Draft(text, 'markdown'), to, sources, { edition: '2025' }, at);
const turned = (text: string, to: SwitchTo, at?: number) => applied(text, plan(text, to, at));
const note = (source: Source, locator?: { page?: string; paragraph?: number }, label = source.id) =>
	`[^${label}]: ${escapeFor('markdown', ref(source, { locator }))}`;

describe('footnotes into keys', () => {
	test.each([
		['one', `发展[^jin-2024]。\n\n${note(newspaper)}\n`, '发展[@jin-2024]。\n'],
		[
			'with a paragraph',
			`发展[^jin-2024-p3]。\n\n${note(newspaper, { paragraph: 3 }, 'jin-2024-p3')}\n`,
			'发展[@jin-2024, 第3段]。\n',
		],
		[
			'with pages',
			`发展[^wang-2023-pp5-7]。\n\n${note(book, { page: '5-7' }, 'wang-2023-pp5-7')}\n`,
			'发展[@wang-2023, 第5-7页]。\n',
		],
		['a key that ends like a place', `发展[^page-p3]。\n\n${note(page)}\n`, '发展[@page-p3]。\n'],
		[
			'a key with spaces',
			`发展[^Smith-2020]。\n\n${note(foreign, undefined, 'Smith-2020')}\n`,
			'发展[@{Smith 2020}]。\n',
		],
		[
			'two that touch become one',
			`发展[^jin-2024][^wang-2023]。\n\n${note(newspaper)}\n${note(book)}\n`,
			'发展[@jin-2024; @wang-2023]。\n',
		],
		[
			'one that touches a key',
			`发展[^jin-2024][@wang-2023]和[@li-2022][^jin-2024]。\n\n${note(newspaper)}\n`,
			'发展[@jin-2024; @wang-2023]和[@li-2022; @jin-2024]。\n',
		],
		[
			'a number whose words are a reference of ours',
			`发展[^1]。\n\n${note(newspaper, undefined, '1')}\n`,
			'发展[@jin-2024]。\n',
		],
		[
			'in the other edition',
			`发展[^jin-2024]。\n\n[^jin-2024]: ${ref(newspaper, { edition: '2015' })}\n`,
			'发展[@jin-2024]。\n',
		],
		[
			'wrapped by an editor',
			`发展[^jin-2024]。\n\n${note(newspaper).replace('产业', '\n    产业')}\n`,
			'发展[@jin-2024]。\n',
		],
		['without a definition', '发展[^jin-2024]。\n', '发展[@jin-2024]。\n'],
		[
			'ordinary notes stay',
			`甲[^1]乙[^jin-2024]。\n\n[^1]: 说明。\n${note(newspaper)}\n`,
			'甲[^1]乙[@jin-2024]。\n\n[^1]: 说明。\n',
		],
		[
			'in an ordinary note',
			`甲[^1]。\n\n[^1]: 见[^jin-2024]。\n${note(newspaper)}\n`,
			'甲[^1]。\n\n[^1]: 见[@jin-2024]。\n',
		],
		[
			'in a quotation, with the definition there',
			`> 甲[^jin-2024]\n>\n> ${note(newspaper)}\n\n乙`,
			'> 甲[@jin-2024]\n>\n\n乙',
		],
		['not in code', '`[^jin-2024]`\n', '`[^jin-2024]`\n'],
	])('%s', (_, before, after) => expect(turned(before, 'pandoc')).toBe(after));

	test.each([
		['a definition somebody changed', `甲[^jin-2024]。\n\n${note(newspaper)}（笔者译）\n`, 'edited'],
		['a bracket behind', `甲[^jin-2024](见附件)。\n\n${note(newspaper)}\n`, 'context'],
		['an exclamation mark before', `甲![^jin-2024]。\n\n${note(newspaper)}\n`, 'context'],
		['what would be a definition', `[^jin-2024][^wang-2023]: 甲\n\n${note(newspaper)}\n${note(book)}\n`, 'context'],
	])('stays and is told: %s', (_, text, code) => {
		const made = plan(text, 'pandoc');
		expect(made.problems[0]).toMatchObject({ code });
		expect(applied(text, made)).toContain('[^');
	});

	test('a definition in a list stays in the list', () => {
		const text = `甲[^jin-2024]\n\n- ${note(newspaper)}\n`;
		expect(plan(text, 'pandoc').problems).toMatchObject([{ code: 'nested' }]);
	});
});

describe('keys into footnotes', () => {
	test.each([
		['one', '发展[@jin-2024]。\n', `发展[^jin-2024]。\n\n${note(newspaper)}\n`],
		['no line end at the end', '发展[@jin-2024]。', `发展[^jin-2024]。\n\n${note(newspaper)}`],
		[
			'several with places',
			'发展[@jin-2024, 第3段; @wang-2023, p. 5]。\n',
			`发展[^jin-2024-p3][^wang-2023-pp5]。\n\n${note(newspaper, { paragraph: 3 }, 'jin-2024-p3')}\n${note(book, { page: '5' }, 'wang-2023-pp5')}\n`,
		],
		[
			'between the notes that are there, in turn',
			'甲[^1]乙[@jin-2024]丙[^2]\n\n[^1]: 一\n[^2]: 二\n',
			`甲[^1]乙[^jin-2024]丙[^2]\n\n[^1]: 一\n${note(newspaper)}\n[^2]: 二\n`,
		],
		[
			'blank lines between as there are',
			'甲[^1]乙[^2]丙[@jin-2024]\n\n[^1]: 一\n\n[^2]: 二\n',
			`甲[^1]乙[^2]丙[^jin-2024]\n\n[^1]: 一\n\n[^2]: 二\n\n${note(newspaper)}\n`,
		],
		[
			'a definition that is there is used',
			`甲[@jin-2024]乙[^jin-2024]\n\n[^jin-2024]: 笔者改过\n`,
			`甲[^jin-2024]乙[^jin-2024]\n\n[^jin-2024]: 笔者改过\n`,
		],
		['what has gaps shows them', '甲[@gapped-2024]\n', `甲[^gapped-2024]\n\n${note(gapped)}\n`],
		['nothing in a title acts as markup', '甲[@page-p3]\n', `甲[^page-p3]\n\n${note(page)}\n`],
	])('%s', (_, before, after) => expect(turned(before, 'footnote')).toBe(after));

	test('a label that says something else is not taken', () => {
		const other = `[^jin-2024]: ${ref(book)}`;
		const draft = `甲[@jin-2024]乙[^jin-2024]\n\n${other}\n`;
		const after = `甲[^jin-2024-2]乙[^jin-2024]\n\n[^jin-2024-2]: ${ref(newspaper)}\n${other}\n`;
		expect(turned(draft, 'footnote')).toBe(after);
		expect(turned(after, 'pandoc')).toContain('甲[@jin-2024]乙');
	});

	test.each([
		['a definition', '甲[^1]\n\n[^1]: 参见 [@jin-2024]。\n'],
		['the second paragraph of one', '甲[^1]\n\n[^1]: 一\n\n    二[@jin-2024]\n'],
		['a note in the text', '甲^[参见[某页](a.md) [@jin-2024]]乙\n'],
	])('a key in %s stays and is told: no note holds another', (_, text) => {
		const made = plan(text, 'footnote');
		expect([made.edits, made.problems.map(one => one.code)]).toEqual([[], ['note']]);
	});

	test.each(['甲^[未完 [@jin-2024]\n\n]\n', '甲\\^[一[@jin-2024]]\n', '^[一]甲[@jin-2024]\n'])(
		'none of that holds %j',
		text => expect(plan(text, 'footnote').problems).toEqual([]),
	);

	test.each([
		['[@nobody]', 'unknown'],
		['[@jin-2024; @nobody]', 'unknown'],
		['[参见 @jin-2024]', 'words'],
		['[-@jin-2024]', 'words'],
		['见 @jin-2024 所说', 'words'],
	])('%s stays and is told', (text, code) => {
		const made = plan(text, 'footnote');
		expect([made.edits, made.problems[0]?.code]).toEqual([[], code]);
	});
});

describe('one citation', () => {
	test('the one at the cursor', () => {
		const text = `甲[^jin-2024]乙[^jin-2024]。\n\n${note(newspaper)}\n`;
		expect(turned(text, 'pandoc', 3)).toBe(`甲[@jin-2024]乙[^jin-2024]。\n\n${note(newspaper)}\n`);
		expect(turned('甲[@jin-2024]乙[@wang-2023]。\n', 'footnote', 16)).toBe(
			`甲[@jin-2024]乙[^wang-2023]。\n\n${note(book)}\n`,
		);
	});

	test('between two it is the one that begins there', () =>
		expect(turned('甲[^jin-2024][^wang-2023]', 'pandoc', 12)).toBe('甲[^jin-2024][@wang-2023]'));

	test('what can be switched is known', () => {
		const draft = new Draft('甲[^jin-2024]乙[@wang-2023]', 'markdown');
		expect([0, 1, 5, 14, 20].map(at => switchableAt(draft, at))).toEqual([
			undefined,
			'pandoc',
			'pandoc',
			'footnote',
			'footnote',
		]);
	});

	test('an ordinary note is told to be none', () =>
		expect(plan('甲[^1]\n\n[^1]: 说明', 'pandoc', 2).problems).toMatchObject([{ code: 'unknown' }]));
});

describe('LaTeX', () => {
	const tex = (text: string, to: SwitchTo, at?: number) => {
		const made = planTexSwitch(new Draft(text, 'latex'), to, sources, { edition: '2025' }, at);
		return { text: applied(text, made), problems: made.problems.map(p => p.code) };
	};
	test('forth and back', () => {
		const text = '发展\\cite{jin-2024}和\\cite[第3段]{page-p3}，50\\%。% \\cite{wang-2023}';
		const there = tex(text, 'footnote').text;
		expect(there).toContain(`\\footnote{${escapeFor('latex', ref(page, { locator: { paragraph: 3 } }))}}`);
		expect(tex(there, 'pandoc').text).toBe(text);
	});
	test('other footnotes stay, groups and words are told', () => {
		expect(tex('甲\\footnote{说明{一}}', 'pandoc').text).toBe('甲\\footnote{说明{一}}');
		expect(tex('\\cite{jin-2024,wang-2023}\\citep[见][第3页]{jin-2024}\\cite{x}', 'footnote')).toMatchObject({
			problems: ['words', 'words', 'words', 'unknown'],
		});
	});
});

test('a definition made while something was missing is still ours once that is filled', () => {
	const before = `甲[^gapped-2024]\n\n${note(gapped)}\n`;
	const filled: Source = { ...gapped, issued: '2024-05-22', page: '3', missing: undefined };
	expect(sources.wrote({ source: filled }, ref(gapped))).toBe(true);
	expect(sources.wrote({ source: filled }, `${ref(gapped)}改`)).toBe(false);
	expect(before).toContain('〔');
});

test.each([
	['in either edition', ref(book, { edition: '2015' }), 'wang-2023'],
	['with a page', ref(book, { locator: { page: '23' } }), 'wang-2023'],
	['with a paragraph', ref(article, { locator: { paragraph: 4 } }), 'li-2022'],
	['of a newspaper, page and paragraph', ref(newspaper, { locator: { page: '2', paragraph: 4 } }), 'jin-2024'],
	['by author', ref(book, { style: 'author-date' }), 'wang-2023'],
	['Latin', ref(foreign, { latin: 'half' }), 'Smith 2020'],
	['a word more', `${ref(book)}又`, undefined],
	['another', '张三. 书[M]. 北京：社，2020.', undefined],
	['nothing', '', undefined],
])('a reference is recognised by its words: %s', (_, words, id) =>
	expect(sources.recognize(words)?.source.id).toBe(id),
);

test('switching all of it and counting the notes anew is one plan, and emoji that stand between are not touched', () => {
	const citing = new Citing(corpusOf(all));
	const text = `甲[@jin-2024]\n🔴一\n🟢二\n🟡三\n𠮷四\r\n𠮶五\n乙[^1]\n\n[^1]: 说明\n`;
	const plan = citing.switchAll(new Draft(text, 'markdown'), 'footnote', {}, 'numbers');
	expect(applied(text, plan)).toBe(
		`甲[^1]\n🔴一\n🟢二\n🟡三\n𠮷四\r\n𠮶五\n乙[^2]\n\n${note(newspaper, undefined, '1')}\n[^2]: 说明\n`,
	);
	expect(plan.edits.some(edit => /[🔴🟢🟡𠮷𠮶]/u.test(text.slice(edit.start, edit.end) + edit.text))).toBe(false);
});
