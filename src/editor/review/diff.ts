// What a draft changed in the words of its source, as pieces a person can read in a row: what is the same, and each
// change.
import type { Change, Facts } from '../../core/service';

/** A piece of the draft: the same as in the source (`written`), something left away to be short, or a change. */
export interface DiffPart {
	readonly kind: 'same' | 'gap' | Change['kind'];
	readonly written: string;
	readonly original: string;
}

/** So many characters are shown on either side of a change. */
const around = 40;

/** The pieces of `text`, which begins at `start` of the draft; changes have offsets of the draft. */
export function diffParts(text: string, start: number, changes: readonly Change[]): DiffPart[] {
	const parts: DiffPart[] = [];
	const inside = changes
		.filter(one => one.start >= start && one.end <= start + text.length)
		.sort((a, b) => a.start - b.start || a.end - b.end);
	let at = 0;
	inside.forEach((change, number) => {
		if (change.start - start < at) return; // two changes of one place: the first says it
		parts.push(...between(plain(text.slice(at, change.start - start)), number > 0, true));
		parts.push({ kind: change.kind, written: plain(change.written), original: plain(change.original) });
		at = change.end - start;
	});
	return [...parts, ...between(plain(text.slice(at)), inside.length > 0, false)];
}

/** The words of the source a finding speaks of; those in another order as the source has them. */
export function sourceWords({ how, original, wording }: Facts): string {
	return (how === 'reordered' ? (original ?? wording) : wording) ?? '';
}

/**
 * The source's words with what a draft leaves out of them; `pieces` are what it has, in the order of the source.
 * Nothing where they stand in another order.
 */
export function omittedParts(original: string, pieces: readonly string[]): DiffPart[] | undefined {
	const parts: DiffPart[] = [];
	let at = 0;
	for (const [number, piece] of pieces.entries()) {
		const found = original.indexOf(piece, at);
		if (found < 0 || piece === '') return undefined;
		if (found > at) parts.push({ kind: 'dropped', written: '', original: original.slice(at, found) });
		parts.push(...between(piece, number > 0, number < pieces.length - 1));
		at = found + piece.length;
	}
	return at < original.length ? [...parts, { kind: 'dropped', written: '', original: original.slice(at) }] : parts;
}

/** Words between changes; of long ones only what is next to a change. */
function between(text: string, before: boolean, after: boolean): DiffPart[] {
	const letters = [...text];
	const same = (written: readonly string[]): DiffPart[] =>
		written.length === 0 ? [] : [{ kind: 'same', written: written.join(''), original: '' }];
	const gap: DiffPart = { kind: 'gap', written: '', original: '' };
	const alone = before || after ? 0 : 2 * around;
	const keepStart = before ? around : alone;
	const keepEnd = after ? around : 0;
	if (letters.length <= keepStart + keepEnd + 1) return same(letters);
	return [...same(letters.slice(0, keepStart)), gap, ...same(keepEnd === 0 ? [] : letters.slice(-keepEnd))];
}

/** Line ends within a quotation, and the marks of a block quote behind them, are not its words. */
function plain(text: string): string {
	return text.replace(/(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t]*(?:>[ \t]?)*/g, '');
}

/** Quotation marks are set by where a quotation stands, spaces by the page. */
const setByPlace = /[\s"'“”„‟‘’‚‛「」『』﹁﹂﹃﹄〝〞〟｢｣]/g;

/**
 * Whether a draft's words, with the changes undone, still are not written as the source writes them: then they are the
 * same only when script, width or marks are left aside.
 */
export function differsInForm(text: string, start: number, changes: readonly Change[], wording: string): boolean {
	let mended = text;
	for (const change of [...changes].sort((a, b) => b.start - a.start))
		mended = mended.slice(0, change.start - start) + change.original + mended.slice(change.end - start);
	return plain(mended).replace(setByPlace, '') !== wording.replace(setByPlace, '');
}

/** The source's words, of long ones what is around the first change: as many characters before it as after it. */
export function excerpt(wording: string, changes: readonly Change[], most: number): string {
	const letters = [...wording];
	if (letters.length <= most) return wording;
	const original = changes.find(one => one.original !== '')?.original;
	const found = original === undefined ? 0 : [...wording.slice(0, Math.max(0, wording.indexOf(original)))].length;
	const from = Math.max(0, Math.min(found - Math.floor(most / 2), letters.length - most));
	return `${from > 0 ? '…' : ''}${letters.slice(from, from + most).join('')}${from + most < letters.length ? '…' : ''}`;
}
