// A person's own words outlast every conversion: they stand in the draft or the copy that comes of it, where a reader gets to them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { Citing } from '../../../../src/core/citations/citing';
import { finishDraft, type FinishStyle } from '../../../../src/core/citations/edits/finish';
import type { Finished, Plan, PlanProblem } from '../../../../src/core/citations/edits/plan';
import type { DraftLanguage } from '../../../../src/core/citations/edits/escape';
import { definitionAt, labelKey, type NoteDefinition } from '../../../../src/core/draft/notes';
import { all, applied, book, corpusOf, newspaper, ref, sources } from '../../../unit/citations/drafts';

const finish = (text: string, style: FinishStyle, language: DraftLanguage = 'markdown') =>
	finishDraft(new Draft(text, language), style, sources, { edition: '2025' });
const codes = ({ problems }: { readonly problems: readonly PlanProblem[] }) =>
	problems.map(one => `${one.code} ${one.key}`);

describe('括注', () => {
	const note = '参见金观平文；该文第二段数据与本报告口径不同，已与作者核实。';
	test('a footnote that holds words of the person stays, and is told of', () => {
		const draft = `甲[^jin-2024]乙[^wang-2023]。\n\n[^jin-2024]: ${note}\n[^wang-2023]: ${ref(book)}\n`;
		const copy = finish(draft, 'note');
		expect(copy.text).toBe(`甲[^jin-2024]乙（王某：《新质生产力概论》，2023年）。\n\n[^jin-2024]: ${note}\n`);
		expect(copy.problems).toEqual([{ code: 'edited', key: 'jin-2024', start: 1, end: 12 }]);
	});
	test('each time it is referred to', () => {
		const draft = `甲[^jin-2024]乙[^JIN-2024]。\n\n[^jin-2024]: ${note}\n`;
		expect(finish(draft, 'note').text).toBe(draft);
	});
	test('asked for, the words stand in brackets', () => {
		const draft = `甲[^jin-2024][^wang-2023]乙[^jin-2024]。\n\n[^jin-2024]: ${note}\n[^wang-2023]: ${ref(book)}\n`;
		expect(
			finishDraft(new Draft(draft, 'markdown'), 'note', sources, { edition: '2025', ownWords: 'inText' }),
		).toMatchObject({
			text: `甲（${note.slice(0, -1)}；王某：《新质生产力概论》，2023年）乙（${note.slice(0, -1)}）。\n`,
			problems: [],
		});
	});
	test('an empty definition holds no words', () =>
		expect(finish('甲[^jin-2024]。\n\n[^jin-2024]: \n', 'note').text).toBe('甲（《经济日报》2024年2月14日）。\n'));
	test('words beside a key keep their marks', () =>
		expect(finish('甲,乙(丙),丁[参见*原文*，第二节 @jin-2024]\n', 'note').text).toBe(
			'甲,乙(丙),丁(参见*原文*，第二节《经济日报》2024年2月14日)\n',
		));
});

