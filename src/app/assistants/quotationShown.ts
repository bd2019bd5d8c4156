// What is told of one quotation: its verdict, the source's words, and where to look for words that stand nowhere.
import type { Draft } from '../../core/draft/draft';
import { changesOf, type Finding } from '../../core/draft/finding';
import type { Facts } from '../../core/rules/rule';
import type { PolicyService } from '../../core/service';
import { present } from '../../core/text/values/fields';
import { filled, mapped } from '../../core/text/values/optional';
import type { ToolAnswer } from './holdings';
import { referenceShown, sourceWords, warningOn } from './sourceWords';

/** What is asked: the service that judged, and the one over the records alone. */
interface Services {
	readonly service: PolicyService;
	readonly records: PolicyService;
}

/** A finding about a quotation as the answer has it. */
export async function shownQuotation(
	finding: Finding,
	verdict: string,
	draft: Draft,
	services: Services,
): Promise<ToolAnswer> {
	const words = draft.text.slice(finding.start, finding.end);
	const quotation = sourceWords(words).text;
	if (verdict !== 'unknown') return { quotation, verdict, ...proofOf(finding, verdict, services.service) };
	return unknownQuotation(words, finding.data, services);
}

/** Words that nothing proves, and where to look: `data` may know it of a review. */
export async function unknownQuotation(words: string, data: Facts, services: Services): Promise<ToolAnswer> {
	const nearest = filled(await nearestOf(data, words, services));
	return present({ quotation: sourceWords(words).text, verdict: 'unknown', nearest });
}

/** So many changes an answer has room for. */
export const mostChanges = 30;

/** The first of many changes, and how many there are where not all are shown. */
export function someOf<T>(changes: readonly T[]): { readonly changes?: readonly T[]; readonly changesInAll?: number } {
	if (changes.length === 0) return {};
	if (changes.length <= mostChanges) return { changes };
	return { changes: changes.slice(0, mostChanges), changesInAll: changes.length };
}

/** Where the words are from, and what of them is otherwise than there. */
function proofOf(finding: Finding, verdict: string, service: PolicyService): ToolAnswer {
	const { source = '', sources = [], paragraph, wording, citation, ...facts }: Facts = finding.data;
	const { how, marked, why, written, expected, unread } = facts;
	const changes = changesOf(finding).map(one =>
		present({ kind: one.kind, written: one.written, original: one.original }),
	);
	const { text } = sourceWords(wording ?? '');
	const reference = referenceShown(service, source);
	const speaker = service.corpus.citation(citation ?? '')?.speaker;
	return present({
		source,
		sources: sources.length > 1 ? sources : undefined,
		paragraph,
		wording: mapped(wording, () => text),
		...warningOn(wording, speaker, reference),
		// Characters of the other script are told by `how`.
		...(how === 'script' ? {} : someOf(changes)),
		how,
		marked: verdict === 'spliced' ? marked : undefined,
		why,
		written,
		expected,
		certain: unread ? false : undefined,
		speaker,
		reference,
	});
}

/** So many places are named where to look for words that stand nowhere. */
const mostNearest = 2;

/** Where to look for words that stand nowhere: what the review found, or the records that speak of the same. */
async function nearestOf(
	{ nearest }: Facts,
	quotation: string,
	{ service, records }: Services,
): Promise<readonly unknown[]> {
	const { hits } = await records.relevantTo(quotation, mostNearest);
	const shown = hits
		.filter(one => one.source !== nearest?.source)
		.map(({ source, paragraph, text }) => nearestShown(present({ source, paragraph, wording: text }), records));
	return [...(nearest ? [nearestShown(nearest, service)] : []), ...shown].slice(0, mostNearest);
}

function nearestShown(
	{ source, paragraph, wording }: NonNullable<Facts['nearest']>,
	service: PolicyService,
): ToolAnswer {
	const reference = referenceShown(service, source);
	return present({
		source,
		paragraph,
		wording: sourceWords(wording).text,
		...warningOn(wording, reference),
		reference,
	});
}
