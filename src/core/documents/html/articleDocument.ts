// The lines of an article → its document, less what the page has put among them and around them.

import { damageOf } from '../damage';
import { importProblem, type DroppedText, type ImportedDocument } from '../document';
import { withLayout, type ParagraphMark } from '../paragraphMarks';
import { organsOf } from '../official/organ';
import { officialEvidence, type Surroundings } from '../official/official';
import { isByline } from '../../text/personName';
import { authoredTitle } from '../plain/authoredTitle';
import { isSameTitle, repeatedTitle } from '../plain/repeatedTitle';
import { isOrdinary, lineKind, type LineKind } from '../plain/lineKinds';
import { provenanceOf } from '../plain/provenance';
import { isPress, present, provedFields, withSite, type Evidence } from '../proved';
import { printedAmong } from '../plain/press';
import { reportersIn } from '../plain/reporters';
import type { Range } from './articleEnd';
import { isAnnex, isLinked, type Line } from './lines';
import { apartFromNotes } from './articleNotes';
import { withoutReferences } from './pageNotes';
import { authorsInside, dropTitle, isKept, trim, type Piece } from './pieces';
import { isListOfLinks } from './tables';

/** Kinds of lines that are the page's wherever they stand. */
const never: ReadonlySet<LineKind> = new Set(['frame', 'spam']);

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
			why: reason(line, kind, isSameTitle(line.text, meta.title) || titleLines.has(line)),
		};
	});
	const printed = ofPress([
		...lines.slice(Math.max(0, from - linesAhead), from + 6),
		...lines.slice(from, to).filter(isNoEnd).slice(-linesAtEnd),
		...lines.slice(to, to + 6),
	]);
	trim(pieces.slice(from, to), printed.author);
	const author = authorsInside(pieces);
	const official = officialEvidence({
		...surroundingsOf(pieces, meta.title),
		...present({ publisher: publisherOf(meta) }),
	});
	if (official.official && !official.isRuling) dropTitle(pieces, official.title);
	const { notes, noted: kept } = apartFromNotes(pieces);
	const noted = kept.map(withoutReferences);
	const paragraphs = noted.map(one => one.text);
	if (paragraphs.length === 0) return undefined;
	const fields = fieldsOf(pieces, { meta: { ...meta, ...author }, printed, official });
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

/** The line of the press stands among the last ones of a text; what pages set below it counts for none. */
const linesAtEnd = 3;
const isNoEnd = ({ text }: Line) => lineKind(text) !== 'end';

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
	const at = above.findLastIndex(line => isSameTitle(line.text, title));
	if (at < 0) return new Set();
	return new Set(above.slice(at + 1).filter(({ text }) => lineKind(text) === 'number' || lineKind(text) === 'address'));
}

/** What a line of a page says of the paragraph it becomes. */
export function markOf(line: Line | undefined): ParagraphMark {
	return present({ heading: line?.heading, table: line?.isRow && line.within, item: line?.item });
}

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

/** What head and lines prove of the article. */
function fieldsOf(
	pieces: readonly Piece[],
	{ meta, printed, official }: Readonly<Record<'meta' | 'printed' | 'official', Partial<Evidence>>>,
): ReturnType<typeof provedFields> {
	const { said, authorNamed } = saidAround(pieces);
	const lines = pieces.filter(isBesideText).map(piece => piece.line.text);
	if (official.official === true)
		return provedFields(authoredTitle({ web: true, ...said, ...meta, ...official }, lines));
	// Content systems write their site or its desk into the head's author; a line that says 作者 speaks of the article.
	const reporters = present({ author: reportersIn(pieces.filter(isOfReporters).map(piece => piece.line.text)) });
	const opening = present({ opening: pieces.find(isKept)?.line.text });
	const all: Partial<Evidence> = authoredTitle(
		{
			...reporters,
			...opening,
			...said,
			...meta,
			...printed,
			...(authorNamed ? present({ author: said.author }) : {}),
			...official,
			...(printed.source === undefined ? {} : { printed }),
		},
		lines,
	);
	if (!isOriginal(all)) return provedFields({ web: true, ...all });
	const { source, issuers = organsOf(source === all.site ? (source ?? '') : '') } = all;
	const fields = provedFields({
		web: true,
		...all,
		source: undefined,
		...(issuers.length > 0 ? { issuers } : {}),
		...(all.date === undefined ? {} : { issued: all.date }),
	});
	return withSite(fields, all.site);
}

/** Whether the site of a page is what it names as its source, or it names none; a newspaper's is its own. */
function isOriginal({ site, source }: Partial<Evidence>): boolean {
	const named = source?.replace(/^《|》$/g, '');
	if (site === undefined || named === undefined) return site !== undefined;
	return (site.includes(named) || named.includes(site)) && !isPress(named);
}

/** Lines of the text, and those of names around it, links among them. */
const isBesideText = (piece: Piece) => isKept(piece) || piece.why === 'byline' || isByline(bareOf(piece));
const bareOf = ({ line }: Piece) => line.text.replace(/^[●•·▪]\s*/, '');

const isOfReporters = (piece: Piece) => isKept(piece) || piece.unit.kind === 'note';

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
		body: texts(pieces.slice(first, last).filter(piece => isKept(piece) || piece.why === 'repeated')),
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
