// Which files a pack folder has: names only, nothing is read.
import { documentName } from '../../core/corpus/document';
import { faultOf, unreadable, type Fault } from '../fileText';
import { FileError, type Entry, type Files, type Place } from '../ports';
import { packLimits } from './limits';

/** A file of a pack by its name inside it, with `/`. */
export interface Listed {
	readonly name: string;
	readonly place: Place;
	readonly fault?: Fault;
}

/** What is in a pack folder. */
export interface Listing {
	readonly records: readonly Listed[];
	/** Full texts. */
	readonly documents: readonly Listed[];
	/** The folders that were looked into: the pack's own and those in it. */
	readonly folders: readonly Place[];
}

/**
 * The YAML and JSON files and the full texts, sorted; nothing when there is no such folder, and the reason when it
 * cannot be looked into. Links to files are files, those to nothing too, so that reading them says so; of linked
 * folders only the five of a pack are gone into, so loops end. A folder in it that cannot be read is a fault of its
 * own.
 */
export async function listPack(files: Files, root: Place): Promise<Listing | { readonly fault: Fault } | undefined> {
	const lister = new Lister(files);
	try {
		await lister.walk(root, '', 0);
		return lister;
	} catch (error) {
		if (error instanceof FileError && error.fault === 'folder') return { fault: unreadable('file') };
		return faultOf(error);
	}
}

class Lister implements Listing {
	readonly records: Listed[] = [];
	readonly documents: Listed[] = [];
	readonly folders: Place[] = [];

	constructor(private readonly files: Files) {}

	async walk(folder: Place, prefix: string, depth: number): Promise<void> {
		const entries = await this.files.list(folder);
		this.folders.push(folder);
		for (const entry of entries) {
			if (this.records.length > packLimits.files || this.documents.length > packLimits.documents) return;
			if (entry.kind === 'folder') {
				if (isGoneInto(entry, depth)) await this.inner(this.files.join(folder, entry.name), prefix + entry.name, depth);
			} else if (entry.kind === 'file' || entry.link) this.take(folder, prefix + entry.name, entry.name);
		}
	}

	private async inner(folder: Place, path: string, depth: number): Promise<void> {
		try {
			await this.walk(folder, `${path}/`, depth + 1);
		} catch (error) {
			const found = faultOf(error);
			if (found) this.records.push({ name: path, place: folder, ...found });
		}
	}

	private take(folder: Place, path: string, name: string): void {
		const place = () => this.files.join(folder, name);
		if (documentName(path))
			this.documents.push(counted({ name: path, place: place() }, this.documents.length, packLimits.documents));
		else if (isRecordFile(path, name))
			this.records.push(counted({ name: path, place: place() }, this.records.length, packLimits.files));
	}
}

function counted(listed: Listed, before: number, limit: number): Listed {
	return before < limit ? listed : { ...listed, fault: { code: 'file.large', data: { files: limit, limit } } };
}

/** Whether a file may hold records, by its name: YAML anywhere, and JSON that is called as files of packs are. */
function isRecordFile(path: string, name: string): boolean {
	if (/^[^.].*\.ya?ml$/i.test(name)) return true;
	return (
		/^[^.].*\.json$/i.test(name) && /^(?:pack\.|ignore\.|(?:sources|citations|terms|formulations)[./])/i.test(path)
	);
}

/** Whether a folder in a pack is looked into. */
function isGoneInto({ name, link }: Entry, depth: number): boolean {
	if (depth >= packLimits.depth) return false;
	return depth > 0 ? !link : /^(?:sources|citations|terms|formulations|documents)$/.test(name);
}
