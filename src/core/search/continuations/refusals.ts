// What a writer did not take: a continuation that was typed over makes way for a while, one that was
// refused by a key does not come back after the same words. Kept for a session only.

import { continues } from './contexts';

/** After one that was wrong, nothing is shown for so many characters, or up to the next mark. */
const quietFor = 4;

/** What one that was as likely as can be and refused adds to caution (its logarithm), and what is added at most. */
const learning = { step: 0.1, most: Math.log(2) } as const;

/** The last answer for a draft. */
interface Answered {
	readonly before: string;
	readonly text: string;
	/** How likely all of it follows, between 0 and 1. */
	readonly share: number;
	readonly isShown: boolean;
}

/** What was shown in a draft and not taken. */
export class Refusals {
	private last: Answered | undefined;
	/** Characters that are still to be written before anything is shown. */
	private quiet = 0;
	private readonly refused = new Set<string>();
	private excess = 0;

	/**
	 * How many times dearer a wrong continuation is than usual, 1 to 2: more where what was shown came true less often
	 * than it was likely to, less again where it did more often.
	 */
	get caution(): number {
		return Math.exp(this.excess);
	}

	/**
	 * What to show of a continuation (empty: none) where a paragraph has `before` up to the cursor.
	 * `share`: how likely it follows.
	 */
	shown(before: string, text: string, share = 1): string {
		// Asked again at the same place: what stands there stays, unless it was refused.
		if (this.last?.before === before && this.last.text === text) return this.last.isShown ? text : '';
		this.follow(before);
		const isShown = text !== '' && this.quiet <= 0 && !this.refused.has(keyOf(before, text));
		this.last = { before, text, share, isShown };
		return isShown ? text : '';
	}

	/** Takes what is shown for refused: Escape. */
	refuse(): void {
		if (!this.last?.isShown) return;
		this.refused.add(keyOf(this.last.before, this.last.text));
		this.learn(this.last, false);
		this.last = { ...this.last, isShown: false };
	}

	/** Where something was shown last: the paragraph up to there; nothing where nothing was. */
	get shownAfter(): string | undefined {
		return this.last?.isShown ? this.last.before : undefined;
	}

	/** What was written since was chosen, not typed over what is shown: the next begins anew. */
	forget(): void {
		this.last = undefined;
		this.quiet = 0;
	}

	/** A part of what is shown was taken: the rest of it stays. */
	took(part: string): void {
		if (!this.last?.text.startsWith(part)) return;
		this.last = { ...this.last, before: this.last.before + part, text: this.last.text.slice(part.length) };
	}

	/** Being right as often as was to be expected changes nothing in the long run. */
	private learn({ share }: Answered, isRight: boolean): void {
		const surprise = share - Number(isRight);
		this.excess = Math.max(0, Math.min(learning.most, this.excess + learning.step * surprise));
	}

	/** Looks at what was written since the last answer. */
	private follow(before: string): void {
		const { last } = this;
		const typed = last && before.startsWith(last.before) ? before.slice(last.before.length) : undefined;
		const isTaken = last !== undefined && typed?.startsWith(last.text) === true;
		if (last?.isShown && typed) this.learn(last, isTaken);
		if (typed === undefined || last === undefined || hasMark(typed)) {
			this.quiet = 0;
			return;
		}
		this.quiet -= typed.length;
		if (last.isShown && !isTaken) this.quiet = quietFor - typed.length;
	}
}

function hasMark(text: string): boolean {
	for (let at = 0; at < text.length; at++) if (!continues(text.charCodeAt(at))) return true;
	return false;
}

/** The same words after the same ones. */
const keyOf = (before: string, text: string): string => `${before.slice(-2)}|${text.slice(0, 2)}`;
