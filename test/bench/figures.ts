// How many wrong numbers the review finds in sentences that cite their source, and whether it leaves right ones alone:
// sentences of real texts and of the shipped corpus, as they stand and in other words, with every form of citation.
// Fixed seed.

import { Draft } from '../../src/core/draft/draft';
import type { Corpus } from '../../src/core/corpus/corpus';
import type { Finding } from '../../src/core/draft/finding';
import type { DraftLanguage } from '../../src/core/draft/language';
import { quantities, type Quantity } from '../../src/core/review/figures/numbers';
import { inChinese } from '../../src/core/text/numerals';
import { Reviewer } from '../../src/core/review/review';
import { sentences } from '../../src/core/text/sentences';
import { figureSentences } from './figureSentences';
import type { Yearly } from './quotations';
import { printTable, type Target } from './report';
import { randomFrom } from './source';

/** A sentence about a source, its numbers, and what it was made from. */
interface Said {
	readonly source: string;
	readonly title: string;
	readonly text: string;
}

const languages: readonly DraftLanguage[] = ['markdown', 'latex', 'plaintext'];

/** A draft in which a sentence cites its source: in every language the forms that it has. */
function drafts({
	source,
	title,
	text,
}: Said): { readonly language: DraftLanguage; readonly draft: string; readonly at: number }[] {
	const bare = text.replace(/[。；！？]$/, '');
	const list = `\n\n参考文献\n\n[1] ${title}.\n`;
	const forms: Readonly<Record<string, readonly string[]>> = {
		markdown: [
			`${bare}[^${source}]。\n`,
			`${bare}[^1]。\n\n[^1]: ${title}.\n`,
			`${bare}[@${source}]。\n`,
			`${bare}（《${title}》）。\n`,
			`${bare}[1]。${list}`,
		],
		latex: [
			`${bare.replaceAll('%', '\\%')}\\cite{${source}}。\n`,
			`${bare.replaceAll('%', '\\%')}\\footnote{${title}.}。\n`,
		],
		plaintext: [`${bare}（《${title}》）。\n`, `${bare}[1]。${list}`],
	};
	return languages.flatMap(language => (forms[language] ?? []).map(draft => ({ language, draft, at: 0 })));
}

/** A number of another value, written as the right one is. */
function other(written: string, { value, chinese, kind }: Quantity, random: () => number): string | undefined {
	if (chinese) {
		if (/^百分之/.test(written))
			return `百分之${inChinese(Math.max(1, Math.round(value + 3 + random() * 10))) ?? '九'}`;
		if (/成/.test(written)) return written.replace(/^[一二三四五六七八九]/, one => (one === '九' ? '六' : '九'));
		const digit = [...'二三四五六七八九'].filter(one => one !== written.charAt(0));
		return digit[Math.floor(random() * digit.length)]! + written.slice(1);
	}
	const digits = [...written];
	const places = digits.flatMap((one, at) => (/\d/.test(one) ? [at] : []));
	if (places.length === 0) return undefined;
	const at = places[Math.floor(random() * Math.min(2, places.length))]!;
	const now = Number(digits[at]);
	digits[at] = String((now + 1 + Math.floor(random() * 8)) % 10);
	if (digits[places[0]!] === '0' && !/^0\./.test(written)) digits[places[0]!] = '1';
	const changed = digits.join('');
	return changed === written || kind === '第' ? undefined : changed;
}

