// Text of one pack file → records with the place of every field, and problems.

import { Lines } from '../lines';
import { byPlace, fileStart, problem, type Place, type Problem, type ProblemCode } from '../problem';
import { checkValue, type FileKind } from '../schema';
import { valueAt } from '../dataPath';
import { nearestField } from '../fields';
import {
	firstError,
	itemsOf,
	limits,
	parseYaml,
	ValueReader,
	type AliasTargets,
	type YamlDocument,
	type YamlError,
	type YamlNode,
} from './nodes';
import { filled } from '../../text/values/optional';

/**
 * Where the parts of one record stand: keys are paths joined with `.` (`''` the whole, `terms.0`), values half-open
 * offsets.
 */
export type Spans = ReadonlyMap<string, readonly [start: number, end: number]>;

/** One record that can be used, and where it stands. `extends` is set when it fills a record of another pack. */
export interface Placed {
	readonly value: Readonly<Record<string, unknown>>;
	readonly file: string;
	readonly spans: Spans;
	readonly lines: Lines;
}

/** What one file holds. */
export interface ParsedFile {
	readonly records: readonly Placed[];
	readonly problems: readonly Problem[];
}

/** More problems of one file tell nobody more. */
const mostProblems = 1000;

/** What is wrong with all of a file is said once. */
const saidOnce: ReadonlySet<ProblemCode> = new Set(['file.unreadable', 'yaml.aliases']);

/**
 * Where a record, or one field of it (`terms.0`), stands; the nearest enclosing part when the field itself is not
 * there.
 */
export function placeOf(record: Placed, path = ''): Place {
	for (let key = path; ; key = key.slice(0, Math.max(key.lastIndexOf('.'), 0))) {
		const span = record.spans.get(key);
		if (span) return record.lines.place(span[0], span[1]);
		if (key === '') return fileStart;
	}
}

/**
 * Reads one file of a pack. Never throws: a file, a record or a field that cannot be read is a problem at its place,
 * and every other record is returned. `text` is the file as read; a leading byte order mark is not counted in offsets.
 */
export function parsePackFile(kind: FileKind, file: string, text: string): ParsedFile {
	const body = text.replace(/^\uFEFF/, '');
	if (body.length > limits.file)
		return {
			records: [],
			problems: [problem(file, fileStart, 'file.large', { size: body.length, limit: limits.file })],
		};
	const reading = new Reading(kind, file, body);
	reading.read();
	return { records: reading.records, problems: reading.problems.sort(byPlace) };
}

/**
 * The record that one stretch of a file is, such as the front matter of a document; offsets and lines are the file's.
 * Never throws.
 */
export function parseStretch(kind: FileKind, file: string, body: string, start: number, end: number): ParsedFile {
	const reading = new Reading(kind, file, body, true);
	reading.read(start, end);
	return { records: reading.records, problems: reading.problems.sort(byPlace) };
}

/** A stretch of the text parsed by itself. */
interface Chunk {
	readonly start: number;
	readonly end: number;
}

/**
 * One item of a YAML list as plain data, or what is wrong with it (a code of the library, or of `Problem`); half-open
 * offsets.
 */
export type YamlItem =
	| { readonly value: unknown; readonly start: number; readonly end: number }
	| { readonly code: string; readonly detail: string; readonly start: number; readonly end: number };

/**
 * The items of a list that is no pack, one by one, the broken ones apart; between `start` and `end` of a text. Never
 * throws.
 */
