// A PDF file → its text as paragraphs, without page numbers and running heads. What would unpack without end is not
// unpacked.

import {
	importProblem,
	nothingRead,
	type DocumentReader,
	type DroppedText,
	type ImportProblem,
	type ReadFile,
} from '../document';
import { officeDocument, type FileProperties } from '../office/provenance';
import { present } from '../proved';
import { Allowance, Stopped } from './allowance';
import { withoutFrame, type Framed } from './furniture';
import { openPdf, type CharacterMaps, type PdfFile } from './library';
import type { Line } from './lines';
import { readPage } from './page';
import { marksOf, pageNumbers } from './pageNumbers';
import { journalArticle } from './journal';
import { paragraphsOf, paragraphsUntil, type Joined } from './paragraphs';
import { withoutSite } from './printedPage';
import { unpacksBeyond } from './streams';
import { propertiesOf, titleLines } from './title';

/** What one stream may unpack to: of text and fonts, the largest honest ones have some ten megabytes. */
const unpacked = 100_000_000;

/** Makes the reader. Loading the library waits for the first file. */
export function createPdfReader(maps: CharacterMaps): DocumentReader {
	return async (bytes, _name, limits) => {
		if (bytes.length > limits.bytes)
			return nothingRead('import.large', { what: 'bytes', limit: limits.bytes, size: bytes.length });
		if (bytes.length === 0) return nothingRead('import.empty', { reason: 'nothing' });
		if (!isPdf(bytes)) return nothingRead('import.damaged', { reason: 'pdf' });
		if (unpacksBeyond(bytes, unpacked, limits.signal))
			return nothingRead('import.large', { what: 'bytes', limit: unpacked });
		if (limits.signal?.aborted) return nothingRead('import.cancelled');
		const missing = new Set<string>();
		const task = await openPdf(bytes, maps, missing);
		try {
			return await read(await task.promise, new Allowance(limits), missing);
		} catch (error) {
			return failed(error);
		} finally {
			await task.destroy().catch(() => undefined);
		}
	};
}

/**
 * Whether bytes are a PDF: its header may stand anywhere in the first 1024 bytes (ISO 32000-1, implementation note
 * 13).
 */
export function isPdf(bytes: Uint8Array): boolean {
	let head = '';
	for (const byte of bytes.subarray(0, 1029)) head += String.fromCharCode(byte);
	return head.includes('%PDF-');
}

function failed(error: unknown): ReadFile {
	if (error instanceof Stopped) return error.answer;
	if (error instanceof Error && error.name === 'PasswordException') return nothingRead('import.encrypted');
	return nothingRead('import.damaged', { reason: 'pdf' });
}

async function read(file: PdfFile, allowance: Allowance, missing: ReadonlySet<string>): Promise<ReadFile> {
	const { numPages } = file;
	const limit = allowance.limits.pages;
	if (numPages > limit) return nothingRead('import.large', { what: 'pages', limit, size: numPages });
	const pages = await readPages(file, allowance);
	if (pages.lines.length === 0) {
		return pages.broken.length > 0
			? nothingRead('import.damaged', { reason: 'pdf' })
			: nothingRead('import.empty', { reason: 'scanned' });
	}
	const framed = withoutFrame(pages.lines, numPages);
	const properties = await propertiesOf(file);
	const { paragraphs, dropped, ...said } = textIn(framed, numPages, properties.creator);
	const document = officeDocument(
		paragraphs.map(paragraph => paragraph.text),
		[...dropped, ...pages.dropped, ...frameOf(framed, paragraphs, numPages)],
		present({ ...said, property: properties.title, creator: properties.creator, created: properties.created }),
		marksOf(paragraphs, pageNumbers(framed)),
	);
	if (!document) return nothingRead('import.empty', { reason: 'nothing' });
	const problems = [...problemsOf(pages, numPages, missing), ...document.problems];
	return { documents: [{ ...document, problems }], problems: [] };
}

/** The paragraphs of a text, and what its print says of it: title, journal, the box of a page. */
interface PrintedText extends Pick<FileProperties, 'title' | 'labels' | 'evidence'> {
	readonly paragraphs: readonly Joined[];
	readonly dropped: readonly DroppedText[];
}

