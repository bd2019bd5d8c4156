// Which keys a person may mean who has begun one: by the key itself, by title or author in Chinese or pinyin; the
// source of the words before the cursor first, then those the draft cites already.

import type { Corpus } from '../corpus/corpus';
import type { Source } from '../corpus/records';
import { pandocKey } from '../draft/clusters';
import { labelOf, type DraftLanguage } from './edits/escape';
import { compareCodeUnits } from '../text/order';
import { keyOf } from './find/searchRecords';

/** A key that is being written: its form, where it begins in the line, and what of it stands there. */
export interface KeyStart {
	readonly form: 'footnote' | 'pandoc' | 'latex';
	readonly start: number;
	readonly typed: string;
	/** What stands before it in the line: words that may have been taken from a source. */
	readonly words?: string;
}

/** A key to be offered. `cited`: the draft cites the source already. */
export interface KeyOffer {
	readonly source: Source;
	/** As it is written in the form. */
	readonly key: string;
	readonly cited: boolean;
}

const pandoc = /\[(?:[^[\]]*[^\p{L}\p{N}[\]])?@(\{?[^\s;；,，[\]{}]*)$/u;
const footnote = /\[\^([^\s[\]]*)$/;
const latex = /\\[A-Za-z]*[cC]ite[A-Za-z]*\*?(?:\s*\[[^\][]*\])*\s*\{(?:[^{}]*,)?\s*([^{},\s]*)$/;

/** The forms keys have in each language, and where one of them ends a line. */
function formsOf(language: DraftLanguage): readonly (readonly [form: KeyStart['form'], pattern: RegExp])[] {
	if (language === 'plaintext') return [];
	if (language !== 'markdown') return [['latex', latex]];
	return [
		['footnote', footnote],
		['pandoc', pandoc],
	];
}

/** So far before the cursor the brackets of a key open at most. */
const longestKey = 1_000;

/** The key that ends where a line is cut off at the cursor; nothing where none is being written. */
export function keyStart(before: string, language: DraftLanguage): KeyStart | undefined {
	const near = before.slice(-longestKey);
	for (const [form, pattern] of formsOf(language)) {
		const found = pattern.exec(near);
		const typed = found?.[1];
		if (typed === undefined) continue;
		return {
			form,
			start: before.length - typed.length,
			typed,
			words: before.slice(0, before.length - near.length + (found?.index ?? 0)),
		};
	}
	return undefined;
}

/** What a source is looked for by, as it is compared. */
interface SourceKeys {
	readonly source: Source;
	readonly id: string;
	readonly title: string;
	readonly names: readonly string[];
	readonly host: string;
	/** The title, and the names, in pinyin: full and initials. */
	readonly pinyin: readonly string[];
	readonly namePinyin: readonly string[];
}

/** The keys of a corpus; made when first asked. */
export class KeyTable {
	private keys: readonly SourceKeys[] | undefined;
	/** The sources of the words that were asked for last: while a key is typed they stay the same. */
	private taken: { readonly words: string; readonly sources: ReadonlySet<string> } = { words: '', sources: new Set() };

	constructor(private readonly corpus: Corpus) {}

	/** Keys for what is typed, the best first. `cited`: how often the draft cites each source, by id. */
	offers({ form, typed, words: before = '' }: KeyStart, cited: ReadonlyMap<string, number>, limit: number): KeyOffer[] {
		// Who writes `[^1` numbers notes and means no source.
		if (form === 'footnote' && /^\d{1,3}$/.test(typed)) return [];
		const words = keyOf(typed.replace(/^\{/, ''));
		const latin = /^[a-z0-9]+$/.test(words);
		const taken = this.sourcesOf(before);
		const matches: { readonly source: Source; readonly score: number; readonly uses: number }[] = [];
		for (const keys of this.sourceKeys()) {
			const score = words === '' ? 1 : scoreOf(keys, typed.toLowerCase(), words, latin);
			if (score > 0) matches.push({ source: keys.source, score, uses: cited.get(keys.source.id) ?? 0 });
		}
		return matches
			.sort(
				(a, b) =>
					Number(taken.has(b.source.id)) - Number(taken.has(a.source.id)) ||
					Number(b.uses > 0) - Number(a.uses > 0) ||
					b.score - a.score ||
					b.uses - a.uses ||
					byDate(a.source, b.source),
			)
			.slice(0, limit)
			.map(({ source, uses }) => ({
				source,
				key: form === 'pandoc' ? pandocKey(source.id) : labelOf(source.id),
				cited: uses > 0,
			}));
	}

	/** The sources in whose citations or full texts the words stand with which a line ends. */
	private sourcesOf(line: string): ReadonlySet<string> {
		const words = /[\p{L}\p{N}%]{8,}(?=[^\p{L}\p{N}%]*$)/u.exec(line.slice(-longestWords))?.[0].slice(-16) ?? '';
		if (words === this.taken.words) return this.taken.sources;
		const sources = new Set<string>();
		if (words !== '') {
			for (const { text, source } of this.corpus.citations) if (text.includes(words)) sources.add(source);
			for (const { source, paragraphs } of this.corpus.documents)
				if (paragraphs.some(text => text.includes(words))) sources.add(source);
		}
		this.taken = { words, sources };
		return sources;
	}

	private sourceKeys(): readonly SourceKeys[] {
		return (this.keys ??= this.corpus.sources.map(source => {
			const names = [...(source.author ?? []), ...(source.editor ?? [])].map(
				name => name.literal ?? `${name.family ?? ''}${name.given ?? ''}`,
			);
			return {
				source,
				id: source.id.toLowerCase(),
				title: keyOf(source.title),
				host: keyOf(source['container-title'] ?? ''),
				names: names.map(keyOf),
				pinyin: this.pinyinOf(source.title),
				namePinyin: names.flatMap(name => this.pinyinOf(name)),
			};
		}));
	}

	/** Initials and full pinyin of a text. */
	private pinyinOf(text: string): readonly string[] {
		const pinyin = this.corpus.pinyin(text);
		return pinyin ? [...pinyin.initials, ...pinyin.full] : [];
	}
}

/** So much of a line is looked at for the words a source may have. */
const longestWords = 60;

function scoreOf(keys: SourceKeys, typed: string, words: string, latin: boolean): number {
	if (keys.id.startsWith(typed)) return 8;
	if (keys.title.startsWith(words) || keys.names.some(name => name.startsWith(words))) return 7;
	if (keys.title.includes(words)) return 6;
	if (keys.id.split(/[-_:./]/).some(part => part.startsWith(typed))) return 5;
	if (latin && [...keys.pinyin, ...keys.namePinyin].some(each => each.startsWith(words))) return 4;
	if (latin && words.length > 1 && keys.pinyin.some(each => each.includes(words))) return 3;
	if (keys.names.some(name => name.includes(words)) || keys.host.includes(words)) return 2;
	return typed.length > 1 && keys.id.includes(typed) ? 1 : 0;
}

/** The latest first. */
function byDate(a: Source, b: Source): number {
	return compareCodeUnits(b.issued ?? b.held?.date ?? '', a.issued ?? a.held?.date ?? '');
}
