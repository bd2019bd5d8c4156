// Sentences of reports, laws, speeches and meetings that a draft says are from others of their kind, and as many that
// it names rightly. The texts are the reports under other names: what counts is what is named.

import { Corpus } from '../../src/core/corpus/corpus';
import type { Citation, DocumentText, Source } from '../../src/core/corpus/records';
import { Draft } from '../../src/core/draft/draft';
import { wordFinding } from '../../src/core/messages/findings';
import { Reviewer } from '../../src/core/review/review';
import { sentences } from '../../src/core/text/sentences';
import { lettersOf, type Yearly } from './quotations';
import { printTable, type Target } from './report';
import { randomFrom } from './source';

const perKind = 40;
const wantedFound = 0.95;

const kinds = ['place', 'year', 'law', 'article', 'meeting', 'date'] as const;
type Kind = (typeof kinds)[number];

/** A draft, and whether it names another text than its words stand in. */
interface Sample {
	readonly kind: Kind;
	readonly draft: string;
	readonly isWrong: boolean;
}

/** A text under a name of its own: what people call it, and a sentence of it where a law has it. */
interface Named {
	readonly source: Source;
	readonly called: string;
	readonly paragraphs: readonly string[];
}

const places = [
	'江苏省',
	'浙江省',
	'广东省',
	'山东省',
	'四川省',
	'湖北省',
	'上海市',
	'重庆市',
	'内蒙古自治区',
	'海南省',
];
const laws = ['粮食储备法', '水利建设促进法', '城镇就业条例', '科技成果推广办法', '对外贸易管理条例'];
const meetings = ['中央经济工作会议', '中央农村工作会议', '全国科技工作会议', '中央城镇化工作会议'];
const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 21 → 二十一. */
function chinese(number: number): string {
	const [tens, ones] = [Math.floor(number / 10), number % 10];
	const ten = tens === 0 ? '' : `${tens === 1 ? '' : numerals[tens]}十`;
	return ten + (ones === 0 ? '' : numerals[ones]);
}

