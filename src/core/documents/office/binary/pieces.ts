// The text of a binary Word file ([MS-DOC] 2.4.1): pieces of the stream in the order in which they are read, some in
// one byte a character, some in two.

import { viewOf } from './compound';
import { runAt, type Run } from './properties';
import { decoder } from '../../encoding';

/** A stretch of the text (`start`, `end` in characters, half-open), and where its bytes begin. */
interface Piece {
	readonly start: number;
	readonly end: number;
	readonly offset: number;
	/** Bytes of a character: 1 or 2. */
	readonly width: number;
}

/** The text of all parts of the file, one behind the other. */
export interface PieceText {
	readonly text: string;
	/** Where the byte of a character lies in the stream. */
	offsetOf(character: number): number;
	/** The characters whose bytes lie in runs of the stream that are in order, each with its run's value. */
	stretches<T>(runs: readonly Run<T>[]): readonly Run<T>[];
}

/** `table`: the part of the table stream with the pieces (Clx); nothing where they lead out of the file. */
export function pieceText(document: Uint8Array, table: Uint8Array, longest: number): PieceText | 'large' | undefined {
	const pieces = piecesIn(table);
	if (!pieces || pieces.length === 0) return undefined;
	if ((pieces.at(-1)?.end ?? 0) > longest) return 'large';
	const bytesOf = ({ start, end, offset, width }: Piece) => document.subarray(offset, offset + (end - start) * width);
	if (pieces.some(one => bytesOf(one).length < (one.end - one.start) * one.width)) return undefined;
	const read = (one: Piece) => (one.width === 1 ? narrowText(bytesOf(one)) : decoder('utf-16le').decode(bytesOf(one)));
	return {
		text: pieces.map(read).join(''),
		offsetOf: character => {
			const piece = pieces[pieceOf(pieces, character)];
			return piece ? piece.offset + (character - piece.start) * piece.width : 0;
		},
		stretches: runs => pieces.flatMap(piece => stretchesOf(piece, runs)),
	};
}

function stretchesOf<T>(piece: Piece, runs: readonly Run<T>[]): readonly Run<T>[] {
	const stretches: Run<T>[] = [];
	const last = piece.offset + (piece.end - piece.start) * piece.width;
	const characterAt = (byte: number) => piece.start + Math.ceil((byte - piece.offset) / piece.width);
	for (let i = runAt(runs, piece.offset); i < runs.length; i++) {
		const run = runs[i];
		if (!run || run.from >= last) break;
		const from = Math.max(piece.start, characterAt(run.from));
		stretches.push({ from, to: Math.min(piece.end, characterAt(run.to)), value: run.value });
	}
	return stretches;
}

/** Characters of one byte from 0x80 to 0x9F, which some machines read as the controls of Latin-1. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function narrowText(bytes: Uint8Array): string {
	const text = decoder('windows-1252').decode(bytes);
	return text.replace(/[\u0080-\u009F]/g, control => western.charAt(control.charCodeAt(0) - 0x80));
}

function pieceOf(pieces: readonly Piece[], character: number): number {
	let low = 0;
	let high = pieces.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((pieces[middle]?.end ?? 0) <= character) low = middle + 1;
		else high = middle;
	}
	return low;
}

const formatting = 1;
const table = 2;

/** The pieces; before them stand formats that pieces may share. */
function piecesIn(bytes: Uint8Array): readonly Piece[] | undefined {
	const view = viewOf(bytes);
	let at = 0;
	while (at + 3 <= bytes.length && bytes[at] === formatting) at += 3 + view.getUint16(at + 1, true);
	if (at + 5 > bytes.length || bytes[at] !== table) return undefined;
	const size = Math.min(view.getUint32(at + 1, true), bytes.length - at - 5);
	const count = Math.floor((size - 4) / 12);
	const first = at + 5;
	const pieces: Piece[] = [];
	for (let i = 0; i < count; i++) {
		const start = view.getUint32(first + i * 4, true);
		const end = view.getUint32(first + i * 4 + 4, true);
		const place = view.getUint32(first + (count + 1) * 4 + i * 8 + 2, true);
		if (end < start || start !== (pieces.at(-1)?.end ?? 0)) return undefined;
		const narrow = (place & 0x40000000) !== 0;
		const offset = place & 0x3fffffff;
		pieces.push({ start, end, offset: narrow ? offset >> 1 : offset, width: narrow ? 1 : 2 });
	}
	return pieces;
}
