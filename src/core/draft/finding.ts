// What a check says of a draft: a code, a stretch of the draft, and data. What each code means stands with its rule.

import type { Change, Severity } from '../rules/rule';
import type { CodeOf, Family, FindingCode, FindingData } from '../rules/table';

export type { Change, Facts, NearestWords, Severity } from '../rules/rule';
export type { FindingCode } from '../rules/table';

/** A finding of one code. Codes are stable; offsets are UTF-16 code units of the draft, half-open. */
export interface FindingOf<C extends FindingCode> {
	readonly code: C;
	readonly severity: Severity;
	readonly start: number;
	readonly end: number;
	readonly data: FindingData[C];
}

/** One thing found in a draft. */
export type Finding = { readonly [C in FindingCode]: FindingOf<C> }[FindingCode];

/** A finding of a family of codes. */
export type FindingIn<F extends Family> = Extract<Finding, { readonly code: CodeOf<F> }>;

/** The changes a finding names; empty where it names none. */
export function changesOf(finding: Finding): readonly Change[] {
	return finding.data.changes ?? [];
}

/** The same finding so many code units further on, its changes with it. */
export function movedBy<F extends Finding>(finding: F, by: number): F {
	if (by === 0) return finding;
	const place = { start: finding.start + by, end: finding.end + by };
	if (finding.data.changes === undefined) return { ...finding, ...place };
	const changes = changesOf(finding).map(one => ({ ...one, start: one.start + by, end: one.end + by }));
	return { ...finding, ...place, data: { ...finding.data, changes } };
}
