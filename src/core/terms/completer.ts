// Everything that may be meant at a cursor: terms and formulations, titles, quotations, in one list.
import type { Corpus } from '../corpus/corpus';
import { TermTable, type CompletionRequest } from './complete';
import { together, type OfferList } from './completionItems';
import type { CorpusCounts } from './continuations/counts';
import { ContinuationModel } from './continuations/model';
import { Meant } from './meant';
import { QuoteCompletion } from './quoteCompletion';
import type { Spotter } from './spotter';

/** Completion over a corpus; what it needs is built when it is first asked. */
export class Completer {
	private readonly meant: Meant;
	private table: TermTable | undefined;
	private quoting: QuoteCompletion | undefined;

	constructor(
		private readonly corpus: Corpus,
		private readonly spotter: () => Spotter,
		private readonly counts: CorpusCounts,
	) {
		this.meant = new Meant(corpus, () => counts.records());
	}

	/** What fits, best first; `around` answers the text of the draft, the line itself with it. */
	complete(request: CompletionRequest, around?: () => string): OfferList {
		const { before, after = '', limit = 20 } = request;
		const terms = this.terms().complete(request, around);
		this.quoting ??= new QuoteCompletion(this.corpus, this.spotter());
		const quoted = this.quoting.complete(before, after, limit);
		return together(terms, quoted, limit, offer => this.meant.only(offer, before));
	}

	/** Characters that may end what leads to a completion. */
	characters(): readonly string[] {
		return this.terms().characters();
	}

	private terms(): TermTable {
		const model = new ContinuationModel(() => this.counts.layers());
		return (this.table ??= new TermTable(this.corpus, this.spotter().automaton, this.meant, model));
	}
}
