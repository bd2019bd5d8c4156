// Where nothing has all words of a query: which of them are looked for, and whether a text has a word at least nearly.

import { compact } from '../text/compact';
import { fold } from '../text/fold';

/** Of so many words parts are tried; of two nothing is left that says what was meant. */
const [fewest, most] = [3, 6];
/** Longer words may be written wrong in more than one place. */
const short = 5;

/** Some words of a query, and those they are without. */
export interface SomeWords {
	readonly kept: readonly string[];
	readonly missing: readonly string[];
}

/**
 * Words without one of them, then without two, as long as at least half are left: each time all choices, in the order
 * of the words.
 */
export function mostWords(words: readonly string[]): readonly (readonly SomeWords[])[] {
	if (words.length < fewest || words.length > most) return [];
	const least = Math.max(2, Math.ceil(words.length / 2));
	const sizes = Array.from({ length: words.length - least }, (_, i) => words.length - 1 - i);
	return sizes.map(size =>
		choices(words.length, size).map(chosen => ({
			kept: words.filter((_, i) => chosen.includes(i)),
			missing: words.filter((_, i) => !chosen.includes(i)),
		})),
	);
}

/** All choices of so many numbers below a count, each ascending. */
function choices(count: number, size: number, from = 0): number[][] {
	if (size === 0) return [[]];
	return Array.from({ length: Math.max(0, count - size - from + 1) }, (_, i) => from + i).flatMap(first =>
		choices(count, size - 1, first + 1).map(rest => [first, ...rest]),
	);
}

/**
 * Whether a text has each word, a short one with at most one character wrong, missing or too many, and not over a mark:
 * 房产，不炒 is not 房住不炒. Of longer words nothing is said here. Words as they are compared.
 */
export function holdsNearly(text: string, words: readonly string[]): boolean {
	const runs = fold(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(run => run !== '');
	return words.every(word => word.length > short || hasExactly(text, word) || runs.some(run => hasNearly(run, word)));
}

function hasExactly(text: string, word: string): boolean {
	return compact(fold(text)).text.includes(word);
}

/** In a word of one or two characters none may be wrong. */
function hasNearly(run: string, word: string): boolean {
	if (word.length < 3) return false;
	for (let length = word.length - 1; length <= word.length + 1; length++)
		for (let at = 0; at + length <= run.length; at++) if (isNearly(run.slice(at, at + length), word)) return true;
	return false;
}

/** Whether one character makes the difference. */
function isNearly(a: string, b: string): boolean {
	let start = 0;
	while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
	const [restA, restB] = [a.slice(start), b.slice(start)];
	if (a.length === b.length) return restA.slice(1) === restB.slice(1);
	return a.length > b.length ? restA.slice(1) === restB : restA === restB.slice(1);
}
