// Copies exactly the files that a .vsix holds into a folder, and packs them, so that tests run what people install and not what lies about.
// Must not build anything. Reads .vscodeignore itself: vsce looks at every file of the cache for that; scripts/package.mjs compares the two.
// @ts-check
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { createVSIX } from '@vscode/vsce';

const root = join(import.meta.dirname, '../..');

/** The README as VS Code shows it beside an installed extension; the build makes it. */
export const readme = 'dist/README.md';

/** @returns {string[]} the files of a .vsix: what the lines with `!` in .vscodeignore name (`*` only in the last part), sorted */
export function shipped() {
	const lines = readFileSync(join(root, '.vscodeignore'), 'utf8')
		.split(/\r?\n/)
		.filter(line => line.startsWith('!'))
		.map(line => line.slice(1).trim());
	return [
		...new Set(
			lines.flatMap(line => {
				const folder = posix.dirname(line),
					name = posix.basename(line);
				const pattern = new RegExp(
					`^${name
						.split('*')
						.map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
						.join('[^/]*')}$`,
				);
				if (!existsSync(join(root, folder))) return [];
				return readdirSync(join(root, folder), { withFileTypes: true })
					.filter(entry => entry.isFile() && pattern.test(entry.name))
					.map(entry => posix.join(folder, entry.name));
			}),
		),
	].sort();
}

/** @param {string} folder emptied first */
export function stage(folder) {
	rmSync(folder, { recursive: true, force: true });
	for (const file of shipped()) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		cpSync(join(root, file), join(folder, file));
	}
}

/**
 * Writes the .vsix.
 * @param {string} path of the file to write
 * @param {string} folder what `stage` has filled: there vsce is quick
 */
export async function pack(path, folder) {
	// Links stay as they are: there is no public repository that they could lead to.
	await createVSIX({
		cwd: folder,
		packagePath: path,
		dependencies: false,
		allowMissingRepository: true,
		readmePath: readme,
		rewriteRelativeLinks: false,
	});
}
