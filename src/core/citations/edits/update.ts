// References that stand in a draft written anew: in another edition, with a gap that was filled, or added where a
// known label has none. What somebody has edited is told of and stays.

import type { Draft } from '../../draft/draft';
import { definitionAt, labelKey } from '../../draft/notes';
import { additionsOf, asText, isBlank, type NewDefinition } from './definitions';
import { escapeFor } from './escape';
import { listEntries } from '../../draft/referenceList';
import { texFootnotes } from './texFootnotes';
import { applyEdits, inOrder, type Edit } from '../../draft/edit';
import { planOf, type Plan, type PlanProblem } from './plan';
import { formatReference, type ReferenceOptions } from '../gbt7714/reference';
import type { Sources } from '../sources';
import { citedBy, definitionText } from './switch';

/**
 * Writes every reference of a draft as the options say: definitions, \footnote in LaTeX, the entries of a list
 * 参考文献.
 */
export function planUpdate(draft: Draft, sources: Sources, options: ReferenceOptions): Plan {
	const { text, language } = draft;
	const problems: PlanProblem[] = [];
	const edits: Edit[] = [];
	for (const definition of draft.definitions) {
		const { textStart, end, label, labelStart, labelEnd } = definition;
		const words = text.slice(textStart, end);
		const known = citedBy(draft, label, definition, sources);
		if (!known) continue;
		const wanted = definitionText(known, options);
		if (words.trim() === wanted) continue;
		const blank = words.trim() === '';
		if (blank && !isBlank(draft, definition)) continue;
		if (blank || sources.wrote(known, words, options))
			edits.push({ start: textStart, end, text: asText(draft, definition, wanted) });
		else problems.push({ code: 'edited', key: label, start: labelStart, end: labelEnd });
	}
	const places = language === 'markdown' || language === 'plaintext' ? listEntries(draft) : texFootnotes(draft);
	for (const { start, end } of places) {
		const known = sources.recognize(text.slice(start, end));
		if (!known) continue;
		const wanted = escapeFor(language, formatReference(known.source, { ...options, locator: known.locator }).text);
		if (text.slice(start, end).trim() !== wanted) edits.push({ start, end, text: wanted });
	}
	const changes = inOrder(edits.filter(edit => edit.end >= edit.start));
	const missing = language === 'markdown' ? undefinedNotes(draft, sources, options) : [];
	const written = (offset: number) =>
		applyEdits(
			text.slice(0, offset),
			changes.filter(edit => edit.end <= offset),
		);
	const added = additionsOf(draft, new Set(), missing, written);
	return planOf(text, [...changes, ...added], problems, changes.length + missing.length);
}

/** Definitions for labels that mean a source and have none. */
function undefinedNotes(draft: Draft, sources: Sources, options: ReferenceOptions): NewDefinition[] {
	const defined = new Set(draft.definitions.map(one => labelKey(one.label)));
	const added = new Map<string, NewDefinition>();
	for (const { label, start } of draft.references) {
		const key = labelKey(label);
		const known = defined.has(key) || added.has(key) ? undefined : sources.byLabel(label);
		if (known)
			added.set(key, {
				label,
				text: definitionText(known, options),
				first: definitionAt(draft.definitions, start) ? Infinity : start,
			});
	}
	return [...added.values()];
}
