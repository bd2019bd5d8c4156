// What numbers a clause before the words a text has: 二是|深化改革开放.

import { clauseMark } from './edges';
import type { Match } from './match';
import type { Passage } from './passageRun';
import type { Query } from './query';
import type { ReferenceTexts } from './referenceTexts';

type Differs = Extract<Match, { kind: 'differs' }>;

const inWords = /^(?:[一二三四五六七八九十]+[是要]|第[一二三四五六七八九十]|首先|其次|最后)$/;
const bare = /^[一二三四五六七八九十\d]{1,3}$/;

/**
 * Whether all that is put in numbers the words: before the beginning of a record, where its text may have it, or
 * before a clause of a text that is not cited, as others have the clause too.
 */
export function isNumberingOnly(
	{ steps: [first, ...more], start }: Differs,
	{ codes, cited }: Query,
	passage: Passage,
	authority: ReferenceTexts,
): boolean {
	if (!first || more.length > 0 || first.from > 0 || first.start < first.end) return false;
	const written = String.fromCharCode(...codes.subarray(0, first.to));
	if (passage.citation) return start === passage.start && (inWords.test(written) || bare.test(written));
	return inWords.test(written) && !cited.includes(passage.source) && clauseMark.test(authority.gap(start));
}
