// Changes of a draft as edits of one undo step, and what could not be done.

import { inOrder, wholeEdits, type Edit } from '../../draft/edit';
import { lastStarting } from '../../draft/lines';

/**
 * What stays as it was, and why. `edited`: a definition was changed by hand, its words are the writer's. `unknown`: no
 * source has this key.
 * `words`: words stand beside a key, or the author is named in the text. `context`: what stands around it would change
 * what it means.
 * `nested`: its definition is part of a list. `below`: a paragraph stands right below the note. `duplicate`: the label
 * is defined again with other words. `undefined`: the label has no definition. `open`: a comment that is
 * never closed would swallow what is put in. `note`: it stands in a note, which holds no other.
 */
export interface PlanProblem {
	readonly code:
		'edited' | 'unknown' | 'words' | 'context' | 'nested' | 'below' | 'duplicate' | 'undefined' | 'open' | 'note';
	/** The label or key. */
	readonly key: string;
	readonly start: number;
	readonly end: number;
}

/** What to change in a draft. No edits: it is as it should be. */
export interface Plan {
	/** In the order of the draft, not overlapping. */
	readonly edits: readonly Edit[];
	readonly problems: readonly PlanProblem[];
	/** How many citations or notes are changed, moved or taken out. */
	readonly changed: number;
}

/**
 * A plan of edits of a text, whatever their order; each takes whole characters. `changed`: default, how many edits
 * there are.
 */
export function planOf(
	text: string,
	edits: readonly Edit[],
	problems: readonly PlanProblem[] = [],
	changed?: number,
): Plan {
	const whole = wholeEdits(text, inOrder(edits));
	return { edits: whole, problems, changed: changed ?? whole.length };
}

/** A finished copy of a draft. */
export interface Finished {
	readonly text: string;
	/** Offsets are those of the draft. */
	readonly problems: readonly PlanProblem[];
	/** How many sources it cites. */
	readonly entries: number;
}

/** Answers whether a stretch lies within one of some others, which may hold each other. */
export function liesInside(
	stretches: Iterable<{ readonly start: number; readonly end: number }>,
): (start: number, end: number) => boolean {
	// Those that lie in another say nothing of their own.
	const outer: { readonly start: number; readonly end: number }[] = [];
	for (const one of [...stretches].sort((a, b) => a.start - b.start || b.end - a.end))
		if (one.end > (outer.at(-1)?.end ?? -Infinity)) outer.push(one);
	return (start, end) => {
		const holder = outer[lastStarting(outer, start)];
		return holder !== undefined && end <= holder.end;
	};
}
