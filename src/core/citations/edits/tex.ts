// Footnotes of a LaTeX draft made \cite and back.

import type { Draft } from '../../draft/draft';
import type { KeyCitation } from '../../draft/clusters';
import { readLocator, sayLocator } from '../../draft/locator';
import { escapeFor, labelOf } from './escape';
import type { Edit } from '../../draft/edit';
import { insideNotes } from './insideNotes';
import { texFootnotes } from './texFootnotes';
import { planOf, type Plan, type PlanProblem } from './plan';
import { formatReference, type ReferenceOptions } from '../gbt7714/reference';
import { knownPlaces, type Known, type Sources } from '../sources';

/** The citation at an offset (all of them without one) from \footnote to \cite, or from \cite to \footnote. */
export function planTexSwitch(
	draft: Draft,
	to: 'pandoc' | 'footnote',
	sources: Sources,
	options: ReferenceOptions,
	at?: number,
): Plan {
	const edits: Edit[] = [];
	const problems: PlanProblem[] = [];
	const here = (start: number, end: number) => at === undefined || (start <= at && at <= end);
	if (to === 'pandoc') {
		for (const { start, end, from, to: behind } of texFootnotes(draft)) {
			const known = here(from, behind) ? sources.recognize(draft.text.slice(start, end)) : undefined;
			if (known) edits.push({ start: from, end: behind, text: texCite(known) });
		}
		return planOf(draft.text, edits);
	}
	const inNote = insideNotes(draft);
	for (const cite of draft.citations) {
		if (!here(cite.start, cite.end) || cite.command === 'nocite') continue;
		const known = inNote(cite.start, cite.end) ? ('note' as const) : meantBy(cite, sources);
		if (typeof known === 'string')
			problems.push(...cite.keys.map(({ key, start, end }) => ({ code: known, key, start, end })));
		else edits.push({ start: cite.start, end: cite.end, text: known.map(one => texNote(one, options)).join('') });
	}
	return planOf(draft.text, edits, problems);
}

/** The places a \cite cites, or why it cannot be a footnote. */
function meantBy(cite: KeyCitation, sources: Sources): Known[] | 'unknown' | 'words' {
	const known = knownPlaces(cite, sources);
	if (!known) return 'unknown';
	// Several keys of one \cite are one mark in the text, several footnotes are several.
	return cite.keys.length > 1 || cite.keys.some(key => !key.plain) ? 'words' : known;
}

function texCite({ source, locator }: Known): string {
	const place = sayLocator(locator);
	return `\\cite${place && readLocator(place) ? `[${place}]` : ''}{${labelOf(source.id)}}`;
}

function texNote({ source, locator }: Known, options: ReferenceOptions): string {
	return `\\footnote{${escapeFor('latex', formatReference(source, { ...options, locator }).text)}}`;
}
