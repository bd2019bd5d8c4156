// What assistants may read beside the answers of tools: the packs, the sources, and what of each source is recorded.
import type { Source } from '../../core/corpus/records';
import type { PolicyService } from '../../core/service';
import { present } from '../../core/text/values/fields';
import { filled } from '../../core/text/values/optional';
import type { ToolAnswer } from './holdings';
import { shown, ToolInputError } from './input';
import { answerRoom } from './page';
import { dataNotice, recordShown, sourceWords, visible } from './sourceWords';

/** Something to be read, by its address. */
export interface AssistantResource {
	readonly uri: string;
	readonly name: string;
	readonly title: string;
	readonly description?: string;
}

const scheme = 'policy-corpus:';
const packsAddress = `${scheme}//packs`;
const sourcesAddress = `${scheme}//sources`;
const sourceAddress = `${scheme}//source/`;
/** The address of any source; `id` as tools answer it. */
export const sourceTemplate = `${sourceAddress}{id}`;

/** So many sources are listed by address; all are in the list of sources. */
const mostListed = 100;

/** What there is to be read. */
export function resourcesOf({ corpus }: PolicyService): readonly AssistantResource[] {
	return [
		{ uri: packsAddress, name: 'packs', title: '语料包 Packs' },
		{ uri: sourcesAddress, name: 'sources', title: '来源 Sources' },
		...corpus.sources.slice(0, mostListed).map(({ id, title }) => ({
			uri: sourceAddress + encodeURIComponent(id),
			name: id,
			title: visible(title),
		})),
	];
}

/** What stands at an address, as data; ToolInputError where nothing does, with what there is. */
export function readResource(service: PolicyService, uri: string): ToolAnswer {
	return recordShown(resourceAt(service, uri));
}

function resourceAt(service: PolicyService, uri: string): ToolAnswer {
	const { corpus } = service;
	if (uri === packsAddress)
		return { packs: corpus.packs.map(({ id, title, licence }) => present({ id, title, licence })) };
	if (uri === sourcesAddress) return sourcesShown(service);
	const id = uri.startsWith(sourceAddress) ? decoded(uri.slice(sourceAddress.length)) : undefined;
	const source = id === undefined ? undefined : corpus.source(id);
	if (source) return sourceShown(service, source);
	throw new ToolInputError(
		`没有 ${shown(uri)}；可读 ${packsAddress}、${sourcesAddress}、${sourceTemplate}。 There is no ${shown(uri)}; read ${packsAddress}, ${sourcesAddress} or ${sourceTemplate}.`,
	);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The sources, as many as there is room for. */
function sourcesShown({ corpus }: PolicyService): ToolAnswer {
	const sources: ToolAnswer[] = [];
	let size = 0;
	for (const { id, title, issued, fidelity } of corpus.sources) {
		const entry = present({ id, title, issued, fidelity, citations: corpus.citationsOfSource(id).length });
		size += JSON.stringify(entry).length + 1;
		if (size > answerRoom) break;
		sources.push(entry);
	}
	const more = corpus.sources.length - sources.length;
	return more > 0
		? { sources, more, note: 'policy_search with kind source finds the others. 其余可用 policy_search 查。' }
		: { sources };
}

/** A source with what is recorded of it. */
function sourceShown(service: PolicyService, source: Source): ToolAnswer {
	const { text: reference, missing = [] } = service.reference(source.id) ?? { text: source.title };
	const citations: ToolAnswer[] = [];
	let size = reference.length;
	for (const { id, kind, text, speaker, date, paragraph } of service.corpus.citationsOfSource(source.id)) {
		const entry = present({ id, kind, ...sourceWords(text), speaker, date, paragraph });
		size += JSON.stringify(entry).length + 1;
		if (size > answerRoom) break;
		citations.push(entry);
	}
	return present({
		id: source.id,
		title: source.title,
		fidelity: source.fidelity,
		reference,
		missing: filled([...new Set(missing.map(gap => gap.field))]),
		citations,
		notice: dataNotice,
	});
}
