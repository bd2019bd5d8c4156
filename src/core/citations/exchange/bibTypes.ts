// The table of types and fields of BibTeX and biblatex beside those of CSL, for reading and for writing. Where CSL
// tells apart what biblatex does not, `entrysubtype` says which is meant.

import { entryOf } from '../../text/values/fields';

/** Types of BibTeX and biblatex (manual 3.19, section 2.1), of biblatex-gb7714 and of common programs → CSL types. */
const read: Readonly<Record<string, string>> = {
	article: 'article-journal',
	newspaper: 'article-newspaper',
	magazine: 'article-magazine',
	suppperiodical: 'article-journal',
	review: 'review',
	book: 'book',
	mvbook: 'book',
	collection: 'book',
	mvcollection: 'book',
	manual: 'book',
	reference: 'book',
	mvreference: 'book',
	proceedings: 'book',
	mvproceedings: 'book',
	booklet: 'pamphlet',
	inbook: 'chapter',
	bookinbook: 'chapter',
	suppbook: 'chapter',
	incollection: 'chapter',
	suppcollection: 'chapter',
	inreference: 'entry-encyclopedia',
	inproceedings: 'paper-conference',
	conference: 'paper-conference',
	thesis: 'thesis',
	phdthesis: 'thesis',
	mastersthesis: 'thesis',
	report: 'report',
	techreport: 'report',
	online: 'webpage',
	electronic: 'webpage',
	www: 'webpage',
	webpage: 'webpage',
	patent: 'patent',
	standard: 'standard',
	techstandard: 'standard',
	dataset: 'dataset',
	database: 'database',
	software: 'software',
	map: 'map',
	legislation: 'legislation',
	jurisdiction: 'legal_case',
	legal: 'legislation',
	letter: 'personal_communication',
	image: 'graphic',
	artwork: 'graphic',
	audio: 'song',
	music: 'song',
	movie: 'motion_picture',
	video: 'motion_picture',
	performance: 'performance',
	periodical: 'periodical',
	unpublished: 'manuscript',
	archive: 'collection',
	preprint: 'article',
	speech: 'speech',
	misc: 'document',
};

/** CSL types → type, and `entrysubtype` where the type alone reads back as another. */
const written: Readonly<Record<string, string>> = {
	'article-journal': 'article',
	'article-newspaper': 'article',
	'article-magazine': 'article',
	review: 'article',
	'review-book': 'article',
	book: 'book',
	classic: 'book',
	pamphlet: 'booklet',
	chapter: 'incollection',
	'entry-encyclopedia': 'inreference',
	'entry-dictionary': 'inreference',
	entry: 'inreference',
	'paper-conference': 'inproceedings',
	thesis: 'thesis',
	report: 'report',
	webpage: 'online',
	post: 'online',
	'post-weblog': 'online',
	article: 'online',
	patent: 'patent',
	dataset: 'dataset',
	software: 'software',
	periodical: 'periodical',
	manuscript: 'unpublished',
	// biblatex knows these, but prints them like @misc; BibTeX does not, and takes @misc for every type it does not know.
	standard: 'standard',
	legislation: 'legislation',
	regulation: 'legislation',
	bill: 'legislation',
	legal_case: 'jurisdiction',
	motion_picture: 'movie',
	song: 'audio',
	graphic: 'image',
};

/** Names other programs write into `entrysubtype`. */
const subtypes: Readonly<Record<string, string>> = { newspaper: 'article-newspaper', magazine: 'article-magazine' };

/** The CSL type of an entry; nothing for what is no source. A type nobody knows is a document. */
export function cslType(type: string, subtype: string | undefined): string | undefined {
	if (type === 'set' || type === 'xdata') return undefined;
	const sub = subtype?.trim().toLowerCase() ?? '';
	if (Object.hasOwn(subtypes, sub)) return subtypes[sub];
	if (/^csl-[a-z_-]+$/.test(sub)) return sub.slice(4);
	return entryOf(read, type) ?? 'document';
}

/** The type of an entry for a CSL type, with the subtype that makes it read back as the same. */
export function bibType(type: string): { readonly type: string; readonly subtype?: string } {
	const found = entryOf(written, type) ?? 'misc';
	if (cslType(found, undefined) === type) return { type: found };
	return { type: found, subtype: Object.entries(subtypes).find(([, csl]) => csl === type)?.[0] ?? `csl-${type}` };
}

