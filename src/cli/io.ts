// What a command is given of the machine: folders, two streams, and reading a text or failing in one line.

import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';

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

/** The text of a file the person named; a byte order mark is left out. */
export async function readText(io: Io, path: string): Promise<string> {
	try {
		const text = await readFile(resolve(io.cwd, path), 'utf8');
		return text.startsWith('\uFEFF') ? text.slice(1) : text;
	} catch (error) {
		throw new UsageError(`无法读取 cannot read: ${path} (${reason(error)})`);
	}
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
