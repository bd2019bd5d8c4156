// The text objects of an OFD page (GB/T 33190-2016, 11) → pieces of text with their places, in points.

import { attribute, readXml } from '../office/xml';
import type { Piece } from '../pdf/lines';

/** Lengths are in millimetres. */
const points = 72 / 25.4;
/** A gap wider than so many letters parts two pieces. */
const widestGap = 2.5;
/** At most so many steps of one run are read out of its attribute. */
const mostSteps = 100_000;

/** A text object that is open. */
interface TextObject {
	readonly x: number;
	readonly y: number;
	readonly size: number;
	/** `[a b c d e f]`, as in PDF. */
	readonly matrix: readonly number[];
}

/** A run of characters that is open: where it begins, and the steps from one character to the next. */
interface TextCode {
	x: number;
	y: number;
	readonly acrossSteps: readonly number[];
	readonly downSteps: readonly number[];
	text: string;
}

/** What a page or a template has of text; that which does not run from left to right apart. */
export interface PageText {
	readonly pieces: readonly Piece[];
	readonly rotated: readonly string[];
	readonly pictures: number;
}

/** Reads the content of a page or a template. */
export function textOf(xml: string): PageText {
	const pieces: Piece[] = [];
	const rotated: string[] = [];
	let pictures = 0;
	let object: TextObject | undefined;
	let code: TextCode | undefined;
	readXml(xml, {
		open: (name, attributes) => {
			if (name === 'TextObject') object = objectOf(attributes);
			else if (name === 'TextCode' && object) code = codeOf(attributes);
			else if (name === 'ImageObject') pictures++;
		},
		close: name => {
			if (name === 'TextObject') object = undefined;
			if (name !== 'TextCode' || !code || !object) return;
			if (isRotated(object.matrix)) rotated.push(code.text);
			else pieces.push(...piecesOf(code, object));
			code = undefined;
		},
		text: value => {
			if (code) code.text += value;
		},
	});
	return { pieces, rotated, pictures };
}

function objectOf(attributes: string): TextObject {
	const [x = 0, y = 0] = numbers(attribute(attributes, 'Boundary'));
	const matrix = numbers(attribute(attributes, 'CTM'));
	return {
		x,
		y,
		size: Number(attribute(attributes, 'Size')) || 4,
		matrix: matrix.length === 6 ? matrix : [1, 0, 0, 1, 0, 0],
	};
}

function codeOf(attributes: string): TextCode {
	return {
		x: Number(attribute(attributes, 'X')) || 0,
		y: Number(attribute(attributes, 'Y')) || 0,
		acrossSteps: steps(attribute(attributes, 'DeltaX')),
		downSteps: steps(attribute(attributes, 'DeltaY')),
		text: '',
	};
}

function numbers(text: string | undefined): readonly number[] {
	return (text ?? '')
		.trim()
		.split(/\s+/)
		.filter(part => part !== '')
		.map(Number);
}

/** Steps as they are written: `g 3 4.2` says 4.2 three times. */
function steps(text: string | undefined): readonly number[] {
	const parts = (text ?? '').trim().split(/\s+/);
	const found: number[] = [];
	for (let i = 0; i < parts.length && found.length < mostSteps; i++) {
		if (parts[i] === 'g') {
			const count = Math.min(Number(parts[i + 1]) || 0, mostSteps - found.length);
			for (let n = 0; n < count; n++) found.push(Number(parts[i + 2]) || 0);
			i += 2;
		} else if (parts[i] !== '') found.push(Number(parts[i]) || 0);
	}
	return found;
}

/** Whether a text runs up or down on the page more than a scan that lies askew. */
function isRotated([a = 1, b = 0]: readonly number[]): boolean {
	return Math.abs(b) > 0.2 * Math.abs(a);
}

/** The pieces of a run: a new one where it goes to another line, or over a wide gap. */
function piecesOf(code: TextCode, object: TextObject): readonly Piece[] {
	const { size } = object;
	const characters = [...code.text];
	const found: Piece[] = [];
	let [x, y] = [code.x, code.y];
	let begin = { x, y, text: '' };
	const end = (to: number) => {
		if (begin.text.trim() !== '') found.push(pieceOf(begin, Math.max(to - begin.x, 0.1), object));
	};
	characters.forEach((character, i) => {
		begin.text += character;
		const width = widthOf(character, size);
		const across = code.acrossSteps[i] ?? (code.downSteps.length > 0 ? 0 : width);
		const down = code.downSteps[i] ?? 0;
		const isLast = i === characters.length - 1;
		if (isLast || down !== 0 || across > widestGap * size || across < -size) {
			end(x + width);
			begin = { x: x + across, y: y + down, text: '' };
		}
		x += across;
		y += down;
	});
	return found;
}

function widthOf(character: string, size: number): number {
	return character > '\u2e80' ? size : size / 2;
}

function pieceOf(
	{ x, y, text }: { readonly x: number; readonly y: number; readonly text: string },
	width: number,
	{ x: left, y: top, size, matrix }: TextObject,
): Piece {
	const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
	return {
		text,
		x: (left + a * x + c * y + e) * points,
		y: (top + b * x + d * y + f) * points,
		width: width * Math.abs(a) * points,
		size: size * Math.hypot(c, d) * points,
	};
}
