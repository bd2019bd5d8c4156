// A table of terms or formulations that a person names for import → records in files of their own in the pack.

import { isLibraryFile, libraryRecords, libraryText } from '../../app/importLibrary';
import {
	importTable as importIntoPack,
	knownTexts,
	planTable,
	type TableImport,
	type TableTarget,
} from '../../app/importTable';
import { createLibraryTools } from '../../core/citations/exchange/tools';
import { proposeId } from '../../core/corpus/propose';
import type { PackData } from '../../core/corpus/records';
import { addRecord } from '../../core/corpus/yaml/write';
import { defaultLimits, importProblem } from '../../core/documents/document';
import { tableHome } from '../../core/documents/table/known';
import { isTableName } from '../../core/documents/table/names';
import { recordsIn as recordsOfTable } from '../../core/documents/table/table';
import { createPinyinReader } from '../../core/text/pinyinReader';
import type { Io } from '../io';
import { nodeFiles } from '../nodeFiles';
import { shippedPack } from '../packFolder';
import { packBefore } from './packBefore';

/** The pack in a folder, to which records are added, or only planned (`dry`). */
export interface PackAim {
	readonly folder: string;
	readonly dry: boolean;
}

/** The records of a file that is a table or a library, as they are added to the pack; nothing where it is neither. */
export function recordsIn(io: Io, pack: PackAim, name: string, bytes: Uint8Array): Promise<TableImport> | undefined {
	if (isTableName(name)) return importTable(io, pack, name, bytes);
	return isLibraryFile(name, bytes) ? importLibrary(io, pack, name, bytes) : undefined;
}

/** Adds a table's records to the pack, or only says what would be added. */
async function importTable(io: Io, pack: PackAim, name: string, bytes: Uint8Array): Promise<TableImport> {
	const { own, shipped, target } = await targetOf(io, pack);
	const { tools } = target;
	const home = tableHome(knownTexts(own, shipped), idsOf(shipped, own), tools.propose);
	return importIntoPack(target, name, recordsOfTable(bytes, name, defaultLimits, home));
}

/** Adds the sources of a library to the pack, or only says what would be added. */
async function importLibrary(io: Io, pack: PackAim, name: string, bytes: Uint8Array): Promise<TableImport> {
	const { own, shipped, target } = await targetOf(io, pack);
	const text = libraryText(bytes);
	if (text === undefined) {
		const problems = [importProblem('import.unreadable', { reason: 'encoding' })];
		return { plan: planTable(target.tools, { records: [], problems }), files: [], problems };
	}
	const ids = idsOf(shipped, own);
	const read = await createLibraryTools().read(name, text);
	const records = libraryRecords(read, {
		sources: own?.sources ?? [],
		taken: id => ids.has(id),
		tools: target.tools,
	});
	return importIntoPack({ ...target, kinds: ['source'] }, name, records);
}

/** The pack records are added to, and what is there. */
async function targetOf(
	io: Io,
	{ folder, dry }: PackAim,
): Promise<{ readonly own?: PackData; readonly shipped?: PackData; readonly target: TableTarget }> {
	const own = await packBefore(io, folder);
	const shipped = (await shippedPack(io).catch(() => undefined))?.data;
	const reader = createPinyinReader();
	const tools: TableTarget['tools'] = {
		add: addRecord,
		propose: (kind, text, taken, ending) => proposeId(kind, text, reader, taken, ending),
	};
	const target = { files: nodeFiles, pack: folder, tools, wanted: () => Promise.resolve(!dry) };
	return { ...(own && { own }), ...(shipped && { shipped }), target };
}

/** Ids of all records of packs. */
export function idsOf(...packs: readonly (PackData | undefined)[]): Set<string> {
	const ids = packs.flatMap(pack =>
		pack
			? [pack.sources, pack.citations, pack.terms, pack.formulations].flatMap(records => records.map(({ id }) => id))
			: [],
	);
	return new Set(ids);
}
