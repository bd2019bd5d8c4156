/** The end of a text from the dash in its last line on, which says whose the words are. */
export function dashLine(text: string): { readonly index: number; readonly text: string } | undefined {
	const end = text.trimEnd().length;
	const from = text.lastIndexOf('\n', end - 1) + 1;
	const at = text.slice(from, end).search(/[—―]{2}|--/);
	return at < 0 ? undefined : { index: from + at, text: text.slice(from + at) };
}
