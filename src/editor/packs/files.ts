// The files of a pack folder as texts, through the editor's file systems (disk, remote, web).
import * as vscode from 'vscode';
import type { Problem } from '../../core/service';

/**
 * How much is read: enough for any pack made by people; reading this much YAML in one file takes seconds. `texts`: bytes of the full texts
 * of a pack together, some ten million characters; what drafts are held against takes about four times as much memory. Of documents beyond
 * that only the front matter is read, of so many bytes at most (`head`): their words are found by the index of documents.
 */
export const packLimits = {
	bytes: 8_000_000,
	texts: 30_000_000,
	head: 16_000,
	files: 2_000,
	documents: 50_000,
	depth: 4,
} as const;

/** Reads the first bytes of a file, where that costs less than reading all of it. */
export type ReadHead = (uri: vscode.Uri, bytes: number) => Promise<Uint8Array>;

/** Why a file could not be read. */
export interface Fault {
	readonly code: Problem['code'];
	readonly data: Readonly<Record<string, string | number>>;
}

/** One file of a pack, read or not. The same object stands for it as long as it does not change. */
export interface PackText {
	/** Inside the pack, with `/`. */
	readonly name: string;
	readonly text: string;
	/** Of a document only the front matter was read. */
	readonly part?: 'head';
	readonly fault?: Fault;
}

/** What was read of a file, and the size and time it had then; `bytes` are 0 where nothing was read. */
export interface Known {
	readonly stamp: string;
	readonly text: PackText;
	readonly bytes: number;
}
interface Listed {
	readonly name: string;
	readonly fault?: Fault;
}

/** What was read of one pack folder before; asked again, only what has changed since is read. */
export class PackFiles {
	private known = new Map<string, Known>();
	/** The folders that were looked into last: the pack's own and those in it. */
	folders: readonly vscode.Uri[] = [];

	constructor(
		private readonly folder: vscode.Uri,
		private readonly head: ReadHead = async (uri, bytes) =>
			(await vscode.workspace.fs.readFile(uri)).subarray(0, bytes),
	) {}

	/**
	 * The files as they are now, or nothing when there is no such folder. `changed` says which files may differ although size and
	 * time are the same; when `dropped` says so it stops early, and the answer is of no use.
	 */
	async read(changed: (uri: vscode.Uri) => boolean, dropped: () => boolean): Promise<PackText[] | undefined> {
		const listed = await this.list();
		if (!listed) {
			this.known.clear();
			this.folders = [];
			return undefined;
		}
		const now = new Map<string, Known>();
		let texts = 0;
		for (const { name, fault } of listed) {
			if (dropped()) return [];
			const file = fault
				? this.faulty(name, JSON.stringify(fault), fault)
				: await this.one(name, changed, packLimits.texts - texts);
			if (!file) continue;
			now.set(name, file);
			if (isText(name)) texts += file.bytes;
		}
		this.known = now;
		return [...now.values()].map(file => file.text);
	}

	private async one(name: string, changed: (uri: vscode.Uri) => boolean, room: number): Promise<Known | undefined> {
		const uri = vscode.Uri.joinPath(this.folder, name);
		const before = this.known.get(name);
		const known = isText(name)
			? await this.document(uri, name, before, changed, room)
			: await readKnown(uri, name, before, changed);
		if (known) return known;
		return (await this.list())?.some(file => file.name === name)
			? this.faulty(name, 'FileNotFound', unreadable('FileNotFound'))
			: undefined; // gone while we read
	}

	/** A document, whole as long as there is room; else its front matter. */
	private async document(
		uri: vscode.Uri,
		name: string,
		before: Known | undefined,
		changed: (uri: vscode.Uri) => boolean,
		room: number,
	): Promise<Known | undefined> {
		const whole = await readKnown(uri, name, before?.text.part ? undefined : before, changed, room);
		if (whole?.text.fault?.code !== 'file.large') return whole;
		if (before?.text.part && before.stamp === whole.stamp && !changed(uri)) return before;
		try {
			const bytes = await this.head(uri, packLimits.head);
			const text = new TextDecoder().decode(bytes);
			const end = /\n(?:---|\.\.\.)[ \t]*\r?\n/.exec(text);
			// A document has a few lines of front matter; what has none within so much is told of where it is read whole.
			return {
				stamp: whole.stamp,
				bytes: 0,
				text: { name, text: text.slice(0, end ? end.index + end[0].length : undefined), part: 'head' },
			};
		} catch (error) {
			const code = codeOf(error);
			return code === 'FileNotFound' ? undefined : faulty(before, name, code, unreadable(code));
		}
	}

