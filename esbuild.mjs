// Builds all of dist/: the extension for desktop and web, the panel's page, the command line, and what is compiled from corpus/.
// --extension leaves out what is compiled from the corpus; --dev keeps names and adds source maps; --watch does that and
// builds again whenever a file changes.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { build, context, transform } from 'esbuild';
import { notices } from './scripts/notices.mjs';

const only = process.argv.includes('--extension');
const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');
const shared = {
	bundle: true,
	charset: 'utf8',
	minify: !dev,
	sourcemap: dev ? 'linked' : false,
	target: 'es2022',
	logLevel: 'warning',
	legalComments: 'none',
	metafile: true,
};

/** What is not needed to start (answering) or only by some (packs of their own: YAML, schema, pinyin; import: readers of formats; Word) stays a file of its own, loaded when it is asked for. */
const lazy = {
	name: 'lazy',
	setup(b) {
		b.onResolve(
			{ filter: /\/main\.(?:core|packs|import|disk|documents|drafting|assistants|word|group|library|tls)$/ },
			({ path }) => ({
				path: `./${basename(path)}.js`,
				external: true,
			}),
		);
	},
};

/** Functions of modules that are large and seldom asked, or asked by several bundles, and the bundle that has them. */
const lent = {
	'./characters/simplifiedEntries': ['main.characters', 'simplifiedEntries'],
	'../core/documents/encoding': ['main.encoding', 'decodeText'],
	'./citationForm': ['main.documents', 'citationQuestions'],
	'./fuse': ['main.fuse', 'fuseOver'],
	'./markdownPlugin': ['main.preview', 'drawCitations'],
	'./messages/packs/problems': ['main.packs', 'wordProblem'],
	'./ignorable': ['main.packs', 'ignorableCodes'],
	'./terms/uses/documentSet': ['main.uses', 'documentSetOf'],
	'../core/citations/find/fitting': ['main.uses', 'searchFitting'],
	'./structure/structure': ['main.uses', 'structureFindings'],
	'./review/structure/structure': ['main.uses', 'structureFindings'],
};

/**
 * Such a module is not bundled again: the file that has it is read when its function is first called. Not for the readers of formats, which
 * ask for no module at all; what packs borrow, the worker of the browser is given (`startImportWeb`).
 */
const borrowed = {
	name: 'borrowed',
	setup(b) {
		const lender = basename(String(Object.values(b.initialOptions.entryPoints ?? [])[0]), '.ts');
		b.onResolve(
			{
				filter: new RegExp(
					`^(?:${Object.keys(lent)
						.map(path => path.replace(/[./]/g, '\\$&'))
						.join('|')})$`,
				),
			},
			// The file that lends has the module itself.
			({ path }) => (lent[path][0] === lender ? undefined : { path, namespace: 'borrowed' }),
		);
		b.onResolve({ filter: /^\.\/main\.\w+\.js$/, namespace: 'borrowed' }, ({ path }) => ({ path, external: true }));
		b.onLoad({ filter: /.*/, namespace: 'borrowed' }, ({ path }) => {
			const [file, name] = lent[path];
			return { contents: `export const ${name} = (...given) => require('./${file}.js').${name}(...given);` };
		});
	},
};

/**
 * The API of the editor, taken once: with `import * as vscode` in a hundred files, each would get a copy of all its members, which takes
 * longer than all else that happens at the start. The names are those of the declarations; what a bundle does not use is left out of it.
 */
const api = {
	name: 'api',
	setup(b) {
		const declared = readFileSync(createRequire(import.meta.url).resolve('@types/vscode/index.d.ts'), 'utf8');
		const names = [
			...new Set(
				[...declared.matchAll(/^\t(?:export )?(?:abstract )?(?:namespace|class|enum|const|function) (\w+)/gm)].map(
					([, name]) => name,
				),
			),
			// Newer than what is declared: undefined where the editor is older.
			'McpStdioServerDefinition',
		];
		b.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
			namespace === 'api' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'api' },
		);
		b.onLoad({ filter: /.*/, namespace: 'api' }, () => ({
			contents: `const api = require('vscode');\n${names.map(name => `export const ${name} = /* @__PURE__ */ (() => api.${name})();`).join('\n')}`,
		}));
	},
};

/** The library for PDFs goes without its ways to the network, into Node and to code made of strings: to read text it needs none. */
const sealed = {
	name: 'sealed',
	setup(b) {
		const undefinedThere = Object.fromEntries(
			['fetch', 'XMLHttpRequest', 'WebAssembly', 'Function', 'process', 'process.getBuiltinModule'].map(name => [
				name,
				'undefined',
			]),
		);
		b.onLoad({ filter: /[\\/]unpdf[\\/]dist[\\/]pdfjs\.mjs$/ }, async ({ path }) => {
			const { code } = await transform(readFileSync(path, 'utf8'), {
				loader: 'js',
				charset: 'utf8',
				minifySyntax: true,
				minifyWhitespace: true,
				define: undefinedThere,
			});
			return { contents: code.replaceAll('createRequire', 'noRequire'), loader: 'js' };
		});
	},
};

