// Marks that are put right all at once, whatever the draft: brackets in pairs or not at all, and nothing else touched.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DraftLanguage } from '../../../../src/core/service';
import { fixAll } from '../../../unit/review/marks/fixAll';

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
		'"',
		'.',
		'?',
		'!',
		'一. ',
		'`"甲"`',
		'<b title="甲">',
		'[^1]',
		'加快建设体系',
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
		const known = { '(': '（', ')': '）', ',': '，', ':': '：', ';': '；', '.': '。', '?': '？', '!': '！', '―': '—' }[
			text[at]!
		];
		if (text[at] === '"') expect('“”「」').toContain(after[at]);
		else if (known === undefined) {
			// A mark that is turned becomes its own partner.
			expect([opens, closes].map(all => [...all].indexOf(text[at]!)).sort()).toContain(-1);
			expect((opens + closes).includes(after[at]!)).toBe(true);
			turned = true;
		} else expect(after[at]).toBe(known);
	}
	// In plain text each line is a paragraph, in Markdown and LaTeX what stands between blank lines.
	const paragraphs = (of: string) => of.split(language === 'plaintext' ? /\n/ : /\n[ \t]*\n/);
	const mates = paragraphs(after);
	// What was straight is looked at as what it has become.
	const shaped = text.replace(/"/g, (_, at: number) => after.charAt(at));
	for (const [at, paragraph] of paragraphs(shaped).entries()) expectPairs(paragraph, mates[at]!, turned);
	return after;
}

test.each(['markdown', 'plaintext', 'latex'] as const)(
	'whatever the draft, pairs are after Fix All as balanced as before and of one width, and nothing else has changed: %s',
	language => {
		fc.assert(
			fc.property(texts, text => {
				const after = mended(text, language);
				expect(mended(after, language)).toBe(after);
			}),
			{ numRuns: 1500, seed: 8 },
		);
	},
);
