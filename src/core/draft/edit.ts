// What is changed in a draft: stretches and what stands there instead; edits put in order, put together, taken back.

import { boundaryBefore, boundaryBehind, isBoundary } from '../text/graphemes';

/** A stretch of the draft and what stands there instead; UTF-16 code units of the draft before any edit, half-open. */
export interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
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

/** The text after edits that are in order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	let out = '';
	let at = 0;
	for (const edit of edits) {
		out += text.slice(at, edit.start) + edit.text;
		at = edit.end;
	}
	return out + text.slice(at);
}

/** The edits that take edits back: offsets of the text after them. */
export function inverseOf(text: string, edits: readonly Edit[]): Edit[] {
	let shift = 0;
	return edits.map(edit => {
		const start = edit.start + shift;
		shift += edit.text.length - (edit.end - edit.start);
		return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
	});
}

/**
 * The edits that lead from what an editor made of edits back to the text, each of whole characters. An editor writes
 * line ends as the document has them. Nothing where `after` is no such text.
 */
export function wayBack(text: string, edits: readonly Edit[], after: string): Edit[] | undefined {
	const lineEnd = /\r\n|\r|\n/.exec(after)?.[0] ?? '\n';
	const written = edits.map(edit => ({ ...edit, text: edit.text.replace(/\r\n|\r|\n/g, lineEnd) }));
	const made = [edits, written].find(one => applyEdits(text, one) === after);
	return made && wholeEdits(after, inverseOf(text, made));
}

/**
 * Two lists of edits as one: `first` has offsets of the text, `second` those of the text after `first`, the answer
 * those of the text again.
 */
export function composed(text: string, first: readonly Edit[], second: readonly Edit[]): Edit[] {
	const between = applyEdits(text, first);
	// Where each edit leaves its mark in the text between: by how much it moves what stands behind it, or what it does
	// there.
	let shift = 0;
	const marks = first.map((edit): Mark => {
		const start = edit.start + shift;
		const moves = edit.text.length - (edit.end - edit.start);
		shift += moves;
		return { start, end: start + edit.text.length, moves };
	});
	marks.push(...second.map(edit => ({ start: edit.start, end: edit.end, moves: 0, edit })));
	marks.sort((a, b) => a.start - b.start || a.end - b.end);
	return clustersOf(marks)
		.map(({ start, end, before, behind, inner }) => ({
			start: start - before,
			end: end - behind,
			text: applyEdits(between.slice(start, end), inner),
		}))
		.filter(edit => edit.text !== text.slice(edit.start, edit.end));
}

/** Marks in order that touch each other: one edit. */
interface Cluster {
	readonly start: number;
	end: number;
	/** By how much all marks before it move the text, and those with its own. */
	readonly before: number;
	behind: number;
	/** The edits within it; offsets from its start. */
	readonly inner: Edit[];
}

function clustersOf(marks: readonly Mark[]): readonly Cluster[] {
	const clusters: Cluster[] = [];
	let moved = 0;
	for (const { start, end, moves, edit } of marks) {
		let cluster = clusters.at(-1);
		if (!cluster || start > cluster.end) {
			cluster = { start, end, before: moved, behind: moved, inner: [] };
			clusters.push(cluster);
		}
		moved += moves;
		cluster.behind = moved;
		cluster.end = Math.max(cluster.end, end);
		if (edit) cluster.inner.push({ ...edit, start: start - cluster.start, end: end - cluster.start });
	}
	return clusters;
}

/** An edit in the text between two lists of edits. */
interface Mark {
	readonly start: number;
	readonly end: number;
	readonly moves: number;
	readonly edit?: Edit;
}

/** Edits in order with their ends moved outward to places between characters; the text after them is the same. */
export function wholeEdits(text: string, edits: readonly Edit[]): Edit[] {
	const out: Edit[] = [];
	/** End of the last edit as it was given; what stands from there to its new end goes with it. */
	let given = 0;
	for (const edit of edits) {
		const start = boundaryBefore(text, edit.start);
		const end = boundaryBehind(text, edit.end);
		const last = out.at(-1);
		if (last && start < last.end) {
			const words =
				last.text.slice(0, last.text.length - (last.end - given)) + text.slice(given, edit.start) + edit.text;
			const behind = Math.max(end, last.end);
			out[out.length - 1] = { start: last.start, end: behind, text: words + text.slice(edit.end, behind) };
		} else out.push({ start, end, text: text.slice(start, edit.start) + edit.text + text.slice(edit.end, end) });
		given = edit.end;
	}
	return out;
}

/**
 * What is wrong with a list of edits. `inside`: one begins or ends within a character; `order`: they overlap or are not
 * in order.
 */
export interface EditFault {
	readonly code: 'outside' | 'order' | 'inside';
	readonly at: number;
}

/** The first fault of edits of a text; nothing where they can be made as they are, and each takes whole characters. */
export function faultOf(text: string, edits: readonly Edit[]): EditFault | undefined {
	let last = 0;
	for (const { start, end } of edits) {
		if (!(start >= 0 && start <= end && end <= text.length)) return { code: 'outside', at: start };
		if (start < last) return { code: 'order', at: start };
		if (!isBoundary(text, start)) return { code: 'inside', at: start };
		if (!isBoundary(text, end)) return { code: 'inside', at: end };
		last = end;
	}
	return undefined;
}
