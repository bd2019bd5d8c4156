// A PDF file → its text as paragraphs, without page numbers and running heads; the only importer of the PDF library.
// Never renders, evaluates, loads a font or fetches: character maps are handed in, and what would unpack without end is not unpacked.

import {
	importProblem,
	nothingRead,
	type DocumentReader,
	type DroppedText,
	type ImportProblem,
	type Limits,
	type ReadFile,
} from '../document';
import { paragraphsOf, paragraphsUntil, type Joined } from './paragraphs';
import { withoutFrame } from './furniture';
import { characters, linesOf, plain, type Line, type Piece } from './lines';
import { officeDocument } from '../office/provenance';
import { present } from '../proved';
import { unpacksBeyond } from './streams';

/** Gives a character map of Adobe's by name (`UniGB-UCS2-H`), packed as pdf.js packs them; nothing for one it has not. */
export type CharacterMaps = (name: string) => Uint8Array | undefined;

/** What is used of the library. */
interface Pdf {
	readonly numPages: number;
	getPage(number: number): Promise<Page>;
	getMetadata(): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
}
interface Page {
	getViewport(options: { scale: number }): {
		readonly width: number;
		readonly height: number;
		readonly transform: readonly number[];
	};
	streamTextContent(options: object): {
		getReader(): {
			read(): Promise<{ done: boolean; value?: { items: readonly Item[] } }>;
			cancel(reason: unknown): Promise<void>;
		};
	};
	cleanup(): void;
}
interface Item {
	readonly str?: string;
	readonly transform: readonly number[];
	readonly width: number;
}
interface Task {
	readonly promise: Promise<Pdf>;
	destroy(): Promise<void>;
}

/** The longest a file and a page may take, in milliseconds; looked at between pieces of a page. An honest page takes some hundredths of a second. */
const longest = 120_000;
const longestPage = 15_000;

/** What one stream may unpack to: of text and fonts, the largest honest ones have some ten megabytes. */
const unpacked = 100_000_000;

interface Run {
	readonly limits: Limits;
	readonly until: number;
	pageUntil: number;
	size: number;
}

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
		const task = await open(bytes, maps, missing);
		try {
			return await read(
				await task.promise,
				{ limits, until: Date.now() + longest, pageUntil: Infinity, size: 0 },
				missing,
			);
		} catch (error) {
			return failed(error);
		} finally {
			await task.destroy().catch(() => undefined);
		}
	};
}

/** Whether bytes are a PDF: its header may stand anywhere in the first 1024 bytes (ISO 32000-1, implementation note 13). */
export function isPdf(bytes: Uint8Array): boolean {
	let head = '';
	for (const byte of bytes.subarray(0, 1029)) head += String.fromCharCode(byte);
	return head.includes('%PDF-');
}

async function open(bytes: Uint8Array, maps: CharacterMaps, missing: Set<string>): Promise<Task> {
	const { getDocument } = await import('unpdf/pdfjs');
	class Maps {
		fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
			const name = filename.replace(/\.bcmap$/, '');
			const found = kind === 'cMapUrl' ? maps(name) : undefined;
			if (found) return Promise.resolve(found.slice());
			if (kind === 'cMapUrl') missing.add(name);
			return Promise.reject(new Error('not here'));
		}
	}
	return getDocument({
		data: bytes.slice(), // the library keeps what it is given
		BinaryDataFactory: Maps,
		cMapUrl: 'maps/',
		cMapPacked: true,
		standardFontDataUrl: 'fonts/',
		useWorkerFetch: false,
		isEvalSupported: false,
		disableFontFace: true,
		useSystemFonts: false,
		enableXfa: false,
		useWasm: false,
		maxImageSize: 1,
		verbosity: 0,
		isOffscreenCanvasSupported: false,
		isImageDecoderSupported: false,
	}) as unknown as Task;
}

class Stopped extends Error {
	constructor(readonly answer: ReadFile) {
		super('stopped');
	}
}

function failed(error: unknown): ReadFile {
	if (error instanceof Stopped) return error.answer;
	const name = error instanceof Error ? error.name : '';
	return name === 'PasswordException'
		? nothingRead('import.encrypted')
		: nothingRead('import.damaged', { reason: 'pdf' });
}

/** Ends the run when it was cancelled, takes too long or has too much text. */
function watch(run: Run): void {
	if (run.limits.signal?.aborted) throw new Stopped(nothingRead('import.cancelled'));
	if (run.size > run.limits.characters)
		throw new Stopped(nothingRead('import.large', { what: 'characters', limit: run.limits.characters }));
	const now = Date.now();
	if (now > run.until) throw new Stopped(nothingRead('import.large', { what: 'seconds', limit: longest / 1000 }));
	if (now > run.pageUntil)
		throw new Stopped(nothingRead('import.large', { what: 'seconds', limit: longestPage / 1000 }));
}

