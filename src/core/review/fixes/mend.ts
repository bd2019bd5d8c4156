// A stretch of a draft made to say a wording with as few edits as can be, its markup left as it stands.

import type { Block } from '../../draft/blocks';
import type { Edit } from '../../draft/edit';
import { foldCode } from '../../text/fold';
import { align } from '../compare/align';
import { numeralsIn, withWholeNumerals } from '../compare/numerals';
import { DroppedQuotes } from './droppedQuotes';
import type { Manners } from './fix';
import { keepsMarkup } from './markup';
import { quotedIn } from '../quoted';
import { readIn, repeatsUnread, type ReadCharacter } from './readCharacters';
import {
	areBalanced,
	quoteMarkOf,
	unmatchedQuotes,
	withoutQuotes,
	withQuoteShapes,
	type QuoteMark,
	type QuoteShape,
} from './quoteMarks';
import { WordingScript } from './wordingScript';

/** A longer stretch, or a longer wording, is not mended: nobody sees at a glance what would be done. */
const longest = 1500;

/**
 * Edits that make the stretch [start, end) of a draft say `wording`: marks in the draft's width, letters that are the
 * same but for width or script left alone. None where nothing is to change; nothing where it cannot be done without
 * touching markup or changing the script.
 */
export function mend(
	draft: string,
	block: Block,
	language: string,
	start: number,
	end: number,
	wording: string,
	manners: Manners,
): Edit[] | undefined {
	const read = readIn(draft, block, language, start, end);
	const words = inDraftsWidth(wording, manners);
	if (read.length === 0 || read.length > longest || words.length > longest) return undefined;
	for (const quotes of [true, false]) {
		const target = quotes ? nested(words, read, block, start, manners) : withoutQuotes(words);
		const kept = quotes ? read : read.filter(one => quoteMarkOf(one.mark) === undefined);
		if (target === undefined || kept.length === 0) continue;
		const edits = editsFor(
			draft,
			kept,
			target,
			manners,
			quotes
				? undefined
				: new DroppedQuotes(
						read.map(one => one.mark),
						words,
					),
		);
		// What the draft has where nothing is read, as code, is not missing.
		if (language === 'markdown' && edits?.some(([edit]) => repeatsUnread(draft, read, edit))) return undefined;
		const harmless = edits && withoutHarm(draft, block, edits, quotes);
		if (harmless) return harmless;
	}
	return undefined;
}

const wides: Readonly<Record<string, string>> = {
	',': '，',
	':': '：',
	';': '；',
	'(': '（',
	')': '）',
	'?': '？',
	'!': '！',
};

/** The marks of a wording as wide as the draft's; a source may have been digitised with half-width ones. */
function inDraftsWidth(wording: string, { inWidth }: Manners): string {
	const words = inWidth(wording);
	if (inWidth('，') !== '，') return words;
	return words.replace(
		/(?<=[\p{Script=Han}”’」』）》])[,:;?!)]|(?<=\p{Script=Han})\((?=\p{Script=Han})/gu,
		mark => wides[mark] ?? mark,
	);
}

/**
 * A wording with its quotations marked as those within the quotation it goes to; nothing where marks have other
 * partners there than here.
 */
function nested(
	words: string,
	read: readonly ReadCharacter[],
	block: Block,
	start: number,
	manners: Manners,
): string | undefined {
	const own = unmatchedQuotes([...words]);
	const other = unmatchedQuotes(read.map(one => one.mark));
	if (!own || own.closing !== other?.closing || own.opening !== other.opening) return undefined;
	const offset = start - block.start;
	const around = quotedIn(block).find(one => one.marks === 'quotes' && one.start <= offset && offset < one.end);
	const [outer, inner] = shapesWithin(around ? block.text.charAt(around.start - 1) : '', manners);
	return withQuoteShapes(words, outer, inner, own.closing);
}

/**
 * The shapes of quotations, and of those within them, behind the mark that opens the one around; empty where there is
 * none.
 */
function shapesWithin(mark: string, { quotes }: Manners): readonly [outer: QuoteShape, inner: QuoteShape] {
	switch (mark) {
		case '':
			return [quotes, { open: quotes.innerOpen, close: quotes.innerClose }];
		case '“':
			return [
				{ open: '‘', close: '’' },
				{ open: '“', close: '”' },
			];
		case '「':
			return [
				{ open: '『', close: '』' },
				{ open: '「', close: '」' },
			];
		default:
			return [{ open: quotes.innerOpen, close: quotes.innerClose }, quotes];
	}
}

