// A page of a PDF → its lines in reading order, and what is printed across it.

import type { Allowance } from './allowance';
import type { PdfPage, TextItem } from './library';
import { characters, linesOf, plain, type Line, type Piece } from './lines';

export interface ReadPage {
	readonly lines: readonly Line[];
	/** Text that does not run from left to right: watermarks, stamps, labels of axes. */
	readonly rotated: readonly string[];
}

/** Reads the page with this number (from 1). Throws `Stopped` when the allowance is used up. */
export async function readPage(page: PdfPage, number: number, allowance: Allowance): Promise<ReadPage> {
	const { width, height, transform } = page.getViewport({ scale: 1 });
	const pieces: Piece[] = [];
	const rotated: string[] = [];
	for await (const items of textOf(page, allowance)) {
		for (const item of items) {
			const text = item.str ?? '';
			if (text.trim() === '') continue;
			allowance.count(text.length);
			if (isRotated(item.transform, transform)) rotated.push(plain(text));
			else pieces.push(pieceOf(text, item, transform));
		}
	}
	page.cleanup();
	return { lines: linesOf(pieces, number, height, width), rotated };
}

/** The text of a page as the library hands it out, piece by piece; checks the allowance after each. */
async function* textOf(page: PdfPage, allowance: Allowance): AsyncGenerator<readonly TextItem[], void> {
	const reader = page.streamTextContent({ disableNormalization: true, includeMarkedContent: false }).getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return;
		yield value?.items ?? [];
		try {
			allowance.check();
		} catch (stop) {
			// Not waited for: the library answers no cancelling that comes when the page has just been read to its end.
			reader.cancel(new Error('stopped')).catch(() => undefined);
			throw stop;
		}
	}
}

/** A matrix of PDF: `[a b c d e f]` takes a point (x, y) to (ax + cy + e, bx + dy + f). */
type Matrix = readonly number[];

/** Whether a text runs up or down on the page more than a scan that lies askew. */
function isRotated([textA = 0, textB = 0]: Matrix, [a = 1, b = 0, c = 0, d = 1]: Matrix): boolean {
	const across = a * textA + c * textB;
	const down = b * textA + d * textB;
	return Math.abs(down) > 0.2 * Math.abs(across);
}

function pieceOf(text: string, { transform, width }: TextItem, view: Matrix): Piece {
	const [, , c = 0, d = 0, x = 0, y = 0] = transform;
	const at = moved(x, y, view);
	return { text: characters(text), ...at, width, size: Math.hypot(c, d) || 1 };
}

function moved(x: number, y: number, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix): { x: number; y: number } {
	return { x: a * x + c * y + e, y: b * x + d * y + f };
}
