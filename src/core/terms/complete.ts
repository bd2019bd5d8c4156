// Which terms and formulations a person may mean who has just written this much.
import type { Corpus } from '../corpus/corpus';
import { hasSlots } from '../corpus/slots';
import type { Completion } from '../search/termHits';
import { TermIndex } from '../search/termSearch';
import type { TermAutomaton } from '../text/automaton';
import { Confusables } from '../text/confusables';
import { fold } from '../text/fold';
import { cursorOf, reach, scriptAt, type Cursor } from './cursor';
import type { ContinuationModel } from './continuations/model';
import { likelihoodOf, worthShowing } from './continuations/worthShowing';
import type { Meant } from './meant';
import { FramesUnderWay } from './frames';
import { ranked, type Offer, type OfferList, type Ranked } from './completionItems';
import { isLatin, isWritten, offerOf, offersOf, opensWord, otherForms } from './place';
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
const shortest = {
	term: { prefix: 2, inner: 3, fuzzy: 5, confused: 3 },
	formulation: { prefix: 3, inner: 4, fuzzy: 6, confused: 6 },
} as const;
/** Letters of a Latin prefix, of initials, of pinyin: three; fewer are words that people type. */
const shortestLatin = 3;
/** English words that stand in many names and mean none of them. */
const functionWords = new Set('the and for from with into over among between through its not but that this'.split(' '));
/**
 * Particles and such: a term that differs from what is written only by one of them was not misspelt, the sentence went
 * on.
 */
const particles = new Set(
	'的了是在和与及或中上下等也都要将把被让使为以对从向到有不而并则即就还又更最很地得着过这那其之所',
);

/** A stretch of a text: UTF-16 code units, half-open. */
type Span = { readonly start: number; readonly end: number };

/** The records of a corpus, keyed for completion and spotting. */
export class TermTable {
	readonly records: readonly TermRecord[];
	private readonly index: TermIndex;
	private readonly frames: FramesUnderWay;
	/** Recorded wrong forms, folded, and the record they are meant for. */
	private readonly wrong = new Map<string, number>();

