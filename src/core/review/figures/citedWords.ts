// What a draft says its notes, numbers and keys stand for: the words of footnotes, of a list at its end, of \bibitem.

import type { Draft } from '../../draft/draft';
import type { Block, Cite } from '../../draft/blocks';

/** A number in brackets, or several: [1], ［2，3］, [4-6]. */
export const numberMark = /[[［](\d{1,3}(?:\s*[-–,，、]\s*\d{1,3})*)[\]］]/g;
/** A formula that is only a number. */
const formula = /(?:\$|\\\()\s*(\d[\d.,]*(?:\s*\\?%)?)\s*(?:\$|\\\))/g;
const entry = /^\s*(?:[-*+]\s+)?\\?[[［](\d{1,3})\\?[\]］]\s*(\S.*)$/;
const item = /\\bibitem(?:\[[^\]]*\])?\{([^{}]+)\}([^]*?)(?=\\bibitem|\\end\{thebibliography\}|$)/g;

/** What the marks of one paragraph stand for. */
export interface BlockWords {
	/** All of it: as long as it is the same, so is what the paragraph cites. */
	readonly all: string;
	/** The paragraph with the numbers that are set as formulas: $85\\%$. */
	readonly text: string;
	/** What a note or a key stands for: a definition, an item, or the note written there. */
	of(cite: Cite): string | undefined;
	/** What the numbers of a mark stand for; nothing where one of them is not listed. */
	numbered(mark: string): readonly string[] | undefined;
}

/** Words behind marks, as a draft lists them. */
export class CitedWords {
	private constructor(
		private readonly written: string,
		private readonly labels: ReadonlyMap<string, string>,
		private readonly numbers: ReadonlyMap<number, string>,
		private readonly inner: readonly { readonly start: number; readonly words: string }[],
	) {}

	/** Read once a draft; depends on nothing but the draft. */
	static of(this: void, draft: Draft): CitedWords {
		const labels = new Map<string, string>();
		for (const { label, textStart, end } of draft.definitions)
			if (!labels.has(label.toLowerCase())) labels.set(label.toLowerCase(), draft.text.slice(textStart, end));
		if (draft.text.includes('\\bibitem'))
			for (const [, key = '', words = ''] of draft.text.matchAll(item)) labels.set(key.trim().toLowerCase(), words);
		const numbers = new Map<number, string>();
		for (const { text } of draft.lines) {
			const [, number, words] = entry.exec(text) ?? [];
			if (number !== undefined && words !== undefined) numbers.set(Number(number), words);
		}
		const inner = draft.blocks
			.filter(one => one.inner)
			.map(({ start, text }) => ({ start, words: draft.text.slice(start, start + text.length) }));
		return new CitedWords(draft.text, labels, numbers, inner);
	}

	/** What the marks of a paragraph stand for. */
	in({ start, text, cites }: Block): BlockWords {
		const of = (cite: Cite) =>
			cite.label === ''
				? (this.writtenAt(start + cite.start, start + cite.end) ?? this.listedAt(start + cite.start, start + cite.end))
				: this.labels.get(cite.label.toLowerCase());
		const numbered = (mark: string) => this.numbered(mark);
		const marks = this.numbers.size === 0 ? [] : [...text.matchAll(numberMark)];
		const listed = marks.flatMap(([, mark = '']) => numbered(mark) ?? []);
		const read = this.withFormulas(start, text);
		const all = [...cites.map(one => of(one) ?? ''), ...listed, read === text ? '' : read].join('\n');
		return { all, text: read, of, numbered };
	}

	/** A paragraph in which formulas that are only a number can be read; as long as it was. */
	private withFormulas(start: number, text: string): string {
		if (!text.includes('\0')) return text;
		const written = this.written.slice(start, start + text.length);
		let read = text;
		for (const { 0: all, 1: number = '', index } of written.matchAll(formula)) {
			const end = index + all.length;
			// A sign behind the formula is part of the number, and a mark of the formula between them is not to go.
			if (/[^\0]/.test(text.slice(index, end)) || /^\\?[%％]/.test(text.slice(end, end + 2))) continue;
			const from = index + all.indexOf(number);
			read = read.slice(0, from) + number + read.slice(from + number.length);
		}
		return read;
	}

	/** The note that is written where its command or its mark stands. */
	private writtenAt(start: number, end: number): string | undefined {
		return this.inner.find(one => start <= one.start && one.start <= end)?.words;
	}

	/** What the one number in brackets stands for that cites there. */
	private listedAt(start: number, end: number): string | undefined {
		const [found] = this.written.slice(start, end).matchAll(numberMark);
		const [words, ...others] = this.numbered(found?.[1] ?? '') ?? [];
		return others.length === 0 ? words : undefined;
	}

	private numbered(mark: string): readonly string[] | undefined {
		const words: string[] = [];
		for (const part of mark.split(/[,，、]/)) {
			const [from = 0, to = from] = part.split(/[-–]/).map(Number);
			for (let number = from; number <= Math.min(to, from + 20); number++) {
				const known = this.numbers.get(number);
				if (known === undefined) return undefined;
				words.push(known);
			}
		}
		return words;
	}
}
