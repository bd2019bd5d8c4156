// Pieces of text with their places on a page → lines in reading order: columns told apart, gaps turned into spaces,
// radicals into characters.

import { withoutRadicals } from '../../text/radicals';

/** A run of text as a PDF places it: where its baseline begins, how wide and how large it is. */
export interface Piece {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly size: number;
}

/** A piece of a line with a wide gap on either side. */
export interface Cell {
	readonly text: string;
	readonly x: number;
	readonly end: number;
}

/** A line of one column. */
export interface Line {
	readonly text: string;
	readonly x: number;
	readonly end: number;
	readonly y: number;
	readonly size: number;
	/** From 1. */
	readonly page: number;
	/** 0: the whole width, or the left one of two columns; 1: the right one. */
	readonly column: 0 | 1;
	/** Pieces that stand side by side in it, where there are several. */
	readonly cells?: readonly Cell[];
	/** Distance of the line from the top and the height of its page. */
	readonly height: number;
}

interface Run {
	text: string;
	x: number;
	end: number;
	y: number;
	size: number;
	cells?: Cell[];
}

/** The lines of a page from its pieces, in whatever order these come. */
export function linesOf(pieces: readonly Piece[], page: number, height: number, width: number): readonly Line[] {
	const runs = join(
		pieces.filter(piece => piece.text.trim() !== '').map(piece => ({ ...piece, text: tight(piece.text) })),
	);
	return order(runs, width)
		.map(({ run, column }) => ({
			text: plain(run.text),
			x: run.x,
			end: run.end,
			y: run.y,
			size: run.size,
			page,
			column,
			height,
			...(run.cells && { cells: run.cells.map(cell => ({ ...cell, text: plain(cell.text) })) }),
		}))
		.filter(line => line.text !== '');
}

/** Pieces of one baseline that follow each other without a wide gap are a run. */
function join(pieces: readonly Piece[]): Run[] {
	const rows: Piece[][] = [];
	for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
		const row = rows.at(-1);
		const above = row?.[0];
		// Small raised or lowered signs belong to the line they stand at.
		if (row && above && piece.y - above.y < 0.45 * Math.max(piece.size, above.size)) row.push(piece);
		else rows.push([piece]);
	}
	return rows.flatMap(row => {
		const runs: Run[] = [];
		for (const piece of row.sort((a, b) => a.x - b.x)) {
			const run = runs.at(-1);
			const size = Math.max(piece.size, run?.size ?? 0);
			const gap = run ? piece.x - run.end : 0;
			if (run && gap < 1.3 * size) {
				// Printed twice to look bold
				if (piece.x < run.end - 0.5 * size && run.text.endsWith(piece.text.trim())) continue;
				run.text += space(run.text, piece.text, gap / size) + piece.text;
				run.end = Math.max(run.end, piece.x + piece.width);
				if (piece.size > run.size) [run.size, run.y] = [piece.size, piece.y];
			} else runs.push({ text: piece.text, x: piece.x, end: piece.x + piece.width, y: piece.y, size: piece.size });
		}
		return runs;
	});
}

/**
 * What stands in a gap (in ems): nothing between Chinese characters unless it is as wide as one, a space between words.
 */
function space(before: string, after: string, gap: number): string {
	if (/\s$/.test(before) || /^\s/.test(after)) return '';
	return gap > 0.8 || (gap > 0.15 && /[\w.,;:!?)'"]$/.test(before) && /^[\w('"]/.test(after)) ? ' ' : '';
}

/**
 * Runs in reading order: what crosses the middle of the text parts the page; between such, the left column comes before
 * the right one.
 */
function order(runs: readonly Run[], width: number): { run: Run; column: 0 | 1 }[] {
	const gutter = gutterOf(runs, width);
	if (gutter === undefined)
		return merged([...runs].sort((a, b) => a.y - b.y || a.x - b.x)).map(run => ({ run, column: 0 }));
	const result: { run: Run; column: 0 | 1 }[] = [];
	let left: Run[] = [];
	let right: Run[] = [];
	const flush = () => {
		result.push(
			...merged(left).map(run => ({ run, column: 0 as const })),
			...merged(right).map(run => ({ run, column: 1 as const })),
		);
		left = [];
		right = [];
	};
	for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
		if (run.end <= gutter + 1) left.push(run);
		else if (run.x >= gutter - 1) right.push(run);
		else {
			flush();
			result.push({ run, column: 0 });
		}
	}
	flush();
	return result;
}

