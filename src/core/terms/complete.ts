// Which terms and formulations a person may mean who has just written this much.
import type { Corpus } from '../corpus/corpus';
import { hasSlots, parts, toSnippet } from '../corpus/slots';
import { TermIndex, type TermEntry } from '../search/termSearch';
import { fold } from '../text/fold';
import type { TermAutomaton } from '../text/automaton';
import { Habit } from './continuation';
import { ranked, type Offer, type OfferList, type Ranked } from './completionItems';

/** What is written around the cursor, and what is known of the draft. */
export interface CompletionRequest {
	/** The line up to the cursor. */
	readonly before: string;
	/** The line from the cursor on. */
	readonly after?: string;
	readonly limit?: number;
	/** Whether letters may be pinyin; default true. */
	readonly pinyin?: boolean;
	/** How often the draft uses the record with this number (its place in `TermTable.records`). */
	readonly use?: (record: number) => number;
	/** Script of the draft where the letters typed do not tell; default simplified. */
	readonly traditional?: boolean;
}

/** A term or formulation as completion knows it. */
export interface TermRecord {
	readonly kind: 'term' | 'formulation';
	readonly id: string;
	/** What is inserted, in simplified script. */
	readonly text: string;
	/** The same in traditional script, where it was made at build. */
	readonly traditional?: string;
	/** What is shown in the list, where it is not the text. */
	readonly label?: string;
	readonly aliases: readonly string[];
	readonly weight: number;
}

/** Shortest stretches that may open a list. Two Han characters name a term; of a whole phrase, or in the middle of a word, two are a word of their own. */
const shortest = { term: { prefix: 2, inner: 3, fuzzy: 5 }, formulation: { prefix: 3, inner: 4, fuzzy: 6 } } as const;
/** Below this share what is written is taken for a word of its own; */
const seldom = 0.5;
/** but so many characters of a term or phrase are no chance. */
const tellsItself = 4;
/** Letters of a Latin prefix, of initials, of pinyin: three; fewer are words that people type. */
const shortestLatin = 3;
/** English words that stand in many names and mean none of them. */
const functionWords = new Set('the and for from with into over among between through its not but that this'.split(' '));
/** Code units before the cursor that are looked at: longer than any term, and a bound on what a key costs. */
export const reach = 60;
/** Particles and such: a term that differs from what is written only by one of them was not misspelt, the sentence went on. */
const particles = new Set(
	'的了是在和与及或中上下等也都要将把被让使为以对从向到有不而并则即就还又更最很地得着过这那其之所',
);

/** The records of a corpus, keyed for completion and spotting. */
export class TermTable {
	readonly records: readonly TermRecord[];
	private readonly index: TermIndex;
	private known: Habit | undefined;
	/** Recorded wrong forms, folded, and the record they are meant for. */
	private readonly wrong = new Map<string, number>();

