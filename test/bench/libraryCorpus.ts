// A library of documents as Markdown files, made with a fixed seed, and what people ask of it: queries of seven kinds
// with what they mean.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/cn2t';
import type { TermEntry } from '../../src/core/search/termHits';
import { TermIndex } from '../../src/core/search/termSearch';
import { compact } from '../../src/core/text/compact';
import { fold } from '../../src/core/text/fold';
import { pinyinKeys } from '../../src/core/text/pinyin';
import { createPinyinReader } from '../../src/core/text/pinyinReader';
import { makeTerms, Prose, randomFrom, type Source } from './source';

/** Paragraphs of a document. */
export const each = 50;
/** Terms that pinyin may stand for. */
const knownTerms = 3000;

export interface LibraryQuery {
	readonly typed: string;
	/** What a passage has to contain, as it is compared, to be one that is meant. */
	readonly meant: readonly string[];
	/** Of pinyin: the terms it may stand for. */
	readonly instead?: readonly string[];
}

export const kinds = [
	'exact, 4–8 characters',
	'two characters',
	'two words',
	'one wrong character',
	'traditional',
	'misquoted sentence',
	'pinyin',
] as const;
export type Kind = (typeof kinds)[number];
export type Queries = Readonly<Record<Kind, readonly LibraryQuery[]>>;

export const bare = (text: string): string => compact(fold(text)).text;

/** What was written of a library, with queries that are cut from some of it. */
export interface MadeLibrary {
	readonly queries: Queries;
	/** Characters of a passage. */
	readonly mean: number;
}

/** Writes so many passages, mean 172 characters, as documents of a pack; answers queries that are cut from some of them. */
export function makeLibrary(source: Source, size: number, folder: string, queriesEach: number): MadeLibrary {
	return new GrowingLibrary(source, [size], queriesEach).growInto(folder, size);
}

/** A library that grows: what it has at one size is part of what it has at the next. */
export class GrowingLibrary {
	private readonly random = randomFrom(5);
	private readonly prose: Prose;
	/** For each size the places of the passages that its queries are cut from. */
	private readonly samples: ReadonlyMap<number, readonly number[]>;
	private readonly wanted: ReadonlySet<number>;
	private readonly sampled = new Map<number, string>();
	private written = 0;
	private characters = 0;

	/** `sizes`: those at which it will be asked. */
	constructor(
		private readonly source: Source,
		sizes: readonly number[],
		private readonly queriesEach: number,
	) {
		this.prose = new Prose(source.clauses, this.random);
		this.samples = new Map(
			sizes.map(size => {
				const drawn = randomFrom(23);
				const places = Array.from({ length: queriesEach * kinds.length * 2 }, () => Math.floor(drawn() * size));
				return [size, [...new Set(places)].sort((a, b) => a - b)];
			}),
		);
		this.wanted = new Set([...this.samples.values()].flat());
	}

	/** Passages that are written. */
	get size(): number {
		return this.written;
	}

	/** Writes what it lacks of a size, whole documents, as a pack of its own; the queries are over all of it. */
	growInto(folder: string, size: number): MadeLibrary {
		mkdirSync(join(folder, 'documents'), { recursive: true });
		while (this.written < size) this.writeDocument(folder, Math.min(size, this.written + each));
		const places = this.samples.get(size) ?? [];
		const texts = places.flatMap(place => this.sampled.get(place) ?? []);
		const queries = queriesFrom(this.source, texts, texts.length > 0 ? this.queriesEach : 0);
		return { queries, mean: this.characters / this.written };
	}

	private writeDocument(folder: string, end: number): void {
		const document = Math.floor(this.written / each);
		const paragraphs: string[] = [];
		for (; this.written < end; this.written++) {
			const text = this.prose.passage(60 + Math.floor(this.random() * 210), 300);
			this.characters += text.length;
			paragraphs.push(text);
			if (this.wanted.has(this.written)) this.sampled.set(this.written, bare(text));
		}
		const id = `d${String(document).padStart(6, '0')}`;
		writeFileSync(
			join(folder, 'documents', `${id}.md`),
			`---\nid: ${id}\ntype: article-newspaper\ntitle: 第${document}篇\nissued: ${1990 + (document % 30)}-0${1 + (document % 9)}\n---\n\n${paragraphs.join('\n\n')}\n`,
		);
	}
}

/** The paragraphs of such documents, in their order. */
export function* readLibrary(folder: string): Generator<string> {
	for (const name of readdirSync(join(folder, 'documents')).sort()) {
		yield* readFileSync(join(folder, 'documents', name), 'utf8')
			.split('\n\n')
			.slice(1)
			.map(text => text.trim());
	}
}

function queriesFrom(source: Source, sampled: readonly string[], count: number): Queries {
	const random = randomFrom(29);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
	const cut = (passage: string, least: number, most: number): string => {
		const length = Math.min(passage.length, least + Math.floor(random() * (most - least + 1)));
		const start = Math.floor(random() * (passage.length - length + 1));
		return passage.slice(start, start + length);
	};
	const wrong = (text: string): string => {
		const at = Math.floor(random() * text.length);
		const strange = pick(source.clauses)[0]!;
		return strange === text[at] ? wrong(text) : text.slice(0, at) + strange + text.slice(at + 1);
	};
	const traditional = Converter({ from: 'cn', to: 't' });
	const read = createPinyinReader();
	const known = new Set(makeTerms(source, knownTerms, 7).filter(term => term.length >= 3 && term.length <= 6));
	const entries = [...known].map((term): TermEntry => ({ forms: [term], ...pinyinKeys(term, read), weight: 0 }));
	const terms = new TermIndex(entries);
	const typedTerms = entries.filter(({ forms: [term] }) => sampled.some(text => text.includes(term!)));
	const make: Readonly<Record<Kind, () => LibraryQuery>> = {
		'exact, 4–8 characters': () => exact(cut(pick(sampled), 4, 8)),
		'two characters': () => exact(cut(pick(sampled), 2, 2)),
		'two words': () => {
			const passage = pick(sampled);
			const meant = [cut(passage.slice(0, passage.length >> 1), 2, 4), cut(passage.slice(passage.length >> 1), 2, 4)];
			return { typed: meant.join(' '), meant };
		},
		'one wrong character': () => {
			const original = cut(pick(sampled), 4, 8);
			return { typed: wrong(original), meant: [original] };
		},
		traditional: () => {
			const original = cut(pick(sampled), 4, 8);
			return { typed: traditional(original), meant: [original] };
		},
		'misquoted sentence': () => {
			const original = cut(pick(sampled), 20, 40);
			return { typed: wrong(wrong(original)), meant: [original] };
		},
		pinyin: () => {
			const entry = pick(typedTerms);
			const typed = random() < 0.5 ? entry.initials[0]! : entry.full[0]!;
			return {
				typed,
				meant: [entry.forms[0]!],
				instead: terms.lookup(typed, 3).map(hit => entries[hit.term]!.forms[0]!),
			};
		},
	};
	return Object.fromEntries(kinds.map(kind => [kind, Array.from({ length: count }, make[kind])])) as unknown as Queries;
}

const exact = (typed: string): LibraryQuery => ({ typed, meant: [typed] });
