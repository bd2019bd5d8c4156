// What is known of the words of official prose: a list of the common ones, the characters that stand by themselves,
// and the platform, which knows more words but not how common they are.
import { foldTable } from '../fold';

/** What a word of the list costs in a cut, by how common it is; the last are words of three characters. */
const listed = [20, 23, 26, 20];
/** What a character by itself costs, by how often it is a word; of those that stand in no group. */
const singles = [24, 30, 34];
const boundSingle = 42;

/** What the platform takes for words with these (量的) are two. */
const particle = /[的了着]/;

/** So many answers of the platform are remembered. */
const rememberedWords = 20_000;

/** Words and characters with what each costs in a cut, see `WordCuts`; all of it in simplified script. */
export class WordList {
	private readonly costs = new Map<string, number>();
	/** A number of each word, quicker asked for. */
	private readonly keys = new Set<number>();
	private readonly alone = new Map<string, number>();
	private readonly looked = new Map<string, boolean>();
	private segmenter: Intl.Segmenter | undefined;

	/** `packed`: see `CompiledPack.words`. */
	constructor(packed: string) {
		packed.split(' ').forEach((group, number) => this.take(group, number));
	}

	private take(group: string, number: number): void {
		const cost = listed[number];
		if (cost === undefined) {
			for (const character of group) this.alone.set(character, singles[number - listed.length] ?? boundSingle);
			return;
		}
		const size = number < listed.length - 1 ? 2 : 3;
		for (let at = 0; at + size <= group.length; at += size) {
			this.costs.set(group.slice(at, at + size), cost);
			this.keys.add(keyOf(group, at, size));
		}
	}

	/** What a word of the list costs; nothing where it is in none. */
	costOf(word: string): number | undefined {
		return this.costs.get(word);
	}

	/** What a character by itself costs: least where it is a word or an affix, most where it is only ever part of one. */
	costAlone(character: string): number {
		return this.alone.get(character) ?? boundSingle;
	}

	/** Whether a character stands before or behind any word: a particle, a common verb, an affix. */
	isAffix(character: string): boolean {
		return this.costAlone(character) === singles[0];
	}

	/** Whether a word of the list stands at a place of a text, in any script. */
	isListedAt(text: string, at: number, size: 2 | 3): boolean {
		return this.keys.has(keyOf(text, at, size));
	}

	/** Whether the platform takes some characters for one word; never where it knows no Chinese. */
	knowsPlatform(word: string): boolean {
		if (typeof Intl.Segmenter !== 'function' || particle.test(word)) return false;
		let is = this.looked.get(word);
		if (is === undefined) {
			this.segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
			is = [...this.segmenter.segment(word)].length === 1;
			if (this.looked.size >= rememberedWords) this.looked.clear();
			this.looked.set(word, is);
		}
		return is;
	}
}

/** The number of the two or three characters at a place of a text, in simplified script; -1 where one is no Han. */
function keyOf(text: string, at: number, size: number): number {
	const map = foldTable();
	let key = 0;
	for (let one = at; one < at + size; one++) {
		const code = text.charCodeAt(one);
		if (!isHan(code)) return -1;
		key = key * 0x10000 + (map[code] ?? code);
	}
	return key;
}

/** Whether a code unit is a Han character of the basic plane. */
export function isHan(code: number): boolean {
	return code >= 0x3400 && code <= 0x9fff;
}
