// The elements of an entry: responsible persons, title, edition, imprint, dates, access; each a piece of text or
// nothing.

import type { Name } from '../../corpus/records';
import type { DateValue } from './dates';
import { printDate, printYear } from './dates';
import type { Entry } from './item';
import type { Edition } from './types';
import { codeOf, isOfficial, isOnline, isPieceAlone, needs } from './types';
import type { NameStyle } from './names';
import { printNames } from './names';
import { editionNumber } from './values';
import type { Piece } from './piece';
import { gap, join, piece, wrap } from './piece';

/** The marks the formatter sets; what stands inside titles and names is copied. */
export interface Marks {
	readonly comma: string;
	readonly colon: string;
	readonly open: string;
	readonly close: string;
	/** Between the years of a range. */
	readonly years: string;
}

/** One entry being set: the item and every choice that shapes its text. */
export interface Setting {
	readonly entry: Entry;
	readonly edition: Edition;
	readonly marks: Marks;
	readonly names: NameStyle;
	readonly gaps: boolean;
	/** Whether the year stands after the author and not again where it would only be repeated. */
	readonly authorDate: boolean;
	/** What tells works of one author and year apart. */
	readonly yearLetter: string | undefined;
	readonly showUrl: boolean;
	readonly showAccessed: boolean;
	/** The page cited, instead of the pages of the whole. */
	readonly page: string | undefined;
	/** The place cited where it is no page: behind everything but the address. */
	readonly locator: string | undefined;
}

const roles = ['author', 'illustrator', 'director', 'host'];
const editors = ['editor', 'editorial-director', 'compiler', 'collection-editor'];
/** Who counts as responsible for a work, and for its host: the first of these roles that somebody has. */
const authorRoles: Readonly<Record<Edition, readonly string[]>> = {
	'2025': ['composer', ...roles],
	'2015': ['author', 'composer', ...roles],
};
const hostRoles: Readonly<Record<Edition, readonly string[]>> = {
	'2025': ['container-author', ...editors],
	'2015': [...editors, 'container-author'],
};
/** What a gap says, where the field's name alone decides. */
const labels: ReadonlyMap<string, string> = new Map([
	['title', '题名'],
	['issue', '期'],
	['page', '页'],
	['volume', '卷'],
	['publisher', '出版者'],
	['publisher-place', '出版地'],
	['edition', '版本'],
	['accessed', '引用日期'],
	['URL', 'URL'],
	['container-title', '出处'],
	['number', '编号'],
	['archive', '收藏者'],
	['issued', '日期'],
	['author', '责任者'],
]);

function labelOf(field: string): string {
	return labels.get(field) ?? field;
}

/** A field, or a gap where an entry cannot do without it, or nothing. */
export function field(s: Setting, name: string, label = labelOf(name)): Piece | undefined {
	return piece(s.entry.text(name)) ?? lack(s, name, label);
}

/** The responsible persons or bodies; an editor only where the item is no part of a host. */
export function author(s: Setting): Piece | undefined {
	const order = authorRoles[s.edition];
	return firstNames(s, s.entry.has('container-title') ? order : [...order, ...editors]);
}

/** Who is responsible for the host of a piece. */
export function hostAuthor(s: Setting): Piece | undefined {
	return firstNames(s, hostRoles[s.edition]);
}

/** `译者，译`; a journal article's translators are left out in 2015. */
export function translators(s: Setting): Piece | undefined {
	const names = namesOf(s, 'translator');
	return names && join(s.marks.comma, names, inLanguage(s, '译', 'trans.'));
}

/** Title, volume and number with the code of type and carrier: `题名：编号[R/OL]`. */
export function title(s: Setting): Piece | undefined {
	const hosted =
		s.entry.has('container-title') ||
		/^(article-|periodical)/.test(s.entry.type) ||
		(/^(chapter|entry-)/.test(s.entry.type) && (s.gaps || !isPieceAlone(s.entry))) ||
		(s.entry.type === 'paper-conference' && s.entry.has('event-title'));
	const volume = hosted ? undefined : join('\u2003', bookVolume(s), s.entry.text('volume-title'));
	const numbers = s.edition === '2025' ? [volume, number(s)] : [join('\u2003', volume, number(s))];
	const named = join(s.marks.colon, field(s, 'title'), ...numbers);
	const scale = s.entry.type === 'map' ? s.entry.text('scale') : undefined;
	return join('', join('. ', named, scale), carrier(s));
}

/** `[N]`, `[EB/OL]`. With gaps a web page is online even while its address is not known. */
export function carrier(s: Setting): string {
	const code = codeOf(s.entry, s.edition);
	const medium = mediumOf(s, code);
	return medium === undefined ? `[${code}]` : `[${code}/${medium}]`;
}

/** The code of the carrier: the one the item names, else OL for what is online. */
function mediumOf(s: Setting, code: string): string | undefined {
	const medium = s.entry.text('medium');
	if (medium && /^[A-Z]{2}$/.test(medium)) return medium;
	return isOnline(s.entry) || (s.gaps && code === 'EB') ? 'OL' : undefined;
}

/** The volume of a book or of the host of a piece: a bare number becomes 第1卷, `v.1` or `Vol. 1`; a text is copied. */
export function bookVolume(s: Setting): Piece | undefined {
	const volume = s.entry.text('volume');
	if (!volume) return field(s, 'volume');
	if (!/^\d+(\s*[-–,、]\s*\d+)*$/.test(volume)) return piece(volume);
	if (!s.entry.english) return piece(`第${volume}卷`);
	if (s.edition === '2025') return piece(`v.${volume}`);
	return piece(/^\d+$/.test(volume) ? `Vol. ${volume}` : `Vols. ${volume}`);
}