export function* yamlItems(text: string, start = 0, end = text.length): Generator<YamlItem, void> {
	const chunks = itemChunks(text.slice(start, end)).map(chunk => ({
		start: start + chunk.start,
		end: start + chunk.end,
	}));
	const aliased = { count: 0 };
	for (const chunk of filled(chunks) ?? [{ start, end }]) {
		const inner = text.slice(chunk.start, chunk.end);
		const document = parsedOrFault(inner);
		if ('detail' in document) {
			const at = chunk.start + document.start;
			const [line = ''] = /^[^\r\n]{1,200}/.exec(text.slice(at, at + 200)) ?? [];
			yield { code: 'yaml.syntax', detail: document.detail, start: at, end: at + line.length };
			continue;
		}
		const { items, targets } = itemsOf(document);
		for (const node of items ?? []) {
			const reader = new ValueReader(targets, chunk.start, aliased);
			const value = reader.read(node);
			const [from, to] = reader.spans.get('') ?? [chunk.start, chunk.end];
			const fault = reader.faults[0];
			yield fault
				? { code: fault.code, detail: String(fault.data.reason ?? fault.code), start: fault.start, end: fault.end }
				: { value, start: from, end: to };
		}
	}
}

/** A stretch parsed, or where it cannot be read and why (a code of the library). */
function parsedOrFault(text: string): YamlDocument | { readonly detail: string; readonly start: number } {
	const long = longLine(text);
	if (long) return { detail: 'RESOURCE_EXHAUSTION', start: long.start };
	let document: YamlDocument;
	try {
		document = parseYaml(text);
	} catch {
		return { detail: 'RESOURCE_EXHAUSTION', start: 0 }; // too deep
	}
	const error = firstError(document);
	if (!error) return document;
	return { detail: error.code, start: Math.min(error.pos[0], Math.max(text.trimEnd().length - 1, 0)) };
}

class Reading {
	readonly records: Placed[] = [];
	readonly problems: Problem[] = [];
	private readonly lines: Lines;
	private readonly reported = new Set<ProblemCode>();
	/** Nodes reached through aliases so far, in the whole file. */
	private readonly aliased = { count: 0 };

	constructor(
		private readonly kind: FileKind,
		private readonly file: string,
		private readonly text: string,
		private readonly single = kind === 'pack',
	) {
		this.lines = new Lines(text);
	}

	report(start: number, end: number, code: ProblemCode, data: Record<string, string | number> = {}): void {
		if (this.problems.length >= mostProblems) return;
		if (saidOnce.has(code)) {
			if (this.reported.has(code)) return;
			this.reported.add(code);
		}
		this.problems.push(problem(this.file, this.lines.place(start, end), code, data));
	}

