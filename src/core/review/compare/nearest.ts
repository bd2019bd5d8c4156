// Where words stand that are like those of a quotation.

import type { Alignment } from './align';
import type { ReferenceTexts } from './referenceTexts';
import { clauseMark } from './edges';
import type { Query } from './query';
import { readableAlignment, type ReadableAlignment } from './presentation';
import { isUnsure } from './rivals';
import { stretchesNear } from './stretches';

/** So many edits more than the best has, a place may still be the one that was meant. */
const asGood = 3;
const mostReadable = 4;
const fewLetters = 13;

/** How many places are looked at: of short words many are alike, long ones cost more to compare. */
function mostPlaces(size: number): number {
	if (size > 200) return 2;
	return size > 20 ? 5 : 10;
}

/** The stretch that words were most likely made of. */
export interface Nearest extends ReadableAlignment {
	/** Whether it stands in a source that is cited. */
	readonly cited: boolean;
	/** The fewest edits of any stretch, also of one that they were less likely made of. */
	readonly least: number;
	/** Whether other words may be meant as well. */
	readonly unsure?: true;
}

/**
 * The stretch that fits best, rather one of a source that is cited; with more edits than `limit` only from mark to
 * mark.
 */
export function nearest(query: Query, authority: ReferenceTexts, limit: number): Nearest | undefined {
	const size = query.codes.length;
	const own = query.cited.flatMap(id => authority.rangesOf(id));
	const isOwn = (start: number, end: number) => own.some(one => one.start < end && start < one.end);
	const found = stretchesNear(query, authority, mostPlaces(size), own.length === 0 ? undefined : isOwn);
	const fewest = Math.min(...found.map(one => one.distance));
	const likely = found
		.filter(one => one.distance <= fewest + asGood)
		.sort((a, b) => a.distance - b.distance)
		.map(one => ({ ...one, cited: isOwn(one.start, one.end) }))
		.filter((one, at) => at < mostReadable || one.cited)
		.map(one => ({ ...one, ...readableAlignment(one, query, authority) }))
		// Of what is about as good the one that was found first.
		.sort((a, b) => Math.round(2 * a.cost) - Math.round(2 * b.cost));
	const least = Math.min(fewest, ...likely.map(one => one.distance));
	const isWhole = ({ start, end }: Alignment) =>
		clauseMark.test(authority.gap(start)) && clauseMark.test(authority.gap(end));
	// Of a few letters fewer may be others, where it is no clause that they stand for.
	const mostOfPart = size < fewLetters ? limit - 1 : limit;
	const fitting = likely.filter(one => one.distance <= mostOfPart || isWhole(one));
	const [best] = fitting;
	if (!best) return undefined;
	const chosen = fitting.find(one => one.cited && one.cost <= best.cost + asGood) ?? best;
	return { ...chosen, least, ...(isUnsure(chosen, query, authority) ? { unsure: true as const } : {}) };
}
