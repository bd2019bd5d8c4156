// Which files of a folder are material rather than drafts: what documents of the packs were imported from, and texts
// that lie among such files.
import type { Source } from '../core/corpus/records';
import type { Files, Place } from './ports';
import { isHiddenName, type WalkedFile } from './walk';

/** The files that documents of the packs were imported from. */
export interface Originals {
	/** Names without folders. */
	readonly names: ReadonlySet<string>;
	/** SHA-256 in hexadecimal digits. */
	readonly hashes: ReadonlySet<string>;
}

/** A larger file was never imported. */
const largest = 64 * 1024 * 1024;
/** So many files of a folder are originals, or it is a folder like any other. */
const fewest = 2;

/** The originals that sources tell of. */
export function originalsOf(sources: readonly Source[]): Originals {
	const imported = sources.flatMap(one => one.imported ?? []);
	return {
		names: new Set(imported.map(one => one.file.replace(/^.*[\\/]/, ''))),
		hashes: new Set(imported.map(one => one.sha256)),
	};
}

/**
 * Of some drafts those that are material: each that was imported as it is, and in a folder whose files were mostly
 * imported the texts beside them. Drafts in Markdown and LaTeX that somebody writes there stay drafts.
 */
export async function materialAmong(
	files: Files,
	drafts: readonly WalkedFile[],
	originals: Originals,
): Promise<ReadonlySet<Place>> {
	const found = new Set<Place>();
	if (originals.names.size === 0) return found;
	const folders = new Map<string, Promise<boolean>>();
	for (const { place, name } of drafts) {
		const own = files.nameOf(place);
		const folder = folderOf(place);
		const amid = folders.get(folder) ?? (name.includes('/') ? isOfMaterial(files, folder, originals) : asIs);
		folders.set(folder, amid);
		const isNamed = originals.names.has(own);
		if ((await amid) && (isNamed || /\.txt$/i.test(own))) found.add(place);
		else if (isNamed && (await isOriginal(files, place, originals))) found.add(place);
	}
	return found;
}

/** The folder a person has opened is theirs to write in. */
const asIs = Promise.resolve(false);

function folderOf(place: Place): Place {
	return place.replace(/[\\/][^\\/]*$/, '');
}

/** Whether most files of a folder were imported, by their names. */
async function isOfMaterial(files: Files, folder: Place, { names }: Originals): Promise<boolean> {
	const entries = await files.list(folder).catch(() => []);
	const all = entries.filter(one => one.kind === 'file' && !isHiddenName(one.name));
	const known = all.filter(one => names.has(one.name)).length;
	return known >= fewest && known * 2 >= all.length;
}

async function isOriginal(files: Files, place: Place, { hashes }: Originals): Promise<boolean> {
	try {
		const found = await files.stat(place);
		if (!found || found.size > largest) return false;
		const bytes = await files.read(place);
		const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
		return hashes.has([...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join(''));
	} catch {
		return false;
	}
}
