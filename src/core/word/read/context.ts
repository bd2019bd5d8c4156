// What is gathered while a draft is read: its footnotes in the order in which a reader meets them, its pictures, and
// what is told of.

import type { Block } from '../manuscript';
import type { ParsedNote, Token } from './parser';
import { Problems } from './problems';

/** A note as the text refers to it. */
export interface NotePlace {
	readonly note: number;
	readonly again: boolean;
}

/** An address without the escapes that Markdown puts in; as it is where it has others. */
function decoded(address: string): string {
	try {
		return decodeURI(address);
	} catch {
		return address;
	}
}

export class Reading {
	readonly images: string[] = [];
	/** In the order in which they are referred to; what they say is read when all of the text has been. */
	readonly noteTokens: (readonly Token[])[] = [];
	readonly notes: (readonly Block[])[] = [];
	/** Definitions by label; of several with one label the last counts, as in the preview. */
	private readonly definitions = new Map<string, readonly Token[]>();
	/** Definitions that another of the same label has taken the place of. */
	readonly replaced: (readonly [label: string, tokens: readonly Token[]])[] = [];
	private readonly numbers = new Map<string, number>();
	private readonly used = new Set<string>();
	/** Whether what is read stands in a footnote, which holds no other. */
	inNote = false;

	constructor(
		readonly parsed: readonly ParsedNote[],
		/** The numbers of figures and tables that are named by a label (`fig:map`). */
		readonly labels: ReadonlyMap<string, string>,
		readonly problems = new Problems(),
		/** Parts the numbers of two notes at one place, which would be drawn as one. */
		readonly comma = '，',
	) {}

	/** Takes the definition of a footnote. */
	define(label: string, tokens: readonly Token[]): void {
		const before = this.definitions.get(label);
		if (before) this.replaced.push([label, before]);
		this.definitions.set(label, tokens);
	}

	/** The note that the text refers to by the number markdown-it gave it; nothing where it has no words. */
	noteOf(id: number): NotePlace | undefined {
		const parsed = this.parsed[id];
		const tokens = this.tokensOf(id);
		if (!tokens) return undefined;
		const key = parsed?.label ?? `#${id}`;
		this.used.add(key);
		const before = this.numbers.get(key);
		if (before !== undefined) return { note: before, again: true };
		const note = this.noteTokens.push(tokens) - 1;
		this.numbers.set(key, note);
		return { note, again: false };
	}

	/** What a note within a note says: it can hold no other, so its words stand where it was. */
	nestedTokens(id: number): readonly Token[] {
		const label = this.parsed[id]?.label;
		if (label !== undefined) this.used.add(label);
		return this.tokensOf(id) ?? [];
	}

	/** Labels of notes that nothing refers to. */
	get unused(): readonly string[] {
		return [...this.definitions.keys()].filter(label => !this.used.has(label));
	}

	/** The index of a picture; its address as a person writes it. */
	imageOf(encoded: string): number {
		const address = decoded(encoded);
		const there = this.images.indexOf(address);
		if (there >= 0) return there;
		return this.images.push(address) - 1;
	}

	/** What a note says that nothing refers to. */
	definitionOf(label: string): readonly Token[] {
		return this.definitions.get(label) ?? [];
	}

	private tokensOf(id: number): readonly Token[] | undefined {
		const parsed = this.parsed[id];
		if (parsed?.label !== undefined) return this.definitions.get(parsed.label);
		return parsed?.tokens ?? undefined;
	}
}
