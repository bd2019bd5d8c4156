// Asks documents for the words of a quotation: the person's own that are too many to be loaded, and a group's.
import type { PassageHit, PolicyService, Seek } from '../../core/service';
import type { Host } from '../base/host';

/** So many paragraphs are looked at for some words. */
const passageLimit = 6;

/** Whose documents are asked. */
export type Asked = 'own' | 'all';

/** What asks; nothing where all documents are loaded. An engine that fails finds nothing. */
export function seekIn(host: Host, service: PolicyService, asked: Asked = 'all'): Seek | undefined {
	const { documents } = host;
	const group = asked === 'all' ? documents.group : undefined;
	if (!documents.beyond && !group) return undefined;
	const { corpus } = service;
	const loaded = new Set(corpus.documents.map(text => text.source));
	return async words => {
		const query = { text: words, limit: passageLimit };
		const answer = group
			? documents.askAll(library => library.search(query), true)
			: documents.ask(engine => engine.search(query));
		const hits = await answer.catch((error: unknown) => {
			host.log.warn('review: my documents', error instanceof Error ? error : String(error));
			return undefined;
		});
		const further = (hits ?? []).filter(hit => !loaded.has(corpus.source(hit.source)?.id ?? hit.source));
		const known = await Promise.all(further.map(hit => isKnown(host, service, hit)));
		return further.filter((_, at) => known[at]);
	};
}

/** Whether a passage proves something: its source is known, and if it is the group's, by its title too. */
async function isKnown({ documents }: Host, { corpus }: PolicyService, hit: PassageHit): Promise<boolean> {
	const known = corpus.source(hit.source);
	if (!hit.library) return true;
	if (known) return known.title === hit.title;
	const source = await documents.group?.source(hit.document);
	if (source?.id !== hit.source) return false;
	corpus.know(source);
	return true;
}