/** The same in other words, as a hurried writer has it: without its first clauses, other verbs, other marks and numerals. */
function paraphrased(text: string, random: () => number): string {
	const swaps: readonly (readonly [RegExp, string])[] = [
		[/达到(?=[\d约近])/g, '为'],
		[/增长(?=[\d约近])/g, '增加'],
		[/提高(?=[\d约近])/g, '上升'],
		[/下降(?=[\d约近])/g, '减少'],
		[/我们/g, '政府'],
		[/以上/g, '以上'],
		[/全面/g, ''],
		[/继续|进一步|着力|认真/g, ''],
		[/超过/g, '逾'],
		[/其中/g, ''],
	];
	let words = text.replace(/[。；！？]$/, '');
	const clauses = words.split('，');
	const first = clauses.findIndex(one => quantities(one).length > 0);
	if (first > 1 && random() < 0.7) words = clauses.slice(first - 1).join('，');
	for (const [pattern, instead] of swaps) if (random() < 0.8) words = words.replace(pattern, instead);
	if (random() < 0.3) words = words.replace(/(\d)(\d)(\d)(\d)(?=[个人家户吨亿万])/g, '$1,$2$3$4');
	if (random() < 0.3)
		words = words.replace(/(\d{1,2})%/g, (all, digits: string) => {
			const han = inChinese(Number(digits));
			return han === undefined || all.includes('.') ? all : `百分之${han}`;
		});
	return `${words}。`;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** What one kind of sentence came to. */
class Tally {
	right = 0;
	alarms = 0;
	altered = 0;
	found = 0;
	fixed = 0;
	readonly wrong: string[] = [];
	readonly missed: string[] = [];
	/** Found, but the fix writes something else than stood there. */
	readonly other: string[] = [];
}

/** Reviews every sentence as it is right, and with one number altered, in all forms of citation in turn. */
function measure(reviewer: Reviewer, said: readonly Said[], seed: number): Tally {
	const random = randomFrom(seed);
	const tally = new Tally();
	const findings = (draft: string, language: DraftLanguage) =>
		reviewer.reviewNow(new Draft(draft, language), { families: ['figure'] }).findings;
	said.forEach((one, turn) => {
		const forms = drafts(one);
		const form = forms[turn % forms.length]!;
		const alarms = findings(form.draft, form.language);
		tally.right++;
		if (alarms.length > 0) {
			tally.alarms++;
			for (const { data } of alarms) tally.wrong.push(saying(form.draft, data));
		}
		const numbers = quantities(one.text);
		const number = numbers[Math.floor(random() * numbers.length)];
		if (!number || number.to !== undefined) return;
		const before = one.text.slice(number.start, number.end);
		const changed = other(before, number, random);
		if (changed === undefined) return;
		const text = one.text.slice(0, number.start) + changed + one.text.slice(number.end);
		const wrong = drafts({ ...one, text })[turn % forms.length]!;
		const found = findings(wrong.draft, wrong.language);
		tally.altered++;
		if (found.some(({ start, end }) => start <= number.end + 6 && number.start <= end)) {
			tally.found++;
			const fixed = found.some(
				({ start, end, data }) =>
					wrong.draft.slice(0, start) + String(data.wording) + wrong.draft.slice(end) === form.draft,
			);
			if (fixed) tally.fixed++;
		} else tally.missed.push(`${before} → ${changed}: ${wrong.draft.split('\n')[0]!}`);
	});
	return tally;
}

/** Sentences people wrote about two reports; of the wrong ones the right number is to be written. */
function measureWritten(reviewer: Reviewer, corpus: Corpus, reports: readonly Yearly[]): Tally {
	const tally = new Tally();
	let turn = 0;
	for (const [year, sentences] of Object.entries(figureSentences)) {
		const source = reports.find(one => one.year === Number(year))?.id;
		if (source === undefined) continue;
		const title = corpus.source(source)?.title ?? '';
		for (const sentence of sentences) {
			const review = (text: string) => {
				const forms = drafts({ source, title, text });
				const { draft, language } = forms[turn % forms.length]!;
				return {
					draft,
					language,
					found: reviewer.reviewNow(new Draft(draft, language), { families: ['figure'] }).findings,
				};
			};
			turn++;
			const right = review(sentence.replace(/‹(.*?)›.*?‹›/, '$1'));
			tally.right++;
			if (right.found.length > 0) tally.alarms++;
			for (const { data } of right.found) tally.wrong.push(saying(right.draft, data));
			if (!sentence.includes('‹')) continue;
			const wrong = review(sentence.replace(/‹.*?›(.*?)‹›/, '$1'));
			tally.altered++;
			if (wrong.found.length > 0) tally.found++;
			else tally.missed.push(wrong.draft.split('\n')[0]!);
			if (wrong.found.length === 1) {
				const { start, end, data } = wrong.found[0]!;
				const wording = wrong.language === 'latex' ? String(data.wording).replace('%', '\\%') : String(data.wording);
				const fixed = wrong.draft.slice(0, start) + wording + wrong.draft.slice(end);
				if (fixed === right.draft) tally.fixed++;
				else tally.other.push(saying(wrong.draft, data));
			}
		}
	}
	return tally;
}

function saying(draft: string, data: Finding['data']): string {
	return `${String(data.written)} → ${String(data.wording)}: ${draft.split('\n')[0]!} | ${String(data.original)}`;
}

/** Sentences with numbers of the newest texts, and of what the corpus records of sources that are whole. */
export function benchFigures(texts: readonly Yearly[], corpus: Corpus): Target[] {
	const reviewer = new Reviewer(corpus);
	const show = process.argv.includes('--show');
	const random = randomFrom(77);
	const title = (id: string) => corpus.source(id)?.title ?? id;
	const recorded = corpus.citations
		.filter(one => one.kind === 'figure' && corpus.source(one.source)?.fidelity !== 'damaged')
		.map(({ source, text }) => ({ source, title: title(source), text }));
	const clauses = corpus.citations
		.filter(one => one.wording !== undefined && corpus.source(one.source)?.fidelity !== 'damaged')
		.map(({ source, wording = '' }) => ({ source, title: title(source), text: `${wording}。` }));
	const printed = texts
		.filter(one => one.year >= 2003)
		.flatMap(({ id, paragraphs }) =>
			paragraphs.flatMap(text =>
				sentences(text)
					.map(({ start, end }) => text.slice(start, end))
					.filter(one => one.length > 12 && one.length < 140 && quantities(one).length > 0)
					.map(one => ({ source: id, title: title(id), text: one })),
			),
		)
		.filter(() => random() < 0.35);
	const other = printed.map(one => ({ ...one, text: paraphrased(one.text, random) }));
	const kinds: readonly (readonly [string, readonly Said[]])[] = [
		['records, our words', recorded],
		['records, source’s clause', clauses],
		['full texts, own sentence', printed],
		['full texts, in other words', other],
	];
	const rows: string[][] = [];
	const sum = { altered: 0, found: 0, alarms: 0, right: 0 };
	const tallies = [
		...kinds.map(([kind, said]) => [kind, measure(reviewer, said, 5)] as const),
		['full texts, written by hand', measureWritten(reviewer, corpus, texts)] as const,
	];
	for (const [kind, tally] of tallies) {
		rows.push([
			kind,
			String(tally.right),
			String(tally.alarms),
			String(tally.altered),
			percent(tally.found / tally.altered),
			percent(tally.fixed / tally.altered),
		]);
		for (const key of ['altered', 'found', 'alarms', 'right'] as const) sum[key] += tally[key];
		for (const line of tally.wrong) console.log(`  false: ${line}`);
		if (show) for (const line of tally.missed) console.log(`  missed: ${line}`);
		if (show) for (const line of tally.other) console.log(`  other: ${line}`);
	}
	console.log('\nNumbers in sentences that cite their source');
	printTable(['sentences', 'right', 'false alarms', 'altered', 'found', 'fix as it was'], rows);
	return [
		{
			name: 'altered figures found',
			wanted: '≥ 90 %',
			measured: percent(sum.found / sum.altered),
			reached: sum.found / sum.altered >= 0.9,
		},
		{
			name: `false alarms in ${sum.right} right sentences`,
			wanted: '0',
			measured: String(sum.alarms),
			reached: sum.alarms === 0,
		},
	];
}
