// Findings → the rows of the review view: by kind or by file, the most important first, each with its count.
import type { UnreadReason } from '../../../app/drafts';
import { changesOf, findingCodes, type Finding, type Severity } from '../../../core/service';

/** A finding with what is shown of the draft; lines and columns count from 1, columns in UTF-16 code units. */
export interface Entry {
	readonly finding: Finding;
	/** The draft's words in one line, shortened where they are long: what differs from the source is there. */
	readonly words: string;
	/** Where it stands in `words`. */
	readonly marks: readonly (readonly [start: number, end: number])[];
	/** The same as they stand; of very long ones the beginning. */
	readonly quote: string;
	readonly line: number;
	readonly column: number;
}

/** What was found in one file. */
export interface FileEntries {
	/** Its address. */
	readonly key: string;
	/** As people call it. */
	readonly name: string;
	readonly entries: readonly Entry[];
}

/** A file that could not be read, and why. */
export interface UnreadFile {
	readonly key: string;
	readonly name: string;
	readonly why: UnreadReason;
}

export type Grouping = 'kind' | 'file';

interface Group {
	/** Unique in the tree, the same from one review to the next. */
	readonly id: string;
	readonly children: readonly Row[];
	/** Findings below, and the worst of them. */
	readonly count: number;
	readonly severity: Severity;
}
export interface KindRow extends Group {
	readonly type: 'kind';
	readonly code: Finding['code'];
}
export interface FileRow extends Group {
	readonly type: 'file';
	readonly key: string;
	readonly name: string;
}
export interface FindingRow {
	readonly type: 'finding';
	readonly id: string;
	readonly key: string;
	readonly entry: Entry;
}
export interface UnreadRow {
	readonly type: 'unread';
	readonly id: string;
	readonly count: number;
	readonly children: readonly UnreadFileRow[];
}
export interface UnreadFileRow {
	readonly type: 'unreadFile';
	readonly id: string;
	readonly file: UnreadFile;
}
export type Row = KindRow | FileRow | FindingRow | UnreadRow | UnreadFileRow;

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
/** Characters of the draft a row shows, and UTF-16 code units that are kept of them. */
const longestLabel = 80;
const longestQuote = 5000;
/** Where more than so many characters stand before the first that differs, so many of them are shown. */
const before = 14;
const lead = 8;

/** Kinds in the order in which they are shown: the most important first. */
export function byImportance(a: Finding['code'], b: Finding['code']): number {
	const ranks = findingCodes();
	return ranks.indexOf(a) - ranks.indexOf(b);
}

/** Findings with the words and places of the text they were found in, in the order of the text. */
export function entriesOf(text: string, findings: readonly Finding[]): Entry[] {
	const place = placesIn(text);
	return [...findings]
		.sort((a, b) => a.start - b.start || a.end - b.end || byImportance(a.code, b.code))
		.map(finding => ({
			finding,
			...wordsOf(text, finding),
			quote: text.slice(finding.start, Math.min(finding.end, finding.start + longestQuote)),
			...place(finding.start),
		}));
}

/** Where the offsets of a text stand; lines and columns count from 1. */
export function placesIn(text: string): (offset: number) => { readonly line: number; readonly column: number } {
	const starts = [0];
	for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
	return offset => {
		let low = 0;
		for (let high = starts.length; high - low > 1;) {
			const middle = (low + high) >> 1;
			if (starts[middle]! <= offset) low = middle;
			else high = middle;
		}
		return { line: low + 1, column: offset - starts[low]! + 1 };
	};
}

/**
 * The words of a finding in one line; what differs is not far from the beginning. A number alone says nothing: it
 * stands among what is around it.
 */
function wordsOf(text: string, finding: Finding): Pick<Entry, 'words' | 'marks'> {
	const changes = changesOf(finding);
	const { start, end } = finding.code === 'figure.differs' ? clauseAround(text, finding) : finding;
	const first = changes[0]?.start ?? start;
	const from = first - start > before ? characterAt(text, first - lead) : start;
	const cut = from > start ? '…' : '';
	// What is cut off below need not be looked at character by character.
	const characters = [...inOneLine(text.slice(from, Math.min(end, from + 4 * longestLabel))).trim()];
	const words =
		cut +
		characters.slice(0, longestLabel).join('') +
		(characters.length > longestLabel || end - from > 4 * longestLabel ? '…' : '');
	const at = (offset: number) => cut.length + inOneLine(text.slice(from, offset)).trimStart().length;
	const near = changes.filter(
		change => change.start >= from && change.end > change.start && change.end <= Math.min(end, from + 4 * longestLabel),
	);
	return {
		words,
		marks: near.map(change => [at(change.start), at(change.end)] as const).filter(([, last]) => last <= words.length),
	};
}

