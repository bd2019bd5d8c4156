// Where letters stand in the text they were taken from: `offsets` has one for each letter, and the end of the text.

/** Where a letter stands. */
export function letterStart(offsets: ArrayLike<number>, letter: number): number {
	return offsets[letter] ?? 0;
}

/** Where the letters before one end: right behind the last of them; the beginning of the text where there are none. */
export function lettersEnd(offsets: ArrayLike<number>, letter: number): number {
	return letter === 0 ? 0 : letterStart(offsets, letter - 1) + 1;
}

/** The letters of a text as code units. */
export function codesOf(text: string): Uint16Array {
	const codes = new Uint16Array(text.length);
	for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
	return codes;
}
