// A draft → findings: paragraph by paragraph, each remembered, so that after an edit only what changed is looked at
// again.

import type { Corpus } from '../corpus/corpus';
import { movedBy, type Finding, type FindingOf } from '../draft/finding';
import { ignoredBy, isIgnoredIn } from '../draft/ignored';
import type { Cancelled } from '../search/passageSearch';
import { fold } from '../text/fold';
import type { Block } from '../draft/blocks';
import type { Draft } from '../draft/draft';
import type { Paragraph } from './compare/referenceTexts';
import { askedFor, isFound, isOpen, judgedElsewhere, type Open, type Seek } from './compare/indexed';
import { Figures } from './figures';
import { inconsistent, ownUses, type Use } from './forms';
import { ReferenceSets, type ReferenceSet } from './references';
import { normalizedText } from './compare/comparedText';
import { punctuationIn } from './punctuation';
import { attributionOf, findingsOf, isCited, judgeAll, markedIn, type Judged } from './quotations';
import { judgeReported } from './reported';
import type { Family as AnyFamily } from '../rules/table';
import { isIntroduced, speechIn, type Speech } from './speech';
import { finished, unless, type Steps } from './steps';
import type { Candidate } from './verdict';

/** What is looked for: the families of codes, but references, which are checked beside the review. */
export type Family = Exclude<AnyFamily, 'reference'>;

export interface ReviewOptions {
	/** Default: quotation, wording and figure. */
	readonly families?: readonly Family[];
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

/** What a paragraph has, offsets from its start. */
interface Looked {
	readonly findings: readonly Finding[];
	readonly open: readonly Omit<Open, 'block'>[];
}

/** So many findings are more than anybody reads; a draft with more is data. */
const mostFindings = 5000;

/** Answers of an index are kept for so many words. */
const mostSought = 5000;

/** Reviews drafts against a corpus. Costs nothing until asked; one for each draft keeps what it knows of it. */
export class Reviewer {
	private known = new Map<string, Looked>();
	private readonly uses = new Map<string, readonly Use[]>();
	private readonly sought = new Map<string, readonly Paragraph[]>();
	/** What was made of quotations, by the candidate, which stays the same as long as its paragraph does. */
	private judged = new WeakMap<Candidate, { readonly judged: Judged | undefined }>();

	/** Ids of the sources whose text the draft reviewed last is. */
	private own: readonly string[] = [];
	private figures: Figures | undefined;
	private readonly ignored: (finding: Finding, draft: string) => boolean;

	/** `ground` is shared by the reviewers of several drafts. */
	constructor(
		private readonly corpus: Corpus,
		private readonly ground = new ReferenceSets(corpus),
	) {
		this.ignored = ignoredBy(corpus.ignores);
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
		const { families = ['quotation', 'wording', 'figure'], signal, budget = Infinity, unwanted = [] } = options;
		const { blocks } = draft;
		// What drafts are held against is built between pauses too, once for all reviewers; who gives up leaves it as
		// far as it is.
		const grounds = yield* unless(() => signal?.aborted === true, this.ground.steps(draft));
		if (!grounds) return { findings: [], partial: true, reviewed: 0, open: [] };
		this.own = grounds.own.split(',');
		const begin = Date.now();
		const seen = new Map<string, Looked>();
		const findings: Finding[] = [];
		const open: Open[] = [];
		let reviewed = 0;
		let partial = false;
		const stop = () => signal?.aborted === true || findings.length >= mostFindings || Date.now() - begin > budget;
		for (const block of blocks) {
			if (stop()) {
				partial = true;
				break;
			}
			const key = `${grounds.own}${families.join()}${options.all ? '+' : ''}${block.kind}${block.attribution ? `${block.attribution.start}${block.attribution.text}` : ''}${block.cites.map(one => `${one.start}${one.label}`).join()}\n${block.text}`;
			let found = seen.get(key) ?? this.known.get(key);
			if (!found) {
				const own: Finding[] = [];
				const left: Omit<Open, 'block'>[] = [];
				for (const some of this.block({ ...block, start: 0 }, families, options.all ?? false, grounds, left)) {
					own.push(...some);
					yield;
					partial ||= stop();
					if (partial) break;
				}
				found = { findings: own.sort((a, b) => a.start - b.start || a.end - b.end), open: left };
			}
			for (const one of found.findings) if (!isIgnoredIn(block, one.code)) findings.push(movedBy(one, block.start));
			if (partial) break;
			seen.set(key, found);
			for (const one of found.open) open.push({ ...one, block });
			reviewed = block.start + block.text.length;
		}
		if (!partial) {
			this.known = seen;
			reviewed = draft.text.length;
		} else for (const [key, found] of seen) this.known.set(key, found);
		if (families.includes('wording')) {
			const { forms } = grounds.wording();
			const uses: Use[] = [];
			for (const block of blocks) {
				if (block.start >= reviewed) break;
				if (isIgnoredIn(block, 'wording.inconsistent')) continue;
				let own = this.uses.get(block.text);
				if (!own)
					this.uses.set(block.text, (own = block.kind === 'quote' ? [] : ownUses(forms.uses(block.text), block.text)));
				for (const use of own) uses.push({ ...use, start: use.start + block.start, end: use.end + block.start });
			}
			findings.push(...inconsistent(uses, this.corpus));
		}
		if (this.uses.size > 2 * blocks.length + 1000) this.uses.clear();
		return { findings: this.told(findings, draft, unwanted), partial, reviewed, open };
	}

