// The floors of the code, run by a machine: who may import whom, which file may import which package, no circles, no file that nothing asks, short files.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Prefix of a floor → prefixes it may import besides itself. The order is the order of the floors. */
const floors: Readonly<Record<string, readonly string[]>> = {
	'core/text/': [],
	'core/rules/': ['core/text/'],
	'core/draft/': ['core/text/', 'core/rules/'],
	'core/search/': ['core/text/'],
	'core/corpus/': ['core/text/', 'core/rules/'],
	'core/messages/': ['core/text/', 'core/draft/', 'core/corpus/', 'core/documents/', 'core/rules/', 'core/word/'],
	'core/terms/': ['core/text/', 'core/draft/', 'core/search/', 'core/corpus/'],
	'core/citations/': ['core/text/', 'core/draft/', 'core/search/', 'core/corpus/'],
	'core/review/': ['core/text/', 'core/rules/', 'core/draft/', 'core/search/', 'core/corpus/'],
	'core/documents/': ['core/text/', 'core/draft/', 'core/corpus/'],
	'core/word/': ['core/text/', 'core/draft/', 'core/corpus/', 'core/documents/'],
	'core/service': ['core/'],
	'app/': ['core/'],
	'workers/lock/': ['core/corpus/', 'node:'],
	'workers/channel/': ['node:'],
	'workers/index/': ['core/search/', 'core/corpus/', 'workers/channel/', 'workers/lock/', 'node:'],
	'workers/import/': ['core/', 'workers/channel/', 'node:'],
	'workers/word/': ['core/', 'workers/channel/', 'node:'],
	'workers/tls/': ['node:'],
	'webviews/': ['core/service'],
	'editor/': [
		'core/service',
		'app/',
		'workers/channel/',
		'workers/import/',
		'workers/word/',
		'webviews/panel/protocol',
		'webviews/timeline/protocol',
		'vscode',
	],
	'cli/': ['core/', 'app/', 'workers/lock/', 'workers/index/', 'workers/tls/', 'node:'],
	'entries/': ['core/', 'app/', 'workers/', 'editor/', 'cli/', 'vscode', 'node:'],
};

/** The icons that the pages draw. */
const icons = [
	'book',
	'check',
	'chevron-down',
	'clear-all',
	'close',
	'ellipsis',
	'file-text',
	'go-to-file',
	'graph',
	'insert',
	'lightbulb',
	'quote',
	'target',
];

/** Outside packages and the files that may import each; the pinyin reader is the only door to readings, and so on. */
const packages: Readonly<Record<string, string | readonly string[]>> = {
	'fuse.js': 'core/search/fuse.ts',
	yaml: 'core/corpus/yaml/nodes.ts',
	'zod/mini': 'core/corpus/schema.ts',
	'jsonc-parser/lib/esm/main.js': 'core/text/jsonFault.ts',
	'pinyin-pro': 'core/text/pinyinReader.ts',
	'opencc-js/dict/TSCharacters': 'core/text/characters/simplifiedEntries.ts',
	'@mozilla/readability': 'core/documents/html/readability.ts',
	linkedom: 'core/documents/html/readability.ts',
	htmlparser2: 'core/documents/html/tree.ts',
	'opencc-js/cn2t': 'cli/traditional.ts',
	'fflate/browser': 'core/documents/office/zip.ts',
	'unpdf/pdfjs': 'core/documents/pdf/library.ts',
	docx: 'core/word/write/docx.ts',
	'@modelcontextprotocol/server': 'cli/mcp/server.ts',
	'@modelcontextprotocol/server/stdio': 'cli/mcp/run.ts',
	// The preview is given VS Code's own and takes its types from here.
	'markdown-it': ['core/word/read/parser.ts', 'editor/preview/markdownPlugin.ts'],
	'markdown-it/lib/token.mjs': 'core/word/read/parser.ts',
	'markdown-it/lib/rules_block/state_block.mjs': 'core/word/read/parser.ts',
	'markdown-it/lib/rules_inline/state_inline.mjs': 'core/word/read/parser.ts',
	'markdown-it-footnote': 'core/word/read/parser.ts',
	...Object.fromEntries(icons.map(name => [`@vscode/codicons/src/icons/${name}.svg`, 'webviews/icons.ts'])),
};

const src = resolve(import.meta.dirname, '../../src');
const posix = (path: string) => path.replaceAll('\\', '/');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
	.map(posix)
	.filter(file => /(?<!\.d)\.ts$/.test(file))
	.sort();
