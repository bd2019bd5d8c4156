// Stretches of characters that recur, by their numbers: how often each stands, and how firmly it holds together.

/** A stretch that recurs, as {@link Stretches} takes it. */
export interface Stretch {
	/** The stretch without its last, and without its first character. */
	readonly head: number;
	readonly tail: number;
	readonly uses: number;
	readonly documents: number;
	/** A place where it stands. */
	readonly place: number;
}

/**
 * What is known of the stretches of all lengths that recur often enough, by their numbers. A stretch of n + 1 is two of
 * n that overlap.
 */
export class Stretches {
	// A column for each field: there are millions of stretches.
	private readonly heads: number[] = [];
	private readonly tails: number[] = [];
	private readonly uses: number[] = [];
	private readonly documents: number[] = [];
	private readonly places: number[] = [];

	constructor(private readonly codes: Uint16Array) {}

	/** How many there are: the number of the next. */
	get size(): number {
		return this.uses.length;
	}

	add({ head, tail, uses, documents, place }: Stretch): void {
		this.heads.push(head);
		this.tails.push(tail);
		this.uses.push(uses);
		this.documents.push(documents);
		this.places.push(place);
	}

	usesOf(number: number): number {
		return this.uses[number] ?? 0;
	}

	documentsOf(number: number): number {
		return this.documents[number] ?? 0;
	}

	text(number: number, length: number): string {
		const place = this.places[number] ?? 0;
		return String.fromCharCode(...this.codes.subarray(place, place + length));
	}

	private headOf(number: number): number {
		return this.heads[number] ?? 0;
	}

	private tailOf(number: number): number {
		return this.tails[number] ?? 0;
	}

	/** See `Gram.cohesion`; `all` is how many characters there are. */
	cohesion(number: number, length: number, all: number): number {
		/** The beginnings of the stretch, the shortest first. */
		const heads: number[] = [];
		for (let head = number, left = length; left > 1; left--) heads.push((head = this.headOf(head)));
		heads.reverse();
		const uses = this.usesOf(number);
		let least = Infinity;
		let tail = number;
		for (const head of heads) {
			tail = this.tailOf(tail);
			least = Math.min(least, Math.log2((uses * all) / (this.usesOf(head) * this.usesOf(tail))));
		}
		return least;
	}

	/** See `GramOptions.wanted`. */
	bond(number: number, length: number, at: number, all: number): number {
		let pair = number;
		for (let cut = 0; cut < at; cut++) pair = this.tailOf(pair);
		for (let left = length - at; left > 2; left--) pair = this.headOf(pair);
		const both = this.usesOf(pair);
		const head = this.usesOf(this.headOf(pair));
		const tail = this.usesOf(this.tailOf(pair));
		// What was seen a few times proves little (Pantel and Lin 2002: discounted mutual information).
		const seen = (both / (both + 1)) * (Math.min(head, tail) / (Math.min(head, tail) + 1));
		return seen * Math.log2((both * all) / (head * tail));
	}
}
