// Footnotes put in order: numbered by appearance, those that say the same made one, those nobody refers to taken out,
// definitions in order.

import { definitionAt, type DraftKeys } from '../../draft/keys';
import { labelKey, type NoteDefinition, type NoteReference } from '../../draft/notes';
import { blankBehind, groupsOf, removable, removalOf } from './definitions';
import type { Edit } from '../../draft/edit';
import { bodyOf, isNumber, sameReferences } from './sameReferences';
import { planOf, within, type Plan, type PlanProblem } from './plan';

export interface NoteOrderOptions {
	/** `numbers`: every label becomes a number. `keys` (default): labels that are names stay, those that are numbers are counted anew. */
	readonly renumber?: 'keys' | 'numbers';
	/** Whether definitions with other labels but the same reference are made one; default true. Notes that only say 同上 never are. */
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
export function planNoteOrder(keys: DraftKeys, options: NoteOrderOptions = {}): OrderedNotes {
	const { merge = true, orphans = true, order = true } = options;
	const problems: PlanProblem[] = [];
	const gone = new Set<NoteDefinition>();
	const first = firstDefinitions(keys, merge, gone, problems);
	const twice = new Set(problems.map(problem => labelKey(problem.key)));
	const alias = merge
		? sameReferences(
				keys,
				new Map([...first].filter(([label, one]) => !twice.has(label) && one.below === undefined)),
				orphans,
			)
		: new Map<string, string>();
	for (const label of alias.keys()) gone.add(first.get(label)!);
	let taken = removable(keys, gone);
	for (const label of [...alias.keys()]) if (!taken.has(first.get(label)!)) alias.delete(label);
	const real = (label: string) => alias.get(labelKey(label)) ?? labelKey(label);
	const appearing = inTurn(keys, first, real);
	const merged = taken.size;
	if (orphans) taken = withOrphans(keys, gone, appearing, real, problems);
	const stays = new Set(keys.definitions.filter(one => !taken.has(one)).map(one => one.labelStart));
	const told = problems.filter(
		problem => !orphans || problem.code === 'below' || appearing.has(real(problem.key)) || stays.has(problem.start),
	);
	for (const reference of keys.references)
		if (!first.has(labelKey(reference.label)))
			told.push({ code: 'undefined', key: reference.label, start: reference.start, end: reference.end });
	const names = labelsFor(keys, first, appearing, taken, options.renumber ?? 'keys', real);
	const labels = labelEdits(keys, names, real, taken);
	const moves = order ? moved(keys, taken, appearing, real, labels) : undefined;
	const plan = planOf(keys.draft.text, moves ?? [...removalOf(keys, taken), ...labels], told);
	return { ...plan, merged, removed: taken.size - merged };
}

/** The definition that counts for each label: the first. A later one that says the same goes; one that says something else is told of. */
function firstDefinitions(
	keys: DraftKeys,
	merge: boolean,
	gone: Set<NoteDefinition>,
	problems: PlanProblem[],
): Map<string, NoteDefinition> {
	const first = new Map<string, NoteDefinition>();
	for (const definition of keys.definitions) {
		const known = first.get(labelKey(definition.label));
		if (!known) first.set(labelKey(definition.label), definition);
		else if (merge && definition.below === undefined && bodyOf(keys, known) === bodyOf(keys, definition))
			gone.add(definition);
		else
			problems.push({
				code: 'duplicate',
				key: definition.label,
				start: definition.labelStart,
				end: definition.labelEnd,
			});
	}
	return first;
}

/**
 * What goes when those go, too, that nobody refers to. A note below which a paragraph stands right away stays and is
 * told of: to Markdown that is part of the note, the writer may mean it otherwise. What a note refers to that stays,
 * stays.
 */
function withOrphans(
	keys: DraftKeys,
	gone: ReadonlySet<NoteDefinition>,
	appearing: ReadonlyMap<string, number>,
	real: (label: string) => string,
	problems: PlanProblem[],
): Set<NoteDefinition> {
	const unused = keys.definitions.filter(one => !gone.has(one) && !appearing.has(real(one.label)));
	for (const { below, label, labelStart, labelEnd } of unused)
		if (below !== undefined) problems.push({ code: 'below', key: label, start: labelStart, end: labelEnd });
	const orphans = new Set(unused.filter(one => one.below === undefined));
	for (;;) {
		const taken = removable(keys, new Set([...gone, ...orphans]));
		const needed = new Set(
			keys.references
				.filter(one => {
					const within = definitionAt(keys.definitions, one.start);
					return within && !taken.has(within);
				})
				.map(one => real(one.label)),
		);
		const kept = [...orphans].filter(one => needed.has(real(one.label)));
		if (kept.length === 0) return taken;
		for (const one of kept) orphans.delete(one);
	}
}

/** Labels in the order in which a reader meets them: those of the text, then those within the notes that are referred to. Label → its turn. */
function inTurn(
	keys: DraftKeys,
	first: ReadonlyMap<string, NoteDefinition>,
	real: (label: string) => string,
): Map<string, number> {
	const within = new Map<NoteDefinition, NoteReference[]>();
	const turn = new Map<string, number>();
	const queue: string[] = [];
	const meet = ({ label }: NoteReference) => {
		const key = real(label);
		if (turn.has(key) || !first.has(key)) return;
		turn.set(key, turn.size);
		queue.push(key);
	};
	for (const one of keys.references) {
		const definition = definitionAt(keys.definitions, one.start);
		if (!definition) meet(one);
		else if (within.has(definition)) within.get(definition)!.push(one);
		else within.set(definition, [one]);
	}
	for (const label of queue) for (const one of within.get(first.get(label)!) ?? []) meet(one);
	return turn;
}

/** The label each label becomes. Labels that stay although nothing is to be done with them keep theirs, and nobody else gets it. */
function labelsFor(
	keys: DraftKeys,
	first: ReadonlyMap<string, NoteDefinition>,
	turn: ReadonlyMap<string, number>,
	gone: ReadonlySet<NoteDefinition>,
	mode: 'keys' | 'numbers',
	real: (label: string) => string,
): Map<string, string> {
	const goes = within(gone);
	const kept = new Set(
		keys.references
			.filter(one => !goes(one.start, one.end))
			.map(one => real(one.label))
			.filter(label => !first.has(label)),
	);
	const names = new Map<string, string>();
	for (const { label } of keys.definitions.filter(one => !gone.has(one) && !turn.has(labelKey(one.label)))) {
		kept.add(labelKey(label));
		// What was made one with it is called as it is.
		if (!names.has(labelKey(label))) names.set(labelKey(label), label);
	}
	const ordered = [...turn].sort((a, b) => a[1] - b[1]).map(([label]) => label);
	let number = 0;
	for (const label of ordered) {
		// Of a note without words the label alone says what it cites.
		if (!isNumber(label) && (mode === 'keys' || bodyOf(keys, first.get(label)!) === '')) {
			names.set(label, first.get(label)!.label);
			continue;
		}
		do number++;
		while (kept.has(String(number)));
		names.set(label, String(number));
	}
	return names;
}

/** The number each label gets when all are numbered, nothing merged or taken out. */
export function numbering(keys: DraftKeys): ReadonlyMap<string, string> {
	const first = firstDefinitions(keys, false, new Set(), []);
	return labelsFor(keys, first, inTurn(keys, first, labelKey), new Set(), 'numbers', labelKey);
}

/** Changes of labels, in references and definitions; those in definitions that go are left out. */
function labelEdits(
	keys: DraftKeys,
	names: ReadonlyMap<string, string>,
	real: (label: string) => string,
	gone: ReadonlySet<NoteDefinition>,
): Edit[] {
	const edits: Edit[] = [];
	const goes = within(gone);
	const rename = (label: string, start: number, end: number) => {
		// A name keeps its own capitals wherever it need not become another.
		const name = names.get(real(label));
		if (name !== undefined && labelKey(name) !== labelKey(label) && !goes(start, end))
			edits.push({ start, end, text: name });
	};
	for (const { label, start, end } of keys.references) rename(label, start + 2, end - 1);
	for (const { label, labelStart, labelEnd } of keys.definitions) rename(label, labelStart, labelEnd);
	return edits.sort((a, b) => a.start - b.start);
}

/** The edits with every group's definitions in turn; nothing where they are so already. */
function moved(
	keys: DraftKeys,
	gone: ReadonlySet<NoteDefinition>,
	turn: ReadonlyMap<string, number>,
	real: (label: string) => string,
	labels: readonly Edit[],
): Edit[] | undefined {
	const { text, conventions } = keys.draft;
	const { lineEnd } = conventions;
	const edits: Edit[] = [];
	const settled = new Set<NoteDefinition>();
	// Where a paragraph stands right below a note, nothing moves over it, and the note only with it.
	const rests = ({ below, end, label }: NoteDefinition) =>
		below !== undefined && (below > end || !turn.has(real(label)));
	for (const group of groupsOf(keys, gone, rests)) {
		const stay = group.filter(definition => !gone.has(definition));
		const place = (definition: NoteDefinition) => turn.get(real(definition.label)) ?? Infinity;
		const sorted = [...stay].sort((a, b) => place(a) - place(b) || a.start - b.start);
		if (sorted.every((definition, at) => definition === stay[at])) continue;
		sorted.forEach((definition, at) => {
			const slot = stay[at]!;
			let words = '';
			let from = definition.start;
			for (let i = behind(labels, definition.start); i < labels.length && labels[i]!.end <= definition.end; i++) {
				const edit = labels[i]!;
				words += text.slice(from, edit.start) + edit.text;
				from = edit.end;
			}
			words += text.slice(from, definition.end);
			// What stands right below stood below another note, which may have ended otherwise.
			const apart = slot !== definition && blankBehind(keys, slot) ? lineEnd : '';
			// What is indented would go into a list that stands above.
			edits.push({ start: slot.start, end: slot.end, text: words.replace(/^ {1,3}/, '') + apart });
			settled.add(slot);
		});
	}
	if (edits.length === 0) return undefined;
	const done = within(settled);
	return [...edits, ...removalOf(keys, gone), ...labels.filter(edit => !done(edit.start, edit.end))];
}

/** The number of the first edit that begins at an offset or behind it. */
function behind(edits: readonly Edit[], offset: number): number {
	let low = 0;
	let high = edits.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (edits[middle]!.start < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
