// What the panel says in a given state: the count, what to do where there is nothing, the pieces of a marked text.
import { filtersOf, type Model } from './model';
import type { Found, Strings } from './protocol';

/** A piece of a text: found or not. */
export interface Piece {
	readonly text: string;
	readonly mark: boolean;
}

/** Puts values in the places `{0}`, `{1}` of a sentence; a place without a value stays. */
export function fill(sentence: string, ...values: readonly (string | number)[]): string {
	return sentence.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}

/**
 * Cuts a text at its marks. The pieces joined are the text, whatever the marks are: unsorted, overlapping, touching,
 * empty or beyond the text. A mark never cuts a surrogate pair.
 */
export function pieces({ text, marks }: Found): readonly Piece[] {
	const sorted = marks
		.map(({ start, end }) => ({ start: whole(text, start, -1), end: whole(text, end, 1) }))
		.filter(({ start, end }) => start < end)
		.sort((a, b) => a.start - b.start);
	const cut: { text: string; mark: boolean }[] = [];
	let at = 0;
	for (const { start, end } of sorted) {
		if (end <= at) continue;
		const from = Math.max(start, at);
		if (from > at) cut.push({ text: text.slice(at, from), mark: false });
		const last = cut[cut.length - 1];
		if (last?.mark && from === at) last.text += text.slice(from, end);
		else cut.push({ text: text.slice(from, end), mark: true });
		at = end;
	}
	if (at < text.length) cut.push({ text: text.slice(at), mark: false });
	return cut;
}

/** Moves an offset into the text, and off the middle of a surrogate pair in the direction given. */
function whole(text: string, offset: number, direction: 1 | -1): number {
	const inside = Math.min(Math.max(Math.trunc(offset) || 0, 0), text.length);
	const split =
		inside > 0 && inside < text.length && isHigh(text.charCodeAt(inside - 1)) && isLow(text.charCodeAt(inside));
	return split ? inside + direction : inside;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/** The line above the list, also read out: how many there are, or that nothing is known yet. */
export function status(model: Model, strings: Strings): string {
	if (model.phase === 'failed') return strings.failed;
	if (model.phase === 'loading' && model.rows.length === 0) return strings.loading;
	if (isEmpty(model)) return strings.noDocuments;
	if (wantsWords(model)) return strings.typeWords;
	if (model.rows.length === 0) {
		if (!model.follow) return strings.nothing;
		return model.paragraph === undefined ? strings.noParagraph : strings.nothingFits;
	}
	return model.rows.length < model.total
		? fill(strings.countOf, model.rows.length, model.total)
		: fill(strings.count, model.total);
}

/** What stands in place of the list: a headline, what to do, and which button helps. */
export interface Notice {
	readonly title: string;
	readonly help: string;
	readonly button?: 'again' | 'clearFilters' | 'importDocuments';
}

/** The person's documents are searched, and there are none. */
function isEmpty(model: Model): boolean {
	return !model.follow && model.scope === 'documents' && model.phase === 'shown' && model.library?.documents === 0;
}

/** Documents are not listed without words to look for. */
function wantsWords(model: Model): boolean {
	return (
		!model.follow &&
		model.scope === 'documents' &&
		model.phase === 'shown' &&
		model.rows.length === 0 &&
		model.text.trim() === ''
	);
}

/** What to say instead of a list; nothing where there is a list to show. */
export function notice(model: Model, strings: Strings): Notice | undefined {
	if (model.phase === 'failed') return { title: strings.failed, help: model.trouble, button: 'again' };
	if (model.rows.length > 0) return undefined;
	if (model.phase === 'loading') return { title: strings.loading, help: '' };
	if (model.follow) {
		return model.paragraph === undefined
			? { title: strings.noParagraph, help: strings.noParagraphHelp }
			: { title: strings.nothingFits, help: strings.nothingFitsHelp };
	}
	if (isEmpty(model)) return { title: strings.noDocuments, help: strings.noDocumentsHelp, button: 'importDocuments' };
	if (wantsWords(model))
		return { title: strings.typeWords, help: fill(strings.typeWordsHelp, model.library?.documents ?? 0) };
	return Object.keys(filtersOf(model)).length > 0
		? { title: strings.nothing, help: strings.nothingFiltered, button: 'clearFilters' }
		: { title: strings.nothing, help: strings.nothingHelp };
}
