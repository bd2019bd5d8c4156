// What the timeline's page and the editor say to each other, sentences for people included. Types only.
import type { Timeline } from '../../core/service';

/** What is counted: words, or the id of a record; with `nested` a term also where it is part of a longer one. */
export interface Asked {
	readonly words: string;
	readonly nested: boolean;
}

/** A timeline, with the dates of its sources as the person writes them. */
export interface Sheet {
	readonly timeline: Timeline;
	/** One for each of `timeline.documents`; empty where there is no date. */
	readonly dates: readonly string[];
}

/** What a group's library has of it; its sources that are the person's own too are not among them. */
export interface GroupSheet {
	/** Whose it is. */
	readonly caption: string;
	/** How often it is used, and what could not be asked, in sentences. */
	readonly said: string;
	readonly years: readonly { readonly year: string; readonly uses: number; readonly documents: number }[];
	/** The earliest first, those without a date last. */
	readonly documents: readonly GroupUse[];
}

export interface GroupUse {
	readonly document: string;
	readonly title: string;
	/** As the person writes it; empty where there is no date. */
	readonly when: string;
	readonly uses: number;
	/** Of the first use, from 1. */
	readonly paragraph: number;
}

/** What the page asks for. Each request is answered by exactly one `counted`, `done` or `failed` with its number. */
export type Request =
	| { readonly type: 'count'; readonly request: number; readonly asked: Asked }
	| { readonly type: 'open'; readonly request: number; readonly source: string; readonly paragraph?: number }
	/** A document of the group's. */
	| ({ readonly type: 'openGroup'; readonly request: number } & Pick<GroupUse, 'document' | 'title' | 'paragraph'>)
	/** The person wants to count something else. */
	| { readonly type: 'choose'; readonly request: number };

/** From the page: that it can receive, or a request. */
export type ToEditor = { readonly type: 'ready' } | Request;

/** From the editor: answers, and news nobody asked for. */
export type ToPage =
	/** The answer to `ready`; without `asked` the page shows what it showed before. */
	| { readonly type: 'start'; readonly strings: Strings; readonly asked?: Asked }
	| { readonly type: 'counted'; readonly request: number; readonly sheet: Sheet }
	/** After `counted` with the same number, where a group's library is connected: nobody waits for it. */
	| { readonly type: 'group'; readonly request: number; readonly group: GroupSheet }
	| { readonly type: 'done'; readonly request: number }
	| { readonly type: 'failed'; readonly request: number; readonly said: string }
	/** The corpus changed. */
	| { readonly type: 'stale' }
	| { readonly type: 'look'; readonly asked: Asked };

/** Every sentence of the page; `{0}` and so on stand for numbers or names. */
export interface Strings {
	/** {0}: what is counted. */
	readonly title: string;
	readonly choose: string;
	readonly loading: string;
	/** {0}: uses, {1}: sources that use it, {2}: sources of the corpus, {3}: of how many the full text is there. */
	readonly summary: string;
	/** {0}: the year, {1}: uses. */
	readonly peak: string;
	/** {0}: the date, {1}: the title. */
	readonly first: string;
	/** {0}: forms with their counts. */
	readonly forms: string;
	/** {0}: uses within longer terms. */
	readonly within: string;
	readonly nested: string;
	readonly chart: string;
	/** {0}: year, {1}: uses, {2}: sources that use it, {3}: sources of the year. */
	readonly bar: string;
	/** {0}: year. */
	readonly blank: string;
	readonly years: string;
	readonly year: string;
	readonly uses: string;
	readonly sources: string;
	/** {0}: sources that use it, {1}: sources there are. */
	readonly of: string;
	readonly undated: string;
	/** {0}: uses dated only by the copy at hand. */
	readonly held: string;
	readonly documents: string;
	readonly date: string;
	readonly source: string;
	readonly firstUse: string;
	/** {0}: the paragraph. */
	readonly paragraph: string;
	readonly copy: string;
	/** {0}: a date, {1}: that it is the copy's. */
	readonly ofCopy: string;
	readonly cited: string;
	/** {0}: uses in the wording of this library. */
	readonly ours: string;
	/** {0}: the year shown. */
	readonly only: string;
	readonly all: string;
	/** {0}: shown, {1}: how many there are. */
	readonly more: string;
	readonly nothing: string;
	/** {0}: sources of the corpus, {1}: of how many the full text is there. */
	readonly nothingHelp: string;
	readonly noTexts: string;
	readonly failed: string;
	readonly slow: string;
	readonly again: string;
}
