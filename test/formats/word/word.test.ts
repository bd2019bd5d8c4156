// Word files of ours as other programs read them: LibreOffice makes pages of them, pandoc and our own import read them
// back. Drafts that cite, in both layouts, their citations as footnotes, numbers and 括注.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FinishStyle } from '../../../src/core/citations/edits/finish';
import { defaultLimits } from '../../../src/core/documents/document';
import { readFileWith } from '../../../src/core/documents/importer';
import { createDocumentReaders } from '../../../src/core/documents/readers';
import { Draft } from '../../../src/core/draft/draft';
import { wordLayouts, type WordLayout } from '../../../src/core/word/manuscript';
import { exported } from '../../support/cameBack';
import { readByPandoc } from '../../support/pandocRead';
import { filled, wordDrafts as drafts } from '../../support/wordDrafts';
import { linesIn, opened, wordOf } from '../../support/wordFile';
import { book, newspaper, sources } from '../../unit/citations/drafts';

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;
const office = has('soffice') && has('pdftotext');
const pandoc = has('pandoc');

const styles: readonly FinishStyle[] = ['footnote', 'numeric', 'note'];
type Case = readonly [name: string, layout: WordLayout, style: FinishStyle];
const cases = wordLayouts.flatMap(layout =>
	Object.keys(drafts).flatMap(name => styles.map((style): Case => [name, layout, style])),
);
/** Pages are made of each draft in each layout, the styles in turns: LibreOffice takes long. */
const paged = cases.filter(([name, layout, style]) => {
	const turn = Object.keys(drafts).indexOf(name) + wordLayouts.indexOf(layout);
	return styles[turn % styles.length] === style;
});

/** What a reader has to give back. */
interface Expected {
	readonly bytes: Uint8Array;
	/** Paragraphs of the text, letters and digits only. */
	readonly paragraphs: readonly string[];
	/** Notes in the order of their marks, likewise. */
	readonly notes: readonly string[];
	readonly tables: number;
	/** Those of one column: to our import they are lines, since pages are often framed in one. */
	readonly frames: number;
	/** What the file leads to outside. */
	readonly outside: readonly string[];
}

let folder = '';
const written = new Map<string, Expected>();
const path = (one: readonly string[], ending = 'docx') => join(folder, `${one.join('-')}.${ending}`);
const grid = ['grid', 'official'];
const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** A draft that cites: where it first says 甲, be that in a cell or a list, and at its end. An empty one stays empty. */
function citing(text: string): string {
	if (text === '') return text;
	const first = text.replace(/甲(?!\])/, '甲[@wang-2023, 第15页]');
	return `${first}\n引文[@jin-2024]，又引[@wang-2023, 第16页]。\n`;
}

/** The notes of a draft in the order of its marks, as a person would number them. */
function notesOf(text: string, style: FinishStyle): string[] {
	const own = new Map(
		[...text.matchAll(/^\[\^(\d+)\]: (.*(?:\n+ {4}.*)*)/gm)].map(([, label = '', words = '']) => [label, words]),
	);
	const cited: string[] = [];
	const notes: string[] = [];
	for (const [, label, key = ''] of text.matchAll(/\[\^(\d+)\](?!:)|\[@([\w-]+)/g)) {
		if (label !== undefined) notes.push(lettersOf(own.get(label) ?? ''));
		else if (style === 'footnote') {
			const before = cited.indexOf(key);
			notes.push(before < 0 ? key : `同${before + 1}`);
			cited[notes.length - 1] = key;
		}
	}
	return notes;
}

/** Whether a note says what it should: its own words, a reference in full, or the number of the note that has it. */
function saidOf(note: string, expected: string | undefined): string | undefined {
	const source = [book, newspaper].find(({ id }) => id === expected);
	if (source) return note.includes(lettersOf(source.title)) ? expected : note;
	return expected?.startsWith('同') && note === `${expected}16` ? expected : note;
}

async function write([name, layout, style]: Case): Promise<Expected> {
	const [text = '', own = 0, tables = 0] = drafts[name] ?? [];
	const draft = new Draft(citing(text), 'markdown');
	const word = opened(await exported(draft, style, layout, sources));
	const notes = notesOf(draft.text, style);
	const cites = draft.text.split('[@').length - 1;
	expect(notes).toHaveLength(own + (style === 'footnote' ? cites : 0));
	const body = word.part('word/document.xml').replace(/<w:sdt>.*?<\/w:sdt>/gs, '');
	return {
		bytes: word.bytes,
		paragraphs: linesIn(body).map(lettersOf),
		notes,
		tables,
		frames: text.match(/^ *\|:?-+:?\|$/gm)?.length ?? 0,
		outside: word.names
			.filter(part => part.endsWith('.rels'))
			.flatMap(part => word.part(part).match(/Target="[^"]*" TargetMode="External"/g) ?? []),
	};
}

/** Has LibreOffice write files anew. */
function convert(format: string, out: string, files: readonly (readonly string[])[]): void {
	const home = `-env:UserInstallation=file://${join(folder, 'office')}`;
	const all = files.map(one => path(one));
	spawnSync('soffice', [home, '--headless', '--convert-to', format, '--outdir', out, ...all], { timeout: 250_000 });
}

const expectedOf = (one: Case) => written.get(path(one)) ?? expect.fail();

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'policy-word-'));
	for (const one of cases) {
		const word = await write(one);
		written.set(path(one), word);
		writeFileSync(path(one), word.bytes);
	}
	writeFileSync(path(grid), (await wordOf(`${filled(28 * 22 * 3)}\n`)).bytes);
	if (!office) return;
	convert('pdf', folder, [...paged, grid]);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The paragraphs that do not stand in a text behind those before them. */
