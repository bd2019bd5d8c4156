// Which terms and formulations a person may mean who has just written this much.
import type { Corpus } from '../corpus/corpus';
import { hasSlots } from '../corpus/slots';
import { TermIndex } from '../search/termSearch';
import type { TermAutomaton } from '../text/automaton';
import { fold } from '../text/fold';
import { scriptOf, soleScriptOf, type Script } from '../text/script';
import type { Meant } from './meant';
import { ranked, type Offer, type OfferList, type Ranked } from './completionItems';
import { isLatin, isWritten, offerOf, offersOf, opensWord } from './place';
import { recordsOf, type TermRecord } from './records';

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
}

/**
 * Shortest stretches that may open a list. Two Han characters name a term; of a whole phrase, or in the middle of a
 * word, two are a word of their own.
 */
const shortest = { term: { prefix: 2, inner: 3, fuzzy: 5 }, formulation: { prefix: 3, inner: 4, fuzzy: 6 } } as const;
/** Letters of a Latin prefix, of initials, of pinyin: three; fewer are words that people type. */
const shortestLatin = 3;
/** English words that stand in many names and mean none of them. */
const functionWords = new Set('the and for from with into over among between through its not but that this'.split(' '));
/** Code units before the cursor that are looked at: longer than any term, and a bound on what a key costs. */
export const reach = 60;
/**
 * Particles and such: a term that differs from what is written only by one of them was not misspelt, the sentence went
 * on.
 */
const particles = new Set(
	'的了是在和与及或中上下等也都要将把被让使为以对从向到有不而并则即就还又更最很地得着过这那其之所',
);

/** A stretch of a text: UTF-16 code units, half-open. */
type Span = { readonly start: number; readonly end: number };
/** The text of a draft around the cursor. */
type Around = (() => string) | undefined;

/** The records of a corpus, keyed for completion and spotting. */
export class TermTable {
	readonly records: readonly TermRecord[];
	private readonly index: TermIndex;
	/** Recorded wrong forms, folded, and the record they are meant for. */
	private readonly wrong = new Map<string, number>();

	/** `automaton` finds the forms of terms. */
	constructor(
		corpus: Corpus,
		private readonly automaton: TermAutomaton,
		private readonly meant: Meant,
	) {
		corpus.terms.forEach(({ wrong = [] }, number) => {
			for (const form of wrong) this.wrong.set(fold(form), number);
		});
		const { records, entries } = recordsOf(corpus);
		this.records = records;
		this.index = new TermIndex(entries);
	}

	/** Every character of a form, each once: after any of them something may be worth offering. */
	characters(): readonly string[] {
		const found = new Set<string>();
		for (const record of this.records)
			for (const c of record.text + record.simplified.text + (record.traditional.text ?? ''))
				if (c >= '\u3400') found.add(c);
		return [...found];
	}

	/**
	 * Terms and formulations for what stands before the cursor, all in one script; empty where nothing fits or nothing
	 * is missing. `around`
	 * is asked for the draft when what is typed does not tell its script.
	 */
	complete(request: CompletionRequest, around?: () => string): OfferList {
		const { before, limit = 20 } = request;
		const after = (request.after ?? '').slice(0, 2 * reach);
		const from = Math.max(0, before.length - reach);
		const tail = before.slice(from);
		const last = tail.charCodeAt(tail.length - 1);
		if (tail === '' || !isWritten(last)) return { items: [] };
		if (this.standsAround(tail, after)) return { items: [] };
		const written = this.writtenAt(tail);
		// A slip is only guessed at where nothing begins as what is really written; a part inside may be what is left
		// of it (新制|生产力).
		const found = this.found(request, tail, written, around, false);
		const begun = found.some(f => f.offer.how !== 'inner');
		const recorded = begun ? [] : this.misspelt(request.before.length, tail, around);
		const slips = begun || recorded.length > 0 ? recorded : this.found(request, tail, written, around, true);
		const items = ranked(before, slips.length > 0 ? slips : found, limit);
		const [first] = items;
		if (!first) return { items };
		const start = written && slips.length === 0 ? from + written.start : first.replace.start;
		return (written && slips.length === 0) || !this.meant.only(first, before)
			? { items, written: { start, end: before.length } }
			: { items };
	}