	private faulty(name: string, stamp: string, fault: Fault): Known {
		return faulty(this.known.get(name), name, stamp, fault);
	}

	/** The YAML and JSON files and the full texts, sorted. Folders further down that are links are not followed, so loops end. */
	private async list(): Promise<Listed[] | undefined> {
		const found: Listed[] = [];
		const folders: vscode.Uri[] = [];
		let records = 0;
		let documents = 0;
		const walk = async (folder: vscode.Uri, prefix: string, depth: number): Promise<void> => {
			const entries = (await vscode.workspace.fs.readDirectory(folder)).sort(([a], [b]) => (a < b ? -1 : 1));
			folders.push(folder);
			for (const [name, type] of entries) {
				if (records > packLimits.files || documents > packLimits.documents) return;
				const path = prefix + name;
				if (type & vscode.FileType.Directory) {
					const held =
						depth > 0
							? !(type & vscode.FileType.SymbolicLink)
							: /^(?:sources|citations|terms|formulations|documents)$/.test(name);
					if (!held || depth >= packLimits.depth) continue;
					try {
						await walk(vscode.Uri.joinPath(folder, name), `${path}/`, depth + 1);
					} catch (error) {
						if (codeOf(error) !== 'FileNotFound') found.push({ name: path, fault: unreadable(codeOf(error)) });
					}
				} else if (isText(path)) {
					found.push(documents++ < packLimits.documents ? { name: path } : tooMany(path, packLimits.documents));
				} else if (/^[^.].*\.(?:ya?ml|json)$/i.test(name)) {
					found.push(records++ < packLimits.files ? { name: path } : tooMany(path, packLimits.files));
				}
			}
		};
		try {
			await walk(this.folder, '', 0);
			this.folders = folders;
			return found;
		} catch {
			return undefined;
		}
	}
}

function tooMany(name: string, files: number): Listed {
	return { name, fault: { code: 'file.large', data: { files, limit: files } } };
}

/** Whether a file of a pack is a full text, by its name; what lies in hidden folders, as reports of imports do, is none. */
function isText(name: string): boolean {
	return /^documents(?:\/[^./][^/]*)+\.md$/i.test(name);
}

/**
 * A file of at most `limit` bytes as it is now, `before` being what was read of it last; the same text is the same object. Nothing when
 * it is not there.
 */
export async function readKnown(
	uri: vscode.Uri,
	name: string,
	before: Known | undefined,
	changed: (uri: vscode.Uri) => boolean,
	limit: number = packLimits.bytes,
): Promise<Known | undefined> {
	try {
		const stat = await vscode.workspace.fs.stat(uri);
		const stamp = `${stat.mtime} ${stat.size}`;
		if (stat.size > limit) return faulty(before, name, stamp, { code: 'file.large', data: { limit } });
		if (before?.stamp === stamp && before.text.fault?.code !== 'file.large' && !changed(uri)) return before;
		const decoded = decode(await vscode.workspace.fs.readFile(uri));
		if ('reason' in decoded) return faulty(before, name, stamp, { code: 'file.unreadable', data: decoded });
		return {
			stamp,
			bytes: stat.size,
			text:
				before && !before.text.fault && before.text.text === decoded.text ? before.text : { name, text: decoded.text },
		};
	} catch (error) {
		const code = codeOf(error);
		return code === 'FileNotFound' ? undefined : faulty(before, name, code, unreadable(code));
	}
}

function faulty(before: Known | undefined, name: string, stamp: string, fault: Fault): Known {
	return before?.stamp === stamp && before.text.fault ? before : { stamp, bytes: 0, text: { name, text: '', fault } };
}

function codeOf(error: unknown): string {
	return error instanceof vscode.FileSystemError ? error.code : 'Unknown';
}

function unreadable(code: string): Fault {
	return { code: 'file.unreadable', data: { reason: code === 'NoPermissions' ? 'denied' : 'failed' } };
}

/** The text of a file in UTF-8, a byte order mark kept; else why it is none. */
export function decode(bytes: Uint8Array): { readonly text: string } | { readonly reason: 'binary' | 'encoding' } {
	const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	if (wide) return { reason: 'encoding' };
	if (bytes.includes(0)) return { reason: 'binary' };
	try {
		return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
	} catch {
		return { reason: 'encoding' };
	}
}
