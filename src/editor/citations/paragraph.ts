// Which paragraph the cursor stands in: what the panel lists fitting citations for.

/** The text of a draft by lines; a line without its line end. */
export interface LineSource {
	readonly count: number;
	line(index: number): string;
}

/** Code units before and behind the cursor that are looked at: a paragraph of prose, not a pasted file. */
const reach = 600;

/**
 * The paragraph around a place: the lines up to the next blank one where `blocks` (Markdown, LaTeX), else the line
 * alone (plain text has a paragraph a line). At most `reach` code units each way; surrogate pairs stay whole.
 */
export function paragraphAt(lines: LineSource, line: number, character: number, blocks: boolean): string {
	const here = lines.line(line);
	const column = Math.min(Math.max(character, 0), here.length);
	let before = here.slice(Math.max(0, column - reach), column);
	let after = here.slice(column, column + reach);
	if (blocks && here.trim() !== '') {
		for (let i = line - 1; i >= 0 && before.length < reach; i--) {
			const above = lines.line(i);
			if (ends(above)) break;
			before = `${above.slice(-reach)}\n${before}`;
		}
		for (let i = line + 1; i < lines.count && after.length < reach; i++) {
			const below = lines.line(i);
			if (ends(below)) break;
			after = `${after}\n${below.slice(0, reach)}`;
		}
	}
	before = before.slice(-reach).replace(/^[\udc00-\udfff]/, '');
	after = after.slice(0, reach).replace(/[\ud800-\udbff]$/, '');
	return (before + after).trim();
}

/**
 * A blank line ends a paragraph, and so does one that begins something else: heading, fence, rule, footnote definition.
 */
function ends(line: string): boolean {
	const beginning = line.slice(0, 200);
	return (
		/^\s*$/.test(beginning) ||
		/^ {0,3}(?:#{1,6}(?:\s|$)|```|~~~|---+\s*$|\[\^[^\]]+\]:)/.test(beginning) ||
		/^\s*\\(?:section|chapter|begin|end|par)\b/.test(beginning)
	);
}
