// `npm run package`: writes the .vsix after checking which files it will hold and how large they are.
// Must not build (npm does that first), nor publish.
// @ts-check
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { shipped } from '../test/support/stage.mjs';

const root = join(import.meta.dirname, '..');
const kilobyte = 1024;
/** The README as VS Code shows it beside an installed extension; the build makes it. */
const readme = 'dist/README.md';

/** What a person needs to run it; anything else in the .vsix is a mistake. */
const allowed = [/^package(\.nls(\.[\w-]+)?)?\.json$/, /^CHANGELOG\.md$/, /^dist\/README\.md$/, /^LICENSE(\.txt|\.md)?$/, /^dist\/[\w./-]+\.(js|json|css|wasm)$/, /^l10n\/[\w.-]+\.json$/, /^media\/[\w./-]+\.(svg|png)$/, /^snippets\/[\w.-]+\.json$/];
/** What it cannot run without. */
const needed = ['package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'LICENSE', 'dist/main.node.js', 'dist/main.web.js', 'dist/corpus.json'];
/** Most bytes a file or all files may have. */
const budgets = { 'dist/main.node.js': 400 * kilobyte, all: 4 * kilobyte * kilobyte, vsix: 2 * kilobyte * kilobyte };

/** Prints what is wrong with the list of files, and the sizes. @returns {Promise<boolean>} */
export async function checkPackage() {
	const files = (await listFiles({ cwd: root, packageManager: PackageManager.None, readmePath: readme })).sort(), tested = shipped();
	const size = (/** @type {string} */ file) => statSync(join(root, file)).size;
	const problems = [
		...files.filter(file => !allowed.some(pattern => pattern.test(file))).map(file => `${file} does not belong into the .vsix`),
		...needed.filter(file => !files.includes(file)).map(file => `${file} is missing (is dist/ built?)`),
		...tested.filter(file => !files.includes(file)).map(file => `${file} is tested but not in the .vsix`),
		...files.filter(file => !tested.includes(file)).map(file => `${file} is in the .vsix but not tested`),
	];
	const all = files.reduce((sum, file) => sum + size(file), 0);
	const main = files.includes('dist/main.node.js') ? size('dist/main.node.js') : 0;
	if (main > budgets['dist/main.node.js']) problems.push(`dist/main.node.js has ${main} bytes, more than ${budgets['dist/main.node.js']}`);
	if (all > budgets.all) problems.push(`the files have ${all} bytes, more than ${budgets.all}`);
	console.log(`${files.length} files, ${Math.round(all / kilobyte)} KB; dist/main.node.js ${Math.round(main / kilobyte)} KB (limit ${budgets['dist/main.node.js'] / kilobyte})`);
	for (const problem of problems) console.error(problem);
	return problems.length === 0;
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
	if (!await checkPackage()) process.exit(1);
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const path = join(root, `policy-writing-${version}.vsix`);
	await createVSIX({ cwd: root, packagePath: path, dependencies: false, allowMissingRepository: true, readmePath: readme, rewriteRelativeLinks: false });
	const { size } = statSync(path);
	console.log(`${path}: ${Math.round(size / kilobyte)} KB`);
	if (size > budgets.vsix) {
		console.error(`more than ${budgets.vsix / kilobyte} KB`);
		process.exit(1);
	}
}
