// Asks the person's documents for the words of a quotation: those documents that are too many to be loaded.
import type { PolicyService, Seek } from '../../core/service';
import type { Host } from '../base/host';

/** So many paragraphs are looked at for some words. */
const passageLimit = 6;

/** What asks; nothing where all documents are loaded. An engine that fails finds nothing. */
export function seekIn(host: Host, service: PolicyService): Seek | undefined {
	if (!host.documents.beyond) return undefined;
	const loaded = new Set(service.corpus.documents.map(text => text.source));
	return async words => {
		const hits = await host.documents
			.ask(engine => engine.search({ text: words, limit: passageLimit }))
			.catch((error: unknown) => {
				host.log.warn('review: my documents', error instanceof Error ? error : String(error));
				return undefined;
			});
		return (hits ?? []).filter(hit => !loaded.has(service.corpus.source(hit.source)?.id ?? hit.source));
	};
}
