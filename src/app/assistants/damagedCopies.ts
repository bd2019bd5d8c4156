// What a damaged copy says of quotations that no sound one has: no authority, but where to look.
import type { Draft } from '../../core/draft/draft';
import type { Finding } from '../../core/draft/finding';
import type { Facts } from '../../core/rules/rule';
import type { PolicyService } from '../../core/service';
import { inOrder, reviewDraft, type ReviewRun } from '../review';
import { overlaps, type Place } from './unproved';
import { verdictOf } from './verdicts';

/** The services that believe damaged copies, each made when first asked for. */
const believing = new WeakMap<PolicyService, PolicyService>();

function believingOf(records: PolicyService): PolicyService {
	let service = believing.get(records);
	if (!service) believing.set(records, (service = records.withoutDocuments([], 'damaged too')));
	return service;
}

/** Findings, some of which rest on damaged copies alone. */
export interface Proved {
	readonly findings: readonly Finding[];
	readonly uncertain: ReadonlySet<Finding>;
}

/** Findings of a review, with what damaged copies say of the quotations among `places` that nothing else proves. */
export async function withDamaged(
	draft: Draft,
	found: readonly Finding[],
	places: readonly Place[],
	{ records, run }: { readonly records: PolicyService; readonly run: ReviewRun },
): Promise<Proved> {
	const judged = found.filter(one => verdictOf(one) !== undefined);
	const proved = judged.filter(one => one.code !== 'quotation.unknown');
	const open = places.filter(one => !overlaps(one, proved));
	const damaged = await fromDamagedCopies(draft, open, records, run);
	const isUnknown = (one: Finding) => one.code === 'quotation.unknown' && overlaps(one, damaged);
	return { findings: inOrder([...found.filter(one => !isUnknown(one)), ...damaged]), uncertain: new Set(damaged) };
}

/** Findings on quotations that are from damaged copies alone, in the `places` of a draft. */
async function fromDamagedCopies(
	draft: Draft,
	places: readonly Place[],
	records: PolicyService,
	run: ReviewRun,
): Promise<readonly Finding[]> {
	const { corpus } = records;
	const isDamaged = (id: string | undefined) => id !== undefined && corpus.source(id)?.fidelity === 'damaged';
	if (places.length === 0 || !corpus.sources.some(one => isDamaged(one.id))) return [];
	const service = believingOf(records);
	const context = { service, reviewer: service.reviewer(), librariesRead: true };
	const wishes = { families: ['quotation'] as const, all: true, references: {} };
	const { findings } = await reviewDraft(context, draft, wishes, run);
	return findings.filter(finding => {
		const { source, sources = [] }: Facts = finding.data;
		return verdictOf(finding) !== undefined && [source, ...sources].some(isDamaged) && overlaps(finding, places);
	});
}
