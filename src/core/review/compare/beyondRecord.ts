// Words before the beginning of a record of a part of a text, which the text may have.

import type { Match } from './match';
import type { Passage } from './passageRun';
import type { Query } from './query';

type Differs = Extract<Match, { kind: 'differs' }>;

/** What numbers a clause stands before it, where a record of a part of the text begins: 二是|深化改革开放. */
const numbering =
	/^(?:[一二三四五六七八九十]+是|[一二三四五六七八九十\d]{1,3}|第[一二三四五六七八九十]|首先|其次|最后)$/;

/** Whether all that is put in stands before the beginning of a record, where its source may have it. */
export function isBeyondRecord(
	{ steps: [first, ...more], start }: Differs,
	{ codes }: Query,
	passage: Passage,
): boolean {
	if (!passage.citation || !first || more.length > 0 || start !== passage.start) return false;
	return (
		first.from === 0 && first.start === first.end && numbering.test(String.fromCharCode(...codes.subarray(0, first.to)))
	);
}
