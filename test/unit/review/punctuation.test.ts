// Marks that are put right, all at once as Fix All does: brackets in pairs or not at all, and nothing else touched.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bracketPartners } from '../../../src/core/review/brackets';
import { Draft } from '../../../src/core/draft/draft';
import { applyEdits, type Edit } from '../../../src/core/draft/edit';
import { Reviewer } from '../../../src/core/review/review';
import { createPolicyService, type DraftLanguage } from '../../../src/core/service';
import { corpusOf } from './corpus';

const corpus = corpusOf({});
const service = createPolicyService(corpus);
const review = (draft: string, language: DraftLanguage) =>
	new Reviewer(corpus).reviewNow(new Draft(draft, language), { families: ['punctuation'] }).findings;
const fixesOf = (text: string, language: DraftLanguage) =>
	review(text, language).map(
		finding =>
			service.fixes(new Draft(text, language), finding, 'footnote', {}).find(fix => fix.kind === 'wording')?.edits ??
			[],
	);

/** Every mark that can be put right put right; of two fixes that touch each other the first. */
function fixAll(text: string, language: DraftLanguage = 'markdown'): string {
	const edits: Edit[] = [];
	for (const fix of fixesOf(text, language))
		if (!fix.some(one => edits.some(other => one.start < other.end && other.start < one.end))) edits.push(...fix);
	return applyEdits(
		text,
		edits.sort((a, b) => a.start - b.start),
	);
}

describe('brackets', () => {
	test.each([
		['采用政府和社会资本合作(PPP)模式。', '采用政府和社会资本合作（PPP）模式。'],
		['比上年提高(见表1)。', '比上年提高（见表1）。'],
		['合作（PPP)模式', '合作（PPP）模式'],
		['合作(PPP）模式', '合作（PPP）模式'],
		['提高(见表 1)。', '提高（见表 1）。'],
		['提高(其中a(b)c)。', '提高（其中a(b)c）。'],
		['提高（其中f(x)和g(y)）。', '提高（其中f(x)和g(y)）。'],
		['有（见 1) 甲 2) 乙）。', '有（见 1) 甲 2) 乙）。'],
		['提高(见“表(1)”)。', '提高（见“表（1）”）。'],
		['第一行(甲\n乙 b)丙', '第一行（甲\n乙 b）丙'],
		['其中($x$为变量)成立', '其中（$x$为变量）成立'],
		['用[数据(新)](图1(新).png)和`f(值)`。', '用[数据（新）](图1(新).png)和`f(值)`。'],
		['(一) 甲', '（一） 甲'],
	])('%s', (draft, wanted) => expect(fixAll(draft)).toBe(wanted));

	test.each([
		'f(x)和 (a) 都好',
		'1) 甲。2) 乙',
		'合作(PPP模式',
		'合作PPP)模式',
		'一) 甲(乙',
		'很好:smile:。',
		'Innovation (new) 创新',
	])('%s stays', draft => expect(fixAll(draft)).toBe(draft));

	test('each bracket is a finding, and the fix of either mends both', () => {
		const draft = '合作(PPP)模式';
		expect(review(draft, 'markdown').map(one => [one.code, one.start, one.end])).toEqual([
			['punctuation.halfwidth', 2, 3],
			['punctuation.halfwidth', 6, 7],
		]);
		for (const edits of fixesOf(draft, 'markdown')) expect(applyEdits(draft, edits)).toBe('合作（PPP）模式');
	});
	test('one without a partner is told of as such, and nothing is proposed', () => {
		expect(review('合作(PPP模式', 'markdown').map(one => [one.code, one.data.wording])).toEqual([
			['punctuation.unbalanced', undefined],
		]);
	});
});

test.each([
	['（甲“乙）丙“。', 'turned, it would close across a bracket'],
	['《甲“乙》丙“。', 'turned, it would close across a title'],
])('%s stays: %s', draft => expect(fixAll(draft)).toBe(draft));

test('in LaTeX names are left alone', () => {
	const draft = '见图\\ref{图:结构(新)}和\\label{表:甲}。\n';
	expect(fixAll(draft, 'latex')).toBe(draft);
});

const opens = '“‘「『（(《〈【〔';
const closes = '”’」』）)》〉】〕';
const pieces = fc.constantFrom(
	...opens,
	...closes,
	...[
		'甲',
		'乙',
		'文',
		'，',
		'。',
		',',
		':',
		';',
		'a',
		'f',
		'1',
		' ',
		'\n',
		'$x$',
		'`f(甲)`',
		'[丙](b(1).md)',
		'PPP',
		'1)',
		'2）',
		'5%',
		'―',
		'𠮷',
		'\uD83D\uDE00',
	],
);
const texts = fc.oneof(
	fc.array(pieces, { minLength: 1, maxLength: 24 }).map(all => all.join('')),
	// Drafts as they mostly are: pairs within pairs, of one width or two.
	fc.letrec<{ text: string }>(tie => ({
		text: fc.oneof(
			{ maxDepth: 4 },
			fc.constantFrom('合作', 'PPP', '见表1', '，', ',', 'f', '1', ' ', '$x$', '甲\n乙', '`g(甲)`'),
			fc
				.tuple(
					fc.constantFrom('()', '（）', '（)', '(）', '“”', '《》', '“”', '‘’', '““', '””'),
					tie('text'),
					tie('text'),
				)
				.map(([pair, inner, behind]) => `${pair[0]!}${inner}${pair[1]!}${behind}`),
			fc.tuple(tie('text'), tie('text')).map(([one, other]) => one + other),
		),
	})).text,
);

