// How a draft goes on: what is likely enough to be shown.

import { continues, contextTable, paragraphStart } from './contexts';
import { longestContext, type Predictor, type WrittenText } from './predict';

/** How sure it must be before anything is shown: the keys that one wrong continuation is taken to cost. */
export const prices = { eager: 10, balanced: 25, sure: 60 } as const;
export type Confidence = keyof typeof prices;

/** What follows the cursor. */
export interface Continuation {
	readonly text: string;
	/** How likely all of it follows, between 0 and 1. */
	readonly share: number;
}

/** Characters of a continuation at most. */
const furthest = 40;

/**
 * The continuation that may be expected to save most characters when being shown a wrong one costs `price` of them;
 * nothing where none saves any. It ends before the next mark or figure.
 */
export function continuationOf(predictor: Predictor, written: WrittenText, price: number): Continuation | undefined {
	const history = Array.from(written.values.slice(-longestContext), one => one.charCodeAt(0));
	const table = contextTable();
	let text = '';
	let share = 1;
	let best: (Continuation & { readonly worth: number }) | undefined;
	while (text.length < furthest) {
		const [code, likely] = likeliest(predictor.after(history, written.values));
		share *= likely;
		// However certain what follows is, it cannot make this worth while.
		if (!continues(code) || share * furthest <= price * (1 - share)) break;
		text += String.fromCharCode(code);
		history.push(table[code] ?? code);
		const worth = share * text.length - price * (1 - share);
		if (worth > (best?.worth ?? 0)) best = { text, share, worth };
	}
	return best && { text: best.text, share: best.share };
}

function likeliest(likely: ReadonlyMap<number, number>): readonly [number, number] {
	let best: readonly [number, number] = [paragraphStart.charCodeAt(0), 0];
	for (const one of likely) if (one[1] > best[1]) best = one;
	return best;
}
