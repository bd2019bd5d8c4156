// Who is said in English to have spoken the quotations of a draft, against who did.
import type { Draft } from '../../core/draft/draft';
import type { Finding } from '../../core/draft/finding';
import type { PolicyService } from '../../core/service';
import { reviewDraft, type ReviewRun, type ReviewWishes } from '../review';
import { inChinese } from './englishLeads';
import { overlaps, speakersOf, type Place } from './unproved';

/** What is said otherwise in English of some quotations; no changes to make, which would be in Chinese. */
export async function fromEnglish(
	draft: Draft,
	quotations: readonly Place[],
	wishes: ReviewWishes,
	{ service, run }: { readonly service: PolicyService; readonly run: ReviewRun },
): Promise<readonly Finding[]> {
	const { syllables } = service.corpus;
	const text = inChinese(draft.text, quotations, speakersOf(service.corpus), syllables);
	if (text === undefined) return [];
	const context = { service, reviewer: service.reviewer(), librariesRead: true };
	const translated = service.draft(text, 'markdown');
	const { findings } = await reviewDraft(context, translated, { ...wishes, families: ['quotation'] }, run);
	return findings.flatMap(one =>
		one.code === 'quotation.attribution' && overlaps(one, quotations)
			? [{ ...one, data: { ...one.data, changes: [] } }]
			: [],
	);
}
