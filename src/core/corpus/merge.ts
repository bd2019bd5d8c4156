// Several packs → one corpus: the first pack wins, and records that extend fill what is empty.

import type { CompiledPack } from './compile';
import { Corpus } from './corpus';
import { fileStart, problem, type Problem, type ProblemCode } from './problem';
import type { DocumentText, Extension, RecordKind, RecordOf } from './records';
import type { Places } from './yaml/read';

/**
 * A pack ready for merging; `places` of its records where it was read from files, so that problems stand at their line.
 */
export interface LoadedPack {
	readonly compiled: CompiledPack;
	readonly places?: Places;
}

/**
 * Merges packs in the given order (the shipped one first). A record whose id another pack has is left out and reported;
 * a record that extends fills only the empty fields of its target, and what it fills is no longer `missing` there.
 */
export function mergePacks(packs: readonly LoadedPack[]): {
	readonly corpus: Corpus;
	readonly problems: readonly Problem[];
} {
	const merger = new Merger(packs);
	return { corpus: merger.corpus(), problems: merger.problems };
}

type Records = { [K in RecordKind]: RecordOf[K][] };

/** Where a record stands, and the pack it is from. */
interface Located {
	readonly kind: RecordKind;
	readonly at: number;
	readonly pack: LoadedPack;
}

class Merger {
	readonly problems: Problem[] = [];
	private readonly records: Records = { source: [], citation: [], term: [], formulation: [] };
	private readonly index = new Map<string, Located>();
	/** The number of the pack each record is from, but for the first pack's. */
	private readonly origin = new Map<string, number>();
	/** Ids of records that only extend → those of their targets. */
	private readonly aliases = new Map<string, string>();
	/** The full text of each source. */
	private readonly documents = new Map<string, DocumentText>();

	constructor(private readonly packs: readonly LoadedPack[]) {
		packs.forEach((pack, number) => this.addRecords(pack, number));
		for (const pack of packs) for (const extension of pack.compiled.data.extensions ?? []) this.extend(pack, extension);
		for (const pack of packs)
			for (const document of pack.compiled.data.documents ?? []) this.addDocument(pack, document);
	}

	corpus(): Corpus {
		const { packs, records } = this;
		return new Corpus({
			packs: packs.map(pack => pack.compiled.data.info),
			sources: records.source,
			citations: records.citation,
			terms: records.term,
			formulations: records.formulation,
			documents: [...this.documents.values()],
			ignores: packs.flatMap(pack => pack.compiled.data.ignores ?? []),
			syllables: packs.find(pack => pack.compiled.syllables !== undefined)?.compiled.syllables ?? '',
			words: packs.find(pack => pack.compiled.words !== undefined)?.compiled.words ?? '',
			ngrams: packs.find(pack => pack.compiled.ngrams !== undefined)?.compiled.ngrams ?? '',
			pinyin: packs.map(pack => pack.compiled.pinyin),
			traditional: packs.flatMap(({ compiled }) => [compiled.traditional, compiled.traditionalWordings ?? {}]),
			origin: this.origin,
			aliases: this.aliases,
		});
	}

	private addRecords(pack: LoadedPack, number: number): void {
		const { data } = pack.compiled;
		const add = <K extends RecordKind>(kind: K, records: readonly RecordOf[K][]) => {
			for (const record of records) {
				if (this.isTaken(pack, record, record.id)) continue;
				this.index.set(record.id, { kind, at: this.records[kind].length, pack });
				if (number > 0) this.origin.set(record.id, number);
				(this.records[kind] as RecordOf[K][]).push(record);
			}
		};
		add('source', data.sources);
		add('citation', data.citations);
		add('term', data.terms);
		add('formulation', data.formulations);
	}

	/** Whether an id is another record's; one of another pack is reported, the check of one pack reports the others. */
	private isTaken(pack: LoadedPack, record: object, id: string): boolean {
		const other = this.index.get(id);
		if (other && other.pack !== pack) this.report(pack, record, 'id.conflict', { id, other: idOf(other.pack) }, 'id');
		return other !== undefined;
	}

	/** Fills the empty fields of the record that an extension names. */
	private extend(pack: LoadedPack, extension: Extension): void {
		const id = this.targetOf(extension);
		const target = this.index.get(id);
		if (!target) return this.report(pack, extension, 'extends.unknown', { id }, 'extends');
		if (target.kind !== extension.kind)
			return this.report(pack, extension, 'extends.kind', { id, kind: target.kind }, 'extends');
		if (extension.id !== undefined && extension.id !== id) {
			const other = this.index.get(extension.id);
			if (!other) this.aliases.set(extension.id, id);
			else if (this.isTaken(pack, extension, extension.id) && other.pack !== pack) return;
		}
		const records = this.records[target.kind] as unknown as Record<string, unknown>[];
		const { record, standing } = fill(records[target.at] ?? {}, extension.fields);
		records[target.at] = record;
		for (const field of standing) this.report(pack, extension, 'extends.filled', { id, field }, field);
	}

	/** `extends` names a record; where it names a pack instead, the record of the same id there is meant. */
	private targetOf({ id, extends: named }: Extension): string {
		if (this.index.has(named) || id === undefined) return named;
		return this.index.has(id) && this.packs.some(pack => idOf(pack) === named) ? id : named;
	}

	/** Of two full texts of a source the first counts. */
	private addDocument(pack: LoadedPack, document: DocumentText): void {
		const source = this.aliases.get(document.source) ?? document.source;
		const known = this.documents.get(source);
		if (this.index.get(source)?.kind !== 'source')
			this.report(pack, document, 'extends.unknown', { id: document.source });
		else if (known) this.report(pack, document, 'document.duplicate', { id: source, other: known.file });
		else this.documents.set(source, { ...document, source });
	}

	private report(
		pack: LoadedPack,
		record: object,
		code: ProblemCode,
		data: Record<string, string | number>,
		path?: string,
	): void {
		const file = pack.places?.file(record) ?? 'pack.yaml';
		const place = pack.places?.place(record, path) ?? fileStart;
		this.problems.push(problem(file, place, code, { ...data, pack: idOf(pack) }));
	}
}

function idOf(pack: LoadedPack): string {
	return pack.compiled.data.info.id;
}

/** The record with its empty fields filled, and the fields that could not be, because something else stands there. */
function fill(
	record: Readonly<Record<string, unknown>>,
	fields: Readonly<Record<string, unknown>>,
): { readonly record: Record<string, unknown>; readonly standing: readonly string[] } {
	const result: Record<string, unknown> = { ...record };
	const standing: string[] = [];
	for (const [field, value] of Object.entries(fields)) {
		if (field === 'missing') continue; // what the target lacks follows from what is filled
		if (isEmpty(result[field])) result[field] = value;
		else if (field === 'held') {
			const inner = fill(result.held as Record<string, unknown>, value as Record<string, unknown>);
			result.held = inner.record;
			standing.push(...inner.standing.map(name => `held.${name}`));
		} else if (JSON.stringify(result[field]) !== JSON.stringify(value)) standing.push(field);
	}
	if (Array.isArray(result.missing)) {
		result.missing = result.missing.filter(field => isEmpty(result[field as string]));
		if (isEmpty(result.missing)) delete result.missing;
	}
	return { record: result, standing };
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
