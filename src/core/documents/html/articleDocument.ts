// The lines of an article → its document, less what the page has put among them and around them.

import { damageOf } from '../damage';
import { importProblem, type DroppedText, type ImportedDocument } from '../document';
import { withLayout, type ParagraphMark } from '../paragraphMarks';
import { officialEvidence, type Surroundings } from '../official/official';
import { repeatedTitle } from '../plain/repeatedTitle';
import { isOrdinary, lineKind, type LineKind } from '../plain/lineKinds';
import { provenanceOf } from '../plain/provenance';
import type { Unit } from '../plain/units';
import { present, provedFields, type Evidence } from '../proved';
import { printedAmong } from '../plain/press';
import { isByline } from '../../text/personName';
import type { Range } from './articleEnd';
import { isAnnex, isLinked, type Line } from './lines';
import { notesAmong, withoutReferences, type NoteReference } from './pageNotes';
import { isNotesHeading, printedNotes, type PrintedNotes } from '../printedNotes';
import { isListOfLinks } from './tables';

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
	const titleLines = linesOfTitle(lines, from, meta.title);
	const headOfText = linesOfHead(lines, from, meta.title);
	const pieces = lines.map((line, i): Piece => {
		const kind = kindOf(line);
		const reason = (i >= from && i < to) || headOfText.has(line) ? reasonInside : reasonOutside;
		return {
			line,
			unit: { text: line.text, line: i + 1, kind, apart: true },
			why: reason(line, kind, line.text === meta.title || titleLines.has(line)),
		};
	});
	const printed = ofPress([
		...lines.slice(Math.max(0, from - linesAhead), from + 6),
		...lines.slice(Math.max(from, to - 3), to + 6),
	]);
	trim(pieces.slice(from, to), printed.author);
	const { notes, noted: kept } = apartFromNotes(pieces);
	const noted = kept.map(withoutReferences);
	const paragraphs = noted.map(one => one.text);
	if (paragraphs.length === 0) return undefined;
	const fields = fieldsOf(pieces, meta, printed);
	return {
		source: present({ ...fields, ...damageOf(paragraphs) }),
		...withLayout(
			paragraphs,
			kept.map((line, i) => ({ ...markOf(line), notes: noted[i]?.notes ?? [] })),
		),
		dropped: droppedOf(pieces.filter(piece => !notes.has(piece.line))),
		problems: fields.title === undefined ? [importProblem('import.title')] : [],
	};
}

/** The lines of the text with what refers to notes, and the notes; the heading of a list of notes is left out. */
function apartFromNotes(pieces: readonly Piece[]): {
	readonly notes: ReadonlySet<Line>;
	readonly noted: readonly Line[];
} {
	const ofText = pieces.filter(isKept).map(piece => piece.line);
	const linked = notesAmong(
		ofText,
		pieces.map(piece => piece.line),
	);
	const rest = ofText.filter(line => !linked.has(line));
	const printed = printedNotes(rest.map(line => (line.isRow ? { text: '' } : line)));
	const notes = new Set([...linked, ...rest.filter((_, at) => printed.texts.has(at))]);
	const noted = rest.flatMap((line, at) => (printed.texts.has(at) ? [] : [referringTo(line, at, printed)]));
	const headings = new Set(ofText.filter((line, at) => isNotesHeading(line.text) && notes.has(ofText[at + 1] ?? line)));
	for (const piece of pieces) if (headings.has(piece.line)) piece.why = 'footnote';
	return { notes, noted: noted.filter(line => !headings.has(line)) };
}

function referringTo(line: Line, at: number, { references, texts }: PrintedNotes): Line {
	const found = (references.get(at) ?? []).map(({ from, to, note }): NoteReference => ({
		from,
		to,
		note: { text: texts.get(note) ?? '', elements: new Set() },
	}));
	if (found.length === 0) return line;
	return { ...line, references: [...(line.references ?? []), ...found].sort((a, b) => a.from - b.from) };
}

/** What a short line of words may look like, a row of a table among them. */
const mistaken: ReadonlySet<LineKind> = new Set(['links', 'related', 'teaser', 'caption', 'byline']);

/** The kind of a line; rows of a table that is no list of links are text, whatever they look like. */
function kindOf(line: Line): LineKind {
	const kind = lineKind(line.text);
	if (!line.isRow || !mistaken.has(kind) || isListOfLinks(line.within)) return kind;
	return 'text';
}

