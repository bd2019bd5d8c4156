// Which files a pack folder has: names only, nothing is read.
import * as vscode from 'vscode';
import { faultOf, inTime, unreadable, type Fault } from './fileRead';
import { packLimits } from './limits';

/** A file of a pack by its name inside it, with `/`. */
export interface Listed {
	readonly name: string;
	readonly fault?: Fault;
}

/** What is in a pack folder. */
export interface Listing {
	readonly records: readonly Listed[];
	/** Full texts. */
	readonly documents: readonly Listed[];
	/** The folders that were looked into: the pack's own and those in it. */
	readonly folders: readonly vscode.Uri[];
}

/**
 * The YAML and JSON files and the full texts, sorted; nothing when there is no such folder, and the reason when it
 * cannot be looked into. Folders further down that are links are not followed, so loops end. A folder in it that cannot
 * be read is a fault of its own.
 */
export async function listPack(root: vscode.Uri): Promise<Listing | { readonly fault: Fault } | undefined> {
	const lister = new Lister();
	try {
		await lister.walk(root, '', 0);
		return lister;
	} catch (error) {
		const code = error instanceof vscode.FileSystemError ? error.code : '';
		return code === 'FileNotADirectory' ? { fault: unreadable('file') } : faultOf(error);
	}
}

class Lister implements Listing {
	readonly records: Listed[] = [];
	readonly documents: Listed[] = [];
	readonly folders: vscode.Uri[] = [];

	async walk(folder: vscode.Uri, prefix: string, depth: number): Promise<void> {
		const entries = await inTime(vscode.workspace.fs.readDirectory(folder));
		entries.sort(([a], [b]) => (a < b ? -1 : 1));
		this.folders.push(folder);
		for (const [name, type] of entries) {
			if (this.records.length > packLimits.files || this.documents.length > packLimits.documents) return;
			if (!(type & vscode.FileType.Directory)) this.take(prefix + name, name);
			else if (isHeld(name, type, depth)) await this.inner(vscode.Uri.joinPath(folder, name), prefix + name, depth);
		}
	}

	private async inner(folder: vscode.Uri, path: string, depth: number): Promise<void> {
		try {
			await this.walk(folder, `${path}/`, depth + 1);
		} catch (error) {
			const found = faultOf(error);
			if (found) this.records.push({ name: path, ...found });
		}
	}

	private take(path: string, name: string): void {
		if (isText(path)) this.documents.push(this.counted(path, this.documents.length, packLimits.documents));
		else if (/^[^.].*\.(?:ya?ml|json)$/i.test(name))
			this.records.push(this.counted(path, this.records.length, packLimits.files));
	}

	private counted(name: string, before: number, limit: number): Listed {
		return before < limit ? { name } : { name, fault: { code: 'file.large', data: { files: limit, limit } } };
	}
}

/** Whether a folder in a pack is looked into. */
function isHeld(name: string, type: vscode.FileType, depth: number): boolean {
	if (depth >= packLimits.depth) return false;
	return depth > 0
		? !(type & vscode.FileType.SymbolicLink)
		: /^(?:sources|citations|terms|formulations|documents)$/.test(name);
}

/**
 * Whether a file of a pack is a full text, by its name; what lies in hidden folders, as reports of imports do, is none.
 */
function isText(name: string): boolean {
	return /^documents(?:\/[^./][^/]*)+\.md$/i.test(name);
}
