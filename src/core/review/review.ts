// A draft → findings: paragraph by paragraph, each remembered, so that after an edit only what changed is looked at
// again.

import type { Corpus } from '../corpus/corpus';
import type { Block } from '../draft/blocks';
import type { Draft } from '../draft/draft';
import { movedBy, type Finding } from '../draft/finding';
import { isTex } from '../draft/language';
import { ignoredBy, isIgnoredIn } from '../draft/ignored';
import type { ReviewFamily } from '../rules/table';
import type { Cancelled } from '../search/passageSearch';
import type { Open, Seek } from './compare/indexed';
import { CitedWords } from './figures/citedWords';
import { Attributions } from './attribution/attributions';
import { withoutCarriedMarks } from './marks/carriedMarks';
import { inconsistent, ownUses, type Forms, type Use } from './forms';
import { IndexedQuotations } from './indexedQuotations';
import { ParagraphReview, type ReviewScope } from './paragraphReview';
import { findingsOf } from './quotations';
import { ReferenceSets } from './references';
import { speechIn } from './speech';
import { finished, unless, type Steps } from './steps';
import { structureFindings } from './structure/structure';
import { weighed } from './weight';

export interface ReviewOptions {
	/** Default: quotation, wording and figure. */
	readonly families?: readonly ReviewFamily[];
	/** Whether quotations that are as their source has them are reported too. */
	readonly all?: boolean;
	/** Kinds nobody wants to see; what one of them would have told along with its own is told by others. */
	readonly unwanted?: readonly Finding['code'][];
	readonly signal?: Cancelled;
	/** Milliseconds after which what is found so far is the answer; default none. */
	readonly budget?: number;
}

/** What was found, in the order of the draft. `partial`: not all of the draft was looked at. */
export interface Review {
	readonly findings: readonly Finding[];
	readonly partial: boolean;
	/** How much of the draft was looked at, in UTF-16 code units from its start. */
	readonly reviewed: number;
	/** Quotations that nothing loaded has as they are written: what {@link Reviewer.seek} looks for. */
	readonly open: readonly Open[];
}

/** What is found in a paragraph, offsets from its start. */
interface ReviewedParagraph {
	readonly findings: readonly Finding[];
	readonly open: readonly Omit<Open, 'block'>[];
	/** Whether all of it was looked at. */
	readonly whole: boolean;
}

/** So many findings are more than anybody reads; a draft with more is data. */
const mostFindings = 5000;

/** Reviews drafts against a corpus. Costs nothing until asked; one for each draft keeps what it knows of it. */
export class Reviewer {
	private known = new Map<string, ReviewedParagraph>();
	private readonly uses = new Map<string, readonly Use[]>();
	private readonly paragraphs: ParagraphReview;
	private readonly attributions: Attributions;
	private readonly indexed: IndexedQuotations;
	/** Ids of the sources whose text the draft reviewed last is. */
	private own: readonly string[] = [];
	private readonly isIgnored: (finding: Finding, draft: string) => boolean;

	/** `references` are shared by the reviewers of several drafts. */
	constructor(
		private readonly corpus: Corpus,
		private readonly references = new ReferenceSets(corpus),
	) {
		this.isIgnored = ignoredBy(corpus.ignores);
		this.attributions = new Attributions(corpus);
		this.paragraphs = new ParagraphReview(corpus, this.attributions);
		this.indexed = new IndexedQuotations(corpus);
	}

	/** Reviews a draft; pauses between paragraphs so that others can run, and stops when nobody waits any more. */
	async review(draft: Draft, options: ReviewOptions = {}, pause?: () => Promise<void>): Promise<Review> {
		const steps = this.steps(draft, options);
		for (;;) {
			const step = steps.next();
			if (step.done) return step.value;
			if (pause) await pause();
		}
	}

	/** As {@link review}, at once. */
	reviewNow(draft: Draft, options: ReviewOptions = {}): Review {
		return finished(this.steps(draft, options));
	}