describe('numbers and footnotes', () => {
	test.each<[string, string, string, readonly string[]]>([
		[
			'several paragraphs',
			'甲[^jin-2024]\n\n[^jin-2024]: 第一段\n\n    第二段\n',
			'甲[^jin-2024]\n\n[^jin-2024]: 第一段\n\n    第二段\n',
			['edited jin-2024'],
		],
		[
			'a list',
			'甲[^jin-2024]\n\n[^jin-2024]: 有：\n    - 甲\n    - 乙\n',
			'甲[^jin-2024]\n\n[^jin-2024]: 有：\n    - 甲\n    - 乙\n',
			['edited jin-2024'],
		],
		[
			'a list at once',
			'甲[^jin-2024]\n\n[^jin-2024]: - 甲\n    - 乙\n',
			'甲[^jin-2024]\n\n[^jin-2024]: - 甲\n    - 乙\n',
			['edited jin-2024'],
		],
		[
			'two citations',
			'甲[^jin-2024]\n\n[^jin-2024]: 比较[@wang-2023]与[@jin-2024]\n',
			'甲[^jin-2024]\n\n[^jin-2024]: 比较[1]与[2]\n',
			['edited jin-2024'],
		],
		[
			'a definition in a list',
			'甲[^jin-2024]\n\n- [^jin-2024]: 手写的说明\n- 乙\n',
			'甲[^jin-2024]\n\n- [^jin-2024]: 手写的说明\n- 乙\n',
			['nested jin-2024'],
		],
		[
			'other words for the same label',
			`甲[^jin-2024]\n\n[^jin-2024]: ${ref(newspaper)}\n[^jin-2024]: 另写的话\n`,
			'甲[1]\n\n[^jin-2024]: 另写的话\n',
			['duplicate jin-2024'],
		],
	])('a note with %s stays', (_, draft, copy, told) => {
		const made = finish(draft, 'numeric');
		expect(made.text.replace(/\n## 参考文献[^]*$/, '')).toBe(copy);
		expect(codes(made)).toEqual(told);
	});
	test('lines of a note become one, in Chinese without a space, without the marks of a block quote', () => {
		expect(finish('甲[^jin-2024]\n\n> [^jin-2024]: 手写的\n> 说明 in\n> English\n', 'footnote').text).toBe(
			'甲[^1]\n\n[^1]: 手写的说明 in English\n',
		);
	});
	test('lines of the list that are not ours stay behind it', () => {
		const list = (...lines: string[]) =>
			`甲[@jin-2024]\n\n<!-- policy-writing: references -->\n\n${lines.join('\n\n')}\n\n<!-- /policy-writing: references -->\n\n乙\n`;
		const draft = list(`[1] ${ref(newspaper)}`, '[2] 张三. 手稿. 私藏.', '（以上均已核对）');
		const numbers = finish(draft, 'numeric');
		expect(numbers.text).toBe(`甲[1]\n\n[1] ${ref(newspaper)}\n\n[2] 张三. 手稿. 私藏.\n\n（以上均已核对）\n\n乙\n`);
		expect(codes(numbers)).toEqual(['edited 张三. 手稿. 私藏.', 'edited （以上均已核对）']);
		expect(finish(draft, 'note').text).toBe(
			`甲（《经济日报》2024年2月14日）\n\n${ref(newspaper)}\n\n张三. 手稿. 私藏.\n\n（以上均已核对）\n\n乙\n`,
		);
	});
	test('in LaTeX what stands beside a key and in the list', () => {
		const draft =
			'甲\\cite[参见][第2页]{jin-2024}乙\\cite[第三节起]{wang-2023}\n% policy-writing: references\n\\begin{thebibliography}{9}\n\\bibitem{zhang} 张三. 手稿.\n\\end{thebibliography}\n% /policy-writing: references\n';
		const { text } = finish(draft, 'numeric', 'latex');
		expect(text).toContain('甲（参见\\textsuperscript{[1]2}）乙（\\textsuperscript{[2]}第三节起）');
		expect(text).toContain('\\bibitem{zhang} 张三. 手稿.\n\\end{thebibliography}');
	});
});

test('switching tells of a second definition with other words', () => {
	const draft = `甲[^jin-2024]\n\n[^jin-2024]: ${ref(newspaper)}\n[^jin-2024]: 另写的话\n`;
	const plan = new Citing(corpusOf(all)).switchAll(new Draft(draft, 'markdown'), 'pandoc', {});
	expect(applied(draft, plan)).toBe('甲[@jin-2024]\n\n[^jin-2024]: 另写的话\n');
	expect(codes(plan)).toEqual(['duplicate jin-2024']);
});

// Words of a person are told from ours by their form: 话, a number, 完.
const own = /话\d+完/g;
const place = '话0完';

const label = fc.constantFrom('jin-2024', 'wang-2023', 'jin-2024-p3', 'Wang-2023-pp5', '7', 'note');
const mark = fc.oneof(
	label.map(one => `[^${one}]`),
	fc.constantFrom(
		'[@wang-2023, 第3段]',
		'[@jin-2024; @li-2022]',
		`[参见${place} @wang-2023, 第3段]`,
		`[@wang-2023，${place}]`,
		`[${place} @jin-2024; 另见${place} @li-2022 ${place}]`,
		'[@nobody]',
		'@wang-2023 ',
		'-@wang-2023 [第3段]',
	),
);
const words = fc.constantFrom(place, '，', '。', '(甲,乙)', '“丙”', '\uD83D\uDE00', '𠮷', '**重点**');
const phrase = fc.array(fc.oneof({ weight: 3, arbitrary: words }, { weight: 2, arbitrary: mark }), {
	minLength: 1,
	maxLength: 6,
});
const sentence = phrase.map(bits => `文${bits.join('')}`);
const body = fc.array(
	fc.oneof(
		{ weight: 4, arbitrary: sentence },
		sentence.map(one => `- ${one}\n- 乙`),
		sentence.map(one => `> ${one}\n> 续`),
		sentence.map(one => `| ${one} | 乙 |\n|---|---|\n| 丙 | ${place} |`),
	),
	{ minLength: 1, maxLength: 5 },
);
const note = fc.oneof(
	fc.constantFrom(ref(newspaper), ref(book), ref(book, { edition: '2015' }), '', '张三. 书[M]. 北京：社，2020.'),
	fc.constantFrom(
		`${ref(newspaper)}${place}`,
		`${place}\n    ${place}`,
		`${place}\n\n    ${place}`,
		`${place}\n    - ${place}\n    - ${place}`,
		`- ${place}\n    - ${place}`,
		`${ref(book)}\n\n    ${place}`,
		`参见[@wang-2023]${place}；另见[@jin-2024]。`,
		`张三. 书[M]. 北京：社，2020. ${place}[@jin-2024]`,
		`张三. 书[M]. 北京：社，2020. ${place}[^7]`,
		`${place}<!-- ${place} -->`,
		`> ${place}`,
		`${place}\n\`\`\`\n${place}\n\`\`\``,
	),
	sentence,
);
const definition = fc
	.tuple(label, note, fc.constantFrom('', '', '', '> ', '- '))
	.map(([name, text, before]) =>
		before === '> '
			? `[^${name}]: ${text}`.replace(/^/gm, '> ')
			: `${before}[^${name}]: ${text}`.replace(/\n/g, before === '- ' ? '\n  ' : '\n'),
	);
const list = fc
	.array(fc.constantFrom(`[1] ${ref(newspaper)}`, `[2] ${place}`, place, `### ${place}`, `[@nobody]${place}`), {
		maxLength: 4,
	})
	.map(lines => `<!-- policy-writing: references -->\n\n${lines.join('\n\n')}\n\n<!-- /policy-writing: references -->`);
const drafts = fc
	.tuple(
		body,
		fc.array(definition, { maxLength: 6 }),
		fc.option(list, { freq: 3 }),
		fc.constantFrom('\n', '\n\n'),
		fc.constantFrom('\n', '\r\n'),
	)
	.map(([blocks, notes, listed, between, end]) => {
		let count = 0;
		return `${[...blocks, ...(listed === null ? [] : [listed]), notes.join(between)].join('\n\n')}\n`
			.replaceAll(place, () => `话${++count}完`)
			.replaceAll('\n', end);
	});

/** Words in notes that no reader gets to: neither the text refers to them nor another note that it refers to. */
function unreachable(text: string): string[] {
	const draft = new Draft(text, 'markdown');
	const first = new Map(draft.definitions.toReversed().map(one => [labelKey(one.label), one]));
	const reached = new Set<NoteDefinition | undefined>([undefined]);
	for (const holder of reached)
		for (const one of draft.references)
			if (definitionAt(draft.definitions, one.start) === holder) reached.add(first.get(labelKey(one.label)));
	const all = [...text.matchAll(own)];
	const read = new Set(all.flatMap(one => (reached.has(definitionAt(draft.definitions, one.index)) ? [one[0]] : [])));
	return all.map(one => one[0]).filter(token => !read.has(token));
}

function expectKept(before: string, after: string, { problems }: Pick<Plan | Finished, 'problems'>): void {
	expect(after.match(own) ?? []).toEqual(expect.arrayContaining(before.match(own) ?? []));
	// What a reader no longer gets to was told of, unless they never got to it.
	const hidden = new Set(unreachable(before));
	const draft = new Draft(before, 'markdown');
	for (const token of unreachable(after)) {
		if (hidden.has(token)) continue;
		const holder = draft.definitions.find(one => one.start <= before.indexOf(token) && before.indexOf(token) < one.end);
		expect(
			problems.map(one => labelKey(one.key)),
			token,
		).toContain(labelKey(holder?.label ?? token));
	}
}

const conversions: readonly (readonly [string, (text: string) => { text: string } & Pick<Plan, 'problems'>])[] = [
	...(['numeric', 'note', 'footnote'] as const).map(
		style => [`finished as ${style}`, (text: string) => finish(text, style)] as const,
	),
	[
		'finished as note with the words in brackets',
		text => finishDraft(new Draft(text, 'markdown'), 'note', sources, { edition: '2015', ownWords: 'inText' }),
	],
	[
		'finished in order of authors',
		text => finishDraft(new Draft(text, 'markdown'), 'numeric', sources, { edition: '2025', order: 'author' }),
	],
	...(['pandoc', 'footnote'] as const).map(
		to =>
			[
				`switched to ${to}`,
				(text: string) => {
					const plan = new Citing(corpusOf(all)).switchAll(new Draft(text, 'markdown'), to, { edition: '2025' });
					return { text: applied(text, plan), problems: plan.problems };
				},
			] as const,
	),
	[
		'brought up to date',
		text => {
			const plan = new Citing(corpusOf(all)).update(new Draft(text, 'markdown'), { edition: '2015' });
			return { text: applied(text, plan), problems: plan.problems };
		},
	],
];

test.each(conversions)('whatever the draft, %s keeps every word of the person', (_, convert) => {
	fc.assert(
		fc.property(drafts, text => {
			const after = convert(text);
			expectKept(text, after.text, after);
		}),
		{ numRuns: 400, seed: 6 },
	);
});
