// Milliseconds until a small pack, a large library and many documents are in use in a real VS Code whose folder has all three, and for how long
// the extension host is kept from anything else. LOADING_ENTRIES: entries of the library (50,000); LOADING_DOCUMENTS: documents (2,000).
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { open } from '../support/driver';
import { makeTerms, Prose, randomFrom, readSource } from './source';
import { printTable } from './report';

const entries = Number(process.env['LOADING_ENTRIES'] ?? 50_000);
const documents = Number(process.env['LOADING_DOCUMENTS'] ?? 2000);
/** Paragraphs of a document. */
const paragraphs = 30;

interface Line {
	readonly what: string;
	readonly milliseconds?: number;
	readonly wall?: number;
	readonly processor?: number;
	readonly used?: number;
}

/** A folder with a pack of one term, a library a draft names, and documents; and what of each is waited for. */
function folderOf(): Readonly<Record<string, string>> {
	const source = readSource(resolve(import.meta.dirname, '../..'));
	const random = randomFrom(3);
	const prose = new Prose(source.clauses, random);
	const piece = (length: number) => prose.passage(length, length + 20).replace(/[\s{}%\\"：:#]/g, '');
	const entry = (n: number) =>
		`@article{key${n},\n  author = {${piece(3).slice(0, 3)} and ${piece(3).slice(0, 2)}},\n  title = {第${n}项${piece(18)}},\n  journal = {管理世界},\n  year = {${2000 + (n % 25)}}, number = {${1 + (n % 12)}}, pages = {${n}--${n + 9}},\n  abstract = {${piece(160)}}\n}\n`;
	const document = (n: number) =>
		`---\nid: document-${n}\ntype: article-newspaper\ntitle: 文${n}号${piece(14)}\nauthor:\n  - literal: ${piece(3).slice(0, 3)}\ncontainer-title: 经济日报\nissued: ${2010 + (n % 15)}-03-0${1 + (n % 9)}\n---\n\n${Array.from({ length: paragraphs }, () => prose.passage(60 + Math.floor(random() * 210), 300)).join('\n\n')}\n`;
	const bib = Array.from({ length: entries }, (_, n) => entry(n));
	const texts = Array.from({ length: documents }, (_, n) => document(n));
	const titled = (text: string | undefined, field: RegExp) => field.exec(text ?? '')?.[1] ?? '';
	const library = titled(bib.at(-1), /title = \{(.*)\}/);
	const last = titled(texts.at(-1), /^title: (.*)$/m);
	return {
		'report.md': '---\ntitle: 报告\nbibliography: refs.bib\n---\n\n发展青稞。\n',
		'refs.bib': bib.join('\n'),
		'policy-corpus/pack.yaml': 'id: mine\ntitle: 我的语料\n',
		'policy-corpus/terms/mine.yaml': `- { id: qingke-chuangfu, term: 青稞创富 }\n${makeTerms(source, 20, 5)
			.map((term, n) => `- { id: t${n}, term: ${term} }\n`)
			.join('')}`,
		...Object.fromEntries(texts.map((text, n) => [`policy-corpus/documents/document-${n}.md`, text])),
		'wanted.json': JSON.stringify([
			{ what: 'the term of the small pack', written: '发展青稞', title: '青稞创富' },
			{ what: 'the last entry of the library', written: `见《${library.slice(0, 8)}`, title: library },
			{ what: 'the last document', written: `见《${last.slice(0, 8)}`, title: last },
		]),
	};
}

test('a small pack, a large library and many documents', async () => {
	const work = join(process.env['VSCODE_WORK'] ?? '', 'loading');
	mkdirSync(work, { recursive: true });
	rmSync(join(work, 'results.jsonl'), { force: true });
	const outfile = join(work, 'index.js');
	await build({
		entryPoints: [join(import.meta.dirname, 'loadingInside.ts')],
		bundle: true,
		platform: 'node',
		format: 'cjs',
		external: ['vscode'],
		target: 'node20',
		outfile,
		logLevel: 'warning',
	});
	writeFileSync(join(work, 'package.json'), '{"type":"commonjs"}');
	const vs = await open({ files: folderOf(), show: null, inside: outfile });
	const read = (): readonly Line[] =>
		existsSync(join(work, 'results.jsonl'))
			? readFileSync(join(work, 'results.jsonl'), 'utf8')
					.split('\n')
					.filter(Boolean)
					.map(line => JSON.parse(line) as Line)
			: [];
	const lines = await vs
		.until('all of it to be in use', async () => (read().at(-1)?.what === 'end' ? read() : undefined), 600_000)
		.finally(() => vs.close());
	console.log(`\n${entries} entries, ${documents} documents of ${paragraphs} paragraphs: seconds until in use`);
	printTable(
		['what', 's'],
		lines.flatMap(({ what, milliseconds }) =>
			milliseconds === undefined ? [] : [[what, (milliseconds / 1000).toFixed(1)]],
		),
	);
	const end = lines.at(-1);
	const ms = (value: number | undefined) => (value ?? 0).toFixed(0);
	console.log(
		`longest turn of the extension host: ${ms(end?.wall)} ms by the clock, ${ms(end?.processor)} ms of processor; ${ms(end?.used)} ms of processor in all`,
	);
	expect(lines.length).toBe(4);
});