/** Sentences that stand in no other text, which nobody can name otherwise by chance. */
function quotable(paragraphs: readonly string[], others: string): string[] {
	return paragraphs
		.flatMap(one => sentences(one).map(({ start, end }) => one.slice(start, end)))
		.filter(one => /^\p{Script=Han}/u.test(one) && /[。；]$/.test(one) && !/["“”‘’《》…：（）\n]/.test(one))
		.map(one => one.slice(0, -1))
		.filter(one => lettersOf(one).length >= 14 && lettersOf(one).length <= 60 && !others.includes(lettersOf(one)));
}

class Library {
	readonly reports: readonly Named[];
	readonly yearly: readonly Named[];
	readonly laws: readonly Named[];
	readonly speeches: readonly Named[];
	readonly said: readonly (Citation & { readonly speaker: string })[];
	private readonly letters: ReadonlyMap<string, string>;
	private readonly pools = new Map<string, readonly string[]>();

	constructor(texts: readonly Yearly[]) {
		const newest = [...texts].sort((a, b) => b.year - a.year);
		const take = (count: number): readonly Yearly[] => newest.splice(0, count);
		this.yearly = take(6).map(one => named(one, 'report', `${one.year}年国务院政府工作报告`, `${one.year}年`));
		this.reports = take(places.length).map((one, at) => {
			const place = places[at] ?? '';
			return named(one, 'report', `2012年${place}政府工作报告`, place);
		});
		this.laws = take(laws.length).map((one, at) => {
			const law = laws[at] ?? '';
			const paragraphs = quotable(one.paragraphs, '')
				.slice(0, 60)
				.map((text, article) => `第${chinese(article + 1)}条 ${text}。`);
			return { ...named(one, 'legislation', `中华人民共和国${law}`, law), paragraphs };
		});
		this.speeches = take(4).map((one, at) => ({
			...named(one, 'speech', `在第${chinese(at + 1)}次工作座谈会上的讲话`, ''),
			source: {
				id: `speech-${at}`,
				type: 'speech',
				title: `在第${chinese(at + 1)}次工作座谈会上的讲话`,
				issued: `2011-0${at + 3}-1${at}`,
			},
		}));
		const spoken = take(meetings.length);
		this.said = spoken.flatMap((one, at) =>
			quotable(one.paragraphs, '')
				.slice(0, 30)
				.map((text, number) => ({
					id: `said-${at}-${number}`,
					kind: 'quotation' as const,
					text: `${text}。`,
					speaker: meetings[at] ?? '',
					source: `meeting-${at}`,
				})),
		);
		const all = [...this.yearly, ...this.reports, ...this.laws, ...this.speeches];
		this.letters = new Map([
			...all.map(one => [one.source.id, lettersOf(one.paragraphs.join('\0'))] as const),
			...meetings.map(
				(_, at) =>
					[
						`meeting-${at}`,
						lettersOf(
							this.said
								.filter(one => one.source === `meeting-${at}`)
								.map(one => one.text)
								.join('\0'),
						),
					] as const,
			),
		]);
	}

	/** Everything but what the held texts of the bench would say twice. */
	corpus(): Corpus {
		const all = [...this.yearly, ...this.reports, ...this.laws, ...this.speeches];
		const documents: DocumentText[] = all.map(({ source, paragraphs }) => ({
			source: source.id,
			file: `documents/${source.id}.md`,
			paragraphs,
			lines: paragraphs.map((_, at) => at + 1),
		}));
		return new Corpus({
			packs: [{ id: 'bench', title: 'bench' }],
			sources: [
				...all.map(one => one.source),
				...meetings.map((title, at) => ({ id: `meeting-${at}`, type: 'webpage', title: `${title}公报` })),
			],
			citations: this.said,
			terms: [],
			formulations: [],
			documents,
			pinyin: [],
			traditional: [],
			origin: new Map(),
			aliases: new Map(),
		});
	}

	/** Sentences of a text that stand in none of the others. */
	sentencesOf({ source, paragraphs }: Named): readonly string[] {
		let pool = this.pools.get(source.id);
		if (!pool) {
			const others = [...this.letters].flatMap(([id, text]) => (id === source.id ? [] : text)).join('\0');
			pool = quotable(
				paragraphs.map(text => text.replace(/^第[^条]+条 /, '')),
				others,
			);
			this.pools.set(source.id, pool);
		}
		return pool;
	}
}

function named({ id, paragraphs }: Yearly, type: string, title: string, called: string): Named {
	return { source: { id, type, title }, called, paragraphs };
}

const reportDrafts: readonly ((name: string, words: string) => string)[] = [
	(name, words) => `2012年${name}政府工作报告提出：“${words}。”`,
	(name, words) => `${name}政府工作报告提出，${words}。`,
	(name, words) => `“${words}。”（${name}2012年政府工作报告）`,
	(name, words) => `《2012年${name}政府工作报告》写道：“${words}”，值得借鉴。`,
	(name, words) => `> ${words}。\n>\n> ——${name}政府工作报告`,
];
const yearDrafts: readonly ((name: string, words: string) => string)[] = [
	(name, words) => `${name}国务院政府工作报告提出：“${words}。”`,
	(name, words) => `${name}政府工作报告指出，${words}。`,
	(name, words) => `“${words}。”（${name}国务院政府工作报告）`,
];
const lawDrafts: readonly ((law: string, article: string, words: string) => string)[] = [
	(law, article, words) => `《${law}》第${article}条规定：“${words}。”`,
	(law, article, words) => `《中华人民共和国${law}》第${article}条明确规定，“${words}”。`,
	(law, article, words) => `“${words}。”（《${law}》第${article}条）`,
	(law, article, words) => `按照《${law}》第${article}条“${words}”的规定，要抓好落实。`,
	(law, article, words) => `根据${law}第${article}条，“${words}”。`,
];
const meetingDrafts: readonly ((meeting: string, words: string) => string)[] = [
	(meeting, words) => `${meeting}强调，${words}。`,
	(meeting, words) => `${meeting}指出：“${words}。”`,
];
const dateDrafts: readonly ((date: string, words: string) => string)[] = [
	(date, words) => `${date}的讲话强调：“${words}。”`,
	(date, words) => `在${date}的讲话中，“${words}”是重点。`,
	(date, words) => `省长${date}在讲话中指出，${words}。`,
	(date, words) => `“${words}。”（${date}讲话）`,
];

function makeSamples(library: Library, seed: number): Sample[] {
	const random = randomFrom(seed);
	const pick = <T>(list: readonly T[]): T => {
		const one = list[Math.floor(random() * list.length)];
		if (one === undefined) throw new Error('nothing to pick from');
		return one;
	};
	const other = <T>(list: readonly T[], than: T): T => {
		const one = pick(list);
		return one === than ? other(list, than) : one;
	};
	const dateOf = ({ source }: Named, day = 0): string => {
		const [year, month, own = 0] = (source.issued ?? '').split('-').map(Number);
		return `${year}年${month}月${own + day}日`;
	};
	const made: Readonly<Record<Kind, (isWrong: boolean) => string>> = {
		place: isWrong => {
			const text = pick(library.reports);
			return pick(reportDrafts)(
				(isWrong ? other(library.reports, text) : text).called,
				pick(library.sentencesOf(text)),
			);
		},
		year: isWrong => {
			const text = pick(library.yearly);
			return pick(yearDrafts)((isWrong ? other(library.yearly, text) : text).called, pick(library.sentencesOf(text)));
		},
		law: isWrong => {
			const law = pick(library.laws);
			const words = pick(library.sentencesOf(law));
			return pick(lawDrafts)((isWrong ? other(library.laws, law) : law).called, articleOf(law, words), words);
		},
		article: isWrong => {
			const law = pick(library.laws);
			const words = pick(library.sentencesOf(law));
			const article = articleOf(law, words);
			const articles = law.paragraphs.map((_, at) => chinese(at + 1));
			return pick(lawDrafts)(law.called, isWrong ? other(articles, article) : article, words);
		},
		meeting: isWrong => {
			const { speaker, text } = pick(library.said);
			return pick(meetingDrafts)(isWrong ? other(meetings, speaker) : speaker, text.slice(0, -1));
		},
		date: isWrong => {
			const speech = pick(library.speeches);
			return pick(dateDrafts)(
				dateOf(speech, isWrong ? 1 + Math.floor(random() * 9) : 0),
				pick(library.sentencesOf(speech)),
			);
		},
	};
	return kinds.flatMap(kind =>
		[true, false].flatMap(isWrong =>
			Array.from({ length: perKind }, () => ({ kind, isWrong, draft: made[kind](isWrong) })),
		),
	);
}

/** The article of a law that has some words. */
function articleOf({ paragraphs }: Named, words: string): string {
	return /^第([^条]+)条/.exec(paragraphs.find(one => one.includes(words)) ?? '')?.[1] ?? '';
}

/** How many wrong attributions are found, and how many right ones are told of; each false one is printed. */
export function benchAttribution(texts: readonly Yearly[]): Target[] {
	const library = new Library(texts);
	const corpus = library.corpus();
	const reviewer = new Reviewer(corpus);
	const rows: string[][] = [];
	const sums = { wrong: 0, found: 0, right: 0, false: 0 };
	for (const kind of kinds) {
		const counts = { wrong: 0, found: 0, right: 0, false: 0 };
		for (const { draft, isWrong } of makeSamples(library, 20260120).filter(one => one.kind === kind)) {
			const finding = reviewer
				.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'] })
				.findings.find(one => one.code === 'quotation.attribution');
			counts[isWrong ? 'wrong' : 'right']++;
			if (finding) counts[isWrong ? 'found' : 'false']++;
			if (isWrong === (finding !== undefined)) continue;
			console.log(
				`  ${isWrong ? 'missed' : 'FALSE'} ${kind}: ${draft} ${finding ? wordFinding(finding, corpus).en : ''}`,
			);
		}
		rows.push([kind, ...Object.values(counts).map(String)]);
		for (const key of ['wrong', 'found', 'right', 'false'] as const) sums[key] += counts[key];
	}
	console.log('\nWhere words are said to be from');
	printTable(['', 'wrong', 'found', 'right', 'told of'], rows);
	return [
		{
			name: 'wrong place, year, law, article, meeting, date: found',
			wanted: `≥ ${wantedFound * 100} %`,
			measured: `${((100 * sums.found) / sums.wrong).toFixed(1)} %`,
			reached: sums.found / sums.wrong >= wantedFound,
		},
		{
			name: `${sums.right} right ones told of`,
			wanted: '0',
			measured: String(sums.false),
			reached: sums.false === 0,
		},
	];
}
