// What is known about a term: the record behind a hover.
import type { Corpus, FirstUse } from '../corpus/corpus';
import type { Citation, Formulation, Source, Term } from '../corpus/records';

/** A citation with the source it stands in. */
export interface Placed {
	readonly citation: Citation;
	readonly source: Source | undefined;
}

/** What a definition rests on: citations of the corpus, or general knowledge. */
export type Basis =
	{ readonly kind: 'citations'; readonly citations: readonly Placed[] } | { readonly kind: 'general' };

export interface Explanation {
	readonly term: Term;
	readonly pack: string;
	readonly basis: Basis | undefined;
	readonly firstUse: (FirstUse & { readonly source: Source | undefined }) | undefined;
	/** Quotations that speak of the term, those with speaker and date first. */
	readonly quotations: readonly Placed[];
	/** How many citations of the corpus speak of it. */
	readonly citations: number;
	readonly formulations: readonly Formulation[];
	readonly related: readonly Term[];
	/** Older wordings this one replaced. */
	readonly supersedes: readonly string[];
}

/** Everything the corpus knows about the term with this id; nothing where there is none. */
export function explain(corpus: Corpus, id: string): Explanation | undefined {
	const term = corpus.term(id);
	if (!term) return undefined;
	const placed = (citation: Citation): Placed => ({ citation, source: corpus.source(citation.source) });
	const about = corpus.citationsOfTerm(id);
	const first = corpus.firstUse(id);
	const known = (citation: Citation) => Number(citation.speaker !== undefined) + Number(citation.date !== undefined);
	return {
		term,
		pack: corpus.packOf(id)?.title ?? '',
		basis: basisOf(term, corpus, placed),
		firstUse: first && { ...first, source: corpus.source(first.citation.source) },
		quotations: about
			.filter(c => c.kind === 'quotation')
			.sort((a, b) => known(b) - known(a))
			.map(placed),
		citations: about.length,
		formulations: corpus.formulations.filter(f => f.text.includes(term.term)),
		related: (term.related ?? []).flatMap(r => corpus.term(r) ?? []),
		supersedes: (term.supersedes ?? []).map(s => corpus.term(s)?.term ?? s),
	};
}

function basisOf({ definition }: Term, corpus: Corpus, placed: (citation: Citation) => Placed): Basis | undefined {
	if (!definition?.basis) return undefined;
	if (definition.basis === 'general') return { kind: 'general' };
	return { kind: 'citations', citations: definition.basis.flatMap(id => corpus.citation(id) ?? []).map(placed) };
}
