// Changes of a draft as edits of one undo step, and what could not be done.

/** A stretch of the draft and what stands there instead; UTF-16 code units of the draft before any edit, half-open. */
export interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/**
 * What stays as it was, and why. `edited`: a definition was changed by hand, its words are the writer's. `unknown`: no source has this key.
 * `words`: words stand beside a key, or the author is named in the text. `context`: what stands around it would change what it means.
 * `nested`: its definition is part of a list. `duplicate`: the label is defined again with other words. `undefined`: the label has no definition.
 */
export interface PlanProblem {
	readonly code: 'edited' | 'unknown' | 'words' | 'context' | 'nested' | 'duplicate' | 'undefined';
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

/** A finished copy of a draft. */
export interface Finished {
	readonly text: string;
	/** Offsets are those of the draft. */
	readonly problems: readonly PlanProblem[];
	/** How many sources it cites. */
	readonly entries: number;
}

/** Edits in order, those of one place together in the order given; what changes nothing is left out. */
export function inOrder(edits: readonly Edit[]): Edit[] {
	const sorted = edits
		.map((edit, at) => ({ edit, at }))
		.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.at - b.at);
	const out: Edit[] = [];
	for (const { edit } of sorted) {
		const last = out.at(-1);
		if (last && last.end === edit.start && (last.start === last.end || edit.start === edit.end))
			out[out.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
		else out.push(edit);
	}
	return out.filter(edit => edit.start !== edit.end || edit.text !== '');
}

/** The text after the edits. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	let out = '';
	let at = 0;
	for (const edit of edits) {
		out += text.slice(at, edit.start) + edit.text;
		at = edit.end;
	}
	return out + text.slice(at);
}

/** Answers whether a stretch lies within one of some others, which may hold each other. */
export function within(
	stretches: Iterable<{ readonly start: number; readonly end: number }>,
): (start: number, end: number) => boolean {
	// Those that lie in another say nothing of their own.
	const outer: { readonly start: number; readonly end: number }[] = [];
	for (const one of [...stretches].sort((a, b) => a.start - b.start || b.end - a.end))
		if (!outer.length || one.end > outer.at(-1)!.end) outer.push(one);
	return (start, end) => {
		let low = 0;
		let high = outer.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (outer[middle]!.start <= start) low = middle + 1;
			else high = middle;
		}
		return low > 0 && end <= outer[low - 1]!.end;
	};
}

/**
 * Edits that make one text of another, line by line; for when several plans follow each other and are to be one step. Lines that are
 * the same at the beginning and the end stay, the others are compared one by one.
 */
export function editsBetween(before: string, after: string): Edit[] {
	const lines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
	const [old, fresh] = [lines(before), lines(after)];
	let tail = 0;
	while (tail < Math.min(old.length, fresh.length) && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
	const edits: Edit[] = [];
	const both = Math.min(old.length, fresh.length) - tail;
	let start = 0;
	for (let at = 0; at < both; at++) {
		const [was, is] = [old[at]!, fresh[at]!];
		if (was !== is) {
			let same = 0;
			while (same < Math.min(was.length, is.length) && was[same] === is[same]) same++;
			let end = 0;
			while (end < Math.min(was.length, is.length) - same && was.at(-1 - end) === is.at(-1 - end)) end++;
			edits.push({ start: start + same, end: start + was.length - end, text: is.slice(same, is.length - end) });
		}
		start += was.length;
	}
	const gone = old.slice(both, old.length - tail).join('').length;
	const added = fresh.slice(both, fresh.length - tail).join('');
	if (gone > 0 || added !== '') edits.push({ start, end: start + gone, text: added });
	return inOrder(edits);
}
