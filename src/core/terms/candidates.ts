// What recurs in the full texts of a corpus and is no term of it yet: proposals, the likeliest first, for a person to
// judge.
import type { Corpus } from '../corpus/corpus';
import { compareDates } from '../corpus/dates';
import type { PartialDate } from '../corpus/records';
import { hasSlots } from '../corpus/slots';
import { buildAutomaton, type TermAutomaton, type TermMatch } from '../text/automaton';
import { fold } from '../text/fold';
import { excerptOf, type Excerpt } from './excerpt';
import { isFragment } from './fragments';
import { recurring, type Gram } from './collocations';
import { fullTexts, type DateOf, type Writing } from './datedTexts';

/** A stretch of words that may be a term. */
export interface Candidate {
	/** As it is written most often. */
	readonly text: string;
	readonly uses: number;
	readonly documents: number;
	/** The earliest dated text that has it, in this corpus; without a date where none of them has one. */
	readonly first: {
		readonly source: string;
		readonly title: string;
		readonly date?: PartialDate;
		readonly of?: DateOf;
		readonly paragraph?: number;
		readonly example: Excerpt;
	};
	/** What it is ranked by; comparable within one answer only. */
	readonly score: number;
}

export interface Candidates {
	readonly candidates: readonly Candidate[];
	/** How many full texts were read; where there are none there is nothing to find. */
	readonly texts: number;
	/** Not everything was read: there is too much of it. */
	readonly partial: boolean;
}

export interface CandidateOptions {
	/** Default 100. */
	readonly limit?: number;
	/** In how many documents it must stand at least; default 2, of more than thirty documents 3. */
	readonly documents?: number;
	/** What was proposed before and refused, in either script. */
	readonly refused?: readonly string[];
}

/** Lengths in characters: two are mostly words everybody knows, more than ten a sentence. */
const [shortest, longest] = [3, 10];
/** A stretch that is mostly part of the same longer one is not offered for itself. */
const part = 0.5;
/** One before or after which the same character stands this often is a cut, whatever the longer one is. */
const always = 0.8;
/** So many are judged by what contains them. */
const judged = 5000;

/**
 * The candidates of a corpus, in steps of some milliseconds. Asks for the full texts only; what a pack cites is curated
 * already.
 */
export function* candidatesOf(corpus: Corpus, options: CandidateOptions = {}): Generator<void, Candidates, void> {
	const texts = [...fullTexts(corpus)];
	const size = texts.reduce(
		(sum, text) => sum + text.passages.reduce((length, passage) => length + passage.text.length, 0),
		0,
	);
	const documents = Math.max(options.documents ?? (texts.length > 30 ? 3 : 2), 1);
	const { grams, partial } = yield* recurring(
		texts.map(text => text.passages.map(passage => passage.text)),
		{
			shortest,
			longest,
			documents,
			wanted: (text, bond) => !isFragment(text, bond),
			// In little text nothing can be much likelier than by chance.
			cohesion: Math.min(3, Math.log2(size + 1) / 2 - 1),
			uses: Math.max(3, documents, Math.round(size / 200_000)),
		},
	);
	const known = new Set([...knownForms(corpus), ...(options.refused ?? [])].map(fold));
	const free = grams
		.filter(gram => standsFree(gram) && !known.has(gram.text))
		.sort((a, b) => scoreOf(b) - scoreOf(a) || (a.text < b.text ? -1 : 1));
	yield;
	const own = yield* partsOfKnown(free.slice(0, judged), corpus, texts);
	const kept = independent(free.filter(gram => !own.has(gram.text)).slice(0, judged)).slice(0, options.limit ?? 100);
	return { candidates: yield* placed(kept, texts, corpus), texts: texts.length, partial };
}

function knownForms(corpus: Corpus): string[] {
	return [
		...corpus.terms.flatMap(term => [
			term.term,
			...(term.aliases ?? []),
			...(term.wrong ?? []),
			...(term.supersedes ?? []),
		]),
		...corpus.formulations.flatMap(formulation => (hasSlots(formulation.text) ? [] : [formulation.text])),
	];
}

/**
 * Whether it may stand between many neighbours: a piece of one longer stretch has always the same. Three characters are
 * the likeliest to be a cut.
 */
function standsFree({ text, uses, freedom, tied }: Gram): boolean {
	const least = text.length === 3 ? 2.5 : 1.5;
	return tied <= always && freedom >= Math.min(least, Math.log2(uses) * 0.6);
}

function scoreOf({ uses, documents, freedom, cohesion }: Gram): number {
	return Math.sqrt(uses) * Math.log2(1 + documents) * freedom * Math.min(cohesion, 10);
}

