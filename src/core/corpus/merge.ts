// Several packs → one corpus: the first pack wins, and records that extend fill what is empty.

import type { CompiledPack } from './compile';
import { Corpus } from './corpus';
import { fileStart, problem, type Problem, type ProblemCode } from './problem';
import type { DocumentText, Extension, PackInfo, RecordKind, RecordOf } from './records';
import type { Places } from './yaml/read';

/**
 * A pack ready for merging; `places` of its records where it was read from files, so that problems stand at their line.
 */
export interface LoadedPack {
	readonly compiled: CompiledPack;
	readonly places?: Places;
}

type Kept = { [K in RecordKind]: RecordOf[K][] };

/**
 * Merges packs in the given order (the shipped one first). A record whose id another pack has is left out and reported;
 * a record that extends fills only the empty fields of its target, and what it fills is no longer `missing` there.
 */
export function mergePacks(packs: readonly LoadedPack[]): {
	readonly corpus: Corpus;
	readonly problems: readonly Problem[];
} {
	const problems: Problem[] = [];
	const kept: Kept = { source: [], citation: [], term: [], formulation: [] };
	const index = new Map<string, { readonly kind: RecordKind; readonly at: number; readonly pack: number }>();
	const origin = new Map<string, number>();
	const aliases = new Map<string, string>();
	const infos: PackInfo[] = packs.map(pack => pack.compiled.data.info);
	const report = (
		pack: LoadedPack,
		record: object,
		code: ProblemCode,
		data: Record<string, string | number>,
		path?: string,
	) => {
		problems.push(
			problem(pack.places?.file(record) ?? 'pack.yaml', pack.places?.place(record, path) ?? fileStart, code, {
				...data,
				pack: pack.compiled.data.info.id,
			}),
		);
	};

	packs.forEach((pack, number) => {
		const data = pack.compiled.data;
		const add = <K extends RecordKind>(kind: K, records: readonly RecordOf[K][]) => {
			for (const record of records) {
				const other = index.get(record.id);
				if (other) {
					// within one pack the check reports it as a duplicate
					if (other.pack !== number)
						report(pack, record, 'id.conflict', { id: record.id, other: infos[other.pack]!.id }, 'id');
					continue;
				}
				index.set(record.id, { kind, at: kept[kind].length, pack: number });
				if (number > 0) origin.set(record.id, number);
				(kept[kind] as RecordOf[K][]).push(record);
			}
		};
		add('source', data.sources);
		add('citation', data.citations);
		add('term', data.terms);
		add('formulation', data.formulations);
	});

	packs.forEach((pack, number) => {
		for (const extension of pack.compiled.data.extensions ?? []) {
			const id = targetOf(extension, infos, key => index.has(key));
			const target = index.get(id);
			if (!target) {
				report(pack, extension, 'extends.unknown', { id }, 'extends');
				continue;
			}
			if (target.kind !== extension.kind) {
				report(pack, extension, 'extends.kind', { id, kind: target.kind }, 'extends');
				continue;
			}
			if (extension.id !== undefined && extension.id !== id) {
				const other = index.get(extension.id);
				if (other && other.pack !== number) {
					report(pack, extension, 'id.conflict', { id: extension.id, other: infos[other.pack]!.id }, 'id');
					continue;
				}
				if (!other) aliases.set(extension.id, id);
			}
			const list = kept[target.kind] as unknown as Record<string, unknown>[];
			const { record, standing } = fill(list[target.at]!, extension.fields);
			list[target.at] = record;
			for (const field of standing) report(pack, extension, 'extends.filled', { id, field }, field);
		}
	});

	const texts = new Map<string, DocumentText>();
	for (const pack of packs) {
		for (const document of pack.compiled.data.documents ?? []) {
			const source = aliases.get(document.source) ?? document.source;
			const known = index.get(source);
			if (known?.kind !== 'source') report(pack, document, 'extends.unknown', { id: document.source });
			else if (texts.has(source))
				report(pack, document, 'document.duplicate', { id: source, other: texts.get(source)!.file });
			else texts.set(source, { ...document, source });
		}
	}

	const corpus = new Corpus({
		packs: infos,
		sources: kept.source,
		citations: kept.citation,
		terms: kept.term,
		formulations: kept.formulation,
		documents: [...texts.values()],
		ignores: packs.flatMap(pack => pack.compiled.data.ignores ?? []),
		syllables: packs.find(pack => pack.compiled.syllables !== undefined)?.compiled.syllables ?? '',
		pinyin: packs.map(pack => pack.compiled.pinyin),
		traditional: packs.flatMap(({ compiled }) => [compiled.traditional, compiled.traditionalWordings ?? {}]),
		origin,
		aliases,
	});
	return { corpus, problems };
}

/** `extends` names a record; where it names a pack instead, the record of the same id there is meant. */
function targetOf(extension: Extension, packs: readonly PackInfo[], known: (id: string) => boolean): string {
	if (known(extension.extends) || extension.id === undefined) return extension.extends;
	return packs.some(pack => pack.id === extension.extends) && known(extension.id) ? extension.id : extension.extends;
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
		if (empty(result[field])) result[field] = value;
		else if (field === 'held') {
			const inner = fill(result.held as Record<string, unknown>, value as Record<string, unknown>);
			result.held = inner.record;
			standing.push(...inner.standing.map(name => `held.${name}`));
		} else if (JSON.stringify(result[field]) !== JSON.stringify(value)) standing.push(field);
	}
	if (Array.isArray(result.missing)) {
		result.missing = result.missing.filter(field => empty(result[field as string]));
		if (empty(result.missing)) delete result.missing;
	}
	return { record: result, standing };
}

function empty(value: unknown): boolean {
	return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
