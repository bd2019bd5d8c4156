// Finished copies: numbers with a list, 括注, footnotes with repeats; nothing unresolved is hidden.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import type { FinishStyle } from '../../../../src/core/citations/edits/finish';
import type { ListOptions } from '../../../../src/core/citations/edits/list';
import { escapeFor, type DraftLanguage } from '../../../../src/core/citations/edits/escape';
import { finishedBothWays } from '../../../support/finished';
import { article, bodies, book, newspaper, page, ref, sources } from '../drafts';

const finish = (
	text: string,
	style: FinishStyle,
	options: ListOptions = { edition: '2025' },
	language: DraftLanguage = 'markdown',
) => finishedBothWays(text, language, style, sources, options);
const end = (...entries: string[]) =>
	`\n\n## 参考文献\n\n${entries.map((entry, at) => `[${at + 1}] ${entry}`).join('\n\n')}\n`;

describe('numbers', () => {
	test.each([
		[
			'footnotes and keys',
			`甲[^jin-2024]乙[@wang-2023]丙[^jin-2024]。\n\n[^jin-2024]: ${ref(newspaper)}\n`,
			`甲[1]乙[2]丙[1]。${end(ref(newspaper), ref(book))}`,
		],
		[
			'several at one place',
			`甲[@jin-2024; @wang-2023; @li-2022]乙[@li-2022; @jin-2024]丙[^jin-2024][^wang-2023]\n`,
			`甲[1-3]乙[1，3]丙[1-2]${end(ref(newspaper), ref(book), ref(article))}`,
		],
		[
			'pages stand raised behind the bracket, other places in the list',
			'甲[@wang-2023, 第15-17页]乙[@wang-2023, 第3段]丙[@wang-2023, p. 9]8丁[@wang-2023, 第3段]戊[@wang-2023, 表2]己[@wang-2023, p. iv]\n',
			`甲[1]¹⁵⁻¹⁷乙[1]丙[1]⁹8丁[1]戊[1]己[1]<sup>iv</sup>${end(ref(book).replace(/\.$/, '：第3段、表2.'))}`,
		],
		[
			'the list goes under the heading that is there',
			'甲[@jin-2024]。\n\n## 参考文献\n后文\n',
			`甲[1]。\n\n## 参考文献\n\n[1] ${ref(newspaper)}\n\n后文\n`,
		],
		[
			'a list that is kept by hand goes on',
			'甲[1]乙[@jin-2024]。\n\n## 参考文献\n\n[1] 我的书.\n\n## 附录\n',
			`甲[1]乙[2]。\n\n## 参考文献\n\n[1] 我的书.\n\n[2] ${ref(newspaper)}\n\n## 附录\n`,
		],
		[
			'words beside a key stay',
			'甲[参见 @wang-2023, 第3段; 另见 @jin-2024]\n',
			`甲（参见[1]第3段；另见[2]）${end(ref(book), ref(newspaper))}`,
		],
		['an author named in the text', '如 @wang-2023 所说\n', `如王某[1]所说${end(ref(book))}`],
		[
			'a place that only words say goes to the list, not into the sentence',
			'甲[@jin-2024, 第2版]乙[@wang-2023，第三章]丙[参见 @jin-2024, 第2版]\n',
			`甲[1]乙[2]丙（参见[1]，第2版）${end(ref(newspaper, { places: '第2版' }), ref(book, { places: '第三章' }))}`,
		],
		[
			'ordinary notes stay notes',
			`甲[^1]乙[^jin-2024]。\n\n[^1]: 说明[@wang-2023]。\n[^jin-2024]: ${ref(newspaper)}\n`,
			`甲[^1]乙[1]。\n\n[^1]: 说明[2]。${end(ref(newspaper), ref(book))}`,
		],
		[
			'the words of a definition somebody changed go into the list',
			`甲[^jin-2024]\n\n[^jin-2024]: ${ref(newspaper)} 笔者按。\n`,
			`甲[1]${end(`${ref(newspaper)} 笔者按。`)}`,
		],
		[
			'a reference written by hand is an entry too',
			'甲[^7]乙[@jin-2024]\n\n[^7]: 张三. 书[M]. 北京：社，2020.\n',
			`甲[1]乙[2]${end('张三. 书[M]. 北京：社，2020.', ref(newspaper))}`,
		],
		[
			'in lists, tables, quotations, not in code',
			'- 甲[@jin-2024]\n\n| 乙[@wang-2023] |\n|---|\n\n> 丙[@jin-2024]\n\n`[@jin-2024]`\n',
			`- 甲[1]\n\n| 乙[2] |\n|---|\n\n> 丙[1]\n\n\`[@jin-2024]\`${end(ref(newspaper), ref(book))}`,
		],
	])('%s', (_, draft, copy) => expect(finish(draft, 'numeric').text).toBe(copy));

	test('the list goes between the markers, and they go', () => {
		const copy = finish(
			`甲[@jin-2024]\n\n# 参考文献\n\n<!-- policy-writing: references -->\n\n[1] ${ref(book)}\n\n<!-- /policy-writing: references -->\n\n附件\n`,
			'numeric',
		);
		expect(copy).toMatchObject({ text: `甲[1]\n\n# 参考文献\n\n[1] ${ref(newspaper)}\n\n附件\n`, entries: 1 });
	});

	test('the 2015 edition', () =>
		expect(
			finish('[@jin-2024; @li-2022][@wang-2023]甲[@jin-2024; @wang-2023]\n', 'numeric', { edition: '2015' }).text,
		).toBe(
			`[1-3]甲[1,3]${end(ref(newspaper, { edition: '2015' }), ref(article, { edition: '2015' }), ref(book, { edition: '2015' }))}`,
		));

	test('what cannot be resolved stays and is told', () => {
		const copy = finish('甲[@nobody]乙[@jin-2024; @nobody]丙[^x]\n', 'numeric');
		expect(copy.text).toBe('甲[@nobody]乙[@jin-2024; @nobody]丙[^x]\n');
		expect(copy.problems.map(one => [one.code, one.key])).toEqual([
			['undefined', 'x'],
			['unknown', 'nobody'],
			['unknown', 'nobody'],
		]);
	});

	test('LaTeX', () => {
		const text = `甲\\cite{jin-2024,wang-2023}乙\\footnote{${escapeFor('latex', ref(page))}}\\footnote{说明}\n\\end{document}\n`;
		expect(finish(text, 'numeric', {}, 'latex').text).toBe(
			`甲\\textsuperscript{[1-2]}乙\\textsuperscript{[3]}\\footnote{说明}\n\n\\begin{thebibliography}{9}\n${[newspaper, book, page].map(one => `\\bibitem{${one.id}} ${escapeFor('latex', ref(one))}`).join('\n')}\n\\end{thebibliography}\n\\end{document}\n`,
		);
	});
});

