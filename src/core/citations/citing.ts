// Writing with citations: everything that can be asked of a draft that cites, over one corpus.

import { isTex } from '../draft/language';
import type { Corpus } from '../corpus/corpus';
import { Draft } from '../draft/draft';
import { readLocator, type Locator } from '../draft/locator';
import { labelKey, type NoteDefinition } from '../draft/notes';
import { checkReferences, type CheckOptions, type ReferenceFinding } from './check';
import { citesAny, citesOf, type Cite } from './cited';
import { additionsOf } from './edits/definitions';
import { escapeFor, labelOf, type DraftLanguage } from './edits/escape';
import { finishDraft, type FinishOptions, type FinishStyle } from './edits/finish';
import { listPlaces, planList, planNewList, type ListOptions } from './edits/list';
import { keyStart, KeyTable, type KeyOffer, type KeyStart } from './keyCompletion';
import { movedPlaces, type MovedPlace } from './movedPlaces';
import { keyAt, placesOf, planLocator, type KeyAt } from './edits/locator';
import { applyEdits, composed, type Edit } from '../draft/edit';
import { planOf, liesInside, type Finished, type Plan } from './edits/plan';
import { formatReference, type ReferenceOptions } from './gbt7714/reference';
import { planRenumber } from './edits/renumber';
import { Sources, type NamedSources, type SourceNames } from './sources';
import { definitionText, planSwitch, switchableAt, type SwitchTo } from './edits/switch';
import { planTexSwitch } from './edits/tex';
import { previewOf, type CitationPreview } from './preview';
import { planNoteOrder, type OrderedNotes, type NoteOrderOptions } from './edits/orderNotes';
import { planUpdate } from './edits/update';

/** There is nothing to do. */
const unchanged: Plan = { edits: [], problems: [], changed: 0 };

/**
 * The notes in order, such that a second time changes nothing: where a note that went made room for another order, that
 * order is part of the plan.
 */
function settledOrder(draft: Draft, options: NoteOrderOptions): OrderedNotes {
	const first = planNoteOrder(draft, options);
	if (first.removed + first.merged === 0) return first;
	const between = new Draft(applyEdits(draft.text, first.edits), draft.language);
	const second = planNoteOrder(between, options);
	if (second.edits.length === 0) return first;
	return {
		...planOf(draft.text, composed(draft.text, first.edits, second.edits), first.problems),
		merged: first.merged + second.merged,
		removed: first.removed + second.removed,
	};
}

export class Citing {
	private readonly sources: Sources;
	private readonly table: KeyTable;

	constructor(private readonly corpus: Corpus) {
		this.sources = new Sources(corpus);
		this.table = new KeyTable(corpus);
	}

	/** The citations whose source is known. */
	cites(draft: Draft): readonly Cite[] {
		return citesOf(draft, this.sources, listPlaces(draft));
	}

	/** Whether a draft cites a source that is known; sooner answered than which. */
	citesAny(draft: Draft): boolean {
		return citesAny(draft, this.sources, listPlaces(draft));
	}

	/** The sources that a draft may mean by some names, in steps; with them it is finished where the corpus is not. */
	among(names: SourceNames): Generator<void, NamedSources, void> {
		return this.sources.among(names);
	}

	/** Switches the citation at an offset to the other form; in a draft without one there, nothing. */
	switchAt(draft: Draft, offset: number, options: ReferenceOptions): Plan {
		if (isTex(draft.language)) {
			const to = draft.citations.some(one => one.start <= offset && offset <= one.end) ? 'footnote' : 'pandoc';
			return planTexSwitch(draft, to, this.sources, options, offset);
		}
		const to = switchableAt(draft, offset);
		if (!to) return unchanged;
		return planSwitch(draft, to, this.sources, options, offset);
	}

	/** Switches every citation of a draft. `renumber`: footnotes that are made get numbers where all have numbers. */
	switchAll(
		draft: Draft,
		to: SwitchTo,
		options: ReferenceOptions,
		renumber: NoteOrderOptions['renumber'] = 'keys',
	): Plan {
		if (isTex(draft.language)) return planTexSwitch(draft, to, this.sources, options);
		const plan = planSwitch(draft, to, this.sources, options);
		if (to === 'pandoc' || renumber === 'keys' || plan.edits.length === 0) return plan;
		const switched = applyEdits(draft.text, plan.edits);
		const ordered = planNoteOrder(new Draft(switched, draft.language), {
			renumber,
			merge: false,
			orphans: false,
		});
		return planOf(draft.text, composed(draft.text, plan.edits, ordered.edits), plan.problems, plan.changed);
	}

	/** Puts the footnotes of a Markdown draft in order, or the numbers of a plain text. */
	orderNotes(draft: Draft, options: NoteOrderOptions): OrderedNotes {
		if (draft.language === 'plaintext') return { ...planRenumber(draft), merged: 0, removed: 0 };
		return settledOrder(draft, options);
	}

	/** Whether a draft has a list between markers; cheap where it has none. */
	hasList(draft: Draft): boolean {
		return /policy-writing:\s*references/i.test(draft.text) && listPlaces(draft).length > 0;
	}

	/** Brings the reference list up to date; `create`: where there is none, one is made. */
	list(draft: Draft, options: ListOptions, create = false): Plan {
		if (draft.language === 'plaintext') return unchanged;
		if (create && listPlaces(draft).length === 0) return planNewList(draft, this.sources, options);
		return planList(draft, this.sources, options);
	}

