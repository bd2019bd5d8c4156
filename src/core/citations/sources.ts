// Which source a key, a footnote label or the text of a reference means.

import type { Corpus } from '../corpus/corpus';
import type { Source } from '../corpus/records';
import type { KeyCitation } from '../draft/clusters';
import { readLabel, type Locator } from '../draft/locator';
import { labelOf } from './edits/escape';
import { GeneratedReferences, plainReference } from './edits/generated';
import type { ReferenceOptions } from './gbt7714/reference';

/** A source, and the place in it that is cited. */
export interface Known {
	readonly source: Source;
	readonly locator?: Locator;
}

/** A source, at a place where one is named. */
export function knownAt(source: Source, locator: Locator | undefined): Known {
	return { source, locator };
}

/** What the keys of a citation cite; nothing when one of them is unknown. */
export function knownPlaces(citation: KeyCitation, sources: Sources): Known[] | undefined {
	const known: Known[] = [];
	for (const { key, locator } of citation.keys) {
		const source = sources.byKey(key);
		if (!source) return undefined;
		known.push(knownAt(source, locator));
	}
	return known;
}

/** What a draft names sources by; texts are as references are compared. Can be sent to a thread. */
export interface SourceNames {
	/** Keys of pandoc or LaTeX. */
	readonly keys: readonly string[];
	/** Labels of footnotes, each with what its definitions say. */
	readonly notes: readonly { readonly label: string; readonly texts: readonly string[] }[];
	/** What may be a reference besides: lines of a list, footnotes of LaTeX. */
	readonly texts: readonly string[];
}

/** The sources of a corpus that some names may mean. Can be sent to a thread. */
export interface NamedSources {
	/** In the order of the corpus, which decides between two of one name. */
	readonly sources: readonly Source[];
	/** By each of the keys that is an id. */
	readonly byKey: ReadonlyMap<string, Source>;
}

/** The sources of a corpus as drafts name them. Costs nothing until it is asked. */
export class Sources {
	private labels: ReadonlyMap<string, Source> | undefined;
	private titles: ReadonlyMap<string, readonly { readonly title: string; readonly source: Source }[]> | undefined;

	private readonly ours = new GeneratedReferences();
	private readonly recognized = new Map<string, Known | undefined>();

	constructor(private readonly corpus: Pick<Corpus, 'source' | 'sources'>) {}

	/** Whether a text is the reference of a known place as we write it, or wrote it before a gap was filled. */
	wrote({ source, locator }: Known, text: string, first?: ReferenceOptions): boolean {
		return this.ours.wrote(source, locator, text, first);
	}

	/** The source a key of pandoc or LaTeX means. */
	byKey(key: string): Source | undefined {
		return this.corpus.source(key) ?? this.byLabels().get(key);
	}

	/** The source a footnote label means, with the place at its end; capitals are not told apart. */
	byLabel(label: string): Known | undefined {
		for (const { key, locator } of readLabel(label)) {
			const source = this.byKey(key) ?? this.byLabels().get(key.toLowerCase());
			if (source) return knownAt(source, locator);
		}
		return undefined;
	}

	/**
	 * The source whose reference a text is, in any edition and with any options of ours; nothing where a word is
	 * another.
	 */
	recognize(text: string): Known | undefined {
		if (this.recognized.has(text)) return this.recognized.get(text);
		if (this.recognized.size >= remembered) this.recognized.clear();
		const found = this.byWords(text);
		this.recognized.set(text, found);
		return found;
	}

