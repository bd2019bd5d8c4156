// A page of a government's site that a browser printed: its menus and its box stand above the text, what the site says
// of itself below.

import type { DroppedText } from '../document';
import { isLabelRow, labelledIn } from '../official/labels';
import { linesOfPage } from '../plain/firstTitle';
import { lineKind } from '../plain/lineKinds';
import type { Joined } from './paragraphs';

/** A text without what is the site's. */
export interface WithoutSite {
	readonly paragraphs: readonly Joined[];
	/** The lines above it: its box is among them. */
	readonly labels: readonly string[];
	readonly dropped: readonly DroppedText[];
}

/** Menus and box stand among so many first paragraphs, the site's own lines among so many last ones. */
const paragraphsAhead = 24;
const paragraphsBelow = 16;

/** The text of a printed page; nothing where a print has no menus, or no box with an organ and its number or index. */
export function withoutSite(paragraphs: readonly Joined[]): WithoutSite | undefined {
	const head = paragraphs.slice(0, paragraphsAhead).map(({ text }) => text);
	const { issuers, number, index } = labelledIn(head);
	if (issuers === undefined || (number ?? index) === undefined || !head.some(isOfPage)) return undefined;
	const from = head.findLastIndex(text => isOfPage(text) || isLabelRow(text)) + 1;
	const to = endOf(paragraphs);
	if (from >= to) return undefined;
	const dropped = (some: readonly Joined[], after: number) =>
		some.map(({ text, page }) => ({ text, why: 'frame', after, line: page }));
	return {
		paragraphs: paragraphs.slice(from, to),
		labels: head.slice(0, from),
		dropped: [...dropped(paragraphs.slice(0, from), 0), ...dropped(paragraphs.slice(to), to - from)],
	};
}

const isOfPage = (text: string) => linesOfPage([text, '']) > 0;

/** Where the site's own lines begin: from the first that is no text's on, below which there is no text. */
function endOf(paragraphs: readonly Joined[]): number {
	const kinds = paragraphs.slice(-paragraphsBelow).map(({ text }) => lineKind(text));
	const last = kinds.findLastIndex(kind => kind === 'text' || kind === 'number' || kind === 'stamp');
	const first = kinds.findIndex((kind, i) => i > last && ofSite.has(kind));
	return first < 0 || !kinds.slice(first).includes('end')
		? paragraphs.length
		: paragraphs.length - kinds.length + first;
}

const ofSite: ReadonlySet<string> = new Set(['frame', 'end', 'links', 'related']);
