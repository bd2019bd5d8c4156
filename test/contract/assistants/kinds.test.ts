// Whole kinds of what assistants write, made of every record of the shipped corpus: another speaker, another year, another
// number, words of two places. Rates of the kind, and nothing told of what is right.
import { expect, test } from 'vitest';
import { policyExplain } from '../../../src/app/assistants/explain';
import { readResource } from '../../../src/app/assistants/resources';
import { policyVerify } from '../../../src/app/assistants/verify';
import type { Citation } from '../../../src/core/service';
import { shippedRecords } from './shipped';

const records = shippedRecords();
const { corpus } = records;
const isWhole = ({ source }: Citation) => corpus.source(source)?.fidelity !== 'damaged';
const bare = (text: string) => text.replace(/[。！？；，]+$/, '');
const quotations = corpus.citations.filter(one => one.kind === 'quotation' && one.text.length >= 12 && isWhole(one));

/** What is said of the quotations of a text, and of its numbers. */
async function verdictsOf(text: string): Promise<readonly string[]> {
	const { findings, other } = await policyVerify({ text }, { records });
	return [
		...(findings as readonly { readonly verdict: string }[]).map(one => one.verdict),
		...(other as readonly { readonly code: string }[]).map(one => one.code),
	];
}

/** How many of the texts have a verdict, and those that have not. */
async function having(texts: readonly string[], ...wanted: readonly string[]) {
	const others: string[] = [];
	for (const text of texts) {
		const found = await verdictsOf(text);
		if (!found.some(one => wanted.includes(one))) others.push(`${found.join()} ${text}`);
	}
	return { rate: 1 - others.length / texts.length, others };
}

type Writing = (who: string, words: string) => string;
const saidBefore: readonly Writing[] = [
	(who, words) => `${who}强调，“${words}”。`,
	(who, words) => `正如${who}所说，“${words}”，这是我们的共识。`,
	(who, words) => `2024年5月，${who}在座谈会上指出：“${words}。”`,
	(who, words) => `按照${who}的要求，“${words}”，我们制定了本方案。`,
];
const saidBehind: readonly Writing[] = [
	(who, words) => `“${words}”，${who}的这一要求为我市提供了依据。`,
	(who, words) => `“${words}。”这是${who}的重要论断。`,
	(who, words) => `“${words}”，${who}在调研时这样要求。`,
];
const ofReport: readonly Writing[] = [
	(year, words) => `${year}年政府工作报告首次写入“${words}”。`,
	(year, words) => `根据${year}年政府工作报告，我们应当“${words}”。`,
	(year, words) => `${year}年政府工作报告将“${words}”列为重点任务。`,
	(year, words) => `“${words}”，出自${year}年政府工作报告。`,
	(year, words) => `“${words}”，这是${year}年政府工作报告的要求。`,
];
const speakers = ['李克强', '温家宝总理', '胡锦涛', '王沪宁', '李强总理', '杜传忠', '丁薛祥副总理'];
const said = quotations.filter(one => one.speaker !== undefined && !/会议|规划/.test(one.speaker));
const reports = quotations.filter(one => one.source.startsWith('government-work-report'));
const yearOf = ({ source }: Citation) => source.slice(-4);

test.each([
	['before', saidBefore],
	['behind', saidBehind],
])('every recorded quotation with another speaker %s it', async (_, writings) => {
	const texts = said.flatMap(({ text, speaker = '' }, at) =>
		writings.flatMap((write, which) => {
			const other = speakers[(at + which) % speakers.length] ?? '';
			return other.startsWith(speaker) ? [] : [write(other, bare(text))];
		}),
	);
	const { rate, others } = await having(texts, 'attribution');
	expect(rate, others.join('\n')).toBeGreaterThanOrEqual(0.99);
});

test('every line of a report with another year', async () => {
	const texts = reports
		.filter(one => bare(one.text).length > 18)
		.flatMap((one, at) =>
			ofReport.map((write, which) => {
				const other = ['2003', '2009', '2018', '2022'][(at + which) % 4] ?? '';
				return write(other, bare(one.text));
			}),
		);
	const { rate, others } = await having(texts, 'attribution');
	expect(rate, others.join('\n')).toBeGreaterThanOrEqual(0.99);
});

test('nothing is told of who really spoke, where and when', async () => {
	const named = said.flatMap(({ text, speaker = '', occasion }) => {
		const who = speaker === '习近平' ? ['习近平总书记', '总书记'] : [speaker];
		const where = occasion === undefined ? [] : [`${speaker}在${occasion}时强调，“${bare(text)}”。`];
		return [
			...who.flatMap(one =>
				[...saidBefore.slice(0, 2), saidBefore[3], ...saidBehind].map(write => write?.(one, bare(text)) ?? ''),
			),
			...where,
		];
	});
	const sessions = said
		.filter(one => one.occasion?.includes('江苏代表团'))
		.flatMap(({ text }) => [
			`在2024年全国两会上，习近平提出“${bare(text)}”。`,
			`两会期间，习近平总书记强调，“${bare(text)}”。`,
		]);
	const years = reports.flatMap(one => ofReport.map(write => write(yearOf(one), bare(one.text))));
	const found: string[] = [];
	for (const text of [...named, ...sessions, ...years])
		if ((await verdictsOf(text)).includes('attribution')) found.push(text);
	expect(found).toEqual([]);
});

test('every recorded figure in the words of its source, as it is and with another number', async () => {
	const figures = corpus.citations.flatMap(one =>
		one.kind === 'figure' && one.wording !== undefined && isWhole(one) ? [one.wording] : [],
	);
	expect(
		(
			await having(
				figures.map(one => `资料显示，“${one}”。`),
				'verbatim',
			)
		).others,
	).toEqual([]);
	const digits = figures.filter(one => /\d/.test(one));
	const changed = digits.map(one => `目前，“${one.replace(/\d+/, all => String(Number(all) + 9))}”，走在前列。`);
	expect((await having(changed, 'differs', 'figure.differs')).others).toEqual([]);
});

test('words of one place shortened, and put together with those of another', async () => {
	const clausesOf = (one: Citation) => bare(one.text).split(/[，。；]/);
	const long = quotations.filter(one => clausesOf(one).length > 2);
	const texts = long.flatMap((one, at) => {
		const clauses = clausesOf(one);
		const others = quotations.filter(other => other.source !== one.source);
		return [7, 19, 31].map(step => {
			const [other = ''] = bare(others[(at * 5 + step) % others.length]?.text ?? '').split(/[，。；]/);
			return `会议强调：“${[clauses[0], ...clauses.slice(2), other].join('，')}。”`;
		});
	});
	const { rate, others } = await having(texts, 'spliced');
	expect(rate, others.join('\n')).toBeGreaterThanOrEqual(0.9);
});

test('no record that is shipped reads like an order to an assistant', () => {
	const named = [...corpus.terms, ...corpus.formulations].map(({ id }) => policyExplain({ term: id }, { records }));
	const read = corpus.sources.map(({ id }) => readResource(records, `policy-corpus://source/${id}`));
	for (const answer of [...named, ...read]) {
		expect(answer).not.toHaveProperty('warning');
		expect(JSON.stringify(answer).length).toBeLessThanOrEqual(9000);
	}
});