	/** What some names may mean, in steps of less than a millisecond once the sources have been asked for one. */
	*among({ keys, notes, texts }: SourceNames): Generator<void, NamedSources, void> {
		const byKey = new Map<string, Source>();
		const named = new Set<Source>();
		const labelled = notes.flatMap(({ label }) => readLabel(label).flatMap(({ key }) => [key, key.toLowerCase()]));
		for (const key of [...keys, ...labelled]) {
			const source = this.corpus.source(key);
			if (source) byKey.set(key, source);
			const meant = this.byLabels().get(key);
			if (meant) named.add(meant);
		}
		yield;
		// The words of a note count only where its label says nothing.
		const unlabelled = notes.filter(({ label }) => !this.byLabel(label)).flatMap(note => note.texts);
		for (const plain of [...texts, ...unlabelled]) {
			for (const source of this.titledIn(plain)) named.add(source);
			yield;
		}
		return { sources: this.corpus.sources.filter(source => named.has(source)), byKey };
	}

	private byWords(text: string): Known | undefined {
		for (const source of this.titledIn(plainReference(text))) {
			const known = placeIn(this.ours, source, text);
			if (known) return known;
		}
		return undefined;
	}

	/** The sources whose titles stand in a text, in their order; `plain`: the text as references are compared. */
	private *titledIn(plain: string): Iterable<Source> {
		const titles = this.byTitles();
		for (let at = 0; at < plain.length; at++) {
			for (const head of [plain.slice(at, at + heads), plain.slice(at, at + 2)])
				for (const { title, source } of titles.get(head) ?? []) if (plain.startsWith(title, at)) yield source;
		}
	}

	/** Ids as labels, and in small letters, where that is another word and no id itself. */
	private byLabels(): ReadonlyMap<string, Source> {
		if (!this.labels) {
			const labels = new Map<string, Source>();
			for (const source of this.corpus.sources) {
				const label = labelOf(source.id);
				for (const form of [label, label.toLowerCase()])
					if (form !== source.id && !labels.has(form)) labels.set(form, source);
			}
			this.labels = labels;
		}
		return this.labels;
	}

	private byTitles() {
		if (!this.titles) {
			const titles = new Map<string, { readonly title: string; readonly source: Source }[]>();
			for (const source of this.corpus.sources) {
				const title = plainReference(source.title);
				const head = title.slice(0, heads);
				const key = title.length < heads ? title.slice(0, 2) : head;
				if (key === '') continue;
				const list = titles.get(key);
				if (list) list.push({ title, source });
				else titles.set(key, [{ title, source }]);
			}
			this.titles = titles;
		}
		return this.titles;
	}
}

/** So many texts are known again: the notes of a draft are asked about on every change of it. */
const remembered = 2000;
/** Titles are looked up by so many of their first characters. */
const heads = 4;

/** The place in a source whose reference a text is; nothing where it is none as we write it. */
export function placeIn(ours: GeneratedReferences, source: Source, text: string): Known | undefined {
	for (const locator of locatorsIn(plainReference(text)))
		if (ours.wrote(source, locator, text)) return knownAt(source, locator);
	return undefined;
}

/** The places a reference may cite: none, the paragraph and the table it names, and each page it could mean. */
function* locatorsIn(plain: string): Iterable<Locator | undefined> {
	const paragraph = /(?:[：:页]|表[A-Z]?[0-9]+(?:[-.][0-9]+)*)第(\d+)段(?=\.)/.exec(plain)?.[1];
	const table = /[：:页]表([A-Z]?[0-9]+(?:[-.][0-9]+)*)(?=第|\.)/.exec(plain)?.[1];
	const pages = [
		/[：:]第([^第]+)页(?=第|表|\.)/.exec(plain)?.[1],
		...[...plain.matchAll(/[：:]([0-9A-Za-z]+(?:[-,][0-9A-Za-z]+)*)(?=[.[：:])/g)].map(one => one[1]),
	];
	yield undefined;
	for (const page of new Set([undefined, ...pages]))
		for (const inTable of new Set([undefined, table]))
			for (const inParagraph of new Set([undefined, paragraph])) {
				if (page === undefined && inTable === undefined && inParagraph === undefined) continue;
				yield {
					...(page !== undefined && { page }),
					...(inTable !== undefined && { table: inTable }),
					...(inParagraph !== undefined && { paragraph: Number(inParagraph) }),
				};
			}
}
