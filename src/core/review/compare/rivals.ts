// Whether words may have been made of others than those that were found: 积极造性 of 积极性 as well as of
// 积极性和创造性.

import type { Alignment } from './align';
import { isMarked } from './edges';
import { stretchesNear } from './stretches';
import { readableAlignment, type ReadableAlignment } from './presentation';
import type { Query } from './query';
import type { ReferenceTexts } from './referenceTexts';
import { behindLast } from '../../text/words/textEnd';

/** So many edits more words from mark to mark may have, to be about as near as words that are cut from a clause. */
const asNear = 2;
/** And so many more words of the source that is cited, to be about as near as words of another. */
const asNearIfCited = 1;
/** So many places are looked at of short words, of which many are alike. */
const mostPlaces = 40;
const shortWords = 20;
const fewPlaces = 5;
const mostSame = 64;
const fewLetters = 8;
const endsSentence = (text: string) => /[。！？；：.!?;:…]/.test(behindLast(text, /[\p{L}\p{N}\ud800-\udfff]/u));

/** Whether others are about as near as those that were chosen, of which something speaks for the others. */
export function isUnsure(chosen: ReadableAlignment, query: Query, authority: ReferenceTexts): boolean {
	if (joinsParagraphs(chosen, authority)) return true;
	const own = query.cited.flatMap(id => authority.rangesOf(id));
	const isOwn = ({ start, end }: Alignment) => own.some(one => one.start <= start && end <= one.end);
	const isElsewhere = own.length > 0 && !isOwn(chosen);
	const isCut = !standsWhole(chosen, authority, isElsewhere || own.length === 0 ? () => true : isOwn);
	if (!isElsewhere && !isCut) return false;
	const touchesOwn = (start: number, end: number) => own.some(one => one.start < end && start < one.end);
	const places = query.codes.length > shortWords ? fewPlaces : mostPlaces;
	const isRival = (other: ReadableAlignment, more: number) =>
		other.distance <= chosen.distance + more && !isLonger(other, chosen, authority);
	return stretchesNear(query, authority, places, own.length === 0 ? undefined : touchesOwn)
		.filter(one => one.distance <= chosen.distance + asNear)
		.some(one => {
			if (isElsewhere && isOwn(one) && isRival(readableAlignment(one, query, authority), asNearIfCited)) return true;
			if (!isCut) return false;
			const whole = readableAlignment(one, query, authority, true);
			return isRival(whole, asNear) && isBetweenMarks(whole, authority);
		});
}

/**
 * Whether a few letters of another paragraph are taken along, some of which are otherwise, where no sentence ends
 * between the two.
 */
function joinsParagraphs({ start, end, steps }: Alignment, authority: ReferenceTexts): boolean {
	const isChanged = (low: number, high: number) =>
		high - low <= fewLetters && steps.some(step => step.start < high && low < step.end);
	for (let one = authority.passageAt(start); one && one.end < end; one = authority.passageAt(one.end)) {
		const isApart = !endsSentence(one.text);
		if (isApart && (isChanged(start, one.end) || isChanged(one.end, end))) return true;
	}
	return false;
}

/** Whether the same words stand from mark to mark somewhere. */
function standsWhole(found: Alignment, authority: ReferenceTexts, where: (stretch: Alignment) => boolean): boolean {
	const { grams } = authority;
	const size = found.end - found.start;
	return [found.start, ...grams.exact(grams.codes, found.start, found.end, mostSame)]
		.map(start => ({ ...found, start, end: start + size }))
		.some(one => where(one) && isBetweenMarks(one, authority));
}

function isBetweenMarks({ start, end }: Alignment, authority: ReferenceTexts): boolean {
	return isMarked(authority.gap(start)) && isMarked(authority.gap(end));
}

/** Whether one is another with more beside it, each letter of which the quotation lacks: nothing speaks for those. */
function isLonger(one: ReadableAlignment, other: ReadableAlignment, { grams }: ReferenceTexts): boolean {
	const [long, short] = [one, other].map(({ start, end }) => grams.letters.slice(start, end));
	if (long === undefined || short === undefined || !long.includes(short)) return false;
	return one.distance >= other.distance + long.length - short.length;
}
