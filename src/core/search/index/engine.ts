// What a person's own documents can be asked: the one interface in front of every engine that holds them, here or on
// another machine.

import type { Layout } from '../../text/layout/layout';
import type { Confidence } from '../continuations/continuation';
import type { Cancelled } from '../passageSearch';

/** A document as it is taken in. */
export interface IndexedDocument {
	/** Its address, which tells it from every other; what the editor opens. */
	readonly name: string;
	/** Changes when the text does: a hash of the file, or its time and size. */
	readonly version: string;
	/** Id of the source whose text it is. */
	readonly source: string;
	readonly title: string;
	/** When it was published, as far as that is known: 2016, 2016-03, 2016-03-05. */
	readonly date?: string;
	/** Its text; a paragraph is cited by its place in the list, from 1. */
	readonly paragraphs: readonly string[];
	/** Its tables and pages, where it has some. */
	readonly layout?: Layout;
	/** The fields of its source, as its file has them: for others who have no such file. */
	readonly provenance?: Readonly<Record<string, unknown>>;
}

/** Which documents count; what is absent lets all through. */
export interface IndexFilter {
	/** Names of documents. */
	readonly documents?: readonly string[];
	/** Ids of sources. */
	readonly sources?: readonly string[];
	/** Ids of sources that do not count. */
	readonly without?: readonly string[];
	/** Years of publication, both included; a document without a date is in no year. */
	readonly from?: number;
	readonly to?: number;
}

/** Documents that count, and what tells a short name from the ends of two words. */
export interface MentionFilter extends IndexFilter {
	/** Common words, as `CommonWords` takes them; without them a name counts wherever it stands. */
	readonly common?: string;
}

export interface IndexQuery extends IndexFilter {
	/** Words in either script, any width; all must fit. */
	readonly text: string;
	/** Default 10. */
	readonly limit?: number;
	/**
	 * What the text may stand for instead, the likeliest first: the terms that are typed so, where it is pinyin. Sought
	 * as written, behind the text itself.
	 */
	readonly instead?: readonly string[];
}

/** A document as it is told of. */
export interface IndexedSource {
	/** Whose it is: a group's; absent for a person's own. */
	readonly library?: 'group';
	readonly document: string;
	readonly source: string;
	readonly title: string;
	readonly date?: string;
}

/** A passage that fits; higher scores fit better. `exact`: it holds every word as written. */
export interface PassageHit extends IndexedSource {
	/** From 1. */
	readonly paragraph: number;
	/** The passage as it reads. */
	readonly text: string;
	/** Of a row of a table: the number of the table, as far as that is known, and its head. */
	readonly table?: string;
	readonly head?: string;
	/** The pages it stands on, where they are known. */
	readonly page?: string;
	readonly score: number;
	readonly exact: boolean;
	/** Words of the query that it does not hold, where no passage holds all; without them it is nearly the words. */
	readonly missing?: readonly string[];
	/** The wording that fits: that of the query, or one of `instead`. */
	readonly wording: string;
}

/** How often words stand in one document. */
export interface DocumentUse extends IndexedSource {
	/** How often; of several words, how often the first. */
	readonly uses: number;
	readonly passages: number;
	/** The first paragraph that holds them, from 1. */
	readonly paragraph: number;
}

/** Where words stand, in this corpus: that they stand nowhere else is not said. */
export interface IndexTimeline {
	/** Documents that hold all the words, the earliest first, those without a date last. */
	readonly documents: readonly DocumentUse[];
	/** By year of publication, ascending; without documents that have no date. */
	readonly years: readonly { readonly year: number; readonly uses: number; readonly documents: number }[];
	readonly uses: number;
	/** There are too many to count each: a passage counts once, so that there are at least so many. */
	readonly atLeast?: true;
}

/** For a glance: in how many documents words stand, and when the first and the last of known date was published. */
export interface DocumentMention {
	readonly documents: number;
	/** How many of them are a group's, where one was asked. */
	readonly group?: number;
	readonly first?: IndexedSource;
	readonly last?: IndexedSource;
}

/** What is written, and how sure a continuation must be (default: balanced). */
export interface ContinuationQuery {
	/** The draft up to the cursor, or as much of it as counts. */
	readonly before: string;
	readonly confidence?: Confidence;
	/** How many times dearer a wrong one is than usual (default: 1), by `Refusals.caution`. */
	readonly caution?: number;
	/** The name of the draft that is written: what is held of it does not count. */
	readonly draft?: string;
}

/** A draft of the workspace as its wording continues others. */
export interface DraftWording {
	/** Its address, which the editor opens. */
	readonly name: string;
	/** Changes when the text does. */
	readonly version: string;
	/** Its name as people read it. */
	readonly title: string;
	/** Its lines without what is no prose; absent where they may be held already. */
	readonly lines?: readonly string[];
}

/** Where a continuation stands; `draft`: in a draft that is held, and the paragraph is the number of a line. */
export interface ContinuationPlace extends IndexedSource {
	readonly draft?: true;
	/** From 1. */
	readonly paragraph: number;
}

