// What puts words in the place of some characters of a unit of the draft.

import type { Draft } from '../../../draft/draft';
import type { Edit } from '../../../draft/edit';
import { citesOf, withoutParts } from './cites';
import { noteSign } from '../returned';
import type { Unit } from '../units';

/**
 * All of it, where what stands between has its marks in pairs; else the words without the marks. `first` and `last`:
 * characters of the unit. Nothing where only a part of what cites would have to go, with other words.
 */
export function replacing(
	draft: Draft,
	unit: Unit,
	first: number,
	last: number,
	words: string,
): readonly Edit[] | undefined {
	const [start, end] = [unit.from[first], unit.to[last]];
	if (start === undefined || end === undefined) return undefined;
	if (unit.from[first - 1] === start || unit.to[last + 1] === end) return fewerParts(draft, unit, first, last, words);
	const whole = stretches(draft, unit, first, last, words).find(([from, to]) => isWhole(draft.text.slice(from, to)));
	if (whole) return [{ start: whole[0], end: whole[1], text: words }];
	const edits: Edit[] = [];
	for (let at = first; at <= last; at++) {
		const [from = 0, to = 0] = [unit.from[at], unit.to[at]];
		const open = edits.at(-1);
		// Several citations in one bracket have one place.
		if (open?.start === from && open.end === to) continue;
		if (open?.end === from) edits[edits.length - 1] = { ...open, end: to };
		else edits.push({ start: from, end: to, text: at === first ? words : '' });
	}
	return edits;
}

function isWhole(written: string): boolean {
	const words = written.replace(/\[[@^][^\]]*\]/g, '');
	return ['**', '~~', '`', '['].every(mark => words.split(mark).length % 2 === 1) || !/[*~`[]/.test(words);
}

/** A stretch of a unit, alone or with the marks that stand around it; with them first where nothing comes instead. */
function stretches({ text }: Draft, unit: Unit, first: number, last: number, words: string) {
	const [start, end] = [unit.from[first] ?? unit.start, unit.to[last] ?? unit.end];
	const before = /(?:\*\*|~~|`)*$/.exec(text.slice(unit.to[first - 1] ?? unit.start, start))?.[0].length ?? 0;
	const behind = /^(?:\*\*|~~|`)*/.exec(text.slice(end, unit.from[last + 1] ?? unit.end))?.[0].length ?? 0;
	const alone: readonly (readonly [number, number])[] = [[start, end]];
	const around = [
		...(before > 0 && behind > 0 ? [[start - before, end + behind] as const] : []),
		...(before > 0 ? [[start - before, end] as const] : []),
		...(behind > 0 ? [[start, end + behind] as const] : []),
	];
	return words === '' ? [...around.slice(0, 1), ...alone, ...around.slice(1)] : [...alone, ...around];
}

/**
 * What puts a text between two characters of a unit in the place of what stands there. Nothing where one of several
 * notes is gone: which one the file does not say.
 */
export function editsBetween(
	draft: Draft,
	unit: Unit,
	to: number,
	next: number,
	text: string,
): readonly Edit[] | undefined {
	const start = unit.from[to] ?? unit.end;
	if (next === to) return [{ start, end: start, text }];
	const isSign = (at: number) => unit.text.charAt(at) === noteSign;
	if (isSign(to) && isSign(next - 1) && (isSign(to - 1) || isSign(next))) return undefined;
	return replacing(draft, unit, to, next - 1, text);
}

/** What cites without those of its parts that go: `[@a]` of `[@a; @b]`. */
function fewerParts(draft: Draft, unit: Unit, first: number, last: number, words: string): readonly Edit[] | undefined {
	const [start, end] = [unit.from[first], unit.to[first]];
	if (start === undefined || end === undefined || words !== '' || unit.from[last] !== start) return undefined;
	if (!citesOf(draft).some(cite => cite.start === start && cite.end === end)) return undefined;
	const begin = unit.from.indexOf(start);
	return [{ start, end, text: withoutParts(draft.text.slice(start, end), first - begin, last - begin) }];
}

/** What a sign of a unit is in the draft when it stands alone. */
export function partAt(draft: Draft, unit: Unit, at: number): string {
	const [start, end] = [unit.from[at] ?? 0, unit.to[at] ?? 0];
	const cite = citesOf(draft).find(one => one.start === start && one.end === end);
	return cite?.parts[at - unit.from.indexOf(start)] ?? draft.text.slice(start, end);
}

/** What the draft has between two characters of a unit and is not shown, unless it means nothing. */
export function marksAt({ text }: Draft, unit: Unit, at: number): string {
	return text.slice(unit.to[at - 1] ?? unit.start, unit.from[at] ?? unit.end).replace(/\\(?=[!-/:-@[-`{-~])|\s/g, '');
}
