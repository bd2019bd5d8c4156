// One file as text: what it says, or why it says nothing. A file that cannot be read, is none, or does not answer is a
// fault of its own and never an error.
import type { Problem } from '../core/corpus/problem';
import { decodeInTurns, decodeLegacy } from './decode';
import { FileError, type Files, type Place } from './ports';

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

/** Looks whether a file is there; nothing when it is not. What is no file (a folder, a pipe) is a fault. */
export async function stampOf(files: Files, place: Place): Promise<Stamp | undefined> {
	try {
		const found = await files.stat(place);
		if (!found) return undefined;
		if (found.kind !== 'file') return { fault: unreadable(found.kind === 'folder' ? 'folder' : 'failed') };
		return { stamp: `${found.modified} ${found.size}`, size: found.size };
	} catch (error) {
		return faultOf(error);
	}
}

/**
 * A file as it is now, of which `stamp` was just seen; the same text is the same object as `before`. Nothing when it is
 * gone.
 */
export async function readAll(
	files: Files,
	place: Place,
	name: string,
	{ stamp, size }: { readonly stamp: string; readonly size: number },
	before: Known | undefined,
	legacy = false,
): Promise<Known | undefined> {
	try {
		const bytes = await files.read(place);
		const inUtf8 = await decodeInTurns(bytes);
		const decoded = legacy && 'reason' in inUtf8 && inUtf8.reason === 'encoding' ? decodeLegacy(bytes) : inUtf8;
		if ('reason' in decoded) return faulty(before, name, stamp, unreadable(decoded.reason));
		const same = before && !before.text.fault && !before.text.part && before.text.text === decoded.text;
		return { stamp, size, text: same ? before.text : { name, text: decoded.text } };
	} catch (error) {
		const found = faultOf(error);
		return found && unread(before, name, found.fault);
	}
}

/** How a file is read that may have been read before. */
export interface Reading {
	/** What was read of it last. */
	readonly before: Known | undefined;
	/** It may differ although size and time are the same. */
	readonly changed: boolean;
	/** Bytes of the largest file that is read. */
	readonly limit: number;
	/** Whether it may be in an older encoding: other programs write their libraries in GB18030, too. */
	readonly legacy?: boolean;
}

/** A file as it is now; the same text is the same object as before. Nothing when it is not there. */
export async function readKnown(
	files: Files,
	place: Place,
	name: string,
	{ before, changed, limit, legacy }: Reading,
): Promise<Known | undefined> {
	const now = await stampOf(files, place);
	if (!now) return undefined;
	if ('fault' in now) return faulty(before, name, JSON.stringify(now.fault), now.fault);
	if (now.size > limit) return faulty(before, name, now.stamp, { code: 'file.large', data: { limit } });
	if (before?.stamp === now.stamp && before.text.fault?.code !== 'file.large' && !changed) return before;
	return readAll(files, place, name, now, before, legacy);
}

/** What stands for the time of a file that another program had open when it was read. */
const heldStamp = 'held';

/**
 * A file that could not be read. One that another program has open keeps the text it had: it may be for a moment. When
 * it is so the next time, too, that is told.
 */
export function unread(before: Known | undefined, name: string, fault: Fault): Known {
	const isHeld = fault.data['reason'] === 'busy';
	if (isHeld && before && !before.text.fault && before.stamp !== heldStamp) return { ...before, stamp: heldStamp };
	return faulty(before, name, fault.code, fault);
}

/** A file that is not read; the same one as before where nothing changed. */
export function faulty(before: Known | undefined, name: string, stamp: string, fault: Fault): Known {
	return before?.stamp === stamp && before.text.fault ? before : { stamp, size: 0, text: { name, text: '', fault } };
}

/** What an error of a file system says; nothing where the file is not there. */
export function faultOf(error: unknown): { readonly fault: Fault } | undefined {
	const fault = error instanceof FileError ? error.fault : 'failed';
	switch (fault) {
		case 'missing':
			return undefined;
		case 'denied':
		case 'busy':
		case 'folder':
		case 'slow':
		case 'host':
			return { fault: unreadable(fault) };
		default:
			return { fault: unreadable('failed') };
	}
}

/** A file that could not be read, and why. */
export function unreadable(
	reason: 'binary' | 'encoding' | 'denied' | 'busy' | 'failed' | 'folder' | 'file' | 'slow' | 'host' | 'address',
): Fault {
	return { code: 'file.unreadable', data: { reason } };
}
