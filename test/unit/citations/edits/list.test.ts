// The reference list between its markers, references in another edition, and numbers of a plain text: only what is ours changes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { planList, planNewList, type ListOptions } from '../../../../src/core/citations/edits/list';
import { planRenumber } from '../../../../src/core/citations/edits/renumber';
import { planUpdate } from '../../../../src/core/citations/edits/update';
import { escapeFor, type DraftLanguage } from '../../../../src/core/citations/edits/escape';
import { Sources } from '../../../../src/core/citations/sources';
import { applied, article, book, bodies, corpusOf, foreign, newspaper, page, ref, sources } from '../drafts';

const open = '<!-- policy-writing: references -->';
const close = '<!-- /policy-writing: references -->';
const planned = (text: string, options: ListOptions = {}, language: DraftLanguage = 'markdown') =>
	planList(new Draft(text, language), sources, options);
const listed = (text: string, options?: ListOptions, language?: DraftLanguage) =>
	applied(text, planned(text, options, language));
const between = (text: string) => text.slice(text.indexOf(open) + open.length, text.indexOf(close));

describe('the list', () => {
	const draft = `甲[@wang-2023; @jin-2024, 第3段]，又[@wang-2023]。\n\n${open}\n${close}\n\n尾[^li-2022]\n`;

	test('in the order of citation, numbered, without places', () => {
		expect(between(listed(draft))).toBe(`\n\n[1] ${ref(book)}\n\n[2] ${ref(newspaper)}\n\n[3] ${ref(article)}\n\n`);
	});

	test('nothing but what stands between the markers changes, and a second time nothing', () => {
		const after = listed(draft);
		expect(after.replace(between(after), '\n')).toBe(draft);
		expect(planned(after).edits).toEqual([]);
	});

	test('by author: Chinese by pinyin, then Latin, the year behind the author', () => {
		const text = `甲[@{Smith 2020}; @wang-2023; @li-2022; @jin-2024]\n\n${open}\n${close}`;
		expect(
			between(listed(text, { order: 'author' }))
				.trim()
				.split('\n\n'),
		).toEqual([newspaper, article, book, foreign].map(one => ref(one, { style: 'author-date' })));
	});

	test('works of one author and year are told apart by letters, and are still known as ours', () => {
		const other = { ...book, id: 'wang-2023-2', title: `${book.title}续编` };
		const some = new Sources(corpusOf([book, other, newspaper]));
		const text = `甲[@wang-2023-2; @wang-2023; @jin-2024]\n\n${open}\n${close}`;
		const after = applied(text, planList(new Draft(text, 'markdown'), some, { order: 'author' }));
		expect(between(after)).toMatch(/2023a\. [^\n]+\n\n[^\n]+2023b\. /);
		expect(between(after)).not.toMatch(/2024[a-z]\. /);
		expect(planList(new Draft(after, 'markdown'), some, { order: 'citation' }).problems).toEqual([]);
	});

	test('in the other edition', () =>
		expect(between(listed(draft, { edition: '2015' }))).toContain(`[2] ${ref(newspaper, { edition: '2015' })}`));
	test('what acts as markup is escaped', () =>
		expect(between(listed(`[@page-p3]\n\n${open}\n${close}`))).toContain('数字经济\\_发展\\*规划'.replace('\\_', '_')));
	test('footnotes in numbers whose words are ours', () =>
		expect(between(listed(`甲[^1]\n\n[^1]: ${ref(book)}\n\n${open}\n${close}`))).toContain(`[1] ${ref(book)}`));
	test('nothing cited: nothing listed', () =>
		expect(between(listed(`甲\n\n${open}\n\n[1] ${ref(book)}\n\n${close}`))).toBe('\n\n'));
	test('a key between the markers is no citation', () =>
		expect(between(listed(`甲\n\n${open}\n[@jin-2024]\n${close}`))).toBe('\n\n'));
	test('CRLF stays CRLF', () =>
		expect(listed(`甲[@jin-2024]\r\n\r\n${open}\r\n${close}\r\n`)).toBe(
			`甲[@jin-2024]\r\n\r\n${open}\r\n\r\n[1] ${ref(newspaper)}\r\n\r\n${close}\r\n`,
		));
	test.each([
		`\`\`\`\n${open}\n${close}\n\`\`\`\n[@jin-2024]`,
		`[@jin-2024] ${open} 甲 ${close}`,
		`[@jin-2024]\n\n${open}\n\n没有结束`,
	])('no list: %s', text => expect(planned(text).edits).toEqual([]));

	test('lines of the writer are told of', () => {
		const made = planned(`甲[@jin-2024]\n\n${open}\n\n[1] ${ref(book)}\n\n[2] 手写的一条。\n\n${close}`);
		expect(made.problems.map(one => [one.code, one.key])).toEqual([['edited', '手写的一条。']]);
	});

	test('LaTeX has a bibliography between comments', () => {
		const text = '甲\\cite{jin-2024}。\n% policy-writing: references\n% /policy-writing: references\n';
		expect(listed(text, {}, 'latex')).toBe(
			`甲\\cite{jin-2024}。\n% policy-writing: references\n\\begin{thebibliography}{9}\n\\bibitem{jin-2024} ${escapeFor('latex', ref(newspaper))}\n\\end{thebibliography}\n% /policy-writing: references\n`,
		);
		expect(listed(listed(text, {}, 'latex'), {}, 'latex')).toBe(listed(text, {}, 'latex'));
	});
});

