// A table of terms or formulations that a person names for import → records in files of their own in the pack.

import { importTable as importIntoPack, knownTexts, type TableImport, type TableTarget } from '../../app/importTable';
import { proposeId } from '../../core/corpus/propose';
import type { PackData } from '../../core/corpus/records';
import { addRecord } from '../../core/corpus/yaml/write';
import { defaultLimits } from '../../core/documents/document';
import { tableHome } from '../../core/documents/table/known';
import { recordsIn } from '../../core/documents/table/table';
import { createPinyinReader } from '../../core/text/pinyinReader';
import type { Io } from '../io';
import { nodeFiles } from '../nodeFiles';
import { isFolder, readPackFolder, shippedPack } from '../packFolder';

/** Adds a table's records to the pack in `folder`, or only says what would be added (`dry`). */
export async function importTable(
	io: Io,
	folder: string,
	name: string,
	bytes: Uint8Array,
	dry: boolean,
): Promise<TableImport> {
	const own = (await isFolder(folder)) ? (await readPackFolder(io, folder)).data : undefined;
	const shipped = (await shippedPack(io).catch(() => undefined))?.data;
	const reader = createPinyinReader();
	const tools: TableTarget['tools'] = {
		add: addRecord,
		propose: (kind, text, taken) => proposeId(kind, text, reader, taken),
	};
	const home = tableHome(knownTexts(own, shipped), idsOf(shipped, own), tools.propose);
	return importIntoPack(
		{ files: nodeFiles, pack: folder, tools, wanted: () => Promise.resolve(!dry) },
		name,
		recordsIn(bytes, name, defaultLimits, home),
	);
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
