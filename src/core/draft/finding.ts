// What a check says of a draft: a code, a stretch of the draft, and data. No sentences: who shows it words it.

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One thing found in a draft. Codes are stable; offsets are UTF-16 code units of the draft, half-open. */
export interface Finding {
	readonly code: FindingCode;
	readonly severity: Severity;
	readonly start: number;
	readonly end: number;
	readonly data: Readonly<Record<string, string | number | boolean | readonly string[] | readonly Change[]>>;
}

/** How words of a draft differ from their source's, at one place. Offsets of the draft; `written` or `original` is empty where something was put in or left out. */
export interface Change {
	readonly kind: 'replaced' | 'inserted' | 'dropped';
	readonly start: number;
	readonly end: number;
	readonly written: string;
	readonly original: string;
}

/** Codes of findings; each family is documented at its own type. */
export type FindingCode = ReferenceCode | QuotationCode | WordingCode | PunctuationCode | FigureCode;

/**
 * `reference.undefined`: a key no source has, a footnote without a definition. `.unused`: a definition nobody refers to. `.missing`: a cited
 * source lacks what a reference needs. `.other`: a definition says something else than the source it names (`data.why`: `edited`, `stale`, `duplicate`).
 */
export type ReferenceCode = 'reference.undefined' | 'reference.unused' | 'reference.missing' | 'reference.other';

/**
 * `.verbatim`: as the source has it (only when asked for). `.form`: the same words, other punctuation, width or script (`data.how`). `.differs`: other
 * words (`data.changes`). `.spliced`: pieces of one or several places (`data.how`: `elided`, `reordered`, `spliced`). `.attribution`: another
 * speaker, date or source than the source says (`data.why`). `.unattributed`: recorded words without marks or attribution. `.unknown`: not in
 * this corpus. `.uncited`: found, but nothing cites it.
 */
export type QuotationCode =
	| 'quotation.verbatim'
	| 'quotation.form'
	| 'quotation.differs'
	| 'quotation.spliced'
	| 'quotation.attribution'
	| 'quotation.unattributed'
	| 'quotation.unknown'
	| 'quotation.uncited';

/** `.near`: a known wording with what looks like a slip. `.wrong`: a form recorded as wrong. `.inconsistent`: one term in two forms. `.superseded`: an older wording. */
export type WordingCode = 'wording.near' | 'wording.wrong' | 'wording.inconsistent' | 'wording.superseded';

/** Marks in Chinese context (only when asked for): half-width ones, ones without a partner. */
export type PunctuationCode = 'punctuation.halfwidth' | 'punctuation.unbalanced';

/** `.differs`: another number than the source that is cited for it has (`data.wording`: that one as it would stand here; `data.written`). */
export type FigureCode = 'figure.differs';
