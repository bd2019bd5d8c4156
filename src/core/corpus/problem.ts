// What can be wrong with a pack: codes, severities and places; the one list both the editor and the command line
// word.

import { compareCodeUnits } from '../text/order';

export type Severity = 'error' | 'warning' | 'information';

/** Every code with the severity it has; adding one here makes the worders' exhaustive tables fail to compile. */
const severities = {
	// The file as a whole. Records in it that can still be read are loaded.
	'file.unreadable': 'error',
	'file.large': 'error',
	'file.unknown': 'information',
	'line.long': 'error',
	'yaml.syntax': 'error',
	'yaml.duplicateKey': 'error',
	'yaml.aliases': 'error',
	'yaml.depth': 'error',
	'list.expected': 'error',
	'pack.missing': 'error',
	// One record against its schema. A record with an error is left out; one with a warning is loaded.
	'record.expected': 'error',
	'field.missing': 'error',
	'field.type': 'error',
	'field.value': 'error',
	'field.empty': 'error',
	'field.long': 'error',
	'field.unknown': 'warning',
	'field.misplaced': 'warning',
	'id.form': 'error',
	'id.locator': 'warning',
	'date.form': 'error',
	'date.calendar': 'error',
	'pinyin.form': 'error',
	'text.surrogate': 'error',
	'text.control': 'error',
	// Across records.
	'id.duplicate': 'error',
	'id.conflict': 'error',
	'reference.unknown': 'error',
	'reference.kind': 'error',
	'reference.self': 'warning',
	'extends.unknown': 'error',
	'extends.kind': 'error',
	'extends.filled': 'information',
	'duplicate.text': 'warning',
	'duplicate.term': 'warning',
	'alias.collides': 'warning',
	'wrong.isTerm': 'warning',
	'wrong.used': 'warning',
	'slot.unbalanced': 'error',
	'slot.empty': 'error',
	'figure.value': 'error',
	'figure.wording': 'error',
	'quotation.long': 'warning',
	'quotation.speaker': 'information',
	'missing.filled': 'warning',
	'paragraph.both': 'information',
	'text.traditional': 'warning',
	'text.halfwidth': 'warning',
	'text.noise': 'warning',
	// Full texts of sources.
	'document.head': 'error',
	'document.empty': 'warning',
	'document.duplicate': 'warning',
	'document.copy': 'warning',
	// Against the texts the records come from.
	'text.absent': 'information',
	'quotation.notFound': 'error',
	'quotation.punctuation': 'warning',
	'quotation.elsewhere': 'error',
	'quotation.marked': 'warning',
	'paragraph.beyond': 'error',
	'paragraph.uncovered': 'warning',
	'figure.notFound': 'information',
	// Libraries of other programs. An entry with an error is left out, the others are there.
	'library.syntax': 'error',
	'library.format': 'error',
	'key.missing': 'warning',
	'key.form': 'warning',
	'key.duplicate': 'warning',
	'key.case': 'warning',
	'key.unusual': 'information',
	'key.conflict': 'information',
	'crossref.unknown': 'warning',
	'crossref.cycle': 'warning',
	'string.unknown': 'warning',
	'latex.unknown': 'information',
	// Generated files.
	'snippet.drift': 'error',
} as const satisfies Record<string, Severity>;

/** Stable codes of problems in packs; documented, so people may filter by them. */
export type ProblemCode = keyof typeof severities;

/** The severity that belongs to a code. */
export function severityOf(code: ProblemCode): Severity {
	return severities[code];
}

/** Every code, in the order of the list above. */
export function problemCodes(): readonly ProblemCode[] {
	return Object.keys(severities) as ProblemCode[];
}

/**
 * A stretch of a file: half-open offsets in UTF-16 code units (without a byte order mark), lines and columns from 1.
 */
export interface Place {
	readonly start: number;
	readonly end: number;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
}

/** One thing wrong: where, which code, and the values a sentence about it needs. */
export interface Problem extends Place {
	/** Name of the file inside its pack, with `/`, or a name the caller gave. */
	readonly file: string;
	readonly severity: Severity;
	readonly code: ProblemCode;
	readonly data: Readonly<Record<string, string | number>>;
}

/** The place of whole-file problems: the very start. */
export const fileStart: Place = { start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Builds a problem with the severity of its code. */
export function problem(
	file: string,
	place: Place,
	code: ProblemCode,
	data: Readonly<Record<string, string | number>> = {},
): Problem {
	return {
		file,
		start: place.start,
		end: place.end,
		line: place.line,
		column: place.column,
		endLine: place.endLine,
		endColumn: place.endColumn,
		severity: severities[code],
		code,
		data,
	};
}

/** Hands one problem of a record to a list; `path` is the field at fault (`terms.0`). */
export type Report = (
	record: object,
	path: string,
	code: ProblemCode,
	data?: Readonly<Record<string, string | number>>,
) => void;

/** Orders problems as a reader meets them: by file, then by place. */
export function byPlace(a: Problem, b: Problem): number {
	return compareCodeUnits(a.file, b.file) || a.start - b.start || a.end - b.end;
}
