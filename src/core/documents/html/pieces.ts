// The lines of a page, each with why it is no part of the text; what stands around the text inside its own element is
// taken away.

import { bylineOf, isByline } from '../../text/personName';
import type { LineKind } from '../plain/lineKinds';
import { isWorkplace } from '../plain/saidLines';
import type { Evidence } from '../proved';
import { repeatedTitles } from '../plain/repeatedTitle';
import type { Unit } from '../plain/units';
import type { Line } from './lines';

/** A line, and why it is no part of the text, where it is none. */
export interface Piece {
	readonly line: Line;
	readonly unit: Unit;
	why: string | undefined;
}

/** Whether a line is part of the text. */
export const isKept = (piece: Piece) => piece.why === undefined;

/** Kinds of lines that are the page's only before or after the text. */
const before: ReadonlySet<LineKind> = new Set([
	'metadata',
	'stamp',
	'byline',
	'caption',
	'links',
	'note',
	'related',
	'end',
]);
const behind: ReadonlySet<LineKind> = new Set(['end', 'related', 'links', 'metadata', 'caption', 'teaser']);

/**
 * Takes away what stands around the text inside its container: lines about the page above it, ends and lists of others
 * below.
 */
export function trim(inside: readonly Piece[], author: string | undefined): void {
	dropNames(author, inside.filter(piece => isKept(piece) && !before.has(piece.unit.kind)).slice(0, mostNames + 1));
	const first = inside.findIndex(piece => isKept(piece) && !before.has(piece.unit.kind));
	const above = first < 0 ? inside : inside.slice(0, first);
	for (const piece of above) piece.why ??= piece.unit.kind;
	const rest = first < 0 ? [] : inside.slice(first);
	dropEnds(rest);
	for (const piece of rest.toReversed()) {
		if (isKept(piece) && !behind.has(piece.unit.kind) && !isOnAuthors(piece)) break;
		piece.why ??= piece.unit.kind;
	}
}

/** A note on who wrote the text; others speak of the text: （本文有删减）. */
function isOnAuthors({ unit }: Piece): boolean {
	return unit.kind === 'note' && /作者|记者|执笔|译者/.test(unit.text);
}

/** What a paper calls itself leaves its text, whatever its page calls it. */
export function dropTitle(pieces: readonly Piece[], title: string | undefined): void {
	const kept = pieces.filter(isKept);
	const again = repeatedTitles(
		kept.slice(0, -1).map(piece => piece.unit.text),
		[title],
	);
	for (const at of again) for (const piece of kept.slice(at, at + 1)) piece.why = 'repeated';
}

/** So many lines of names may stand between a title and the text. */
const mostNames = 2;

/** Names alone on the first lines are those of the authors. */
function dropNames(author: string | undefined, pieces: readonly Piece[]): void {
	const end = pieces.findIndex(({ line }) => !isByline(line.text) && line.text !== author);
	for (const piece of pieces.slice(0, Math.max(0, end))) piece.why = 'byline';
}

/** Authors stand among so many first lines of a text. */
const firstLines = 6;

/**
 * Whose text it is, as its first lines say: 作者：李大为（江城大学教授）; names above the place where they work. They
 * leave the text.
 */
export function authorsInside(pieces: readonly Piece[]): Pick<Evidence, 'author' | 'authorNote'> {
	const first = pieces.filter(isKept).slice(0, firstLines);
	for (const [i, piece] of first.entries()) {
		const text = piece.line.text;
		const labelled = labelledAuthor.exec(text)?.[1];
		const next = first[i + 1];
		const isAbovePlace = next !== undefined && isWorkplace(next.line.text);
		const author = labelled ?? (isAbovePlace ? bylineOf(text)?.names : undefined);
		if (author === undefined) continue;
		piece.why = 'byline';
		if (labelled !== undefined || !isAbovePlace) return { author };
		next.why = 'byline';
		return { author, authorNote: next.line.text.slice(1, -1) };
	}
	return {};
}

const labelledAuthor = /^作者\s*[:：]\s*(\p{Script=Han}.{1,110})$/u;

/** An end right above a list of others: however long that is, the text is over. */
function isAboveList(pieces: readonly Piece[], at: number): boolean {
	const next = pieces.slice(at + 1).find(piece => piece.unit.kind !== 'frame' && piece.line.aside === undefined);
	return pieces[at]?.unit.kind === 'end' && next?.unit.kind === 'related';
}

/** An end or a list of others with little below it: all of that is the page's. */
function dropEnds(pieces: readonly Piece[]): void {
	const length = pieces.filter(isKept).reduce((sum, piece) => sum + piece.unit.text.length, 0);
	let below = 0;
	let kept = pieces.length;
	for (const [i, piece] of [...pieces.entries()].reverse()) {
		if (!isKept(piece)) continue;
		const { kind, text } = piece.unit;
		const isEnd = kind === 'end' || kind === 'related';
		if (isEnd && (below * 5 <= length || isAboveList(pieces, i))) {
			piece.why = kind;
			for (const other of pieces.slice(i + 1, kept)) other.why ??= 'outside';
			kept = i;
		}
		below += text.length;
	}
}
