// What stands at the end of a text, found from its end: an expression that ends with `$` is tried from every place of
// the text, so it costs the square of its length where it fails.

/** So far back is looked: a sentence that begins before says nothing there of what stands at the end. */
const farthest = 2_000;

/** What stands behind the last of some characters; the end of a text that has none of them. */
export function behindLast(text: string, stops: string | RegExp): string {
	const isStop = (one: string) => (typeof stops === 'string' ? stops.includes(one) : stops.test(one));
	const first = Math.max(0, text.length - farthest);
	let at = text.length;
	while (at > first && !isStop(text.charAt(at - 1))) at--;
	return text.slice(at);
}

/** A text without some characters at its end. */
export function withoutEnd(text: string, characters: RegExp): string {
	let at = text.length;
	while (at > 0 && characters.test(text.charAt(at - 1))) at--;
	return text.slice(0, at);
}

/** A text on one line: something in place of every line end with the space around it. */
export function joinedLines(text: string, as: string): string {
	return text.replace(/\s+/g, space => (/[\r\n]/.test(space) ? as : space));
}
