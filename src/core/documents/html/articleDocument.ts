// The lines of an article → its document, less what the page has put among them and around them.

import { damageOf } from '../damage';
import { importProblem, type DroppedText, type ImportedDocument } from '../document';
import { lineKind, type LineKind } from '../plain/lineKinds';
import { provenanceOf } from '../plain/provenance';
import type { Unit } from '../plain/units';
import { present, provedFields, type Evidence } from '../proved';
import type { Range } from './articleRange';
import { isLinked, type Line } from './lines';

/** Kinds of lines that are the page's wherever they stand, and those that are so only before or after the text. */
const never: ReadonlySet<LineKind> = new Set(['frame', 'spam']);
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
/** Kinds of lines that an article is made of: outside it they are another's. */
const ordinary: ReadonlySet<LineKind> = new Set(['text', 'heading', 'short']);

/** A line, and why it is no part of the text, where it is none. */
interface Piece {
	readonly line: Line;
	readonly unit: Unit;
	why: string | undefined;
}

/** The document the lines of a range are; nothing where no text is left. */
export function articleDocument(
	lines: readonly Line[],
	[from, to]: Range,
	meta: Partial<Evidence>,
): ImportedDocument | undefined {
	const pieces = lines.map((line, i): Piece => {
		const kind = lineKind(line.text);
		const reason = i >= from && i < to ? reasonInside : reasonOutside;
		return {
			line,
			unit: { text: line.text, line: i + 1, kind, apart: true },
			why: reason(line, kind, line.text === meta.title),
		};
	});
	trim(pieces.slice(from, to));
	const paragraphs = pieces.filter(isKept).map(piece => piece.line.text);
	if (paragraphs.length === 0) return undefined;
	const fields = fieldsOf(pieces, meta);
	return {
		source: present({ ...fields, ...damageOf(paragraphs) }),
		paragraphs,
		dropped: droppedOf(pieces),
		problems: fields.title === undefined ? [importProblem('import.title')] : [],
	};
}

const isKept = (piece: Piece) => piece.why === undefined;

function reasonInside(line: Line, kind: LineKind, isTitle: boolean): string | undefined {
	if (line.aside !== undefined) return line.aside;
	if (isTitle) return 'repeated';
	if (isLinked(line)) return 'links';
	return never.has(kind) ? kind : undefined;
}

function reasonOutside(line: Line, kind: LineKind, isTitle: boolean): string {
	if (isTitle) return 'title';
	if (line.aside !== undefined) return line.aside;
	if (isLinked(line)) return 'links';
	return ordinary.has(kind) ? 'outside' : kind;
}

/**
 * Takes away what stands around the text inside its container: lines about the page above it, ends and lists of others
 * below.
 */
function trim(inside: readonly Piece[]): void {
	const first = inside.findIndex(piece => isKept(piece) && !before.has(piece.unit.kind));
	const above = first < 0 ? inside : inside.slice(0, first);
	for (const piece of above) piece.why ??= piece.unit.kind;
	const rest = first < 0 ? [] : inside.slice(first);
	dropEnds(rest);
	for (const piece of rest.toReversed()) {
		if (isKept(piece) && !behind.has(piece.unit.kind)) break;
		piece.why ??= piece.unit.kind;
	}
}

/** An end or a list of others with little below it: all of that is the page's. */
function dropEnds(pieces: readonly Piece[]): void {
	const length = pieces.filter(isKept).reduce((sum, piece) => sum + piece.unit.text.length, 0);
	let below = 0;
	let kept = pieces.length;
	for (const [i, piece] of [...pieces.entries()].reverse()) {
		if (!isKept(piece)) continue;
		const { kind, text } = piece.unit;
		if (below * 5 <= length && (kind === 'end' || kind === 'related')) {
			piece.why = kind;
			for (const other of pieces.slice(i + 1, kept)) other.why ??= 'outside';
			kept = i;
		}
		below += text.length;
	}
}

/** What head and lines prove of the article. */
function fieldsOf(pieces: readonly Piece[], meta: Partial<Evidence>): ReturnType<typeof provedFields> {
	const { said, authorNamed } = saidAround(pieces);
	// Content systems write their site or its desk into the head's author; a line that says 作者 speaks of the article.
	const all = { ...said, ...meta, ...(authorNamed ? present({ author: said.author }) : {}) };
	const named = all.source?.replace(/^《|》$/g, '');
	const isOriginal =
		all.site !== undefined && (named === undefined || all.site.includes(named) || named.includes(all.site));
	if (!isOriginal) return provedFields({ web: true, ...all });
	const fields = provedFields({
		web: true,
		...all,
		...(named === undefined ? {} : { source: undefined }),
		...(all.date === undefined ? {} : { issued: all.date }),
	});
	return fields['container-title'] === undefined && fields.type === 'webpage'
		? { ...fields, 'container-title': all.site }
		: fields;
}

/** What the lines before and behind the text say of it. */
function saidAround(pieces: readonly Piece[]): {
	readonly said: Partial<Evidence>;
	readonly authorNamed: boolean;
} {
	const { containerTitle, containerMarked, authorNote, heldFrom, heldDate, owner, author, authorNamed } = provenanceOf(
		pieces.map(piece => piece.unit),
		pieces.findIndex(isKept),
		pieces.findLastIndex(isKept) + 1,
		text => text,
	);
	const said: Partial<Evidence> = present({
		author,
		authorNote,
		source: containerTitle,
		sourceMarked: containerMarked,
		site: heldFrom,
		date: heldDate,
		owner,
	});
	return { said, authorNamed: authorNamed === true };
}

/** What was left out, each with the number of paragraphs before it. */
function droppedOf(pieces: readonly Piece[]): readonly DroppedText[] {
	const dropped: DroppedText[] = [];
	let after = 0;
	for (const { line, why } of pieces) {
		if (why === undefined) after++;
		else dropped.push({ text: line.text, why, after });
	}
	return dropped;
}
