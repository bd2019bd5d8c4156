// What the MCP server answers from: the shipped pack, and the packs and libraries a person has named.
import type { Holdings } from '../../app/assistants/holdings';
import { createPolicyService, type PolicyService } from '../../core/service';
import { Documents } from '../documents';
import type { Io } from '../io';
import { isLibrary } from '../library';
import { loadCorpus, readPackFolder } from '../packFolder';

/** What a person has named. `corpus`: with their documents, which may be handed over; `records`: without. */
export interface Named {
	readonly corpus: readonly string[];
	readonly records: readonly string[];
	/** Where the index of documents is kept; then their words are not held in memory. */
	readonly index: string | undefined;
}

/** So many passages are looked at for the words of a quotation. */
const passagesSought = 6;

/** Holdings with what lets go of them. UsageError where a folder cannot be read. */
export async function holdingsOf(
	io: Io,
	named: Named,
): Promise<{ readonly holdings: Holdings; close(): Promise<void> }> {
	const nothing = () => Promise.resolve();
	if (named.corpus.length === 0) {
		const service = createPolicyService(await loadCorpus(io, named.records, 'heads'));
		const unread = await sourcesOfDocuments(io, named.records);
		return { holdings: { records: service.withoutDocuments(unread) }, close: nothing };
	}
	const isIndexed = named.index !== undefined;
	const service = createPolicyService(await loadCorpus(io, named.corpus, isIndexed ? 'heads' : 'whole'));
	const documents = new Documents(io, named.corpus, named.index);
	const own = new Set(await sourcesOfDocuments(io, named.corpus));
	return {
		holdings: {
			records: service.withoutDocuments([...own]),
			documents: {
				service,
				search: query => documents.search(query),
				seek: isIndexed ? seekIn(documents, service) : undefined,
				isOwn: id => own.has(id),
				// Who names a folder has said yes.
				allow: () => Promise.resolve(true),
			},
		},
		close: () => documents.close(),
	};
}

function seekIn(documents: Documents, service: PolicyService) {
	return async (words: string) => {
		const hits = await documents.search({ text: words, limit: passagesSought });
		return hits.map(hit => ({ ...hit, source: service.corpus.source(hit.source)?.id ?? hit.source }));
	};
}

/** Ids of the sources that documents of packs tell of. */
async function sourcesOfDocuments(io: Io, packs: readonly string[]): Promise<readonly string[]> {
	const ids: string[] = [];
	for (const path of packs) {
		if (await isLibrary(io, path)) continue;
		const { data } = await readPackFolder(io, path, 'heads');
		ids.push(...[...(data.documents ?? []), ...(data.unread ?? [])].map(one => one.source));
	}
	return ids;
}