	private *steps(draft: Draft, options: ReviewOptions): Steps<Review> {
		const { families = ['quotation', 'wording', 'figure'], all = false, signal, budget = Infinity } = options;
		const isCancelled = () => signal?.aborted === true;
		// What drafts are held against is built between pauses too, once for all reviewers; who gives up leaves it as
		// far as it is.
		const references = yield* unless(isCancelled, this.references.steps(draft));
		if (!references) return { findings: [], partial: true, reviewed: 0, open: [] };
		this.own = references.own.split(',');
		const begin = Date.now();
		const findings: Finding[] = [];
		const stop = () => isCancelled() || findings.length >= mostFindings || Date.now() - begin > budget;
		const { open, reviewed, partial } = yield* this.blocks(
			draft,
			{ families, all, quotes: quotesOf(draft), references },
			findings,
			stop,
		);
		if (families.includes('wording'))
			findings.push(...this.inconsistentTerms(draft, reviewed, references.wording().forms));
		if (families.includes('structure')) findings.push(...structureFindings(draft));
		return { findings: this.reported(findings, draft, options.unwanted), partial, reviewed, open };
	}

	/** Reviews a draft paragraph by paragraph, until `stop` says so; what is found is added to `findings`. */
	private *blocks(
		draft: Draft,
		shared: Omit<ReviewScope, 'words'>,
		findings: Finding[],
		stop: () => boolean,
	): Steps<Omit<Review, 'findings'>> {
		const seen = new Map<string, ReviewedParagraph>();
		const open: Open[] = [];
		let reviewed = 0;
		const words = draft.part(CitedWords.of);
		for (const block of draft.blocks) {
			const scope = { ...shared, words: words.in(block) };
			const key = keyOf(block, scope);
			const found = stop()
				? undefined
				: (seen.get(key) ?? this.known.get(key) ?? (yield* this.paragraph(block, scope, stop)));
			for (const one of found?.findings ?? [])
				if (!isIgnoredIn(block, one.code)) findings.push(movedBy(one, block.start));
			if (!found?.whole) {
				for (const [known, paragraph] of seen) this.known.set(known, paragraph);
				return { open, reviewed, partial: true };
			}
			seen.set(key, found);
			for (const one of found.open) open.push({ ...one, block });
			reviewed = block.start + block.text.length;
		}
		this.known = seen;
		return { open, reviewed: draft.text.length, partial: false };
	}

	private *paragraph(block: Block, scope: ReviewScope, stop: () => boolean): Steps<ReviewedParagraph> {
		const findings: Finding[] = [];
		const open: Omit<Open, 'block'>[] = [];
		let whole = true;
		for (const some of this.paragraphs.findings({ ...block, start: 0 }, scope, open)) {
			findings.push(...some);
			yield;
			whole = !stop();
			if (!whole) break;
		}
		return { findings: findings.sort(byPlace), open, whole };
	}

	/** Terms that the draft writes in two forms, as far as it was reviewed. */
	private inconsistentTerms({ blocks }: Draft, reviewed: number, forms: Forms): readonly Finding[] {
		const uses: Use[] = [];
		for (const block of blocks) {
			if (block.start >= reviewed) break;
			if (isIgnoredIn(block, 'wording.inconsistent')) continue;
			for (const use of this.usesIn(block, forms))
				uses.push({ ...use, start: use.start + block.start, end: use.end + block.start });
		}
		if (this.uses.size > 2 * blocks.length + 1000) this.uses.clear();
		return inconsistent(uses, this.corpus);
	}

	/** The forms of terms in a paragraph that are the writer's own words; offsets of the paragraph. */
	private usesIn(block: Block, forms: Forms): readonly Use[] {
		const { kind, text, carried } = block;
		const key = `${carried?.join() ?? ''}${text}`;
		let uses = this.uses.get(key);
		if (!uses) this.uses.set(key, (uses = kind === 'quote' ? [] : ownUses(forms.uses(text), block)));
		return uses;
	}

