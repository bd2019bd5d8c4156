// Other values for some fields of a record that stands in a file, as the edits that say just that: every other
// character, comments above all, stays as it was.

import { documentName, readDocument } from '../document';
import { defined, fieldLines, flowValue } from './print';
import { parted } from './keptComments';
import { parsePackFile, type Placed } from './parse';
import type { RecordKind } from '../records';
import type { Refusal } from './write';
import { same } from './same';

/** Text in place of a stretch of a file; half-open offsets in UTF-16 code units, a byte order mark counted. */
export interface Replacement {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Fields with the values they are to have; `undefined`: the field is to be gone. */
export type FieldValues = Readonly<Record<string, unknown>>;

/**
 * The edits that give the one record of a file that `which` means other values in some fields; in their order, not
 * overlapping. `name` is that of the file in its pack: `documents/….md` has its record as front matter. What comes of
 * them is read before they are answered: the other records are the same, this one has the new values, and no comment is
 * gone; otherwise they are refused (`record`: it would break the schema; `file`: it cannot be changed safely).
 */
export function changeRecord(
	kind: RecordKind,
	name: string,
	text: string,
	which: (record: Readonly<Record<string, unknown>>) => boolean,
	values: FieldValues,
): readonly Replacement[] | Refusal {
	const before = readAll(kind, name, text);
	const at = before.records.findIndex(({ value }) => which(value));
	const record = before.records[at];
	if (!record) return { refused: 'file' };
	const mark = text.startsWith('\uFEFF') ? 1 : 0;
	const body = text.slice(mark);
	const edits = [...editsOf(body, record, values)].sort((a, b) => a.start - b.start);
	const changedText = replaced(body, edits);
	const after = readAll(kind, name, changedText);
	if (after.problems.length > before.problems.length)
		return { refused: 'record', fields: after.problems.map(({ data }) => String(data.field ?? '')) };
	const wanted = { ...record.value, ...values };
	const isRight =
		after.records.length === before.records.length &&
		after.records.every(({ value }, i) => same(value, i === at ? wanted : before.records[i]?.value)) &&
		hasComments(changedText, body);
	if (!isRight) return { refused: 'file' };
	return edits.map(({ start, end, text: inner }) => ({ start: start + mark, end: end + mark, text: inner }));
}

/** A text with the replacements made, which stand in their order. */
export function replaced(text: string, replacements: readonly Replacement[]): string {
	let out = '';
	let from = 0;
	for (const { start, end, text: inner } of replacements) {
		out += text.slice(from, start) + inner;
		from = end;
	}
	return out + text.slice(from);
}

function readAll(kind: RecordKind, name: string, text: string) {
	if (!documentName(name)) return parsePackFile(kind, name, text);
	const { head, problems } = readDocument(name, text, 'head');
	return { records: head ? [head] : [], problems };
}

/** Whether a text has the comments of another, in their order. */
function hasComments(text: string, other: string): boolean {
	let at = 0;
	for (const line of other.split(/[\r\n]+/)) {
		const comment = parted(line)[1].trim();
		const found = text.indexOf(comment, at);
		if (found < 0) return false;
		at = found + comment.length;
	}
	return true;
}

function* editsOf(body: string, record: Placed, values: FieldValues): Generator<Replacement> {
	const [start, end] = record.spans.get('') ?? [0, 0];
	const inFlow = body.charAt(start) === '{';
	const added: (readonly [string, unknown])[] = [];
	for (const [field, value] of Object.entries(values)) {
		if (same({ value: record.value[field] }, { value })) continue;
		const span = record.spans.get(field);
		if (span) yield changed(body, field, span, isEmpty(value) ? '' : printed(field, value, inFlow));
		else if (!isEmpty(value)) added.push([field, value]);
	}
	if (added.length > 0) yield inFlow ? addedInFlow(body, end, added) : addedInBlock(body, record, added);
}

function isEmpty(value: unknown): boolean {
	return defined({ value }).length === 0;
}

/** A value on one line, as it may stand behind the name of its field. */
function printed(field: string, value: unknown, inFlow: boolean): string {
	if (inFlow || typeof value === 'object') return flowValue(value);
	return fieldLines({ [field]: value })
		.join('')
		.slice(field.length + 2);
}

/** Another value of a field that is there; an empty one counts as not written, and keeps the comment behind it. */
function changed(body: string, field: string, [start, end]: readonly [number, number], value: string): Replacement {
	// A value that is not there is said to stand behind the comment.
	const from = start === end || isBlock(body, start, end) ? behindName(body, field, start) : start;
	const to = start === end ? from : from + body.slice(from, end).trimEnd().length;
	const space = value !== '' && body.charAt(from - 1) === ':' ? ' ' : '';
	return { start: from, end: to, text: space + value };
}

/** Whether a value is a list or a map over lines of its own. */
function isBlock(body: string, start: number, end: number): boolean {
	const inner = body.slice(start, end);
	return inner.trimEnd().includes('\n') || /^(?:-\s|[\w-]+:\s)/.test(inner);
}

/** Right behind the colon of the last such field before an offset. */
function behindName(body: string, field: string, before: number): number {
	return body.lastIndexOf(`${field}:`, before) + field.length + 1;
}

/** At the end of a record in braces. */
function addedInFlow(body: string, end: number, added: readonly (readonly [string, unknown])[]): Replacement {
	const inner = body.slice(0, end - 1).trimEnd();
	const fields = added.map(([field, value]) => `${field}: ${flowValue(value)}`).join(', ');
	return { start: inner.length, end: inner.length, text: /[{,]$/.test(inner) ? ` ${fields}` : `, ${fields}` };
}

/** On lines of their own below the last field of a record. */
function addedInBlock(body: string, { spans }: Placed, added: readonly (readonly [string, unknown])[]): Replacement {
	const [start] = spans.get('') ?? [0];
	const indent = ' '.repeat(
		start - (Math.max(body.lastIndexOf('\n', start - 1), body.lastIndexOf('\r', start - 1)) + 1),
	);
	const ends = [...spans]
		.filter(([path]) => path !== '')
		.map(([, [from, to]]) => from + body.slice(from, to).trimEnd().length);
	const last = Math.max(...ends);
	const rest = body.slice(last).search(/\r|\n|$/);
	const at = last + rest;
	const eol = /\r?\n/.exec(body)?.[0] ?? '\n';
	const lines = added.map(([field, value]) => `${eol}${indent}${field}: ${printed(field, value, false)}`);
	return { start: at, end: at, text: lines.join('') };
}
