// What every reader of a format answers: documents with the fields their pages prove, paragraphs, what was left out,
// what went wrong.

import type { Layout } from '../text/layout/layout';
import type { Source } from '../corpus/records';

/** Fields of a source as the text proves them; an id comes later, a title may be missing. */
export type ProvedFields = Partial<Omit<Source, 'id'>>;

/** A piece of the original that is no part of the article, so that a person can look at it and take it back. */
export interface DroppedText {
	readonly text: string;
	/**
	 * Why: a kind of line (`frame`, `links`, `spam`, `related` …), or what a reader of the format says (`script`,
	 * `running-head`, `page-number` …).
	 */
	readonly why: string;
	/** How many paragraphs stand before it. */
	readonly after?: number;
	/** Line or page of the original, from 1, where the format has them. */
	readonly line?: number;
}

/** One document as read from a file; texts keep their own script, radicals are folded to their characters. */
export interface ImportedDocument {
	readonly source: ProvedFields;
	/** Without blank ones; no line ends inside. */
	readonly paragraphs: readonly string[];
	/** Headings, tables, pages and notes of the paragraphs; the number of a table is told when the document is read. */
	readonly layout?: Layout;
	readonly dropped: readonly DroppedText[];
	readonly problems: readonly ImportProblem[];
}

/**
 * What can go wrong, with the severity it has: after an error there is no document, after a warning it wants looking
 * at.
 */
const severities = {
	/** The file cannot be opened (`reason`). */
	'import.unreadable': 'error',
	/** No format this reads; `format` says which it seems to be (doc, wps, zip, image …). */
	'import.format': 'error',
	/**
	 * More than a limit allows: `what` (bytes, unpacked, characters, nodes, pages, entries, documents, depth, files),
	 * `limit`, perhaps `size`.
	 */
	'import.large': 'error',
	'import.encrypted': 'error',
	/** The file breaks its own format (`reason`); nothing could be read. */
	'import.damaged': 'error',
	/** No text: nothing but menus, an empty file, scanned pages (`reason`: nothing, frame, scanned). */
	'import.empty': 'error',
	/** One line or entry of a list cannot be used (`reason`); the others are there. */
	'import.entry': 'warning',
	/** Some characters could not be read (`count`); U+FFFD stands for each. */
	'import.characters': 'warning',
	/** The text breaks off or lacks parts (`reason`). */
	'import.partial': 'warning',
	/** The same text is in the pack already, as `document`; `relation`: same, update, contained, contains. */
	'import.duplicate': 'warning',
	/** Another pack has the source of this text, `title` (`id`), and citations of it: the document is its full text. */
	'import.cited': 'information',
	/** Tracked changes were read as accepted. */
	'import.changes': 'information',
	/** The page proves no title; the file's name stands for it. */
	'import.title': 'information',
	/** The headings of a table name no terms: it is a document. */
	'import.table': 'information',
	/** A link that leads out of the folder was not followed. */
	'import.link': 'information',
	/** The file could not be written (`reason`). */
	'import.unwritten': 'error',
	/** The person stopped it. */
	'import.cancelled': 'information',
} as const satisfies Record<string, 'error' | 'warning' | 'information'>;

export type ImportCode = keyof typeof severities;

/** One thing to tell about a file or a document of it. */
export interface ImportProblem {
	readonly code: ImportCode;
	readonly severity: 'error' | 'warning' | 'information';
	/** Line, entry or page of the original, from 1. */
	readonly line?: number;
	readonly data: Readonly<Record<string, string | number>>;
}

/** Builds a problem with the severity of its code. */
export function importProblem(code: ImportCode, data: ImportProblem['data'] = {}, line?: number): ImportProblem {
	return { code, severity: severities[code], line, data };
}

/** The problem of a document nobody has found a title of. */
export function titleProblems(title: string | undefined): readonly ImportProblem[] {
	return title === undefined ? [importProblem('import.title')] : [];
}

/** Every code, for those who word them. */
export function importCodes(): readonly ImportCode[] {
	return Object.keys(severities) as ImportCode[];
}

/** Tells a running import that nobody waits for it any more; an AbortSignal is one. */
export interface Cancelled {
	readonly aborted: boolean;
}

/** What one file may cost. Readers ask before they build anything of that size. */
export interface Limits {
	/** Bytes of the file; also of what an archive unpacks to, all entries together. */
	readonly bytes: number;
	/** UTF-16 code units of one document's text. */
	readonly characters: number;
	/** Elements, entries, objects: whatever a format has many of. */
	readonly nodes: number;
	readonly pages: number;
	/** Documents of one file. */
	readonly documents: number;
	readonly signal?: Cancelled;
}

/** Large enough for every honest document, small enough for a machine with little memory. */
export const defaultLimits: Limits = {
	bytes: 64 * 1024 * 1024,
	characters: 8_000_000,
	nodes: 400_000,
	pages: 5_000,
	documents: 50_000,
};

/** What a reader answers: the documents of a file (mostly one, of a list many), and problems of the file as a whole. */
export interface ReadFile {
	readonly documents: readonly ImportedDocument[];
	readonly problems: readonly ImportProblem[];
}

/**
 * Reads a file of one format. Never throws on data and never opens, fetches or runs anything; `name` is for messages
 * and endings.
 */
export type DocumentReader = (bytes: Uint8Array, name: string, limits: Limits) => Promise<ReadFile>;

/** An answer without any document. */
export function nothingRead(code: ImportCode, data: ImportProblem['data'] = {}): ReadFile {
	return { documents: [], problems: [importProblem(code, data)] };
}
