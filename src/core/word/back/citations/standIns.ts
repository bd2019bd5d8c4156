// What stands in a Word file for what cites: a note, a number in brackets, 括注, a name. A paragraph that came back is
// compared with one sign for each, as the draft has one.

import type { Draft } from '../../../draft/draft';
import { isNaming } from './cites';
import { noteSign, writtenSign } from '../returned';
import type { Unit } from '../units';

/** A stretch of the text before the changes, space and all, half-open. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
}

/** A text before the changes as it is compared. */
export interface Compared {
	/** Without space, what is written out for notes as a sign each. */
	readonly text: string;
	/** For each place of the whole text, and for its end, how many characters of `text` stand before it. */
	readonly places: readonly number[];
	/** What is written out for notes. */
	readonly written: readonly Stretch[];
	/** What the draft has for it, by its words. */
	readonly cites: ReadonlyMap<string, string>;
}

/** The characters that count, with their places. */
interface ComparedCharacters {
	readonly text: string;
	readonly at: readonly number[];
}

/** `whole`: the text before the changes of what the draft has in a unit; `isInNote`: it stands in a note. */
export function comparedWith(whole: string, unit: Unit | undefined, draft: Draft, isInNote: boolean): Compared {
	const letters = lettersOf(whole, unit);
	const found = unit?.text.includes(noteSign) ? standIns(letters.text, unit, draft, isInNote) : [];
	const places: number[] = [];
	let [text, count, next] = ['', 0, 0];
	const signAt = new Map(found.filter(({ is }) => is === undefined).map(({ to, signs = 1 }) => [to - 1, signs]));
	const isHidden = (at: number) =>
		found.some(({ from, to, is }) => at >= from && at < to && (is === 'name' || at < to - 1));
	for (let at = 0; at < whole.length; at++) {
		places.push(count);
		if (letters.at[next] !== at) continue;
		if (!isHidden(next)) {
			const signs = signAt.get(next);
			text += signs === undefined ? whole.charAt(at) : writtenSign.repeat(signs);
			count += signs ?? 1;
		}
		next++;
	}
	places.push(count);
	const written = found
		.filter(({ is }) => is === undefined)
		.map(({ from, to }) => ({ from: letters.at[from] ?? 0, to: (letters.at[to - 1] ?? 0) + 1 }));
	return { text, places, written, cites: citesAmong(found, letters.text) };
}

/** What parts a number and a note at one place, unless the draft itself has it. */
const between = new RegExp(`(?<=\\])[，,、](?=${noteSign})`, 'g');

/** A text without space, the sign of a task, and what an export puts between numbers. */
function lettersOf(whole: string, unit: Unit | undefined): ComparedCharacters {
	const isOwn = between.test(unit?.text ?? '') || (unit && !unit.text.includes(noteSign + noteSign));
	between.lastIndex = 0;
	const added = new Set<number>();
	if (!isOwn) for (const { index } of whole.matchAll(between)) added.add(index);
	// A picture that was not there.
	if (!unit?.text.includes('〔图：'))
		for (const { 0: words, index } of whole.matchAll(/〔图：[^〕]*〕/g))
			for (let at = 0; at < words.length; at++) added.add(index + at);
	if (/\[[ xX]\]\s*$/.test(unit?.mark ?? '') && /^[☐☑☒]/.test(whole)) added.add(0);
	const at = Array.from({ length: whole.length }, (_, index) => index).filter(
		index => !/\s/.test(whole.charAt(index)) && !added.has(index),
	);
	return { text: at.map(index => whole.charAt(index)).join(''), at };
}

/** What cites in the draft, by the words that stand for it; of what is written alike the shortest. */
function citesAmong(found: readonly StandIn[], text: string): ReadonlyMap<string, string> {
	const cites = new Map<string, string>();
	for (const { from, of } of found) {
		if (of === undefined || isNaming(of.written)) continue;
		const words = text.slice(from, of.to);
		const known = cites.get(words);
		if (known === undefined || of.written.length < known.length) cites.set(words, of.written);
	}
	return cites;
}

