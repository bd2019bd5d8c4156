// Whether a short name stands in a text, or the ends of two words that only look like it: 提高|企业 holds no 高企.
import { fold, foldTable } from './fold';

/** Longer names are no chance. */
export const longestChance = 3;
/** Characters on either side that tell how words are cut. */
const reach = 5;
const longestWord = 4;

/** What a piece of a text costs: less where it is a word, so that the cheapest cut is the likeliest. */
const cost = {
	/** By how common a word of two characters is. */
	pairs: [20, 23, 26],
	triple: 20,
	/** The name itself, and longer ones of the corpus. */
	name: 20,
	/** What is left of a name of three characters (新|动能) where its other one belongs to a word. */
	rest: 30,
	/** A word that only the platform knows. */
	platform: 26,
	/** The same over an end of the name, where it has to be sure. */
	platformOver: 32,
	free: 24,
	single: 32,
	/** The rest of a word of which no more is looked at. */
	torn: 16,
} as const;

/** Particles, common verbs and affixes: they stand by themselves, before and behind any word. */
const free = new Set(
	'的了和与及或以而等之是在地得人有要并对为于将把被由从向更不也都又很让使靠促抓建做到就再还后前中上下各该其这那每新大小化率度型性类者业家多高全总好强稳保增减' +
		'一二三四五六七八九十百千万亿元年月日个项家种次我能会可出入来去用按经至优省市县区国',
);

/** What the platform takes for words with these (量的) are two. */
const particle = /[的了着]/;

/** Where the name stands in the stretch that is cut. */
interface Cut {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** Whether the text goes on before, and behind. */
	readonly open: readonly [boolean, boolean];
}

/** Cheapest ways to the places of a stretch: without a word over an end of the name, and with one. */
type Ways = readonly [Float64Array, Float64Array];

/** Words of official prose; what nobody listed as a word is known by the platform, where that knows Chinese. */
export class CommonWords {
	private words: Words | undefined;
	private readonly answers = new Map<string, boolean>();
	private readonly looked = new Map<string, boolean>();
	private segmenter: Intl.Segmenter | undefined;

	/** `packed`: see `CompiledPack.words`; `isName`: whether the corpus has a name written so. */
	constructor(
		private readonly packed: string,
		private readonly isName: (text: string) => boolean,
	) {}

	/**
	 * Whether a name stands by itself at a place (UTF-16, half-open): no cut of the text into words that goes through it
	 * is likelier than one that keeps it whole. Of more than three characters, of letters, and where no words are known,
	 * it does.
	 */
	stands(text: string, start: number, end: number): boolean {
		if (end - start > longestChance || this.packed === '' || !isHan(text.charCodeAt(start))) return true;
		if (!isHan(text.charCodeAt(start - 1)) && !isHan(text.charCodeAt(end))) return true;
		return !this.isCrossed(text, start, end) || this.staysWhole(cutAround(text, start, end));
	}

	/** Whether two characters are a word of official prose, or (not `common`) one that the platform knows. */
	isWord(pair: string, common: boolean): boolean {
		return this.known.costs.has(fold(pair)) || (!common && this.knowsPlatform(fold(pair)));
	}

	/** Whether any word lies over an end of the name. */
	private isCrossed(text: string, start: number, end: number): boolean {
		const { keys } = this.known;
		const pair = (at: number) => keys.has(keyOf(text, at, 2));
		if (pair(start - 1) || pair(end - 1)) return true;
		const triple = (at: number) => keys.has(keyOf(text, at, 3));
		return triple(start - 2) || triple(end - 1) || (end - start > 2 && (triple(start - 1) || triple(end - 2)));
	}

	/** Whether no cut through the name is cheaper than one that keeps it. */
	private staysWhole(cut: Cut): boolean {
		const key = `${cut.start} ${cut.end} ${cut.open.join(' ')} ${cut.text}`;
		let stays = this.answers.get(key);
		if (stays === undefined) {
			const [whole, crossed] = this.ways(cut);
			const last = cut.text.length;
			stays = (crossed[last] ?? Infinity) >= (whole[last] ?? Infinity);
			remember(this.answers, key, stays);
		}
		return stays;
	}

