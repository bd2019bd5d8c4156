// Whether a mark that was typed doubles the one that stands there already, and which of the two goes.

/** A change of a line: what was put in, at a column, over so many characters. */
export interface Typed {
	readonly text: string;
	readonly character: number;
	readonly replaced: number;
}

/**
 * How many characters stand at column `place` that were written there since (`written` before the change): an input method writes letters
 * first and a mark over them. Nothing where something else is changed.
 */
export function writtenAt(place: number, written: number, { text, character, replaced }: Typed): number | undefined {
	return character === place && replaced <= written ? written - replaced + text.length : undefined;
}

/** The column of the mark that goes where all that was written at column `place` is `mark` once more; nothing where it is not. */
export function doubledMark(line: string, place: number, written: number, mark: string): number | undefined {
	if (line.slice(place, place + written) !== mark) return undefined;
	// The one before was taken with the words; the one behind stood there.
	if (line[place - 1] === mark) return place;
	return line[place + 1] === mark ? place + 1 : undefined;
}