interface StandIn extends Stretch {
	/** For how many it stands; one unless it says. */
	readonly signs?: number;
	/** Of the first of several that touch: where the last ends, and what the draft has for all. */
	readonly of?: { readonly to: number; readonly written: string };

	/** Who is named in the text before what cites; a note, which is its own sign. */
	readonly is?: 'name' | 'note';
}

/** A name is no longer. */
const longestName = 80;

/** What is written out, in order; offsets of the text without space. */
function standIns(text: string, unit: Unit, draft: Draft, isInNote: boolean): readonly StandIn[] {
	if (isInNote) return betweenWords(text, unit.text);
	const found: StandIn[] = [];
	const lacks = unit.text.split(noteSign).length > text.split(noteSign).length;
	let from = 0;
	for (const { 0: signs, index } of unit.text.matchAll(new RegExp(`${noteSign}+`, 'g'))) {
		const written = draft.text.slice(unit.from[index], unit.to[index]);
		const isSure = !lacks && !isNaming(written);
		const context = {
			before: unit.text.slice(0, index),
			after: unit.text.slice(index + signs.length),
			written,
			isSure,
		};
		const run = runIn(text, from, context, unit.text);
		if (!run) continue;
		const last = run.at(-1)?.to ?? from;
		const more = signs.length - run.length;
		const [first, ...others] = run.map((one, at) =>
			at < run.length - 1 || more <= 0 ? one : { ...one, signs: more + 1 },
		);
		const cited = draft.text.slice(unit.from[index], unit.to[index + signs.length - 1]);
		const of = run.every(({ is }) => is === undefined) ? { to: last, written: cited } : undefined;
		if (first) found.push({ ...first, ...(of && { of }) }, ...others);
		from = last;
	}
	return found;
}

/** In a note the references stand in full: all that is between its own words, where those are there in order. */
function betweenWords(text: string, unit: string): readonly StandIn[] {
	const [first = '', ...others] = unit.split(new RegExp(`${noteSign}+`));
	const found: StandIn[] = [];
	if (!text.startsWith(first)) return found;
	let from = first.length;
	for (const [index, words] of others.entries()) {
		const isLast = index === others.length - 1;
		const to = isLast ? text.length - words.length : text.indexOf(words, from + 1);
		if (to <= from || (isLast && !text.endsWith(words))) return [];
		found.push({ from, to });
		from = to + words.length;
	}
	return found;
}

interface Context {
	readonly before: string;
	readonly after: string;
	/** As the draft has it. */
	readonly written: string;
	/** The words on both sides have to be there: what cites may be a note as well. */
	readonly isSure: boolean;
}

/** What stands for signs that touch: the first place between the same words, else beside some of them. */
function runIn(text: string, start: number, context: Context, unit: string): readonly StandIn[] | undefined {
	let beside: readonly StandIn[] | undefined;
	for (let at = start; at < text.length; at++) {
		const runs = endsOf(text, at, context.written, unit).map(run => placed(run, text, start, at, context));
		const between = runs.find(({ isBehind, isBefore }) => isBehind && isBefore);
		if (between) return between.whole;
		const [first, ...others] = runs.filter(({ isBehind, isBefore }) => isBehind || isBefore);
		// A page goes with its number.
		const longest = others.findLast(({ whole }) => whole.length === first?.whole.length);
		if (!context.isSure) beside ??= (longest ?? first)?.whole;
	}
	return beside;
}

/** What may stand for signs, with who is named before it, and whether the words beside it are those of the draft. */
function placed(run: readonly StandIn[], text: string, start: number, at: number, context: Context) {
	const end = run.at(-1)?.to ?? at;
	const name = isNaming(context.written) ? nameBefore(text, start, at, context.before) : undefined;
	const named = name && name.to > name.from ? [{ ...name, is: 'name' as const }] : [];
	return {
		whole: [...named, ...run],
		isBehind: name !== undefined || meets(text.slice(0, at), context.before),
		isBefore: begins(text.slice(end), context.after),
	};
}