/**
 * The number of a document, report, patent or archive; those of articles and standards stand elsewhere (standards: in
 * 2025 only).
 */
export function number(s: Setting): Piece | undefined {
	const { entry, edition } = s;
	if (/^article(-|$)/.test(entry.type) || (entry.type === 'standard' && edition === '2025')) return undefined;
	if (edition === '2025' && entry.type === 'patent' && entry.has('call-number'))
		return piece(entry.text('call-number'));
	const archived = /^(collection|manuscript|personal_communication)$/.test(entry.type);
	const place = archived || (edition === '2025' && entry.has('archive')) ? entry.text('archive_location') : undefined;
	const own = field(s, 'number', entry.type === 'standard' ? '标准号' : '编号');
	return edition === '2025' ? (own ?? piece(place)) : join('\u2003', own, place);
}

/** `2 版`, `4th ed.`; a text is copied. The first edition is not named (the standard's own rule). */
export function edition(s: Setting): Piece | undefined {
	const text = s.entry.text('edition');
	if (text === undefined) return field(s, 'edition');
	const number = editionNumber(text);
	if (number === undefined) return piece(text);
	if (number === 1) return undefined;
	return piece(inLanguage(s, `${number} 版`, `${ordinal(number)} ed.`));
}

/** `V1.0`, of data sets and preprints in 2025. */
export function version(s: Setting): Piece | undefined {
	const text = s.entry.text('version');
	return piece(text && `V${text.replace(/^v/i, '')}`);
}

/** The year of publication; an unknown one is a gap in a draft, and never the year of access. */
export function year(s: Setting): Piece | undefined {
	if (s.authorDate) return undefined;
	return bareYear(s);
}

/** The year as `year` prints it, in whatever place the style wants it. */
export function bareYear(s: Setting, label = '出版年'): Piece | undefined {
	const { entry, marks } = s;
	const issued = entry.date('issued');
	if (issued) return piece(printYear(issued, marks.years));
	return lackDate(s, label, held => printYear(held, marks.years));
}

/** The date as precise as it is known; where only a reposting page's date is, that date marked as such. */
export function fullDate(s: Setting): Piece | undefined {
	const issued = s.entry.date('issued');
	return issued ? piece(printDate(issued)) : lackDate(s, labelOf('issued'), printDate);
}

/** `[引用日期]`. */
export function accessed(s: Setting): Piece | undefined {
	if (!s.showAccessed) return undefined;
	const date = s.entry.date('accessed');
	return wrap('[', date ? printDate(date) : lack(s, 'accessed', labelOf('accessed')), ']');
}

/** The date of access where 2015 asks for one: of everything online. */
export function accessedOnline(s: Setting): Piece | undefined {
	return isOnline(s.entry) ? accessed(s) : undefined;
}

/** The pages as given, en dash to hyphen; an article number may stand in for them. */
export function pages(s: Setting, label = labelOf('page')): Piece | undefined {
	const isArticle = /^article-/.test(s.entry.type);
	const text = s.page ?? s.entry.text('page') ?? (isArticle ? s.entry.text('number') : undefined);
	return piece(text?.replace(/[–‑‐]/g, '-')) ?? lack(s, 'page', label);
}

/** `URL. DOI:10….`; `CSTR:` in 2025 only. What the address printed has in it is not said again. */
export function access(s: Setting): Piece | undefined {
	const cstr = s.edition === '2025' ? identifier(s, 'CSTR') : undefined;
	return join('. ', address(s), wrap('DOI:', identifier(s, 'DOI'), ''), wrap('CSTR:', cstr, ''));
}

function identifier(s: Setting, field: 'DOI' | 'CSTR'): string | undefined {
	const id = s.entry.text(field);
	const url = s.showUrl ? s.entry.text('URL') : undefined;
	if (id === undefined || url === undefined) return id;
	return decoded(url).toLowerCase().endsWith(`/${id.toLowerCase()}`) ? undefined : id;
}

function decoded(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}

function address(s: Setting): Piece | undefined {
	if (!s.showUrl) return undefined;
	return piece(s.entry.text('URL')) ?? (isFoundByAddress(s) ? lack(s, 'URL', 'URL') : undefined);
}

/** Whether the address is what makes the entry findable; of a newspaper or a journal it is only a help, and no gap. */
function isFoundByAddress(s: Setting): boolean {
	return isOfficial(s.entry) || /^(EB|DS|DB|PP)$/.test(codeOf(s.entry, s.edition));
}

/** The gap of a field, where gaps are shown and the entry needs it. */
export function lack(s: Setting, name: string, label: string): Piece | undefined {
	return s.gaps && needs(s.entry, name) ? gap(name, label) : undefined;
}

function lackDate(s: Setting, label: string, print: (held: DateValue) => string): Piece | undefined {
	if (!s.gaps) return undefined;
	if (s.entry.held) return gap('issued', '转载页日期', print(s.entry.held));
	return lack(s, 'issued', label);
}

function firstNames(s: Setting, order: readonly string[]): Piece | undefined {
	const role = order.find(one => s.entry.names(one).length > 0);
	return role === undefined ? undefined : namesOf(s, role);
}

function namesOf(s: Setting, role: string): Piece | undefined {
	const names: readonly Name[] = s.entry.names(role);
	return piece(printNames(names, s.names));
}

/** A word in the language of the entry. */
export function inLanguage(s: Setting, chinese: string, english: string): string {
	return s.entry.english ? english : chinese;
}

/** An element that only one edition has at this place. */
export function onlyIn(edition: Edition, s: Setting, element: (s: Setting) => Piece | undefined): Piece | undefined {
	return s.edition === edition ? element(s) : undefined;
}

function ordinal(n: number): string {
	const tens = n % 100;
	if (tens >= 11 && tens <= 13) return `${n}th`;
	return `${n}${['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'}`;
}
