// One file as text, through the editor's file systems (disk, remote, web): what it says, or why it says nothing. A file
// that cannot be read, is none, or does not answer is a fault of its own and never an error.
import * as vscode from 'vscode';
import type { Problem } from '../../core/service';
import { decodeInTurns } from './decode';

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

/** What was read of a file, and the size and time it had then. */
export interface Known {
	readonly stamp: string;
	readonly text: PackText;
	/** Of the file, whether all of it was read or not. */
	readonly size: number;
}

/** A file that is there, by its size and time; or why nothing can be said of it. */
export type Stamp = { readonly stamp: string; readonly size: number } | { readonly fault: Fault };

/**
 * Milliseconds after which a file that does not answer (a drive that is gone) is left for later, so that others are not
 * kept waiting.
 */
const patience = 30_000;

/** The answer of a file system, or an error after a time. */
export async function inTime<T>(answer: Thenable<T>): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(slow)), patience);
	});
	try {
		return await Promise.race([answer, late]);
	} finally {
		clearTimeout(timer);
	}
}
const slow = 'no answer in time';

/** Looks whether a file is there; nothing when it is not. What is no file (a folder, a pipe) is a fault. */
export async function stampOf(uri: vscode.Uri): Promise<Stamp | undefined> {
	try {
		const { type, mtime, size } = await inTime(vscode.workspace.fs.stat(uri));
		if (type & vscode.FileType.Directory) return { fault: unreadable('folder') };
		if (!(type & vscode.FileType.File)) return { fault: unreadable('failed') };
		return { stamp: `${mtime} ${size}`, size };
	} catch (error) {
		return faultOf(error);
	}
}

/**
 * A file as it is now, of which `stamp` was just seen; the same text is the same object as `before`. Nothing when it is
 * gone.
 */
export async function readAll(
	uri: vscode.Uri,
	name: string,
	{ stamp, size }: { readonly stamp: string; readonly size: number },
	before: Known | undefined,
): Promise<Known | undefined> {
	try {
		const decoded = await decodeInTurns(await inTime(vscode.workspace.fs.readFile(uri)));
		if ('reason' in decoded) return faulty(before, name, stamp, unreadable(decoded.reason));
		const same = before && !before.text.fault && !before.text.part && before.text.text === decoded.text;
		return { stamp, size, text: same ? before.text : { name, text: decoded.text } };
	} catch (error) {
		const found = faultOf(error);
		return found && faulty(before, name, found.fault.code, found.fault);
	}
}

/**
 * A file of at most `limit` bytes as it is now, `before` being what was read of it last; the same text is the same
 * object. Nothing when it is not there. `changed`: it may differ although size and time are the same.
 */
export async function readKnown(
	uri: vscode.Uri,
	name: string,
	before: Known | undefined,
	changed: boolean,
	limit: number,
): Promise<Known | undefined> {
	const now = await stampOf(uri);
	if (!now) return undefined;
	if ('fault' in now) return faulty(before, name, JSON.stringify(now.fault), now.fault);
	if (now.size > limit) return faulty(before, name, now.stamp, { code: 'file.large', data: { limit } });
	if (before?.stamp === now.stamp && before.text.fault?.code !== 'file.large' && !changed) return before;
	return readAll(uri, name, now, before);
}

/** A file that is not read; the same one as before where nothing changed. */
export function faulty(before: Known | undefined, name: string, stamp: string, fault: Fault): Known {
	return before?.stamp === stamp && before.text.fault ? before : { stamp, size: 0, text: { name, text: '', fault } };
}

/** What an error of a file system says; nothing where the file is not there. */
export function faultOf(error: unknown): { readonly fault: Fault } | undefined {
	const code = error instanceof vscode.FileSystemError ? error.code : 'Unknown';
	// Where a file stands in the way of a folder, what would be in the folder is not there.
	if (code === 'FileNotFound' || code === 'FileNotADirectory') return undefined;
	if (code === 'NoPermissions') return { fault: unreadable('denied') };
	if (code === 'FileIsADirectory') return { fault: unreadable('folder') };
	return { fault: unreadable(error instanceof Error && error.message === slow ? 'slow' : 'failed') };
}

/** A file that could not be read, and why. */
export function unreadable(
	reason: 'binary' | 'encoding' | 'denied' | 'failed' | 'folder' | 'file' | 'slow' | 'address',
): Fault {
	return { code: 'file.unreadable', data: { reason } };
}
