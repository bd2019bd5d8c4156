// The generated test set for quotation checks: quotations of real texts, changed in known ways, and clean sentences.
// Fixed seed.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toTraditional } from '../../src/cli/traditional';
import { Corpus } from '../../src/core/corpus/corpus';
import { compact } from '../../src/core/text/compact';
import { fold } from '../../src/core/text/fold';
import { sentences } from '../../src/core/text/sentences';
import { randomFrom } from './source';

export const kinds = [
	'verbatim',
	'partial',
	'replaced',
	'dropped',
	'inserted',
	'reordered',
	'elided',
	'spliced',
	'traditional',
	'punctuation',
] as const;
export type Kind = (typeof kinds)[number];

/** One quotation as a draft has it, and the truth about it. */
export interface Sample {
	readonly kind: Kind;
	readonly written: string;
	/** The words it was made from, in the order of the quotation. */
	readonly originals: readonly string[];
	/** How many characters were changed, of the kinds that change characters. */
	readonly edits: number;
}

export interface Yearly {
	readonly id: string;
	readonly title: string;
	readonly year: number;
	readonly paragraphs: readonly string[];
}

/** The reports by year, nothing where they are not beside the project. */
export function readReports(root: string): readonly Yearly[] {
	const path = join(root, '../shared/data/government_work_reports_1954_2015.jsonl');
	if (!existsSync(path)) return [];
	return readFileSync(path, 'utf8')
		.split('\n')
		.filter(line => line !== '')
		.map(line => {
			const { title, content } = JSON.parse(line) as { title: string; content: string };
			const year = Number(/\d{4}/.exec(title)?.[0] ?? 0);
			const paragraphs = content
				.split(/\n+/)
				.map(one => one.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').trim())
				.filter(one => one !== '');
			return { id: `report-${year}`, title, year, paragraphs };
		});
}

/** A corpus of which these texts are the documents, beside what another has. */
export function withDocuments(texts: readonly Yearly[], base?: Corpus): Corpus {
	return new Corpus({
		packs: base?.packs ?? [{ id: 'bench', title: 'bench' }],
		citations: base?.citations ?? [],
		terms: base?.terms ?? [],
		formulations: base?.formulations ?? [],
		sources: [...(base?.sources ?? []), ...texts.map(({ id, title }) => ({ id, type: 'report', title }))],
		documents: texts.map(({ id, paragraphs }) => ({
			source: id,
			file: `documents/${id}.md`,
			paragraphs,
			lines: paragraphs.map((_, at) => at + 1),
		})),
		syllables: base?.syllables ?? '',
		pinyin: [],
		traditional: [],
		origin: new Map(),
		aliases: new Map(),
	});
}

export const lettersOf = (text: string): string => compact(fold(text)).text;
const commonest =
	'的一是不了在有人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严';

export interface SampleSet {
	readonly samples: readonly Sample[];
	readonly clean: readonly string[];
}

/** The samples, `each` of every kind, from texts up to `until`; `clean` sentences from later ones, or none. */
export function generate(
	texts: readonly Yearly[],
	each: number,
	cleanCount: number,
	until: number,
	seed = 20240131,
): SampleSet {
	const random = randomFrom(seed);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
	const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
	const plain = (sentence: string): boolean =>
		!/["“”‘’「」『』《》…\n]/.test(sentence) && /^\p{Script=Han}/u.test(sentence) && /[。；！？]$/.test(sentence);
	const sized = (sentence: string, low: number, high: number): boolean =>
		lettersOf(sentence).length >= low && lettersOf(sentence).length <= high;
	const split = (years: readonly Yearly[]): string[] =>
		years
			.flatMap(one => one.paragraphs)
			.flatMap(one => sentences(one).map(({ start, end }) => one.slice(start, end)))
			.filter(plain);
	const pool = split(texts.filter(one => one.year <= until));
	const usual = pool.filter(one => sized(one, 14, 70));
	const many = usual.filter(one => one.split('，').length >= 3);
	const traditional = toTraditional();
	const bare = (sentence: string): string => sentence.replace(/[。；！？]$/, '');
	const hanAt = (text: string): number[] => [...text].flatMap((one, at) => (/\p{Script=Han}/u.test(one) ? [at] : []));

	const makers: Record<Kind, () => Sample> = {
		verbatim: () => ({ ...made('verbatim', pick(usual)) }),
		partial: () => {
			const sentence = bare(pick(many));
			const clauses = sentence.split('，');
			const from = between(0, clauses.length - 2);
			return made('partial', clauses.slice(from, from + between(1, clauses.length - 1 - from)).join('，'));
		},
		replaced: () => edited('replaced', (text, at) => text.slice(0, at) + other(text[at]!) + text.slice(at + 1)),
		dropped: () => edited('dropped', (text, at) => text.slice(0, at) + text.slice(at + 1)),
		inserted: () => edited('inserted', (text, at) => text.slice(0, at) + other(text[at]!) + text.slice(at)),
		reordered: () => {
			for (;;) {
				const clauses = bare(pick(many)).split('，');
				const at = between(0, clauses.length - 2);
				if (
					clauses[at] === clauses[at + 1] ||
					lettersOf(clauses[at]!).length < 4 ||
					lettersOf(clauses[at + 1]!).length < 4
				)
					continue;
				const original = clauses.join('，');
				[clauses[at], clauses[at + 1]] = [clauses[at + 1]!, clauses[at]!];
				return { kind: 'reordered', written: clauses.join('，'), originals: [original], edits: 0 };
			}
		},
		elided: () => {
			for (;;) {
				const clauses = bare(pick(many)).split('，');
				const [first, last] = [clauses[0]!, clauses.at(-1)!];
				if (lettersOf(first).length >= 4 && lettersOf(last).length >= 4)
					return { kind: 'elided', written: `${first}……${last}`, originals: [first, last], edits: 0 };
			}
		},
		spliced: () => {
			const [a, b] = [bare(pick(many)).split('，'), bare(pick(many)).split('，')];
			const [first, last] = [
				a.slice(0, between(1, a.length - 1)).join('，'),
				b.slice(between(1, b.length - 1)).join('，'),
			];
			if (lettersOf(first).length < 6 || lettersOf(last).length < 6) return makers.spliced();
			return { kind: 'spliced', written: `${first}，${last}`, originals: [first, last], edits: 0 };
		},
		traditional: () => {
			const sentence = pick(usual);
			const written = traditional(sentence);
			return written === sentence
				? makers.traditional()
				: { kind: 'traditional', written, originals: [sentence], edits: 0 };
		},
		punctuation: () => {
			const sentence = bare(pick(many));
			const written = sentence.replace(/[，、]/g, mark =>
				random() < 0.5 ? mark : mark === '，' ? pick(['；', '、', '']) : '，',
			);
			return written === sentence
				? makers.punctuation()
				: { kind: 'punctuation', written, originals: [sentence], edits: 0 };
		},
	};
	const made = (kind: Kind, text: string): Sample =>
		lettersOf(text).length < 8 ? makers[kind]() : { kind, written: text, originals: [text], edits: 0 };
	function other(than: string): string {
		const one = pick([...commonest]);
		return one === than ? other(than) : one;
	}
	function edited(kind: Kind, change: (text: string, at: number) => string): Sample {
		const original = bare(pick(usual));
		const edits = between(1, 3);
		let written = original;
		// Inner characters, apart from each other: what was changed is then beyond doubt.
		const places = hanAt(original)
			.slice(2, -2)
			.filter((_, at) => at % 3 === Math.floor(random() * 3));
		const chosen = new Set<number>();
		while (chosen.size < Math.min(edits, places.length)) chosen.add(pick(places));
		for (const at of [...chosen].sort((a, b) => b - a)) written = change(written, at);
		return chosen.size === 0 || lettersOf(written) === lettersOf(original)
			? edited(kind, change)
			: { kind, written, originals: [original], edits: chosen.size };
	}
	const samples = kinds.flatMap(kind => Array.from({ length: each }, () => makers[kind]()));
	const attributing = /[“”"「」『』《》]|强调|指出|提出|要求|表示|勉励|明确|部署/;
	const later = split(texts.filter(one => one.year > until)).filter(
		one => !attributing.test(one) && sized(one, 6, 120),
	);
	const clean = later.length === 0 ? [] : Array.from({ length: cleanCount }, () => pick(later));
	return { samples, clean };
}
