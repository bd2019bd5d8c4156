// Signs that stand for references to notes while a text is put together: code units that no text has (noncharacters).

const first = 0xfdd1;
const sign = /\uFDD0([\uFDD1-\uFDDA]{1,6})/g;

/** The sign of the note with this number, from 0. */
export function noteSign(number: number): string {
	return `\uFDD0${[...String(number)].map(digit => String.fromCharCode(first + Number(digit))).join('')}`;
}

/** A text without signs, and where the notes they stand for are referred to (UTF-16 offsets). */
export function withoutNoteSigns(text: string): {
	readonly text: string;
	readonly notes: readonly { readonly at: number; readonly number: number }[];
} {
	if (!text.includes('\uFDD0')) return { text, notes: [] };
	const notes: { at: number; number: number }[] = [];
	let plain = '';
	let from = 0;
	for (const { 0: all, 1: digits = '', index } of text.matchAll(sign)) {
		plain += text.slice(from, index);
		from = index + all.length;
		const number = [...digits].map(digit => digit.charCodeAt(0) - first).join('');
		notes.push({ at: plain.length, number: Number(number) });
	}
	return { text: plain + text.slice(from), notes };
}
