// Files through the editor's file systems (disk, remote, web), for the use cases of app/. Places are URIs.
import * as vscode from 'vscode';
import { addressPath, isRooted, liesBelow } from '../../app/homeFolder';
import { writeBeside, type WritingSteps } from './writeBeside';
import {
	FileError,
	type Entry,
	type EntryKind,
	type FileFault,
	type FileStat,
	type Files,
	type Place,
} from '../../app/ports';

const faults: Readonly<Record<string, FileFault>> = {
	FileNotFound: 'missing',
	FileExists: 'exists',
	NoPermissions: 'denied',
	FileIsADirectory: 'folder',
	FileNotADirectory: 'folder',
	ENOENT: 'missing',
	EISDIR: 'folder',
	ENOTDIR: 'folder',
};
/** What says that nothing can be there: the way to it goes through a file. */
const throughFile: ReadonlySet<string> = new Set(['FileNotADirectory', 'ENOTDIR']);

/** VS Code keeps the system's own code only in the message of its error. */
const inMessage: readonly (readonly [RegExp, FileFault])[] = [
	[/\b(?:ENOSPC|EDQUOT)\b/, 'full'],
	[/\b(?:EBUSY)\b/, 'busy'],
	[/\ballowedUNCHosts\b/, 'host'],
	[/\b(?:EACCES|EPERM|EROFS)\b/, 'denied'],
];

/** A failure of a file system as a {@link FileError}. */
export function asFileError(error: unknown, place: Place): FileError {
	if (error instanceof FileError) return error;
	const message = error instanceof Error ? error.message : String(error);
	const code = (error as { readonly code?: string } | undefined)?.code ?? '';
	if (faults[code]) return new FileError(faults[code], place, code);
	const [pattern, fault] = inMessage.find(([pattern]) => pattern.test(message)) ?? [];
	const said = pattern?.exec(message)?.[0];
	return new FileError(fault ?? 'failed', place, said ?? (code || message));
}

async function attempt<T>(place: Place, work: () => Thenable<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw asFileError(error, place);
	}
}

function kindOf(type: vscode.FileType): EntryKind {
	if (type & vscode.FileType.File) return 'file';
	return type & vscode.FileType.Directory ? 'folder' : 'other';
}

const at = (place: Place) => vscode.Uri.parse(place, true);

/** Moves a file. The editor's own move over a file takes that away first; the machine's does both at once. */
async function move(from: Place, to: Place, over: boolean, replace: DiskWays['replace']): Promise<void> {
	const [source, target] = [at(from), at(to)];
	if (over && replace && source.scheme === 'file' && target.scheme === 'file') return replace(source, target);
	return vscode.workspace.fs.rename(source, target, { overwrite: over });
}

async function write(place: Place, bytes: Uint8Array, over: boolean, replace: DiskWays['replace']): Promise<void> {
	const { fs } = vscode.workspace;
	const uri = at(place);
	const half = uri.with({ path: uri.path.replace(/[^/]*$/, `.${crypto.randomUUID()}.tmp`) });
	await fs.createDirectory(uri.with({ path: uri.path.replace(/\/[^/]*$/, '') || '/' }));
	const steps: WritingSteps = {
		write: async (to, content) => fs.writeFile(at(to), content),
		move: (from, to, isOver) => move(from, to, isOver, replace),
		remove: async file => fs.delete(at(file)),
		isThere: file => isThere(at(file)),
	};
	await writeBeside(steps, half.toString(), place, { bytes, over });
}

/** Whether something is at a place; throws where that cannot be told. */
async function isThere(uri: vscode.Uri): Promise<boolean> {
	try {
		await vscode.workspace.fs.stat(uri);
		return true;
	} catch (error) {
		if (asFileError(error, '').fault === 'missing') return false;
		throw error;
	}
}

/**
 * What the platform does better than the file systems of the editor, where it can. Each question to those goes to the
 * window and back, also for a file on this disk (VS Code activates the provider there first), and stands in one queue
 * with the keys a person types: while a large pack is read, keys wait behind thousands of them.
 */
