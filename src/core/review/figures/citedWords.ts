// What a draft says its notes, numbers and keys stand for: the words of footnotes, of a list at its end, of \bibitem.

import type { Draft } from '../../draft/draft';
import type { Block } from '../../draft/blocks';

/** A number in brackets, or several: [1], ［2，3］, [4-6]. */
export const numberMark = /[[［](\d{1,3}(?:\s*[-–,，、]\s*\d{1,3})*)[\]］]/g;
const entry = /^\s*(?:[-*+]\s+)?\\?[[［](\d{1,3})\\?[\]］]\s*(\S.*)$/;
const item = /\\bibitem(?:\[[^\]]*\])?\{([^{}]+)\}([^]*?)(?=\\bibitem|\\end\{thebibliography\}|$)/g;

/** Words behind marks, as a draft lists them. */
export class CitedWords {
	private constructor(
		private readonly labels: ReadonlyMap<string, string>,
		private readonly numbers: ReadonlyMap<number, string>,
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
		return new CitedWords(labels, numbers);
	}

	/** What the footnote or the item with a label says. */
	note(label: string): string | undefined {
		return this.labels.get(label.toLowerCase());
	}

	/** What the numbers of a mark stand for; nothing where one of them is not listed. */
	numbered(mark: string): readonly string[] | undefined {
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

	/** All that the marks of a paragraph stand for: as long as it is the same, so is what they cite. */
	behind({ text, cites }: Block): string {
		const notes = cites.map(one => this.note(one.label) ?? '');
		const numbered =
			this.numbers.size === 0
				? []
				: [...text.matchAll(numberMark)].flatMap(([, mark = '']) => this.numbered(mark) ?? []);
		return [...notes, ...numbered].join('\n');
	}
}
