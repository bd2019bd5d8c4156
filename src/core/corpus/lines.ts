// Offsets ↔ lines and columns of one text; the only arithmetic of that kind in the core's packs.

import { lowerBound } from '../text/lowerBound';
import type { Place } from './problem';

/** Where each line starts; made once per text. Lines end at LF, CRLF or a lone CR. */
export class Lines {
	private readonly starts: number[] = [0];
	private readonly length: number;

	constructor(text: string) {
		this.length = text.length;
		for (let i = 0; i < text.length; i++) {
			const unit = text.charCodeAt(i);
			if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) this.starts.push(i + 1);
		}
	}

	/** The place of a half-open stretch; offsets outside the text are moved to its ends. */
	place(start: number, end: number): Place {
		const from = this.clamp(start);
		const to = Math.max(from, this.clamp(end));
		const line = this.lineOf(from);
		const endLine = this.lineOf(to);
		return {
			start: from,
			end: to,
			line: line + 1,
			column: from - this.startOf(line) + 1,
			endLine: endLine + 1,
			endColumn: to - this.startOf(endLine) + 1,
		};
	}

	private clamp(offset: number): number {
		return Math.min(Math.max(offset, 0), this.length);
	}

	/** Index (from 0) of the line an offset stands in. */
	private lineOf(offset: number): number {
		return lowerBound(0, this.starts.length, line => this.startOf(line) <= offset) - 1;
	}

	private startOf(line: number): number {
		return this.starts[line] ?? this.length;
	}
}
