// The same files in memory and on the disk, and the command line that was built, run over those on the disk.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Files, Place } from '../../src/app/ports';
import { nodeFiles } from '../../src/cli/nodeFiles';
import { memoryFiles } from './memoryFiles';

/** Files by their names, `/` between folders; a link by what it leads to, from where it stands. */
export type Tree = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>;

/** Files of one kind, and the folder that the tree was laid into. */
export interface Laid {
	readonly files: Files;
	readonly root: Place;
}

const cli = join(import.meta.dirname, '../../dist/cli.mjs');
let folder: string | undefined;

/** A folder of its own for a test; all go with {@link removeFolders}. */
export function freshFolder(): string {
	folder ??= mkdtempSync(join(tmpdir(), 'policy-contract-'));
	return mkdtempSync(join(folder, 'run-'));
}

/** Takes away what the tests of a file laid down. */
export function removeFolders(): void {
	if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
	folder = undefined;
}

/** Lays files into a folder of the disk. */
export function layOnDisk(root: string, tree: Tree): Laid {
	for (const [name, content] of Object.entries(tree)) {
		const path = join(root, name);
		mkdirSync(dirname(path), { recursive: true });
		if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, path);
		else writeFileSync(path, content);
	}
	return { files: nodeFiles, root };
}

/** The same files in memory. */
export function layInMemory(tree: Tree): Laid {
	const isFile = (content: Tree[string]): content is string | Uint8Array =>
		typeof content === 'string' || !('link' in content);
	const memory = memoryFiles(
		Object.fromEntries(Object.entries(tree).flatMap(([name, one]) => (isFile(one) ? [[`/work/${name}`, one]] : []))),
	);
	for (const [name, one] of Object.entries(tree)) if (!isFile(one)) memory.link(`/work/${name}`, one.link);
	return { files: memory, root: '/work' };
}

/** What a call of the command line answered. */
export interface Called {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** Runs the command line that was built in a folder. */
export function callBuilt(cwd: string, ...argv: readonly string[]): Called {
	const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], { cwd, encoding: 'utf8' });
	return { code: status, out: stdout, err: stderr };
}

/** What the command line that was built prints with `--json`. */
export function jsonOf<T>(cwd: string, ...argv: readonly string[]): T {
	const { out, err } = callBuilt(cwd, ...argv, '--json');
	if (out === '') throw new Error(err);
	return JSON.parse(out) as T;
}