/** Whether a text ends with the last words before a sign, or both are the beginning. */
function meets(text: string, before: string): boolean {
	const words = (before.split(noteSign).at(-1) ?? '').slice(-2);
	if (words !== '') return text.endsWith(words);
	return before === '' ? text === '' : true;
}

function begins(text: string, after: string): boolean {
	const words = (after.split(noteSign)[0] ?? '').slice(0, 2);
	if (words !== '') return text.startsWith(words);
	return after === '' ? text === '' : true;
}

/** The name between the words before a sign and what stands for it. */
function nameBefore(text: string, start: number, at: number, before: string): Stretch | undefined {
	const words = (before.split(noteSign).at(-1) ?? '').slice(-2);
	const found = words === '' ? start : text.lastIndexOf(words, at - words.length) + words.length;
	if (found < start || found < words.length || at - found > longestName) return undefined;
	return { from: found, to: at };
}

/** What may stand at a place for signs that touch: each possible end, with what is there up to it. */
function endsOf(text: string, at: number, written: string, unit: string): readonly (readonly StandIn[])[] {
	const runs: (readonly StandIn[])[] = [[]];
	const seen = new Set<number>();
	for (const run of runs) {
		const from = run.at(-1)?.to ?? at;
		const is = text.charAt(from) === noteSign ? ({ is: 'note' } as const) : {};
		for (const to of standInEnds(text, from, written, unit)) {
			if (seen.has(to)) continue;
			seen.add(to);
			runs.push([...run, { from, to, ...is }]);
		}
	}
	return runs.slice(1);
}

/** The places where one that begins at a place may end, the nearest first. */
function standInEnds(text: string, at: number, written: string, unit: string): readonly number[] {
	if (text.charAt(at) === noteSign) return [at + 1];
	const plain = written.replace(/\\(?=[!-/:-@[-`{-~])|\s/g, '');
	if (plain !== '' && text.startsWith(plain, at)) return [at + plain.length];
	const number = /^\[\d+(?:[-–，,]\d+)*\]/.exec(text.slice(at, at + 60))?.[0];
	if (number !== undefined) return pageEnds(text, at + number.length);
	const figure = /@(?:fig|tbl):/.test(written) ? numbersAt(text, at, written.split('@').length - 1) : undefined;
	if (figure !== undefined) return [at + figure.length];
	const end = bracketEnd(text, at);
	return end === undefined || unit.includes(text.slice(at, end)) ? [] : [end];
}

/** The numbers of figures and tables at a place. */
function numbersAt(text: string, at: number, count: number): string | undefined {
	const number = '[图表]\\d+(?:[-.]\\d+)*';
	return new RegExp(`^${number}(?:、${number}){${count - 1}}`).exec(text.slice(at, at + 20 * count))?.[0];
}

/** A page stands raised behind the bracket; where it ends the words behind say. */
function pageEnds(text: string, from: number): readonly number[] {
	const page = /^[\dA-Za-z]+(?:[-–,，][\dA-Za-z]+)*/.exec(text.slice(from, from + 20))?.[0] ?? '';
	return Array.from({ length: page.length + 1 }, (_, length) => from + length);
}

/** Behind the bracket that closes the one at a place. */
function bracketEnd(text: string, at: number): number | undefined {
	if (!/[（(]/.test(text.charAt(at))) return undefined;
	let depth = 0;
	for (let to = at; to < Math.min(text.length, at + 2000); to++) {
		if (/[（(]/.test(text.charAt(to))) depth++;
		else if (/[）)]/.test(text.charAt(to)) && --depth === 0) return to + 1;
	}
	return undefined;
}
