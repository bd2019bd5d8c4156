// How one draft is written and cites, for those who mend drafts without knowing of citations.

import type { Corpus } from '../corpus/corpus';
import type { Edit } from '../draft/edit';
import type { Draft } from '../draft/draft';
import { escapeFor } from './edits/escape';
import { planInsertion, type Cited, type Form, type InsertOptions } from './edits/insert';
import { inWidth, type QuoteMarks } from '../draft/conventions';

/** What may be asked of it. */
export interface DraftCiter {
	/**
	 * Edits that put the citation or the source with an id at an offset, and what else that needs; none where it cannot
	 * stand there.
	 */
	cite(offset: number, id: string): readonly Edit[];
	/** Marks in the width of the draft. */
	inWidth(text: string): string;
	/** Text made harmless for the language of the draft. */
	escape(text: string): string;
	readonly quotes: QuoteMarks;
	readonly lineEnd: string;
}

/**
 * `cited`: the record with an id; `form`: how it is cited (`quotation`, which would repeat the words, is `footnote`).
 */
export function citerOf(
	draft: Draft,
	cited: (id: string) => Cited | undefined,
	form: Form,
	options: InsertOptions = {},
): DraftCiter {
	const { language, conventions: manner } = draft;
	const width = options.width ?? manner.width;
	const mark = form === 'quotation' ? 'footnote' : form;
	return {
		cite: (offset, id) => {
			const what = cited(id);
			return what ? planInsertion(draft, [offset], what, mark, options).edits : [];
		},
		inWidth: words => inWidth(words, width),
		escape: words => escapeFor(language, words),
		quotes: manner.quotes,
		lineEnd: manner.lineEnd,
	};
}

/** The citation with this id and its source, or the source with this id alone. */
export function citedOf(corpus: Corpus, id: string): Cited | undefined {
	const citation = corpus.citation(id);
	const source = corpus.source(citation ? citation.source : id);
	return source && { citation, source };
}
