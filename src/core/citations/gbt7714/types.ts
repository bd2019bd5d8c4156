// The table of types: which code of the standard a CSL type has, how its entry is laid out, and what an entry cannot
// do without.

import type { Entry } from './item';

/** GB/T 7714—2025 (in force since 2026-07-01) or the 2015 edition it replaced. */
export type Edition = '2025' | '2015';

/**
 * How an entry is laid out. `piece`: a part of a host, after `//`; `online`: dated in brackets; `serial`: a periodical
 * as a whole.
 */
export type Layout =
	| 'article'
	| 'newspaper'
	| 'online'
	| 'piece'
	| 'serial'
	| 'event'
	| 'standard'
	| 'data'
	| 'archive'
	| 'patent'
	| 'book';

interface Kind {
	/** Code in 2025 and 2015; absent: found from what the item has. */
	readonly codes?: readonly [string, string];
	/** Layout in 2025 and 2015; absent: found from what the item has. */
	readonly layouts?: readonly [Layout | undefined, Layout];
	/** Fields without which the entry has a visible gap. */
	readonly needs?: readonly string[];
}

const imprint = ['publisher-place', 'publisher', 'issued'];
const article: Kind = {
	codes: ['J', 'J'],
	layouts: ['article', 'article'],
	needs: ['container-title', 'issued', 'issue', 'page'],
};
const page: Kind = { codes: ['EB', 'EB'], layouts: ['online', 'online'], needs: ['accessed', 'URL'] };
const book: Kind = { codes: ['M', 'M'], needs: imprint };
const part: Kind = { codes: ['M', 'M'], layouts: ['piece', 'piece'], needs: ['container-title', ...imprint, 'page'] };
const archive: Kind = { codes: ['A', 'A'], needs: ['issued'] };
/** Laws and official documents: 2025 has no code of their own for them. */
const official: Kind = { codes: ['', 'A'] };

const kinds: Readonly<Record<string, Kind>> = {
	'article-journal': article,
	'article-magazine': article,
	'article-newspaper': {
		codes: ['N', 'N'],
		layouts: ['newspaper', 'newspaper'],
		needs: ['container-title', 'issued', 'page'],
	},
	webpage: page,
	post: page,
	'post-weblog': page,
	book,
	classic: book,
	chapter: part,
	'entry-dictionary': part,
	'entry-encyclopedia': part,
	'paper-conference': { codes: ['C', 'C'], needs: ['issued'] },
	periodical: { codes: ['J', 'J'], layouts: ['serial', 'serial'], needs: imprint },
	thesis: { codes: ['D', 'D'], needs: imprint },
	report: { codes: ['R', 'R'], needs: ['issued'] },
	standard: { codes: ['S', 'S'], needs: ['number'] },
	patent: { codes: ['P', 'P'], layouts: ['patent', 'patent'], needs: ['number', 'issued'] },
	map: { codes: ['CM', 'CM'], needs: imprint },
	dataset: { codes: ['DS', 'DS'], layouts: ['data', 'online'], needs: ['publisher', 'issued', 'accessed', 'URL'] },
	database: { codes: ['DB', 'DB'], layouts: ['data', 'online'], needs: ['accessed', 'URL'] },
	article: { codes: ['PP', 'EB'], layouts: ['data', 'online'], needs: ['publisher', 'issued', 'accessed', 'URL'] },
	software: { codes: ['CP', 'CP'], layouts: [undefined, 'online'] },
	collection: archive,
	manuscript: archive,
	personal_communication: archive,
	legislation: official,
	bill: official,
	regulation: official,
	treaty: official,
	hearing: official,
	legal_case: official,
};

/** What a table says for an edition. */
function ofEdition<T>(edition: Edition, both: readonly [in2025: T, in2015: T] | undefined): T | undefined {
	return both?.[edition === '2025' ? 0 : 1];
}

/** The kind of an item; a review is an article where it stands in a periodical. */
function kindOf(entry: Entry): Kind {
	if (/^review/.test(entry.type) && entry.has('container-title')) return article;
	return kinds[entry.type] ?? {};
}

/** Whether the item is a law or an official document, which stands with an address or without. */
export function isOfficial(entry: Entry): boolean {
	return kindOf(entry) === official;
}

/** Whether the item is to be had online: it has a URL or a DOI. */
export function isOnline(entry: Entry): boolean {
	return entry.has('URL', 'DOI');
}

/**
 * The code of the type, e.g. `N`. `mark` (a field, or a line in `note`) overrules, for types CSL has no name for, such
 * as `G`.
 */
export function codeOf(entry: Entry, edition: Edition): string {
	const mark = entry.text('mark');
	if (mark && /^[A-Z]{1,2}$/.test(mark)) return mark;
	const code = ofEdition(edition, kindOf(entry).codes);
	if (code) return code;
	if (edition === '2015') return entry.type === 'document' && isOnline(entry) ? 'EB' : 'Z';
	if (entry.has('archive')) return 'A';
	return isOnline(entry) ? 'EB' : 'Z';
}

/** A paper of a conference that is named, and of no proceedings. */
const conferenceLayout: Readonly<Record<Edition, Layout>> = { '2025': 'event', '2015': 'piece' };

/** Whether the entry is a piece of a host of which nothing is known, neither its name nor who made it. */
export function isPieceAlone(entry: Entry): boolean {
	if (kindOf(entry) !== part || entry.has('container-title', 'event-title')) return false;
	return ['container-author', 'editor', 'editorial-director', 'compiler'].every(role => entry.names(role).length === 0);
}

/** How the entry is laid out; what the table leaves open follows from what the item has. */
export function layoutOf(entry: Entry, edition: Edition): Layout {
	const kind = kindOf(entry);
	const fixed = ofEdition(edition, kind.layouts);
	if (fixed) return fixed;
	if (edition === '2025' && entry.type === 'standard') return 'standard';
	if (entry.has('container-title')) return 'piece';
	// Proceedings as a whole have neither host nor conference to stand behind `//`.
	if (entry.type === 'paper-conference') return entry.has('event-title') ? conferenceLayout[edition] : 'book';
	if (edition === '2015') return 'book';
	if (kind === archive && entry.has('archive')) return 'archive';
	if (['book', 'classic', 'map', 'report', 'thesis'].includes(entry.type) || entry.has('publisher')) return 'book';
	if (kind === archive || entry.has('archive')) return 'archive';
	return isOnline(entry) ? 'online' : 'book';
}

/** Whether an entry cannot do without a field, so that its absence is shown. */
export function needs(entry: Entry, field: string): boolean {
	if (field === 'title' || entry.missing.has(field)) return true;
	if (!kindOf(entry).needs?.includes(field)) return false;
	switch (field) {
		// An online newspaper may have no pages; an article published ahead of its issue has a DOI instead of volume and
		// pages.
		case 'page':
			return entry.type === 'article-newspaper' ? !isOnline(entry) : !entry.has('DOI', 'number');
		case 'issue':
			return !entry.has('volume', 'DOI');
		case 'URL':
			return !entry.has('DOI', 'CSTR');
		case 'publisher-place':
			return !isOnline(entry) || entry.has('publisher');
		case 'publisher':
			return !isOnline(entry) || entry.has('publisher-place');
		default:
			return true;
	}
}
