// A pack's data → what is needed while typing without any library: pinyin keys, traditional forms. Plain JSON.

import { pinyinKeys, type PinyinKeys, type SyllableReader } from '../text/pinyin';
import type { PackData } from './records';
import { toPlain } from './slots';

/** A pack ready for use; JSON and back changes nothing. */
export interface CompiledPack {
	readonly data: PackData;
	/**
	 * Keys of term forms and aliases, formulations (by their text with slots), titles, authors, speakers and occasions.
	 */
	readonly pinyin: Readonly<Record<string, PinyinKeys>>;
	/** Traditional form by term id, where it differs. */
	readonly traditional: Readonly<Record<string, string>>;
	/** The same of formulations by id and of aliases by themselves; left out where there is none. */
	readonly traditionalWordings?: Readonly<Record<string, string>>;
	/**
	 * Sounds of common characters, only in the shipped pack: `shi是时 zhi之制`, syllables without tones and the
	 * characters read so.
	 */
	readonly syllables?: string;
	/**
	 * Common words, only in the shipped pack: three groups of words of two characters, the commonest first, one of three,
	 * three of single characters that are words or affixes; between spaces, in a group one word behind the other.
	 */
	readonly words?: string;
	/** N-gram counts of official prose, only in the shipped pack; see `writeNgrams`. */
	readonly ngrams?: string;
}

/**
 * Compiles a pack. Slow by the size of the pack (the reader looks words up): at build for the shipped pack, on load for
 * a person's. `traditional` turns simplified text into traditional; left out, nothing has a traditional form.
 */
export function compilePack(
	data: PackData,
	reader: SyllableReader,
	traditional?: (text: string) => string,
): CompiledPack {
	const keys = new Map<string, PinyinKeys>();
	const add = (text: string | undefined, spoken = text, override?: string) => {
		if (text === undefined || spoken === undefined || keys.has(text) || !/\p{Script=Han}/u.test(spoken)) return;
		keys.set(text, pinyinKeys(spoken, reader, override));
	};
	const forms = new Map<string, string>();
	const wordings = new Map<string, string>();
	const convert = (table: Map<string, string>, key: string, text: string) => {
		const other = traditional?.(text);
		if (other !== undefined && other !== text) table.set(key, other);
	};
	for (const term of data.terms) {
		add(term.term, term.term, term.pinyin);
		convert(forms, term.id, term.term);
		for (const alias of term.aliases ?? []) {
			add(alias);
			convert(wordings, alias, alias);
		}
	}
	for (const formulation of data.formulations) {
		add(
			formulation.text,
			toPlain(formulation.text, () => ''),
		);
		convert(wordings, formulation.id, formulation.text);
	}
	for (const source of data.sources) {
		add(source.title);
		for (const name of [...(source.author ?? []), ...(source.editor ?? [])])
			add(name.literal ?? `${name.family ?? ''}${name.given ?? ''}`);
	}
	for (const citation of data.citations) {
		add(citation.speaker);
		add(citation.occasion);
	}
	return {
		data,
		pinyin: Object.fromEntries(keys),
		traditional: Object.fromEntries(forms),
		...(wordings.size > 0 && { traditionalWordings: Object.fromEntries(wordings) }),
	};
}

/** The sounds of characters as {@link CompiledPack.syllables} holds them. */
export function syllablesOf(characters: string, reader: SyllableReader): string {
	const groups = new Map<string, string>();
	for (const one of characters) {
		const sound = reader(one)[0]?.[0];
		if (sound !== undefined && /^[a-z]+$/.test(sound)) groups.set(sound, (groups.get(sound) ?? '') + one);
	}
	return [...groups].map(([sound, group]) => sound + group).join(' ');
}