export interface DiskWays {
	/** Follows links; of a link that leads nowhere the system's error. */
	readonly stat?: (path: string) => Promise<FileStat>;
	readonly read?: (path: string) => Promise<Uint8Array>;
	/** Reads the first bytes of a file, where that costs less than reading all of it. */
	readonly head?: (uri: vscode.Uri, bytes: number) => Promise<Uint8Array>;
	/** Follows all links on the way to a file; nothing where that leads nowhere. */
	readonly real?: (uri: vscode.Uri) => Promise<vscode.Uri | undefined>;
	/**
	 * Moves a file over another in one step. Without it a program that has the other one open (on Windows) may leave
	 * neither of them.
	 */
	readonly replace?: (from: vscode.Uri, to: vscode.Uri) => Promise<void>;
	/** The home folder, for `~` in names. */
	readonly home?: string;
}

/**
 * The folder or file a name means that a person wrote. Backslashes are taken as people on Windows write them. Nothing
 * where a name without a folder to begin from is relative, and where it can be no address at all.
 */
export function resolve(name: string, base: vscode.Uri | undefined, home: string | undefined): vscode.Uri | undefined {
	if (name.includes('\0')) return undefined;
	const full = addressPath(name, home);
	try {
		if (isRooted(full)) {
			if (base && base.scheme !== 'file') return base.with({ path: full.startsWith('/') ? full : `/${full}` });
			return vscode.Uri.file(full);
		}
		return base && vscode.Uri.joinPath(base, full);
	} catch {
		return undefined; // `////server`, which has no machine in it; a base without a path
	}
}

async function statOf(uri: vscode.Uri, { stat }: DiskWays): Promise<FileStat> {
	if (stat && uri.scheme === 'file') return stat(uri.fsPath);
	const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
	return { kind: kindOf(type), size, modified: mtime };
}

function readFile(uri: vscode.Uri, { read }: DiskWays): Thenable<Uint8Array> {
	return read && uri.scheme === 'file' ? read(uri.fsPath) : vscode.workspace.fs.readFile(uri);
}

/** Files of the editor. */
export function workspaceFiles(disk: DiskWays = {}): Files {
	const { head, real, replace, home } = disk;
	const { fs } = vscode.workspace;
	return {
		join(folder, name) {
			const base = at(folder);
			const place = vscode.Uri.joinPath(base, name);
			if (!place.path.startsWith(`${base.path.replace(/\/$/, '')}/`))
				throw new FileError('failed', place.toString(), 'outside');
			return place.toString();
		},
		resolve: (folder, name) => resolve(name, folder === undefined ? undefined : at(folder), home)?.toString(),
		isBelow: liesBelow,
		nameOf: place => at(place).path.replace(/^.*\//, ''),
		stat: place =>
			attempt(place, async () => {
				try {
					return await statOf(at(place), disk);
				} catch (error) {
					const { fault, reason } = asFileError(error, place);
					if (fault === 'missing' || throughFile.has(reason)) return undefined;
					throw error;
				}
			}),
		real: async place => (await real?.(at(place)).catch(() => undefined))?.toString(),
		list: folder =>
			attempt(folder, async () => {
				const found = await fs.readDirectory(at(folder));
				const entries = found.map(([name, type]): Entry => ({
					name,
					kind: kindOf(type),
					link: (type & vscode.FileType.SymbolicLink) !== 0,
				}));
				return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
			}),
		read: place => attempt(place, () => readFile(at(place), disk)),
		readStart: (place, bytes) =>
			attempt(place, async () => (head ? head(at(place), bytes) : (await fs.readFile(at(place))).subarray(0, bytes))),
		write: (place, bytes, over) => attempt(place, () => write(place, bytes, over, replace)),
		move: (from, to, over) => attempt(to, () => move(from, to, over, replace)),
		remove: place =>
			attempt(place, async () => {
				try {
					await fs.delete(at(place), { recursive: true, useTrash: false });
				} catch (error) {
					if (asFileError(error, place).fault !== 'missing') throw error;
				}
			}),
		makeFolder: folder => attempt(folder, () => fs.createDirectory(at(folder))),
	};
}
