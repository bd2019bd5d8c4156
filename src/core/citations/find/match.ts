// Which records fit the words of a query, a paragraph or a term, and how well.

import type { Corpus } from '../../corpus/corpus';
import { PassageIndex } from '../../search/bigramSearch';
import { holdsNearly, mostWords } from '../../search/mostWords';
import type { Cancelled } from '../../search/passageSearch';
import { buildAutomaton, type TermAutomaton } from '../../text/automaton';
import type { Highlight } from './highlight';
import { highlightExact, highlightShared, merged, sharedRuns, startsOf } from './highlight';
import type { SearchRecord } from './searchRecords';
import { keyOf, searchFields, searchRecordsOf, standing } from './searchRecords';
import { keysOf, Names, type Word } from './queryWords';

/** A record that fits, how well (from 1 to above 0), and where, asked for only when it is shown. */
export interface Match {
	readonly record: SearchRecord;
	readonly score: number;
	/** Words it does not have, or that it only nearly has the words. */
	readonly missing?: readonly string[];
	readonly near?: true;
	readonly highlights: () => readonly Highlight[];
}

/** Fewer exact hits than this, and what nearly fits is looked for too. */
const few = 10;
/** Up to so many records each is looked at, and counts are exact; of more, candidates come from the index. */
const mostLooked = 3000;
/** So many hits of a large corpus are compared and counted. */
const mostCounted = 300;
/** Shared wording shorter than this is chance. */
const leastShared = 4;
/** So many citations of a term, and clauses of a paragraph, say what fits it. */
const mostOfTerm = 200;
const mostClauses = 24;
const none: readonly Highlight[] = [];

/** Finds the forms of terms in a text; each form with the id of its term. */
interface Spotting {
	readonly automaton: TermAutomaton;
	readonly forms: readonly { readonly term: string; readonly form: string }[];
}

/** Matches over one corpus; everything it needs is built when first asked for. */
export class Matcher {
	private recordList: readonly SearchRecord[] | undefined;
	private namesBuilt: Names | undefined;
	private indexBuilt: PassageIndex | undefined;
	private spotting: Spotting | undefined;
	private places: ReadonlyMap<string, number> | undefined;

	constructor(private readonly corpus: Corpus) {}

	/**
	 * The records that hold every word (in any field, in any order), exact ones first, then, where there are few, what
	 * nearly fits; all records for a query without words. `accept` is what the caller filters by: of a large corpus the
	 * records that pass are looked for as well as the first ones of all, so that a filter never hides what there is.
	 */
	async words(
		query: string,
		accept?: (record: SearchRecord) => boolean,
		signal?: Cancelled,
	): Promise<readonly Match[]> {
		const keys = keysOf(query);
		if (keys.length === 0)
			return query.trim() === '' ? this.records.map(record => ({ record, score: 1, highlights: () => none })) : [];
		const words = keys.map(key => this.names.word(key));
		const spaced = keys.join(' ');
		const exact: { record: SearchRecord; level: number }[] = [];
		for (const at of await this.holding(spaced, words, accept, signal)) {
			const record = this.recordAt(at);
			const level = Math.min(...words.map(word => levelOf(record, at, word)));
			if (level > 0) exact.push({ record, level });
		}
		// A word that stands in the record is shown itself, else the names it may have meant.
		const shown = (record: SearchRecord) =>
			words.flatMap(word => (literalLevel(record, word.key) > 0 ? [word.key] : word.names));
		// Records are in the order of their standing, and the sort is stable.
		const found: Match[] = exact
			.sort((a, b) => b.level - a.level || standing(a.record) - standing(b.record))
			.map(({ record, level }) => ({
				record,
				score: (level * 5 + 5 - standing(record)) / 20,
				highlights: () => highlightExact(record, shown(record)),
			}));
		if (found.length >= few) return found;
		if (found.length === 0) found.push(...(await this.withMost(words, shown, accept, signal)));
		const taken = new Set(found.map(one => one.record));
		const near = await this.index.search(spaced, {
			limit: few,
			filter: at => !taken.has(this.recordAt(at)) && (accept?.(this.recordAt(at)) ?? true),
			signal,
		});
		return [
			...found,
			...near.flatMap(({ passage, score }): Match[] => {
				const record = this.recordAt(passage);
				const text = searchFields.map(field => record.fields[field] ?? '').join('\n');
				if (!holdsNearly(text, keys)) return [];
				const highlights = () => highlightShared(record, keys.join(' '), 2);
				return [{ record, score: Math.min(1, score) / 5, near: true, highlights }];
			}),
		];
	}

