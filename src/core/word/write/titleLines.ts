// Where a title that is wider than its line is broken: between words, its lines about as long as each other (GB/T
// 9704-2012, 7.3.1).

/** What begins no line of a title. */
const never = /^[的了之等、，。；：！？）》”’\s]/;

/** The lines of a title; one where it has room, or nothing tells words. `room`: the width of a line, in characters. */
export function titleLines(text: string, room: number): readonly string[] {
	const count = Math.ceil(widthOf(text) / room);
	if (count < 2 || count > 4 || typeof Intl.Segmenter !== 'function') return [text];
	const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)];
	const whole = words.filter(({ segment }, at) => at > 0 && !isTorn(words[at - 1]?.segment ?? '', segment));
	const places = whole.map(({ index }) => index).filter(index => !never.test(text.slice(index)));
	const lines: string[] = [];
	let from = 0;
	for (let left = count; left > 1; left--) {
		const even = widthOf(text.slice(from)) / left;
		const fits = places.filter(place => place > from && widthOf(text.slice(from, place)) <= room);
		const far = (place: number) => Math.abs(widthOf(text.slice(from, place)) - even);
		const [best] = [...fits].sort((a, b) => far(a) - far(b));
		if (best === undefined) return [text];
		lines.push(text.slice(from, best));
		from = best;
	}
	const last = text.slice(from);
	return widthOf(last) <= room ? [...lines, last] : [text];
}

/** Single characters one behind the other are mostly a word that nobody knew: 扶 and 贫. */
function isTorn(before: string, behind: string): boolean {
	return /^\p{Script=Han}$/u.test(before) && /^\p{Script=Han}$/u.test(behind);
}

/** How many characters wide a text is; digits and Latin letters are half as wide. */
function widthOf(text: string): number {
	return [...text].reduce((sum, character) => sum + 1 - Number(/[\u0020-\u007e]/.test(character)) / 2, 0);
}
