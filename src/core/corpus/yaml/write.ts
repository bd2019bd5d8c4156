// A record → YAML, and the one insertion that adds it to a pack file while every other character stays as it was.

import { parsePackFile } from './parse';
import { limits } from './nodes';
import { fieldLines, flowValue } from './print';
import { same } from './same';
import type { Citation, Formulation, Ignore, PackInfo, RecordKind, Source, Term } from '../records';

/** A record to be written. */
export type NewRecord = Source | Citation | Term | Formulation | CompletingRecord;

/** A record that fills empty fields of another pack's. */
export interface CompletingRecord {
	readonly extends: string;
	readonly [field: string]: unknown;
}

/** Text to insert at an offset (UTF-16 code units of the file as read, a byte order mark counted when it is there). */
export interface Insertion {
	readonly offset: number;
	readonly text: string;
}

/** Why nothing can be added: the record breaks the schema, or the file is no list that can be continued safely. */
export type Refusal = { readonly refused: 'record'; readonly fields: readonly string[] } | { readonly refused: 'file' };

/**
 * The insertion that adds a record to the end of a pack file of its kind. The result is read back before it is
 * answered: the records that were there are the same, the new one is the last and exact; otherwise it is refused
 * (`file`: broken YAML, a map, several documents; write to another file then). `text` is the file as read, `''` for a
 * new file.
 */
export function addRecord(kind: RecordKind, text: string, record: NewRecord): Insertion | Refusal {
	return add(kind, text, record);
}

const ignoreHeader = [
	'# 不再提示的地方。code：检查项（quotation.differs）、一类（quotation）或 "*"；text：文稿中的原话，不写就处处不提示；reason：为什么。',
	'# What is not to be reported. code: of a finding, a family, or "*"; text: the words of the draft, left out: everywhere; reason: why.',
].join('\n');

/** As {@link addRecord}, for `ignore.yaml`; a new file is headed by what may stand in it. */
export function addIgnore(text: string, entry: Ignore): Insertion | Refusal {
	const insertion = add('ignore', text, entry);
	return 'refused' in insertion || text.trim() !== ''
		? insertion
		: { ...insertion, text: `${ignoreHeader}\n${insertion.text}` };
}

function add(kind: RecordKind | 'ignore', text: string, record: NewRecord | Ignore): Insertion | Refusal {
	const alone = parsePackFile(kind, '', recordYaml(record));
	if (alone.records.length !== 1 || !same(alone.records[0]?.value, record)) {
		return { refused: 'record', fields: alone.problems.map(problem => String(problem.data.field ?? '')) };
	}
	if (text.length + JSON.stringify(record).length * 2 > limits.file) return { refused: 'file' };
	const before = parsePackFile(kind, '', text);
	const broken = before.problems.some(
		problem => problem.code.startsWith('yaml.') || problem.code.startsWith('line.') || problem.code === 'list.expected',
	);
	if (broken) return { refused: 'file' };
	for (const insertion of candidates(text, record)) {
		const after = parsePackFile(kind, '', inserted(text, insertion));
		const isKept =
			after.records.length === before.records.length + 1 &&
			after.problems.length === before.problems.length &&
			before.records.every((placed, i) => same(placed.value, after.records[i]?.value));
		if (isKept && same(after.records.at(-1)?.value, record)) return insertion;
	}
	return { refused: 'file' };
}

/** The text with the insertion made. */
export function inserted(text: string, insertion: Insertion): string {
	return text.slice(0, insertion.offset) + insertion.text + text.slice(insertion.offset);
}

/** A record as an item of a block list, ending with a line end. Empty fields (`undefined`, `''`, `[]`) are left out. */
export function recordYaml(record: NewRecord | Ignore, eol = '\n', indent = ''): string {
	const lines = fieldLines(record);
	return lines.map((line, i) => `${indent}${i === 0 ? '- ' : '  '}${line}${eol}`).join('');
}

/** `pack.yaml` of a new pack. */
export function packYaml(info: PackInfo, eol = '\n'): string {
	return fieldLines(info)
		.map(line => line + eol)
		.join('');
}

/** Places where the record may go, best first; the caller reads each back. */
function candidates(text: string, record: NewRecord | Ignore): Insertion[] {
	const mark = text.startsWith('\uFEFF') ? 1 : 0;
	const body = text.slice(mark);
	const eol = /\r?\n/.exec(body)?.[0] ?? '\n';
	const flow = flowEnd(body);
	if (flow) return [{ offset: mark + flow.offset, text: (flow.comma ? ', ' : '') + flowValue(record) }];
	const indent = /^( *)-(?=[ \t\r\n]|$)/m.exec(withoutComments(body))?.[1] ?? '';
	const yaml = recordYaml(record, eol, indent);
	const end = body === '' || body.endsWith('\n') ? '' : eol;
	const spaced = body.trim() === '' || /\n[ \t]*\r?\n$/.test(body);
	return (spaced ? [yaml] : [end + eol + yaml, end + yaml]).map(added => ({ offset: text.length, text: added }));
}

/** Where a list in brackets can be continued, when the whole file is one: right after its last item. */
function flowEnd(body: string): { readonly offset: number; readonly comma: boolean } | undefined {
	if (!/^\s*(?:---\s+)?\[/.test(withoutComments(body))) return undefined;
	const tail = /\][ \t]*(?:#[^\n]*)?(?:\s|#[^\n]*(?:\n|$))*$/.exec(body);
	if (!tail) return undefined;
	const inner = body.slice(0, tail.index).trimEnd();
	return { offset: inner.length, comma: !/[[,]$/.test(inner) };
}

/** The text without lines that are only a comment; offsets do not survive. */
function withoutComments(text: string): string {
	return text.replace(/^[ \t]*#.*$/gm, '');
}
