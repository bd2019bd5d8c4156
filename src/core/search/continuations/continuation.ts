// How a draft goes on: what is likely enough to be shown.

import { certaintyOf } from './certainty';
import { continues, contextTable } from './contexts';
import { longestContext, type Predictor, type WrittenText } from './predict';

/** How sure it must be before anything is shown: the keys that one wrong continuation is taken to cost. */
export const prices = { eager: 1.5, balanced: 2.8, sure: 8 } as const;
export type Confidence = keyof typeof prices;

/** What follows the cursor. */
export interface Continuation {
	readonly text: string;
	/** How likely all of it follows, between 0 and 1. */
	readonly share: number;
}

/** Characters of a continuation at most. */
const furthest = 40;

/** What the key costs that takes it, in characters: a single character is worth less than none when it is wrong. */
const takingKey = 0.5;

/**
 * The continuation that may be expected to save most characters when being shown a wrong one costs `price` of them;
 * nothing where none saves any. It ends before the next mark or figure.
 */
export function continuationOf(predictor: Predictor, written: WrittenText, price: number): Continuation | undefined {
	const history = Array.from(written.values.slice(-longestContext), one => one.charCodeAt(0));
	const table = contextTable();
	const isClause = !continues(history.at(-1) ?? 0);
	let text = '';
	let share = 1;
	let longest: number | undefined;
	let best: (Continuation & { readonly worth: number }) | undefined;
	while (text.length < furthest) {
		const next = predictor.next(history, written.values);
		if (!next || !continues(next.code)) break;
		longest ??= next.length;
		share *= certaintyOf(next, { isClause, length: longest });
		// However certain what follows is, it cannot make this worth while.
		if (share * furthest <= price * (1 - share)) break;
		text += String.fromCharCode(next.code);
		history.push(table[next.code] ?? next.code);
		const worth = share * (text.length - takingKey) - price * (1 - share);
		if (worth > (best?.worth ?? 0)) best = { text, share, worth };
	}
	return best && { text: best.text, share: best.share };
}
