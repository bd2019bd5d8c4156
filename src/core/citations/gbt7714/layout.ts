// How the elements of an entry follow each other: one function a layout and edition, as GB/T 7714 orders them.

import type { Setting } from './elements';
import {
	access,
	accessed,
	accessedOnline,
	author,
	bareYear,
	bookVolume,
	edition,
	field,
	fullDate,
	hostAuthor,
	inLanguage,
	lack,
	onlyIn,
	pages,
	title,
	translators,
	version,
	year,
} from './elements';
import type { Layout } from './types';
import { codeOf, isOfficial, isOnline, isPieceAlone, layoutOf } from './types';
import type { Piece } from './piece';
import { join, wrap } from './piece';

/** The whole entry without its number, ending in one point. */
export function layOut(setting: Setting): Piece {
	const s = withAddress(setting);
	// A piece of a host nobody has named is set like a work of its own where that is not to be seen as a gap.
	const layout = !s.gaps && isPieceAlone(s.entry) ? 'book' : layoutOf(s.entry, s.edition);
	const bodies = s.edition === '2025' ? bodies2025 : bodies2015;
	const body = bodies[layout];
	// Standards begin with their number in 2025.
	const named = body === bodies2025.standard ? undefined : author(s);
	const head = s.authorDate ? authorYear(s) : named;
	const text = join('. ', head, join(s.marks.colon, body(s), s.locator), access(s)) ?? { text: '', gaps: [] };
	return text.text.endsWith('.') ? text : { ...text, text: `${text.text}.` };
}

/** An official document whose record wants an address is one found online: set as such, so that the gap is seen. */
function withAddress(s: Setting): Setting {
	const { entry } = s;
	if (!s.gaps || !isOfficial(entry) || !entry.missing.has('URL')) return s;
	return { ...s, entry: { ...entry, has: (...fields) => fields.includes('URL') || entry.has(...fields) } };
}

/**
 * `作者，年` at the head of an author-date entry. Lists by author need somebody: 佚名 stands where nobody is
 * responsible (8.1 of the standard).
 */
function authorYear(s: Setting): Piece | undefined {
	const nobody = lack(s, 'author', '责任者') ?? inLanguage(s, '佚名', 'Anon');
	const known = bareYear(s, '年');
	return join(s.marks.comma, author(s) ?? nobody, (known && join('', known, s.yearLetter)) ?? unknownYear(s));
}

/** What stands in place of a year nobody knows; 2015 has no word for it. */
function unknownYear(s: Setting): string | undefined {
	if (s.edition === '2015') return undefined;
	return inLanguage(s, '无日期', 'n.d.');
}

type Body = (s: Setting) => Piece | undefined;

const article: Body = s =>
	join(
		'. ',
		title(s),
		onlyIn('2025', s, translators),
		join('', join(s.marks.colon, periodicalIssue(s), pages(s)), onlyIn('2015', s, accessedOnline)),
	);

const newspaper: Body = s =>
	join(
		'. ',
		title(s),
		onlyIn('2025', s, translators),
		join(
			'',
			join(s.marks.comma, field(s, 'container-title', '报名'), fullDate(s)),
			wrap(s.marks.open, pages(s, '版次'), s.marks.close),
			onlyIn('2015', s, accessedOnline),
		),
	);

const online: Body = s =>
	join(
		'. ',
		title(s),
		onlyIn('2025', s, version),
		join(
			'',
			s.edition === '2015' && !/^(?:webpage|post)/.test(s.entry.type)
				? issuer2015(s)
				: wrap(s.marks.open, fullDate(s), s.marks.close),
			accessed(s),
		),
	);

const piece: Body = s =>
	join(
		'. ',
		join(
			'//',
			join('. ', title(s), translators(s)),
			s.entry.has('container-title') || !s.entry.has('event-title')
				? host(s)
				: join('. ', hostAuthor(s), s.entry.text('event-title')),
		),
		edition(s),
		imprint(s),
	);

const serial: Body = s => join('. ', title(s), serialRange(s), imprint(s));

const book: Body = s =>
	join(
		'. ',
		title(s),
		translators(s),
		edition(s),
		imprint(s),
		s.edition === '2025' && s.entry.type === 'map' ? s.entry.text('dimensions') : undefined,
	);

const bodies2025: Readonly<Record<Layout, Body>> = {
	article,
	newspaper,
	online,
	piece,
	serial,
	book,
	patent: s => join('. ', title(s), join(s.marks.colon, fullDate(s), pages(s))),
	event: s =>
		join('//', title(s), join(s.marks.colon, join(s.marks.comma, s.entry.text('event-title'), year(s)), pages(s))),
	standard: s => join('\u2003', field(s, 'number', '标准号'), title(s)),
	data: s =>
		join(
			'. ',
			title(s),
			version(s),
			join('', field(s, 'publisher', '平台'), wrap(s.marks.open, fullDate(s), s.marks.close), accessed(s)),
		),
	archive: s => join('. ', title(s), holder(s, fullDate(s))),
};

const bodies2015: Readonly<Record<Layout, Body>> = {
	article,
	newspaper,
	online,
	piece,
	serial,
	book,
	patent: s => join('. ', title(s), join('', fullDate(s), accessedOnline(s))),
	event: piece,
	standard: book,
	data: online,
	archive: book,
};