	/** The records that have most of the words, where none has all: those of which the fewest are missing. */
	private async withMost(
		words: readonly Word[],
		shown: (record: SearchRecord) => readonly string[],
		accept?: (record: SearchRecord) => boolean,
		signal?: Cancelled,
	): Promise<readonly Match[]> {
		const wordOf = new Map(words.map(word => [word.key, word]));
		const found = new Map<SearchRecord, Match>();
		for (const choices of mostWords(words.map(word => word.key))) {
			const matches: Match[] = [];
			for (const { kept, missing } of choices) {
				const some = kept.flatMap(key => wordOf.get(key) ?? []);
				for (const at of await this.holding(kept.join(' '), some, accept, signal)) {
					const record = this.recordAt(at);
					const level = Math.min(...some.map(word => levelOf(record, at, word)));
					const score = ((level * 5 + 5 - standing(record)) / 20) * (kept.length / words.length);
					const highlights = () => highlightExact(record, shown(record));
					if (level > 0 && !found.has(record)) matches.push({ record, score, missing, highlights });
				}
			}
			for (const match of matches.sort((a, b) => b.score - a.score)) found.set(match.record, match);
			if (found.size >= few) break;
		}
		return [...found.values()].slice(0, mostCounted);
	}

	/** Everything that names a term or in whose text it stands. */
	async term(termId: string): Promise<readonly Match[]> {
		const term = this.corpus.term(termId);
		if (!term) return [];
		const forms = [term.term, ...(term.aliases ?? [])].map(keyOf);
		const found = new Set(this.corpus.citationsOfTerm(term.id).map(citation => this.place(citation.id)));
		this.records.forEach((record, at) => {
			if (record.kind === 'source' && forms.some(form => record.keys.text.includes(form))) found.add(at);
		});
		return [...found]
			.filter(at => at >= 0)
			.sort((a, b) => a - b)
			.map(at => this.recordAt(at))
			.map(record => ({ record, score: (5 - standing(record)) / 5, highlights: () => highlightExact(record, forms) }));
	}

	/** What shares terms and wording with a paragraph, the rarer and longer the better. */
	async paragraph(text: string, signal?: Cancelled): Promise<readonly Match[]> {
		const weights = new Map<number, number>();
		const add = (at: number, weight: number) => weights.set(at, (weights.get(at) ?? 0) + weight);
		const forms: string[] = [];
		for (const [id, form] of this.termsIn(text)) {
			forms.push(form);
			const citations = this.corpus.citationsOfTerm(id);
			const weight = Math.log(1 + this.records.length / (1 + citations.length));
			for (const citation of citations.slice(0, mostOfTerm)) add(this.place(citation.id), weight);
		}
		weights.delete(-1);
		const key = keyOf(text);
		const starts = startsOf(key, leastShared);
		for (const at of await this.sharing(text, weights, signal)) {
			for (const run of sharedRuns(this.recordAt(at).keys.text, key, leastShared, starts))
				add(at, (run.end - run.start) / leastShared);
		}
		const best = Math.max(...weights.values(), 1);
		return [...weights]
			.sort((a, b) => b[1] - a[1] || a[0] - b[0])
			.map(([at, weight]) => {
				const record = this.recordAt(at);
				return {
					record,
					score: weight / best,
					highlights: () =>
						merged([...highlightExact(record, forms, ['text']), ...highlightShared(record, key, leastShared)]),
				};
			});
	}

	private get records(): readonly SearchRecord[] {
		return (this.recordList ??= searchRecordsOf(this.corpus));
	}

