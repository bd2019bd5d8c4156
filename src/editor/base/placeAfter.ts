// Where an offset of an edited text lies, by line and column: those hold whatever line ends the editor makes of it.

import { applyEdits, type Edit } from '../../core/service';

/**
 * Line and column, both from 0, of an offset into the text after the edits (in the order of the text, not overlapping).
 */
export function placeAfter(
	text: string,
	edits: readonly Edit[],
	offset: number,
): { readonly line: number; readonly character: number } {
	const before = applyEdits(text, edits).slice(0, Math.max(0, offset));
	const lines = before.split(/\r\n|\r|\n/);
	return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