	/**
	 * A review of this reviewer, with what an index of further documents has for quotations that nothing loaded has.
	 * Asks once for the same
	 * words; who gives up keeps what the review said.
	 */
	async seek(
		draft: Draft,
		review: Review,
		seek: Seek,
		{ all = false, unwanted = [], signal }: ReviewOptions = {},
	): Promise<Review> {
		const found: { readonly open: Open; readonly judged: Judged }[] = [];
		for (const open of review.open) {
			let known = this.judged.get(open.candidate);
			if (!known) {
				const judged = await this.judgeElsewhere(open, seek, signal);
				if (signal?.aborted) return review;
				this.judged.set(open.candidate, (known = { judged }));
			}
			if (known.judged) found.push({ open, judged: known.judged });
		}
		if (this.sought.size > mostSought) this.sought.clear();
		if (found.length === 0) return review;
		const names = [...new Set(this.corpus.citations.flatMap(one => one.speaker ?? []))];
		const covered = (one: Finding) =>
			one.code.startsWith('quotation.') &&
			found.some(
				({ open: { block, candidate } }) =>
					one.start < block.start + candidate.end && block.start + candidate.start < one.end,
			);
		const fresh = found.flatMap(({ open: { block }, judged }) =>
			[
				...findingsOf(judged, block, this.corpus, all),
				...attributionOf(judged, block, speechIn(block.text, names), names, this.corpus),
			].filter(one => !isIgnoredIn(block, one.code)),
		);
		return {
			...review,
			findings: this.told([...review.findings.filter(one => !covered(one)), ...fresh], draft, unwanted),
		};
	}

	/** One quotation, by what an index finds for its words. */
	private async judgeElsewhere(open: Open, seek: Seek, signal: Cancelled | undefined): Promise<Judged | undefined> {
		const paragraphs: Paragraph[] = [];
		let judged: Judged | undefined;
		for (const round of askedFor(open)) {
			for (const words of round) {
				if (signal?.aborted) return undefined;
				let known = this.sought.get(words);
				if (!known) this.sought.set(words, (known = (await seek(words)).filter(one => this.isAuthority(one.source))));
				paragraphs.push(...known);
			}
			judged = judgedElsewhere(open, paragraphs);
			if (isFound(judged)) break;
		}
		return judged;
	}

	/** Forgets what an index answered: it may know more now. */
	forgetSought(): void {
		this.sought.clear();
		this.judged = new WeakMap();
	}

	/** Whether a source may prove a quotation of the draft reviewed last: not a damaged copy, nor the draft itself. */
	private isAuthority(id: string): boolean {
		const source = this.corpus.source(id);
		return source !== undefined && source.fidelity !== 'damaged' && !this.own.includes(source.id);
	}

	/** What is to be told, in the order of the draft. */
	private told(findings: readonly Finding[], draft: Draft, unwanted: readonly Finding['code'][]): Finding[] {
		return toldOnce(findings.filter(one => !unwanted.includes(one.code) && !this.ignored(one, draft.text))).sort(
			(a, b) => a.start - b.start || a.end - b.end,
		);
	}

