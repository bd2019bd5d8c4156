// The notes of an article, apart from its text.

import { isNotesHeading, printedNotes, type PrintedNotes } from '../printedNotes';
import type { Line } from './lines';
import { notesAmong, type NoteReference } from './pageNotes';
import { isKept, type Piece } from './pieces';

/** The lines of the text with what refers to notes, and the notes; the heading of a list of notes is left out. */
export function apartFromNotes(pieces: readonly Piece[]): {
	readonly notes: ReadonlySet<Line>;
	readonly noted: readonly Line[];
} {
	const ofText = pieces.filter(isKept).map(piece => piece.line);
	const linked = notesAmong(
		ofText,
		pieces.map(piece => piece.line),
	);
	const { rest, printed } = printedAmong(pieces.filter(piece => !linked.has(piece.line)));
	const notes = new Set([...linked, ...rest.flatMap((line, at) => (line && printed.texts.has(at) ? [line] : []))]);
	const noted = rest.flatMap((line, at) => (!line || printed.texts.has(at) ? [] : [referringTo(line, at, printed)]));
	const headings = new Set(ofText.filter((line, at) => isNotesHeading(line.text) && notes.has(ofText[at + 1] ?? line)));
	for (const piece of pieces) if (headings.has(piece.line)) piece.why = 'footnote';
	return { notes, noted: noted.filter(line => !headings.has(line)) };
}

/** The lines of the text, nothing in place of others, and the notes among them; those of a title stay in the text. */
function printedAmong(pieces: readonly Piece[]): {
	readonly rest: readonly (Line | undefined)[];
	readonly printed: PrintedNotes;
} {
	const all = pieces.filter(piece => isKept(piece) || isSignedTitle(piece));
	const rest = all.map(piece => (isKept(piece) ? piece.line : undefined));
	const printed = printedNotes(all.map(({ line }) => (line.isRow ? { text: '' } : line)));
	const ofTitles = new Set(
		[...printed.references].flatMap(([at, found]) => (rest[at] ? [] : found.map(one => one.note))),
	);
	const texts = new Map([...printed.texts].filter(([at]) => !ofTitles.has(at)));
	return { rest, printed: { texts, references: printed.references } };
}

/** A title that has left the text and refers to a note. */
function isSignedTitle({ line, why }: Piece): boolean {
	return (why === 'title' || why === 'repeated') && /[[［〔【]\d{1,3}[\]］〕】]$|[①-⑳]$/.test(line.text);
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