function textIn(framed: Framed, pages: number, creator: string | undefined): PrintedText {
	const printed = paragraphsOf(framed.lines);
	const login = loginLine(printed, creator);
	const whole = printed.filter(paragraph => paragraph !== login);
	const page = withoutSite(whole);
	const all = page?.paragraphs ?? whole;
	const title = titleLines(all);
	const { dropped } = framed;
	const article = journalArticle(all, title.at(-1), dropped.map(edgeText), numbersIn(dropped, pages));
	const bylines = [...(login ? [login] : []), ...(article?.bylines ?? [])];
	return {
		paragraphs: all.filter(paragraph => !title.includes(paragraph) && !bylines.includes(paragraph)),
		dropped: [...bylines.map(({ text }) => ({ text, why: 'byline', after: 0, line: 1 })), ...(page?.dropped ?? [])],
		...present({
			title: title.map(line => line.text).join('') || undefined,
			labels: page?.labels,
			evidence: page ? { web: true } : article?.evidence,
		}),
	};
}

/** Heads and feet say the journal; numbers of pages do not. */
const edgeText = ({ line, why }: Framed['dropped'][number]) => (why === 'page-number' ? '' : line.text);

/** The numbers printed on pages, where the first page has one and the last. */
function numbersIn(dropped: Framed['dropped'], pages: number): readonly number[] {
	const found = dropped.flatMap(({ line, why }) => {
		const number = why === 'page-number' ? /^\D{0,3}(\d{1,4})\D{0,3}$/.exec(line.text)?.[1] : undefined;
		return number === undefined ? [] : [{ page: line.page, number: Number(number) }];
	});
	return found[0]?.page === 1 && found.at(-1)?.page === pages ? found.map(one => one.number) : [];
}

/** The line at the top in which a program has printed the name of a login that made the file. */
function loginLine(paragraphs: readonly Joined[], creator: string | undefined): Joined | undefined {
	if (creator === undefined || /\p{Script=Han}/u.test(creator)) return undefined;
	return paragraphs.slice(0, 3).find(({ text }) => text === creator);
}

/** What was read of the pages of a file, and the numbers of those that gave nothing. */
interface Pages {
	readonly lines: readonly Line[];
	readonly dropped: readonly DroppedText[];
	/** Pages without text. */
	readonly empty: readonly number[];
	/** Pages the library could not read. */
	readonly broken: readonly number[];
}

async function readPages(file: PdfFile, allowance: Allowance): Promise<Pages> {
	const all: Line[] = [];
	const dropped: DroppedText[] = [];
	const empty: number[] = [];
	const broken: number[] = [];
	for (let number = 1; number <= file.numPages; number++) {
		allowance.beginPage();
		try {
			const { lines, rotated } = await readPage(await file.getPage(number), number, allowance);
			if (lines.length === 0) empty.push(number);
			all.push(...lines);
			for (const text of rotated) dropped.push({ text, why: 'rotated', line: number });
		} catch (error) {
			if (error instanceof Stopped) throw error;
			broken.push(number);
		}
	}
	return { lines: all, dropped, empty, broken };
}

/** Heads, feet and page numbers, each with how many paragraphs begin before it. */
function frameOf({ dropped }: Framed, paragraphs: readonly Joined[], pages: number): readonly DroppedText[] {
	const until = paragraphsUntil(paragraphs, pages);
	return dropped.map(({ line, why }) => {
		const page = why === 'running-head' ? line.page - 1 : line.page;
		return { text: line.text, why, line: line.page, after: until[page] ?? 0 };
	});
}

function problemsOf(
	{ lines, empty, broken }: Pages,
	pages: number,
	missing: ReadonlySet<string>,
): readonly ImportProblem[] {
	const problems: ImportProblem[] = [];
	if (broken.length > 0)
		problems.push(importProblem('import.partial', { reason: 'pages', count: broken.length }, broken[0]));
	// One blank page is usual; several are pictures of pages.
	if (empty.length > 1 && empty.length * 5 > pages)
		problems.push(importProblem('import.partial', { reason: 'scanned', count: empty.length }, empty[0]));
	if (missing.size > 0)
		problems.push(importProblem('import.partial', { reason: 'maps', names: [...missing].join(' ') }));
	const count = lines.reduce((sum, line) => sum + (line.text.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0), 0);
	if (count > 0) problems.push(importProblem('import.characters', { count }));
	return problems;
}
