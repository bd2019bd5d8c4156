// Footnotes put in order: numbered by appearance, those that say the same made one, those nobody refers to taken out,
// definitions in order.

import type { Draft } from '../../draft/draft';
import { definitionAt, labelKey, type NoteDefinition } from '../../draft/notes';
import { blankBehind, groupsOf, removable, removalOf } from './definitions';
import type { Edit } from '../../draft/edit';
import { lastStarting } from '../../draft/lines';
import { firstDefinitions, inTurn, labelEdits, labelsFor } from './noteLabels';
import { planOf, liesInside, type Plan, type PlanProblem } from './plan';
import { sameReferences } from './sameReferences';

export interface NoteOrderOptions {
	/**
	 * `numbers`: every label becomes a number. `keys` (default): labels that are names stay, those that are numbers are
	 * counted anew.
	 */
	readonly renumber?: 'keys' | 'numbers';
	/**
	 * Whether definitions with other labels but the same reference are made one; default true. Notes that only say 同上
	 * never are.
	 */
	readonly merge?: boolean;
	/** Whether definitions nobody refers to are taken out; default true. */
	readonly orphans?: boolean;
	/** Whether definitions that stand together are put into the order of the text; default true. */
	readonly order?: boolean;
}

/** What was done, for saying so. */
export interface OrderedNotes extends Plan {
	readonly merged: number;
	readonly removed: number;
}

/** Puts the footnotes of a Markdown draft in order; done twice, the second time changes nothing. */
export function planNoteOrder(draft: Draft, options: NoteOrderOptions = {}): OrderedNotes {
	const { merge = true, orphans = true, order = true } = options;
	const problems: PlanProblem[] = [];
	const gone = new Set<NoteDefinition>();
	const first = firstDefinitions(draft, merge, gone, problems);
	const twice = new Set(problems.map(problem => labelKey(problem.key)));
	const alias = merge
		? sameReferences(
				draft,
				new Map([...first].filter(([label, one]) => !twice.has(label) && one.below === undefined)),
				orphans,
			)
		: new Map<string, string>();
	const replaced = [...first].filter(([label]) => alias.has(label));
	for (const [, definition] of replaced) gone.add(definition);
	let taken = removable(draft, gone);
	for (const { label } of draft.definitions.filter(one => !taken.has(one))) alias.delete(labelKey(label));
	const real = (label: string) => alias.get(labelKey(label)) ?? labelKey(label);
	const appearing = inTurn(draft, first, real);
	const merged = taken.size;
	if (orphans) taken = withOrphans(draft, gone, appearing, real, problems);
	const stays = new Set(draft.definitions.filter(one => !taken.has(one)).map(one => one.labelStart));
	const reported = problems.filter(
		problem => !orphans || problem.code === 'below' || appearing.has(real(problem.key)) || stays.has(problem.start),
	);
	for (const reference of draft.references)
		if (!first.has(labelKey(reference.label)))
			reported.push({ code: 'undefined', key: reference.label, start: reference.start, end: reference.end });
	const names = labelsFor(draft, first, appearing, taken, options.renumber ?? 'keys', real);
	const labels = labelEdits(draft, names, real, taken);
	const moves = order ? moved(draft, taken, appearing, real, labels) : undefined;
	const plan = planOf(draft.text, moves ?? [...removalOf(draft, taken), ...labels], reported);
	return { ...plan, merged, removed: taken.size - merged };
}

/**
 * What goes when those go, too, that nobody refers to. A note below which a paragraph stands right away stays and is
 * told of: to Markdown that is part of the note, the writer may mean it otherwise. What a note refers to that stays,
 * stays.
 */
