// What a pack has before something is added to it. A file that cannot be read just now stops that: what is in it would
// be added once more, or under its id.

import { join } from 'node:path';
import { withheldFile } from '../../app/packs/withheld';
import { FileError } from '../../app/ports';
import type { PackData } from '../../core/corpus/records';
import { closeThere, shownPath, UsageError, type Io } from '../io';
import { nodeFiles } from '../nodeFiles';
import { isFolder, readPackFolder } from '../packFolder';

/**
 * The records and documents of the pack in a folder; nothing where there is no folder. UsageError, which names the
 * file, where one of them is open in another program, after a little waiting, or may not be read.
 */
export async function packBefore(io: Io, folder: string): Promise<PackData | undefined> {
	if (!(await isFolder(folder))) return undefined;
	const { data, problems } = await readPackFolder(io, folder);
	const withheld = withheldFile(problems);
	if (withheld) throw stopped(io, join(folder, withheld.file), String(withheld.data.reason));
	return data;
}

/** The names of what lies in the pack's `documents/`, whether it can be read or not. */
export async function documentsIn(io: Io, folder: string): Promise<readonly string[]> {
	const place = join(folder, 'documents');
	try {
		return (await nodeFiles.list(place)).map(({ name }) => name);
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		if (error.fault === 'missing' || error.fault === 'folder') return [];
		throw stopped(io, place, error.fault);
	}
}

const advice: Readonly<Record<string, string>> = {
	busy: closeThere,
	denied: `没有权限，或者${closeThere}`,
};

function stopped(io: Io, place: string, fault: string): UsageError {
	const what = `没有导入，因为读不了语料包里的文件 nothing more was imported, a file of the pack cannot be read: ${shownPath(io, place)} (${fault})`;
	return new UsageError(advice[fault] ? `${what}：${advice[fault]}` : what);
}
