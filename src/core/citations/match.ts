// Which rows fit the words of a query, a paragraph or a term, and how well.
// Knows nothing of filters, counts or of how an answer is shown.

import type { Corpus } from '../corpus/corpus';
import type { Cancelled } from '../search/passages';
import { rankFuzzy } from '../search/rank';
import { buildAutomaton, type TermAutomaton } from '../text/automaton';
import type { Highlight } from './highlight';
import { highlightExact, highlightShared, merged, sharedRuns } from './highlight';
import type { Row } from './rows';
import { keyOf, rowsOf, standing } from './rows';
import { keysOf, Names, type Word } from './words';

/** A row that fits, how well (from 1 to above 0), and where, asked for only when it is shown. */
export interface Match {
	readonly row: Row;
	readonly score: number;
	readonly highlights: () => readonly Highlight[];
}

/** Fewer exact hits than this, and what nearly fits is looked for too. */
const few = 10;
/** Shared wording shorter than this is chance. */
const leastShared = 4;
const none: readonly Highlight[] = [];

/** Matches over one corpus; everything it needs is built when first asked for. */
export class Matcher {
	private made: readonly Row[] | undefined;
	private names: Names | undefined;
	private spotting: { readonly automaton: TermAutomaton; readonly owner: readonly string[]; readonly forms: readonly string[] } | undefined;
	private places: ReadonlyMap<string, number> | undefined;

	constructor(private readonly corpus: Corpus) {}

	private get rows(): readonly Row[] {
		return this.made ??= rowsOf(this.corpus);
	}

	/** The rows that hold every word (in any field, in any order), exact ones first; all rows for a query without words. */
	async words(query: string, signal?: Cancelled): Promise<readonly Match[]> {
		const keys = keysOf(query);
		if (keys.length === 0) return query.trim() === '' ? this.rows.map(row => ({ row, score: 1, highlights: () => none })) : [];
		this.names ??= new Names(this.corpus, this.rows);
		const names = this.names;
		const words = keys.map(key => names.word(key));
		const exact: { row: Row; level: number }[] = [];
		this.rows.forEach((row, at) => {
			const level = Math.min(...words.map(word => levelOf(row, at, word)));
			if (level > 0) exact.push({ row, level });
		});
		// A word that stands in the row is shown itself, else the names it may have meant.
		const shown = (row: Row) => words.flatMap(word => (literalLevel(row, word.key) > 0 ? [word.key] : word.names));
		// Rows are in the order of their standing, and the sort is stable.
		const found: Match[] = exact.sort((a, b) => b.level - a.level || standing(a.row) - standing(b.row))
			.map(({ row, level }) => ({ row, score: (level * 5 + 5 - standing(row)) / 20, highlights: () => highlightExact(row, shown(row)) }));
		if (found.length >= few || signal?.aborted) return found;
		const known = new Set(exact.map(one => one.row));
		return [...found, ...this.near(keys.join(''), row => !known.has(row))];
	}

	/** Everything that names a term or in whose text it stands. */
	async term(termId: string): Promise<readonly Match[]> {
		const term = this.corpus.term(termId);
		if (!term) return [];
		const forms = [term.term, ...(term.aliases ?? [])].map(keyOf);
		const rows = new Set<Row>(this.corpus.citationsOfTerm(term.id).map(citation => this.rowOf(citation.id)).filter(row => row !== undefined));
		for (const row of this.rows) if (row.kind === 'source' && forms.some(form => row.keys.text.includes(form))) rows.add(row);
		return this.rows.filter(row => rows.has(row)).map(row => ({ row, score: (5 - standing(row)) / 5, highlights: () => highlightExact(row, forms) }));
	}

	/** What shares terms and wording with a paragraph, the rarer and longer the better. */
	async paragraph(text: string, signal?: Cancelled): Promise<readonly Match[]> {
		const weights = new Map<Row, number>();
		const add = (row: Row, weight: number) => weights.set(row, (weights.get(row) ?? 0) + weight);
		const forms: string[] = [];
		for (const [id, form] of this.termsIn(text)) {
			forms.push(form);
			const citations = this.corpus.citationsOfTerm(id);
			const weight = Math.log(1 + this.rows.length / (1 + citations.length));
			for (const citation of citations) {
				const row = this.rowOf(citation.id);
				if (row) add(row, weight);
			}
		}
		const key = keyOf(text);
		for (const row of this.rows) {
			if (signal?.aborted) return [];
			for (const run of sharedRuns(row.keys.text, key, leastShared)) add(row, (run.end - run.start) / leastShared);
		}
		const best = Math.max(...weights.values(), 1);
		return [...weights].sort((a, b) => b[1] - a[1] || standing(a[0]) - standing(b[0])).map(([row, weight]) => ({
			row, score: weight / best,
			highlights: () => merged([...highlightExact(row, forms, ['text']), ...highlightShared(row, key, leastShared)]),
		}));
	}

	/** What comes near a query that does not stand anywhere as it is. */
	private near(key: string, wanted: (row: Row) => boolean): Match[] {
		const candidates = this.rows.map((row, item) => ({ item, text: row.keys.text })).filter(one => wanted(this.rows[one.item]!));
		return rankFuzzy(key, candidates, { limit: few }).map(({ item, score }) => {
			const row = this.rows[item]!;
			return { row, score: score / 4, highlights: () => highlightShared(row, key, 2) };
		});
	}

	/** The terms that stand in a text, with the form that stands there, as it is compared. */
	private termsIn(text: string): Map<string, string> {
		if (!this.spotting) {
			const owner: string[] = [];
			const forms: string[] = [];
			for (const term of this.corpus.terms) {
				for (const form of [term.term, ...(term.aliases ?? [])]) {
					if (form.length < 2) continue;
					owner.push(term.id);
					forms.push(form);
				}
			}
			this.spotting = { automaton: buildAutomaton(forms), owner, forms };
		}
		const { automaton, owner, forms } = this.spotting;
		return new Map(automaton.all(text).map(found => [owner[found.pattern]!, keyOf(forms[found.pattern]!)]));
	}

	private rowOf(id: string): Row | undefined {
		this.places ??= new Map(this.rows.map((row, at) => [row.id, at]));
		return this.rows[this.places.get(id) ?? -1];
	}
}

/** How a row fits a word: 3 in its text or speaker, 2 in its title or occasion, 1 by a name it belongs to, 0 not at all. */
function levelOf(row: Row, at: number, word: Word): number {
	return literalLevel(row, word.key) || (word.rows.has(at) ? 1 : 0);
}

function literalLevel({ keys }: Row, key: string): number {
	if (keys.text.includes(key) || keys.speaker.includes(key)) return 3;
	return keys.title.includes(key) || keys.occasion.includes(key) ? 2 : 0;
}