function withOrphans(
	draft: Draft,
	gone: ReadonlySet<NoteDefinition>,
	appearing: ReadonlyMap<string, number>,
	real: (label: string) => string,
	problems: PlanProblem[],
): Set<NoteDefinition> {
	const unused = draft.definitions.filter(one => !gone.has(one) && !appearing.has(real(one.label)));
	for (const { below, label, labelStart, labelEnd } of unused)
		if (below !== undefined) problems.push({ code: 'below', key: label, start: labelStart, end: labelEnd });
	const orphans = new Set(unused.filter(one => one.below === undefined));
	for (;;) {
		const taken = removable(draft, new Set([...gone, ...orphans]));
		const needed = new Set(
			draft.references
				.filter(one => {
					const within = definitionAt(draft.definitions, one.start);
					return within && !taken.has(within);
				})
				.map(one => real(one.label)),
		);
		const kept = [...orphans].filter(one => needed.has(real(one.label)));
		if (kept.length === 0) return taken;
		for (const one of kept) orphans.delete(one);
	}
}

/** The edits with every group's definitions in turn; nothing where they are so already. */
function moved(
	draft: Draft,
	gone: ReadonlySet<NoteDefinition>,
	turn: ReadonlyMap<string, number>,
	real: (label: string) => string,
	labels: readonly Edit[],
): Edit[] | undefined {
	const { text, conventions } = draft;
	const { lineEnd } = conventions;
	const edits: Edit[] = [];
	const rewritten = new Set<NoteDefinition>();
	// Where a paragraph stands right below a note, nothing moves over it, and the note only with it.
	const fixed = fixedBy(draft.definitions);
	const rests = (one: NoteDefinition) =>
		fixed.has(one) || (one.below !== undefined && (one.below > one.end || !turn.has(real(one.label))));
	for (const group of groupsOf(draft, gone, rests)) {
		const stay = group.filter(definition => !gone.has(definition));
		const place = (definition: NoteDefinition) => turn.get(real(definition.label)) ?? Infinity;
		const sorted = [...stay].sort((a, b) => place(a) - place(b) || a.start - b.start);
		if (sorted.every((definition, at) => definition === stay[at])) continue;
		sorted.forEach((definition, at) => {
			const slot = stay[at];
			if (!slot) return;
			const words = relabelled(text, definition, labels);
			// What stands right below stood below another note, which may have ended otherwise.
			const apart = slot !== definition && blankBehind(draft, slot) ? lineEnd : '';
			// What is indented would go into a list that stands above.
			edits.push({ start: slot.start, end: slot.end, text: words.replace(/^ {1,3}/, '') + apart });
			rewritten.add(slot);
		});
	}
	if (edits.length === 0) return undefined;
	const done = liesInside(rewritten);
	return [...edits, ...removalOf(draft, gone), ...labels.filter(edit => !done(edit.start, edit.end))];
}

/**
 * Notes whose label is defined again within another, and those others: which definition is the first depends on where
 * they stand.
 */
function fixedBy(definitions: readonly NoteDefinition[]): ReadonlySet<NoteDefinition> {
	const inner = new Set(definitions.filter(one => one.nested).map(one => labelKey(one.label)));
	const seen = new Set<string>();
	const again = new Set<string>();
	for (const { label } of definitions) (seen.has(labelKey(label)) ? again : seen).add(labelKey(label));
	const twice = definitions.filter(({ label }) => inner.has(labelKey(label)) && again.has(labelKey(label)));
	const holds = (outer: NoteDefinition) => twice.some(one => outer.start <= one.start && one.end <= outer.end);
	return new Set(twice.length > 0 ? definitions.filter(holds) : []);
}

/** The text of a definition with the changes of labels within it; `labels` in the order of the draft. */
function relabelled(text: string, { start, end }: NoteDefinition, labels: readonly Edit[]): string {
	let words = '';
	let from = start;
	for (let at = lastStarting(labels, start - 1) + 1; at < labels.length; at++) {
		const edit = labels[at];
		if (!edit || edit.end > end) break;
		words += text.slice(from, edit.start) + edit.text;
		from = edit.end;
	}
	return words + text.slice(from, end);
}
