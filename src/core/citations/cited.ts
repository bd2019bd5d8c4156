// Which sources a draft cites, in the order in which a reader meets them.

import type { Draft } from '../draft/draft';
import type { Source } from '../corpus/records';
import { definitionAt, labelKey } from '../draft/notes';
import type { Known, Sources } from './sources';
import { citedBy, definitionsByLabel } from './edits/switch';

/**
 * One place of a draft that cites a source. Of a footnote or a group of keys, each key is one; half-open offsets of the
 * key.
 */
export interface Cite extends Known {
	/** The key or label as written. */
	readonly key: string;
	readonly start: number;
	readonly end: number;
}

/**
 * Every citation of a source that is known, text first, then what stands within notes. `except`: a stretch that is not
 * looked at.
 */
export function citesOf(
	draft: Draft,
	sources: Sources,
	except: readonly { readonly start: number; readonly end: number }[] = [],
): Cite[] {
	const found: Cite[] = [];
	const definitions = definitionsByLabel(draft);
	const labels = new Map<string, Known | undefined>();
	for (const { label, start, end } of draft.references) {
		const key = labelKey(label);
		if (!labels.has(key)) labels.set(key, citedBy(draft, label, definitions.get(key), sources));
		const known = labels.get(key);
		if (known) found.push({ ...known, key: label, start: start + 2, end: end - 1 });
	}
	for (const citation of draft.citations) {
		for (const { key, locator, start, end } of citation.keys) {
			const source = sources.byKey(key);
			if (source) found.push({ source, locator, key, start, end });
		}
	}
	return found
		.filter(one => !except.some(({ start, end }) => start <= one.start && one.end <= end))
		.map(cite => ({ cite, inner: definitionAt(draft.definitions, cite.start) !== undefined }))
		.sort((a, b) => Number(a.inner) - Number(b.inner) || a.cite.start - b.cite.start)
		.map(({ cite }) => cite);
}

/** Whether any citation outside some stretches has a source that is known. */
export function citesAny(
	draft: Draft,
	sources: Sources,
	except: readonly { readonly start: number; readonly end: number }[],
): boolean {
	const counts = (at: { readonly start: number; readonly end: number }) =>
		!except.some(({ start, end }) => start <= at.start && at.end <= end);
	if (draft.citations.some(({ keys }) => keys.some(one => counts(one) && sources.byKey(one.key)))) return true;
	const definitions = definitionsByLabel(draft);
	return draft.references.some(
		one => counts(one) && citedBy(draft, one.label, definitions.get(labelKey(one.label)), sources),
	);
}

/** The sources cited, each once, in the order of their first citation. */
export function sourcesCited(cites: readonly Cite[]): Source[] {
	return [...new Set(cites.map(cite => cite.source))];
}