/** Those that are mostly used within a known form that holds them (生产力 within 新质生产力). */
function* partsOfKnown(
	grams: readonly Gram[],
	corpus: Corpus,
	texts: readonly Writing[],
): Generator<void, ReadonlySet<string>, void> {
	const forms = knownForms(corpus)
		.map(fold)
		.filter(form => form.length > shortest);
	const usesOf = new Map(grams.map(gram => [gram.text, gram.uses]));
	const holding = forms
		.map(form => ({ form, inner: substrings(form).filter(text => usesOf.has(text)) }))
		.filter(({ inner }) => inner.length > 0);
	if (holding.length === 0) return new Set();
	const inside = new Map<string, number>();
	for (const { matches } of everywhere(texts, buildAutomaton(holding.map(({ form }) => form)))) {
		for (const { pattern } of matches)
			for (const text of holding[pattern]?.inner ?? []) inside.set(text, (inside.get(text) ?? 0) + 1);
		yield;
	}
	return new Set([...inside.keys()].filter(text => (inside.get(text) ?? 0) > (usesOf.get(text) ?? 0) * part));
}

/** Without those that mostly stand within another one of them. */
function independent(grams: readonly Gram[]): Gram[] {
	const byText = new Map(grams.map(gram => [gram.text, gram]));
	const dropped = new Set<string>();
	for (const gram of grams) {
		for (const text of substrings(gram.text)) {
			const inner = byText.get(text);
			if (inner && gram.uses > inner.uses * part) dropped.add(text);
		}
	}
	return grams.filter(gram => !dropped.has(gram.text));
}

/** The shorter stretches of a text that could be candidates. */
function substrings(text: string): string[] {
	const all: string[] = [];
	for (let length = shortest; length <= Math.min(longest, text.length - 1); length++)
		for (let at = 0; at + length <= text.length; at++) all.push(text.slice(at, at + length));
	return all;
}

/** What is seen of a candidate while the texts are read. */
class Sightings {
	/** How often it is written in which way. */
	private readonly forms = new Map<string, number>();
	private readonly sources = new Set<string>();
	private first: Candidate['first'] | undefined;

	constructor(private readonly gram: Gram) {}

	add({ text, paragraph, writing }: Paragraph, start: number, end: number): void {
		const written = text.slice(start, end);
		this.forms.set(written, (this.forms.get(written) ?? 0) + 1);
		this.sources.add(writing.source.id);
		const { first } = this;
		if (first && (first.source === writing.source.id || !isEarlier(writing.date, first.date))) return;
		this.first = {
			source: writing.source.id,
			title: writing.source.title,
			example: excerptOf(text, start, end),
			paragraph,
			...(writing.date === undefined ? {} : { date: writing.date }),
			...(writing.of === undefined ? {} : { of: writing.of }),
		};
	}

	/** The candidate as it is written most often; nothing where it was not seen. */
	get candidate(): Candidate | undefined {
		if (!this.first) return undefined;
		const written = [...this.forms].sort((a, b) => b[1] - a[1]);
		return {
			text: written[0]?.[0] ?? this.gram.text,
			uses: written.reduce((sum, [, count]) => sum + count, 0),
			documents: this.sources.size,
			first: this.first,
			score: scoreOf(this.gram),
		};
	}
}

/** The candidates with where they stand first and how they are written. */
function* placed(
	grams: readonly Gram[],
	texts: readonly Writing[],
	corpus: Corpus,
): Generator<void, readonly Candidate[], void> {
	const seen = grams.map(gram => new Sightings(gram));
	for (const found of everywhere(
		texts,
		buildAutomaton(
			grams.map(gram => gram.text),
			corpus.stands,
		),
	)) {
		for (const { start, end, pattern } of found.matches) seen[pattern]?.add(found, start, end);
		yield;
	}
	return seen.flatMap(one => one.candidate ?? []);
}

function isEarlier(a: PartialDate | undefined, b: PartialDate | undefined): boolean {
	return a !== undefined && (b === undefined || compareDates(a, b) < 0);
}

/** A paragraph of a full text. */
interface Paragraph {
	readonly text: string;
	readonly paragraph: number;
	readonly writing: Writing;
}

/** Every paragraph with what an automaton finds in it, nested matches too. */
function* everywhere(
	texts: readonly Writing[],
	automaton: TermAutomaton,
): Generator<Paragraph & { readonly matches: readonly TermMatch[] }> {
	for (const writing of texts) {
		for (const { text, paragraph = 1 } of writing.passages)
			yield { writing, text, paragraph, matches: automaton.all(text) };
	}
}
