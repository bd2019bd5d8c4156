// A draft → findings: paragraph by paragraph, each remembered, so that after an edit only what changed is looked at again.
// Knows nothing of editors, settings or sentences; what counts is asked for by name.

import type { Corpus } from '../corpus/corpus';
import type { Finding } from '../draft/finding';
import type { Cancelled } from '../search/passages';
import { Authority } from './authority';
import { blocksOf, type Block } from './blocks';
import { findingsOf, judgeMarked } from './quotations';

/** What is looked for. */
export type Family = 'quotation' | 'wording' | 'punctuation';

export interface ReviewOptions {
	/** Language id of the draft; default markdown. */
	readonly language?: string;
	/** Default: quotation and wording. */
	readonly families?: readonly Family[];
	/** Whether quotations that are as their source has them are reported too. */
	readonly all?: boolean;
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
}

/** So many findings are more than anybody reads; a draft with more is data. */
const mostFindings = 5000;

/** Reviews drafts against a corpus. Costs nothing until asked; one for each draft keeps what it knows of it. */
export class Reviewer {
	private authority: Authority | undefined;
	private known = new Map<string, readonly Finding[]>();

	constructor(private readonly corpus: Corpus) {}

	/** Reviews a draft; pauses between paragraphs so that others can run, and stops when nobody waits any more. */
	async review(draft: string, options: ReviewOptions = {}, pause?: () => Promise<void>): Promise<Review> {
		const steps = this.steps(draft, options);
		for (;;) {
			const step = steps.next();
			if (step.done) return step.value;
			if (pause) await pause();
		}
	}

	/** As {@link review}, at once. */
	reviewNow(draft: string, options: ReviewOptions = {}): Review {
		const steps = this.steps(draft, options);
		for (;;) {
			const step = steps.next();
			if (step.done) return step.value;
		}
	}

	private *steps(draft: string, options: ReviewOptions): Generator<void, Review> {
		const { families = ['quotation', 'wording'], language = 'markdown', signal, budget = Infinity } = options;
		const begin = Date.now();
		const authority = (this.authority ??= new Authority(this.corpus));
		const seen = new Map<string, readonly Finding[]>();
		const findings: Finding[] = [];
		let reviewed = 0;
		let partial = false;
		const stop = () => signal?.aborted === true || findings.length >= mostFindings || Date.now() - begin > budget;
		for (const block of blocksOf(draft, language)) {
			if (stop()) {
				partial = true;
				break;
			}
			const key = `${families.join()}${options.all ? '+' : ''}${block.kind}${block.cites.map(one => `${one.start}${one.label}`).join()}\n${block.text}`;
			let found = seen.get(key) ?? this.known.get(key);
			if (!found) {
				const own: Finding[] = [];
				for (const some of this.block({ ...block, start: 0 }, families, options.all ?? false, authority)) {
					own.push(...some);
					yield;
					partial ||= stop();
					if (partial) break;
				}
				found = own.sort((a, b) => a.start - b.start || a.end - b.end);
			}
			if (partial) {
				for (const one of found) findings.push(moved(one, block.start));
				break;
			}
			seen.set(key, found);
			for (const one of found) findings.push(moved(one, block.start));
			reviewed = block.start + block.text.length;
		}
		if (!partial) {
			this.known = seen;
			reviewed = draft.length;
		} else for (const [key, found] of seen) this.known.set(key, found);
		return { findings, partial, reviewed };
	}

	/** What is found in one paragraph, a few findings at a time. */
	private *block(block: Block, families: readonly Family[], all: boolean, authority: Authority): Generator<readonly Finding[]> {
		if (families.includes('quotation')) {
			for (const judged of judgeMarked(block, this.corpus, authority)) yield judged ? findingsOf(judged, block, this.corpus, all) : [];
		}
	}
}

function moved(finding: Finding, by: number): Finding {
	if (by === 0) return finding;
	const { changes } = finding.data as { changes?: readonly { start: number; end: number }[] };
	const data = changes ? { ...finding.data, changes: changes.map(one => ({ ...one, start: one.start + by, end: one.end + by })) } : finding.data;
	return { ...finding, start: finding.start + by, end: finding.end + by, data: data as Finding['data'] };
}
