// What a mark says in the text itself: pandoc's bare `@key` and `\textcite` name the author there, whatever the style.

import { inWidth } from '../draft/conventions';
import type { Draft } from '../draft/draft';
import type { Source } from '../corpus/records';
import { markedTitle } from '../text/titles';
import { readItem } from './gbt7714/item';
import { printNames } from './gbt7714/names';
import { escapeFor } from './edits/escape';
import type { Mark } from './edits/marks';

/** The name of who is cited, harmless for the draft; empty where the mark names nobody. */
export function nameInText({ items: [first] }: Mark, { language, conventions }: Draft): string {
	if (!first?.named || !first.entry.source) return '';
	return escapeFor(language, inWidth(nameOf(first.entry.source), conventions.width));
}

/** The authors, else the title. */
function nameOf(source: Source): string {
	const names = { comma: '、', limit: 3, others: '等', capitals: false, hyphen: true } as const;
	return printNames(readItem(source).names('author'), names) ?? markedTitle(source.title);
}

const wide = '[\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’…—]';
const [spaceBefore, spaceBehind] = [new RegExp(`(?<=${wide}) $`, 'u'), new RegExp(`^ (?=${wide})`, 'u')];

/**
 * The stretch that a mark stands for. The spaces that keep a bare key from the Chinese around it go with it: between
 * the name and the words there is none.
 */
export function markStretch(mark: Mark, { text }: Draft): { readonly start: number; readonly end: number } {
	const { start, end, items } = mark;
	if (!items[0]?.named) return { start, end };
	const before = spaceBefore.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0;
	const behind = spaceBehind.exec(text.slice(end, end + 3))?.[0].length ?? 0;
	return { start: start - before, end: end + behind };
}
