// What a pack is made of: the four kinds of record as the rest of the core sees them.

import type { Layout } from '../text/layout/layout';

/** The four kinds of record a pack holds. */
export type RecordKind = 'source' | 'citation' | 'term' | 'formulation';

/** A CSL-JSON name: `literal` for organisations and for names not to be split. */
export interface Name {
	readonly family?: string;
	readonly given?: string;
	readonly literal?: string;
	readonly suffix?: string;
	readonly 'non-dropping-particle'?: string;
	readonly 'dropping-particle'?: string;
}

/** A date as precise as it is known: `2024`, `2024-01` or `2024-01-31`. */
export type PartialDate = string;

/** A source: CSL-JSON field names; a field stands here only if the page proves it. */
export interface Source {
	readonly id: string;
	/** CSL-JSON item type, e.g. `article-newspaper`, `article-journal`, `webpage`, `speech`, `report`. */
	readonly type: string;
	readonly title: string;
	readonly author?: readonly Name[];
	readonly editor?: readonly Name[];
	readonly translator?: readonly Name[];
	readonly 'container-title'?: string;
	readonly publisher?: string;
	readonly 'publisher-place'?: string;
	readonly issued?: PartialDate;
	readonly accessed?: PartialDate;
	readonly volume?: string;
	readonly issue?: string;
	readonly page?: string;
	readonly number?: string;
	readonly edition?: string;
	readonly URL?: string;
	readonly DOI?: string;
	readonly language?: string;
	readonly note?: string;
	/** Where and when the copy at hand was published; never a date of publication of the source itself. */
	readonly held?: { readonly from?: string; readonly date?: PartialDate };
	/** Other places the same text was found in. */
	readonly holdings?: readonly { readonly from?: string; readonly date?: PartialDate; readonly URL?: string }[];
	/** The file an imported text was made of: its name as it was, SHA-256 of its bytes in hexadecimal digits. */
	readonly imported?: { readonly file: string; readonly sha256: string };
	/**
	 * What is wrong with the copy at hand: `quotation-marks` (lost ones), `characters` (unreadable ones), or in words.
	 */
	readonly damage?: readonly string[];
	/** What a reference would need and no page proves; CSL-JSON field names. */
	readonly missing?: readonly string[];
	/**
	 * `damaged`: the copy at hand is damaged, never an authority in checks. Default `complete`; `excerpt`: only a
	 * passage is held.
	 */
	readonly fidelity?: 'complete' | 'damaged' | 'excerpt';
	/** Authors of parts only, e.g. of one section; not authors of the whole. */
	readonly contributors?: readonly { readonly name: string; readonly role?: string; readonly paragraphs?: string }[];
	/** Body paragraphs that have no record, each with the reason why not. */
	readonly unrecorded?: readonly { readonly paragraph: number; readonly reason: string }[];
}

/** A citation: words said (quotation), an argument in our own words (point), or a number (figure). */
export interface Citation {
	readonly id: string;
	readonly kind: 'quotation' | 'point' | 'figure';
	readonly text: string;
	readonly speaker?: string;
	readonly occasion?: string;
	readonly date?: PartialDate;
	/** Id of the source it stands in. */
	readonly source: string;
	/** Paragraph of the cleaned body, counted from 1. */
	readonly paragraph?: number;
	/** Whether it stood in quotation marks there (quotations only). */
	readonly marked?: boolean;
	/** Ids of terms it speaks of. */
	readonly terms?: readonly string[];
	/** The source's own clause with the number, word for word (figures only). */
	readonly wording?: string;
	readonly value?: number;
	readonly unit?: string;
	readonly year?: number;
}

/** A term with its definition and how it is written, rightly and wrongly. */
export interface Term {
	readonly id: string;
	readonly term: string;
	readonly aliases?: readonly string[];
	readonly english?: string;
	readonly category?: string;
	/** `basis`: citation ids, or `general` for general knowledge. */
	readonly definition?: { readonly text: string; readonly basis: readonly string[] | 'general' };
	readonly usage?: string;
	readonly related?: readonly string[];
	/** Forms in which it is written by mistake. */
	readonly wrong?: readonly string[];
	/** Only where the pinyin library is wrong: syllables separated by spaces. */
	readonly pinyin?: string;
	/** Older wordings that this one replaced. */
	readonly supersedes?: readonly string[];
}

/** A formulation (提法): a recurring phrase; slots are written `{name}`. */
export interface Formulation {
	readonly id: string;
	readonly text: string;
	readonly category?: string;
	readonly citations?: readonly string[];
	readonly usage?: string;
}

/**
 * A record that fills the empty fields of a record of another pack: it has no life of its own. `fields` holds what was
 * written, already checked field by field; whatever the other record has stays as it is.
 */
export type Extension = { readonly extends: string; readonly id?: string } & (
	| { readonly kind: 'source'; readonly fields: Partial<Omit<Source, 'id'>> }
	| { readonly kind: 'citation'; readonly fields: Partial<Omit<Citation, 'id'>> }
	| { readonly kind: 'term'; readonly fields: Partial<Omit<Term, 'id'>> }
	| { readonly kind: 'formulation'; readonly fields: Partial<Omit<Formulation, 'id'>> }
);

/** What is not to be reported in any draft (`ignore.yaml`). */
export interface Ignore {
	/** A code of a finding (`quotation.differs`), a family (`quotation`), or `*`. */
	readonly code: string;
	/** The words of the draft it is about; without them, whatever it is about. */
	readonly text?: string;
	/** Why, for people. */
	readonly reason?: string;
}

/** The record type of each kind. */
export interface RecordOf {
	readonly source: Source;
	readonly citation: Citation;
	readonly term: Term;
	readonly formulation: Formulation;
}

/** The full text of a source, from `documents/`. */
export interface DocumentText {
	/** Id of the source whose text it is. */
	readonly source: string;
	/** Name of the file inside the pack. */
	readonly file: string;
	/** Counted from 1 in findings and records; a title that only repeats the source's is none. */
	readonly paragraphs: readonly string[];
	/** The line of the file each paragraph begins on, from 1. */
	readonly lines: readonly number[];
	/** Its headings, tables, pages and notes, where it has some. */
	readonly layout?: Layout;
}

/**
 * A document of which only the front matter was read, because there are very many: its source can be cited, its words
 * are for an index to find.
 */
export interface UnreadText {
	/** Id of the source whose text it is. */
	readonly source: string;
	/** Name of the file inside the pack. */
	readonly file: string;
}

/** What a pack says of itself (`pack.yaml`). */
export interface PackInfo {
	readonly id: string;
	readonly title: string;
	readonly language?: string;
	readonly licence?: string;
}

/** A pack as data: everything read, nothing looked up yet. */
export interface PackData {
	readonly info: PackInfo;
	readonly sources: readonly Source[];
	readonly citations: readonly Citation[];
	readonly terms: readonly Term[];
	readonly formulations: readonly Formulation[];
	readonly extensions?: readonly Extension[];
	readonly documents?: readonly DocumentText[];
	readonly unread?: readonly UnreadText[];
	readonly ignores?: readonly Ignore[];
}
