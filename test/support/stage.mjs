// Copies exactly the files that a .vsix would hold into a folder, so that tests run what people install and not what lies about.
// Must not build anything.
// @ts-check
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';

const root = join(import.meta.dirname, '../..');

/** @returns {Promise<string[]>} the files of a .vsix, by .vscodeignore */
export async function packaged() {
	return (await listFiles({ cwd: root, packageManager: PackageManager.None })).sort();
}

/** @param {string} folder emptied first */
export async function stage(folder) {
	rmSync(folder, { recursive: true, force: true });
	for (const file of await packaged()) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		cpSync(join(root, file), join(folder, file));
	}
}
