// `npm run package`: writes the .vsix after checking which files it holds and how large they are. `npm test` checks the same.
// Must not build (npm does that first), nor publish.
// @ts-check
import { copyFileSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';
import { pack, readme, shipped, stage } from '../test/support/stage.mjs';

const root = join(import.meta.dirname, '..');
const kilobyte = 1024;

/** What a person needs to run it; anything else in the .vsix is a mistake. */
const allowed = [
	/^package(\.nls(\.[\w-]+)?)?\.json$/,
	/^(CHANGELOG|SECURITY|PRIVACY)\.md$/,
	/^dist\/(README|NOTICES)\.md$/,
	/^LICENSE(\.txt|\.md)?$/,
	/^dist\/[\w./-]+\.(js|json|css|wasm)$/,
	/^dist\/mcp\.mjs$/,
	/^l10n\/[\w.-]+\.json$/,
	/^media\/[\w.-]+\.(svg|png)$/,
	/^media\/pictures\/[\w.-]+\.webp$/,
	/^skills\/[\w-]+\/SKILL\.md$/,
	/^snippets\/[\w.-]+\.json$/,
];
/** What consists of pictures. */
const illustrated = /^(media\/pictures\/.*|media\/icon\.png|dist\/README\.md)$/;
/** What it cannot run without. */
const needed = [
	'package.json',
	'package.nls.json',
	'package.nls.zh-cn.json',
	'dist/README.md',
	'dist/NOTICES.md',
	'LICENSE',
	'PRIVACY.md',
	'SECURITY.md',
	'media/icon.png',
	'dist/main.node.js',
	'dist/main.core.js',
	'dist/main.disk.js',
	'dist/main.fuse.js',
	'dist/main.characters.js',
	'dist/main.encoding.js',
	'dist/main.uses.js',
	'dist/main.group.js',
	'dist/main.library.js',
	'dist/main.tls.js',
	'dist/main.web.js',
	'dist/mcp.mjs',
	'dist/main.assistants.js',
	'dist/main.import.js',
	'dist/main.word.js',
	'dist/cmaps.json',
	'dist/corpus.json',
];
/**
 * Most bytes that one file may have, or the whole: of the packed megabytes reading PDFs takes 0.8 (library 0.5, character maps 0.3), writing
 * Word files 0.15 (the libraries for Markdown and Word).
 * Pictures are those of the walkthrough, and those within the README; code is everything else of the .vsix. Both as packed.
 * The first is read when the extension starts, which takes at most 50 ms (test/vscode/activation.test.ts); the second with the first question.
 */
const budgets = {
	'dist/main.node.js': 284 * kilobyte,
	'dist/main.core.js': 412 * kilobyte,
	'dist/main.word.js': 500 * kilobyte,
	code: 3 * kilobyte * kilobyte,
	pictures: 2 * kilobyte * kilobyte,
};

/**
 * Packs the .vsix, and prints what is wrong with its files and how large they are.
 * @param {string} [path] where to keep it; without, it is thrown away
 * @returns {Promise<boolean>} whether nothing is wrong
 */
export async function checkPackage(path) {
	const tested = shipped(),
		packed = (await listFiles({ cwd: root, packageManager: PackageManager.None, readmePath: readme })).sort();
	const problems = [
		...packed
			.filter(file => !allowed.some(pattern => pattern.test(file)))
			.map(file => `${file} does not belong into the .vsix`),
		...needed.filter(file => !packed.includes(file)).map(file => `${file} is missing (is dist/ built?)`),
		...tested.filter(file => !packed.includes(file)).map(file => `${file} is tested but not in the .vsix`),
		...packed.filter(file => !tested.includes(file)).map(file => `${file} is in the .vsix but not tested`),
	];
	const work = mkdtempSync(join(tmpdir(), 'policy-writing-package-'));
	try {
		const folder = join(work, 'files'),
			vsix = join(work, 'extension.vsix');
		stage(folder);
		await pack(vsix, folder);
		const pictures = packed
			.filter(file => illustrated.test(file))
			.map(file => deflateRawSync(readFileSync(join(folder, file))).length);
		const packedPictures = pictures.reduce((sum, bytes) => sum + bytes, 0);
		const sizes = new Map([
			['pictures', packedPictures],
			['code', statSync(vsix).size - packedPictures],
		]);
		for (const [file, budget] of Object.entries(budgets)) {
			const size = sizes.get(file) ?? statSync(join(folder, file)).size;
			console.log(`${file}: ${Math.round(size / kilobyte)} KB (at most ${budget / kilobyte})`);
			if (size > budget) problems.push(`${file} has ${size} bytes, more than ${budget}`);
		}
		if (path && problems.length === 0) copyFileSync(vsix, path);
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
	for (const problem of problems) console.error(problem);
	return problems.length === 0;
}

// Node tells a script where it really is, also where a link (a junction) leads to it.
if (process.argv[1] && import.meta.filename === realpathSync(process.argv[1])) {
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const path = join(root, `policy-writing-${version}.vsix`);
	if (!(await checkPackage(path))) process.exit(1);
	console.log(path);
}