	/** The record with this number, as the index and the names of the corpus give it. */
	private recordAt(at: number): SearchRecord {
		const record = this.records[at];
		if (!record) throw new RangeError(`no record ${at}`);
		return record;
	}

	private get names(): Names {
		return (this.namesBuilt ??= new Names(this.corpus, this.records));
	}

	private get index(): PassageIndex {
		return (this.indexBuilt ??= new PassageIndex(
			this.records.map(record => searchFields.map(field => record.fields[field] ?? '').join('\n')),
		));
	}

	/** Records that may hold every word, in order: all of them where they are few. */
	private async holding(
		spaced: string,
		words: readonly Word[],
		accept: ((record: SearchRecord) => boolean) | undefined,
		signal?: Cancelled,
	): Promise<Iterable<number>> {
		if (this.records.length <= mostLooked) return this.records.keys();
		const found = new Set<number>();
		// The index prefers short passages; words of officials must not be crowded out by them, nor what passes the
		// filter by what does not.
		const official = (at: number) => standing(this.recordAt(at)) === 0;
		const filters: (((at: number) => boolean) | undefined)[] = [official, undefined];
		if (accept) {
			const accepted = (at: number) => accept(this.recordAt(at));
			filters.push(at => official(at) && accepted(at), accepted);
		}
		for (const filter of filters) {
			for (const hit of await this.index.search(spaced, { limit: mostCounted, filter, signal }))
				if (hit.exact) found.add(hit.passage);
		}
		// A word meant by name stands in no field: the records of the name with the fewest are looked at.
		const named = words
			.map(word => word.records)
			.filter(records => records.size > 0)
			.sort((a, b) => a.size - b.size)[0];
		let looked = 0;
		for (const at of named ?? []) {
			if (looked++ === mostCounted) break;
			found.add(at);
		}
		return [...found].sort((a, b) => a - b);
	}

	/** Records that may share wording with a paragraph. */
	private async sharing(
		text: string,
		known: ReadonlyMap<number, number>,
		signal?: Cancelled,
	): Promise<Iterable<number>> {
		if (this.records.length <= mostLooked) return this.records.keys();
		const found = new Set(known.keys());
		const clauses = text
			.split(/[，。；：！？、,;:!?\s]+/)
			.filter(clause => clause.length >= leastShared)
			.slice(0, mostClauses);
		for (const clause of clauses)
			for (const hit of await this.index.search(clause, { limit: few, signal })) found.add(hit.passage);
		return found;
	}

	/** The terms that stand in a text, with the form that stands there, as it is compared. */
	private termsIn(text: string): Map<string, string> {
		if (!this.spotting) {
			const forms = this.corpus.terms.flatMap(term =>
				[term.term, ...(term.aliases ?? [])].filter(form => form.length >= 2).map(form => ({ term: term.id, form })),
			);
			this.spotting = {
				automaton: buildAutomaton(
					forms.map(({ form }) => form),
					this.corpus.stands,
				),
				forms,
			};
		}
		const { automaton, forms } = this.spotting;
		const found = automaton.all(text).flatMap(({ pattern }) => forms[pattern] ?? []);
		return new Map(found.map(({ term, form }) => [term, keyOf(form)]));
	}

	/** The place of a record among the records, -1 where it has none. */
	private place(id: string): number {
		this.places ??= new Map(this.records.map((record, at) => [record.id, at]));
		return this.places.get(id) ?? -1;
	}
}

/**
 * How a record fits a word: 3 in its text or speaker, 2 in its title or occasion, 1 by a name it belongs to, 0 not at
 * all.
 */
function levelOf(record: SearchRecord, at: number, word: Word): number {
	return literalLevel(record, word.key) || (word.records.has(at) ? 1 : 0);
}

function literalLevel({ keys }: SearchRecord, key: string): number {
	if (keys.text.includes(key) || keys.speaker.includes(key)) return 3;
	return keys.title.includes(key) || keys.occasion.includes(key) ? 2 : 0;
}
