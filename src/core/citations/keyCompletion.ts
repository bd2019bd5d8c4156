// Which keys a person may mean who has begun one: by the key itself, by title or author in Chinese or pinyin; those
// the draft cites already first.

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

/** The key that ends where a line is cut off at the cursor; nothing where none is being written. */
export function keyStart(before: string, language: DraftLanguage): KeyStart | undefined {
	for (const [form, pattern] of formsOf(language)) {
		const typed = pattern.exec(before)?.[1];
		if (typed !== undefined) return { form, start: before.length - typed.length, typed };
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
	/** The title in pinyin: full and initials. */
	readonly pinyin: readonly string[];
}

/** The keys of a corpus; made when first asked. */
export class KeyTable {
	private keys: readonly SourceKeys[] | undefined;

	constructor(private readonly corpus: Corpus) {}

	/** Keys for what is typed, the best first. `cited`: how often the draft cites each source, by id. */
	offers({ form, typed }: KeyStart, cited: ReadonlyMap<string, number>, limit: number): KeyOffer[] {
		// Who writes `[^1` numbers notes and means no source.
		if (form === 'footnote' && /^\d{1,3}$/.test(typed)) return [];
		const words = keyOf(typed.replace(/^\{/, ''));
		const latin = /^[a-z0-9]+$/.test(words);
		const matches: { readonly source: Source; readonly score: number; readonly uses: number }[] = [];
		for (const keys of this.sourceKeys()) {
			const score = words === '' ? 1 : scoreOf(keys, typed.toLowerCase(), words, latin);
			if (score > 0) matches.push({ source: keys.source, score, uses: cited.get(keys.source.id) ?? 0 });
		}
		return matches
			.sort(
				(a, b) =>
					Number(b.uses > 0) - Number(a.uses > 0) || b.score - a.score || b.uses - a.uses || byDate(a.source, b.source),
			)
			.slice(0, limit)
			.map(({ source, uses }) => ({
				source,
				key: form === 'pandoc' ? pandocKey(source.id) : labelOf(source.id),
				cited: uses > 0,
			}));
	}

	private sourceKeys(): readonly SourceKeys[] {
		return (this.keys ??= this.corpus.sources.map(source => {
			const pinyin = this.corpus.pinyin(source.title);
			return {
				source,
				id: source.id.toLowerCase(),
				title: keyOf(source.title),
				host: keyOf(source['container-title'] ?? ''),
				names: [...(source.author ?? []), ...(source.editor ?? [])].map(name =>
					keyOf(name.literal ?? `${name.family ?? ''}${name.given ?? ''}`),
				),
				pinyin: pinyin ? [...pinyin.initials, ...pinyin.full] : [],
			};
		}));
	}
}

function scoreOf(keys: SourceKeys, typed: string, words: string, latin: boolean): number {
	if (keys.id.startsWith(typed)) return 8;
	if (keys.title.startsWith(words) || keys.names.some(name => name.startsWith(words))) return 7;
	if (keys.title.includes(words)) return 6;
	if (keys.id.split(/[-_:./]/).some(part => part.startsWith(typed))) return 5;
	if (latin && keys.pinyin.some(each => each.startsWith(words))) return 4;
	if (latin && words.length > 1 && keys.pinyin.some(each => each.includes(words))) return 3;
	if (keys.names.some(name => name.includes(words)) || keys.host.includes(words)) return 2;
	return typed.length > 1 && keys.id.includes(typed) ? 1 : 0;
}

/** The latest first. */
function byDate(a: Source, b: Source): number {
	return compareCodeUnits(b.issued ?? b.held?.date ?? '', a.issued ?? a.held?.date ?? '');
}