/** `刊名，年，卷（期）`; the year alone where there is a volume or an issue. */
function periodicalIssue(s: Setting): Piece | undefined {
	const numbered = s.entry.has('volume', 'issue') || (s.gaps && !s.entry.has('DOI'));
	const when = numbered ? issueYear(s) : dateAhead(s);
	return join(
		'',
		join(s.marks.comma, field(s, 'container-title', '刊名'), when, field(s, 'volume')),
		wrap(s.marks.open, field(s, 'issue'), s.marks.close),
	);
}

/** The year of an issue, unless it stands after the author already. */
function issueYear(s: Setting): Piece | undefined {
	return s.authorDate ? undefined : bareYear(s, '年');
}

/** An article published online before its issue: the day it went online, as precise as known. */
function dateAhead(s: Setting): Piece | undefined {
	if (s.authorDate) return onlyIn('2025', s, fullDate);
	return fullDate(s) ?? bareYear(s, '年');
}

/** The run of a periodical. 2015 puts the year first; a volume text that begins with it is not preceded by it again. */
function serialRange(s: Setting): Piece | undefined {
	const volume = s.entry.text('volume');
	const isRun = s.entry.has('volume', 'issue');
	const when = s.edition === '2015' && isRun && !/^\d{4}/.test(volume ?? '') ? year(s) : undefined;
	return join('', join(s.marks.comma, when, volume), wrap(s.marks.open, s.entry.text('issue'), s.marks.close));
}

function host(s: Setting): Piece | undefined {
	return join('. ', hostAuthor(s), join(s.marks.colon, field(s, 'container-title', '书名'), bookVolume(s)));
}

/** `地：出版者，年：页`, or what stands in its place where there is no publisher. */
function imprint(s: Setting): Piece | undefined {
	return s.edition === '2025' ? imprint2025(s) : imprint2015(s);
}

function imprint2025(s: Setting): Piece | undefined {
	const { entry, marks } = s;
	const type = entry.type;
	const published = entry.has('publisher', 'publisher-place');
	const isUnnamed = isOfNoKind(s);
	if (!published && type === 'report') return join(marks.colon, fullDate(s), pages(s));
	if (published || /^(book|chapter|classic|entry-|map|paper-conference|periodical|thesis)/.test(type))
		return join(marks.colon, join(marks.comma, publisher(s), isUnnamed ? fullDate(s) : year(s)), pages(s));
	// Laws and official documents held without an address have no imprint at all; online they are dated like a page. Of
	// one whose date is not known that is seen.
	if (codeOf(entry, s.edition) === 'EB') return join('', wrap(marks.open, fullDate(s), marks.close), accessed(s));
	if (isOfficial(entry)) return entry.has('issued') ? undefined : lack(s, 'issued', '日期');
	// A speech, a broadcast, a document of no known kind has at least its date; what is missing of that is seen.
	return join(marks.colon, join(marks.comma, isUnnamed ? event(s) : undefined, fullDate(s)), pages(s));
}

/** Whether the standard has no code of its own for what it is: a speech, a broadcast, a film (Z). */
function isOfNoKind(s: Setting): boolean {
	return codeOf(s.entry, s.edition) === 'Z' && !isOfficial(s.entry);
}

/** Where a speech was given or a work performed, unless its title says so. */
function event(s: Setting): string | undefined {
	const name = s.entry.text('event-title');
	return name !== undefined && s.entry.text('title')?.includes(name) ? undefined : name;
}

function imprint2015(s: Setting): Piece | undefined {
	const { entry, marks } = s;
	const printed =
		/^(book|classic|chapter|entry-|paper-conference|periodical|thesis)/.test(entry.type) ||
		entry.has('publisher', 'publisher-place', 'archive', 'archive-place', 'page');
	if (printed) {
		const where =
			entry.has('archive', 'archive-place') && !entry.has('publisher', 'publisher-place')
				? holder(s, year(s))
				: join(marks.comma, publisher(s), isOfNoKind(s) ? fullDate(s) : year(s));
		return join('', join(marks.colon, where, pages(s)), accessedOnline(s));
	}
	if (isOnline(entry)) return join('', wrap(marks.open, fullDate(s), marks.close), accessed(s));
	return isOfNoKind(s) ? join(marks.comma, event(s), fullDate(s)) : year(s);
}

/** 2015 sets data sets and preprints like books where the platform is known: `平台, 2018`. */
function issuer2015(s: Setting): Piece | undefined {
	if (!s.entry.has('publisher', 'publisher-place')) return wrap(s.marks.open, fullDate(s), s.marks.close);
	return join(s.marks.comma, publisher(s), year(s));
}

function publisher(s: Setting): Piece | undefined {
	return join(s.marks.colon, field(s, 'publisher-place'), field(s, 'publisher'));
}

/** `地：馆，日期` of an archive. */
function holder(s: Setting, date: Piece | undefined): Piece | undefined {
	return join(s.marks.comma, join(s.marks.colon, s.entry.text('archive-place'), field(s, 'archive')), date);
}