	/** What is found in one paragraph, a few findings at a time. */
	private *block(
		block: Block,
		families: readonly Family[],
		all: boolean,
		grounds: ReferenceSet,
		left: Omit<Open, 'block'>[],
	): Generator<readonly Finding[]> {
		if (families.includes('quotation')) yield* this.quotations(block, all, grounds, left);
		if (families.includes('wording')) {
			const { forms, near } = grounds.wording();
			const recorded = forms.in(block.text);
			yield [
				...recorded,
				...near.in(block.text).filter(one => !recorded.some(other => other.start < one.end && one.start < other.end)),
			];
		}
		if (families.includes('figure')) yield (this.figures ??= new Figures(this.corpus)).in(block);
		if (families.includes('punctuation')) yield punctuationIn(block.text);
	}

	private *quotations(
		block: Block,
		all: boolean,
		{ authority, repeated: echoes, names, phrases }: ReferenceSet,
		left: Omit<Open, 'block'>[],
	): Generator<readonly Finding[]> {
		const marked = markedIn(block, this.corpus);
		const speeches = block.kind === 'note' ? [] : speechIn(block.text, names);
		const differing: { readonly start: number; readonly end: number }[] = [];
		for (const judged of chained(
			judgeAll(block, marked, authority),
			judgeReported(block, speeches, marked, this.corpus, authority),
		)) {
			// A set phrase in marks is that phrase, whatever else it is like.
			if (
				judged.verdict &&
				!/verbatim|form/.test(judged.verdict.code) &&
				phrases.has(normalizedText(block.text.slice(judged.verdict.start, judged.verdict.end)))
			)
				continue;
			if (isOpen(block.text, judged.candidate, judged.verdict)) left.push(judged);
			if (judged.verdict && judged.candidate.manner === 'speech') differing.push(judged.verdict);
			yield judged.verdict
				? [
						...findingsOf(judged, block, this.corpus, all),
						...attributionOf(judged, block, speeches, names, this.corpus),
					]
				: [];
		}
		if (block.kind !== 'paragraph' || isTitle(block.text)) return;
		// What stands behind an attribution in the same paragraph goes on with it, as reports do.
		const taken = [...marked.filter(one => !one.open), ...speeches, ...differing, ...titlesIn(block.text)];
		const echoed = echoes
			.in(block.text, taken)
			.filter(
				one =>
					!isCited(block, one.start, one.end) &&
					!isIntroduced(block.text, one.start, names) &&
					!(one.code === 'quotation.unattributed' && this.continues(one, speeches)),
			);
		yield echoed;
	}

	/** Whether repeated words go on with a speech reported before them in the paragraph, by the same speaker. */
	private continues(finding: FindingOf<'quotation.unattributed'>, speeches: readonly Speech[]): boolean {
		const speaker = this.corpus.citation(finding.data.citation)?.speaker;
		return (
			speaker !== undefined &&
			speeches.some(
				one =>
					one.end <= finding.start && (fold(one.clause).includes(fold(speaker)) || /总书记/.test(fold(one.clause))),
			)
		);
	}
}

function* chained<T>(...all: readonly Iterable<T>[]): Generator<T> {
	for (const one of all) yield* one;
}

/**
 * A slip within a quotation is what the quotation has otherwise than its source: that tells it, with the source beside
 * it.
 */
function toldOnce(findings: readonly Finding[]): Finding[] {
	const quoted = findings
		.filter(one => one.code === 'quotation.differs' || one.code === 'quotation.spliced')
		.sort((a, b) => a.start - b.start);
	return findings.filter(slip => {
		if (slip.code !== 'wording.near' && slip.code !== 'wording.wrong') return true;
		return !quoted.some(
			({ start, end, data }) =>
				start < slip.end &&
				slip.start < end &&
				data.changes.some(change => change.start <= slip.end && slip.start <= change.end),
		);
	});
}

/** Titles are named, not repeated. */
function titlesIn(text: string): { start: number; end: number }[] {
	return [...text.matchAll(/《[^《》]{1,200}》/g)].map(one => ({ start: one.index, end: one.index + one[0].length }));
}

/** A short line that ends no sentence. */
function isTitle(text: string): boolean {
	return text.length <= 50 && !/[。！？；：，]\s*\0*$/.test(text.trimEnd()) && !text.trim().includes('\n');
}
