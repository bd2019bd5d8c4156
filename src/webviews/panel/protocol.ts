// What the panel's page and the editor say to each other, sentences for people included. Types only.

/**
 * What a row stands for: one of the three kinds of citation, a source, or a passage of one of the person's own
 * documents.
 */
export type RowKind = 'quotation' | 'point' | 'figure' | 'source' | 'document';

/** Where is searched: in the curated citations, in the person's own documents, or in both. */
export type Scope = 'corpus' | 'documents' | 'both';

/** A paragraph (from 1) of a document, and the id of the source whose text it is. */
export interface Passage {
	/** Whose it is: a group's; absent for a person's own. */
	readonly library?: 'group';
	readonly document: string;
	readonly source: string;
	readonly paragraph: number;
}

/** How something is put into the draft: footnote, pandoc key, 括注, or the words in quotation marks with a footnote. */
export type Form = 'footnote' | 'pandoc' | 'note' | 'quotation';

/** A stretch of a text: half-open, in UTF-16 code units. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A text and the stretches of it that were found. */
export interface Found {
	readonly text: string;
	readonly marks: readonly Span[];
}

/**
 * What a fact of a row tells; `fit`: how far it is what was searched for, `whose`: that it is not one's own. One that
 * tells something else is shown after these.
 */
export type FactPart = 'fit' | 'whose' | 'who' | 'when' | 'occasion' | 'where' | 'columns';

/** A fact about a row, already in the language of the person. */
export interface Fact extends Found {
	readonly part?: FactPart;
}

/** One row of the list. `id` is the record's; of a passage it only tells rows apart. */
export interface Row {
	readonly id: string;
	readonly passage?: Passage;
	readonly kind: RowKind;
	/** The words themselves; for a source its title. */
	readonly text: Found;
	/** Who, when, on what occasion, where; of a hit in a table what its columns are called. */
	readonly facts: readonly Fact[];
}

/** What can be filtered by. */
export type Facet = 'kind' | 'source' | 'speaker' | 'year';

/** One value of a filter with the number of rows it would leave. */
export interface Choice {
	readonly value: string;
	readonly label: string;
	readonly count: number;
}

/** The values filtered by; a facet that is not there lets everything through. */
export type Filters = { readonly [F in Facet]?: string };

/** What outlives the page: hidden, moved, reloaded or opened again tomorrow, it comes back with this. */
export interface Kept {
	readonly text: string;
	readonly filters: Filters;
	readonly follow: boolean;
	readonly scope: Scope;
	/** The form of insertion chosen last; without one that of the settings. */
	readonly form?: Form;
}

/** What the page asks for. Each request is answered by exactly one `found`, `done` or `failed` with its number. */
export type Request =
	| {
			readonly type: 'search';
			readonly request: number;
			readonly text: string;
			readonly scope: Scope;
			readonly filters: Filters;
			readonly limit: number;
	  }
	/** What fits the paragraph the cursor stands in. */
	| { readonly type: 'follow'; readonly request: number; readonly limit: number; readonly scope: Scope }
	/** Without a form: the one of the settings. */
	| {
			readonly type: 'insert';
			readonly request: number;
			readonly id: string;
			readonly passage?: Passage;
			readonly form?: Form;
	  }
	| {
			readonly type: 'copy';
			readonly request: number;
			readonly id: string;
			readonly passage?: Passage;
			readonly what: 'words' | 'reference';
	  }
	| { readonly type: 'open'; readonly request: number; readonly id: string; readonly passage?: Passage }
	/** The form that makes a citation of a passage. */
	| { readonly type: 'record'; readonly request: number; readonly passage: Passage }
	/** The command that takes documents in. */
	| { readonly type: 'bringIn'; readonly request: number };

/** From the page: that it can receive, what is to be kept for it, or a request. */
export type ToEditor = { readonly type: 'ready' } | { readonly type: 'keep'; readonly kept: Kept } | Request;

