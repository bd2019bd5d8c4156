// Whether a name stands in a text, or the ends of words that only look like it: 提高|企业 holds no 高企, and
// 提高|质量|发展 no 高质量发展.
import { fold } from '../fold';
import { longestChance, WordCuts, type Stretch } from './wordCuts';
import { isHan, WordList } from './wordList';

/** Characters on either side that tell how words are cut. */
const reach = 5;

/** The first or last word of a name, with a character that belongs to it, is no longer than that. */
const longestEdge = 4;
/** So many answers are remembered. */
const rememberedStretches = 20_000;

/** How long the first and the last word of a name are; nothing where chance does not make one. */
interface Edges {
	readonly first: number | undefined;
	readonly last: number | undefined;
}

/** Words of official prose; what nobody listed as a word is known by the platform, where that knows Chinese. */
export class CommonWords {
	private made: { readonly list: WordList; readonly cuts: WordCuts } | undefined;
	private readonly answers = new Map<string, boolean>();
	private readonly edges = new Map<string, Edges>();

	/** `packed`: see `CompiledPack.words`; `isName`: whether the corpus has a name written so. */
	constructor(
		private readonly packed: string,
		private readonly isName: (text: string) => boolean,
	) {}

	/**
	 * Whether a name stands by itself at a place (UTF-16, half-open): no cut of the text into words that goes through it
	 * is likelier than one that keeps it whole. Of a name of more than three characters its first word and its last are
	 * asked so. One of letters, and where no words are known, stands.
	 */
	stands(text: string, start: number, end: number): boolean {
		if (this.packed === '') return true;
		const before = isHan(text.charCodeAt(start)) && isHan(text.charCodeAt(start - 1));
		const behind = isHan(text.charCodeAt(end - 1)) && isHan(text.charCodeAt(end));
		if (!before && !behind) return true;
		if (end - start <= longestChance)
			return !isHan(text.charCodeAt(start)) || !this.isCrossed(text, start, end) || this.keeps(text, start, end);
		return (!before || this.begins(text, start, end)) && (!behind || this.finishes(text, start, end));
	}

	/** Whether two characters are a word of official prose, or (not `common`) one that the platform knows. */
	isWord(pair: string, common: boolean): boolean {
		const { list } = this.known;
		return list.costOf(fold(pair)) !== undefined || (!common && list.knowsPlatform(fold(pair)));
	}

	private get known() {
		if (!this.made) {
			const list = new WordList(this.packed);
			this.made = { list, cuts: new WordCuts(list, this.isName) };
		}
		return this.made;
	}

	/** Whether any word lies over an end of a short name. */
	private isCrossed(text: string, start: number, end: number): boolean {
		if (this.isCrossedAt(text, start) || this.isCrossedAt(text, end)) return true;
		const { list } = this.known;
		return end - start > 2 && (list.isListedAt(text, start - 1, 3) || list.isListedAt(text, end - 2, 3));
	}

	/** Whether a word lies over a place, one character of it within the name or, of three, one beside it. */
	private isCrossedAt(text: string, place: number): boolean {
		const { list } = this.known;
		return (
			list.isListedAt(text, place - 1, 2) ||
			list.isListedAt(text, place - 2, 3) ||
			list.isListedAt(text, place - 1, 3) ||
			this.isPlatformWord(text, place - 1)
		);
	}

	private isPlatformWord(text: string, at: number): boolean {
		if (!isHan(text.charCodeAt(at)) || !isHan(text.charCodeAt(at + 1))) return false;
		return this.known.list.knowsPlatform(fold(text.slice(at, at + 2)));
	}

	/** Whether the first word of a long name is one there. */
	private begins(text: string, start: number, end: number): boolean {
		if (!this.isCrossedAt(text, start)) return true;
		const { first } = this.edgesOf(text.slice(start, end));
		return first === undefined || this.keeps(text, start, start + first, { high: end });
	}

	/** Whether the last word of a long name is one there. */
	private finishes(text: string, start: number, end: number): boolean {
		if (!this.isCrossedAt(text, end)) return true;
		const { last } = this.edgesOf(text.slice(start, end));
		return last === undefined || this.keeps(text, end - last, end, { low: start });
	}

	private edgesOf(name: string): Edges {
		let edges = this.edges.get(name);
		if (!edges) {
			edges = edgesBy(this.known.cuts.endsOfWords(fold(name)));
			this.edges.set(name, edges);
		}
		return edges;
	}

	/** Whether no cut through a name of at most three characters is likelier; `within`: where what is cut ends. */
	private keeps(text: string, start: number, end: number, within: { low?: number; high?: number } = {}): boolean {
		const stretch = stretchAround(text, start, end, within);
		const key = `${stretch.start} ${stretch.end} ${stretch.open.join(' ')} ${stretch.text}`;
		let keeps = this.answers.get(key);
		if (keeps === undefined) {
			keeps = this.known.cuts.keepsName(stretch);
			if (this.answers.size >= rememberedStretches) this.answers.clear();
			this.answers.set(key, keeps);
		}
		return keeps;
	}
}

/** The edges of a name that is cut at these places: a character by itself belongs to the word beside it. */
function edgesBy(ends: readonly number[]): Edges {
	const size = ends.at(-1) ?? 0;
	const first = ends.find(end => end > 1);
	const last = [0, ...ends].reverse().find(end => size - end > 1);
	const short = (length: number) => (length <= longestEdge ? length : undefined);
	return { first: short(first ?? size), last: short(size - (last ?? 0)) };
}

/** The stretch around a name that is cut into words: Han on either side, in simplified script. */
function stretchAround(
	text: string,
	start: number,
	end: number,
	{ low: lowest = 0, high: highest = text.length }: { low?: number; high?: number },
): Stretch {
	let low = start;
	while (low > Math.max(lowest, start - reach) && isHan(text.charCodeAt(low - 1))) low--;
	let high = end;
	while (high < Math.min(highest, end + reach) && isHan(text.charCodeAt(high))) high++;
	return {
		text: fold(text.slice(low, high)),
		start: start - low,
		end: end - low,
		open: [low > lowest && isHan(text.charCodeAt(low - 1)), high < highest && isHan(text.charCodeAt(high))],
	};
}