	/** `automaton` finds the forms of terms; `owner` names the record of each of its patterns. */
	constructor(
		private readonly corpus: Corpus,
		private readonly automaton: TermAutomaton,
		private readonly owner: readonly number[],
	) {
		const entries: TermEntry[] = [];
		const records: TermRecord[] = [];
		for (const term of corpus.terms) {
			for (const form of term.wrong ?? []) this.wrong.set(fold(form), records.length);
			const forms = [term.term, ...(term.aliases ?? [])];
			const keys = forms.map(form => corpus.pinyin(form));
			records.push({
				kind: 'term',
				id: term.id,
				text: term.term,
				traditional: corpus.traditional(term.id),
				aliases: term.aliases ?? [],
				weight: corpus.weight(term.id),
			});
			entries.push({
				forms,
				english: term.english,
				full: keys.flatMap(k => k?.full ?? []),
				initials: keys.flatMap(k => k?.initials ?? []),
				weight: corpus.weight(term.id),
			});
		}
		for (const formulation of corpus.formulations) {
			const weight = formulation.citations?.length ?? 0;
			const keys = corpus.pinyin(formulation.text);
			// What fills a first slot is written already when the frame is recognised by the words behind it.
			const text = formulation.text.replace(/^\{[^{}]*\}(?=[^{])/, '');
			const first = parts(text)[0];
			records.push({ kind: 'formulation', id: formulation.id, text, label: formulation.text, aliases: [], weight });
			entries.push({
				forms: first && 'text' in first ? [first.text] : [],
				full: keys?.full ?? [],
				initials: keys?.initials ?? [],
				weight,
			});
		}
		this.records = records;
		this.index = new TermIndex(entries);
	}

	/** Every character of a form, each once: after any of them something may be worth offering. */
	characters(): readonly string[] {
		const found = new Set<string>();
		for (const record of this.records)
			for (const c of record.text + (record.traditional ?? '')) if (c >= '\u3400') found.add(c);
		return [...found];
	}

	/** Terms and formulations for what stands before the cursor; empty where nothing fits or nothing is missing. */
	complete(request: CompletionRequest): OfferList {
		const { before, limit = 20 } = request;
		const after = (request.after ?? '').slice(0, 2 * reach);
		const from = Math.max(0, before.length - reach);
		const tail = before.slice(from);
		const last = tail.charCodeAt(tail.length - 1);
		if (tail === '' || !isWritten(last)) return { items: [] };
		if (this.standsAround(tail, after)) return { items: [] };
		const written = this.writtenAt(tail);
		const traditional = request.traditional ?? isTraditional(tail);
		const find = (fuzzy: boolean): Ranked[] =>
			this.index
				.complete(tail, Math.max(4 * limit, 80), {
					minInner: shortest.term.inner,
					pinyin: request.pinyin !== false,
					fuzzy,
				})
				.flatMap(({ hit, matched }) => {
					const record = this.records[hit.term];
					const typed = tail.slice(tail.length - matched);
					if (
						!record ||
						fuzzy !== (hit.how === 'fuzzy') ||
						!this.fits(record, hit.how, typed, written && written.end - written.start)
					)
						return [];
					if (isLatin(typed.charCodeAt(0)) && !opensWord(tail, tail.length - matched, hit.how)) return [];
					const place = {
						typed,
						start: before.length - matched,
						end: before.length,
						after,
						traditional,
						complete: written !== undefined,
					};
					return this.offers(record, hit, place).map(offer => ({
						offer,
						matched,
						used: request.use?.(hit.term) ?? 0,
						weight: record.weight,
					}));
				});
		// A slip is only guessed at where nothing begins as what is really written; a part inside may be what is left of it (新制|生产力).
		const found = find(false);
		const begun = found.some(f => f.offer.how !== 'inner');
		const recorded = begun ? [] : this.misspelt(tail, before.length, traditional);
		const slips = begun || recorded.length > 0 ? recorded : find(true);
		const items = ranked(before, slips.length > 0 ? slips : found, limit);
		const [first] = items;
		if (!first || recorded.length > 0) return { items };
		const length =
			written && slips.length === 0
				? written.end - written.start
				: this.mayStand(first, before)
					? before.length - first.replace.start
					: 0;
		return length > 0 ? { items, written: { start: before.length - length, end: before.length } } : { items };
	}

	/** Terms whose recorded wrong form ends the text; no guess, so Enter may take them. */
	private misspelt(tail: string, end: number, traditional: boolean): Ranked[] {
		const text = fold(tail);
		for (let start = 0; start < text.length - 1; start++) {
			const number = this.wrong.get(text.slice(start));
			const record = number === undefined ? undefined : this.records[number];
			if (!record) continue;
			const typed = tail.slice(start);
			const place = { typed, start: end - typed.length, end, after: '', traditional, complete: false };
			return [
				offerOf(record, traditional && record.traditional ? record.traditional : record.text, 'fuzzy', place, typed),
			].flatMap(offer => (offer ? { offer, matched: typed.length, used: 0, weight: record.weight } : []));
		}
		return [];
	}

	/** Whether what is written may well be meant as it is: a part of a longer word, a guess at a slip, an English word, or one that seldom goes on so. */
	private mayStand(first: Offer, before: string): boolean {
		const typed = fold(before.slice(first.replace.start));
		switch (first.how) {
			case 'inner':
			case 'fuzzy':
				return true;
			// One English word, as in a heading; with the next one it is the name of the term.
			case 'english':
				return !typed.trim().includes(' ');
			case 'prefix': {
				if (isLatin(typed.charCodeAt(0)) || typed.length > tellsItself) return false;
				const next = fold(first.insertText).charAt(typed.length);
				return next !== '{' && this.habit().share(typed, next) < seldom;
			}
			default:
				return false;
		}
	}

	private habit(): Habit {
		return (this.known ??= new Habit(this.corpus));
	}

	/** Whether the cursor stands within a term that is complete: with what follows it (one character may be chance), nothing is missing. */
	private standsAround(tail: string, after: string): boolean {
		const next = after.slice(0, reach);
		return next !== '' && this.automaton.covering(tail + next, tail.length - 1).some(m => m.end >= tail.length + 2);
	}

	/** The longest form of a term that ends where the text ends. */
	private writtenAt(tail: string): { start: number; end: number; record: number } | undefined {
		const found = this.automaton.covering(tail, tail.length - 1).find(m => m.end === tail.length);
		return found && { start: found.start, end: found.end, record: this.owner[found.pattern] ?? -1 };
	}

	/** Whether a hit is worth a list; `complete`: length of the term that already stands complete before the cursor. */
	private fits(record: TermRecord, how: Offer['how'], typed: string, complete: number | undefined): boolean {
		const least = shortest[record.kind];
		const latin = isLatin(typed.charCodeAt(0));
		if (complete !== undefined) {
			// Only a longer term: one that begins with what stands there or, of a short and general term (生产力), one that holds it. A phrase
			// that goes on from a complete term waits for its next character, or every second sentence would open a list.
			if (how === 'fuzzy') return complete < least.prefix + 2 && typed.length > complete && typed.length >= least.fuzzy;
			if (how === 'prefix') return typed.length >= complete && record.kind === 'term';
			return how === 'inner' && record.kind === 'term' && typed.length === complete && complete === shortest.term.inner;
		}
		switch (how) {
			case 'prefix':
				return (
					typed.length >= (latin ? shortestLatin : least.prefix) ||
					(latin && typed.length === 2 && /^[A-Z0-9]+$/.test(typed))
				);
			// Of a frame only the beginning: the rest of it would be written around what stands there.
			case 'inner':
				return typed.length >= least.inner && !hasSlots(record.label ?? record.text);
			case 'fuzzy':
				return typed.length >= least.fuzzy && !particles.has(typed[typed.length - 1] ?? '');
			case 'english':
				return typed.length >= shortestLatin && !functionWords.has(fold(typed).trim());
			default:
				return typed.length >= shortestLatin;
		}
	}

	private offers(record: TermRecord, hit: { how: Offer['how']; form: number }, at: Place): Offer[] {
		const own = at.traditional && record.traditional ? record.traditional : record.text;
		const alias =
			record.kind === 'term' && hit.form > 0 && hit.how !== 'english' ? record.aliases[hit.form - 1] : undefined;
		// Who begins to write an alias in Chinese may mean it, or the term; an abbreviation in letters stands for the term.
		const typed = fold(at.typed);
		// An alias that stands there is as good as the term, unless the term goes on from it (碳普惠|机制).
		if (alias !== undefined && !isLatin(alias.charCodeAt(0)) && fold(alias) === typed)
			return fold(own).startsWith(typed)
				? [own].flatMap(form => offerOf(record, form, hit.how, at, undefined) ?? [])
				: [];
		// With what follows the cursor another of its forms stands there already (of which one character may be chance).
		const line = typed + fold(at.after);
		if (
			record.aliases
				.concat(own)
				.map(form => fold(form))
				.some(form => form.length >= typed.length + 2 && line.startsWith(form))
		)
			return [];
		const forms = alias === undefined || isLatin(alias.charCodeAt(0)) ? [own] : at.complete ? [alias] : [alias, own];
		return forms.flatMap(form => offerOf(record, form, hit.how, at, form === alias ? undefined : alias) ?? []);
	}
}

/** Where what is offered would go. */
interface Place {
	readonly typed: string;
	readonly start: number;
	readonly end: number;
	readonly after: string;
	readonly traditional: boolean;
	/** Whether a term stands complete before the cursor, which only what continues it may follow. */
	readonly complete: boolean;
}

function offerOf(
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
	return {
		label: record.label ?? text,
		insertText: text,
		...(framed ? { snippet: toSnippet(text) } : {}),
		replace: { start: at.start, end: at.end + (framed ? 0 : overlap(rest, after)) },
		kind: record.kind,
		id: record.id,
		how,
		...(by === undefined ? {} : { by }),
	};
}

/** How many code units behind the cursor are the end of what is inserted (at least two, one may be chance: 新质|力量). */
function overlap(rest: string, after: string): number {
	for (let n = Math.min(rest.length - 1, after.length); n >= 2; n--) if (rest.endsWith(after.slice(0, n))) return n;
	return 0;
}

function isLatin(code: number): boolean {
	return (
		(code >= 0x30 && code <= 0x39) ||
		(code >= 0x41 && code <= 0x5a) ||
		(code >= 0x61 && code <= 0x7a) ||
		(code >= 0xff10 && code <= 0xff5a)
	);
}

/**
 * Whether letters that begin at `start` stand for something Chinese: pinyin directly after Chinese, a mark or nothing; English also
 * behind a space, but not within English prose.
 */
function opensWord(text: string, start: number, how: Offer['how']): boolean {
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
function isWritten(code: number): boolean {
	return (
		isLatin(code) ||
		(code >= 0x3400 && code <= 0x9fff) ||
		(code >= 0xf900 && code <= 0xfaff) ||
		code === 0x2b ||
		(code >= 0xdc00 && code <= 0xdfff)
	);
}

/** Whether Han in the text has a simplified form that it does not use. */
function isTraditional(text: string): boolean {
	const folded = fold(text);
	for (let i = 0; i < text.length; i++)
		if (text.charCodeAt(i) >= 0x3400 && text.charCodeAt(i) <= 0x9fff && text[i] !== folded[i]) return true;
	return false;
}
