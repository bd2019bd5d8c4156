// What stands at an offset of a draft: a key with its source, and the change that gives it another place in the
// source.

import type { Draft } from '../../draft/draft';
import { pandocPlace, texPlace } from './escape';
import { sayLocator, type Locator } from '../../draft/locator';
import { definitionAt, labelKey, type NoteDefinition } from '../../draft/notes';
import { additionsOf, removable, removalOf } from './definitions';
import { applyEdits, inOrder, type Edit } from '../../draft/edit';
import { planOf, type Plan, type PlanProblem } from './plan';
import type { ReferenceOptions } from '../gbt7714/reference';
import { knownAt, type Known, type Sources } from '../sources';
import { labelsIn } from './labels';
import { citedBy, definitionsByLabel, definitionText } from './switch';

/** A key or label of a draft. */
export interface KeyAt {
	readonly form: 'footnote' | 'definition' | 'pandoc' | 'bare' | 'latex';
	readonly key: string;
	/** Of the key or label. */
	readonly start: number;
	readonly end: number;
	/** What it means, where that is known. */
	readonly known?: Known;
	/** The definition of a footnote. */
	readonly definition?: NoteDefinition;
}

/** The key that an offset is in or beside; nothing where none stands there. */
export function keyAt(draft: Draft, offset: number, sources: Sources): KeyAt | undefined {
	for (const citation of draft.citations) {
		if (offset < citation.start || citation.end < offset) continue;
		// In brackets what is not the first key belongs to the key before it.
		const one = citation.keys.findLast(key => key.start - 1 <= offset) ?? citation.keys[0];
		if (!one) continue;
		const { key, start, end, locator } = one;
		const source = sources.byKey(key);
		return { form: citation.form, key, start, end, known: source && knownAt(source, locator) };
	}
	const definitions = definitionsByLabel(draft);
	const footnote = (form: 'footnote' | 'definition', label: string, start: number, end: number): KeyAt => {
		const definition = definitions.get(labelKey(label));
		const known = citedBy(draft, label, definition, sources);
		return { form, key: label, start, end, known, definition };
	};
	const reference = draft.references.find(
		one =>
			one.start <= offset &&
			offset <= one.end &&
			(offset < one.end || !draft.references.some(other => other.start === offset)),
	);
	if (reference) return footnote('footnote', reference.label, reference.start + 2, reference.end - 1);
	const defined = draft.definitions.find(one => one.labelStart - 2 <= offset && offset <= one.labelEnd + 2);
	return defined && footnote('definition', defined.label, defined.labelStart, defined.labelEnd);
}

/** Every place where a source is cited or defined, by its id; with a label instead, every place of that note. */
export function placesOf(
	draft: Draft,
	at: KeyAt,
	sources: Sources,
	definitions: boolean,
): { readonly start: number; readonly end: number }[] {
	const id = at.known?.source.id;
	const all = definitionsByLabel(draft);
	const same = (label: string) =>
		id === undefined
			? labelKey(label) === labelKey(at.key)
			: citedBy(draft, label, all.get(labelKey(label)), sources)?.source.id === id;
	const found = draft.references.filter(one => same(one.label)).map(({ start, end }) => ({ start, end }));
	if (definitions)
		found.push(
			...draft.definitions
				.filter(one => same(one.label))
				.map(one => ({ start: one.labelStart - 2, end: one.labelEnd + 1 })),
		);
	for (const { keys: cited } of draft.citations)
		for (const { key, start, end } of cited)
			if (id === undefined ? key === at.key : sources.byKey(key)?.id === id) found.push({ start, end });
	return found.sort((a, b) => a.start - b.start);
}

/** Gives the citation at an offset another place in its source, or none. */
export function planLocator(
	draft: Draft,
	offset: number,
	locator: Locator | undefined,
	sources: Sources,
	options: ReferenceOptions,
): Plan {
	const at = keyAt(draft, offset, sources);
	if (!at || at.form === 'definition') return { edits: [], problems: [], changed: 0 };
	if (!at.known) return refused(at, 'unknown');
	const known = knownAt(at.known.source, sayLocator(locator) ? locator : undefined);
	if (at.form === 'footnote') return footnote(draft, at, known, sources, options);
	const edit = keyEdit(draft, at, sayLocator(known.locator));
	return edit ? planOf(draft.text, [edit]) : refused(at, 'words');
}

function refused({ key, start, end }: KeyAt, code: PlanProblem['code']): Plan {
	return { edits: [], problems: [{ code, key, start, end }], changed: 0 };
}

/**
 * The edit that gives a key of pandoc or LaTeX another place; nothing where words stand beside it that are not ours.
 */
export function keyEdit(draft: Draft, at: Pick<KeyAt, 'start' | 'end'>, place: string | undefined): Edit | undefined {
	const citation = draft.citations.find(one => one.start <= at.start && at.end <= one.end);
	const one = citation?.keys.find(key => key.start === at.start);
	if (!citation || !one || citation.form === 'bare' || one.behind !== undefined) return undefined;
	const { start, end, command = 'cite' } = citation;
	if (citation.form === 'latex') {
		if (citation.keys.length > 1 || !one.plain) return undefined;
		return { start, end, text: `\\${command}${texPlace(place)}{${one.key}}` };
	}
	const next = draft.text.indexOf(';', one.end);
	return { start: one.end, end: next >= 0 && next < end ? next : end - 1, text: pandocPlace(place) };
}

/** Whether a key is a note whose definition says what we would write. */
function isOurs(draft: Draft, { definition, known }: KeyAt, sources: Sources, options: ReferenceOptions): boolean {
	if (!definition || !known) return false;
	return sources.wrote(known, draft.text.slice(definition.textStart, definition.end), options);
}

function footnote(draft: Draft, at: KeyAt, known: Known, sources: Sources, options: ReferenceOptions): Plan {
	const label = labelsIn(draft)(known);
	if (labelKey(label) === labelKey(at.key)) return { edits: [], problems: [], changed: 0 };
	const edits: Edit[] = [{ start: at.start, end: at.end, text: label }];
	const definition = at.definition;
	const alone = draft.references.filter(one => labelKey(one.label) === labelKey(at.key)).length === 1;
	const ours = isOurs(draft, at, sources, options);
	const there = definitionsByLabel(draft).has(labelKey(label));
	if (definition && alone && ours && !there) {
		edits.push(
			{ start: definition.labelStart, end: definition.labelEnd, text: label },
			{ start: definition.textStart, end: definition.end, text: definitionText(known, options) },
		);
		return planOf(draft.text, edits, [], 1);
	}
	const gone = definition && alone && ours ? removable(draft, new Set([definition])) : new Set<NoteDefinition>();
	const changes = inOrder([...edits, ...removalOf(draft, gone)]);
	const first = definitionAt(draft.definitions, at.start) ? Infinity : at.start;
	const added = there
		? []
		: additionsOf(
				draft,
				gone,
				[{ label, text: definitionText(known, options), first }],
				end =>
					applyEdits(
						draft.text.slice(0, end),
						changes.filter(edit => edit.end <= end),
					),
				at.start - 2,
			);
	const problems: PlanProblem[] =
		definition && alone && !ours
			? [{ code: 'edited', key: at.key, start: definition.labelStart, end: definition.labelEnd }]
			: [];
	return planOf(draft.text, [...changes, ...added], problems, 1);
}
