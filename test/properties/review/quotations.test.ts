// Long quotations, hostile drafts, and drafts that change: what a review of them costs, and that it is the same.
import { Draft } from '../../../src/core/draft/draft';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Reviewer } from '../../../src/core/review/review';
import { corpusOf, small } from '../../unit/review/corpus';
import { effort } from '../../support/effort';

test('hostile drafts end soon, and say when they were not read to the end', async () => {
	const repeated = corpusOf({
		documents: {
			d: Array.from({ length: 10_000 }, () => '我们要坚持稳中求进的工作总基调，保持经济平稳健康发展。'),
			e: Array.from({ length: 2000 }, (_, at) => `第${at}条，要坚持稳中求进的工作总基调不动摇，保持平稳发展。`),
		},
	});
	const reviewer = new Reviewer(repeated);
	const cost = await effort(() => {
		expect(
			reviewer.reviewNow(new Draft('“我们要坚持稳中求进工作的总基调，保持经济平稳健康发展”', 'markdown')).findings[0]!
				.code,
		).toBe('quotation.differs');
		expect(
			reviewer.reviewNow(new Draft(`“${'我们要坚持稳中求进的总基调。'.repeat(1500)}”`, 'markdown'), { budget: 1 })
				.partial,
		).toBe(true);
		reviewer.reviewNow(new Draft('“「『'.repeat(30_000), 'markdown'));
		reviewer.reviewNow(new Draft('”」』“'.repeat(30_000), 'markdown'));
		reviewer.reviewNow(new Draft('"要"'.repeat(30_000), 'markdown'));
	});
	expect(cost).toBeLessThan(225);
	expect(
		reviewer.reviewNow(new Draft('“我们坚持稳中求进的总基调，保持经济稳定”\n\n'.repeat(20), 'markdown'), {
			signal: { aborted: true },
		}),
	).toEqual({ findings: [], partial: true, reviewed: 0, open: [] });
});

test('a quotation of twenty thousand characters is looked at sentence by sentence; what is said of all of it is said once', () => {
	const source = Array.from({ length: 1000 }, (_, at) => `第${at}条规定了第${at * 7919}项工作的要求和做法。`);
	const long = corpusOf({ documents: { long: source } });
	const words = source.join('').slice(0, 20_100);
	expect(words.length).toBeGreaterThan(20_000);
	const codes = (draft: string) =>
		new Reviewer(long)
			.reviewNow(new Draft(draft, 'markdown'), { families: ['quotation'] })
			.findings.map(one => [one.code, one.end - one.start]);
	expect(codes(`规定：“${words}”，要照办。`).map(one => one[0])).toEqual(['quotation.uncited']);
	expect(codes(`规定：“${words.replace('第300条规定', '第300条规划')}”，要照办。`).map(one => one[0])).toEqual([
		'quotation.uncited',
		'quotation.differs',
	]);
	const poem = '月亮上住着一位喜欢写诗的兔子先生，他每天晚上都要写一首谁也看不懂的长诗。'.repeat(560);
	expect(codes(`他说：“${poem}”。`)).toEqual([['quotation.unknown', poem.length - 1]]);
});

test('after an edit the answer is that of a new review', () => {
	const draft = Array.from(
		{ length: 30 },
		(_, at) => `第${at}段说“要加快改变经济发展方式，推动产业结构优化升级”，又写了别的。`,
	).join('\n\n');
	const reviewer = new Reviewer(small);
	reviewer.reviewNow(new Draft(draft, 'markdown'));
	fc.assert(
		fc.property(
			fc.nat({ max: draft.length }),
			fc.nat({ max: 30 }),
			fc.constantFrom('', '”', '“', '\n\n', '的'),
			(at, cut, text) => {
				const changed = draft.slice(0, at) + text + draft.slice(at + cut);
				expect(reviewer.reviewNow(new Draft(changed, 'markdown'))).toEqual(
					new Reviewer(small).reviewNow(new Draft(changed, 'markdown')),
				);
			},
		),
		{ numRuns: 25 },
	);
});
