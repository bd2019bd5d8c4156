// An id for a new record, made of what it says: pinyin and Latin letters, short, free.

import type { SyllableReader } from '../text/pinyin';
import { isDeviceName } from './deviceNames';
import type { RecordKind } from './records';

/** How many syllables of a text an id keeps: enough to recognise it by. */
const longest: Readonly<Record<RecordKind, number>> = { term: 9, formulation: 6, citation: 6, source: 6 };

/**
 * An id no record has yet: lower-case ASCII letters, digits and `-`. Han characters by their first reading, in twos (an
 * odd last one joins the two before it, as in xinzhi-shengchanli); `ending`, say a year, is put after it; a number
 * after that when the id is taken. A text without letters gives the kind's name. `text` may be words: each stays whole.
 */
export function proposeId(
	kind: RecordKind,
	text: string | readonly string[],
	read: SyllableReader,
	taken: (id: string) => boolean,
	ending = '',
): string {
	const body = (typeof text === 'string' ? words(text, read, longest[kind]) : whole(text, read)).join('-');
	const stem = [body === '' ? kind : body, ...(ending.match(/[a-z0-9]+/gi) ?? [])].join('-').toLowerCase().slice(0, 70);
	// [^key-p3] would read as paragraph 3, [^key-t2] as table 2; and files are called after ids.
	const isOther = /-[pt]\d+$/.test(stem) || isDeviceName(stem);
	const first = [stem, '1'].slice(0, 1 + Number(isOther)).join('-');
	if (!taken(first)) return first;
	let free = 2;
	// Of thousands of the same name not every number is tried: after a few, twice as far each time, then back to where
	// the free ones begin.
	for (let step = 1; taken(`${first}-${free}`); free += step) if (free > 20) step *= 2;
	for (let below = free >> 1; free > 20 && free - below > 1;) {
		const middle = (below + free) >> 1;
		if (taken(`${first}-${middle}`)) below = middle;
		else free = middle;
	}
	return `${first}-${free}`;
}

/** Each word as one part of the id. */
function whole(given: readonly string[], read: SyllableReader): string[] {
	return given.map(word => words(word, read, word.length).join('')).filter(part => part !== '');
}

function words(text: string, read: SyllableReader, limit: number): string[] {
	const found: string[] = [];
	let left = limit;
	for (const [run] of text.normalize('NFKC').matchAll(/\p{Script=Han}+|[A-Za-z0-9]+/gu)) {
		if (left <= 0) break;
		if (/^[A-Za-z0-9]/.test(run)) {
			found.push(run.toLowerCase());
			left--;
			continue;
		}
		const syllables = read([...run].slice(0, left).join(''))
			.map(readings => latin(readings[0] ?? ''))
			.filter(s => s !== '');
		left -= syllables.length;
		found.push(...inTwos(syllables));
	}
	return found;
}

function latin(syllable: string): string {
	return syllable
		.toLowerCase()
		.replaceAll('ü', 'v')
		.replace(/[^a-z]/g, '');
}

function inTwos(syllables: readonly string[]): string[] {
	const pairs: string[] = [];
	for (let i = 0; i < syllables.length; i += 2) {
		const rest = syllables.length - i;
		pairs.push(syllables.slice(i, rest === 3 ? i + 3 : i + 2).join(''));
		if (rest === 3) break;
	}
	return pairs;
}
