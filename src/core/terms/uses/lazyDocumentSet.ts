// What is asked of all documents at once, made with the first question: few people ask, and it is a bundle of its own.
import { lazily } from '../../text/lazily';
import type { DocumentSet } from './documentSet';

/** The document set that `make` makes. */
export function lazyDocumentSet(make: () => DocumentSet): DocumentSet {
	const made = lazily(make);
	return {
		timeline: async (asked, options) => made().timeline(asked, options),
		candidates: async options => made().candidates(options),
	};
}