	/** What fits the end of a line, all of it in one script. */
	private found(
		request: CompletionRequest,
		tail: string,
		written: Span | undefined,
		around: Around,
		fuzzy: boolean,
	): Ranked[] {
		const { before, limit = 20 } = request;
		const hits = this.index
			.complete(tail, Math.max(4 * limit, 80), {
				minInner: shortest.term.inner,
				pinyin: request.pinyin !== false,
				fuzzy,
			})
			.filter(({ hit, matched }) => {
				const record = this.records[hit.term];
				const typed = tail.slice(tail.length - matched);
				return (
					record !== undefined &&
					fuzzy === (hit.how === 'fuzzy') &&
					this.fits(record, hit.how, typed, written && written.end - written.start) &&
					(!isLatin(typed.charCodeAt(0)) || opensWord(tail, tail.length - matched, hit.how))
				);
			});
		if (hits.length === 0) return [];
		const longest = hits.reduce((most, { matched }) => Math.max(most, matched), 0);
		const script = scriptAt(tail, longest, around);
		return hits.flatMap(({ hit, matched }) => {
			const record = this.records[hit.term];
			if (!record) return [];
			const place = {
				typed: tail.slice(tail.length - matched),
				start: before.length - matched,
				end: before.length,
				after: (request.after ?? '').slice(0, 2 * reach),
				script,
				complete: written !== undefined,
			};
			return offersOf(record, hit, place).map(offer => ({
				offer,
				matched,
				used: request.use?.(hit.term) ?? 0,
				weight: record.weight,
			}));
		});
	}

	/** Terms whose recorded wrong form ends the text. */
	private misspelt(end: number, tail: string, around: Around): Ranked[] {
		const text = fold(tail);
		for (let start = 0; start < text.length - 1; start++) {
			const number = this.wrong.get(text.slice(start));
			const record = number === undefined ? undefined : this.records[number];
			if (!record) continue;
			const typed = tail.slice(start);
			const script = scriptAt(tail, typed.length, around);
			const form = record[script].text;
			const place = { typed, start: end - typed.length, end, after: '', script, complete: false };
			const offer = form === undefined ? undefined : offerOf(record, form, 'fuzzy', place, typed);
			return offer ? [{ offer, matched: typed.length, used: 0, weight: record.weight }] : [];
		}
		return [];
	}

	/**
	 * Whether the cursor stands within a term that is complete: with what follows it (one character may be chance),
	 * nothing is missing.
	 */
	private standsAround(tail: string, after: string): boolean {
		const next = after.slice(0, reach);
		return next !== '' && this.automaton.covering(tail + next, tail.length - 1).some(m => m.end >= tail.length + 2);
	}

	/** The longest form of a term that ends where the text ends. */
	private writtenAt(tail: string): Span | undefined {
		return this.automaton.covering(tail, tail.length - 1).find(m => m.end === tail.length);
	}

	/** Whether a hit is worth a list; `complete`: length of the term that already stands complete before the cursor. */
	private fits(record: TermRecord, how: Offer['how'], typed: string, complete: number | undefined): boolean {
		const least = shortest[record.kind];
		const latin = isLatin(typed.charCodeAt(0));
		if (complete !== undefined) {
			// Only a longer term: one that begins with what stands there or, of a short and general term (生产力), one
			// that holds it. A phrase
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
				return typed.length >= least.inner && !hasSlots(record.simplified.label ?? record.text);
			case 'fuzzy':
				return typed.length >= least.fuzzy && !particles.has(typed[typed.length - 1] ?? '');
			case 'english':
				return typed.length >= shortestLatin && !functionWords.has(fold(typed).trim());
			default:
				return typed.length >= shortestLatin;
		}
	}
}

/**
 * The script of a list: that of what is typed, where the line has nothing of the other (a character that slipped in
 * tells nothing); else the
 * draft's; else the line's; where nothing tells, simplified.
 */
function scriptAt(tail: string, typed: number, around: Around): Script {
	const own = scriptOf(tail.slice(tail.length - typed));
	const told = own === soleScriptOf(tail) ? own : undefined;
	return told ?? scriptOf(around?.() ?? '') ?? scriptOf(tail) ?? 'simplified';
}
