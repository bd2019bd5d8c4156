// How texts are compared where it is asked how they go on: script, width and shape do not matter, nor which digit it
// is.

import { foldTable } from '../../text/fold';

/** Begins every paragraph, so that a context may be the beginning of one. */
export const paragraphStart = '\n';

const [zero, nine] = [0x30, 0x39];
let table: Uint16Array | undefined;

/** The value by which each code unit is compared; not to be written to. */
export function contextTable(): Uint16Array {
	if (table) return table;
	const made = foldTable().slice();
	for (let code = 0; code < made.length; code++) {
		const folded = made[code] ?? code;
		if (folded >= zero && folded <= nine) made[code] = zero;
	}
	return (table = made);
}

const isWord = /[\p{Script=Han}A-Za-z]/u;
let words: Uint8Array | undefined;

/** Whether a code unit may stand in a continuation: Han and Latin letters. Marks end it, and figures are news. */
export function continues(code: number): boolean {
	if (!words) {
		words = new Uint8Array(65536);
		for (let one = 0; one < words.length; one++) words[one] = Number(isWord.test(String.fromCharCode(one)));
	}
	return words[code] === 1;
}
