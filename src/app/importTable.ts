// A table of terms and formulations → records in files of their own in a pack.

import type { Corpus } from '../core/corpus/corpus';
import type { PackData, RecordKind } from '../core/corpus/records';
import type { PackTools } from '../core/corpus/tools';
import { importProblem, type ImportProblem } from '../core/documents/document';
import { namesNoTerms } from '../core/documents/table/names';
import type { KnownTexts, PackTexts } from '../core/documents/table/known';
import type { TableRecord, TableRecords } from '../core/documents/table/table';
import { FileError, type Files, type Place } from './ports';

/** The records of a table that a pack takes. */
export interface TablePlan {
	/** In the order in which they are written: what is named comes before what names it. */
	readonly records: readonly TableRecord[];
	/** How many of them are what was imported for (terms and formulations, or sources); with none nothing is written. */
	readonly entries: number;
	/** Rows that cannot be used, or not as a whole. */
	readonly problems: readonly ImportProblem[];
	/** The text of the new file of each kind. */
	readonly texts: ReadonlyMap<RecordKind, string>;
}

/** What became of a table. */
export interface TableImport {
	readonly plan: TablePlan;
	/** Files written, below the pack with `/`; none where nobody wanted them or writing failed. */
	readonly files: readonly string[];
	readonly problems: readonly ImportProblem[];
}

/** Whether a table has no terms, for want of headings that name any: it is one of figures, which is a document. */
export function isDocumentInstead({ plan, problems }: TableImport): boolean {
	return namesNoTerms(plan.records, problems);
}

/** What importing a table needs of the host. */
export interface TableTarget {
	readonly files: Files;
	/** The folder of the pack. */
	readonly pack: Place;
	readonly tools: Pick<PackTools, 'add' | 'propose'>;
	/** What is imported for its own sake; other records only with one that names them. Default terms and formulations. */
	readonly kinds?: readonly RecordKind[];
	/** Whether what was planned is to be written; asked only where there is something. */
	readonly wanted: (plan: TablePlan) => Promise<boolean>;
}

/** In the order in which they are written, so that no record ever names one that is not there. */
const folders: readonly (readonly [RecordKind, string])[] = [
	['source', 'sources'],
	['citation', 'citations'],
	['term', 'terms'],
	['formulation', 'formulations'],
];

/** Names that are tried for the files of a table. */
const problemLimit = 1000;

/**
 * What the packs have that a table might repeat: `own` is the pack it is imported into, `others` all that is offered
 * beside it. A term that another pack has is not added once more: it would be offered twice.
 */
export function knownTexts(
	own: Pick<PackData, 'terms' | 'formulations' | 'sources'> | undefined,
	others: Pick<Corpus, 'terms' | 'formulations' | 'sources'> | undefined,
): KnownTexts {
	return { own: textsOf(own), others: textsOf(others) };
}

function textsOf(pack: Pick<PackData, 'terms' | 'formulations' | 'sources'> | undefined): PackTexts {
	return {
		terms: (pack?.terms ?? []).flatMap(({ term, aliases = [] }) => [term, ...aliases]),
		formulations: (pack?.formulations ?? []).map(({ text }) => text),
		sources: (pack?.sources ?? []).map(({ title, id }) => [title, id] as const),
	};
}

/** Tries every record alone, and keeps those that packs take together with what they name. */
export function planTable(
	tools: Pick<PackTools, 'add'>,
	{ records, problems }: TableRecords,
	kinds: readonly RecordKind[] = entryKinds,
): TablePlan {
	const isEntry = ({ kind }: TableRecord) => kinds.includes(kind);
	const yaml = new Map<TableRecord, string>();
	const refused = new Set<string>();
	const reported: ImportProblem[] = [];
	for (const one of records) {
		const insertion = namesOf(one).some(id => refused.has(id)) ? undefined : tools.add(one.kind, '', one.record);
		if (insertion && 'text' in insertion) yaml.set(one, insertion.text);
		else {
			refused.add(one.record.id);
			reported.push(importProblem('import.entry', { reason: 'record' }, one.row));
		}
	}
	const kept = withoutOrphans([...yaml.keys()], isEntry);
	const texts = new Map<RecordKind, string>();
	for (const one of kept) texts.set(one.kind, (texts.get(one.kind) ?? '') + (yaml.get(one) ?? ''));
	return { records: kept, entries: kept.filter(isEntry).length, problems: [...problems, ...reported], texts };
}

/** What tables are imported for. */
const entryKinds: readonly RecordKind[] = ['term', 'formulation'];

/** Ids of the records of a table that a record names. */
function namesOf(one: TableRecord): readonly string[] {
	switch (one.kind) {
		case 'source':
			return [];
		case 'citation':
			return [one.record.source];
		case 'term': {
			const basis = one.record.definition?.basis ?? 'general';
			return basis === 'general' ? [] : basis;
		}
		case 'formulation':
			return one.record.citations ?? [];
	}
}

/** Leaves out the sources and citations that no entry names, however indirectly. */
function withoutOrphans(
	records: readonly TableRecord[],
	isEntry: (record: TableRecord) => boolean,
): readonly TableRecord[] {
	const named = new Set<string>();
	const kept: TableRecord[] = [];
	for (const one of [...records].reverse()) {
		if (!isEntry(one) && !named.has(one.record.id)) continue;
		for (const id of namesOf(one)) named.add(id);
		kept.push(one);
	}
	return kept.reverse();
}

/**
 * Plans a table that was read and writes it into new files of the pack, one a kind, all or none. `name` is the name of
 * the table's file. What kept it from being written is among the problems.
 */
export async function importTable(target: TableTarget, name: string, read: TableRecords): Promise<TableImport> {
	const plan = planTable(target.tools, read, target.kinds);
	const { problems } = plan;
	if (plan.entries === 0 || !(await target.wanted(plan))) return { plan, files: [], problems };
	const stem = target.tools.propose('term', name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''), () => false);
	try {
		return { plan, files: await writeTable(target, stem, plan), problems };
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		return { plan, files: [], problems: [...problems, importProblem('import.unwritten', { reason: error.reason })] };
	}
}

/** Writes the files of a table under the first name that no folder of the pack has a file of. */
async function writeTable({ files, pack }: TableTarget, stem: string, plan: TablePlan): Promise<readonly string[]> {
	for (let n = 1; ; n++) {
		const file = `${n === 1 ? stem : `${stem}-${n}`}.yaml`;
		const all = folders.map(([, folder]) => `${folder}/${file}`);
		const there = await Promise.all(all.map(name => files.stat(files.join(pack, name))));
		if (there.some(found => found !== undefined)) continue;
		try {
			return await writeAll({ files, pack }, file, plan);
		} catch (error) {
			// Somebody else took the name between the look and the writing.
			if (n >= problemLimit || !(error instanceof FileError) || error.fault !== 'exists') throw error;
		}
	}
}

async function writeAll(
	{ files, pack }: Pick<TableTarget, 'files' | 'pack'>,
	file: string,
	{ texts }: TablePlan,
): Promise<readonly string[]> {
	const written: string[] = [];
	try {
		for (const [kind, folder] of folders) {
			const text = texts.get(kind);
			if (text === undefined) continue;
			const name = `${folder}/${file}`;
			await files.write(files.join(pack, name), new TextEncoder().encode(text), false);
			written.push(name);
		}
		return written;
	} catch (error) {
		for (const name of written) await files.remove(files.join(pack, name)).catch(() => undefined);
		throw error;
	}
}
