// Footnotes into pandoc keys and back, one citation or all of them; in LaTeX \cite into \footnote and back. What is
// not ours to change stays: notes that are no references, definitions somebody has edited, words beside a key.

import type { Draft } from '../../draft/draft';
import type { KeyCitation } from '../../draft/clusters';
import { pandocKey } from '../../draft/clusters';
import { sayLocator } from '../../draft/locator';
import { labelKey, type NoteDefinition, type NoteReference } from '../../draft/notes';
import { additionsOf, asText, isBlank, removable, removalOf, type NewDefinition } from './definitions';
import { escapeFor, pandocPlace } from './escape';
import { insideNotes } from './insideNotes';
import { labelsIn } from './labels';
import { applyEdits, inOrder, type Edit } from '../../draft/edit';
import { planOf, type Plan, type PlanProblem } from './plan';
import { formatReference, type ReferenceOptions } from '../gbt7714/reference';
import { knownPlaces, type Known, type Sources } from '../sources';

/** What a citation is switched to. */
export type SwitchTo = 'pandoc' | 'footnote';

/** `[@key, 第3段]` without its brackets. */
export function clusterPart({ source, locator }: Known): string {
	const place = sayLocator(locator);
	return `@${pandocKey(source.id)}${pandocPlace(place)}`;
}

/** The text of a definition as we write it. */
export function definitionText({ source, locator }: Known, options: ReferenceOptions): string {
	return escapeFor('markdown', formatReference(source, { ...options, locator }).text);
}

/** What a footnote cites: by its label, else by the words of its definition. */
export function citedBy(
	draft: Draft,
	label: string,
	definition: NoteDefinition | undefined,
	sources: Sources,
): Known | undefined {
	return (
		sources.byLabel(label) ?? (definition && sources.recognize(draft.text.slice(definition.textStart, definition.end)))
	);
}

/** The definitions of a draft by label; of several with one label the first. */
export function definitionsByLabel(draft: Draft): Map<string, NoteDefinition> {
	const found = new Map<string, NoteDefinition>();
	for (const definition of draft.definitions)
		if (!found.has(labelKey(definition.label))) found.set(labelKey(definition.label), definition);
	return found;
}

/** What the citation at an offset can be switched to; nothing where none stands there. */
export function switchableAt(draft: Draft, offset: number): SwitchTo | undefined {
	if (draft.references.some(one => one.start <= offset && offset <= one.end)) return 'pandoc';
	return draft.citations.some(one => one.start <= offset && offset <= one.end) ? 'footnote' : undefined;
}

/** Switches the citations of a Markdown draft that stand over `at` (all of them without it). */
export function planSwitch(draft: Draft, to: SwitchTo, sources: Sources, options: ReferenceOptions, at?: number): Plan {
	return to === 'pandoc' ? toPandoc(draft, sources, options, at) : toFootnotes(draft, sources, options, at);
}

function toPandoc(draft: Draft, sources: Sources, options: ReferenceOptions, at: number | undefined): Plan {
	const { meant, ours, problems } = footnotesMeant(draft, sources, options, at);
	const staying = new Set(draft.references.filter(one => !meant.has(one)).map(one => labelKey(one.label)));
	const switched = new Set([...meant.keys()].map(one => labelKey(one.label)));
	const orphaned = draft.definitions.filter(({ label }) => {
		const key = labelKey(label);
		return switched.has(key) && !staying.has(key);
	});
	const unused = new Set(orphaned.filter(one => ours.get(one) === true));
	const gone = removable(draft, unused);
	const staysAs = (code: PlanProblem['code']) => (one: NoteDefinition) =>
		problems.push({ code, key: one.label, start: one.labelStart, end: one.labelEnd });
	// A second definition with other words stays behind, and nothing refers to it any more.
	orphaned.filter(one => !unused.has(one)).forEach(staysAs('duplicate'));
	[...unused].filter(one => !gone.has(one)).forEach(staysAs('nested'));
	const edits = [...removalOf(draft, gone), ...clusters(draft, [...meant])].filter(
		edit => ![...gone].some(one => edit.text !== '' && one.start <= edit.start && edit.end <= one.end),
	);
	return planOf(draft.text, edits, problems, meant.size);
}

interface MeantFootnotes {
	/** The marks to be switched, with what they cite. */
	readonly meant: ReadonlyMap<NoteReference, Known>;
	/** Definitions that were looked at, and whether they are as we write them. */
	readonly ours: ReadonlyMap<NoteDefinition, boolean>;
	readonly problems: PlanProblem[];
}

/** The footnotes that stand over `at` (all of them without it) and can become keys. */
function footnotesMeant(
	draft: Draft,
	sources: Sources,
	options: ReferenceOptions,
	at: number | undefined,
): MeantFootnotes {
	const { text } = draft;
	const problems: PlanProblem[] = [];
	const definitions = definitionsByLabel(draft);
	const ours = new Map<NoteDefinition, boolean>();
	const meant = new Map<NoteReference, Known>();
	const isEdited = (definition: NoteDefinition, known: Known) =>
		!cached(ours, definition, () => sources.wrote(known, text.slice(definition.textStart, definition.end), options));
	for (const one of draft.references) {
		const { label: key, start, end } = one;
		if (at !== undefined && (at < start || end < at)) continue;
		const definition = definitions.get(labelKey(key));
		const known = citedBy(draft, key, definition, sources);
		if (!known) {
			if (at !== undefined) problems.push({ code: 'unknown', key, start, end });
			continue;
		}
		const stays = definition && isEdited(definition, known) ? 'edited' : beside(text, start, end);
		if (stays) problems.push({ code: stays, key, start, end });
		else meant.set(one, known);
	}
	// Of two neighbours at the cursor it is the one that begins there.
	if (at !== undefined && meant.size > 1) for (const one of [...meant.keys()]) if (one.end === at) meant.delete(one);
	return { meant, ours, problems };
}