describe('a new list', () => {
	const made = (text: string, language: DraftLanguage = 'markdown') =>
		applied(text, planNewList(new Draft(text, language), sources, {}));
	const body = `${open}\n\n[1] ${ref(newspaper)}\n\n${close}`;
	test.each([
		['at the end under a heading', '甲[@jin-2024]。\n', `甲[@jin-2024]。\n\n## 参考文献\n\n${body}\n`],
		[
			'under the heading that waits for it',
			'甲[@jin-2024]。\n\n# 参考文献\n',
			`甲[@jin-2024]。\n\n# 参考文献\n\n${body}\n`,
		],
		[
			'under a heading with a colon',
			'甲[@jin-2024]。\n\n# 参考文献：\n',
			`甲[@jin-2024]。\n\n# 参考文献：\n\n${body}\n`,
		],
		[
			'not under a heading with a list',
			'甲[@jin-2024]。\n\n# 参考文献\n\n手写\n',
			`甲[@jin-2024]。\n\n# 参考文献\n\n手写\n\n## 参考文献\n\n${body}\n`,
		],
		[
			'not into code that is open',
			'甲[@jin-2024]。\n\n```\n码',
			`甲[@jin-2024]。\n\n## 参考文献\n\n${body}\n\n\`\`\`\n码`,
		],
		[
			'not into a comment that is open',
			'甲[@jin-2024]。\n\n<!-- 未完\n\n乙',
			`甲[@jin-2024]。\n\n## 参考文献\n\n${body}\n\n<!-- 未完\n\n乙`,
		],
		[
			'not into HTML that is open',
			'甲[@jin-2024]。\n\n<pre>\n码\n\n乙\n',
			`甲[@jin-2024]。\n\n## 参考文献\n\n${body}\n\n<pre>\n码\n\n乙\n`,
		],
		...['<?php', '<!DOCTYPE', '<![CDATA['].map((open): [string, string, string] => [
			`not into ${open} that is open`,
			`甲[@jin-2024]。\n\n${open}\n码\n\n乙\n`,
			`甲[@jin-2024]。\n\n## 参考文献\n\n${body}\n\n${open}\n码\n\n乙\n`,
		]),
		[
			'behind HTML that ends',
			'甲[@jin-2024]。\n\n<?php\n\n码 ?>\n\n乙\n',
			`甲[@jin-2024]。\n\n<?php\n\n码 ?>\n\n乙\n\n## 参考文献\n\n${body}\n`,
		],
	])('%s', (_, before, after) => {
		expect(made(before)).toBe(after);
		expect(planned(after).edits).toEqual([]);
	});
	test.each([
		'甲[@jin-2024] <!-- 未完\n\n乙',
		'甲[@jin-2024]。\n\n> 乙 <!-- 未完\n',
		'甲[@jin-2024]。\n\n- 丙 <!-- 未完\n\n# 参考文献\n',
	])('none where the end of its marker would end a comment that is open in a paragraph, and that is told: %j', text => {
		const plan = planNewList(new Draft(text, 'markdown'), sources, {});
		expect([plan.edits, plan.problems.map(one => one.code)]).toEqual([[], ['open']]);
	});
	test('a mark of a comment in code opens none', () =>
		expect(made('甲[@jin-2024] `<!--`。\n')).toBe(`甲[@jin-2024] \`<!--\`。\n\n## 参考文献\n\n${body}\n`));
	test('before the end of a LaTeX document', () =>
		expect(made('甲\\cite{jin-2024}\n\\end{document}\n', 'latex')).toMatch(
			/^甲\\cite\{jin-2024\}\n\n% policy[^]*\n% \/policy-writing: references\n\\end\{document\}\n$/,
		));
});

