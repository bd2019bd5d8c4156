// What cites in a draft: each stretch, with what each of its notes is when it stands alone.

import type { Draft } from '../../../draft/draft';
import { innerNotes } from '../../../draft/innerNotes';
import { labelNames } from '../../labels';
import { isTex } from '../../../draft/language';

export interface Cite {
	readonly start: number;
	readonly end: number;
	/** As the draft writes each of its citations alone: `[@a]` and `[@b]` of `[@a; @b]`. */
	readonly parts: readonly string[];
}

/** All of them, in order; one within another behind it. */
export function citesOf(draft: Draft): readonly Cite[] {
	return draft.part(citesIn);
}

function citesIn(draft: Draft): readonly Cite[] {
	const { text, masked, language } = draft;
	const whole = (start: number, end: number): Cite => ({ start, end, parts: [text.slice(start, end)] });
	const notes = innerNotes(masked, language).filter(({ open, command }) => !open && /^\^|^footnote$/.test(command));
	const keys = draft.citations.filter(({ command }) => command !== 'nocite');
	const figures = isTex(language) ? [] : [...masked.matchAll(labelNames)];
	return [
		...draft.references.map(({ start, end }) => whole(start, end)),
		...notes.map(({ from, to }) => whole(from, to)),
		...figures.map(({ 0: written, index }) => whole(index, index + written.length)),
		...keys.map(({ start, end }) => ({ start, end, parts: partsOf(text.slice(start, end)) })),
	].sort((a, b) => a.start - b.start || b.end - a.end);
}

function partsOf(written: string): readonly string[] {
	const [, command = '', inner] = /^(\\.*\{)([^{}]*)\}$/s.exec(written) ?? [];
	if (inner !== undefined) return inner.split(',').map(key => `${command}${key.trim()}}`);
	if (!written.startsWith('[')) return [written];
	return written
		.slice(1, -1)
		.split(';')
		.map(part => `[${part.trim()}]`);
}

/** A citation without some of its parts, `first` to `last`; empty where none is left. */
export function withoutParts(written: string, first: number, last: number): string {
	const parts = partsOf(written);
	const [open = '', , close = ''] = /^(\\.*\{|\[)(.*)([}\]])$/s.exec(written)?.slice(1) ?? [];
	const left = parts.filter((_, at) => at < first || at > last).map(part => part.slice(open.length, -1));
	if (left.length === 0) return '';
	return open + left.join(open === '[' ? '; ' : ',') + close;
}

/** Whether what cites names its author in the text: a bare key, `\textcite`. */
export function isNaming(written: string): boolean {
	return /^-?@|^\\(?:[Tt]extcite|[Cc]itet)\b/.test(written);
}
