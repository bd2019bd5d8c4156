// Passages in marks of which the review is silent, since nothing beside them says that somebody said them. A tool owes
// an answer on each that is as long as a clause: who asks for proof takes silence for "all clean".
import { normalizedText } from '../../core/review/compare/comparedText';
import { markedIn } from '../../core/review/quotations';
import { isName } from '../../core/review/said';
import { speechIn } from '../../core/review/speech';
import type { Block } from '../../core/draft/blocks';
import { blank } from '../../core/draft/mask';
import type { Draft } from '../../core/draft/draft';
import type { PolicyService } from '../../core/service';

type Corpus = PolicyService['corpus'];

/** A stretch of a draft; UTF-16, half-open. */
export interface Place {
	readonly start: number;
	readonly end: number;
}

/** Everything a draft has in marks, set apart, or in bold behind a verb of saying, with its place in the draft. */
export function quotationsOf({ blocks, text }: Draft, corpus: Corpus): readonly Place[] {
	const names = speakersOf(corpus);
	return blocks.flatMap(block => {
		const marked: Place[] = markedIn(block, corpus);
		const places = [...marked];
		for (const one of [...straightEnglish(block), ...boldSpeech(block, text, names)])
			if (!overlaps(one, marked)) places.push(one);
		return places.map(({ start, end }) => ({ start: block.start + start, end: block.start + end }));
	});
}

/** Who the corpus knows to have spoken. */
export function speakersOf({ citations }: Corpus): readonly string[] {
	return [...new Set(citations.flatMap(one => one.speaker ?? []))];
}

/** Whether a stretch has something in common with any of others. */
export function overlaps({ start, end }: Place, others: readonly Place[]): boolean {
	return others.some(one => start < one.end && one.start < end);
}

/** English between straight marks, the first of which stands where a word may begin. */
function straightEnglish({ text }: Block): readonly Place[] {
	return [...text.matchAll(/(?<![^\s\0(（\[:：,，;；|—–-])"([^"\n\p{Script=Han}]+)"/gu)].map(one => ({
		start: one.index + 1,
		end: one.index + one[0].length - 1,
	}));
}

/** 指出：**…**: bold in place of marks. */
function boldSpeech({ text, start }: Block, draft: string, names: readonly string[]): readonly Place[] {
	return speechIn(text, names).flatMap(speech => {
		const bold = /^(?:\*\*|__)([^*_\n]+)(?:\*\*|__)/.exec(draft.slice(start + speech.start, start + text.length));
		const from = speech.start + 2;
		return bold?.[1] === undefined ? [] : [{ start: from, end: from + bold[1].length }];
	});
}

/** Fewer letters are a name or a term; with a stop within them, or more than a name has, fewer are a clause. */
const shortest = { clause: 10, stopped: 8, words: 6 } as const;
/** What is longer is no name. */
const longestName = 30;
/** Letters beside known wordings that make no sentence of them. */
const fewestBeside = 4;
const stop = /[，。；：！？,;!?](?=.)/u;
/** What a document, a meeting or a scheme is called ends so. */
const title = new RegExp(
	'(?:通知|意见|办法|规划|方案|条例|规定|指南|纲要|报告|决定|公报|白皮书|蓝皮书|指导目录|论坛|峰会|大会|会议|计划|工程|行动|平台|系统|' +
		'项目|中心|基地|联盟|指数|示范区|试验区|经济带|产业链|产业集群|体系|机制|模式|制度|战略|格局|问题|問題)$',
	'u',
);

/** Tells passages as long as a clause from names, titles and recorded terms and formulations. */
export class Clauses {
	private readonly known: readonly string[];
	private readonly filled: readonly RegExp[];

	constructor({ terms, formulations }: Corpus) {
		const fixed = formulations.filter(one => !one.text.includes('{'));
		const wordings = [...terms.flatMap(one => [one.term, ...(one.aliases ?? [])]), ...fixed.map(one => one.text)];
		this.known = wordings
			.map(normalizedText)
			.filter(one => one.length > 1)
			.sort((a, b) => b.length - a.length);
		this.filled = formulations
			.filter(one => one.text.includes('{'))
			.map(one => {
				const parts = one.text.split(/\{[^}]*\}/).map(normalizedText);
				return new RegExp(`^${parts.join('.{1,12}')}$`, 'u');
			});
	}

	/** Whether what a draft has at a place is as long as a clause, and no name, title or recorded wording. */
	isClause({ blocks }: Draft, { start, end }: Place): boolean {
		const block = blocks.find(one => one.start <= start && end <= one.start + one.text.length);
		if (!block) return false;
		const [from, to] = [start - block.start, end - block.start];
		const words = block.text.slice(from, to).replaceAll(blank, '').trim();
		if (!/\p{Script=Han}{2}/u.test(words)) return (words.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= shortest.words;
		const letters = normalizedText(words);
		if (this.isKnown(letters)) return false;
		if (stop.test(words)) return letters.length >= shortest.stopped;
		if (letters.length < shortest.clause) return false;
		return letters.length > longestName || !(title.test(words) || isName(block.text, from, to));
	}

	/** Whether words are recorded wordings and hardly anything beside them. */
	private isKnown(letters: string): boolean {
		if (this.filled.some(one => one.test(letters))) return true;
		let rest = letters;
		for (const one of this.known) rest = rest.replaceAll(one, '');
		return rest.length < fewestBeside && rest.length < letters.length;
	}
}