async function read(pdf: Pdf, run: Run, missing: ReadonlySet<string>): Promise<ReadFile> {
	const pages = pdf.numPages;
	if (pages > run.limits.pages)
		return nothingRead('import.large', { what: 'pages', limit: run.limits.pages, size: pages });
	const all: Line[] = [];
	const dropped: DroppedText[] = [];
	const without: number[] = [];
	const broken: number[] = [];
	for (let number = 1; number <= pages; number++) {
		run.pageUntil = Date.now() + longestPage;
		watch(run);
		try {
			const { lines, rotated } = await readPage(await pdf.getPage(number), number, run);
			if (lines.length === 0) without.push(number);
			all.push(...lines);
			for (const text of rotated) dropped.push({ text, why: 'rotated', line: number });
		} catch (error) {
			if (error instanceof Stopped) throw error;
			broken.push(number);
		}
	}
	const found = problemsOf(all, pages, without, broken, missing);
	if (all.length === 0)
		return broken.length > 0
			? nothingRead('import.damaged', { reason: 'pdf' })
			: nothingRead('import.empty', { reason: 'scanned' });
	const { lines, dropped: framed } = withoutFrame(all, pages);
	const { title, paragraphs } = titled(paragraphsOf(lines));
	const until = paragraphsUntil(paragraphs, pages);
	for (const { line, why } of framed)
		dropped.push({
			text: line.text,
			why,
			line: line.page,
			after: until[line.page - (why === 'running-head' ? 1 : 0)] ?? 0,
		});
	const said = await properties(pdf);
	const document = officeDocument(
		paragraphs.map(paragraph => paragraph.text),
		dropped,
		present({ title, property: said.title, creator: said.creator, created: said.created }),
	);
	if (!document) return nothingRead('import.empty', { reason: 'nothing' });
	return { documents: [{ ...document, problems: [...found, ...document.problems] }], problems: [] };
}

function problemsOf(
	lines: readonly Line[],
	pages: number,
	without: readonly number[],
	broken: readonly number[],
	missing: ReadonlySet<string>,
): ImportProblem[] {
	const problems: ImportProblem[] = [];
	if (broken.length > 0)
		problems.push(importProblem('import.partial', { reason: 'pages', count: broken.length }, broken[0]));
	// One blank page is usual; several are pictures of pages.
	if (without.length > 1 && without.length * 5 > pages)
		problems.push(importProblem('import.partial', { reason: 'scanned', count: without.length }, without[0]));
	if (missing.size > 0)
		problems.push(importProblem('import.partial', { reason: 'maps', names: [...missing].join(' ') }));
	const count = lines.reduce((sum, line) => sum + (line.text.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0), 0);
	if (count > 0) problems.push(importProblem('import.characters', { count }));
	return problems;
}

async function readPage(
	page: Page,
	number: number,
	run: Run,
): Promise<{ lines: readonly Line[]; rotated: readonly string[] }> {
	const {
		width,
		height,
		transform: [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0],
	} = page.getViewport({ scale: 1 });
	const pieces: Piece[] = [];
	const rotated: string[] = [];
	const reader = page.streamTextContent({ disableNormalization: true, includeMarkedContent: false }).getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		for (const { str, transform, width: length } of value?.items ?? []) {
			if (!str || str.trim() === '') continue;
			const [ta = 0, tb = 0, tc = 0, td = 0, tx = 0, ty = 0] = transform;
			const across = a * ta + c * tb;
			const down = b * ta + d * tb;
			run.size += str.length;
			if (Math.abs(down) > 0.2 * Math.abs(across)) rotated.push(plain(str));
			else
				pieces.push({
					text: characters(str),
					x: a * tx + c * ty + e,
					y: b * tx + d * ty + f,
					width: length,
					size: Math.hypot(tc, td) || 1,
				});
		}
		try {
			watch(run);
		} catch (stop) {
			await reader.cancel(new Error('stopped')).catch(() => undefined);
			throw stop;
		}
	}
	page.cleanup();
	return { lines: linesOf(pieces, number, height, width), rotated };
}

/** The title: the largest print at the top of the first page, if it is larger than the text. The red head of an official paper is none. */
function titled(all: readonly Joined[]): { title?: string; paragraphs: readonly Joined[] } {
	const weights = new Map<number, number>();
	for (const { size, text } of all) weights.set(Math.round(size), (weights.get(Math.round(size)) ?? 0) + text.length);
	const body = [...weights].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
	const head = all
		.slice(0, 8)
		.filter(
			({ page, text, size }) =>
				page === all[0]!.page &&
				size > body * 1.12 &&
				text.length >= 4 &&
				text.length <= 90 &&
				!/文件$|[。；;]$/.test(text),
		);
	const largest = head.reduce<Joined | undefined>(
		(best, next) => (best && best.size >= next.size ? best : next),
		undefined,
	);
	return largest
		? { title: largest.text, paragraphs: all.filter(paragraph => paragraph !== largest) }
		: { paragraphs: all };
}

/** What a program wrote into the file about it: of this copy, not of the publication. Names of files are no titles. */
async function properties(pdf: Pdf): Promise<{ title?: string; creator?: string; created?: string }> {
	const { info } = await pdf.getMetadata().catch(() => ({ info: {} as Readonly<Record<string, unknown>> }));
	const text = (key: string) => (typeof info[key] === 'string' ? plain(info[key]) : '');
	const title = text('Title').replace(/^Microsoft (?:Word|PowerPoint) - /, '');
	const date = /^D:(\d{4})(\d{2})(\d{2})/.exec(text('CreationDate'));
	const creator = text('Author');
	return {
		...(title !== '' &&
		!/\.(?:docx?|wps|html?|pdf|txt|rtf|indd|pptx?)$|^(?:untitled|无标题|幻灯片 ?1|PowerPoint.*)$/i.test(title)
			? { title }
			: {}),
		...(creator.length > 1 && !/^(?:admin.*|user|微软用户|windows.*)$/i.test(creator) ? { creator } : {}),
		...(date ? { created: `${date[1]!}-${date[2]!}-${date[3]!}` } : {}),
	};
}
