// The merged packs as the rest of the core asks them: records by id, and what belongs together.

import type { StandsAt } from '../text/automaton';
import { CommonWords } from '../text/words/commonWords';
import { fold } from '../text/fold';
import type { PinyinKeys } from '../text/pinyin';
import { compareDates } from './dates';
import { occurrences } from './occurrences';
import type {
	Citation,
	DocumentText,
	Formulation,
	Ignore,
	PackInfo,
	PartialDate,
	RecordKind,
	RecordOf,
	Source,
	Term,
} from './records';

/** A record with its kind. */
export type KindedRecord = {
	readonly [K in RecordKind]: { readonly kind: K; readonly record: RecordOf[K] };
}[RecordKind];

/** What mergePacks hands over. */
export interface CorpusParts {
	readonly packs: readonly PackInfo[];
	readonly sources: readonly Source[];
	readonly citations: readonly Citation[];
	readonly terms: readonly Term[];
	readonly formulations: readonly Formulation[];
	/** Full texts, at most one a source; default none. */
	readonly documents?: readonly DocumentText[];
	/** What no draft is to be told of; default nothing. */
	readonly ignores?: readonly Ignore[];
	/** See `CompiledPack.syllables`; default none. */
	readonly syllables?: string;
	/** See `CompiledPack.words`; default none. */
	readonly words?: string;
	/** See `CompiledPack.ngrams`; default none. */
	readonly ngrams?: string;
	/** Pinyin keys made at build or load, one table a pack. */
	readonly pinyin: readonly Readonly<Record<string, PinyinKeys>>[];
	/** Traditional forms by the id of a term or a formulation, and by alias; one table after the other. */
	readonly traditional: readonly Readonly<Record<string, string>>[];
	/** Index in `packs` of the pack each record of another than the first pack comes from. */
	readonly origin: ReadonlyMap<string, number>;
	/** Ids of records that only fill others → the records they fill. */
	readonly aliases: ReadonlyMap<string, string>;
}

/** The first dated citation that speaks of a term, and what the date is the date of. */
export interface FirstUse {
	readonly citation: Citation;
	readonly date: PartialDate;
	/**
	 * `said`: of the statement; `issued`: of the publication; `held`: only of the page the copy comes from (no later
	 * than).
	 */
	readonly of: 'said' | 'issued' | 'held';
}

export class Corpus {
	readonly packs: readonly PackInfo[];
	readonly sources: readonly Source[];
	readonly citations: readonly Citation[];
	readonly terms: readonly Term[];
	readonly formulations: readonly Formulation[];
	readonly documents: readonly DocumentText[];
	readonly ignores: readonly Ignore[];
	/** Sources of a group's library that was asked. */
	private elsewhere: Map<string, Source> | undefined;
	private words: CommonWords | undefined;
	private records: Map<string, KindedRecord> | undefined;
	private forms: Map<string, Term> | undefined;
	private bySource: Map<string, Citation[]> | undefined;
	private byCitation: Map<string, Formulation[]> | undefined;
	private byTerm:
		| { readonly citations: ReadonlyMap<string, readonly Citation[]>; readonly weights: ReadonlyMap<string, number> }
		| undefined;

	constructor(private readonly parts: CorpusParts) {
		this.packs = parts.packs;
		this.sources = parts.sources;
		this.citations = parts.citations;
		this.terms = parts.terms;
		this.formulations = parts.formulations;
		this.documents = parts.documents ?? [];
		this.ignores = parts.ignores ?? [];
	}

	/**
	 * The same without the words of documents, and without sources that only a document tells of; `unread`: ids of
	 * sources whose text is not loaded; `all`: damaged copies as if they were whole.
	 */
	withoutDocuments(unread: readonly string[] = [], all?: 'damaged too'): Corpus {
		const texts = new Set([...this.documents.map(one => one.source), ...unread]);
		const cited = new Set(this.citations.map(one => this.source(one.source)?.id ?? one.source));
		const sources = this.sources.filter(
			({ id }) => !texts.has(id) || cited.has(id) || (this.parts.origin.get(id) ?? 0) === 0,
		);
		const believed = ({ fidelity, ...source }: Source): Source =>
			fidelity === 'damaged' || fidelity === undefined ? source : { ...source, fidelity };
		return new Corpus({ ...this.parts, sources: all ? sources.map(believed) : sources, documents: [] });
	}

	/** Sounds of common characters, made at build: `shi是时 zhi之制`; empty where no pack has them. */
	get syllables(): string {
		return this.parts.syllables ?? '';
	}

	/** Whether a name stands by itself at a place of a text, not across words; see `CommonWords.stands`. */
	readonly stands: StandsAt = (text, start, end) => this.borders.stands(text, start, end);

	/** Common words, see `CompiledPack.words`; empty where no pack has them. */
	get commonWords(): string {
		return this.parts.words ?? '';
	}

	/** Whether two characters are a word, as far as is known; see `CommonWords.isWord`. */
	isWord(pair: string, common = false): boolean {
		return this.borders.isWord(pair, common);
	}

	private get borders(): CommonWords {
		return (this.words ??= new CommonWords(this.commonWords, text => this.termOfForm(text) !== undefined));
	}

	/** Continuation counts of official prose, made at build; empty where no pack has them. */
	get ngrams(): string {
		return this.parts.ngrams ?? '';
	}

