// What a rule of the review is: one for each finding code, in a file of its own.

import type { Bilingual } from '../text/bilingual';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * How words of a draft differ from their source's, at one place. Offsets of the draft; `written` or `original` is empty
 * where something was put in or left out.
 */
export interface Change {
	readonly kind: 'replaced' | 'inserted' | 'dropped';
	readonly start: number;
	readonly end: number;
	readonly written: string;
	readonly original: string;
}

/** Words of a source that a quotation is like though it is none of them: where to look, and what stands there. */
export interface NearestWords {
	readonly source: string;
	readonly paragraph?: number;
	readonly citation?: string;
	readonly wording: string;
}

/** Everything findings may say, whatever their code; what one code says for certain is the data of its rule. */
export interface Facts {
	/** Id of the source the words stand in, its paragraph from 1, and the id of the citation that records them. */
	readonly source?: string;
	readonly paragraph?: number;
	readonly citation?: string;
	/** Every source of a quotation that was put together. */
	readonly sources?: readonly string[];
	/** What the source has, or what is to be written instead. */
	readonly wording?: string;
	readonly changes?: readonly Change[];
	/** The pieces a quotation is made of, as their source has them; and the source's words from the first to the last. */
	readonly pieces?: readonly string[];
	readonly original?: string;
	readonly how?: 'punctuation' | 'script' | 'width' | 'elided' | 'reordered' | 'spliced';
	/** Of an omission: whether it is marked. Of a quotation: whether it stands in marks. */
	readonly marked?: boolean;
	/** Whether the quotation itself says that something is left out. */
	readonly elided?: boolean;
	/** Whether other words of a source may be meant as well as the wording: then none is offered. */
	readonly unsure?: boolean;
	readonly why?:
		| 'speaker'
		| 'date'
		| 'occasion'
		| 'place'
		| 'title'
		| 'article'
		| 'source'
		| 'duplicate'
		| 'stale'
		| 'edited'
		| 'missing'
		| 'doubled'
		| 'unlisted'
		| 'date';
	/** Of words that stand nowhere: the sentence that has most of theirs. */
	readonly nearest?: NearestWords;
	readonly written?: string;
	readonly expected?: string;
	/** Whether not all of the text that is named or cited is at hand: then nothing can be told for sure. */
	readonly unread?: boolean;
	/** Id of the source that is cited. */
	readonly cited?: string;
	/** Id of the term or formulation that says so. */
	readonly record?: string;
	/** A punctuation mark. */
	readonly mark?: string;
	/** A key, or the label of a footnote, and how it is written. */
	readonly key?: string;
	readonly form?: 'footnote' | 'pandoc' | 'bare' | 'latex';
	/** The reference as it ought to be. */
	readonly wanted?: string;
	/** Fields a reference lacks, and what GB/T 7714 calls them. */
	readonly fields?: readonly string[];
	readonly labels?: readonly string[];
}

/** What a finding of one code says: facts that are always there, facts that may be, and none besides. */
export type Says<Always extends keyof Facts, Perhaps extends keyof Facts = never> = {
	readonly [F in Always]-?: NonNullable<Facts[F]>;
} & { readonly [F in Perhaps]?: Facts[F] } & { readonly [F in Exclude<keyof Facts, Always | Perhaps>]?: undefined };

/** What sentences ask of the corpus: people know titles and dates, not ids. */
export interface Names {
	/** Where words stand: 《title》（date）, and the paragraph; the id where nothing else is known. */
	place(data: Facts): Bilingual;
	/** The title of a source as running text names it, or its id where there is none: 《title》. */
	title(id: string): string;
	/** What a person calls a field of a reference. */
	field(name: string): Bilingual;
}

/**
 * A way out of a finding. `source`: the source's words stand there; `changed`: the same, where other words are among
 * them. `whole`: what was left out is put back, the order restored, or the omission marked. `term`: the recorded form
 * stands there. `changes`: each change is undone. `mark`: another mark stands there. `unmark`: without the quotation
 * marks. `attribute`: who said it is put before the words. `attribution`: speaker, date or citation are put right.
 * `cite`: the source is cited.
 */
export type Mending =
	'source' | 'changed' | 'whole' | 'term' | 'changes' | 'mark' | 'unmark' | 'attribute' | 'attribution' | 'cite';

/**
 * What the hover sets beside the words. `comparison`: draft and source, each change in words. `source`: what the source
 * has. `figure`: the recorded sentence
 * with the number. `record`: the recorded form. `unknown`: that nothing could be compared. `nothing`: the message says
 * it all.
 */
export type Shows = 'comparison' | 'source' | 'figure' | 'record' | 'unknown' | 'nothing';

/** One finding code. Its family is the first half of the code, its rank the place in the table of rules. */
export interface Rule<D extends Facts> {
	/** As it usually is; one finding may be lighter or graver. */
	readonly severity: Severity;
	/** Whether it may be left out by a comment in the draft, by `ignore.yaml`, or by the settings. */
	readonly ignorable: boolean;
	/** Reported only where a person asks for everything (`--all`); then no setting speaks of it. */
	readonly onlyAll?: true;
	/** What can be done, the likeliest first. */
	readonly mends: readonly Mending[];
	/** What is written instead is beyond doubt where there is one wording: it may be taken without asking. */
	readonly sure?: true;
	/** Mends all of a draft at once, where what to write is never in question: what that is called. */
	readonly together?: (count: number) => Bilingual;
	readonly shows: Shows;
	/** The words are shown faded: nothing uses them. */
	readonly fades?: true;
	/** What people call this kind, in lists and reports. */
	readonly name: Bilingual;
	/** What it means, in a line: settings and the README's table. */
	readonly meaning: Bilingual;
	/** What to do about it, for readers who have never seen this program. */
	readonly advice: Bilingual;
	/** One finding in a sentence. */
	readonly sentence: (data: D, names: Names) => Bilingual;
}

/** So many characters of a wording a sentence has room for. */
const longest = 40;

/** A wording as a sentence shows it: the beginning of one that is long. */
export function short(text: string): string {
	const characters = [...text];
	return characters.length <= longest ? text : `${characters.slice(0, longest).join('')}…`;
}
