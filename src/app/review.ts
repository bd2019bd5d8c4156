// The review of one draft: what is to be said of its words and of its references, and what can be done about it.
import { isLibrary } from '../core/citations/exchange/bibliography';
import type { ReferenceOptions } from '../core/citations/gbt7714/reference';
import type { Draft } from '../core/draft/draft';
import type { Edit } from '../core/draft/edit';
import type { NamedBibliography } from '../core/draft/bibliographies';
import type { Finding, FindingCode, FindingIn } from '../core/draft/finding';
import type { Seek } from '../core/review/compare/indexed';
import type { Review, Reviewer } from '../core/review/review';
import { ruleOf, type Family, type ReviewFamily } from '../core/rules/table';
import type { Cancelled } from '../core/search/passageSearch';
import type { Fix, Form, PolicyService, ReferenceFinding } from '../core/service';
import { present } from '../core/text/values/fields';

/** What a draft is held against. */
export interface ReviewContext {
	readonly service: PolicyService;
	/** Remembers what it has looked at, of this draft. */
	readonly reviewer: Reviewer;
	/** Whether every library that the draft names is in use; then a key without a source is a mistake. */
	readonly librariesRead: boolean;
	/** Libraries that the draft names and that are not in use. */
	readonly unread?: readonly NamedBibliography[];
}

/** What is looked for. */
export interface ReviewWishes {
	readonly families: readonly Family[];
	/** Codes nobody wants to see. */
	readonly unwanted?: readonly FindingCode[];
	/** Whether quotations that are as their source has them are told of, too. */
	readonly all?: boolean;
	readonly references: ReferenceOptions;
}

/** How a review goes on beside other work. */
export interface ReviewRun {
	readonly signal?: Cancelled;
	/** Waited for between paragraphs. */
	readonly pause?: () => Promise<void>;
	/** Milliseconds after which what is found so far is the answer. */
	readonly budget?: number;
	/** Looks for words in documents that are not loaded; absent where all are. */
	readonly seek?: Seek;
}

/** What is to be said of a draft. */
export interface DraftReview {
	/** In the order of the draft. */
	readonly findings: readonly Finding[];
	/** Not all of it was looked at, only `reviewed` UTF-16 code units from its start. */
	readonly partial: boolean;
	readonly reviewed: number;
}

/** Findings in the order of the draft. */
export function inOrder<F extends Finding>(findings: readonly F[]): F[] {
	return [...findings].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What is to be said of a draft: of its words, and of its references. Stopped, what was found so far. */
export async function reviewDraft(
	context: ReviewContext,
	draft: Draft,
	wishes: ReviewWishes,
	run: ReviewRun = {},
): Promise<DraftReview> {
	const words = await soughtWords(context.reviewer, draft, await reviewWords(context, draft, wishes, run), wishes, run);
	const references = run.signal?.aborted ? [] : reviewReferences(context, draft, wishes);
	const libraries = wishes.families.includes('library') ? unreadLibraries(context, draft) : [];
	return {
		findings: inOrder([...words.findings, ...references, ...libraries]),
		partial: words.partial,
		reviewed: words.reviewed,
	};
}

/** The libraries that a draft names and that are not in use, each where it is named. */
function unreadLibraries({ unread = [] }: Pick<ReviewContext, 'unread'>, draft: Draft): FindingIn<'library'>[] {
	return unread.map(({ path, line, start, end }) => {
		const from = draft.lines[line]?.start ?? 0;
		return {
			code: isLibrary(path) ? 'library.missing' : 'library.kind',
			severity: ruleOf('library.missing').severity,
			start: from + start,
			end: from + end,
			data: { written: path },
		};
	});
}

/** What is wrong with the references of a draft. */
export function reviewReferences(
	{ service, librariesRead }: Pick<ReviewContext, 'service' | 'librariesRead'>,
	draft: Draft,
	{ families, references }: Pick<ReviewWishes, 'families' | 'references'>,
): readonly ReferenceFinding[] {
	return families.includes('reference') ? service.citing.check(draft, { ...references, librariesRead }) : [];
}

/** What is to be said of the words of a draft, as far as loaded texts say it. */
export function reviewWords(
	{ reviewer }: Pick<ReviewContext, 'reviewer'>,
	draft: Draft,
	{ families, unwanted = [], all = false }: ReviewWishes,
	{ signal, pause, budget }: ReviewRun,
): Promise<Review> {
	const options = present({
		families: families.filter((family): family is ReviewFamily => family !== 'reference'),
		unwanted,
		all,
		signal,
		budget,
	});
	return reviewer.review(draft, options, pause);
}

/** The review with what is found of its quotations, and of its slips, in documents that are not loaded. */
export async function soughtWords(
	reviewer: Reviewer,
	draft: Draft,
	review: Review,
	{ unwanted = [], all }: Pick<ReviewWishes, 'unwanted' | 'all'>,
	{ seek, signal }: ReviewRun,
): Promise<Review> {
	if (!seek || !(review.open.length > 0 || review.findings.some(one => one.code === 'wording.near'))) return review;
	return reviewer.seek(draft, review, seek, present({ unwanted, all, signal }));
}

/** One way out of a finding: what is written where. The edits are disjoint and in order. */
export type WayOut = Fix | { readonly kind: 'reference'; readonly edits: readonly Edit[] };

/** The ways out of a finding of a draft, the preferred one first; `form`: how citations are written there. */
export function waysOut(
	service: PolicyService,
	draft: Draft,
	finding: Finding,
	form: Form,
	options: ReferenceOptions,
): readonly WayOut[] {
	if (!isOfReference(finding)) return service.fixes(draft, finding, form, options);
	const edit = service.citing.mend(draft, finding, options);
	return edit ? [{ kind: 'reference', edits: [edit] }] : [];
}

/** Whether a finding is about references. */
export function isOfReference(finding: Finding): finding is ReferenceFinding {
	return finding.code.startsWith('reference.');
}
