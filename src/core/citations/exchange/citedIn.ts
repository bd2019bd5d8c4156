// The sources a draft cites, for exporting them, and the keys in it that mean none.

import type { Corpus } from '../../corpus/corpus';
import type { Source } from '../../corpus/records';
import type { Draft } from '../../draft/draft';
import { citesOf, sourcesCited } from '../cited';
import { Sources } from '../sources';

/** What a draft cites. */
export interface CitedIn {
	/** Each once, in the order of its first citation. */
	readonly sources: readonly Source[];
	/** Keys of pandoc and LaTeX that no source has, each once, in the order of the draft. */
	readonly unknown: readonly string[];
}

/** What a draft cites by keys, labels and footnotes. */
export function citedIn(corpus: Corpus, draft: Draft): CitedIn {
	const known = new Sources(corpus);
	const unknown = draft.citations
		.flatMap(citation => citation.keys.map(({ key }) => key))
		.filter(key => key !== '*' && !known.byKey(key));
	return { sources: sourcesCited(citesOf(draft, known)), unknown: [...new Set(unknown)] };
}
