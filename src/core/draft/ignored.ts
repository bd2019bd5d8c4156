// What a person does not want to hear of: here, by a comment before a paragraph, or everywhere, by an entry of a
// pack.

import { compact } from '../text/compact';
import { fold } from '../text/fold';
import type { Block } from './blocks';
import type { Draft } from './draft';
import type { Finding, FindingCode } from './finding';

/**
 * What is left out everywhere: a code, a family of codes or `*`, and the words it is about; without words, whatever it
 * is about.
 */
export interface Ignored {
	readonly code: string;
	readonly text?: string | undefined;
}

/** Whether a code is meant by another, by its family, or by `*`. */
function isMeant(code: string, by: string): boolean {
	return by === '*' || code === by || code.startsWith(`${by}.`);
}

/** Whether a comment before the paragraph says to leave this out. */
export function isIgnoredIn({ ignored }: Block, code: string): boolean {
	return ignored.some(one => isMeant(code, one));
}

/** Words as they are compared: letters and digits, whatever the script, width and marks. */
export function ignoredLetters(text: string): string {
	const folded = fold(text);
	// A mark alone is about itself.
	return compact(folded).text || folded.trim();
}

/** Answers whether a finding of a draft is left out everywhere. */
export function ignoredBy(entries: readonly Ignored[]): (finding: Finding, draft: string) => boolean {
	if (entries.length === 0) return () => false;
	const always = new Set<string>();
	const byLetters = new Map<string, Set<string>>();
	for (const { code, text } of entries) {
		if (text === undefined) {
			always.add(code);
			continue;
		}
		const letters = ignoredLetters(text);
		const codes = byLetters.get(letters);
		if (codes) codes.add(code);
		else byLetters.set(letters, new Set([code]));
	}
	return ({ code, start, end }, draft) => {
		if (isAmong(code, always)) return true;
		if (byLetters.size === 0) return false;
		const codes = byLetters.get(ignoredLetters(draft.slice(start, end)));
		return codes !== undefined && isAmong(code, codes);
	};
}

/**
 * Whether a code, one of its families, or `*` is among codes: as many look-ups as the code has parts, however many
 * there are.
 */
function isAmong(code: string, codes: ReadonlySet<string>): boolean {
	if (codes.has('*') || codes.has(code)) return true;
	for (let end = code.lastIndexOf('.'); end > 0; end = code.lastIndexOf('.', end - 1))
		if (codes.has(code.slice(0, end))) return true;
	return false;
}

/**
 * Findings that were not made paragraph by paragraph, without those that comments in the draft or entries leave out.
 */
export function withoutIgnored<F extends Finding>(
	findings: readonly F[],
	draft: Draft,
	entries: readonly Ignored[],
): readonly F[] {
	const everywhere = ignoredBy(entries);
	const left = findings.filter(one => !everywhere(one, draft.text));
	if (left.length === 0 || !/policy-writing:\s*ignore/.test(draft.text)) return left;
	const blocks = draft.blocks.filter(one => one.ignored.length > 0);
	return left.filter(
		({ code, start }) =>
			!blocks.some(one => one.start <= start && start < one.start + one.text.length && isIgnoredIn(one, code)),
	);
}

/** The entry that leaves a finding of a draft out everywhere: its code, and the words it stands at. */
export function ignoreOf(
	draft: string,
	{ code, start, end }: Pick<Finding, 'code' | 'start' | 'end'>,
): { readonly code: FindingCode; readonly text: string } {
	return { code, text: draft.slice(start, end).replace(/\s+/g, ' ').trim() };
}