/** What a mark of quotation is compared by: what it does. */
const quoteCodes: Readonly<Record<QuoteMark, number>> = { opens: 1, closes: 2, either: 3 };

/** What a character is compared by: letters folded, quotation marks by what they do. */
function codeOf(mark: string): number {
	const quote = quoteMarkOf(mark);
	if (quote) return quoteCodes[quote];
	const code = mark.charCodeAt(0);
	return /[\p{L}\p{N}]/u.test(mark) ? foldCode(code) : code;
}

/** Numbers with their signs of percentage, by code units. */
const numbersOf = (marks: readonly string[]) =>
	numeralsIn(marks.join('')).map(one => ({ from: one.start, to: one.tail, key: one.key }));
const comparedCodes = (marks: readonly string[]) => Uint16Array.from(marks, codeOf);

/**
 * One change in two forms: what is put between two characters may stand behind the one or before the other, where
 * markup is between.
 */
type Choice = readonly [Edit, Edit];

function editsFor(
	draft: string,
	read: readonly ReadCharacter[],
	target: string,
	manners: Manners,
	dropped: DroppedQuotes | undefined,
): Choice[] | undefined {
	// Code units: halves of a pair stand side by side on both sides.
	const units = target
		.split('')
		.map((mark, at) => ({ mark, at }))
		.filter(one => one.mark.trim() !== '');
	const marks = read.map(one => one.mark);
	const wanted = units.map(one => one.mark);
	const aligned = align(comparedCodes(marks), 0, marks.length, comparedCodes(wanted), 0, wanted.length, true);
	const whole = { ...aligned, from: 0, to: marks.length };
	const steps = withWholeNumerals(whole, numbersOf(marks), numbersOf(wanted));
	if (steps.some(step => dropped?.touches(step))) return undefined;
	const script = new WordingScript(marks, wanted, steps);
	const edits: Choice[] = [];
	for (const { from, to, start, end } of steps) {
		const [first, last] = [units[start], units[end - 1]];
		const raw = start < end && first && last ? target.slice(first.at, last.at + 1).trim() : '';
		const words = script.of(raw);
		if (words === undefined) return undefined;
		if (from === to) edits.push(inserted(read, from, escaped(words, manners)));
		else edits.push(...replaced(draft, read.slice(from, to), words, manners));
	}
	return edits;
}

const escaped = (words: string, manners: Manners) => (words === '' ? '' : manners.escape(words));

/** A text put before one of the characters, or behind the one before it. */
function inserted(read: readonly ReadCharacter[], before: number, text: string): Choice {
	const [own, previous] = [read[before], read[before - 1]];
	const behind = previous?.end ?? own?.start ?? 0;
	const start = own?.start ?? behind;
	return [
		{ start: behind, end: behind, text },
		{ start, end: start, text },
	];
}

/** A text in place of some characters: character for character, or all of it where most of them stand together. */
function replaced(draft: string, read: readonly ReadCharacter[], words: string, manners: Manners): Choice[] {
	const runs: { start: number; end: number; size: number }[] = [];
	for (const { start, end } of read) {
		const last = runs.at(-1);
		if (last?.end !== start) runs.push({ start, end, size: 1 });
		else {
			last.end = end;
			last.size++;
		}
	}
	const isEven = words.length === read.length;
	const longestRun = runs.reduce((a, b) => (b.size > a.size ? b : a));
	const edits: Choice[] = [];
	let used = 0;
	for (const run of runs) {
		const { start, end, size } = run;
		const all = run === longestRun ? words : '';
		const text = escaped(isEven ? words.slice(used, used + size) : all, manners);
		used += size;
		const edit = { start, end, text };
		if (draft.slice(start, end) !== text) edits.push([edit, edit]);
	}
	return edits;
}

/** The edits of which markup stays what it is, where there are such. */
function withoutHarm(draft: string, block: Block, choices: readonly Choice[], quotes: boolean): Edit[] | undefined {
	for (const side of [0, 1] as const) {
		const edits = joined(choices.map(choice => choice[side]));
		if (edits && keepsMarkup(draft, block, edits, quotes ? areBalanced : undefined)) return edits;
	}
	return undefined;
}

/** Edits that touch made one; nothing where one lies in another. */
function joined(edits: readonly Edit[]): Edit[] | undefined {
	const out: Edit[] = [];
	for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
		const last = out.at(-1);
		if (last && edit.start < last.end) return undefined;
		if (last?.end === edit.start)
			out[out.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
		else out.push(edit);
	}
	return out.filter(edit => edit.start !== edit.end || edit.text !== '');
}