/** Runs side by side on one baseline (cells of a table, a wide gap in a heading) as one line. */
function merged(runs: readonly Run[]): Run[] {
	const lines: Run[] = [];
	for (const run of runs) {
		const last = lines.at(-1);
		if (last && run.y - last.y < 0.45 * Math.max(run.size, last.size) && run.x >= last.end) {
			last.cells ??= [{ text: last.text, x: last.x, end: last.end }];
			last.cells.push({ text: run.text, x: run.x, end: run.end });
			last.text += ` ${run.text}`;
			last.end = run.end;
		} else lines.push({ ...run });
	}
	return lines;
}

/**
 * Where a page of two columns is parted: a place near the middle that nearly no run crosses, with many lines on both
 * sides.
 */
function gutterOf(runs: readonly Run[], width: number): number | undefined {
	if (runs.length < 12) return undefined;
	let best: number | undefined;
	let fewest = Infinity;
	const step = Math.max(2, width / 300); // a page may say that it is any number of points wide
	for (let at = width * 0.4; at <= width * 0.6; at += step) {
		const crossing = runs.filter(run => run.x < at && run.end > at).length;
		if (crossing < fewest) [fewest, best] = [crossing, at];
	}
	if (best === undefined || fewest > runs.length * 0.2) return undefined;
	const at = best;
	const wide = (side: readonly Run[]) => side.filter(run => run.end - run.x > width * 0.25).length;
	const left = runs.filter(run => run.end <= at + 1);
	const right = runs.filter(run => run.x >= at - 1);
	// Cells of a table are short; columns of prose are filled.
	return wide(left) >= 5 && wide(right) >= 5 && wide(left) + wide(right) > runs.length * 0.5 ? at : undefined;
}

const han = '[\\p{Script=Han}，。、；：？！“”‘’《》〈〉（）【】「」『』％]';
const beside = new RegExp(`(?<=${han}) (?=\\S)|(?<=\\S) (?=${han})`, 'gu');
/** One number may be in pieces of several fonts: the last of them begins with 条. */
const numbered = /^(第[一二三四五六七八九十百零\d]+[章节節条條编編篇部分]+|[条條章节節](?= )) ?(?=\S)/;

/** The text of a line: characters as they are written, rows of spaces as one. */
export function plain(text: string): string {
	return characters(text)
		.replace(/[\s\u00A0\u3000]+/g, ' ')
		.trim();
}

/**
 * A piece's text without the single spaces beside Chinese that only come from setting it wide; the one behind a number
 * of a chapter is meant.
 */
export function tight(text: string): string {
	const number = numbered.exec(text.trimStart())?.[1];
	if (number === undefined) return text.replace(beside, '');
	const rest = text.trimStart().slice(number.length);
	const space = /^\s/.test(rest) ? ' ' : '';
	return number + space + rest.trimStart().replace(beside, '');
}

/**
 * Characters as they are written in text: fonts of PDFs lead back to radicals, ligatures and invisible signs instead.
 */
export function characters(text: string): string {
	// Printers know one sign for the dash of two characters
	const written = withoutRadicals(text.replaceAll('\u2E3A', '——'));
	return written.replace(
		/[\uF900-\uFAFF\uFB00-\uFB06]|[\u0000-\u0008\u000B-\u001F\u007F\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/g,
		one => (one >= '\uF900' && one < '\uFEFF' ? one.normalize('NFKC') : ''),
	);
}
