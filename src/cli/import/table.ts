// A table of terms or formulations that a person names for import → records in files of their own in the pack.

import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { proposeId } from '../../core/corpus/propose';
import type { RecordKind } from '../../core/corpus/records';
import { addRecord, recordYaml } from '../../core/corpus/yaml/write';
import { defaultLimits, importProblem, type ImportProblem } from '../../core/documents/document';
import { readTable, recordsOf, type TableHome, type TableRecord } from '../../core/documents/table/table';
import { fold } from '../../core/text/fold';
import { createPinyinReader } from '../../core/text/pinyinReader';
import { writeWhole } from './write';
import { reason, type Io } from '../io';
import { isFolder, readPackFolder, shippedPack } from '../packFolder';

/** What became of a table. */
export interface TableImport {
	/** Files written (with `dry`: none), below the pack. */
	readonly files: readonly string[];
	/** How many terms and formulations were found. */
	readonly records: number;
	readonly problems: readonly ImportProblem[];
}

const folders: readonly (readonly [RecordKind, string])[] = [
	['source', 'sources'],
	['citation', 'citations'],
	['term', 'terms'],
	['formulation', 'formulations'],
];

/**
 * Adds a table's records to the pack in `folder`. Rows that cannot be used are problems with their number; what the
 * pack has stays as it is.
 */
export async function importTable(
	io: Io,
	folder: string,
	name: string,
	bytes: Uint8Array,
	dry: boolean,
): Promise<TableImport> {
	const table = readTable(bytes, name, defaultLimits);
	if ('documents' in table) return { files: [], records: 0, problems: table.problems };
	const { home, stem } = await homeIn(io, folder);
	const read = recordsOf(table, home);
	const problems = [...read.problems];
	const accepted = read.records.filter(one => {
		const refused = 'refused' in addRecord(one.kind, '', one.record);
		if (refused) problems.push(importProblem('import.entry', { reason: 'record' }, one.row));
		return !refused;
	});
	const records = accepted.filter(one => one.kind === 'term' || one.kind === 'formulation').length;
	if (dry || records === 0) return { files: [], records, problems };
	const written = await write(folder, await freeStem(folder, stem(basename(name).replace(/\.[^.]*$/, ''))), accepted);
	return Array.isArray(written)
		? { files: written, records, problems }
		: { files: [], records: 0, problems: [...problems, written as ImportProblem] };
}

/**
 * What the pack has now, and ids nobody has. A term of the shipped pack may be a person's own as well; its id may not.
 */
async function homeIn(io: Io, folder: string): Promise<{ home: TableHome; stem: (text: string) => string }> {
	const own = (await isFolder(folder)) ? (await readPackFolder(io, folder)).data : undefined;
	const shipped = await shippedPack(io).catch(() => undefined);
	const taken = new Set<string>();
	for (const pack of [shipped?.data, own])
		for (const record of [
			...(pack?.sources ?? []),
			...(pack?.citations ?? []),
			...(pack?.terms ?? []),
			...(pack?.formulations ?? []),
		])
			taken.add(record.id);
	const terms = new Set((own?.terms ?? []).flatMap(term => [term.term, ...(term.aliases ?? [])]).map(fold));
	const formulations = new Set((own?.formulations ?? []).map(formulation => fold(formulation.text)));
	const sources = new Map((own?.sources ?? []).map(source => [source.title, source.id]));
	const reader = createPinyinReader();
	return {
		home: {
			propose(kind, text) {
				const id = proposeId(kind, text, reader, one => taken.has(one));
				taken.add(id);
				return id;
			},
			has: (kind, text) => (kind === 'term' ? terms : formulations).has(fold(text)),
			sourceId: title => sources.get(title),
		},
		stem: text => proposeId('term', text, reader, () => false),
	};
}

/** A name no folder of the pack has a file of yet. */
async function freeStem(folder: string, stem: string): Promise<string> {
	const there = async (name: string) =>
		(
			await Promise.all(
				folders.map(([, below]) =>
					stat(join(folder, below, `${name}.yaml`)).then(
						() => true,
						() => false,
					),
				),
			)
		).includes(true);
	for (let n = 1; ; n++) {
		const name = n === 1 ? stem : `${stem}-${String(n)}`;
		if (!(await there(name))) return name;
	}
}

/**
 * One file a kind, sources first, so that no record ever names one that is not there; after a failure none of them
 * stays.
 */
async function write(
	folder: string,
	stem: string,
	records: readonly TableRecord[],
): Promise<readonly string[] | ImportProblem> {
	const written: string[] = [];
	try {
		for (const [kind, below] of folders) {
			const own = records.filter(one => one.kind === kind);
			if (own.length === 0) continue;
			const name = `${below}/${stem}.yaml`;
			await mkdir(join(folder, below), { recursive: true });
			await writeWhole(folder, name, own.map(one => recordYaml(one.record)).join(''), false);
			written.push(name);
		}
		return written;
	} catch (error) {
		for (const name of written) await rm(join(folder, name), { force: true });
		return importProblem('import.unwritten', { reason: reason(error) });
	}
}