describe('references brought up to date', () => {
	const update = (text: string, options: ListOptions = { edition: '2015' }, language: DraftLanguage = 'markdown') => {
		const plan = planUpdate(new Draft(text, language), sources, options);
		return { text: applied(text, plan), problems: plan.problems.map(one => [one.code, one.key]) };
	};
	const md = (...args: Parameters<typeof ref>) => escapeFor('markdown', ref(...args));

	test('definitions that are ours, of any edition and place', () => {
		const text = `甲[^jin-2024]乙[^page-p3-p2]丙[^1]\n\n[^jin-2024]: ${md(newspaper)}\n[^page-p3-p2]: ${md(page, { locator: { paragraph: 2 } })}\n[^1]: ${md(book)}\n[^2]: 说明\n`;
		const after = `甲[^jin-2024]乙[^page-p3-p2]丙[^1]\n\n[^jin-2024]: ${md(newspaper, { edition: '2015' })}\n[^page-p3-p2]: ${md(page, { edition: '2015', locator: { paragraph: 2 } })}\n[^1]: ${md(book, { edition: '2015' })}\n[^2]: 说明\n`;
		expect(update(text)).toEqual({ text: after, problems: [] });
		expect(update(after, { edition: '2025' }).text).toBe(text);
	});
	test('whatever number of authors was asked for before', () => {
		const many = { ...book, author: ['甲', '乙', '丙', '丁', '戊', '己', '庚'].map(literal => ({ literal })) };
		const known = new Sources(corpusOf([many]));
		for (let authors = 1; authors < 9; authors++) {
			const text = `甲[^wang-2023]\n\n[^wang-2023]: ${ref(many, { authors })}\n`;
			expect(applied(text, planUpdate(new Draft(text, 'markdown'), known, {}))).toBe(
				`甲[^wang-2023]\n\n[^wang-2023]: ${ref(many)}\n`,
			);
		}
	});
	test('what somebody edited is told of and stays', () => {
		const text = `甲[^jin-2024]\n\n[^jin-2024]: ${md(newspaper)} 笔者按。`;
		expect(update(text)).toEqual({ text, problems: [['edited', 'jin-2024']] });
	});
	test('an empty definition and one that is missing are written', () => {
		expect(update('甲[^wang-2023]乙[^jin-2024]\n\n[^jin-2024]:\n', {}).text).toBe(
			`甲[^wang-2023]乙[^jin-2024]\n\n[^wang-2023]: ${md(book)}\n[^jin-2024]: ${md(newspaper)}\n`,
		);
	});
	test('in LaTeX and in a list of a plain text', () => {
		const tex = (edition: '2025' | '2015') =>
			`甲\\footnote{${escapeFor('latex', ref(page, { edition }))}}\\footnote{说明}`;
		expect(update(tex('2025'), { edition: '2015' }, 'latex').text).toBe(tex('2015'));
		const plain = (edition: '2025' | '2015') => `甲[1]\n\n参考文献\n[1] ${ref(book, { edition })}\n[2] 手写\n`;
		expect(update(plain('2025'), { edition: '2015' }, 'plaintext').text).toBe(plain('2015'));
	});
	test('twice changes nothing', () => {
		const mark = fc.constantFrom('[^jin-2024]', '[^wang-2023-p3]', '[^1]', '[@li-2022]');
		const notes = fc.subarray([
			`[^jin-2024]: ${md(newspaper)}`,
			`[^jin-2024]: ${md(newspaper, { edition: '2015' })}`,
			'[^jin-2024]: 手写',
			`[^1]: ${md(book)}`,
			'[^1]: 说',
		]);
		fc.assert(
			fc.property(
				bodies(mark),
				notes,
				fc.constantFrom('2025' as const, '2015' as const),
				(body, definitions, edition) => {
					const once = update(`${body}\n\n${definitions.join('\n')}`, { edition }).text;
					expect(update(once, { edition }).text).toBe(once);
				},
			),
			{ numRuns: 150 },
		);
	});
});