	read(start = 0, end = this.text.length): void {
		const fault = this.chunk({ start, end });
		if (!fault) return;
		const chunks = this.single ? [] : itemChunks(this.text);
		const preamble = this.text
			.slice(0, chunks[0]?.start ?? 0)
			.replace(/^(?:---.*|#.*|\s*)$/gm, '')
			.trim();
		if (chunks.length === 0 || preamble !== '') fault();
		for (const chunk of chunks) this.chunk(chunk)?.();
		if (this.problems.length === 0) fault();
	}

	/** Takes the records of one stretch; where it cannot be read, gives back what reports that. */
	private chunk(chunk: Chunk): (() => void) | undefined {
		const text = this.text.slice(chunk.start, chunk.end);
		const long = longLine(text);
		if (long)
			return () =>
				this.report(chunk.start + long.start, chunk.start + long.end, 'line.long', {
					length: long.end - long.start,
					limit: limits.line,
				});
		let document: YamlDocument;
		try {
			document = parseYaml(text);
		} catch {
			// the library's recursion gives out on thousands of open brackets
			return () =>
				this.report(chunk.start, this.endOfLine(chunk.start), 'yaml.syntax', { reason: 'RESOURCE_EXHAUSTION' });
		}
		const error = firstError(document);
		if (error) return () => this.syntax(error, chunk.start, text.trimEnd().length);
		this.top(document, chunk.start);
		return undefined;
	}

	/**
	 * One problem per broken document: what follows the first error is mostly its echo. What is only missed at the end (a
	 * bracket) is reported at the last thing that is there, not at the sound record that follows.
	 */
	private syntax(error: YamlError, offset: number, length: number): void {
		const start = Math.min(error.pos[0], Math.max(length - 1, 0));
		const end = error.pos[1];
		const code = error.code === 'DUPLICATE_KEY' ? 'yaml.duplicateKey' : 'yaml.syntax';
		const line = this.text.slice(offset + start, this.endOfLine(offset + start)).trimEnd();
		const reported = Math.min(Math.max(end, start + 1), start + Math.max(line.length, 1));
		this.report(offset + start, offset + reported, code, { reason: error.code });
	}

	private top(document: YamlDocument, offset: number): void {
		const { whole, items, targets } = itemsOf(document);
		if (whole === undefined) {
			if (this.single) this.report(offset, offset, 'record.expected', { field: '', expected: 'object', found: 'null' });
			return;
		}
		if (this.single) return this.record(targets, whole, offset);
		if (!items) {
			const range = whole.range ?? [0, 0];
			return this.report(offset + range[0], offset + range[1], 'list.expected', { kind: this.kind });
		}
		for (const item of items) this.record(targets, item, offset);
	}

	private record(targets: AliasTargets, node: YamlNode, offset: number): void {
		const reader = new ValueReader(targets, offset, this.aliased);
		const value = reader.read(node);
		const [start, end] = reader.spans.get('') ?? [offset, offset];
		for (const fault of reader.faults) this.report(fault.start, fault.end, fault.code, fault.data);
		if (reader.faults.length > 0) return;
		const checked = checkValue(this.kind, value);
		for (const fault of checked.faults) {
			const path = fault.path.join('.');
			const known = fault.path.length > 0 && reader.spans.has(path);
			const at = this.faultSpan(reader, path, fault.code) ?? [start, Math.min(end, this.endOfLine(start))];
			const mayBeMistyped = fault.code === 'field.unknown' && fault.path.length === 1;
			const nearest = mayBeMistyped && nearestField(this.kind, path);
			this.report(at[0], at[1], fault.code, {
				...fault.data,
				...(nearest && { nearest }),
				...(!known && { id: idOf(value) }),
			});
		}
		if (checked.value)
			this.records.push({ value: checked.value, file: this.file, spans: reader.spans, lines: this.lines });
	}

	/** An unknown field is marked at its name, a wrong one at its value, a missing one nowhere. */
	private faultSpan(reader: ValueReader, path: string, code: ProblemCode): readonly [number, number] | undefined {
		if (code === 'field.unknown') return reader.keys.get(path);
		return path === '' ? undefined : reader.spans.get(path);
	}

	private endOfLine(offset: number): number {
		const at = this.text.slice(offset).search(/[\r\n]/);
		return at < 0 ? this.text.length : offset + at;
	}
}

function idOf(value: unknown): string {
	const id = valueAt(value, ['id']);
	return typeof id === 'string' ? id.slice(0, 80) : '';
}

/** The first line longer than the limit. */
function longLine(text: string): Chunk | undefined {
	let start = 0;
	while (start < text.length) {
		let end = text.indexOf('\n', start);
		if (end < 0) end = text.length;
		if (end - start > limits.line) return { start, end };
		start = end + 1;
	}
	return undefined;
}

/** Cuts a list into its items at the dashes of its first level, so that one broken item leaves the others readable. */
function itemChunks(text: string): Chunk[] {
	const [, indent] = /^( *)-(?=[ \t\r\n])/m.exec(text) ?? [];
	if (indent === undefined) return [];
	const dash = new RegExp(`^${indent}-(?=[ \\t\\r\\n]|$)`, 'gm');
	const starts = [...text.matchAll(dash)].map(match => match.index);
	return starts.map((start, i) => {
		const end = starts[i + 1] ?? text.length;
		const at = text.slice(start, end).search(/^(?:---|\.\.\.)(?=\s|$)/m); // parts documents, so an item ends there
		return { start, end: at < 0 ? end : start + at };
	});
}