/** A title stands above so many lines of the text. */
const linesAhead = 12;

/** The lines at the head of an article that together are its title again, with its number or without. */
function linesOfTitle(lines: readonly Line[], from: number, title: string | undefined): ReadonlySet<Line> {
	const [start, end] =
		repeatedTitle(
			lines.map(line => line.text),
			title,
			from,
		) ?? [];
	return new Set(start === undefined ? [] : lines.slice(start, end));
}

/** The number of a paper and its addressees between its title and the article's element: they are the text's. */
function linesOfHead(lines: readonly Line[], from: number, title: string | undefined): ReadonlySet<Line> {
	const above = lines.slice(Math.max(0, from - linesAhead), from);
	const at = above.findLastIndex(line => line.text === title);
	if (at < 0) return new Set();
	return new Set(above.slice(at + 1).filter(({ text }) => lineKind(text) === 'number' || lineKind(text) === 'address'));
}

/** What a line of a page says of the paragraph it becomes. */
export function markOf(line: Line | undefined): ParagraphMark {
	return present({ heading: line?.heading, table: line?.isRow && line.within, item: line?.item });
}

const isKept = (piece: Piece) => piece.why === undefined;

function reasonInside(line: Line, kind: LineKind, isTitle: boolean): string | undefined {
	if (line.aside !== undefined) return line.aside;
	if (isTitle) return 'repeated';
	if (isLinked(line) && !isAnnex(line.text)) return 'links';
	return never.has(kind) ? kind : undefined;
}

function reasonOutside(line: Line, kind: LineKind, isTitle: boolean): string {
	if (isTitle) return 'title';
	if (line.aside !== undefined) return line.aside;
	if (isLinked(line)) return 'links';
	return isOrdinary(kind) ? 'outside' : kind;
}

/**
 * Takes away what stands around the text inside its container: lines about the page above it, ends and lists of others
 * below.
 */
function trim(inside: readonly Piece[], author: string | undefined): void {
	dropNames(author, inside.filter(piece => isKept(piece) && !before.has(piece.unit.kind)).slice(0, mostNames + 1));
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

/** So many lines of names may stand between a title and the text. */
const mostNames = 2;

/** Names alone on the first lines are those of the authors. */
function dropNames(author: string | undefined, pieces: readonly Piece[]): void {
	const end = pieces.findIndex(({ line }) => !isByline(line.text) && line.text !== author);
	for (const piece of pieces.slice(0, Math.max(0, end))) piece.why = 'byline';
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
function fieldsOf(
	pieces: readonly Piece[],
	meta: Partial<Evidence>,
	printed: Partial<Evidence>,
): ReturnType<typeof provedFields> {
	const { said, authorNamed } = saidAround(pieces);
	const official = officialEvidence({
		...surroundingsOf(pieces, meta.title),
		...present({ publisher: publisherOf(meta) }),
	});
	if (official.official === true) return provedFields({ web: true, ...said, ...meta, ...official });
	// Content systems write their site or its desk into the head's author; a line that says 作者 speaks of the article.
	const all = {
		...said,
		...meta,
		...printed,
		...(authorNamed ? present({ author: said.author }) : {}),
		...official,
		...(printed.source === undefined ? {} : { printed }),
	};
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

/** The source a page names, where the site has its name. */
function publisherOf({ source, site }: Partial<Evidence>): string | undefined {
	return source !== undefined && site?.includes(source) === true ? source : undefined;
}

/** What the newspaper's or the journal's own line says. */
function ofPress(lines: readonly Line[]): Partial<Evidence> {
	const printed = printedAmong(lines.map(line => line.text));
	return printed ? { ...printed, sourceMarked: true } : {};
}

function surroundingsOf(pieces: readonly Piece[], title: string | undefined): Surroundings {
	const first = pieces.findIndex(isKept);
	const last = pieces.findLastIndex(isKept) + 1;
	const texts = (some: readonly Piece[]) => some.map(piece => piece.line.text);
	return {
		title,
		before: texts(pieces.slice(0, first)),
		body: texts(pieces.slice(first, last).filter(isKept)),
		after: texts(pieces.slice(last)),
	};
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
