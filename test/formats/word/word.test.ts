// Word files of ours as other programs read them: LibreOffice makes pages of them, pandoc and our own import read them
// back. Twenty drafts, in both layouts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../src/core/documents/document';
import { readFileWith } from '../../../src/core/documents/importer';
import { createDocumentReaders } from '../../../src/core/documents/readers';
import { wordLayouts } from '../../../src/core/word/manuscript';
import { filled, wordDrafts as drafts } from '../../support/wordDrafts';
import { wordOf, type WrittenWord } from '../../support/wordFile';

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;
const office = has('soffice') && has('pdftotext');
const pandoc = has('pandoc');

let folder = '';
const written = new Map<string, WrittenWord>();
const cases = wordLayouts.flatMap(layout => Object.keys(drafts).map(name => [name, layout] as const));
const path = (name: string, layout: string, ending = 'docx') => join(folder, `${name}-${layout}.${ending}`);

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'policy-word-'));
	for (const [name, layout] of cases) {
		const word = await wordOf(drafts[name]?.[0] ?? '', { layout });
		written.set(`${name}-${layout}`, word);
		writeFileSync(path(name, layout), word.bytes);
	}
	writeFileSync(path('grid', 'official'), (await wordOf(`${filled(28 * 22 * 3)}\n`)).bytes);
	if (!office) return;
	const all = [...cases.map(([name, layout]) => path(name, layout)), path('grid', 'official')];
	const home = `-env:UserInstallation=file://${join(folder, 'office')}`;
	spawnSync('soffice', [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...all], { timeout: 250_000 });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The words of a text, which every reader must give back. */
const wordsOf = (lines: readonly string[]) =>
	lines.flatMap(line => line.split(/[^\p{L}\p{N}]+/u)).filter(word => word !== '');

describe.skipIf(!office)('LibreOffice', () => {
	test.each(cases)('%s, %s: makes pages of it', (name, layout) => {
		expect(existsSync(path(name, layout, 'pdf'))).toBe(true);
	});

	test('a page has 22 lines of 28 characters', () => {
		const pages = spawnSync('pdftotext', ['-layout', path('grid', 'official', 'pdf'), '-'])
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

interface PandocNode {
	readonly t?: string;
	readonly c?: unknown;
}

/** Counts nodes of a type in what pandoc reads. */
function count(node: unknown, type: string): number {
	if (Array.isArray(node)) return node.reduce((sum: number, one) => sum + count(one, type), 0);
	if (typeof node !== 'object' || node === null) return 0;
	const { t, c } = node as PandocNode;
	return Number(t === type) + count(c ?? Object.values(node), type);
}

describe.skipIf(!pandoc)('pandoc', () => {
	test.each(cases)('%s, %s: reads every word, note and table back', (name, layout) => {
		const run = spawnSync('pandoc', [path(name, layout), '-t', 'json'], { maxBuffer: 1e9 });
		expect(run.status).toBe(0);
		const read = JSON.parse(run.stdout.toString()) as unknown;
		const [, notes = 0, tables = 0] = drafts[name] ?? [];
		expect({ notes: count(read, 'Note'), tables: count(read, 'Table') }).toEqual({ notes, tables });
		const plain = spawnSync('pandoc', [path(name, layout), '-t', 'plain', '-s', '--wrap=none'], {
			maxBuffer: 1e9,
		}).stdout.toString();
		const letters = plain.replace(/[^\p{L}\p{N}]/gu, '');
		const lines = written.get(`${name}-${layout}`)?.lines ?? [];
		expect(wordsOf(lines).filter(word => !letters.includes(word))).toEqual([]);
	});
});

test.each(cases)('%s, %s: our import reads every paragraph back', async (name, layout) => {
	const { bytes, lines = [] } = written.get(`${name}-${layout}`) ?? {};
	if (!bytes || lines.join('').trim() === '') return;
	const { documents } = await readFileWith(createDocumentReaders({}), bytes, `${name}.docx`, defaultLimits);
	const read = documents.flatMap(one => [
		one.source.title ?? '',
		...one.paragraphs,
		...one.dropped.map(({ text }) => text),
	]);
	const letters = read.join('\n').replace(/[^\p{L}\p{N}]/gu, '');
	const shown = lines.filter(line => !/^\d*$/.test(line.trim()));
	expect(wordsOf(shown).filter(word => !letters.includes(word))).toEqual([]);
});

test('nothing in any of them leads out of the file but links', () => {
	for (const [name, layout] of cases) {
		const word = written.get(`${name}-${layout}`);
		const outside = word?.names
			.filter(part => part.endsWith('.rels'))
			.flatMap(part =>
				[...word.part(part).matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(([, target]) => target),
			);
		expect(outside).toEqual([]);
	}
	expect(readFileSync(path('grid', 'official')).length).toBeGreaterThan(0);
});
