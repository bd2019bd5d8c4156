// Where an offset of an edited text lies, by line and column: those hold whatever line ends the editor makes of it.

/** An edit of a text: half-open offsets in UTF-16 code units of the text before all edits. */
interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/**
 * Line and column, both from 0, of an offset into the text after the edits (in the order of the text, not overlapping).
 */
export function placeAfter(
	text: string,
	edits: readonly Edit[],
	offset: number,
): { readonly line: number; readonly character: number } {
	let after = '';
	let at = 0;
	for (const edit of edits) {
		after += text.slice(at, edit.start) + edit.text;
		at = edit.end;
	}
	const before = (after + text.slice(at)).slice(0, Math.max(0, offset));
	const lines = before.split(/\r\n|\r|\n/);
	return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
