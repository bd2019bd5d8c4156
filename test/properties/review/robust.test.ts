// Whatever a draft holds: no error, every place inside the draft and in order, the same answer a second time, and a review that can be stopped.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draft } from '../../../src/core/draft/draft';
import type { Change } from '../../../src/core/draft/finding';
import { Reviewer } from '../../../src/core/review/review';
import { small } from '../../unit/review/corpus';

const bits = [
	'“',
	'”',
	'「',
	'」',
	'‘',
	'"',
	'……',
	'\n',
	'\r\n',
	'\n\n',
	'> ',
	'# ',
	'[^a]',
	'[^a]: ',
	'[@report-a]',
	'`',
	'```\n',
	'<!--',
	'-->',
	'<!-- policy-writing: ignore -->',
	'<!-- policy-writing: references -->',
	'\\cite{a}',
	'%',
	'---\n',
	'\0',
	'\ud840',
	'\udc00',
	'𠮷',
	'\u200b',
	'习近平总书记强调，',
	'要加快转变经济发展方式',
	'，推动产业结构优化升级',
	'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素',
	'面对复杂严峻的国内外环境',
	'的',
	'abc',
	'2024年',
	'。',
	'，',
];

test.each(['markdown', 'latex', 'plaintext'])('any draft in %s', language => {
	const reviewer = new Reviewer(small);
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 40 }), parts => {
			const draft = parts.join('');
			const options = { language, families: ['quotation', 'wording', 'punctuation'] as const, all: true };
			const { findings, partial } = reviewer.reviewNow(new Draft(draft, 'markdown'), options);
			expect(partial).toBe(false);
			let last = 0;
			for (const { start, end, data } of findings) {
				expect(start).toBeGreaterThanOrEqual(last);
				expect(end).toBeGreaterThan(start);
				expect(end).toBeLessThanOrEqual(draft.length);
				last = start;
				for (const change of (data.changes as readonly Change[]) ?? []) {
					// What is written is what stands there, but for markup.
					let at = change.start;
					for (const mark of change.written) at = draft.indexOf(mark, at) + mark.length;
					expect(at).toBeLessThanOrEqual(change.end);
					expect(change.written).not.toContain('\0');
				}
			}
			expect(reviewer.reviewNow(new Draft(draft, 'markdown'), options).findings).toEqual(findings);
		}),
		{ numRuns: 150 },
	);
});

test('a review pauses, and ends with what it has when nobody waits any more', async () => {
	const draft =
		'他说“要加快改变经济发展方式，推动产业结构优化升级”。\n\n第二段不同，“要加快转换经济发展方式，推动产业结构优化升级”。\n\n'.concat(
			'别的话。',
		);
	const signal = { aborted: false };
	let pauses = 0;
	const review = await new Reviewer(small).review(new Draft(draft, 'markdown'), { signal }, async () => {
		pauses++;
		signal.aborted = true;
		await Promise.resolve();
	});
	expect(pauses).toBeGreaterThan(0);
	expect(review.partial).toBe(true);
	expect(review.findings.length).toBeLessThan(3);
	expect(review.reviewed).toBeLessThan(draft.length);
});