/** 1) at the beginning of a clause closes nothing. */
const listNumber = /(?:^|[。；;：:\n])[ \t]*(?:[0-9A-Za-z]{1,2}|[一二三四五六七八九十]{1,3})$/;

/** Partners of round brackets and others, whatever their width; of marks that mend nothing is known here but their order. */
function pairsIn(text: string): { readonly pairs: ReadonlySet<string>; readonly alone: number } {
	const open: { mark: string; at: number }[] = [];
	const pairs = new Set<string>();
	let alone = 0;
	const wide = (mark: string) => ({ '(': '（', ')': '）' })[mark] ?? mark;
	for (let at = 0; at < text.length; at++) {
		const mark = wide(text[at]!);
		if (opens.includes(mark)) open.push({ mark, at });
		else if (closes.includes(mark) && !(text[at] === ')' && listNumber.test(text.slice(0, at)))) {
			const wanted = wide(opens[closes.indexOf(mark)]!);
			const partner = open.findLastIndex(one => one.mark === wanted);
			if (partner < 0) alone++;
			else {
				alone += open.length - partner - 1;
				pairs.add(`${open[partner]!.at} ${at}`);
				open.length = partner;
			}
		}
	}
	return { pairs, alone: alone + open.length };
}

/** Marks of a paragraph have the partners that they had, and no more of them go together in two widths. */
function expectPairs(text: string, after: string, turned: boolean): void {
	const [before, now] = [pairsIn(text), pairsIn(after)];
	expect(now.alone).toBeLessThanOrEqual(before.alone);
	if (!turned) expect(now.pairs).toEqual(before.pairs);
	const mixed = (pairs: ReadonlySet<string>, of: string) =>
		[...pairs]
			.map(pair => pair.split(' ').map(Number) as [number, number])
			.filter(([open]) => /[(（]/.test(of[open]!))
			.filter(([open, close]) => (of[open] === '(') !== (of[close] === ')'));
	expect(mixed(now.pairs, after).length).toBeLessThanOrEqual(mixed(before.pairs, text).length);
}

/** The draft after Fix All, with all that must be true of it. */
function mended(text: string, language: DraftLanguage): string {
	const after = fixAll(text, language);
	expect(after.length).toBe(text.length);
	let turned = false;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === after[at]) continue;
		const known = { '(': '（', ')': '）', ',': '，', ':': '：', ';': '；', '―': '—' }[text[at]!];
		if (known === undefined) {
			// A mark that is turned becomes its own partner.
			expect([opens, closes].map(all => [...all].indexOf(text[at]!)).sort()).toContain(-1);
			expect((opens + closes).includes(after[at]!)).toBe(true);
			turned = true;
		} else expect(after[at]).toBe(known);
	}
	// In plain text each line is a paragraph, in Markdown and LaTeX what stands between blank lines.
	const paragraphs = (of: string) => of.split(language === 'plaintext' ? /\n/ : /\n[ \t]*\n/);
	const mates = paragraphs(after);
	for (const [at, paragraph] of paragraphs(text).entries()) expectPairs(paragraph, mates[at]!, turned);
	return after;
}

test.each(['markdown', 'plaintext', 'latex'] as const)(
	'whatever the draft, pairs are after Fix All as balanced as before and of one width, and nothing else has changed: %s',
	language => {
		fc.assert(
			fc.property(texts, text => {
				// A mark that was put right may put the next in a better light; then there is an end of it.
				let [before, after] = [text, mended(text, language)];
				for (let round = 0; round < 4 && before !== after; round++) [before, after] = [after, mended(after, language)];
				expect(after).toBe(before);
			}),
			{ numRuns: 1500, seed: 8 },
		);
	},
);

test('brackets of a table are those of their cells', () => {
	const partners = (text: string) => [...bracketPartners(text)].filter(([open, close]) => open < close);
	expect(partners('| 合作（甲 | 乙) |\n|---|---|\n| 一(二) | 三 |')).toEqual([[27, 29]]);
	expect(partners('| 合作（甲 | 乙) |')).toEqual([]);
	expect(partners('甲 | 乙\n--- | ---\n一（二 | 三）')).toEqual([]);
	expect(partners('一（二|三）四')).toEqual([[1, 5]]);
	expect(partners('合作（甲 & 乙) \\\\\n一(二) & 三 \\\\')).toEqual([[14, 16]]);
	expect(partners('一（二 \\& 三) \\\\ 四（五 \\\\ 六）')).toEqual([
		[1, 8],
		[14, 21],
	]);
	expect(partners('一（二 \\& 三) & 四（五 \\\\ 六）')).toEqual([[1, 8]]);
	expect(partners('研发（R&D) 投入')).toEqual([[2, 6]]);
});
