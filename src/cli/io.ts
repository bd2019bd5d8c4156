// What a command is given of the machine: folders, two streams, and reading a text or failing in one line.

import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { decode } from '../app/decode';
import { legacyText } from '../app/drafts';
import type { FileError } from '../app/ports';
import { isBusy, patiently } from '../workers/lock/heldFiles';
import { waiting } from '../workers/lock/moveOver';

export interface Io {
	/** Folder relative paths are meant from. */
	readonly cwd: string;
	/** Folder of what the build made (corpus.json, schemas); `corpus/` and `snippets/` stand beside it. */
	readonly dist: string;
	/** Writes a line to stdout. */
	out(line: string): void;
	/** Writes a line to stderr. */
	err(line: string): void;
	/** Everything that comes in on stdin; absent where nothing can. */
	input?(): Promise<Uint8Array>;
	/** From now on Ctrl-C stops in good order: what is being written is finished first. A second one ends at once. */
	stoppable?(): { readonly aborted: boolean };
}

/** A wrong call or unreadable input: one line for stderr, exit code 2. */
export class UsageError extends Error {}

/**
 * The text of a file the person named, in UTF-8 or, as programs on Windows write it, in GB18030 or UTF-16; a byte order
 * mark is left out.
 */
export async function readText(io: Io, path: string): Promise<string> {
	return textOf(await readBytes(io, path), path);
}

/** The text of the bytes of a file, as {@link readText} has it. */
export function textOf(bytes: Uint8Array, path: string): string {
	const decoded = decode(bytes);
	if ('text' in decoded) return decoded.text.replace(/^\uFEFF/, '');
	const text = decoded.reason === 'encoding' ? legacyText(bytes) : undefined;
	if (text === undefined)
		throw new UsageError(`无法读取 cannot read: ${path} (不是文本，或编码不明 no text, or of an unknown encoding)`);
	return text;
}

/** The bytes of a file the person named; UsageError where it cannot be read. */
export async function readBytes(io: Io, path: string): Promise<Uint8Array> {
	const place = resolve(io.cwd, path);
	return patiently(() => readFile(place), waiting, isBusy).catch((error: unknown) => {
		throw new UsageError(unreadLine(path, reason(error)));
	});
}

/** What is said of a file that could not be read, and what to do about it; `code`: the system's word for it. */
export function unreadLine(path: string, code: string): string {
	const advice = readingAdvice[code];
	return `无法读取 cannot read: ${path} (${code})${advice === undefined ? '' : `：${advice}`}`;
}

/** What to do about a file that another program has open. */
export const closeThere =
	'它正被别的程序打开着（WPS、Word、网盘同步或杀毒软件），请在那里关闭它再试 it is open in another program (WPS, Word, a synchronised folder or a virus scanner), close it there and try again';

/** Windows has no word for a file of a synchronised folder that it could not fetch. */
const keepHere =
	'它也许只在云端（OneDrive 等网盘），请联网，右键选“始终保留在此设备上”再试 it may lie only in the cloud (OneDrive or the like): go online, choose “Always keep on this device” for it and try again';

const readingAdvice: Readonly<Record<string, string>> = { EBUSY: closeThere, UNKNOWN: keepHere };

/** Why a file could not be written, and what to do about it. */
export function unwritten(path: string, { fault, reason }: FileError): UsageError {
	const heldOpen =
		'：它正被别的程序打开着（WPS、Word、网盘同步或杀毒软件），或者不许改动；请在那里关闭它再试 it is open in another program (WPS, Word, a synchronised folder or a virus scanner), or may not be changed; close it there and try again';
	const why = fault === 'busy' || fault === 'denied' ? heldOpen : '';
	return new UsageError(`无法写入 cannot write: ${path} (${reason})${why}`);
}

/** A file that says who writes somewhere, and could not be removed. */
export function lockLeft(io: Io, place: string, error: unknown): string {
	return `“${shownPath(io, place)}”里的锁文件删不掉，做好的都在；这个程序结束后它不再有效 the lock file in it could not be removed (${reason(error)}): all is done, and it no longer counts when this program has ended`;
}

/** A path as the person would write it: relative to where they are, with `/`. */
export function shownPath(io: Io, path: string): string {
	return (relative(io.cwd, resolve(io.cwd, path)) || '.').replaceAll('\\', '/');
}

/** Why reading failed, in a word, without a stack. */
export function reason(error: unknown): string {
	const code = (error as { code?: unknown } | null)?.code;
	if (typeof code === 'string') return code;
	return error instanceof Error ? error.message : String(error);
}