test.each([
	['footnote', '如 @wang-2023 所说，@jin-2024 指出。\n', /^如王某\[\^1\]所说，金观平\[\^2\]指出。/],
	['footnote', 'As @wang-2023 says.\n', /^As 王某\[\^1\] says\./],
	['footnote', '甲[^a]\n\n[^a]: 见 @jin-2024 所说。\n', /\[\^1\]: 见金观平（.*）所说。/],
	['note', '如 @wang-2023 所说\n', /^如王某（.*）所说/],
	['note', '甲[@jin-2024, 第2版]\n', /^甲（《经济日报》2024年2月14日，第2版）/],
] as const)('who is named in the text is named there: %s %s', (style, draft, copy) =>
	expect(finish(draft, style).text).toMatch(copy),
);

test('who is named by a command of LaTeX', () =>
	expect(finish('\\textcite{wang-2023}指出', 'footnote', {}, 'latex').text).toMatch(/^王某\\footnote\{.*\}指出/));

describe('括注', () => {
	test.each([
		['of a newspaper', `甲[^jin-2024]。\n\n[^jin-2024]: ${ref(newspaper)}\n`, '甲（《经济日报》2024年2月14日）。\n'],
		[
			'with a place, in half-width marks as the draft',
			'甲,乙:丙[@jin-2024, 第3段]\n',
			'甲,乙:丙(《经济日报》2024年2月14日,第3段)\n',
		],
		[
			'several in one pair of brackets',
			'甲[@jin-2024; @li-2022]\n',
			'甲（《经济日报》2024年2月14日；《经济研究》2022年第3期）\n',
		],
		['ordinary notes stay', '甲[^1]\n\n[^1]: 说明\n', '甲[^1]\n\n[^1]: 说明\n'],
	])('%s', (_, draft, copy) => expect(finish(draft, 'note').text).toBe(copy));
});

