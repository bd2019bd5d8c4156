// The reference text of one source after GB/T 7714, in the 2025 or the 2015 edition, with a visible gap where
// something is not proved.

import { contributorAt } from '../../corpus/contributors';
import type { Source } from '../../corpus/records';
import { sayLocator, type Locator } from '../../draft/locator';
import type { Setting } from './elements';
import type { Item } from './item';
import { readItem } from './item';
import type { Edition } from './types';
import { layOut } from './layout';
import type { Gap, Piece } from './piece';

export type { Locator } from '../../draft/locator';
export type { Item } from './item';
export type { Edition } from './types';

/** How a reference is wanted. */
export interface ReferenceOptions {
	/** Default 2025. */
	readonly edition?: Edition;
	/** Default numeric. A note is worded like a numeric entry; author-date puts the year after the author. */
	readonly style?: 'numeric' | 'note' | 'author-date';
	/** Whether what nothing proves is shown as 〔版次〕 (default) or falls out with its mark, as printed styles do. */
	readonly gaps?: boolean;
	/** Width of the marks in entries in Latin script; default `edition`: as the edition sets them. */
	readonly latin?: 'edition' | 'half';
	/** Whether URLs are printed; default true. */
	readonly url?: boolean;
	/** Whether dates of access are printed; default true. */
	readonly accessed?: boolean;
	/** How many persons are named before 等; default 3. */
	readonly authors?: number;
	/** Behind the year of an author-date entry, where one author has several works of one year: `2024a`. */
	readonly yearLetter?: string;
	/**
	 * The place cited: a page stands where the pages stand (behind the number of a newspaper's page), a paragraph at the
	 * end.
	 */
	readonly locator?: Locator;
	/** Several places cited, in words, at the end: 第1段、表2. */
	readonly places?: string;
}

/** A reference and the gaps in it. */
export interface Reference {
	readonly text: string;
	/** In the order of the text, half-open UTF-16 offsets into it; with `gaps: false` what would be a gap, at -1. */
	readonly missing: readonly Gap[];
}

/** The reference text of an item. Never throws and never invents: what an item does not say is a gap or falls out. */
export function formatReference(item: Item, options: ReferenceOptions = {}): Reference {
	const shown = laidOut(item, options, true);
	if (options.gaps ?? true) return { text: shown.text, missing: shown.gaps };
	const missing = shown.gaps.map(one => ({ ...one, start: -1, end: -1 }));
	return { text: laidOut(item, options, false).text, missing };
}

/**
 * The entry; a page that has no place of its own in it (a web page, a law) is said in words at the end rather than
 * lost.
 */
function laidOut(item: Item, options: ReferenceOptions, gaps: boolean): Piece {
	const setting = settingOf(item, options, gaps);
	const shown = layOut(setting);
	if (
		setting.page === undefined ||
		setting.page === setting.entry.text('page') ||
		shown.text !== layOut({ ...setting, page: undefined }).text
	)
		return shown;
	return layOut({ ...setting, page: undefined, locator: sayLocator(options.locator) });
}

/** A note that cites again what note `first` cited: `同2：326-329.` */
export function formatRepeat(first: number, pages?: string, edition: Edition = '2025'): string {
	if (!pages) return `同${first}.`;
	const colon = edition === '2025' ? '：' : ': ';
	return `同${first}${colon}${pages.replace(/[–‑‐]/g, '-')}.`;
}

/** The item with the author of the part cited, where that is not the author of the whole. */
function partOf(item: Item, locator: Locator | undefined): Item {
	const listed: readonly unknown[] = Array.isArray(item.contributors) ? item.contributors : [];
	const contributors = listed.filter(one => typeof one === 'object' && one !== null);
	const name = contributorAt(contributors as Source['contributors'], locator?.paragraph);
	return name === undefined ? item : { ...item, author: [{ literal: name }] };
}

function settingOf(item: Item, options: ReferenceOptions, gaps: boolean): Setting {
	const entry = readItem(partOf(item, options.locator));
	const edition = options.edition ?? '2025';
	const isNewspaper = entry.type === 'article-newspaper';
	const { page, ...elsewhere } = options.locator ?? {};
	const half = edition === '2015' || (options.latin === 'half' && entry.english);
	const marks = half
		? { comma: ', ', colon: ': ', open: '(', close: ')', years: '-' }
		: { comma: '，', colon: '：', open: '（', close: '）', years: '—' };
	return {
		entry,
		edition,
		marks,
		gaps,
		names: {
			comma: marks.comma,
			limit: Math.max(1, options.authors ?? 3),
			others: entry.english ? 'et al.' : '等',
			capitals: edition === '2015',
			hyphen: edition === '2025',
		},
		authorDate: options.style === 'author-date',
		yearLetter: entry.date('issued') ? options.yearLetter : undefined,
		showUrl: options.url ?? true,
		showAccessed: options.accessed ?? true,
		// Of a newspaper the pages are those of the article in its issue; a page cited is a place like any other.
		page: isNewspaper ? undefined : page,
		locator: options.places ?? sayLocator(isNewspaper ? options.locator : elsewhere),
	};
}
