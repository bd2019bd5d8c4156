// Across the records of a pack: ids, references, duplicates, wordings, quotations' length; what one record alone
// cannot show.

import { checkCopies } from './copies';
import { hasNumber } from './numbers';
import { checkWording } from './wording';
import { byPlace, problem, type Problem, type Report } from '../problem';
import type { ReadPack } from '../yaml/read';
import type { Citation, Extension, Formulation, PackData, RecordKind, Source, Term } from '../records';
import { slotFault } from '../slots';

/** Quotations are short: the law's measure is what is needed, ours a number that a paragraph's core fits in. */
export const longestQuotation = 200;

/**
 * Problems across the records of a pack, by place. `others` are the packs it is used with: references may lead there.
 * Conflicts of ids between packs are merging's question.
 */
export function checkPack(pack: ReadPack, others: readonly PackData[] = []): readonly Problem[] {
	const problems: Problem[] = [];
	const report: Report = (record, path, code, data = {}) => {
		problems.push(problem(pack.places.file(record), pack.places.place(record, path), code, data));
	};
	const { data } = pack;
	checkIds(pack, report);
	const references = new References(kindsOf(data, others), report);
	const recorded = new Set(data.citations.map(citation => `${citation.source} ${citation.paragraph ?? 0}`));
	for (const source of data.sources) checkSource(source, recorded, report);
	for (const citation of data.citations) {
		references.ofCitation(citation, citation, '');
		checkCitation(citation, report);
	}
	for (const term of data.terms) references.ofTerm(term, term, term.id);
	for (const formulation of data.formulations) {
		references.ofFormulation(formulation, formulation);
		checkFormulation(formulation, report);
	}
	for (const extension of data.extensions ?? []) references.ofExtension(extension);
	checkWording(data, others, report);
	checkCopies(data, report);
	return problems.sort(byPlace);
}

/** Every id once in a pack. */
function checkIds({ data, places }: ReadPack, report: Report): void {
	const own = new Map<string, object>();
	for (const [, record] of everyRecord(data)) {
		const { id } = record;
		const first = own.get(id);
		if (first) report(record, 'id', 'id.duplicate', { id, file: places.file(first), line: places.place(first).line });
		else own.set(id, record);
	}
}

/**
 * The kind of record behind every id; other packs come before this one, and the first of one pack before its others.
 */
function kindsOf(data: PackData, others: readonly PackData[]): ReadonlyMap<string, RecordKind> {
	const kinds = new Map<string, RecordKind>();
	for (const other of others) for (const [kind, record] of everyRecord(other)) kinds.set(record.id, kind);
	for (const [kind, { id }] of everyRecord(data)) if (!kinds.has(id)) kinds.set(id, kind);
	for (const { id, kind } of data.extensions ?? []) if (id !== undefined && !kinds.has(id)) kinds.set(id, kind);
	return kinds;
}

function* everyRecord(data: PackData): Generator<[RecordKind, { readonly id: string }]> {
	for (const record of data.sources) yield ['source', record];
	for (const record of data.citations) yield ['citation', record];
	for (const record of data.terms) yield ['term', record];
	for (const record of data.formulations) yield ['formulation', record];
}

/** Whether every id named by a record leads to a record of the right kind. */
class References {
	constructor(
		private readonly kinds: ReadonlyMap<string, RecordKind>,
		private readonly report: Report,
	) {}

	ofCitation(owner: object, fields: Partial<Citation>, self: string): void {
		if (fields.source !== undefined) this.one(owner, 'source', fields.source, 'source', self);
		this.list(owner, 'terms', fields.terms, 'term', self);
	}

	ofTerm(owner: object, fields: Partial<Term>, self: string): void {
		this.list(owner, 'related', fields.related, 'term', self);
		const basis = fields.definition?.basis;
		if (basis !== undefined && basis !== 'general')
			this.list(owner, 'definition.basis', basis as readonly string[], 'citation', self);
		// an older wording, or the id of a term that has become one
		fields.supersedes?.forEach((older, i) => {
			if (/^[a-z0-9-]+$/.test(older)) this.one(owner, `supersedes.${i}`, older, 'term', self);
		});
	}

	ofFormulation(owner: object, fields: Partial<Formulation>): void {
		this.list(owner, 'citations', fields.citations, 'citation', '');
	}

	ofExtension(extension: Extension): void {
		if (extension.kind === 'citation') this.ofCitation(extension, extension.fields, extension.extends);
		else if (extension.kind === 'term') this.ofTerm(extension, extension.fields, extension.extends);
		else if (extension.kind === 'formulation') this.ofFormulation(extension, extension.fields);
	}

	private list(owner: object, path: string, ids: readonly string[] | undefined, kind: RecordKind, self: string): void {
		ids?.forEach((id, i) => this.one(owner, `${path}.${i}`, id, kind, self));
	}

	private one(owner: object, path: string, id: string, kind: RecordKind, self: string): void {
		const found = this.kinds.get(id);
		if (found === undefined) this.report(owner, path, 'reference.unknown', { id, kind });
		else if (found !== kind) this.report(owner, path, 'reference.kind', { id, kind, found });
		else if (id === self) this.report(owner, path, 'reference.self', { id });
	}
}

/** `recorded`: source ids and paragraph numbers that citations have, joined by a space. */
function checkSource(source: Source, recorded: ReadonlySet<string>, report: Report): void {
	// Reads as a paragraph in [^key-p3]
	if (/-[pt]\d+$/.test(source.id)) report(source, 'id', 'id.locator', { id: source.id });
	source.missing?.forEach((field, i) => {
		const value = (source as unknown as Readonly<Record<string, unknown>>)[field];
		if (value !== undefined && !(Array.isArray(value) && value.length === 0))
			report(source, `missing.${i}`, 'missing.filled', { field });
	});
	source.unrecorded?.forEach(({ paragraph }, i) => {
		if (recorded.has(`${source.id} ${paragraph}`)) report(source, `unrecorded.${i}`, 'paragraph.both', { paragraph });
	});
}

function checkCitation(citation: Citation, report: Report): void {
	if (citation.kind === 'figure') checkFigure(citation, report);
	else
		for (const field of ['value', 'unit', 'wording'] as const)
			if (citation[field] !== undefined) report(citation, field, 'field.misplaced', { field, kind: citation.kind });
	if (citation.kind === 'quotation') {
		if (citation.text.length > longestQuotation)
			report(citation, 'text', 'quotation.long', { length: citation.text.length, limit: longestQuotation });
		// words not marked there are the text's own; words in marks are somebody's
		if (citation.marked === true && citation.speaker === undefined) report(citation, 'text', 'quotation.speaker');
	} else if (citation.marked !== undefined)
		report(citation, 'marked', 'field.misplaced', { field: 'marked', kind: citation.kind });
}

/** A figure has its number, also in the clause of its source. */
function checkFigure(citation: Citation, report: Report): void {
	const { value, wording } = citation;
	if (value === undefined) report(citation, 'kind', 'figure.value');
	else if (wording !== undefined && !hasNumber(wording, value))
		report(citation, 'wording', 'figure.wording', { value });
}

function checkFormulation(formulation: Formulation, report: Report): void {
	const fault = slotFault(formulation.text);
	if (fault) report(formulation, 'text', fault.code, { at: fault.at });
}
