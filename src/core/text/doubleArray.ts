// Answers where the children of a trie's nodes find room in one shared row of cells.

/** How many free places are tried before a set goes to the end; keeps packing linear. */
const tries = 256;

/**
 * Cells to be shared: a set of classes placed at a base takes the cells `base + class` and marks each with its class.
 * No two sets have the same base, so a cell that carries the class one looks for belongs to the base one looks from. 0
 * marks a free cell.
 */
export class Cells {
	/** The class that took each cell. */
	marks = new Uint16Array(0);
	private next = new Int32Array(0);
	private previous = new Int32Array(0);
	private usedBases = new Uint8Array(0);
	private capacity = 0;
	private cursor = 0;
	private top = 0;

	constructor(size: number) {
		this.grow(size);
	}

	/** One more than the last cell that is taken. */
	get length(): number {
		return this.top + 1;
	}

	/** Takes cells for a set of at least one class (each ≥ 1) and answers its base (≥ 1). */
	place(classes: readonly number[]): number {
		let least = Infinity;
		let greatest = 0;
		for (const one of classes) {
			if (one < least) least = one;
			if (one > greatest) greatest = one;
		}
		const base = this.find(classes, least);
		if (base + greatest >= this.capacity) this.grow(base + greatest + 1);
		this.usedBases[base] = 1;
		for (const one of classes) this.take(base + one, one);
		return base;
	}

	/** Searches the ring of free cells from where the last search ended. */
	private find(classes: readonly number[], least: number): number {
		let cell = this.cursor;
		for (let tried = 0; tried < tries; tried++) {
			cell = this.next[cell] ?? 0;
			const base = cell - least;
			if (base < 1 || this.usedBases[base] === 1) continue;
			if (classes.every(one => this.isFree(base + one))) {
				this.cursor = this.previous[cell] ?? 0;
				return base;
			}
		}
		this.cursor = cell;
		let base = Math.max(1, this.top + 1 - least);
		while (base < this.capacity && this.usedBases[base] === 1) base++;
		return base;
	}

	private isFree(cell: number): boolean {
		return cell >= this.capacity || this.marks[cell] === 0;
	}

	private take(cell: number, mark: number): void {
		const before = this.previous[cell] ?? 0;
		const after = this.next[cell] ?? 0;
		this.next[before] = after;
		this.previous[after] = before;
		if (this.cursor === cell) this.cursor = before;
		this.marks[cell] = mark;
		if (cell > this.top) this.top = cell;
	}

	private grow(size: number): void {
		const old = this.capacity;
		const capacity = Math.max(size, old + (old >> 1), 256);
		const marks = new Uint16Array(capacity);
		const next = new Int32Array(capacity);
		const previous = new Int32Array(capacity);
		const usedBases = new Uint8Array(capacity);
		marks.set(this.marks);
		next.set(this.next);
		previous.set(this.previous);
		usedBases.set(this.usedBases);
		// Cell 0 heads the ring and is never taken; new cells join at its end.
		let last = previous[0] ?? 0;
		for (let cell = Math.max(1, old); cell < capacity; cell++) {
			next[last] = cell;
			previous[cell] = last;
			last = cell;
		}
		next[last] = 0;
		previous[0] = last;
		Object.assign(this, { marks, next, previous, usedBases, capacity });
	}
}