	/** The record with an id, whatever its kind; the id of a record that fills another leads to that other. */
	record(id: string): KindedRecord | undefined {
		if (!this.records) {
			const all = new Map<string, KindedRecord>();
			for (const record of this.sources) all.set(record.id, { kind: 'source', record });
			for (const record of this.citations) all.set(record.id, { kind: 'citation', record });
			for (const record of this.terms) all.set(record.id, { kind: 'term', record });
			for (const record of this.formulations) all.set(record.id, { kind: 'formulation', record });
			this.records = all;
		}
		return this.records.get(id) ?? this.records.get(this.parts.aliases.get(id) ?? '');
	}

	/** The source with an id; of one that no pack has what it was made {@link know known} by. */
	source(id: string): Source | undefined {
		return this.recordOf('source', id) ?? this.elsewhere?.get(id);
	}

	/** Takes note of a source of a text that no pack has, so that findings can name it and cite it. */
	know(source: Source): void {
		if (!this.record(source.id)) (this.elsewhere ??= new Map()).set(source.id, source);
	}

	citation(id: string): Citation | undefined {
		return this.recordOf('citation', id);
	}

	term(id: string): Term | undefined {
		return this.recordOf('term', id);
	}

	formulation(id: string): Formulation | undefined {
		return this.recordOf('formulation', id);
	}

	private recordOf<K extends RecordKind>(kind: K, id: string): RecordOf[K] | undefined {
		const found = this.record(id);
		return found?.kind === kind ? (found.record as RecordOf[K]) : undefined;
	}

	/** The term written so: its own form or an alias, in either script and width; terms before aliases. */
	termOfForm(text: string): Term | undefined {
		if (!this.forms) {
			const forms = new Map<string, Term>();
			const add = (form: string, term: Term) => forms.has(fold(form)) || forms.set(fold(form), term);
			for (const term of this.terms) add(term.term, term);
			for (const term of this.terms) for (const alias of term.aliases ?? []) add(alias, term);
			this.forms = forms;
		}
		return this.forms.get(fold(text));
	}

	/** What the pack a record comes from says of itself. */
	packOf(id: string): PackInfo | undefined {
		const found = this.record(id);
		return found && this.packs[this.parts.origin.get(found.record.id) ?? 0];
	}

	/** Citations that name the term or in whose text it stands, in the order of the corpus. */
	citationsOfTerm(id: string): readonly Citation[] {
		return this.uses().citations.get(id) ?? [];
	}

	/** Citations of a source, by paragraph. */
	citationsOfSource(id: string): readonly Citation[] {
		if (!this.bySource) {
			this.bySource = grouped(this.citations, citation => [this.source(citation.source)?.id ?? citation.source]);
			for (const list of this.bySource.values())
				list.sort((a, b) => (a.paragraph ?? Infinity) - (b.paragraph ?? Infinity) || 0);
		}
		return this.bySource.get(id) ?? [];
	}

	/** Formulations that name a citation as a place where they occur. */
	formulationsOfCitation(id: string): readonly Formulation[] {
		this.byCitation ??= grouped(this.formulations, formulation => formulation.citations ?? []);
		return this.byCitation.get(id) ?? [];
	}

	/** In how many citations and formulations a term is used; what ranks terms that fit equally. */
	weight(termId: string): number {
		return this.uses().weights.get(termId) ?? 0;
	}

	/**
	 * The earliest dated citation that speaks of a term; a date of publication or of the held page stands in where none
	 * was said.
	 */
	firstUse(termId: string): FirstUse | undefined {
		let first: FirstUse | undefined;
		for (const citation of this.citationsOfTerm(termId)) {
			const use = this.dated(citation);
			if (use && (!first || compareDates(use.date, first.date) < 0)) first = use;
		}
		return first;
	}

	/** Pinyin of a term form, title, speaker or occasion of the corpus, as made at build or load. */
	pinyin(text: string): PinyinKeys | undefined {
		for (const table of this.parts.pinyin) if (Object.hasOwn(table, text)) return table[text];
		return undefined;
	}

	/**
	 * The traditional form of a term or a formulation (by id) or of an alias (by itself); made at build, so only the
	 * shipped pack has them.
	 */
	traditional(of: string): string | undefined {
		for (const table of this.parts.traditional) if (Object.hasOwn(table, of)) return table[of];
		return undefined;
	}

	private dated(citation: Citation): FirstUse | undefined {
		if (citation.date) return { citation, date: citation.date, of: 'said' };
		const source = this.source(citation.source);
		if (source?.issued) return { citation, date: source.issued, of: 'issued' };
		return source?.held?.date ? { citation, date: source.held.date, of: 'held' } : undefined;
	}

	private uses() {
		if (this.byTerm) return this.byTerm;
		const texts = [...this.citations.map(c => c.text), ...this.formulations.map(f => f.text)];
		const found = occurrences(this.terms, texts, this.stands);
		const indices = new Map([...found].map(([id, list]) => [id, new Set(list)]));
		this.citations.forEach((citation, i) => {
			for (const named of citation.terms ?? []) {
				const id = this.term(named)?.id;
				if (id === undefined) continue;
				const set = indices.get(id);
				if (set) set.add(i);
				else indices.set(id, new Set([i]));
			}
		});
		const citations = new Map<string, readonly Citation[]>();
		const weights = new Map<string, number>();
		for (const [id, set] of indices) {
			citations.set(
				id,
				[...set].sort((a, b) => a - b).flatMap(i => this.citations[i] ?? []),
			);
			weights.set(id, set.size);
		}
		return (this.byTerm = { citations, weights });
	}
}

function grouped<T>(records: readonly T[], keys: (record: T) => readonly string[]): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const record of records) {
		for (const key of keys(record)) {
			const group = groups.get(key);
			if (group) group.push(record);
			else groups.set(key, [record]);
		}
	}
	return groups;
}
