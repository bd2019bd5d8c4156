// The words of a query, and the names of the corpus they may stand for: by pinyin, or by another form of a term.

import type { Corpus } from '../../corpus/corpus';
import { fold } from '../../text/fold';
import type { SearchRecord } from './searchRecords';
import { keyOf } from './searchRecords';

/** One word of a query, as it is compared, with what it finds by name. */
export interface Word {
	readonly key: string;
	/** Records, by index, that a name meant by the word belongs to. */
	readonly records: ReadonlySet<number>;
	/** The names meant, as they are compared. */
	readonly names: readonly string[];
}

/** The words between the spaces of a query as they are compared; what is punctuation only falls out. */
export function keysOf(query: string): string[] {
	return fold(query)
		.split(/\s+/)
		.map(keyOf)
		.filter(key => key !== '');
}

/** A name of the corpus: a term in one of its forms, a speaker, a title, an occasion. */
interface Name {
	readonly key: string;
	readonly full: readonly string[];
	readonly initials: readonly string[];
	/** The records it leads to when typed as pinyin, */
	readonly records: () => readonly number[];
	/**
	 * and when a word of the query is part of it: records in whose fields the word itself need not stand. Only terms have
	 * such.
	 */
	readonly named?: () => readonly number[];
}

/** Letters typed for Chinese words: fewer would fit too much. */
const leastLetters = 3;

/** The names of a corpus and the records they lead to; built when first asked. */
export class Names {
	private list: readonly Name[] | undefined;

	constructor(
		private readonly corpus: Corpus,
		private readonly records: readonly SearchRecord[],
	) {}

	/** A word with the names it may stand for. */
	word(key: string): Word {
		const found = new Set<number>();
		const names: string[] = [];
		const letters = key.length >= leastLetters && /^[a-z]+$/.test(key);
		for (const name of (this.list ??= this.build())) {
			const records = letters && isTyped(name, key) ? name.records : recordsOfPart(name, key);
			if (!records) continue;
			names.push(name.key);
			for (const record of records()) found.add(record);
		}
		return { key, records: found, names };
	}

	private build(): Name[] {
		const names: Name[] = [];
		const add = (text: string, records: Name['records'], named?: Name['named']) => {
			const keys = this.corpus.pinyin(text);
			names.push({ key: keyOf(text), full: keys?.full ?? [], initials: keys?.initials ?? [], records, named });
		};
		const places = new Map(this.records.map((record, at) => [record.id, at]));
		const listing = this.listing();
		for (const term of this.corpus.terms) {
			const own = keyOf(term.term);
			const listed = () => listing.get(term.id) ?? [];
			const all = () => this.corpus.citationsOfTerm(term.id).flatMap(citation => places.get(citation.id) ?? []);
			for (const form of new Set([term.term, ...(term.aliases ?? []), ...(term.english ? [term.english] : [])])) {
				// Where the form is part of the term itself, the texts hold the word as it was typed.
				add(form, all, own.includes(keyOf(form)) ? listed : all);
			}
		}
		for (const [text, records] of this.shared()) add(text, () => records);
		return names;
	}

	/** The records that name each term in their record. */
	private listing(): Map<string, number[]> {
		const listing = new Map<string, number[]>();
		this.records.forEach((record, at) => {
			for (const id of record.terms) {
				const records = listing.get(id);
				if (records) records.push(at);
				else listing.set(id, [at]);
			}
		});
		return listing;
	}

	/** Speakers, titles and occasions with the records that have them. */
	private shared(): Map<string, number[]> {
		const shared = new Map<string, number[]>();
		this.records.forEach((record, at) => {
			const own = record.kind === 'source' ? record.fields.text : record.fields.title;
			for (const text of new Set([record.fields.speaker, own, record.fields.occasion])) {
				if (!text) continue;
				const records = shared.get(text);
				if (records) records.push(at);
				else shared.set(text, [at]);
			}
		});
		return shared;
	}
}

/** What a word leads to that is part of a name. */
function recordsOfPart(name: Name, word: string): Name['named'] {
	return word.length > 1 && name.key.includes(word) ? name.named : undefined;
}

/** Whether letters may be typed for a name: from its start, or, where they are many enough to mean it, inside. */
function isTyped(name: Name, letters: string): boolean {
	return (
		name.initials.some(key => key.includes(letters)) ||
		name.full.some(key => key.startsWith(letters) || (letters.length > 4 && key.includes(letters)))
	);
}
