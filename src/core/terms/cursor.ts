// What completion looks at around a cursor, and the script it asks for.
import { scriptOf, soleScriptOf, type Script } from '../text/script';

/** Code units before the cursor that are looked at: longer than any term, and a bound on what a key costs. */
export const reach = 60;

type Around = (() => string) | undefined;

/** What is looked at around a cursor. */
export interface Cursor {
	/** Of the cursor in the line. */
	readonly offset: number;
	/** The end of what stands before it. */
	readonly tail: string;
	readonly after: string;
	/** Answers the text of the draft around the cursor. */
	readonly around: Around;
}

/** Of the line before and after a cursor. */
export function cursorOf(
	{ before, after = '' }: { readonly before: string; readonly after?: string },
	around: Around,
): Cursor {
	const tail = before.slice(Math.max(0, before.length - reach));
	return { offset: before.length, tail, after: after.slice(0, 2 * reach), around };
}

/**
 * The script of a list: that of what is typed, where the line has nothing of the other (a character that slipped in
 * tells nothing); else the draft's; else the line's; where nothing tells, simplified.
 */
export function scriptAt({ tail, around }: Cursor, typed: number): Script {
	const own = scriptOf(tail.slice(tail.length - typed));
	const sole = own === soleScriptOf(tail) ? own : undefined;
	return sole ?? scriptOf(around?.() ?? '') ?? scriptOf(tail) ?? 'simplified';
}
