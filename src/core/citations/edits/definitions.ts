// Taking footnote definitions out of a draft and putting new ones with the others, so that the notes read in the
// order of the text.

import type { Edit } from '../../draft/edit';
import { lineHolding, type TextLine } from '../../draft/lines';
import { labelKey, type NoteDefinition } from '../../draft/notes';
import type { Draft } from '../../draft/draft';
import { placeAtEnd, sameLine } from './footnotePlaces';
import { blankLine, finalLineEnd } from '../../draft/conventions';

/** Definitions that follow each other with nothing but blank lines between. */
export type DefinitionGroup = readonly NoteDefinition[];

/**
 * The definitions that stand on their own, group by group. `gone`: those between which are not there any more. `rests`:
 * such as belong to no group and end one.
 */
export function groupsOf(
	draft: Draft,
	gone: ReadonlySet<NoteDefinition> = new Set(),
	rests: (definition: NoteDefinition) => boolean = () => false,
): DefinitionGroup[] {
	const { definitions } = draft;
	const groups: NoteDefinition[][] = [];
	let group: NoteDefinition[] = [];
	let last: NoteDefinition | undefined;
	const away = new Set(
		[...gone]
			.filter(one => one.nested)
			.flatMap(one => Array.from({ length: one.lastLine - one.firstLine + 1 }, (_, at) => one.firstLine + at)),
	);
	const isEmpty = (from: number, to: number) => {
		for (let line = from; line < to; line++) if (!isBlankLine(draft.lines, line) && !away.has(line)) return false;
		return true;
	};
	for (const definition of definitions) {
		if (definition.nested) continue;
		if (rests(definition)) {
			last = undefined;
			continue;
		}
		if (!last || !isEmpty(last.lastLine + 1, definition.firstLine)) groups.push((group = []));
		group.push(definition);
		last = definition;
	}
	return groups;
}

/**
 * Those of some definitions that can be taken out without touching anything else: not the text of a list item, no note
 * within a note that stays or holds one.
 */
export function removable(draft: Draft, wanted: ReadonlySet<NoteDefinition>): Set<NoteDefinition> {
	const { definitions } = draft;
	const alone = new Set(
		[...wanted].filter(one => !one.nested || /^[ \t>]*$/.test(draft.text.slice(one.start, one.labelStart - 2))),
	);
	if (!definitions.some(one => one.nested)) return alone;
	const holds = (outer: NoteDefinition, inner: NoteDefinition) =>
		outer !== inner && outer.start <= inner.start && inner.end <= outer.end;
	return new Set(
		[...alone].filter(one => !definitions.some(other => !alone.has(other) && (holds(one, other) || holds(other, one)))),
	);
}

/** Takes definitions out, whole lines each. Where blank lines stand before and behind, one of them goes as well. */
export function removalOf(draft: Draft, gone: ReadonlySet<NoteDefinition>): Edit[] {
	const { definitions } = draft;
	const { lines, text } = draft;
	const isBlank = (line: number) => isBlankLine(lines, line);
	const startOf = (line: number) => lines[line]?.start ?? text.length;
	const last = lines.length - 1;
	const runs: { first: number; behind: number }[] = [];
	for (const { firstLine, lastLine } of definitions.filter(one => gone.has(one))) {
		const run = runs.at(-1);
		// What goes together goes with the blank lines between.
		let between = run?.behind ?? Infinity;
		while (between < firstLine && isBlank(between)) between++;
		if (run && between >= firstLine) run.behind = Math.max(run.behind, lastLine + 1);
		else runs.push({ first: firstLine, behind: lastLine + 1 });
	}
	const own = new Set(definitions.filter(one => !one.nested).map(one => one.firstLine));
	/** What is indented would go into a list that stands above the notes that go. */
	const indentOf = (line: number) => (own.has(line) ? (/^ {0,3}/.exec(textOf(lines, line))?.[0].length ?? 0) : 0);
	/**
	 * A line end where what stood above and below would become one paragraph, or a rule the beginning of front matter.
	 */
	const kept = (first: number, behind: number) => {
		const next = textOf(lines, behind);
		const touch = !isBlank(first - 1) && !isBlank(behind) && !/^[ \t]*(?:>|\[\^[^\]\s]+\]:)/.test(next);
		return touch || (first === 0 && /^(?:---|\+\+\+)\s*$/.test(next)) ? draft.conventions.lineEnd : '';
	};
	return runs.map(({ first, behind }): Edit => {
		if (behind > last) {
			// The end of the draft: it ends without a line end as before.
			while (first > 0 && isBlank(first - 1)) first--;
			const above = lines[first - 1];
			return { start: above ? above.start + above.text.length : 0, end: text.length, text: '' };
		}
		if (isBlank(first - 1) && isBlank(behind)) {
			if (behind < last) behind++;
			else if (first > 0) first--;
		}
		return { start: startOf(first), end: startOf(behind) + indentOf(behind), text: kept(first, behind) };
	});
}

