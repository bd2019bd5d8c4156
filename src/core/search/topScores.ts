// Answers which few of many have the highest scores, without sorting all.

/** Keeps the `limit` highest scores, highest first; of equal ones, those that came first. */
export class Best<T> {
	readonly values: T[] = [];
	readonly scores: number[] = [];

	constructor(private readonly limit: number) {}

	/** The score a newcomer has to exceed. */
	get floor(): number {
		return this.scores.length < this.limit ? -Infinity : (this.scores[this.limit - 1] ?? Infinity);
	}

	add(score: number, value: T): void {
		if (!(score > this.floor)) return;
		let low = 0;
		let high = this.scores.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.scores[middle]! >= score) low = middle + 1;
			else high = middle;
		}
		this.scores.splice(low, 0, score);
		this.values.splice(low, 0, value);
		if (this.scores.length > this.limit) {
			this.scores.pop();
			this.values.pop();
		}
	}
}
