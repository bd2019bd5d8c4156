// What is right, missing and invented of the fields of pages made as known makers make them, and what of their text is
// kept, lost, or not theirs; and how each is cited.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFileWith, type Readers } from '../../src/core/documents/importer';
import { defaultLimits, type ImportedDocument, type ProvedFields } from '../../src/core/documents/document';
import { createDocumentReaders } from '../../src/core/documents/readers';
import { formatReference } from '../../src/core/citations/gbt7714/reference';
import { createPdfReader } from '../../src/core/documents/pdf/pdf';
import { contentOf } from './pageContent';
import { makers } from './pageMakers';
import type { Expected, Made } from './pageParts';
import { printTable, type Target } from './report';
import type { Source } from './source';

/** Pages of each maker. */
const pages = 12;
const fields = ['type', 'title', 'author', 'number', 'issued', 'container', 'page', 'issue', 'held'] as const;
type Field = (typeof fields)[number];

/** How often a field came in right, not at all, or as something that it is not. */
interface Count {
	right: number;
	missing: number;
	invented: number;
}

/** Paragraphs that came in, that did not, and that are not the text's. */
interface TextCount {
	kept: number;
	lost: number;
	noise: number;
}

/** Prints the tables; `--cite` the references of a page of each maker, `--faults` what differs. */
export async function benchPages({ root }: Source): Promise<Target[]> {
	const readers = { ...createDocumentReaders({}), pdf: createPdfReader(name => characterMap(root, name)) };
	const byField = new Map<Field, Count>(fields.map(field => [field, { right: 0, missing: 0, invented: 0 }]));
	const rows: string[][] = [];
	const total: TextCount = { kept: 0, lost: 0, noise: 0 };
	for (const [name, make] of Object.entries(makers)) {
		const text: TextCount = { kept: 0, lost: 0, noise: 0 };
		const all: Count = { right: 0, missing: 0, invented: 0 };
		for (let seed = 1; seed <= pages; seed++) {
			const made = make(contentOf(seed * 7919));
			const document = await read(made, readers);
			for (const field of fields) {
				const verdict = judged(field, made.expected, document?.source);
				if (verdict === undefined) continue;
				byField.get(field)![verdict]++;
				all[verdict]++;
				if (verdict !== 'right') fault(name, field, String(made.expected[field]), valueOf(field, document?.source));
			}
			countText(name, made.expected.text, document?.paragraphs ?? [], text);
			if (seed === 1 && process.argv.includes('--cite')) cite(name, document?.source);
		}
		rows.push([name, ...[all.right, all.missing, all.invented, text.kept, text.lost, text.noise].map(String)]);
		for (const key of ['kept', 'lost', 'noise'] as const) total[key] += text[key];
	}
	console.log(`\nPages: ${pages} of each of ${rows.length} makers`);
	printTable(['maker', 'right', 'missing', 'invented', 'kept', 'lost', 'noise'], rows);
	console.log('');
	printTable(
		['field', 'right', 'missing', 'invented'],
		[...byField].map(([field, count]) => [field, ...[count.right, count.missing, count.invented].map(String)]),
	);
	const invented = [...byField.values()].reduce((sum, count) => sum + count.invented, 0);
	const right = [...byField.values()].reduce((sum, count) => sum + count.right, 0);
	const missing = [...byField.values()].reduce((sum, count) => sum + count.missing, 0);
	const share = right / (right + missing + invented);
	return [
		{ name: 'fields of pages invented', wanted: '0', measured: String(invented), reached: invented === 0 },
		{ name: 'fields of pages right', wanted: '≥ 98 %', measured: percent(share), reached: share >= 0.98 },
		{
			name: 'paragraphs of pages kept, and others taken in',
			wanted: '≥ 99.5 %, ≤ 0.5 %',
			measured: `${percent(total.kept / (total.kept + total.lost))}, ${percent(total.noise / total.kept)}`,
			reached: total.kept >= 199 * total.lost && total.noise * 200 <= total.kept,
		},
	];
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

async function read({ bytes, name }: Made, readers: Readers): Promise<ImportedDocument | undefined> {
	const { documents } = await readFileWith(readers, bytes, name, defaultLimits);
	return documents[0];
}

function characterMap(root: string, name: string): Uint8Array | undefined {
	const path = join(root, 'node_modules/pdfjs-dist/cmaps', `${name}.bcmap`);
	return existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined;
}

function valueOf(field: Field, source: ProvedFields | undefined): string | undefined {
	switch (field) {
		case 'author':
			return source?.author?.map(one => one.literal).join('；');
		case 'container':
			return source?.['container-title'];
		case 'held':
			return source?.held?.date;
		default:
			return source?.[field];
	}
}

/** Nothing where there is nothing to judge: the field is not there, and rightly so. */
function judged(field: Field, expected: Expected, source: ProvedFields | undefined): keyof Count | undefined {
	const wanted = expected[field];
	const found = valueOf(field, source);
	if (found === wanted) return wanted === undefined ? undefined : 'right';
	return found === undefined ? 'missing' : 'invented';
}

function countText(name: string, wanted: readonly string[], found: readonly string[], count: TextCount): void {
	const plain = (text: string) => text.replace(/\s/g, '');
	const left = found.map(plain);
	for (const text of wanted) {
		const at = left.indexOf(plain(text));
		if (at < 0) fault(name, 'lost', text, undefined);
		else left.splice(at, 1);
		count[at < 0 ? 'lost' : 'kept']++;
	}
	for (const text of left) fault(name, 'noise', '', text);
	count.noise += left.length;
}

function fault(name: string, what: string, wanted: string, found: string | undefined): void {
	if (process.argv.includes('--faults')) console.log(`  ${name}: ${what}: ${wanted} ← ${found ?? '(nothing)'}`);
}

/** The references in both editions, with gaps and without. */
function cite(name: string, source: ProvedFields | undefined): void {
	const item = { id: 'x', title: '', type: 'document', ...source } as Parameters<typeof formatReference>[0];
	for (const edition of ['2025', '2015'] as const)
		console.log(`  ${name} ${edition}: ${formatReference(item, { edition }).text}`);
}