	/**
	 * Writes the references that stand in a draft, its list included, as the options say. A list with lines of the
	 * writer's own stays.
	 */
	update(draft: Draft, options: ListOptions): Plan {
		const inList = liesInside(listPlaces(draft));
		const plan = planUpdate(draft, this.sources, options);
		const list = this.list(draft, options);
		const edits = plan.edits.filter(edit => !inList(edit.start, edit.end));
		const listed = list.problems.length > 0 ? [] : list.edits;
		return planOf(draft.text, [...edits, ...listed], [...plan.problems, ...list.problems]);
	}

	/** A finished copy. */
	finish(draft: Draft, style: FinishStyle, options: FinishOptions): Finished {
		return finishDraft(draft, style, this.sources, options);
	}

	/** What a reader sees of the citations of a Markdown draft: numbers and the list. */
	preview(draft: Draft, options: ReferenceOptions): CitationPreview {
		return previewOf(draft, this.sources, options);
	}

	/** What is wrong with the references of a draft. */
	check(draft: Draft, options: CheckOptions = {}): readonly ReferenceFinding[] {
		return checkReferences(draft, this.sources, {
			ignores: this.corpus.ignores,
			...options,
		});
	}

	/** The key at an offset. */
	keyAt(draft: Draft, offset: number): KeyAt | undefined {
		return keyAt(draft, offset, this.sources);
	}

	/** Every place of the draft that cites what is cited at a key. */
	places(draft: Draft, at: KeyAt, definitions: boolean): readonly { readonly start: number; readonly end: number }[] {
		return placesOf(draft, at, this.sources, definitions);
	}

	/** Every place of a draft that cites a source. */
	placesOfSource(
		draft: Draft,
		id: string,
		definitions: boolean,
	): readonly { readonly start: number; readonly end: number }[] {
		const source = this.sources.byKey(id);
		if (!source) return [];
		return this.places(draft, { form: 'pandoc', key: id, start: 0, end: 0, known: { source } }, definitions);
	}

	/**
	 * Gives the citation at an offset the place that words name (第3段, p. 5), or none for empty words; nothing where the
	 * words name no place.
	 */
	locate(draft: Draft, offset: number, words: string, options: ReferenceOptions): Plan | undefined {
		const locator: Locator | undefined = readLocator(words);
		if (!locator && words.trim() !== '') return undefined;
		return planLocator(draft, offset, locator, this.sources, options);
	}

	/** The citations of a source by paragraphs that have other numbers now; `moves`: from the old ones to the new. */
	moved(
		draft: Draft,
		source: string,
		moves: ReadonlyMap<number, number>,
		options: ReferenceOptions,
	): readonly MovedPlace[] {
		return movedPlaces(draft, source, moves, this.sources, options);
	}

	/** The key that is being written at the end of what stands before the cursor in its line. */
	keyStart(before: string, language: DraftLanguage): KeyStart | undefined {
		return keyStart(before, language);
	}

	/** What may be meant by a key that is being written. */
	keyOffers(draft: Draft, start: KeyStart, limit: number): readonly KeyOffer[] {
		const cited = new Map<string, number>();
		for (const { source } of this.cites(draft)) cited.set(source.id, (cited.get(source.id) ?? 0) + 1);
		return this.table.offers(start, cited, limit);
	}

	/**
	 * The footnote definition that a label of a source needs, as an edit; nothing where it has one. `at`: where the
	 * label is put.
	 */
	definitionFor(draft: Draft, at: number, id: string, options: ReferenceOptions): Edit | undefined {
		const source = this.sources.byKey(id);
		if (!source) return undefined;
		const label = labelOf(source.id);
		if (draft.definitions.some(one => labelKey(one.label) === labelKey(label))) return undefined;
		return additionsOf(draft, new Set(), [{ label, text: definitionText({ source }, options), first: at }], end =>
			draft.text.slice(0, end),
		)[0];
	}

	/** The definition for a label that means a source and has none; `at`: where the label stands. */
	missingDefinition(draft: Draft, label: string, at: number, options: ReferenceOptions): Edit | undefined {
		const known = this.sources.byLabel(label);
		if (!known) return undefined;
		return additionsOf(draft, new Set(), [{ label, text: definitionText(known, options), first: at }], end =>
			draft.text.slice(0, end),
		)[0];
	}

	/** The definition whose label an offset is in. */
	definitionAtLabel(draft: Draft, offset: number): NoteDefinition | undefined {
		return draft.definitions.find(one => one.labelStart <= offset && offset <= one.labelEnd);
	}

	/** The edit that mends what was found of a reference: its missing definition, or its text as the records have it. */
	mend(draft: Draft, { code, data, start, end }: ReferenceFinding, options: ReferenceOptions): Edit | undefined {
		if (code === 'reference.width') return { start, end, text: data.wording };
		if (code === 'reference.undefined' && data.form === 'footnote' && typeof data.source === 'string')
			return this.missingDefinition(draft, String(data.key), start, options);
		if (code !== 'reference.other' || data.why !== 'edited' || typeof data.wanted !== 'string') return undefined;
		const definition = this.definitionAtLabel(draft, start + 2);
		return definition && { start: definition.textStart, end: definition.end, text: data.wanted };
	}

	/** The text of a reference as it stands in a draft. */
	reference(id: string, language: DraftLanguage, options: ReferenceOptions): string | undefined {
		const source = this.sources.byKey(id);
		return source && escapeFor(language, formatReference(source, options).text);
	}
}