/** linkedom takes no library for pictures where there is one on the machine; nothing here is drawn. */
const undrawn = {
	name: 'undrawn',
	setup(b) {
		b.onResolve({ filter: /[\\/]canvas\.cjs$/ }, ({ path, resolveDir }) => ({
			path: join(resolveDir, path.replace('canvas.cjs', 'canvas-shim.cjs')),
		}));
	},
};

/**
 * The command line, which is one file besides, takes the readers of formats from there too, when it imports, the writer of Word files, and the one
 * file that opens connections.
 */
const readers = {
	name: 'readers',
	setup(b) {
		b.onResolve({ filter: /\/core\/documents\/readers$/ }, () => ({ path: './main.import.js', external: true }));
		b.onResolve({ filter: /\/app\/library\/connection$/ }, () => ({ path: './main.library.js', external: true }));
		b.onResolve({ filter: /\/workers\/tls\/authority$/ }, () => ({ path: './main.tls.js', external: true }));
		b.onResolve({ filter: /\/core\/word\/tools$/ }, () => ({ path: './main.word.js', external: true }));
	},
};

/** Names of characters are read and never written: the table for writing them stays out. */
const readOnly = {
	name: 'readOnly',
	setup(b) {
		b.onResolve({ filter: /^entities$/ }, ({ importer, resolveDir, kind }) =>
			/[\\/]markdown-it[\\/]/.test(importer) ? b.resolve('entities/lib/decode.js', { resolveDir, kind }) : undefined,
		);
	},
};

/** What the MCP server has in common with the extension is not bundled again: names of a module, and the bundle that has them. */
const shelved = {
	'../../core/service': ['main.core', 'createPolicyService'],
	'../core/corpus/merge': ['main.core', 'mergePacks'],
	'../core/corpus/compile': ['main.packs', 'compilePack'],
	'../core/corpus/yaml/read': ['main.packs', 'readPack'],
	'../core/text/pinyinReader': ['main.packs', 'createPinyinReader'],
	'../core/citations/exchange/tools': ['main.packs', 'createLibraryTools'],
	'../core/messages/packs/problems': ['main.packs', 'wordProblem'],
	'../core/search/index/localIndex': ['main.index', 'LocalIndex'],
	'../core/search/index/store': ['main.index', 'MemoryStore'],
	'../workers/index/disk': ['main.index', 'openIndex'],
	'../workers/index/folders': ['main.index', 'listDocuments'],
};

/** Functions and classes alike are read when one is first called. */
const fromBundles = {
	name: 'fromBundles',
	setup(b) {
		b.onResolve({ filter: /^\.\.\/.*\// }, ({ path, importer }) =>
			Object.hasOwn(shelved, path) && /[\\/]cli[\\/]/.test(importer) ? { path, namespace: 'shelved' } : undefined,
		);
		b.onResolve({ filter: /^\.\/main\.\w+\.js$/, namespace: 'shelved' }, ({ path }) => ({ path, external: true }));
		b.onLoad({ filter: /.*/, namespace: 'shelved' }, ({ path }) => {
			const [file, name] = shelved[path];
			const made = `require('./${file}.js').${name}`;
			return {
				contents: `export function ${name}(...given) { return new.target ? new (${made})(...given) : ${made}(...given); }`,
			};
		});
	},
};

/**
 * The validator of JSON Schema that comes with the MCP library is for what servers ask of their clients, and ours asks nothing: without it
 * the server is a third smaller. The inputs of tools are read by ourselves, and their schemas are written by hand: none is made of zod's.
 */
const unasked = {
	name: 'unasked',
	setup(b) {
		b.onLoad({ filter: /[\\/]@modelcontextprotocol[\\/]server[\\/]dist[\\/]ajvProvider-\w+\.mjs$/ }, () => ({
			contents: 'export class n { getValidator() { throw new Error("nothing is asked of clients"); } }',
		}));
		b.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/]to-json-schema\.js$/ }, () => ({
			contents: `const none = () => { throw new Error('no schema is made'); };
export { none as initializeContext, none as handleUnrepresentable, none as processSchema, none as process, none as extractDefs, none as finalize };
export const createToJSONSchemaMethod = () => none;
export const createStandardJSONSchemaMethod = () => none;`,
		}));
		b.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/]json-schema-processors\.js$/ }, () => ({
			contents: 'module.exports = { aggregateChecks: () => ({}) };',
		}));
	},
};

const node = {
	...shared,
	platform: 'node',
	format: 'cjs',
	external: ['vscode'],
	supported: { 'dynamic-import': false },
};
const browser = { ...shared, platform: 'browser', format: 'cjs', supported: { 'dynamic-import': false } };
/** A bundle of an entry, by the name of the entry. */
const bundle = (name, options) => ({
	...options,
	entryPoints: [`src/entries/${name}.ts`],
	outfile: `dist/${name}.js`,
});

