// Passages one after the other, as one run of letters.

import type { Citation } from '../../corpus/records';
import type { Steps } from '../steps';

/** A paragraph of a document, or a recorded quotation. */
export interface Passage {
	readonly source: string;
	readonly paragraph?: number;
	readonly citation?: Citation;
	readonly text: string;
	/** Where its letters begin in the letters of all. */
	readonly start: number;
	readonly end: number;
	/** Passages of one document share a group and follow each other; a recorded quotation is a group of its own. */
	readonly group: number;
}

/** A passage as findings name it. */
export function namedBy(passage: Passage): { source: string; paragraph?: number; citation?: string } {
	return {
		source: passage.source,
		...(passage.paragraph === undefined ? {} : { paragraph: passage.paragraph }),
		...(passage.citation ? { citation: passage.citation.id } : {}),
	};
}

/** A paragraph that stands so often is a set piece: more of it is not kept. */
const mostAlike = 8;
/** So many passages are joined in a step. */
const joinedAtOnce = 2000;

/** Puts passages together, in groups of which the letters are not matched across their borders. */
export class PassageRun {
	readonly passages: Passage[] = [];
	private readonly parts: string[] = [];
	private readonly seen = new Map<string, number>();
	private size = 0;
	private group = 0;

	/** Adds a passage with its letters; not one without any, nor a set piece. */
	add(passage: Omit<Passage, 'start' | 'end' | 'group'>, letters: string): void {
		const before = this.seen.get(letters) ?? 0;
		if (letters === '' || before >= mostAlike) return;
		this.seen.set(letters, before + 1);
		this.passages.push({ ...passage, start: this.size, end: this.size + letters.length, group: this.group });
		this.parts.push(letters);
		this.size += letters.length;
	}

	/** What is added next is of another text. */
	endGroup(): void {
		this.parts.push('\0');
		this.size++;
		this.group++;
	}

	/** The letters of all, a step at a time. */
	*letters(): Steps<string> {
		// First some together, then all: few long pieces are copied fast.
		const pieces: string[] = [];
		for (let at = 0; at < this.parts.length; at += joinedAtOnce) {
			pieces.push(this.parts.slice(at, at + joinedAtOnce).join(''));
			yield;
		}
		const joined = pieces.join('');
		yield;
		return joined;
	}
}
