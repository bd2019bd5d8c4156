// The text of a draft around a cursor, as much of it as tells how the draft is written.
import type { Lines } from '../../core/service';

/** So many characters on either side of the cursor tell script and width; */
const enough = 3000;
/** and so many lines are gone through to find them, most of which may be empty. */
const farthest = 400;

/**
 * The last characters before a cursor and the first ones behind it, line ends as `\n`; `character` counts UTF-16 code
 * units of its line.
 */
export function aroundCursor(lines: Lines, line: number, character: number): string {
	const own = lines.line(line);
	let before = own.slice(Math.max(0, character - enough), character);
	for (let at = line - 1; at >= Math.max(0, line - farthest) && before.length < enough; at--)
		before = `${lines.line(at).slice(-enough)}\n${before}`;
	let after = own.slice(character, character + enough);
	for (let at = line + 1; at < Math.min(lines.count, line + farthest) && after.length < enough; at++)
		after += `\n${lines.line(at).slice(0, enough)}`;
	return before + after;
}
