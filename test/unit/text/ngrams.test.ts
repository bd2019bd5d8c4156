import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NgramCounts, order } from '../../../src/core/text/ngrams';
import { readNgrams, writeNgrams } from '../../../src/core/text/ngramText';

function countsOf(...texts: readonly string[]): NgramCounts {
	const counts = new NgramCounts();
	for (const text of texts) counts.add(text);
	return counts;
}

describe('n-gram counts', () => {
	test('every stretch of Han up to the order, in either script; marks and digits end it', () => {
		const counts = countsOf('發展新质生产力，发展2015年的发展');
		expect(counts.count('发展')).toBe(3);
		expect(counts.count('发展新质生')).toBe(1);
		expect(counts.count('发展新质生产')).toBe(0); // longer than the order
		expect(counts.count('力发')).toBe(0);
		expect(counts.count('展年')).toBe(0);
		expect(counts.count('')).toBe(0);
	});

	test('as counted by hand, for any text', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '，'), maxLength: 30 })), texts => {
				const counts = countsOf(...texts);
				for (const wanted of ['甲', '甲乙', '乙乙丙', '甲乙丙甲', '丙丙丙丙丙']) {
					let found = 0;
					for (const text of texts) for (let at = 0; at < text.length; at++) if (text.startsWith(wanted, at)) found++;
					expect(counts.count(wanted)).toBe(found);
				}
			}),
			{ numRuns: 100, seed: 7 },
		);
	});
});

describe('n-gram counts as text', () => {
	const counts = countsOf(...Array.from({ length: 40 }, () => '服务实体经济'), '服务机器人');

	test('are read as they were written, an eighth more or less', () => {
		const { counts: read, least } = readNgrams(writeNgrams(counts, 100_000));
		expect(least).toBe(1);
		for (let number = 1; number <= counts.size; number++) {
			let ngram = '';
			for (let at = number; at > 0; at = counts.at(at).parent) ngram = String.fromCharCode(counts.at(at).code) + ngram;
			expect(ngram.length).toBeLessThanOrEqual(order);
			expect(Math.abs(Math.log(read.count(ngram) / counts.count(ngram)))).toBeLessThan(0.13);
		}
	});

	test('in so many bytes at most the commonest', () => {
		const text = writeNgrams(counts, 120);
		expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(120);
		const { counts: read, least } = readNgrams(text);
		expect(least).toBeGreaterThan(1);
		expect(read.count('服务')).toBeGreaterThan(30);
		expect(read.count('服务机')).toBe(0);
	});

	test.each(['', '8 ', '8 未', '8 未H(来', '未来)))', '8 ((('])('damaged text %j is read as far as it goes', text => {
		expect(readNgrams(text).counts.count('来')).toBe(0);
	});
});