describe('footnotes', () => {
	test('repeats are 同N, with the place', () => {
		const draft = `甲[^wang-2023]乙[^1]丙[@wang-2023, 第15页]丁[@jin-2024; @wang-2023, 第3段]\n\n[^1]: 说明\n[^wang-2023]: ${ref(book)}\n`;
		expect(finish(draft, 'footnote').text).toBe(
			`甲[^1]乙[^2]丙[^3]丁[^4][^5]\n\n[^1]: ${ref(book)}\n[^2]: 说明\n[^3]: 同1：15.\n[^4]: ${ref(newspaper)}\n[^5]: 同1：第3段.\n`,
		);
	});
	test('in 2015 with its marks', () =>
		expect(finish('甲[@wang-2023]乙[@wang-2023, 第15页]\n', 'footnote', { edition: '2015' }).text).toContain(
			'[^2]: 同1: 15.',
		));
	test('words beside a key end the note', () => {
		expect(finish('甲[@wang-2023]乙[见 @wang-2023, 第15页起]\n', 'footnote').text).toBe(
			`甲[^1]乙[^2]\n\n[^1]: ${ref(book)}\n[^2]: 见同1, 第15页起.\n`,
		);
	});
	test('words somebody changed stay, the first time', () => {
		expect(finish('甲[^jin-2024]乙[^jin-2024]\n\n[^jin-2024]: 手写的说明\n', 'footnote').text).toBe(
			'甲[^1]乙[^2]\n\n[^1]: 手写的说明\n[^2]: 同1.\n',
		);
	});
	test.each([
		[
			'甲[^1]\n\n[^1]: 参见 [@wang-2023, 第15页]。\n',
			`甲[^1]\n\n[^1]: 参见 ${ref(book, { locator: { page: '15' } }).slice(0, -1)}。\n`,
		],
		['甲^[见 [@wang-2023; @jin-2024]]\n', `甲^[见 ${ref(book).slice(0, -1)}；${ref(newspaper)}]\n`],
		[
			'甲[^1]乙[^wang-2023]\n\n[^1]: 又见[^wang-2023]\n[^wang-2023]: ' + ref(book),
			`甲[^1]乙[^2]\n\n[^1]: 又见${ref(book)}\n[^2]: ${ref(book)}`,
		],
	])('what a note cites stands in it in full: %j', (draft, copy) => expect(finish(draft, 'footnote').text).toBe(copy));
	test('in LaTeX, too', () =>
		expect(finish('甲\\footnote{见\\cite{jin-2024}}', 'footnote', {}, 'latex').text).toBe(
			`甲\\footnote{见${escapeFor('latex', ref(newspaper))}}`,
		));
	test('in LaTeX other footnotes are counted', () => {
		const one = escapeFor('latex', ref(newspaper));
		expect(finish('甲\\footnote{说明}乙\\cite{jin-2024}丙\\cite[第2页]{jin-2024}', 'footnote', {}, 'latex').text).toBe(
			`甲\\footnote{说明}乙\\footnote{${one}}丙\\footnote{同2：2.}`,
		);
	});
});

test('whatever the draft, every key that is known is resolved and everything else stands as it was', () => {
	const mark = fc.constantFrom(
		'[^jin-2024]',
		'[@wang-2023, 第3段]',
		'[@li-2022; @jin-2024]',
		'[^1]',
		'[@nobody]，',
		'[^wang-2023-p2]',
	);
	fc.assert(
		fc.property(
			bodies(mark),
			fc.constantFrom<FinishStyle>('numeric', 'note', 'footnote'),
			fc.boolean(),
			(body, style, withNotes) => {
				const text = `${body}\n${withNotes ? `\n[^1]: 说明\n[^jin-2024]: ${ref(newspaper)}\n` : ''}`;
				const copy = finish(text, style).text;
				const left = new Draft(copy, 'markdown');
				expect(left.citations.flatMap(one => one.keys.map(key => key.key)).filter(key => key !== 'nobody')).toEqual([]);
				expect(left.references.filter(one => !/^\d+$/.test(one.label))).toEqual([]);
				expect(new Set(left.definitions.map(one => one.label)).size).toBe(left.definitions.length);
				const prose = (of: string) =>
					of
						.replace(/## 参考文献[^]*$/, '')
						.replace(/^\[\^[^\]]+\]:.*$/gm, '')
						.replace(
							/\[[\^@][^\]]*\]|\[[\d，-]+\](?:第\d+段)?|（《[^）]*）|（[^）]*第\d+段）|（李某[^）]*）|（王某[^）]*）/g,
							'',
						)
						.trim();
				expect(prose(copy)).toBe(prose(text));
			},
		),
		{ numRuns: 150 },
	);
});
