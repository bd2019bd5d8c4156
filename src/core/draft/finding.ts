// What a check says of a draft: a code, a stretch of the draft, and data. No sentences: who shows it words it.
// Knows nothing of particular checks.

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One thing found in a draft. Codes are stable; offsets are UTF-16 code units of the draft, half-open. */
export interface Finding {
	readonly code: FindingCode;
	readonly severity: Severity;
	readonly start: number;
	readonly end: number;
	readonly data: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/**
 * `reference.undefined`: a key no source has, a footnote without a definition. `.unused`: a definition nobody refers to. `.missing`: a cited
 * source lacks what a reference needs. `.other`: a definition says something else than the source it names (`data.why`: `edited`, `stale`, `duplicate`).
 */
export type FindingCode = 'reference.undefined' | 'reference.unused' | 'reference.missing' | 'reference.other';
