// Answers which few of many have the highest scores, without sorting all.

import { lowerBound } from '../text/lowerBound';

/** Keeps the `limit` highest scores, highest first; of equal ones, those that came first. */
export class Best<T> {
	readonly values: T[] = [];
	readonly scores: number[] = [];

	constructor(private readonly limit: number) {}

	/** The score a newcomer has to exceed. */
	get floor(): number {
		return this.scores.length < this.limit ? -Infinity : (this.scores[this.limit - 1] ?? Infinity);
	}

	/** What is kept with its score, best first. */
	get all(): { readonly value: T; readonly score: number }[] {
		return this.values.map((value, at) => ({ value, score: this.scores[at] ?? 0 }));
	}

	add(score: number, value: T): void {
		if (!(score > this.floor)) return;
		const place = lowerBound(0, this.scores.length, at => (this.scores[at] ?? 0) >= score);
		this.scores.splice(place, 0, score);
		this.values.splice(place, 0, value);
		if (this.scores.length > this.limit) {
			this.scores.pop();
			this.values.pop();
		}
	}
}