	/**
	 * A review of this reviewer, with what an index of further documents has for quotations that nothing loaded has, and
	 * without slips that are none because a document has them so. Asks once for the same words; who gives up keeps what
	 * the review said.
	 */
	async seek(draft: Draft, review: Review, seek: Seek, options: ReviewOptions = {}): Promise<Review> {
		const { all = false, unwanted, signal } = options;
		const found = await this.indexed.judge(review.open, this.own, seek, signal);
		const used = found && (await this.wordingsInUse(review.findings, seek, signal));
		if (!used || found.length + used.size === 0) return review;
		const names = [...new Set(this.corpus.citations.flatMap(one => one.speaker ?? []))];
		const isOfFound = (one: Finding) =>
			one.code.startsWith('quotation.') &&
			found.some(
				({ open: { block, candidate } }) =>
					one.start < block.start + candidate.end && block.start + candidate.start < one.end,
			);
		const fresh = found.flatMap(({ open: { block }, judged }) =>
			[
				...findingsOf(weighed(judged, block, names, this.corpus), block, this.corpus, all),
				...this.attributions.findings(judged, block, speechIn(block.text, names), { names, all }),
			].filter(one => !isIgnoredIn(block, one.code)),
		);
		const findings = [...review.findings.filter(one => !isOfFound(one) && !used.has(one)), ...fresh];
		return { ...review, findings: this.reported(findings, draft, unwanted) };
	}

	/** Slips that stand so in a document an index knows; nothing when it was cancelled. */
	private async wordingsInUse(
		findings: readonly Finding[],
		seek: Seek,
		signal: Cancelled | undefined,
	): Promise<ReadonlySet<Finding> | undefined> {
		const used = new Set<Finding>();
		for (const one of findings) {
			if (one.code !== 'wording.near') continue;
			if (signal?.aborted) return undefined;
			if (await this.indexed.has(one.data.written, this.own, seek)) used.add(one);
		}
		return used;
	}

	/** Forgets what an index answered: it may know more now. */
	forgetSought(): void {
		this.indexed.forget();
	}

	/** What is to be reported, in the order of the draft. */
	private reported(
		findings: readonly Finding[],
		draft: Draft,
		unwanted: readonly Finding['code'][] = [],
	): readonly Finding[] {
		const wanted = findings.filter(one => !unwanted.includes(one.code) && !this.isIgnored(one, draft.text));
		return withoutSlipsInQuotations(withoutCarriedMarks(wanted, draft.blocks)).sort(byPlace);
	}
}

function byPlace(a: Finding, b: Finding): number {
	return a.start - b.start || a.end - b.end;
}

/** The marks of quotation of a draft, where straight ones are none of its own: LaTeX has another use for them. */
function quotesOf({ language, text }: Draft): string | undefined {
	if (isTex(language)) return undefined;
	return text.includes('「') && !text.includes('“') ? '「」' : '“”';
}

/** What the review of a paragraph depends on: as long as it is the same, so are the findings. */
function keyOf(block: Block, { families, all, quotes, references, words }: ReviewScope): string {
	const { kind, text, attribution, heading, cites, carried } = block;
	const speaker = [attribution, heading].map(one => (one ? `${one.start}${one.text}` : '')).join();
	const sources = cites.map(one => `${one.start}${one.label}`).join();
	const marks = `${quotes ?? ''}${carried?.join() ?? ''}${kind}${speaker}${sources}\n${words.all}`;
	return `${references.own}${families.join()}${all ? '+' : ''}${marks}\n${text}`;
}

const coveredByQuotations: ReadonlySet<Finding['code']> = new Set(['wording.near', 'wording.wrong', 'figure.differs']);

/**
 * A slip or a number within a quotation is what the quotation has otherwise than its source: that tells it, with the
 * source beside it.
 */
function withoutSlipsInQuotations(findings: readonly Finding[]): Finding[] {
	const quoted = findings
		.filter(one => /^quotation\.(?:differs|spliced|unattributed)$/.test(one.code))
		.sort((a, b) => a.start - b.start);
	return findings.filter(slip => {
		if (!coveredByQuotations.has(slip.code)) return true;
		return !quoted.some(
			({ start, end, data }) =>
				start < slip.end &&
				slip.start < end &&
				data.changes?.some(change => change.start <= slip.end && slip.start <= change.end),
		);
	});
}
