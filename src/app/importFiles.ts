// The files an import is to read: those that a person named, and those of folders that are worth opening, within limits
// and never out of the folder.
import { importProblem, type ImportProblem } from '../core/documents/document';
import { isImportable } from '../core/documents/format';
import { isTableName } from '../core/documents/table/names';
import { FileError, type Files, type Place } from './ports';
import { filesBelow, type LeftOut } from './walk';

/** Folders in folders, and files, that an import takes at once. */
const limits = { depth: 20, files: 50_000 };

/** A file to be read, or what kept it from being found. */
export interface ImportSource {
	readonly place: Place;
	/** Its name for the record: of a file in a folder the path below that, with `/`. */
	readonly name: string;
	readonly problem?: ImportProblem;
}

/**
 * The files at the places a person named, in their order; folders are looked through, but not the pack itself, into
 * which they are imported.
 */
export async function filesToImport(
	files: Files,
	places: readonly Place[],
	pack: Place,
	stopped: () => boolean = () => false,
): Promise<readonly ImportSource[]> {
	const found: ImportSource[] = [];
	for (const place of places) {
		if (stopped()) break;
		found.push(...(await filesAt(files, place, pack, stopped)));
	}
	return found;
}

async function filesAt(
	files: Files,
	place: Place,
	pack: Place,
	stopped: () => boolean,
): Promise<readonly ImportSource[]> {
	const name = files.nameOf(place) || place;
	try {
		const found = await files.stat(place);
		if (!found) return [{ place, name, problem: unreadable('ENOENT') }];
		if (found.kind === 'file') return [{ place, name }];
		if (found.kind === 'other') return [{ place, name, problem: unreadable('no file') }];
		const walked = await filesBelow(files, place, { wanted: isWanted, except: [pack], limits, stopped });
		return walked.map(({ left, ...file }) => ({ ...file, ...(left ? { problem: problemOf(left) } : {}) }));
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		return [{ place, name, problem: unreadable(error.reason) }];
	}
}

/**
 * Whether a file of a folder is worth opening: documents and tables of terms, but not the files Office keeps while one
 * is open.
 */
function isWanted(name: string): boolean {
	return isImportable(name) || (isTableName(name) && !name.startsWith('~$'));
}

function problemOf(left: LeftOut): ImportProblem {
	switch (left.why) {
		case 'link':
		case 'excluded':
			return importProblem('import.link');
		case 'unreadable':
			return unreadable(left.error.reason);
		default:
			return importProblem('import.large', { what: left.why, limit: left.limit });
	}
}

function unreadable(reason: string): ImportProblem {
	return importProblem('import.unreadable', { reason });
}

/** The bytes of a file, unless it has more than `limit`; else why there are none. */
export async function bytesToImport(files: Files, place: Place, limit: number): Promise<Uint8Array | ImportProblem> {
	try {
		const found = await files.stat(place);
		if (!found) return unreadable('ENOENT');
		if (found.size > limit) return importProblem('import.large', { what: 'bytes', size: found.size, limit });
		return await files.read(place);
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		return unreadable(error.reason);
	}
}