/** From the editor: answers, and news nobody asked for. */
export type ToPage =
	/** The answer to `ready`; `kept` is what was kept when the window was closed. */
	| { readonly type: 'start'; readonly strings: Strings; readonly form: Form; readonly kept?: unknown }
	| {
			readonly type: 'found';
			readonly request: number;
			readonly total: number;
			readonly rows: readonly Row[];
			readonly choices: { readonly [F in Facet]: readonly Choice[] };
			/** Following: the beginning of the paragraph, or nothing where no draft is open. */
			readonly paragraph?: string;
			/** What is to be said of the list as a whole, such as that no row has all words. */
			readonly said?: string;
			/**
			 * Searching in documents: how many there are, and what is to be said of them, in a sentence; empty:
			 * nothing.
			 */
			readonly library?: DocumentsStatus;
	  }
	/** How many there are of the list with this number, counted through. */
	| {
			readonly type: 'counted';
			readonly request: number;
			readonly total: number;
			readonly choices: { readonly [F in Facet]: readonly Choice[] };
	  }
	| { readonly type: 'done'; readonly request: number; readonly said: string }
	| { readonly type: 'failed'; readonly request: number; readonly said: string }
	/** What was found may be no longer true: the corpus changed, or (following) the cursor is in another paragraph. */
	| { readonly type: 'stale'; readonly why: 'corpus' | 'cursor' }
	/** The settings changed. */
	| { readonly type: 'form'; readonly form: Form }
	/** Put the keys into the box; with a text, look for it as if it had been typed. */
	| { readonly type: 'look'; readonly text?: string; readonly scope?: Scope };

/** The person's documents, as far as the list has to say something of them. */
export interface DocumentsStatus {
	readonly documents: number;
	readonly said: string;
}

/** Every sentence of the page; `{0}` and `{1}` stand for numbers or names. */
export interface Strings {
	/** What the page is called. */
	readonly title: string;
	readonly search: string;
	readonly placeholder: string;
	readonly clear: string;
	readonly follow: string;
	readonly followHelp: string;
	/** The switch of where is searched. */
	readonly scope: string;
	readonly scopes: { readonly [S in Scope]: string };
	readonly filters: { readonly [F in Facet]: string };
	/** What stands on a filter that is not set. */
	readonly filterNames: { readonly [F in Facet | 'scope']: string };
	readonly filterRow: string;
	readonly every: { readonly [F in Facet]: string };
	readonly clearFilters: string;
	readonly kinds: { readonly [K in RowKind]: string };
	readonly list: string;
	readonly more: string;
	readonly loading: string;
	/** {0}: how many there are. */
	readonly count: string;
	/** {0}: how many are shown, {1}: how many there are. */
	readonly countOf: string;
	/** {0}: the beginning of the paragraph. */
	readonly fits: string;
	readonly nothing: string;
	readonly nothingHelp: string;
	readonly nothingFiltered: string;
	/** No documents are there, or none has been looked for; {0}: how many there are. */
	readonly noDocuments: string;
	readonly noDocumentsHelp: string;
	readonly importDocuments: string;
	readonly typeWords: string;
	readonly typeWordsHelp: string;
	readonly nothingFits: string;
	readonly nothingFitsHelp: string;
	readonly noParagraph: string;
	readonly noParagraphHelp: string;
	readonly failed: string;
	readonly slow: string;
	readonly again: string;
	/** What can be done with a row. */
	readonly actions: string;
	/** {0}: the form. */
	readonly insert: string;
	readonly insertAs: string;
	readonly moreActions: string;
	readonly forms: { readonly [F in Form]: string };
	readonly formHelp: { readonly [F in Form]: string };
	/** The form `quotation` for points and figures: our words, so without quotation marks. */
	readonly wording: string;
	readonly wordingHelp: string;
	readonly copyWords: string;
	readonly copyReference: string;
	readonly open: string;
	readonly record: string;
	readonly recordHelp: string;
}
