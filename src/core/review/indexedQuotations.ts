// Quotations that nothing loaded has, looked for in an index of further documents; its answers are kept.

import type { Corpus } from '../corpus/corpus';
import type { Cancelled } from '../search/passageSearch';
import { askedFor, isFound, judgedElsewhere, type Open, type Seek } from './compare/indexed';
import type { Paragraph } from './compare/referenceTexts';
import { normalizedText } from './compare/comparedText';
import type { Judged } from './judged';
import type { Candidate } from './verdict';

/** Answers of an index are kept for so many words. */
const mostSought = 5000;

export class IndexedQuotations {
	private readonly sought = new Map<string, readonly Paragraph[]>();
	/** What was made of quotations, by the candidate, which stays the same as long as its paragraph does. */
	private judged = new WeakMap<Candidate, { readonly judged: Judged | undefined }>();

	constructor(private readonly corpus: Corpus) {}

	/**
	 * What quotations are by what an index has; nothing when it was cancelled. `own`: ids of the sources whose text the
	 * draft is.
	 */
	async judge(
		quotations: readonly Open[],
		own: readonly string[],
		seek: Seek,
		signal: Cancelled | undefined,
	): Promise<readonly { readonly open: Open; readonly judged: Judged }[] | undefined> {
		const found: { readonly open: Open; readonly judged: Judged }[] = [];
		for (const open of quotations) {
			let known = this.judged.get(open.candidate);
			if (!known) {
				const judged = await this.judgeOne(open, own, seek, signal);
				if (signal?.aborted) return undefined;
				this.judged.set(open.candidate, (known = { judged }));
			}
			if (known.judged) found.push({ open, judged: known.judged });
		}
		if (this.sought.size > mostSought) this.sought.clear();
		return found;
	}

	/** Whether words stand, as they are written, in a document an index knows. */
	async has(words: string, own: readonly string[], seek: Seek): Promise<boolean> {
		const paragraphs = await this.standing(words, own, seek);
		return paragraphs.some(one => normalizedText(one.text).includes(words));
	}

	/** Forgets what an index answered: it may know more now. */
	forget(): void {
		this.sought.clear();
		this.judged = new WeakMap();
	}

	private async judgeOne(
		open: Open,
		own: readonly string[],
		seek: Seek,
		signal: Cancelled | undefined,
	): Promise<Judged | undefined> {
		const paragraphs: Paragraph[] = [];
		let judged: Judged | undefined;
		for (const round of askedFor(open)) {
			for (const words of round) {
				if (signal?.aborted) return undefined;
				paragraphs.push(...(await this.standing(words, own, seek)));
			}
			judged = judgedElsewhere(open, paragraphs);
			if (isFound(judged)) break;
		}
		return judged;
	}

	/** Paragraphs an index has for some words. */
	private async standing(words: string, own: readonly string[], seek: Seek): Promise<readonly Paragraph[]> {
		let known = this.sought.get(words);
		if (!known) {
			known = (await seek(words)).filter(one => this.isAuthority(one.source, own));
			this.sought.set(words, known);
		}
		return known;
	}

	/** Whether a source may prove a quotation: not a damaged copy, nor the draft itself. */
	private isAuthority(id: string, own: readonly string[]): boolean {
		const source = this.corpus.source(id);
		return source !== undefined && source.fidelity !== 'damaged' && !own.includes(source.id);
	}
}