	/** The cheapest ways through a stretch. */
	private ways(cut: Cut): Ways {
		const { text, start, end } = cut;
		const ways: Ways = [0, 1].map(() => new Float64Array(text.length + 1).fill(Infinity)) as unknown as Ways;
		ways[0][0] = 0;
		for (let from = 0; from < text.length; from++) {
			for (let to = from + 1; to <= Math.min(text.length, from + longestWord); to++) {
				const own = this.costOf(cut, from, to);
				const over = isOver(from, to, start, end);
				if (!over) lower(ways[0], to, (ways[0][from] ?? Infinity) + own);
				else lower(ways[1], to, (ways[0][from] ?? Infinity) + own);
				lower(ways[1], to, (ways[1][from] ?? Infinity) + own);
			}
		}
		return ways;
	}

	/** What a piece of a stretch costs; infinite where it is none. */
	private costOf(cut: Cut, from: number, to: number): number {
		const { text, start, end } = cut;
		const piece = text.slice(from, to);
		if (from === start && to === end) return cost.name;
		if (to - from === 1) return singleCost(cut, from);
		const known = to - from < longestWord ? this.known.costs.get(piece) : undefined;
		if (known !== undefined) return known;
		const over = isOver(from, to, start, end);
		if (to - from > 2) return !over && this.isName(piece) ? cost.name : Infinity;
		if (this.knowsPlatform(piece)) return over ? cost.platformOver : cost.platform;
		return end - start === longestChance && from >= start && to <= end ? cost.rest : Infinity;
	}

	private get known(): Words {
		return (this.words ??= unpacked(this.packed));
	}

	private knowsPlatform(pair: string): boolean {
		if (typeof Intl.Segmenter !== 'function' || particle.test(pair)) return false;
		let is = this.looked.get(pair);
		if (is === undefined) {
			this.segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
			is = [...this.segmenter.segment(pair)].length === 1;
			remember(this.looked, pair, is);
		}
		return is;
	}
}

/** So many answers are remembered. */
const mostRemembered = 20_000;

function remember(answers: Map<string, boolean>, key: string, answer: boolean): void {
	if (answers.size >= mostRemembered) answers.clear();
	answers.set(key, answer);
}

/** What each word costs, and a number of each, quicker asked for. */
interface Words {
	readonly costs: ReadonlyMap<string, number>;
	readonly keys: ReadonlySet<number>;
}

/** The number of the two or three characters at a place of a text, in simplified script. */
function keyOf(text: string, at: number, size: 2 | 3): number {
	const map = foldTable();
	let key = 0;
	for (let one = at; one < at + size; one++) {
		const code = text.charCodeAt(one);
		if (!isHan(code)) return -1;
		key = key * 0x10000 + (map[code] ?? code);
	}
	return key;
}

function unpacked(packed: string): Words {
	const words = new Map<string, number>();
	const groups = packed.split(' ');
	groups.forEach((group, number) => {
		const size = number < cost.pairs.length ? 2 : 3;
		for (let at = 0; at + size <= group.length; at += size)
			words.set(group.slice(at, at + size), cost.pairs[number] ?? cost.triple);
	});
	const keys = new Set([...words.keys()].map(word => keyOf(word, 0, word.length === 2 ? 2 : 3)));
	return { costs: words, keys };
}

function lower(costs: Float64Array, at: number, to: number): void {
	if (to < (costs[at] ?? Infinity)) costs[at] = to;
}

/** Whether a piece lies over an end of the name, in it and beside it; one that holds all of it does not. */
function isOver(from: number, to: number, start: number, end: number): boolean {
	return (from < start && to > start && to < end) || (from > start && from < end && to > end);
}

function singleCost({ text, open }: Cut, at: number): number {
	if ((at === 0 && open[0]) || (at === text.length - 1 && open[1])) return cost.torn;
	return free.has(text.charAt(at)) ? cost.free : cost.single;
}

function isHan(code: number): boolean {
	return code >= 0x3400 && code <= 0x9fff;
}

/** The stretch around a name that is cut into words: Han on either side, in simplified script. */
function cutAround(text: string, start: number, end: number): Cut {
	let low = start;
	while (low > start - reach && isHan(text.charCodeAt(low - 1))) low--;
	let high = end;
	while (high < end + reach && isHan(text.charCodeAt(high))) high++;
	return {
		text: fold(text.slice(low, high)),
		start: start - low,
		end: end - low,
		open: [isHan(text.charCodeAt(low - 1)), isHan(text.charCodeAt(high))],
	};
}
