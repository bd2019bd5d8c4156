// A stretch of a draft made to say a wording with as few edits as can be, its markup left as it stands.

import { isTex } from '../draft/language';
import type { Block } from '../draft/blocks';
import type { Edit } from '../draft/edit';
import { blank } from '../draft/mask';
import { foldCode } from '../text/fold';
import { isTraditionalOnly } from '../text/script';
import { align } from './compare/align';
import { numeralsIn, withWholeNumerals } from './compare/numerals';
import { keepsMarkup } from './markup';
import { quotedIn } from './quoted';

/** How a draft is written. */
export interface Manners {
	inWidth(text: string): string;
	escape(text: string): string;
	readonly quotes: {
		readonly open: string;
		readonly close: string;
		readonly innerOpen: string;
		readonly innerClose: string;
	};
}

/** A longer stretch, or a longer wording, is not mended: nobody sees at a glance what would be done. */
const longest = 1500;

/** A character of the draft that is read, and where it stands. */
interface Seen {
	readonly mark: string;
	readonly at: number;
}

/**
 * Edits that make the stretch [start, end) of a draft say `wording`: marks in the draft's width, letters that are the same but for width or script
 * left alone. None where nothing is to change; nothing where it cannot be done without touching markup or changing the script.
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
	const seen = seenIn(draft, block, language, start, end);
	const words = inDraftsWidth(wording, manners);
	if (seen.length === 0 || seen.length > longest || words.length > longest) return undefined;
	for (const quotes of [true, false]) {
		const target = quotes ? nested(words, seen, block, start, manners) : withoutQuotes(words);
		if (target === undefined) continue;
		const edits = editsFor(draft, quotes ? seen : seen.filter(one => quoteOf(one.mark) === 0), target, manners);
		const done = edits && settled(draft, block, edits, quotes);
		if (done) return done;
	}
	return undefined;
}

const markdownMarks = /[[\]~|`]/;
const latexMarks = /[{}~$&`'\\]/;

/** What of a stretch is text: not markup, not space, not the beginning of a line. */
function seenIn(draft: string, block: Block, language: string, start: number, end: number): Seen[] {
	const seen: Seen[] = [];
	const tex = isTex(language);
	const marks = language === 'markdown' ? markdownMarks : tex ? latexMarks : undefined;
	for (let at = start; at < end; at++) {
		const read = block.text[at - block.start] ?? blank;
		const mark = draft[at]!;
		if (read === blank) {
			// What is escaped is text, too.
			const escaped =
				language === 'markdown' &&
				draft[at - 1] === '\\' &&
				/[!-/:-@[-`{-~]/.test(mark) &&
				block.text[at - block.start - 2] !== blank &&
				block.text[at - block.start + 1] !== blank;
			if (escaped) seen.push({ mark, at });
		} else if (mark.trim() !== '' && (!marks?.test(mark) || (tex && draft[at - 1] === '\\'))) seen.push({ mark, at });
	}
	return seen;
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
		mark => wides[mark]!,
	);
}

const openers = '“‘「『';
const closers = '”’」』';

/** 1: opens a quotation, 2: closes one, 3: either, 0: is no such mark. */
function quoteOf(mark: string): number {
	return openers.includes(mark) ? 1 : closers.includes(mark) ? 2 : mark === '"' ? 3 : 0;
}

function withoutQuotes(words: string): string {
	return words.replace(/[“”‘’「」『』"]/g, '');
}

/** Whether marks of quotation come in pairs of one shape. */
function balanced(marks: readonly string[]): boolean {
	const open: number[] = [];
	for (const mark of marks) {
		if (quoteOf(mark) === 3) return false;
		if (quoteOf(mark) === 1) open.push(openers.indexOf(mark));
		else if (quoteOf(mark) === 2 && open.pop() !== closers.indexOf(mark)) return false;
	}
	return open.length === 0;
}

/** A wording with its quotations marked as those within the quotation it goes to; nothing where marks do not come in pairs, there or here. */
function nested(
	words: string,
	seen: readonly Seen[],
	block: Block,
	start: number,
	{ quotes }: Manners,
): string | undefined {
	const own = [...words].filter(mark => quoteOf(mark) > 0);
	if (!balanced(own) || !balanced(seen.map(one => one.mark).filter(mark => quoteOf(mark) > 0))) return undefined;
	const around = quotedIn(block.text).find(
		one => one.marks === 'quotes' && one.start <= start - block.start && start - block.start < one.end,
	);
	const outer = around ? block.text[around.start - 1]! : '';
	const shapes = [
		[quotes.open, quotes.close],
		[quotes.innerOpen, quotes.innerClose],
	];
	if ('“'.includes(outer) && outer) shapes.splice(0, 2, ['‘', '’'], ['“', '”']);
	else if ('「'.includes(outer) && outer) shapes.splice(0, 2, ['『', '』'], ['「', '」']);
	else if (outer !== '') shapes.reverse();
	let depth = 0;
	return [...words]
		.map(mark => {
			const kind = quoteOf(mark);
			if (kind === 0) return mark;
			if (kind === 2) depth--;
			const shape = shapes[depth % 2]![kind - 1]!;
			if (kind === 1) depth++;
			return shape;
		})
		.join('');
}

/** What a character is compared by: letters folded, quotation marks by what they do. */
function codeOf(mark: string): number {
	const quote = quoteOf(mark);
	return quote > 0 ? quote : /[\p{L}\p{N}]/u.test(mark) ? foldCode(mark.charCodeAt(0)) : mark.charCodeAt(0);
}

/** Numbers with their signs of percentage, by code units. */
const numbersOf = (marks: readonly string[]) =>
	numeralsIn(marks.join('')).map(one => ({ from: one.start, to: one.tail, key: one.key }));
const codesOf = (marks: readonly string[]) => Uint16Array.from(marks, codeOf);
const spaceAround = /^\s+|\s+$/g;

/** One change in two forms: what is put between two characters may stand behind the one or before the other, where markup is between. */
type Choice = readonly [Edit, Edit];

function editsFor(draft: string, seen: readonly Seen[], target: string, manners: Manners): Choice[] | undefined {
	const places: number[] = [];
	// Code units: halves of a pair stand side by side on both sides.
	const units = target.split('').filter((mark, at) => mark.trim() !== '' && places.push(at) > 0);
	const marks = seen.map(one => one.mark);
	const aligned = align(codesOf(marks), 0, marks.length, codesOf(units), 0, units.length, true);
	const whole = { ...aligned, from: 0, to: marks.length };
	const steps = withWholeNumerals(whole, numbersOf(marks), numbersOf(units));
	const script = new Script(marks, units, steps);
	const edits: Choice[] = [];
	for (const { from, to, start, end } of steps) {
		const raw = start === end ? '' : target.slice(places[start], places[end - 1]! + 1).replace(spaceAround, '');
		const words = script.of(raw);
		if (words === undefined) return undefined;
		const text = words === '' ? '' : manners.escape(words);
		if (from === to) {
			const behind = from === 0 ? seen[0]!.at : seen[from - 1]!.at + 1;
			const before = seen[from]?.at ?? behind;
			edits.push([
				{ start: behind, end: behind, text },
				{ start: before, end: before, text },
			]);
			continue;
		}
		const runs: { start: number; end: number }[] = [];
		for (const { at } of seen.slice(from, to)) {
			const last = runs.at(-1);
			if (last?.end === at) last.end++;
			else runs.push({ start: at, end: at + 1 });
		}
		const even = text.length === to - from;
		let used = 0;
		const longestRun = runs.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));
		for (const run of runs) {
			const size = run.end - run.start;
			const part = even ? text.slice(used, used + size) : run === longestRun ? text : '';
			used += size;
			const edit = { ...run, text: part };
			if (draft.slice(run.start, run.end) !== part) edits.push([edit, edit]);
		}
	}
	return edits;
}

let variants: Uint8Array | undefined;

/** Whether a character has another form in the other script. */
function hasVariant(mark: string): boolean {
	if (!variants) {
		variants = new Uint8Array(65536);
		for (let code = 0x3400; code < 0xa000; code++)
			if (foldCode(code) !== code) variants[foldCode(code)] = variants[code] = 1;
	}
	// 了 is 瞭 in 瞭解 alone, which a wording hardly begins or ends with.
	return mark !== '了' && variants[mark.charCodeAt(0)] === 1;
}

/** In which script a stretch is written, as far as that shows beside a wording. */
class Script {
	private readonly traditional: boolean;
	private readonly foreign: boolean;
	/** Whether all that is the same on both sides is written the same. */
	private readonly asWritten: boolean;

	constructor(
		ours: readonly string[],
		theirs: readonly string[],
		steps: readonly { readonly from: number; readonly to: number; readonly start: number; readonly end: number }[],
	) {
		const isTraditional = (mark: string) => isTraditionalOnly(mark.charCodeAt(0));
		const other = theirs.some(isTraditional);
		this.traditional = ours.some(
			(mark, at) => isTraditional(mark) && !steps.some(step => step.from <= at && at < step.to),
		);
		this.foreign = other && !this.traditional;
		let at = 0;
		this.asWritten = [...steps, { from: ours.length, to: 0, start: theirs.length, end: 0 }].every((step, one) => {
			const before = steps[one - 1] ?? { to: 0, end: 0 };
			at = before.end - before.to;
			for (let own = before.to; own < step.from; own++)
				if (/\p{Script=Han}/u.test(ours[own]!) && ours[own] !== theirs[own + at]) return false;
			return true;
		});
	}

	/** Words of the wording in the script of the stretch; nothing where nobody knows how they are written in it. */
	of(words: string): string | undefined {
		if (this.asWritten) return words;
		if (this.foreign)
			return [...words]
				.map(mark =>
					/\p{Script=Han}/u.test(mark) && mark.length === 1 ? String.fromCharCode(foldCode(mark.charCodeAt(0))) : mark,
				)
				.join('');
		if (!this.traditional) return words;
		return [...words].some(mark => hasVariant(mark) && foldCode(mark.charCodeAt(0)) === mark.charCodeAt(0))
			? undefined
			: words;
	}
}

/** The edits of which markup stays what it is, where there are such. */
function settled(draft: string, block: Block, choices: readonly Choice[], quotes: boolean): Edit[] | undefined {
	for (const side of [0, 1] as const) {
		const edits = joined(choices.map(choice => choice[side]));
		if (edits && keepsMarkup(draft, block, edits, quotes ? balanced : undefined)) return edits;
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
