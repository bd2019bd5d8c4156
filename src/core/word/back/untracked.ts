// Whole paragraphs and rows that were put in, taken out or moved with nobody tracking it. What an export adds of its
// own (front matter, contents, references) is none of them, nor what stands in the draft otherwise divided.

import type { Draft } from '../../draft/draft';
import { lineAt } from '../../draft/lines';
import type { PairedParagraph } from './paired';
import type { Moves } from './moved/moves';
import { unitItems } from './pairing/pairing';
import { originalOf } from './returned';
import type { Unit } from './units';

export interface Untracked {
	/** Paragraphs that the draft has not. */
	readonly added: ReadonlySet<PairedParagraph>;
	/** Rows that it has not, by the first of their cells: all paragraphs of the row. */
	readonly rows: ReadonlyMap<PairedParagraph, readonly PairedParagraph[]>;
	/** What the file has no more: paragraphs, and the cells of rows; in order. */
	readonly gone: readonly (readonly Unit[])[];
}

const nothing: Untracked = { added: new Set(), rows: new Map(), gone: [] };
/** Of a file that has fewer of the paragraphs of a draft, nothing is said: it is of another one. */
const leastCommon = 0.5;

/** Whether a file has enough of the paragraphs of the draft. */
export function isOfDraft(paired: readonly PairedParagraph[]): boolean {
	const filled = paired.filter(one => lettersOf(one) !== '');
	const common = filled.filter(({ unit }) => unit).length;
	const listed = filled.filter(({ paragraph }) => paragraph.isReference).length;
	return common >= leastCommon * Math.max(1, filled.length - listed);
}

/** `skipped`: paragraphs of tables that are told of otherwise. */
export function untrackedIn(
	draft: Draft,
	units: readonly Unit[],
	paired: readonly PairedParagraph[],
	skipped: ReadonlySet<PairedParagraph>,
	moves: Moves,
): Untracked {
	if (!isOfDraft(paired)) return nothing;
	const filled = paired.filter(one => lettersOf(one) !== '');
	const known = new Set(paired.flatMap(({ unit }) => (unit ? (unit.parts ?? [unit]) : [])));
	const absent = unitItems(draft, units)
		.map(({ parts }) => parts)
		.filter(parts => parts.every(unit => !known.has(unit)));
	const generated = new Generated(draft, units);
	const own = filled.filter(one => !one.unit && !skipped.has(one) && isUntouched(one) && !generated.isFront(one));
	const rest = own.filter(one => !moves.has(one));
	const elsewhere = new Set([...moves.values()].flatMap(one => one?.unit ?? []));
	const isLeft = new Absence(draft, filled, elsewhere);
	return {
		added: new Set(rest.filter(one => !one.paragraph.row && !generated.has(one))),
		rows: newRows(paired.filter(one => !skipped.has(one))),
		gone: absent.filter(parts => isLeft.of(parts)),
	};
}

function lettersOf({ paragraph }: PairedParagraph): string {
	return lettersIn(originalOf(paragraph.pieces));
}

function lettersIn(text: string): string {
	return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function isUntouched({ paragraph }: PairedParagraph): boolean {
	return !paragraph.joined && paragraph.pieces.every(({ kind }) => kind === 'same');
}

/** Rows of which the draft has no cell. */
function newRows(paired: readonly PairedParagraph[]): ReadonlyMap<PairedParagraph, readonly PairedParagraph[]> {
	const rows = new Map<number, PairedParagraph[]>();
	for (const one of paired) {
		const { row } = one.paragraph;
		if (row) rows.set(row.id, [...(rows.get(row.id) ?? []), one]);
	}
	const isNew = (cells: readonly PairedParagraph[]) =>
		cells.every(one => !one.unit && isUntouched(one) && !one.paragraph.row?.change) &&
		cells.some(one => lettersOf(one) !== '');
	return new Map([...rows.values()].filter(isNew).flatMap(cells => (cells[0] ? [[cells[0], cells] as const] : [])));
}

/** What an export writes of its own, or with other lines than the draft. */
export class Generated {
	private readonly written: string;
	private readonly front: string;

	constructor({ lines, closed, text }: Draft, units: readonly Unit[]) {
		// What a picture shows is said below it.
		const pictures = [...text.matchAll(/!\[([^\]]*)\]/g)].map(([, words]) => words);
		this.written = lettersIn([...units.map(one => one.text), ...pictures].join(''));
		const front = lines.filter((_, at) => closed[at] === 'frontMatter').map(({ text }) => text);
		this.front = lettersIn(front.join('').replace(/\b0(?=\d\b)/g, ''));
	}

	has(one: PairedParagraph): boolean {
		const text = originalOf(one.paragraph.pieces).trim();
		const letters = lettersOf(one);
		const isWritten = [letters, letters.replace(/^[图表]\d+/, '')].some(words => this.written.includes(words));
		return one.paragraph.isReference || fixed.test(text) || isWritten;
	}

	/** What the front matter says: it stands in the head, wherever the draft says it once more. */
	isFront({ paragraph }: PairedParagraph): boolean {
		const text = originalOf(paragraph.pieces).trim();
		const words = text.replace(labels, ' ').split(/[^\p{L}\p{N}]+|年|月|日/u);
		return this.front !== '' && words.every(word => this.front.includes(word.replace(/^0(?=\d$)/, '')));
	}
}

/** Headings that exports write, and what stands for a picture that was not there. */
const fixed = /^(?:参考文献|References|目\s*录|〔图：.*〕)$/;
const labels = /签发人：|抄送：|印发$|^附件：(?:1\. )?|^\d{1,2}\. /g;

/** Whether the file has something of the draft no more; not what it never had, or has within other paragraphs. */
class Absence {
	private readonly returned: string;
	private readonly listed: readonly [number, number];

	constructor(
		private readonly draft: Draft,
		filled: readonly PairedParagraph[],
		private readonly moved: ReadonlySet<Unit>,
	) {
		this.returned = filled.map(lettersOf).join('');
		const from = draft.text.indexOf('<!-- policy-writing: references -->');
		const to = draft.text.indexOf('<!-- /policy-writing: references -->');
		this.listed = from < 0 ? [0, 0] : [from, to < 0 ? draft.text.length : to];
	}

	of(parts: readonly Unit[]): boolean {
		const [first] = parts;
		if (!first || this.moved.has(first) || !this.isPlain(first)) return false;
		const letters = lettersIn(parts.map(({ text }) => text).join(''));
		return letters !== '' && !this.returned.includes(letters);
	}

	/** Words that reach Word as they stand: no code, no notes, no commands, no list of references. */
	private isPlain({ start, end, kind, mark }: Unit): boolean {
		const { draft } = this;
		const line = lineAt(draft.lines, start);
		const [from, to] = this.listed;
		if (draft.closed[line] !== undefined || (start >= from && start < to)) return false;
		if (draft.definitions.some(one => start >= one.start && start < one.end)) return false;
		if (draft.language === 'markdown') return !/\[\^[^\]]+\]:/.test(mark);
		return kind === 'text' && !/[\\{}%]/.test(draft.text.slice(start, end));
	}
}
