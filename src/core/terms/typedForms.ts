// The terms of a corpus and their other forms, with the pinyin they may be typed in.
import type { Corpus } from '../corpus/corpus';
import type { TypedForm } from '../search/index/queryForms';

export function typedFormsOf(corpus: Corpus): TypedForm[] {
	return corpus.terms.flatMap(({ term, aliases = [] }) =>
		[term, ...aliases].map(form => ({
			form,
			full: corpus.pinyin(form)?.full ?? [],
			initials: corpus.pinyin(form)?.initials ?? [],
		})),
	);
}
