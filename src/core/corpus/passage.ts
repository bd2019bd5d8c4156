// In which paragraph of a full text words stand: where people look when they want to see the source.

import { compact } from '../text/compact';
import { fold } from '../text/fold';
import { paragraphOfPlace } from '../text/layout/layout';
import type { DocumentText } from './records';

/**
 * The paragraph, from 1, in which words stand (script, width and marks do not count; of words with …… their longest
 * part): the one that is stated if they stand there, else the nearest to it. Words that stand nowhere: the stated one,
 * where the text has so many.
 */
export function passageOf(
	{ paragraphs }: DocumentText,
	words: string | undefined,
	stated?: number,
): number | undefined {
	const inText = stated !== undefined && stated >= 1 && stated <= paragraphs.length ? stated : undefined;
	const sought = (words ?? '')
		.split(/…+/)
		.map(bare)
		.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
	if (sought === '') return inText;
	const from = inText ?? 1;
	for (let away = 0; away < paragraphs.length; away++) {
		for (const number of away === 0 ? [from] : [from - away, from + away]) {
			const text = paragraphs[number - 1];
			if (text !== undefined && text.length >= sought.length && bare(text).includes(sought)) return number;
		}
	}
	return inText;
}

function bare(text: string): string {
	return compact(fold(text)).text;
}

/** The paragraph of a full text that a place leads to: itself, or the first of its table or page. */
export function paragraphCited(
	documents: readonly DocumentText[],
	source: string,
	place: { readonly paragraph?: number; readonly table?: string; readonly page?: string } | undefined,
): number | undefined {
	if (place === undefined || place.paragraph !== undefined) return place?.paragraph;
	return paragraphOfPlace(documents.find(text => text.source === source)?.layout, place);
}
