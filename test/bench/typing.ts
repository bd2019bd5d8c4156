// A writer who types a text, sees every list, and takes the row that helps: what lists show, and what they save.

import type { Offer, OfferKind, PolicyService } from '../../src/core/service';

/** So many rows are seen without scrolling. */
const inSight = 5;

/** What was counted while texts were typed. */
export interface TypingCounts {
	characters: number;
	/** Stops at which a list showed, and those of them at which no row writes what comes. */
	lists: number;
	useless: number;
	/** Lists that begin with the row "as written", so that a change stands behind it. */
	behind: number;
	/** Characters that taking rows wrote, and keys that took them. */
	saved: number;
	keys: number;
	/** Of every kind: how often a row of it was right, where the best stood first, and where among five. */
	readonly ranks: Map<OfferKind, { right: number; first: number; five: number }>;
	/** Useless lists by what stands before the cursor, as far as the first row would replace it, and that row. */
	readonly nothing: Map<string, number>;
	/** Known terms in the text, after so many of their characters. */
	readonly after: Map<number, { terms: number; opened: number; first: number; five: number }>;
	/** Terms that are not among five after three characters. */
	readonly missed: Map<string, number>;
}

export function nothingTyped(): TypingCounts {
	return {
		characters: 0,
		lists: 0,
		useless: 0,
		behind: 0,
		saved: 0,
		keys: 0,
		ranks: new Map(),
		nothing: new Map(),
		after: new Map(),
		missed: new Map(),
	};
}

const han = /\p{Script=Han}/u;
const sentenceEnd = /[。！？；]/;

/**
 * Types the paragraphs of one draft: Han in commits of so many characters (fewer before a mark), marks one by one; adds
 * to `counts`. What the draft uses is known sentence by sentence, as in the editor line by line.
 */
export function typeDraft(
	service: PolicyService,
	paragraphs: readonly string[],
	commit: number,
	counts: TypingCounts,
): void {
	const used = new Map<number, number>();
	for (const paragraph of paragraphs) {
		const terms = commit === 1 ? service.terms(paragraph) : [];
		/** Up to here a row that was taken has written the text. */
		let written = 0;
		let sentence = 0;
		counts.characters += paragraph.length;
		for (const at of stops(paragraph, commit)) {
			const before = paragraph.slice(0, at);
			const { items, written: asWritten } = service.complete({ before, use: record => used.get(record) ?? 0 });
			const right = items.map(item => reachOf(item, paragraph, at));
			if (items.length > 0) countList(counts, items, right, before, asWritten !== undefined);
			if (at >= written) written = take(counts, right, at, asWritten !== undefined);
			for (const term of terms) countTerm(counts, term, paragraph, at, items, right);
			if (!sentenceEnd.test(paragraph.charAt(at - 1)) && at < paragraph.length) continue;
			for (const number of service.termNumbers(paragraph.slice(sentence, at)))
				used.set(number, (used.get(number) ?? 0) + 1);
			sentence = at;
		}
	}
}

/** Where the writer pauses: after each commit. */
export function stops(paragraph: string, commit: number): number[] {
	const found: number[] = [];
	let pending = 0;
	for (let at = 0; at < paragraph.length; at++) {
		pending = han.test(paragraph.charAt(at)) ? pending + 1 : commit;
		if (pending < commit && han.test(paragraph.charAt(at + 1))) continue;
		found.push(at + 1);
		pending = 0;
	}
	return found;
}

/**
 * Up to where a row writes what the paragraph has there; nothing where it writes something else. The slots of a frame
 * are filled by what the sentence has in them, and written by the writer: only the piece before the first counts.
 */
function reachOf({ insertText, replace }: Offer, paragraph: string, at: number): number | undefined {
	const pieces = insertText.split(/\{[^{}]*\}/);
	const [first = '', ...rest] = pieces;
	if (!paragraph.startsWith(first, replace.start)) return undefined;
	const reach = replace.start + first.length;
	let from = reach;
	for (const piece of rest) {
		const found = paragraph.indexOf(piece, from + 1);
		if (found < 0 || /[。！？；]/.test(paragraph.slice(from, found))) return undefined;
		from = found + piece.length;
	}
	return reach > at ? reach : undefined;
}

function countList(
	counts: TypingCounts,
	items: readonly Offer[],
	right: readonly (number | undefined)[],
	before: string,
	asWritten: boolean,
): void {
	counts.lists++;
	if (asWritten) counts.behind++;
	if (right.every(reach => reach === undefined)) {
		counts.useless++;
		const [first] = items;
		add(counts.nothing, `${before.slice(first?.replace.start)} → ${first?.label}`);
	}
	const kinds = new Set<OfferKind>();
	for (const [row, { kind }] of items.entries()) {
		if (right[row] === undefined || kinds.has(kind)) continue;
		kinds.add(kind);
		const ranks = counts.ranks.get(kind) ?? { right: 0, first: 0, five: 0 };
		counts.ranks.set(kind, ranks);
		ranks.right++;
		if (row === 0) ranks.first++;
		if (row < inSight) ranks.five++;
	}
}

/** Takes the row that saves most, if any does; answers up to where the text is written then. */
function take(counts: TypingCounts, right: readonly (number | undefined)[], at: number, asWritten: boolean): number {
	let best = { net: 0, keys: 0, reach: at };
	for (const [row, reach = at] of right.entries()) {
		const keys = keysFor(row, asWritten);
		const net = reach - at - keys;
		if (net > best.net) best = { net, keys, reach };
	}
	counts.saved += best.reach - at;
	counts.keys += best.keys;
	return best.reach;
}

/** Arrow keys down to a row and the one that takes it; behind the row "as written" Tab takes the next one at once. */
function keysFor(row: number, asWritten: boolean): number {
	if (row === 0) return 1;
	return asWritten ? row + 2 : row + 1;
}

function countTerm(
	counts: TypingCounts,
	{ start, end }: { readonly start: number; readonly end: number },
	paragraph: string,
	at: number,
	items: readonly Offer[],
	right: readonly (number | undefined)[],
): void {
	const typed = at - start;
	if ((typed !== 2 && typed !== 3) || end <= at) return;
	const after = counts.after.get(typed) ?? { terms: 0, opened: 0, first: 0, five: 0 };
	counts.after.set(typed, after);
	after.terms++;
	const row = right.findIndex(reach => reach !== undefined && reach >= end);
	if (items.length > 0) after.opened++;
	if (row === 0) after.first++;
	if (row >= 0 && row < inSight) after.five++;
	else if (typed === 3) add(counts.missed, `${paragraph.slice(start, end)}${items.length > 0 ? '' : ' (no list)'}`);
}

function add(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}