/** The text of a line; none where there is no such line. */
function textOf(lines: readonly TextLine[], line: number): string {
	return lines[line]?.text ?? '';
}

/** Whether nothing stands on a line, or there is no such line. */
function isBlankLine(lines: readonly TextLine[], line: number): boolean {
	return textOf(lines, line).trim() === '';
}

/** A definition to be added, and where its label stands first in the text. */
export interface NewDefinition {
	readonly label: string;
	readonly text: string;
	readonly first: number;
}

/**
 * Puts definitions with the last group of those that stay, each where its first reference would have it; without any,
 * at the end of the draft behind a blank line. `written`: the draft as it will be without the additions (for what
 * stands at its end). `except`: where a reference begins that is being given another label.
 */
export function additionsOf(
	draft: Draft,
	gone: ReadonlySet<NoteDefinition>,
	added: readonly NewDefinition[],
	written: (offset: number) => string,
	except?: number,
): Edit[] {
	if (added.length === 0) return [];
	const { text, lines } = draft;
	const end = draft.conventions.lineEnd;
	const sorted = [...added].sort((a, b) => a.first - b.first);
	const line = (one: NewDefinition) => `[^${one.label}]: ${one.text}`;
	const group = groupsOf(draft)
		.map(all => all.filter(definition => !gone.has(definition)))
		.filter(all => all.length > 0)
		.at(-1);
	const last = group?.at(-1);
	if (!group || !last) {
		const place = placeAtEnd(draft);
		const block = sorted.map(line).join(end);
		const before = written(place);
		if (place < text.length) return [{ start: place, end: place, text: blankLine(before, end) + block + end + end }];
		return [{ start: place, end: place, text: blankLine(before, end) + block + finalLineEnd(before, end) }];
	}
	const isApart = (definition: NoteDefinition, at: number) => {
		const above = group[at - 1];
		return !above || definition.firstLine - above.lastLine > 1;
	};
	const apart = group.length > 1 && group.every(isApart);
	const between = apart ? end + end : end;
	const firsts = new Map<string, number>();
	for (const reference of draft.references) {
		const key = labelKey(reference.label);
		if (reference.start !== except && !firsts.has(key)) firsts.set(key, reference.start);
	}
	const apartFrom = blankBehind(draft, last) ? end : '';
	return sorted.map(one => {
		const next = group.find(definition => (firsts.get(labelKey(definition.label)) ?? -1) > one.first);
		if (!next) return { start: last.end, end: last.end, text: between + line(one) + apartFrom };
		const { start } = lineHolding(lines, next.start);
		return { start, end: start, text: line(one) + between };
	});
}

/**
 * Whether a blank line must follow what is put behind a definition, or the line that stands there (or is being written,
 * at `places`) would become part of it.
 */
export function blankBehind(draft: Draft, { lastLine }: NoteDefinition, places: readonly number[] = []): boolean {
	const next = draft.lines[lastLine + 1];
	if (!next) return false;
	if (places.some(place => next.start <= place && place <= next.start + next.text.length)) return true;
	return next.text.trim() !== '' && !/^ {0,3}\[\^[^\]\s]+\]:/.test(next.text);
}

/** Whether a definition has no words as yet, and none with its label has. */
export function isBlank(draft: Draft, { label }: NoteDefinition): boolean {
	const { definitions } = draft;
	return definitions.every(
		one => labelKey(one.label) !== labelKey(label) || draft.text.slice(one.textStart, one.end).trim() === '',
	);
}

/** Words as they are put into a definition that has none. */
export function asText(draft: Draft, { textStart }: NoteDefinition, words: string): string {
	return (draft.text[textStart - 1] === ':' ? ' ' : '') + words;
}

/**
 * Where the definition of a footnote that is put in goes, and its text, `end` the line end: with the others, or at the
 * end behind a blank line; nothing where there is one with words. `written`: the draft with what was put into its text,
 * at the offsets `open` of the draft.
 */
export function definitionOf(
	draft: Draft,
	label: string,
	text: string,
	end: string,
	written: Draft,
	open: readonly number[],
): { at: number; text: string } | undefined {
	const { definitions } = draft;
	const there = definitions.find(one => labelKey(one.label) === labelKey(label));
	if (there) return isBlank(draft, there) ? { at: there.textStart, text: asText(draft, there, text) } : undefined;
	const line = `[^${label}]: ${text}`;
	const last = definitions.findLast(one => !one.nested);
	if (last) return { at: last.end, text: end + line + (blankBehind(draft, last, open) ? end : '') };
	const place = placeAtEnd(written);
	const before = blankLine(written.text.slice(0, place), end);
	if (place < written.text.length) return { at: sameLine(draft, written, place), text: before + line + end + end };
	return { at: draft.text.length, text: before + line + finalLineEnd(draft.text, end) };
}
