// Another import that has the pack, and the editor that waits for it.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Window } from '../../support/window';
import { choose, importFromExplorer } from './answers';

/** The files of a window's pack that documents are kept in. */
export function documentsOf(vs: Window): string[] {
	const folder = join(vs.folder, 'policy-corpus/documents');
	return existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.md')) : [];
}

/** Throws, at last, where an import has left something of its own in the pack. */
export async function nothingLeft(vs: Window): Promise<void> {
	const hidden = () => readdirSync(join(vs.folder, 'policy-corpus')).filter(name => name.startsWith('.'));
	await expect.poll(hidden).toEqual([]);
}

/**
 * Imports a folder of two files while another program has the pack: of this machine, or of one that nothing is known of. The import waits and
 * says so, and goes on when the other one has ended.
 */
export async function importBehind(vs: Window, name: string, holder: { host: string; pid: number }): Promise<void> {
	const before = documentsOf(vs);
	vs.write(
		'policy-corpus/.import.lock',
		JSON.stringify({ token: 'x', program: 'policy-writing import', started: 1, ...holder }),
	);
	await importFromExplorer(vs, name);
	await choose(vs, 'Save all as read');
	await vs.message(`another import (policy-writing import ${String(holder.pid)}) writes into this pack`);
	await expect.poll(() => documentsOf(vs)).toEqual(before);
	rmSync(join(vs.folder, 'policy-corpus/.import.lock'));
	await vs.message('2 documents were imported.');
	await expect.poll(() => documentsOf(vs).length).toBe(before.length + 2);
	await nothingLeft(vs);
}
