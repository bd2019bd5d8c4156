// Lines of a dump as units of reading: blank ones gone, hard-wrapped ones joined, each with its kind.

import { lineKind, type LineKind } from './lineKinds';

export interface Unit {
	readonly text: string;
	/** Line in the dump, from 1; of joined lines the first. */
	readonly line: number;
	readonly kind: LineKind;
	/** A blank line (or an end of the text) on both sides. */
	readonly apart: boolean;
}

/** Narrowest width (columns, Han counts two) at which lines of equal length are taken to be wrapped by a machine. */
const narrowest = 50;

/** The lines of a dump that hold something. No-break and ideographic spaces count as spaces. */
export function unitsOf(text: string): readonly Unit[] {
	const lines = text
		.replace(/^\uFEFF/, '')
		.split(/\r\n|\n|\r/)
		.map(line =>
			line
				.replace(/[\u00A0\u3000\t]/g, ' ')
				.replace(/[\u200B\u2060\uFEFF]/g, '')
				.trim(),
		);
	const found: Unit[] = [];
	for (let i = 0; i < lines.length;) {
		if (lines[i] === '') {
			i++;
			continue;
		}
		let end = i;
		while (end < lines.length && lines[end] !== '') end++;
		const block = lines.slice(i, end);
		// Whose it is may stand above the first paragraph with no blank line between.
		if (!wrapped(block) && isShort(block) && wrapped(block.slice(1))) {
			const [first = ''] = block;
			found.push({ text: first, line: i + 1, kind: lineKind(first), apart: false });
			block.shift();
			i++;
		}
		if (wrapped(block)) {
			const joined = block
				.map((line, k) => (/[A-Za-z0-9]$/.test(block[k - 1] ?? '') && /^[A-Za-z0-9]/.test(line) ? ` ${line}` : line))
				.join('');
			found.push({ text: joined, line: i + 1, kind: lineKind(joined), apart: true });
		} else
			block.forEach((line, k) =>
				found.push({ text: line, line: i + k + 1, kind: lineKind(line), apart: block.length === 1 }),
			);
		i = end;
	}
	return found;
}

/** Whether the first of some lines is much shorter than the next. */
function isShort([first = '', second = '']: readonly string[]): boolean {
	return columns(first) * 2 < columns(second);
}

/** Three or more lines of one width, only the last shorter, are one paragraph. */
function wrapped(block: readonly string[]): boolean {
	if (block.length < 3) return false;
	const widths = block.map(columns);
	const widest = widths.reduce((a, b) => Math.max(a, b)); // a block may have more lines than a call takes arguments
	return widest >= narrowest && widest <= 120 && widths.slice(0, -1).every(width => width >= widest - 4);
}

function columns(line: string): number {
	let width = 0;
	for (let i = 0; i < line.length; i++) width += line.charCodeAt(i) >= 0x1100 ? 2 : 1;
	return width;
}
