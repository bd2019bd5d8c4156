// A person's own documents and a group's as one library: each question is asked of both, own answers come first. Where
// the group's part is missing, the own part is answered all the same, and `away` says that it is.

import { compareCodeUnits } from '../../text/order';
import { present } from '../../text/values/fields';
import type {
	ContinuationQuery,
	DocumentContinuation,
	DocumentMention,
	IndexFilter,
	IndexQuery,
	IndexStatus,
	IndexTimeline,
	MentionFilter,
	PassageHit,
	PassageLibrary,
	PassagePage,
} from '../index/engine';
import { dateOf, Span, yearsOf } from '../index/usesTold';
import type { Cancelled } from '../passageSearch';
import { comparedText } from './records';
import type { Availability, Away } from './availability';
import type { LateAnswers } from './lateAnswers';

/** Passages of the group are numbered from here on, those of the own documents below. */
const groupFrom = 2 ** 40;

export class BothLibraries implements PassageLibrary {
	/**
	 * `own`: nothing where a person has no documents. With `late` a search is answered with own hits alone where the
	 * group's take their time.
	 */
	constructor(
		private readonly own: PassageLibrary | undefined,
		private readonly group: PassageLibrary,
		private readonly availability: Availability,
		private readonly late?: LateAnswers,
	) {}

	/** Why the group's part is missing in the last answer; nothing where it is not. */
	get away(): Away | undefined {
		return this.availability.away;
	}

	/** Of the own documents, where there are some; how large the group's library is tells {@link groupStatus}. */
	async status(): Promise<IndexStatus> {
		const nothing = { documents: 0, passages: 0, bytes: 0, opened: 'kept', left: 0 } as const;
		return this.own ? this.own.status() : ((await this.groupStatus()) ?? nothing);
	}

	/** How large the group's library is; nothing while it cannot be asked. */
	groupStatus(): Promise<IndexStatus | undefined> {
		return this.availability.ask(() => this.group.status());
	}

	async search(query: IndexQuery, signal?: Cancelled): Promise<readonly PassageHit[]> {
		const [own = [], group = []] = await Promise.all([this.own?.search(query, signal), this.groupHits(query, signal)]);
		const hits = [...own, ...othersThan(own, group)];
		return hits.sort((a, b) => fitOf(a) - fitOf(b)).slice(0, query.limit ?? 10);
	}

	async mention(words: string, filter: MentionFilter = {}, signal?: Cancelled): Promise<DocumentMention> {
		const [own, others] = await Promise.all([
			this.own?.mention(words, filter, signal),
			this.withoutOwn(words, filter, signal),
		]);
		const group = await this.availability.ask(
			() => this.group.mention(words, { ...filter, ...others }, signal),
			signal,
		);
		const span = new Span();
		for (const part of [own, group]) for (const end of [part?.first, part?.last]) if (end) span.add(end);
		const documents = (own?.documents ?? 0) + (group?.documents ?? 0);
		return present({ documents, group: group?.documents, ...span.ends });
	}

	async timeline(words: string, filter: IndexFilter = {}, signal?: Cancelled): Promise<IndexTimeline> {
		const own = await this.own?.timeline(words, filter, signal);
		const rest = { ...filter, ...withoutSourcesOf(own) };
		const group = await this.availability.ask(() => this.group.timeline(words, rest, signal), signal);
		const documents = [...(own?.documents ?? []), ...(group?.documents ?? [])].sort((a, b) =>
			compareCodeUnits(dateOf(a), dateOf(b)),
		);
		const uses = (own?.uses ?? 0) + (group?.uses ?? 0);
		return present({ documents, years: yearsOf(documents), uses, atLeast: group?.atLeast });
	}

	async passages(words: string, filter: IndexFilter = {}, from = 0, signal?: Cancelled): Promise<PassagePage> {
		if (from < groupFrom && this.own) {
			const { passages, next = groupFrom } = await this.own.passages(words, filter, from, signal);
			return { passages, next };
		}
		const rest = { ...filter, ...(await this.withoutOwn(words, filter, signal)) };
		const at = Math.max(0, from - groupFrom);
		const page = await this.availability.ask(() => this.group.passages(words, rest, at, signal), signal);
		if (!page) return { passages: [] };
		return present({ passages: page.passages, next: page.next === undefined ? undefined : groupFrom + page.next });
	}

	/** Of the own documents: they tell how this person writes. */
	async ngrams(signal?: Cancelled): Promise<string> {
		return (await this.own?.ngrams(signal)) ?? '';
	}

	/** Of the own documents, as {@link ngrams}; where they do not go on, of what was seen of the group's. */
	async continuations(query: ContinuationQuery, signal?: Cancelled): Promise<readonly DocumentContinuation[]> {
		const own = (await this.own?.continuations(query, signal)) ?? [];
		return own.length > 0 ? own : this.group.continuations(query, signal);
	}

	async paragraphs(document: string, from: number, to: number): Promise<readonly string[]> {
		const own = (await this.own?.paragraphs(document, from, to)) ?? [];
		if (own.length > 0) return own;
		return (await this.availability.ask(() => this.group.paragraphs(document, from, to))) ?? [];
	}

	/** Sources that are to be found in the own documents do not count in the group's. */
	private async withoutOwn(
		words: string,
		filter: IndexFilter,
		signal?: Cancelled,
	): Promise<Pick<IndexFilter, 'without'>> {
		return withoutSourcesOf(await this.own?.timeline(words, filter, signal));
	}

	private groupHits(query: IndexQuery, signal?: Cancelled): Promise<readonly PassageHit[] | undefined> {
		const hits = () => this.availability.ask(() => this.group.search(query, signal), signal);
		return this.late ? this.late.soon(query, hits, signal) : hits();
	}
}

function withoutSourcesOf(own: IndexTimeline | undefined): Pick<IndexFilter, 'without'> {
	if (!own || own.documents.length === 0) return {};
	return { without: own.documents.map(one => one.source) };
}

/**
 * What the group has besides own hits. Of a source in whose own copy the words are found, that copy alone is listed,
 * as it alone is counted, also where the group's reads otherwise; what is only near is left out where it is the same.
 */
function othersThan(own: readonly PassageHit[], group: readonly PassageHit[]): readonly PassageHit[] {
	const known = new Set(own.map(identityOf));
	const sources = new Set(own.filter(({ exact }) => exact).map(({ source }) => source));
	return group.filter(hit => !known.has(identityOf(hit)) && !(hit.exact && sources.has(hit.source)));
}

/** The same words of the same paragraph of a source are one passage, though both libraries have it. */
function identityOf({ source, paragraph, text }: PassageHit): string {
	return `${paragraph} ${source} ${comparedText(text)}`;
}

/** What holds the words comes before what lacks some, and that before what is only near. */
function fitOf({ exact, missing }: PassageHit): number {
	if (exact) return 0;
	return missing ? 1 : 2;
}
