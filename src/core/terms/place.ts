// An offer at its place: what it writes, and how much of what stands around the cursor it replaces.
import { hasSlots, toSnippet } from '../corpus/slots';
import { fold } from '../text/fold';
import type { Script } from '../text/script';
import type { Offer } from './completionItems';
import type { TermRecord } from './records';

/** Where what is offered would go. */
export interface Place {
	readonly typed: string;
	readonly start: number;
	readonly end: number;
	readonly after: string;
	readonly script: Script;
	/** Whether a term stands complete before the cursor, which only what continues it may follow. */
	readonly complete: boolean;
}

/**
 * The forms of a record that fit a hit, in the script of the place; none where nobody knows how they are written in it.
 */
export function offersOf(record: TermRecord, hit: { how: Offer['how']; form: number }, at: Place): Offer[] {
	const { text: own, aliases } = record[at.script];
	const byAlias = record.kind === 'term' && hit.form > 0 && hit.how !== 'english';
	const recorded = byAlias ? record.aliases[hit.form - 1] : undefined;
	const alias = byAlias ? aliases[hit.form - 1] : undefined;
	const forms = (...wanted: readonly (string | undefined)[]): Offer[] =>
		wanted.flatMap(form =>
			form === undefined ? [] : (offerOf(record, form, hit.how, at, form === alias ? undefined : recorded) ?? []),
		);
	// Who begins to write an alias in Chinese may mean it, or the term; an abbreviation in letters stands for the term.
	const typed = fold(at.typed);
	const spelt = recorded !== undefined && !isLatin(recorded.charCodeAt(0));
	// An alias that stands there is as good as the term, unless the term goes on from it (碳普惠|机制).
	if (spelt && fold(recorded) === typed)
		return own !== undefined && fold(own).startsWith(typed)
			? [own].flatMap(form => offerOf(record, form, hit.how, at, undefined) ?? [])
			: [];
	// With what follows the cursor another of its forms stands there already (of which one character may be chance).
	const line = typed + fold(at.after);
	if (
		[...record.aliases, record.text]
			.map(form => fold(form))
			.some(form => form.length >= typed.length + 2 && line.startsWith(form))
	)
		return [];
	if (!spelt) return forms(own);
	return at.complete ? forms(alias) : forms(alias, own);
}

/** The other forms of a term that begin with what is typed: 产学 may be meant for 产学研用 or 产学研深度融合. */
export function otherForms(record: TermRecord, how: Offer['how'], at: Place, offered: readonly Offer[]): Offer[] {
	if (how !== 'prefix' || record.kind !== 'term' || offered.length === 0) return [];
	const typed = fold(at.typed);
	const { text, aliases } = record[at.script];
	return [text, ...aliases].flatMap(form => {
		if (form === undefined || !fold(form).startsWith(typed) || offered.some(one => one.insertText === form)) return [];
		return offerOf(record, form, how, at, undefined) ?? [];
	});
}

/**
 * A record at its place, worded so; nothing where that stands there already. `label`: what is shown, where it is not
 * the text; `by`: what was matched, where it is not what is shown.
 */
export function offerOf(
	record: TermRecord,
	text: string,
	how: Offer['how'],
	at: Place,
	by: string | undefined,
): Offer | undefined {
	const framed = record.kind === 'formulation' && hasSlots(record.text);
	// What is still to be written, as far as it can be compared with what follows the cursor.
	const folded = fold(text);
	const typed = fold(at.typed);
	if (folded === typed) return undefined;
	const begun = folded.startsWith(typed);
	const rest = begun ? folded.slice(typed.length) : folded;
	const after = fold(at.after.slice(0, rest.length));
	if (!framed && begun && after.startsWith(rest)) return undefined;
	const taken = framed ? 0 : overlap(rest, after);
	// Written again in another script it would not be what the writer has there.
	if (taken > 0 && isOtherScript(text.slice(-taken), at.after.slice(0, taken))) return undefined;
	return {
		label: record[at.script].label ?? text,
		insertText: text,
		...(framed ? { snippet: toSnippet(text) } : {}),
		replace: { start: at.start, end: at.end + taken },
		kind: record.kind,
		id: record.id,
		how,
		...(by === undefined ? {} : { by }),
	};
}

/**
 * How many code units behind the cursor are the end of what is inserted (at least two, one may be chance: 新质|力量).
 */
function overlap(rest: string, after: string): number {
	for (let n = Math.min(rest.length - 1, after.length); n >= 2; n--) if (rest.endsWith(after.slice(0, n))) return n;
	return 0;
}

/** Whether the same words are written in two scripts: a Han character is another. */
function isOtherScript(a: string, b: string): boolean {
	return [...a].some((mark, at) => mark !== b[at] && /\p{Script=Han}/u.test(mark));
}

/** A letter or digit, of half or full width. */
export function isLatin(code: number): boolean {
	return (
		(code >= 0x30 && code <= 0x39) ||
		(code >= 0x41 && code <= 0x5a) ||
		(code >= 0x61 && code <= 0x7a) ||
		(code >= 0xff10 && code <= 0xff5a)
	);
}

/**
 * Whether letters that begin at `start` stand for something Chinese: pinyin directly after Chinese, a mark or nothing;
 * English also behind a space, but not within English prose.
 */
export function opensWord(text: string, start: number, how: Offer['how']): boolean {
	if (start === 0) return true;
	const code = text.charCodeAt(start - 1);
	if (code !== 0x20 && code !== 0xa0) return !isLatin(code);
	return (
		how !== 'initials' &&
		how !== 'pinyin' &&
		!isLatin(text.charCodeAt(start - 2)) &&
		!/[,.;:'")]/.test(text[start - 2] ?? '')
	);
}

/** A character that can end a word: Han or a letter, not a mark, a space or half of a character. */
export function isWritten(code: number): boolean {
	return (
		isLatin(code) ||
		(code >= 0x3400 && code <= 0x9fff) ||
		(code >= 0xf900 && code <= 0xfaff) ||
		code === 0x2b ||
		(code >= 0xdc00 && code <= 0xdfff)
	);
}