function lostIn(text: string, paragraphs: readonly string[]): string[] {
	let at = 0;
	return paragraphs.filter(one => {
		const found = text.indexOf(one, at);
		if (found >= 0) at = found + one.length;
		return found < 0;
	});
}

describe.skipIf(!office)('LibreOffice', () => {
	test.each(paged)('%s, %s, %s: makes pages of it', (...one) => {
		expect(existsSync(path(one, 'pdf'))).toBe(true);
	});

	test('a page has 22 lines of 28 characters', () => {
		const pages = spawnSync('pdftotext', ['-layout', path(grid, 'pdf'), '-'])
			.stdout.toString()
			.split('\f');
		const full = pages
			.slice(1, 2)
			.flatMap(page => page.split('\n'))
			.map(line => line.replaceAll(' ', ''))
			.filter(line => /\p{Script=Han}/u.test(line));
		expect(full).toHaveLength(22);
		expect(new Set(full.map(line => line.length))).toEqual(new Set([28]));
	});
});

function expectPandocReads(file: string, { paragraphs, notes, tables }: Expected): void {
	const read = readByPandoc(file);
	expect(lostIn(lettersOf(read.text), paragraphs)).toEqual([]);
	expect(read.notes.map((note, at) => saidOf(lettersOf(note), notes[at]))).toEqual(notes);
	expect(read.tables).toBe(tables);
}

async function expectImportReads(bytes: Uint8Array, { paragraphs, notes, tables, frames }: Expected): Promise<void> {
	const { documents } = await readFileWith(createDocumentReaders({}), bytes, 'a.docx', defaultLimits);
	const [read = expect.fail(), ...others] = documents;
	expect(others).toEqual([]);
	const lost = lostIn(lettersOf([read.source.title ?? '', ...read.paragraphs].join('')), paragraphs);
	// What is no part of an article is told of as left out, notes on its title too.
	const dropped = read.dropped.map(({ text }) => lettersOf(text));
	expect(lost.filter(line => !dropped.some(text => text.includes(line)))).toEqual([]);
	const onTitle = read.dropped.filter(({ why }) => why === 'footnote');
	const notesRead = [...onTitle, ...(read.layout?.notes ?? [])].map(({ text }) => lettersOf(text));
	expect(notesRead.map((note, at) => saidOf(note, notes[at]))).toEqual(notes);
	expect(read.layout?.tables ?? []).toHaveLength(tables - frames);
}

test.skipIf(!pandoc).each(cases)('%s, %s, %s: pandoc reads every paragraph, note and table back', (...one) => {
	expectPandocReads(path(one), expectedOf(one));
});

test.each(cases)('%s, %s, %s: our import reads every paragraph, note and table back', async (...one) => {
	const expected = expectedOf(one);
	if (expected.paragraphs.join('') === '') return;
	await expectImportReads(expected.bytes, expected);
});

test.skipIf(!office || !pandoc)(
	'tables within lists are all there once LibreOffice has written the file anew',
	async () => {
		const nested = cases.filter(([name]) => name === 'nested');
		expect(nested).toHaveLength(6);
		const out = join(folder, 'anew');
		convert('docx:MS Word 2007 XML', out, nested);
		for (const one of nested) {
			const file = join(out, basename(path(one)));
			expectPandocReads(file, expectedOf(one));
			await expectImportReads(readFileSync(file), expectedOf(one));
		}
	},
);

test('nothing in any of them leads out of the file but links', () => {
	expect(cases.flatMap(one => expectedOf(one).outside)).toEqual([]);
	expect(written.size).toBe(cases.length);
});