	/** `automaton` finds the forms of terms. */
	constructor(
		corpus: Corpus,
		private readonly automaton: TermAutomaton,
		private readonly meant: Meant,
		private readonly model: ContinuationModel,
	) {
		corpus.terms.forEach(({ wrong = [] }, number) => {
			for (const form of wrong) this.wrong.set(fold(form), number);
		});
		const { records, entries } = recordsOf(corpus);
		this.records = records;
		this.frames = new FramesUnderWay(records, pair => corpus.isWord(pair, true));
		const confusables = new Confusables(corpus.syllables);
		this.index = new TermIndex(entries, {
			isAlike: (a, b) => confusables.is(a, b),
			isWord: (pair, common) => corpus.isWord(pair, common),
			isParticle: one => particles.has(one),
		});
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
	 * is missing. `around` is asked for the draft when what is typed does not tell its script.
	 */
	complete(request: CompletionRequest, around?: () => string): OfferList {
		const { before, limit = 20 } = request;
		const cursor = cursorOf(request, around);
		if (cursor.tail === '' || !isWritten(cursor.tail.charCodeAt(cursor.tail.length - 1))) return { items: [] };
		if (this.standsAround(cursor)) return { items: [] };
		const written = this.writtenAt(cursor.tail);
		const underWay = this.frames.at(before, this.model, typed => scriptAt(cursor, typed));
		const found = [...this.found(cursor, request, written, 'exact'), ...underWay];
		const slips = this.slips(cursor, request, written, found);
		const worth = worthShowing(found);
		const items = [...ranked(before, slips, limit), ...ranked(before, besides(worth, slips), limit)].slice(0, limit);
		const [first] = items;
		if (!first) return { items };
		const whole = slips.length === 0 && !isSpelt(first.how) ? written : undefined;
		if (!whole && this.meant.only(first, before)) return { items };
		const start = whole ? before.length - cursor.tail.length + whole.start : first.replace.start;
		return { items, written: { start, end: before.length } };
	}

	/**
	 * What may be meant where something is misspelt: a wrong form on record, or a character taken for another, where that
	 * takes up more than what fits as it is; any other slip only where nothing begins as what is really written (a part
	 * inside may be what is left of it: 新制|生产力).
	 */
	private slips(
		cursor: Cursor,
		request: CompletionRequest,
		written: Span | undefined,
		found: readonly Ranked[],
	): Ranked[] {
		const exact = found.reduce((length, { matched }) => Math.max(length, matched), 0);
		return firstOf(
			() => this.recordedWrong(cursor).filter(({ matched }) => matched > exact),
			() => this.found(cursor, request, written, 'confused', exact),
			() => (found.some(f => f.offer.how !== 'inner') ? [] : this.found(cursor, request, written, 'fuzzy')),
		);
	}

	/** What the index has for the end of a line; `exact`: how much of it fits as it is. */
	private hits(tail: string, { limit = 20, pinyin }: CompletionRequest, fit: Fit, exact: number): Completion[] {
		const hitLimit = Math.max(4 * limit, 80);
		if (fit === 'confused') return this.index.completeConfused(tail, hitLimit, exact);
		const fuzzy = fit === 'fuzzy';
		return this.index
			.complete(tail, hitLimit, { minInner: shortest.term.inner, pinyin: pinyin !== false, fuzzy })
			.filter(({ hit }) => fuzzy === (hit.how === 'fuzzy'));
	}

	/** What fits the end of a line, all of it in one script. */
	private found(cursor: Cursor, request: CompletionRequest, written: Span | undefined, fit: Fit, exact = 0): Ranked[] {
		const { tail } = cursor;
		const { use } = request;
		const hits = this.hits(tail, request, fit, exact).flatMap(({ hit, matched }) => {
			const record = this.records[hit.term];
			const typed = tail.slice(tail.length - matched);
			const how = fit === 'confused' ? fit : hit.how;
			if (!record || !fits(record, how, typed, written && written.end - written.start)) return [];
			const isLetters = isLatin(typed.charCodeAt(0));
			if (isLetters && !opensWord(tail, tail.length - matched, hit.how)) return [];
			return [{ hit, matched, record, typed }];
		});
		if (hits.length === 0) return [];
		const longest = hits.reduce((length, { matched }) => Math.max(length, matched), 0);
		const script = scriptAt(cursor, longest);
		return hits.flatMap(({ hit, matched, record, typed }) => {
			const place = {
				typed,
				start: cursor.offset - matched,
				end: cursor.offset,
				after: cursor.after,
				script,
				complete: written !== undefined,
			};
			const used = use?.(hit.term) ?? 0;
			const offers = offersOf(record, hit, place);
			// Behind those of other terms that are as likely.
			const others = otherForms(record, hit.how, place, offers);
			return [
				...offers.map(offer => ({ offer, matched, used, weight: record.weight })),
				...others.map(offer => ({ offer, matched, used: 0, weight: 0 })),
			].map(one => ({ ...one, likelihood: likelihoodOf(one.offer, this.model, tail, typed) }));
		});
	}

	/** Terms whose recorded wrong form ends the text. */
	private recordedWrong(cursor: Cursor): Ranked[] {
		const { tail, offset: end } = cursor;
		const text = fold(tail);
		for (let start = 0; start < text.length - 1; start++) {
			const number = this.wrong.get(text.slice(start));
			const record = number === undefined ? undefined : this.records[number];
			if (!record) continue;
			const typed = tail.slice(start);
			const script = scriptAt(cursor, typed.length);
			const form = record[script].text;
			const place = { typed, start: end - typed.length, end, after: '', script, complete: false };
			const offer = form === undefined ? undefined : offerOf(record, form, 'fuzzy', place, typed);
			return offer ? [{ offer, matched: typed.length, used: 0, weight: record.weight, likelihood: undefined }] : [];
		}
		return [];
	}

	/**
	 * Whether the cursor stands within a term that is complete: with what follows it (one character may be chance),
	 * nothing is missing.
	 */
	private standsAround({ tail, after }: Cursor): boolean {
		const next = after.slice(0, reach);
		return next !== '' && this.automaton.covering(tail + next, tail.length - 1).some(m => m.end >= tail.length + 2);
	}

	/** The longest form of a term that ends where the text ends. */
	private writtenAt(tail: string): Span | undefined {
		return this.automaton.covering(tail, tail.length - 1).find(m => m.end === tail.length);
	}
}

/** How a stretch may fit: as it is, but for one character taken for another, but for any slip. */
type Fit = 'exact' | 'confused' | 'fuzzy';

/** What fits as it is, without the records that are offered for a slip. */
function besides(found: readonly Ranked[], slips: readonly Ranked[]): readonly Ranked[] {
	if (slips.length === 0) return found;
	const ids = new Set(slips.map(({ offer }) => offer.id));
	return found.filter(({ offer }) => !ids.has(offer.id));
}

/** The first answer that is not empty; the others are not asked for. */
function firstOf<T>(...answers: readonly (() => T[])[]): T[] {
	for (const answer of answers) {
		const found = answer();
		if (found.length > 0) return found;
	}
	return [];
}

/** Whether a hit is worth a list; `complete`: length of the term that already stands complete before the cursor. */
function fits(
	record: TermRecord,
	how: Offer['how'] | 'confused',
	typed: string,
	complete: number | undefined,
): boolean {
	if (complete !== undefined) return goesOn(record, how, typed, complete);
	const least = shortest[record.kind];
	switch (how) {
		case 'prefix':
			return begins(typed, least.prefix);
		// Of a frame only the beginning: the rest of it would be written around what stands there.
		case 'inner':
			return typed.length >= least.inner && !hasSlots(record.simplified.label ?? record.text);
		case 'fuzzy':
			return typed.length >= least.fuzzy && !particles.has(typed.charAt(typed.length - 1));
		case 'confused':
			return typed.length >= least.confused;
		case 'english':
			return typed.length >= shortestLatin && !functionWords.has(fold(typed).trim());
		default:
			return typed.length >= shortestLatin;
	}
}

/** Whether letters are taken for Chinese. */
function isSpelt(how: Offer['how'] | 'confused'): boolean {
	return how === 'pinyin' || how === 'initials';
}

/** Whether what is typed is enough of a beginning; of letters two are, where they are an abbreviation (AI, 5G). */
function begins(typed: string, least: number): boolean {
	if (!isLatin(typed.charCodeAt(0))) return typed.length >= least;
	return typed.length >= shortestLatin || (typed.length === 2 && /^[A-Z0-9]+$/.test(typed));
}

/**
 * Whether a term goes on from one that stands complete before the cursor, of so many characters: one that begins with
 * what stands there or, of a short and general term (生产力), one that holds it. A phrase that goes on waits for its
 * next character, or every second sentence would open a list.
 */
function goesOn({ kind }: TermRecord, how: Offer['how'] | 'confused', typed: string, complete: number): boolean {
	const least = shortest[kind];
	if (how === 'confused') return typed.length > Math.max(complete, least.confused);
	if (how === 'fuzzy') return complete < least.prefix + 2 && typed.length > complete && typed.length >= least.fuzzy;
	// Pinyin is not left standing, whatever it goes on with: xinzhi生产力.
	if (isSpelt(how)) return typed.length > complete;
	if (kind !== 'term') return false;
	if (how === 'prefix') return typed.length >= complete;
	return how === 'inner' && typed.length === complete && complete === shortest.term.inner;
}
