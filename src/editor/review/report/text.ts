// Words of a draft or a source inside the Markdown of a report: they read as they stand, and changes stand out in
// plain text too.
import type { Change } from '../../../core/service';

/** Characters of what is the same around a change, and of one stretch. */
const around = 24;
const longest = 200;

/**
 * One line of Markdown that shows exactly this text: nothing in it can become a tag, a link, an address, emphasis,
 * mathematics or a table (CommonMark 2.4; an escaped mark is no part of an address). Only for the middle of a line,
 * where marks that begin blocks mean nothing. Characters that are not seen, or turn the direction of what follows, are
 * shown as what they are.
 */
export function plain(text: string): string {
	return seenWhole(text).replace(/[\\`*_~<>[\]{}()$&|:@#^=!]|\.(?=\p{L})/gu, '\\$&');
}

/**
 * The name of a file, which reads as it is in the Markdown as well: as code, for a preview would take
 * `报告.md` for an address of Moldova.
 */
export function fileName(name: string): string {
	const text = seenWhole(name).trim();
	return /\.\p{L}/u.test(text) && !/[`<>\\|[\]]/.test(text) ? `\`${text}\`` : plain(text);
}

/** On one line; characters that are not seen, or turn what follows, are shown as what they are. */
function seenWhole(text: string): string {
	return text
		.replace(
			/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
			unseen => `[U+${unseen.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
		)
		.replace(/\s+/g, ' ');
}

/** As {@link plain}, cut in the middle where it is long. */
export function excerpt(text: string, most = longest): string {
	const characters = [...(text.length > 8 * most ? text.slice(0, 2 * most) + text.slice(-2 * most) : text)];
	if (characters.length <= most) return plain(text);
	const beginning = characters.slice(0, Math.ceil((most * 2) / 3)).join('');
	const end = characters.slice(-Math.floor(most / 3)).join('');
	return `${plain(beginning)} … ${plain(end)}`;
}

interface Piece {
	written: string;
	original: string;
	readonly same: boolean;
}

/**
 * What was written against what the source has: ~~改~~**转**. `at` is where `written` begins in the draft the changes
 * speak of. Long stretches without a change are cut.
 */
export function diff(written: string, at: number, changes: readonly Change[]): string {
	const pieces: Piece[] = [];
	let from = 0;
	for (const change of [...changes].sort((a, b) => a.start - b.start)) {
		const start = change.start - at;
		const end = change.end - at;
		if (start < from || end > written.length) continue;
		pieces.push(
			{ written: written.slice(from, start), original: '', same: true },
			{ written: written.slice(start, end), original: change.original, same: false },
		);
		from = end;
	}
	pieces.push({ written: written.slice(from), original: '', same: true });
	widened(pieces);
	const seen = together(pieces.filter(piece => piece.written !== '' || piece.original !== ''));
	return seen
		.map((piece, i) =>
			piece.same
				? unchanged(piece.written, i > 0, i < seen.length - 1)
				: (piece.written.trim() ? `~~${plain(piece.written.trim())}~~` : '') +
					(piece.original.trim() ? `**${plain(piece.original.trim())}**` : ''),
		)
		.join('');
}

/**
 * Emphasis that begins or ends with a mark is none between letters (CommonMark 6.2, which knows no Chinese): such a
 * change takes the letter beside it along.
 */
function widened(pieces: Piece[]): void {
	for (const [i, piece] of pieces.entries()) {
		if (piece.same) continue;
		const before = pieces[i - 1];
		const after = pieces[i + 1];
		if (before?.same && isLetter(before.written.at(-1)) && !isLetter(first(piece))) {
			const letter = [...before.written].at(-1)!;
			before.written = before.written.slice(0, -letter.length);
			piece.written = letter + piece.written;
			piece.original = letter + piece.original;
		}
		if (after?.same && isLetter(after.written[0]) && !isLetter(last(piece))) {
			const letter = [...after.written][0]!;
			after.written = after.written.slice(letter.length);
			piece.written += letter;
			piece.original += letter;
		}
	}
}

/** Changes that stand side by side as one. */
function together(pieces: readonly Piece[]): Piece[] {
	const joined: Piece[] = [];
	for (const piece of pieces) {
		const before = joined.at(-1);
		if (before && !before.same && !piece.same) {
			before.written += piece.written;
			before.original += piece.original;
		} else joined.push(piece);
	}
	return joined;
}

const first = ({ written, original }: Piece) => (written.trim() || original.trim())[0];
const last = ({ written, original }: Piece) => (original.trim() || written.trim()).at(-1);

/** Whether emphasis may begin or end inside, at this character. */
function isLetter(character: string | undefined): boolean {
	return character !== undefined && !/[\s\p{P}\p{S}\p{C}]/u.test(character);
}

function unchanged(text: string, cutBefore: boolean, cutAfter: boolean): string {
	const characters = [...text];
	const whole = cutAfter ? 0 : Infinity;
	const head = cutBefore ? around : whole;
	const tail = cutAfter ? around : 0;
	if (characters.length <= head + tail + 10) return plain(text);
	return `${plain(characters.slice(0, head).join(''))}……${tail > 0 ? plain(characters.slice(-tail).join('')) : ''}`;
}
