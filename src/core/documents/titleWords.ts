// Words of titles and names: where one ends and the next begins. The platform knows most; what it does not know falls
// into single characters, which go with the word they are an ending of, or together.

import { lazily } from '../text/lazily';

/** Words of official titles that platforms cut elsewhere, and where they are cut. */
const known = [
	'政府 工作 报告|互联网|会展业|中小学校|中小学|小学|长三角|粤港澳|京津冀|碳达峰|碳中和|新质 生产力|生产力|高质量|新能源',
	'人工 智能|院前|见义勇为|迈向|走向|面向|城中村|数字化|老龄化|现代化|养老|托育|低空 经济|银发 经济',
	'公积金|个人 所得税|企业 所得税|所得税|增值税|消费税|资源税|契税|车船税|印花税|不动产|房地产|未成年人|老年人|残疾人',
	'深化 改革|国民 经济|共和国|人民 法院|人民 检察院|民营 经济|个体 工商户|营商 环境|水资源|水污染|土壤 污染|外国人|军事 法院|二手车',
]
	.join('|')
	.split('|');
const cutKnown = new Map(known.map(word => [word.replaceAll(' ', ''), word.split(' ')]));
const anyKnown = new RegExp([...cutKnown.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

/** One for all titles: each takes memory that the collector of garbage does not see. */
const segmenter = lazily(() => new Intl.Segmenter('zh', { granularity: 'word' }));

/** Characters between words. */
const particles = '的了里之在把被是将从对与和及或等其向为由于中时';
/** What a title begins with: 以数字技术赋能治理, 论平台治理. */
const heads = '以听论让把在从对为谈看向给令使用当';
/** Characters that begin a word, wherever they stand: 非银行, 不正当. */
const prefixes = '非不未新老副总各每某第农超双高大小';
/** Characters that are words before others: 反家庭暴力. */
const apart = '反';
/** Characters that end a word, also where more single ones follow. */
const suffixes = '化性者员品法院所机车证网户税费省市县区州局部委厅办署';

/**
 * The words of a text in its order, without marks and particles; letters and digits stand by themselves. Where the
 * platform knows no words, the text in one piece.
 */
export function wordsOf(text: string): readonly string[] {
	return text.split(/[^\p{Script=Han}A-Za-z0-9]+/u).flatMap(run => joined(partsOf(run)));
}

/** What the platform takes for words in a run without marks, save where it is known better. */
function partsOf(run: string): readonly string[] {
	if (run === '' || typeof Intl.Segmenter !== 'function') return run === '' ? [] : [run];
	return run
		.replace(anyKnown, word => ` ${word} `)
		.split(' ')
		.flatMap(
			piece => cutKnown.get(piece) ?? Array.from(segmenter().segment(piece), one => one.segment).flatMap(inHalves),
		);
}

/** 交通事故 are two words; 和社会 begins with what joins it to the one before. */
function inHalves(word: string): readonly string[] {
	if (/^[和与及]\p{Script=Han}{2}/u.test(word)) return [word.slice(1)];
	return /^\p{Script=Han}{4}$/u.test(word) ? [word.slice(0, 2), word.slice(2)] : [word];
}

/** Words of parts: single characters go to the word they belong to. */
function joined(parts: readonly string[]): readonly string[] {
	const words: string[] = [];
	for (let at = 0; at < parts.length;) {
		let end = at;
		while (end < parts.length && isSingle(parts[end] ?? '')) end++;
		const singles = parts.slice(at, end).join('');
		const isHead = at === 0 && parts.length > 2 && heads.includes(singles.charAt(0));
		const begun = takeSingles(words, isHead ? singles.slice(1) : singles, end === parts.length);
		const next = parts[end];
		if (next !== undefined) words.push(begun + next);
		at = end + 1;
	}
	return words;
}

function isSingle(part: string): boolean {
	return part.length === 1 && /\p{Script=Han}/u.test(part);
}

const anyParticle = new RegExp(`[${particles}]`);

/** Puts single characters to words; answers those that the next word begins with. */
function takeSingles(words: string[], singles: string, isLast: boolean): string {
	const runs = singles.split(anyParticle);
	const run = runs.pop() ?? '';
	for (const one of runs) place(words, one);
	const last = run.at(-1) ?? '';
	if (!isLast && last !== '' && prefixes.includes(last)) {
		place(words, run.slice(0, -1));
		return last;
	}
	const isOnlyNext = run.length === 1 && (words.length === 0 || runs.length > 0) && !apart.includes(run);
	if (!isLast && isOnlyNext) return run;
	place(words, run);
	return '';
}

/** Single characters that no following word needs: an ending of the word before them, or words themselves. */
function place(words: string[], run: string): void {
	const before = words.at(-1) ?? '';
	const isEnding = run.length === 1 ? !apart.includes(run) : suffixes.includes(run.charAt(0));
	if (run !== '' && isEnding && /^\p{Script=Han}{2,3}$/u.test(before)) {
		words[words.length - 1] = before + run.charAt(0);
		run = run.slice(1);
	}
	for (let at = 0; at < run.length;) {
		const left = run.length - at;
		const size = left === 3 ? 3 : 2;
		words.push(run.slice(at, at + size));
		at += size;
	}
}

/** The first of some words that have no more than so many syllables together; one at least. */
export function firstWords(words: readonly string[], syllables: number, most = 9): readonly string[] {
	let left = syllables;
	const end = words.findIndex(word => (left -= syllablesIn(word)) < 0);
	return words.slice(0, Math.min(most, Math.max(1, end < 0 ? words.length : end)));
}

/** How many syllables a word has; a number or a foreign word counts as one. */
export function syllablesIn(word: string): number {
	return /[A-Za-z0-9]/.test(word) ? 1 : word.length;
}
