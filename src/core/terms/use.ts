// How often a draft uses each term, kept up to date line by line while it is written.
import { longestLine, type Lines } from '../draft/lineRegions';

/** Which terms stand in a line; numbers of the owner's choosing, one for each occurrence. */
export type SpotLine = (line: string) => readonly number[];

/** A book of so many characters tells what it uses; reading more at once would be felt. */
const enough = 1_000_000;

const none: readonly number[] = [];

/**
 * Counts of terms over the lines of a draft. The first question reads the draft once (its first million characters); an
 * edit costs the lines it touches.
 */
export class TermUse {
	private byLine: (readonly number[])[] | undefined;
	private readonly counts = new Map<number, number>();

	constructor(
		private readonly lines: Lines,
		private readonly spot: SpotLine,
	) {}

	/** How often the draft uses a term. */
	count(term: number): number {
		if (!this.byLine) {
			this.byLine = [];
			let read = 0;
			for (let line = 0; line < this.lines.count; line++) {
				this.byLine.push(read > enough ? none : this.read(line));
				const { length } = this.lines.line(line);
				if (length <= longestLine) read += length;
			}
		}
		return this.counts.get(term) ?? 0;
	}

	/** Lines [start, start + removed) were replaced by `inserted` lines; `lines` already shows the new text. */
	change(start: number, removed: number, inserted: number): void {
		if (!this.byLine) return;
		for (let line = start; line < start + removed; line++) this.add(this.byLine[line] ?? none, -1);
		const fresh: (readonly number[])[] = [];
		for (let line = start; line < start + inserted; line++) fresh.push(this.read(line));
		if (removed !== inserted) {
			this.byLine = this.byLine.slice(0, start).concat(fresh, this.byLine.slice(start + removed));
			return;
		}
		// In place, since a book has many lines and a key changes one.
		for (const [at, terms] of fresh.entries()) this.byLine[start + at] = terms;
	}

	private read(line: number): readonly number[] {
		const text = this.lines.line(line);
		const found = text.length > longestLine ? none : this.spot(text);
		this.add(found, 1);
		return found.length ? found : none;
	}

	private add(terms: readonly number[], by: number): void {
		for (const term of terms) this.counts.set(term, (this.counts.get(term) ?? 0) + by);
	}
}