/** How the documents go on from what is written. */
export interface DocumentContinuation {
	/** What follows the cursor, up to the next mark at most. */
	readonly text: string;
	/** How likely it follows, between 0 and 1. */
	readonly share: number;
	/** How often it stands after what is written; `places`: some of those, the latest documents first, drafts last. */
	readonly count: number;
	readonly places: readonly ContinuationPlace[];
}

/** A passage as it reads, with where it stands. */
export interface IndexedPassage {
	/** Whose it is, as of an {@link IndexedSource}. */
	readonly library?: 'group';
	readonly document: string;
	readonly source: string;
	/** From 1. */
	readonly paragraph: number;
	readonly text: string;
}

/** Some of the passages that hold words; `next` is where to go on, absent when these were the last. */
export interface PassagePage {
	readonly passages: readonly IndexedPassage[];
	readonly next?: number;
}

/** How large the index is. */
export interface IndexStatus {
	readonly documents: number;
	readonly passages: number;
	/** Bytes of the index. */
	readonly bytes: number;
	/**
	 * `kept`: read as it lay; `repaired`: parts were damaged, their documents have to be read again; `new`: there was
	 * none that could be read.
	 */
	readonly opened: 'kept' | 'repaired' | 'new';
	/** Documents that were left out, since here no more passages fit into memory. */
	readonly left: number;
	/** Somebody else writes to the same index: it is read as it was. */
	readonly readonly?: boolean;
	/** The disk has no room: what was taken in since is in memory only. */
	readonly unkept?: boolean;
}

/** What changes on the index. */
export interface IndexChanges {
	/** Documents that are new or have changed. */
	readonly put?: readonly IndexedDocument[];
	/** Names of documents that are no more. */
	readonly remove?: readonly string[];
}

/** Where long work is: `done` of `total` documents. */
export interface IndexProgress {
	readonly done: number;
	readonly total: number;
}

/** What was found damaged or could not be read, by the name of the file; the rest is there. */
export interface IndexProblem {
	readonly file: string;
	readonly code: string;
}

/**
 * What came of bringing the index up to date. A cancelled update keeps what it has done, and goes on from there the
 * next time.
 */
export interface IndexUpdate extends IndexStatus {
	readonly put: number;
	readonly removed: number;
	readonly problems: readonly IndexProblem[];
	readonly cancelled: boolean;
	/** The file of the index that another program has open: not all was taken in; the next update goes on from there. */
	readonly held?: string;
}

/** Documents as searchable passages, wherever they are held. A question that is cancelled is answered with nothing. */
export interface PassageLibrary {
	status(): Promise<IndexStatus>;
	/**
	 * The passages that fit, best first: those that hold the words before those that nearly do, the shorter before the
	 * longer, then the later published.
	 */
	search(query: IndexQuery, signal?: Cancelled): Promise<readonly PassageHit[]>;
	/** In how many documents words stand. */
	mention(words: string, filter?: MentionFilter, signal?: Cancelled): Promise<DocumentMention>;
	/** How often words stand in which document and year. */
	timeline(words: string, filter?: IndexFilter, signal?: Cancelled): Promise<IndexTimeline>;
	/**
	 * Passages that hold all the words, some hundred at a time: those of a document follow each other. From the
	 * beginning, or on from `next` of the answer before.
	 */
	passages(words: string, filter?: IndexFilter, from?: number, signal?: Cancelled): Promise<PassagePage>;
	/** How the documents go on: counts of their n-grams, as `readNgrams` takes them; nothing when it was cancelled. */
	ngrams(signal?: Cancelled): Promise<string>;
	/**
	 * How the documents go on from what is written, the likeliest first; empty where nothing is likely. What is held for
	 * it is made with the first question and follows the index.
	 */
	continuations(query: ContinuationQuery, signal?: Cancelled): Promise<readonly DocumentContinuation[]>;
	/** Paragraphs `from`…`to` (from 1, both included) of a document as they read; fewer where it has fewer. */
	paragraphs(document: string, from: number, to: number): Promise<readonly string[]>;
}

/** A person's documents, which come and go. */
export interface IndexEngine extends PassageLibrary {
	/** Takes documents in and out. */
	change(changes: IndexChanges, progress?: (at: IndexProgress) => void, signal?: Cancelled): Promise<IndexUpdate>;
	/**
	 * Brings the index in line with the documents in some packs' folders: reads what is new or has changed, takes out
	 * what is gone. Whatever else is on the index goes, so all folders are to be named.
	 */
	sync(folders: readonly string[], progress?: (at: IndexProgress) => void, signal?: Cancelled): Promise<IndexUpdate>;
	/**
	 * From now on these drafts and no others count in `continuations` beside the documents; their lines are held in
	 * memory alone, and answered as `paragraphs`. Answers the names of those whose lines are not held in that version:
	 * they do not count before they are given with them.
	 */
	holdDrafts(drafts: readonly DraftWording[]): Promise<readonly string[]>;
	/** Lets go of everything; the index stays. */
	close(): Promise<void>;
}