describe('numbers of a plain text', () => {
	const renumbered = (text: string) => applied(text, planRenumber(new Draft(text, 'plaintext')));
	test.each([
		[
			'by appearance, the list with them',
			'甲[2]乙[1]丙[2，1]\n\n参考文献\n[1] 一.\n[2] 二.\n',
			'甲[1]乙[2]丙[1，2]\n\n参考文献\n[1] 二.\n[2] 一.\n',
		],
		['entries nobody refers to come last', '甲[3]\n参考文献\n[1] 一.\n[3] 三.', '甲[1]\n参考文献\n[1] 三.\n[2] 一.'],
		['years in brackets stay', '甲[2024]乙[1]\n参考文献\n[1] 一.', '甲[2024]乙[1]\n参考文献\n[1] 一.'],
		['no list, nothing', '甲[2]乙[1]', '甲[2]乙[1]'],
		[
			'a range of numbers that would change stays',
			'甲[2-3]乙[1]\n参考文献\n[1] 一.\n[2] 二.\n[3] 三.',
			'甲[2-3]乙[1]\n参考文献\n[1] 一.\n[2] 二.\n[3] 三.',
		],
	])('%s', (_, before, after) => {
		expect(renumbered(before)).toBe(after);
		expect(renumbered(after)).toBe(after);
	});
	test('a number without an entry is told of', () =>
		expect(planRenumber(new Draft('甲[7]\n参考文献\n[1] 一.', 'plaintext')).problems).toMatchObject([
			{ code: 'unknown', key: '7' },
		]));
	test.each([
		[
			'',
			'甲[1]。乙[2]。丙[3]。\n\n参考文献\n[1] 一.\n[3] 三.\n',
			'甲[1]。乙[2]。丙[3]。\n\n参考文献\n[1] 一.\n[3] 三.\n',
		],
		[
			'the order',
			'甲[3]。乙[2]。丙[1]。\n\n参考文献\n[1] 一.\n[3] 三.\n',
			'甲[1]。乙[2]。丙[3]。\n\n参考文献\n[1] 三.\n[3] 一.\n',
		],
		[
			'in a group',
			'甲[5，2]。丙[6]。\n\n参考文献\n[5] 五.\n[6] 六.\n',
			'甲[1，2]。丙[3]。\n\n参考文献\n[1] 五.\n[3] 六.\n',
		],
		[
			'behind the list',
			'丙[3]。\n\n参考文献\n[3] 三.\n[4] 四.\n\n附件：丁[1]、戊[4]。',
			'丙[2]。\n\n参考文献\n[2] 三.\n[3] 四.\n\n附件：丁[1]、戊[3]。',
		],
		[
			'in an entry',
			'丙[3]。丁[4]。\n\n参考文献\n[3] 三，见[4]、[1].\n[4] 四.\n',
			'丙[2]。丁[3]。\n\n参考文献\n[2] 三，见[3]、[1].\n[3] 四.\n',
		],
	])('a number in use that has no entry yet is given to none: %s', (_, before, after) => {
		expect(renumbered(before)).toBe(after);
		expect(renumbered(after)).toBe(after);
	});
	test.each([
		['two lists', '甲[2]\n参考文献\n[2] 二.\n\n乙[2]\n参考文献\n[2] 二.', 'context'],
		['a number twice', '甲[2]\n参考文献\n[2] 二.\n[2] 三.', 'duplicate'],
	])('what is meant cannot be told, so nothing is counted: %s', (_, text, code) => {
		const plan = planRenumber(new Draft(text, 'plaintext'));
		expect([plan.edits, plan.problems.map(one => one.code)]).toEqual([[], [code]]);
	});
});