/** The clause a finding stands in, of a long one what is next to it. */
function clauseAround(text: string, { start, end }: Pick<Finding, 'start' | 'end'>): Pick<Finding, 'start' | 'end'> {
	const before = /[^，。；：！？,;:\s]*$/.exec(
		text.slice(characterAt(text, Math.max(0, start - longestLabel / 4)), start),
	)![0];
	const behind = /^[^，。；：！？,;:\s[]*/.exec(text.slice(end, characterAt(text, end + longestLabel / 4)))![0];
	return { start: start - before.length, end: end + behind.length };
}

function inOneLine(words: string): string {
	return words.replace(/\s+/g, ' ');
}

/** An offset that is not within a character. */
function characterAt(text: string, offset: number): number {
	return /[\udc00-\udfff]/.test(text[offset] ?? '') ? offset - 1 : offset;
}

/** The rows of several files: the kinds of each file, or the files of each kind. */
function groupedRows(files: readonly FileEntries[], grouping: Grouping): Row[] {
	if (grouping === 'file') return files.map(file => fileRow(file, file.key, kindsOf(file, `${file.key} `)));
	return codesOf(files.flatMap(file => file.entries)).map(code =>
		kindRow(
			code,
			code,
			files.flatMap(file => {
				const own = { ...file, entries: file.entries.filter(entry => entry.finding.code === code) };
				return own.entries.length > 0 ? fileRow(own, `${code} ${file.key}`, findingRows(own)) : [];
			}),
		),
	);
}

/** The tree. With several files there is a level for them: above the kinds, or below. */
export function rowsOf(
	files: readonly FileEntries[],
	grouping: Grouping,
	several: boolean,
	unread: readonly UnreadFile[] = [],
): Row[] {
	const some = files.filter(file => file.entries.length > 0);
	const rows: Row[] = several ? groupedRows(some, grouping) : some.flatMap(file => kindsOf(file, ''));
	if (unread.length > 0) {
		rows.push({
			type: 'unread',
			id: 'unread',
			count: unread.length,
			children: unread.map(file => ({ type: 'unreadFile', id: `unread ${file.key}`, file })),
		});
	}
	return rows;
}

/** The same with quotations that nothing proves before all others. */
export function unprovedFirst(rows: readonly Row[]): Row[] {
	const isUnproved = (row: Row) => row.type === 'kind' && row.code === 'quotation.unknown';
	return [...rows.filter(isUnproved), ...rows.filter(row => !isUnproved(row))];
}

/** The row of the same finding in a file that was looked at again; nothing when it is gone. */
export function sameRow(row: FindingRow, file: FileEntries): FindingRow | undefined {
	const { code } = row.entry.finding;
	return findingRows({ ...file, entries: file.entries.filter(entry => entry.finding.code === code) }).find(
		other => other.id === row.id,
	);
}

/** How many there are of each severity. */
export function countsOf(files: readonly FileEntries[]): Readonly<Record<Severity, number>> {
	const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
	for (const { entries } of files) for (const { finding } of entries) counts[finding.severity]++;
	return counts;
}

function codesOf(entries: readonly Entry[]): Finding['code'][] {
	return [...new Set(entries.map(entry => entry.finding.code))].sort(byImportance);
}

function kindsOf(file: FileEntries, prefix: string): KindRow[] {
	return codesOf(file.entries).map(code =>
		kindRow(
			code,
			prefix + code,
			findingRows({ ...file, entries: file.entries.filter(entry => entry.finding.code === code) }),
		),
	);
}

function kindRow(code: Finding['code'], id: string, children: readonly (FileRow | FindingRow)[]): KindRow {
	return { type: 'kind', id, code, children, count: sum(children), severity: worst(children) };
}

function fileRow({ key, name }: FileEntries, id: string, children: readonly (KindRow | FindingRow)[]): FileRow {
	return { type: 'file', id, key, name, children, count: sum(children), severity: worst(children) };
}

/**
 * A row is the same one after an edit elsewhere: it is known by its words, and the same words by which time they occur.
 */
function findingRows({ key, entries }: FileEntries): FindingRow[] {
	const seen = new Map<string, number>();
	return entries.map(entry => {
		const name = `${key} ${entry.finding.code} ${entry.words}`;
		const nth = (seen.get(name) ?? 0) + 1;
		seen.set(name, nth);
		return { type: 'finding', id: `${name} ${nth}`, key, entry };
	});
}

function sum(rows: readonly (KindRow | FileRow | FindingRow)[]): number {
	return rows.reduce((total, row) => total + (row.type === 'finding' ? 1 : row.count), 0);
}

function worst(rows: readonly (KindRow | FileRow | FindingRow)[]): Severity {
	return (
		severities.find(severity =>
			rows.some(row => (row.type === 'finding' ? row.entry.finding.severity : row.severity) === severity),
		) ?? 'hint'
	);
}
