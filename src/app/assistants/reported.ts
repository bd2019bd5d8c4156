// Words that somebody is said to have said, without marks, of which the review is silent: they stand in a source as
// they are, or nothing at hand has them. Who retells in other words is not corrected.
import type { Draft } from '../../core/draft/draft';
import type { Finding } from '../../core/draft/finding';
import { normalizedText } from '../../core/review/compare/comparedText';
import { speechIn } from '../../core/review/speech';
import { judgedAlone, type Asking, type Entry, type LookedAt } from './alone';
import { unknownQuotation } from './quotationShown';
import { overlaps, speakersOf, type Place } from './unproved';

/** So many reports of a text are looked at; those of the rest when that is sent. */
const mostReports = 120;
/** So many ends of clauses are tried, the last first. */
const mostEnds = 5;
/** Fewer letters are anybody's. */
const shortest = 10;
/** Who reports without a mark before the words, or names what was asked for before them. */
const looseLead = new RegExp(
	'(^|[。！？；\\n])[^。！？；\\n“”「」]{0,80}?' +
		'(?:(?:按照|根据|依照|遵照|落实|贯彻)[^，。；\\n]{2,60}(?:要求|部署|精神|安排|指示)[，,]|' +
		'(?:报告|讲话|座谈会|会议|全会|规划|纲要|文章)[^，。；\\n]{0,12}?(?:提出|指出|强调|要求|明确)(?:了|要|的是)?)',
	'gu',
);

interface Report extends Place {
	/** The sentence up to the words. */
	readonly lead: string;
	/** Whether somebody is plainly said to have said it. */
	readonly isPlain: boolean;
}

/** Entries for the reports of a draft that nothing else tells of. */
export async function reportedEntries(
	draft: Draft,
	{ within, findings }: { readonly within: readonly Place[]; readonly findings: readonly Finding[] },
	asking: Asking,
): Promise<LookedAt> {
	const quotations = findings.filter(one => one.code.startsWith('quotation.'));
	const all = reportsIn(draft, speakersOf(asking.records.corpus))
		.filter(one => !overlaps(one, within) && !overlaps(one, quotations))
		.sort((a, b) => a.start - b.start);
	const reports = all.slice(0, mostReports);
	const tried = reports.map(({ lead, start, end }) =>
		beginnings(draft.text.slice(start, end)).map(words => ({ words, lead })),
	);
	const judged = await judgedAlone(tried.flat(), asking);
	const entries: Entry[] = [];
	let first = 0;
	for (const [at, words] of tried.entries()) {
		const own: (readonly Entry[])[] = [];
		for (const one of judged.slice(first, (first += words.length))) if (one) own.push(one);
		if (own.length < words.length) return { entries, upTo: reports[at]?.start ?? 0 };
		const proved = own.find(one => one.some(isProved));
		if (proved) entries.push(...proved);
		else if (reports[at]?.isPlain) entries.push(await unknown(words[0]?.words ?? '', own[0] ?? [], asking));
	}
	return { entries, upTo: all[mostReports]?.start ?? Infinity };
}

/** Words that stand nowhere as they are; with the finding, by which it is known whose document is nearest. */
async function unknown(words: string, judged: readonly Entry[], asking: Asking): Promise<Entry> {
	const known = judged.find(one => one.shown['verdict'] === 'unknown');
	const { finding, shown } = known ?? { shown: await unknownQuotation(words, {}, asking) };
	return { kind: 'finding', ...(finding && { finding }), shown: { ...shown, marked: false } };
}

/** Whether words stand somewhere as they are, whoever is named for them. */
function isProved({ shown, finding }: Entry): boolean {
	return shown['verdict'] === 'verbatim' || shown['verdict'] === 'form' || finding?.code === 'quotation.attribution';
}

/** What is reported without marks in a draft, in order. */
function reportsIn({ blocks }: Draft, names: readonly string[]): readonly Report[] {
	return blocks.flatMap(({ kind, text, start }) => {
		if (kind === 'note') return [];
		const plain = speechIn(text, names).map(one => ({ ...one, isPlain: one.exact !== true }));
		const loose = [...text.matchAll(looseLead)].map(({ 0: lead, 1: before = '', index }) => {
			const [from, words] = [index + before.length, index + lead.length];
			return { from, start: words, end: words + (toStop.exec(text.slice(words))?.[0].length ?? 0), isPlain: false };
		});
		return [...plain, ...loose.filter(one => !overlaps(one, plain))]
			.filter(one => normalizedText(text.slice(one.start, one.end)).length >= shortest)
			.map(({ from, isPlain, ...one }) => ({
				start: start + one.start,
				end: start + one.end,
				lead: text.slice(from, one.start).replaceAll(/[\n\0]/g, ' '),
				isPlain,
			}));
	});
}

/** To the end of a sentence. */
const toStop = /^[^。！？；\n]*/;

/** What the reporter puts before the words. */
const modal = /^(?:我们|各地|各省)?(?:应当?|必须|要|需要?)/;

/** A sentence, and what of it stands before the ends of its clauses: who reports adds what it means to him. */
function beginnings(sentence: string): readonly string[] {
	const bare = sentence.replace(modal, '');
	const whole = bare === sentence ? [sentence] : [sentence, ...partsOf(bare)];
	return [...whole, ...partsOf(sentence).slice(1)];
}

function partsOf(words: string): readonly string[] {
	const ends = [...words.matchAll(/[，；：,;]/g)].map(one => one.index).reverse();
	const parts = ends.slice(0, mostEnds).map(end => words.slice(0, end));
	return [words, ...parts].filter((one, at) => at === 0 || normalizedText(one).length >= shortest);
}