/** Everything that is bundled. */
const bundles = [
	bundle('main.node', { ...node, plugins: [lazy, borrowed, api] }),
	bundle('main.core', { ...node, plugins: [borrowed] }),
	bundle('main.packs', { ...node, plugins: [borrowed] }),
	bundle('main.import', { ...node, plugins: [sealed, undrawn] }),
	bundle('main.documents', { ...node, plugins: [borrowed, api] }),
	bundle('main.assistants', { ...node, plugins: [borrowed, api] }),
	bundle('main.drafting', { ...node, plugins: [borrowed, api] }),
	bundle('main.disk', node),
	bundle('main.group', { ...node, plugins: [borrowed, api] }),
	bundle('main.fuse', node),
	bundle('main.preview', node),
	bundle('main.characters', node),
	bundle('main.encoding', { ...node, plugins: [borrowed] }),
	bundle('main.uses', { ...node, plugins: [borrowed] }),
	bundle('main.importWorker', { ...node, plugins: [lazy] }),
	bundle('main.importWeb', { ...browser, plugins: [lazy] }),
	// The same file in Node and in a browser: nothing in it asks for a module, and both see what it exports.
	bundle('main.word', {
		...node,
		conditions: ['browser'],
		mainFields: ['browser', 'module', 'main'],
		plugins: [readOnly],
	}),
	bundle('main.wordWorker', { ...node, plugins: [lazy] }),
	bundle('main.wordWeb', { ...browser, plugins: [lazy] }),
	bundle('main.library', { ...node, plugins: [borrowed] }),
	bundle('main.tls', node),
	bundle('main.index', { ...node, plugins: [borrowed] }),
	bundle('main.web', { ...browser, external: ['vscode'], conditions: ['worker'], plugins: [api] }),
	{
		...shared,
		platform: 'browser',
		format: 'iife',
		entryPoints: {
			panel: 'src/webviews/panel/main.ts',
			timeline: 'src/webviews/timeline/main.ts',
			preview: 'src/webviews/preview/preview.css',
		},
		loader: { '.svg': 'text' },
		outdir: 'dist',
	},
	{
		...shared,
		platform: 'node',
		format: 'esm',
		entryPoints: ['src/entries/cli.ts'],
		outfile: 'dist/cli.mjs',
		plugins: [readers],
		banner: {
			js: '#!/usr/bin/env node\nimport{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);',
		},
	},
	{
		...shared,
		platform: 'node',
		format: 'esm',
		entryPoints: ['src/entries/mcp.ts'],
		outfile: 'dist/mcp.mjs',
		plugins: [fromBundles, borrowed, unasked],
		banner: { js: 'import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);' },
	},
];
const results = await Promise.all(bundles.map(options => build(options)));
mkdirSync('dist', { recursive: true });
writeFileSync(
	'dist/meta.json',
	JSON.stringify({
		inputs: Object.assign({}, ...results.map(r => r.metafile.inputs)),
		outputs: Object.assign({}, ...results.map(r => r.metafile.outputs)),
	}),
);

// The character maps of Chinese PDFs (Adobe GB1 and CNS1), which the reader of PDFs is handed by name: one file, hexadecimal, which packs smaller
// than base64. Not those of UTF-8 and UTF-32, a third of all bytes: a PDF has no names for them (ISO 32000-1, table 118), and the reader asks for
// none by itself.
const maps = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
const chinese = readdirSync(maps).filter(
	name => /^(?:Adobe-(?:GB1|CNS1)|Uni(?:GB|CNS)|GB|B5|ET|HK|CNS).*\.bcmap$/.test(name) && !/-UTF(?:8|32)-/.test(name),
);
writeFileSync(
	'dist/cmaps.json',
	JSON.stringify(
		Object.fromEntries(
			chinese.map(name => [name.replace(/\.bcmap$/, ''), readFileSync(join(maps, name)).toString('hex')]),
		),
	),
);

// pdfjs-dist: the character maps above and, within unpdf, the reader itself.
writeFileSync(
	'dist/NOTICES.md',
	notices(
		import.meta.dirname,
		results.flatMap(r => Object.keys(r.metafile.inputs)),
		['pdfjs-dist'],
		[{ title: 'Adobe CMap resources (BSD-3-Clause)', file: 'pdfjs-dist/cmaps/LICENSE' }],
	),
);

// The README as VS Code shows it beside the installed extension: its page loads pictures only from https or from itself, so they stand in it,
// compressed; other files of the project are not there.
writeFileSync(
	'dist/README.md',
	readFileSync('README.md', 'utf8')
		.replace(/\]\((media\/pictures\/[\w-]+)\.png\)/g, (_, path) => {
			return `](data:image/webp;base64,${readFileSync(`${path}.webp`, 'base64')})`;
		})
		.replace(/(?<!!)\[([^[\]]*)\]\((?!https?:|#)[^)]*\)/g, '$1'),
);

if (!only) {
	const { status } = spawnSync(process.execPath, ['dist/cli.mjs', 'corpus', 'build'], { stdio: 'inherit' });
	if (status !== 0) process.exit(status ?? 1);
}

if (watch) {
	// Packs and snippets are compiled once; `npm run build` compiles them again.
	await Promise.all(bundles.map(async options => (await context({ ...options, logLevel: 'info' })).watch()));
	console.log('watching');
}