/** Whether a CSL type is a piece of a periodical, whose `number` is an issue. */
export function inPeriodical(type: string): boolean {
	return /^(?:article-|review)/.test(type);
}

/** Whether a CSL type is a book or stands in one: there `number` beside a series is the series'. */
export function inSeries(type: string): boolean {
	return /^(?:book|classic|chapter|entry|pamphlet|paper-conference)/.test(type);
}

/**
 * Fields that mean the same whatever the type: biblatex or BibTeX → CSL. The first name of each is the one that is
 * written.
 */
export const plainFields: Readonly<Record<string, string>> = {
	volume: 'volume',
	edition: 'edition',
	pages: 'page',
	series: 'collection-title',
	publisher: 'publisher',
	institution: 'publisher',
	school: 'publisher',
	organization: 'publisher',
	location: 'publisher-place',
	address: 'publisher-place',
	volumes: 'number-of-volumes',
	pagetotal: 'number-of-pages',
	chapter: 'chapter-number',
	version: 'version',
	isbn: 'ISBN',
	issn: 'ISSN',
	shorttitle: 'title-short',
	shortjournal: 'container-title-short',
	eventtitle: 'event-title',
	venue: 'event-place',
	pubstate: 'status',
	part: 'part-number',
	mark: 'mark',
	medium: 'medium',
	cstr: 'CSTR',
	origtitle: 'original-title',
	origpublisher: 'original-publisher',
	origlocation: 'original-publisher-place',
	library: 'call-number',
};

/** Fields that mean something else in an entry of an archive: who keeps the document, and where. */
export const archiveFields: Readonly<Record<string, string>> = {
	institution: 'archive',
	library: 'archive',
	location: 'archive-place',
	address: 'archive-place',
};

/** Fields of names: biblatex → CSL. */
export const nameFields: Readonly<Record<string, string>> = {
	author: 'author',
	editor: 'editor',
	translator: 'translator',
	bookauthor: 'container-author',
	director: 'director',
};

/** Other roles an editor may have (`editortype`). */
export const editorTypes: Readonly<Record<string, string>> = {
	compiler: 'compiler',
	director: 'director',
	organizer: 'organizer',
	founder: 'editorial-director',
	redactor: 'editor',
	collaborator: 'contributor',
};

/** Fields of dates: biblatex → CSL; the first name of each is the one that is written. */
export const dateFields: Readonly<Record<string, string>> = {
	date: 'issued',
	newsdate: 'issued',
	urldate: 'accessed',
	citedate: 'accessed',
	accessdate: 'accessed',
	urlaccessdate: 'accessed',
	accessed: 'accessed',
	lastaccessed: 'accessed',
	lastchecked: 'accessed',
	visited: 'accessed',
	eventdate: 'event-date',
	origdate: 'original-date',
};

/** `langid` (babel's names) ↔ language tags; what is not here is written and read as it is. */
export const languages: Readonly<Record<string, string>> = {
	chinese: 'zh-CN',
	'chinese-traditional': 'zh-TW',
	english: 'en',
	american: 'en-US',
	british: 'en-GB',
	german: 'de',
	ngerman: 'de-DE',
	french: 'fr-FR',
	spanish: 'es-ES',
	italian: 'it-IT',
	russian: 'ru-RU',
	japanese: 'ja-JP',
	korean: 'ko-KR',
	portuguese: 'pt-PT',
	dutch: 'nl-NL',
};

/** Further names for the same: only read. */
export const languageNames: Readonly<Record<string, string>> = {
	schinese: 'zh-CN',
	'chinese-simplified': 'zh-CN',
	'chinese-hans': 'zh-CN',
	tchinese: 'zh-TW',
	'chinese-hant': 'zh-TW',
	中文: 'zh-CN',
	汉语: 'zh-CN',
	英文: 'en',
	英语: 'en',
	usenglish: 'en-US',
	ukenglish: 'en-GB',
	canadian: 'en-CA',
	australian: 'en-AU',
	brazilian: 'pt-BR',
	austrian: 'de-AT',
	naustrian: 'de-AT',
	swissgerman: 'de-CH',
};