/** Marks that touch become one citation with several keys: two pairs of brackets side by side are none for pandoc. */
function clusters(draft: Draft, meant: readonly (readonly [NoteReference, Known])[]): Edit[] {
	const endsOf = new Set(draft.citations.filter(one => one.form === 'pandoc').map(one => one.end));
	const startsOf = new Set(draft.citations.filter(one => one.form === 'pandoc').map(one => one.start));
	const starts = new Set(meant.map(([one]) => one.start));
	const ends = new Set(meant.map(([one]) => one.end));
	return meant.flatMap(([one, known]): Edit[] => {
		const joined = ends.has(one.start) || endsOf.has(one.start);
		const goesOn = starts.has(one.end) || startsOf.has(one.end);
		const edits: Edit[] = [
			{ start: one.start, end: one.end, text: `${joined ? '; ' : '['}${clusterPart(known)}${goesOn ? '' : ']'}` },
		];
		if (endsOf.has(one.start)) edits.unshift({ start: one.start - 1, end: one.start, text: '' });
		if (startsOf.has(one.end)) edits.push({ start: one.end, end: one.end + 1, text: '; ' });
		return edits;
	});
}

/** What stands around a mark may make a link, an image, a span or a definition of `[@key]`. */
function beside(text: string, start: number, end: number): 'context' | undefined {
	const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1, start);
	if (/[!^]$/.test(line) || (line.endsWith(']') && !/\[[\^@][^[\]]*\]$/.test(line))) return 'context';
	if (/^(?:[({]|\[(?![\^@]))/.test(text.slice(end, end + 2))) return 'context';
	return text[end] === ':' && onlyMarks.test(line) ? 'context' : undefined;
}

const onlyMarks = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:\[[\^@][^[\]]*\])*$/;

function toFootnotes(draft: Draft, sources: Sources, options: ReferenceOptions, at: number | undefined): Plan {
	const problems: PlanProblem[] = [];
	const edits: Edit[] = [];
	const added = new Map<string, NewDefinition>();
	const filled = new Set<NoteDefinition>();
	const definitions = definitionsByLabel(draft);
	const labelFor = labelsIn(draft);
	const inNote = insideNotes(draft);
	let changed = 0;
	for (const one of draft.citations) {
		if (at !== undefined && (at < one.start || one.end < at)) continue;
		const known = inNote(one.start, one.end) ? 'note' : meantBy(draft, one, sources);
		if (typeof known === 'string') {
			problems.push(...keyProblems(one, known, sources));
			continue;
		}
		edits.push({ start: one.start, end: one.end, text: known.map(each => `[^${labelFor(each)}]`).join('') });
		for (const each of known) {
			const label = labelFor(each);
			const there = definitions.get(labelKey(label));
			if (there && isBlank(draft, there) && !filled.has(there)) {
				filled.add(there);
				edits.push({
					start: there.textStart,
					end: there.end,
					text: asText(draft, there, definitionText(each, options)),
				});
			}
			if (!definitions.has(labelKey(label)) && !added.has(labelKey(label)))
				added.set(labelKey(label), { label, text: definitionText(each, options), first: one.start });
		}
		changed++;
		if (at !== undefined) break;
	}
	const marks = inOrder(edits);
	const written = (offset: number) =>
		applyEdits(
			draft.text.slice(0, offset),
			marks.filter(edit => edit.end <= offset),
		);
	const definitionsAdded = additionsOf(draft, new Set(), [...added.values()], written);
	return planOf(draft.text, [...marks, ...definitionsAdded], problems, changed);
}

/** Why the keys of a citation stay; of unknown ones only those that are. */
function keyProblems(citation: KeyCitation, code: PlanProblem['code'], sources: Sources): PlanProblem[] {
	const keys = citation.keys.filter(({ key }) => code !== 'unknown' || !sources.byKey(key));
	return keys.map(({ key, start, end }) => ({ code, key, start, end }));
}

/** The places a citation cites, or why it cannot be a footnote. */
function meantBy({ text }: Draft, citation: KeyCitation, sources: Sources): Known[] | 'unknown' | 'words' | 'context' {
	const known = knownPlaces(citation, sources);
	if (!known) return 'unknown';
	if (citation.form === 'bare' || citation.keys.some(key => !key.plain)) return 'words';
	return (text[citation.end] === ':' && beside(text, citation.start, citation.end)) || known;
}

function cached<K, V>(map: Map<K, V>, key: K, make: () => V): V {
	let value = map.get(key);
	if (value === undefined) map.set(key, (value = make()));
	return value;
}
