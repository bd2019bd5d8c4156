// Passages as they are judged where somebody says them, whatever stands around them in a draft: in marks, each a
// paragraph of its own.
import type { Draft } from '../../core/draft/draft';
import type { Finding } from '../../core/draft/finding';
import { joinedLines } from '../../core/text/words/textEnd';
import type { PolicyService } from '../../core/service';
import { reviewDraft, type ReviewRun, type ReviewWishes } from '../review';
import { withDamaged, type Proved } from './damagedCopies';
import { shownQuotation } from './quotationShown';
import { overlaps } from './unproved';
import { verdictOf } from './verdicts';

/** One entry of the answer, and the finding it tells of. */
export interface Entry {
	readonly kind: 'finding' | 'other';
	readonly finding?: Finding;
	readonly shown: Readonly<Record<string, unknown>>;
}

/** Entries, and where in the draft the first place stands for which there was no time; Infinity where there was. */
export interface LookedAt {
	readonly entries: readonly Entry[];
	readonly upTo: number;
}

/** The services that are asked, and how a review of them runs. */
export interface Asking {
	readonly service: PolicyService;
	readonly records: PolicyService;
	readonly run: ReviewRun;
}

export async function entryOf(
	finding: Finding,
	verdict: string,
	draft: Draft,
	services: Asking,
	uncertain: Proved['uncertain'],
): Promise<Entry> {
	const quotation = await shownQuotation(finding, verdict, draft, services);
	const shown = uncertain.has(finding)
		? { ...quotation, certain: false, why: quotation.why ?? 'damaged copy' }
		: quotation;
	return { kind: 'finding', finding, shown };
}

/** Words, and what is to stand before them: who says them. */
export interface Passage {
	readonly words: string;
	readonly lead?: string;
}

/** Passages in marks, each a paragraph of its own, and where each stands. */
export function quotationList(passages: readonly Passage[]) {
	let text = '';
	const places = passages.map(({ words, lead = '' }) => {
		const quoted = bare(words);
		const start = text.length + lead.length + 1;
		text += `${lead}“${quoted}”\n\n`;
		return { start, end: start + quoted.length };
	});
	return { text, places };
}

/** The words of a quotation without marks around them, on one line. */
function bare(quotation: string): string {
	const words = joinedLines(quotation.trim(), '');
	const inner = /^[“「『"]([^]*)[”」』"]$/.exec(words)?.[1] ?? words;
	return /[“”「」『』]/.test(inner) ? inner.replace(/[“「『]/g, '‘').replace(/[”」』]/g, '’') : inner;
}

/** Whether a finding says only that words stand somewhere, of which another says what is wrong with them. */
export function isSaidBetter({ code, start, end }: Finding, all: readonly Finding[]): boolean {
	if (code !== 'quotation.verbatim' && code !== 'quotation.form') return false;
	return all.some(one => one.code === 'quotation.attribution' && one.start < end && start < one.end);
}

/** Codes that tell how a draft cites, not what a quotation is. */
export const unaskedOf: ReviewWishes['unwanted'] = ['quotation.uncited', 'quotation.unattributed'];

/**
 * What each of some passages is found to be: no entry where that cannot be told, undefined from the first on for which
 * there was no time.
 */
export async function judgedAlone(
	passages: readonly Passage[],
	asking: Asking,
): Promise<readonly (readonly Entry[] | undefined)[]> {
	if (passages.length === 0) return [];
	const { service, records, run } = asking;
	const written = quotationList(passages);
	const framed = records.draft(written.text, 'markdown');
	const wishes: ReviewWishes = { families: ['quotation'], unwanted: unaskedOf, all: true, references: {} };
	const review = await reviewDraft({ service, reviewer: service.reviewer(), librariesRead: true }, framed, wishes, run);
	const { findings, uncertain } = await withDamaged(framed, review.findings, written.places, asking);
	const judged: (Entry[] | undefined)[] = [];
	for (const one of written.places) {
		if (review.partial && one.end > review.reviewed) {
			judged.push(undefined);
			continue;
		}
		const entries: Entry[] = [];
		for (const finding of findings.filter(found => overlaps(one, [found]))) {
			const verdict = isSaidBetter(finding, findings) ? undefined : verdictOf(finding);
			if (verdict !== undefined) entries.push(await entryOf(finding, verdict, framed, asking, uncertain));
		}
		judged.push(entries);
	}
	return judged;
}