const all = new Set(files);
const code = (file: string) => readFileSync(join(src, file), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
const specifiers = (file: string) =>
	[...code(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].map(match => match[1]!);
const target = (file: string, specifier: string) =>
	specifier.startsWith('.') ? posix(relative(src, resolve(src, dirname(file), specifier))) : specifier;
const floorOf = (file: string) => Object.keys(floors).find(prefix => file.startsWith(prefix));

/** What is wrong with a file's imports, one line each. */
function trespasses(file: string, imports: readonly string[]): string[] {
	const floor = floorOf(file);
	if (floor === undefined) return [`${file} belongs to no floor`];
	return imports.flatMap(specifier => {
		if (Object.hasOwn(packages, specifier)) {
			const importers = [packages[specifier]!].flat();
			return importers.includes(file) ? [] : [`${file} imports ${specifier}, which is ${importers.join(' and ')}'s`];
		}
		const to = target(file, specifier);
		return [floor, ...floors[floor]!].some(prefix => to.startsWith(prefix)) ? [] : [`${file} imports ${to}`];
	});
}

test('there are files on the lowest and on the uppermost floor', () => {
	expect(files).toContain('core/text/fold.ts');
	expect(files).toContain('entries/main.node.ts');
	expect(files.length).toBeGreaterThan(50);
});

test('the rule itself says no: upward, sideways, a package through another door, a file on no floor', () => {
	expect(trespasses('core/text/fold.ts', ['../corpus/records'])).toEqual([
		'core/text/fold.ts imports core/corpus/records',
	]);
	expect(trespasses('core/search/fuzzyRank.ts', ['../draft/draft'])).toHaveLength(1);
	expect(trespasses('core/terms/spot.ts', ['node:fs', 'vscode', 'yaml'])).toHaveLength(3);
	expect(trespasses('editor/terms/hover.ts', ['../../core/text/fold'])).toHaveLength(1);
	expect(trespasses('helpers/all.ts', [])).toEqual(['helpers/all.ts belongs to no floor']);
	expect(trespasses('core/corpus/yaml/nodes.ts', ['yaml', './problem', '../text/fold'])).toEqual([]);
});

test('every file imports only what its floor may', () => {
	expect(files.flatMap(file => trespasses(file, specifiers(file)))).toEqual([]);
});

test('every file is short, and its header says what it answers, not what it does not know', () => {
	const faults = files.flatMap(file => {
		const lines = readFileSync(join(src, file), 'utf8').split(/\r?\n/);
		const header = lines.slice(
			0,
			lines.findIndex(line => !line.startsWith('//')),
		);
		return [
			...(/Knows nothing|Must not know/.test(header.join('\n')) ? [`${file} says what it does not know`] : []),
			...(lines.length > 300 ? [`${file} has ${lines.length} lines`] : []),
		];
	});
	expect(faults).toEqual([]);
});

/** Names that only their maker could guess, and that were given up for the field's words. */
const givenUp =
	/\b(?:const|let|function|class|interface|type|enum|private(?: readonly)?) (?:Grounds?|Letters|Ours|Habit|once|settle|Echoes|Near|Alike|Quoting|tidy|Way|shelf|told|Told)\b/g;

test('no name that was given up comes back', () => {
	expect(files.flatMap(file => (code(file).match(givenUp) ?? []).map(name => `${file}: ${name}`))).toEqual([]);
});

test('who holds an office and what a report is called stand in one file of the core', () => {
	const named = files.filter(file => file.startsWith('core/') && /习近平|政府工作报告/.test(code(file)));
	expect(named).toEqual(['core/text/officialNames.ts']);
});

/** The files of the source that a file imports. */
const importsOf = (file: string) =>
	specifiers(file).flatMap(specifier => {
		const to = `${target(file, specifier)}.ts`;
		return specifier.startsWith('.') && all.has(to) ? [to] : [];
	});

test('every file is reached from what is bundled', () => {
	const reached = new Set(files.filter(file => /^(?:entries\/|webviews\/\w+\/main\.ts$)/.test(file)));
	for (const file of reached) for (const to of importsOf(file)) reached.add(to);
	expect(files.filter(file => !reached.has(file))).toEqual([]);
});

test('no file imports itself by way of others', () => {
	const found: string[] = [];
	const state = new Map<string, 'open' | 'done'>();
	const visit = (file: string, path: readonly string[]) => {
		if (state.get(file) === 'done') return;
		if (state.get(file) === 'open') return void found.push([...path.slice(path.indexOf(file)), file].join(' → '));
		state.set(file, 'open');
		for (const to of importsOf(file)) visit(to, [...path, file]);
		state.set(file, 'done');
	};
	for (const file of files) visit(file, []);
	expect(found).toEqual([]);
});
