// What a change leaves at the beginning of a line: no list, no heading, where the words that stand there were text.

import type { Draft } from '../../draft/draft';
import type { Edit } from '../../draft/edit';
import { markdownLine } from './markdownText';
import type { Unit } from './units';

/** Edits of a unit of a draft, the first made harmless at the beginning of its line. */
export function harmlessStart(draft: Draft, unit: Unit, edits: readonly Edit[]): readonly Edit[] {
	const [first, ...rest] = edits;
	if (!first || draft.language !== 'markdown' || unit.kind !== 'text' || first.text.includes('\n')) return edits;
	const before = draft.text.slice(unit.start, first.start);
	if (!/(?:^|\n)[ \t>]*$/.test(before)) return edits;
	const behind = /^[^\n]*/.exec(draft.text.slice(first.end, unit.end))?.[0] ?? '';
	const words = first.text.trimStart();
	const at = markAt(words + behind);
	if (at === undefined) return edits;
	if (at <= words.length) return [{ ...first, text: `${words.slice(0, at)}\\${words.slice(at)}` }, ...rest];
	const place = first.end + at - words.length;
	return [first, { start: place, end: place, text: '\\' }, ...rest].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where a backslash makes a line harmless; nothing where it is. */
function markAt(line: string): number | undefined {
	const text = line.trimStart();
	const harmless = markdownLine(text);
	if (harmless === text) return undefined;
	return harmless.split('').findIndex((character, at) => character !== text[at]);
}
