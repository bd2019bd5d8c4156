// How a draft goes on: what is likely enough to be shown.

import { certaintyOf } from './certainty';
import { continues, contextTable } from './contexts';
import { longestContext, type Predictor, type WrittenText } from './predict';

/** How sure it must be before anything is shown: the characters that one wrong continuation costs, refusals aside. */
export const prices = { eager: 0.6, balanced: 1.05, sure: 3 } as const;
export type Confidence = keyof typeof prices;

/** What follows the cursor. */
export interface Continuation {
	readonly text: string;
	/** How likely all of it follows, between 0 and 1. */
	readonly share: number;
}

/** Characters of a continuation at most. */
const furthest = 40;

/** What the key costs that takes it, in characters: a single character is hardly worth it. */
const takingKey = 0.75;

/** So many characters are written, as an input method commits them, before it is asked again. */
const untilAsked = 2;

/**
 * The continuation that may be expected to save most characters when being shown a wrong one costs `price` of them;
 * nothing where none saves any, or where more may be expected of the next commit, when it is known whether that agrees.
 * It ends before the next mark or figure.
 */
export function continuationOf(predictor: Predictor, written: WrittenText, price: number): Continuation | undefined {
	const worths = new Worths(price);
	let text = '';
	for (const { code, share } of likely(predictor, written)) {
		// However certain what follows is, it cannot make this worth while.
		if (share * furthest <= price * (1 - share)) break;
		text += String.fromCharCode(code);
		worths.add(text.length, share);
	}
	const { best } = worths;
	return best && { text: text.slice(0, best.length), share: best.share };
}

interface LikelyCharacter {
	readonly code: number;
	/** How likely it and all before it follow. */
	readonly share: number;
}

/** What most likely follows, character by character, and how likely all of it does up to there. */
function* likely(predictor: Predictor, { values }: WrittenText): Generator<LikelyCharacter> {
	const history = Array.from(values.slice(-longestContext), one => one.charCodeAt(0));
	const isClause = !continues(history.at(-1) ?? 0);
	let share = 1;
	let longest: number | undefined;
	for (let at = 0; at < furthest; at++) {
		const next = predictor.next(history, values);
		if (!next || !continues(next.code)) return;
		longest ??= next.length;
		share *= certaintyOf(next, { isClause, length: longest });
		yield { code: next.code, share };
		history.push(contextTable()[next.code] ?? next.code);
	}
}

/** What continuations of several lengths are worth, shown now and shown after the next commit. */
export class Worths {
	private now: { readonly length: number; readonly share: number; readonly worth: number } | undefined;
	private later = 0;
	/** How likely the next commit is what is foretold. */
	private agrees = 1;

	constructor(private readonly price: number) {}

	/** A continuation, longer by a character than the last, and how likely all of it follows. */
	add(length: number, share: number): void {
		const worth = share * (length - takingKey) - this.price * (1 - share);
		if (worth > (this.now?.worth ?? 0)) this.now = { length, share, worth };
		if (length <= untilAsked) this.agrees = share;
		else
			this.later = Math.max(this.later, share * (length - untilAsked - takingKey) - this.price * (this.agrees - share));
	}

	/** What is worth most; nothing where waiting is worth more. */
	get best(): { readonly length: number; readonly share: number } | undefined {
		return this.now && this.now.worth >= this.later ? this.now : undefined;
	}
}
