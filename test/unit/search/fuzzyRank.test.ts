// The order Fuse gives to candidates, and the few best of many.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Best } from '../../../src/core/search/topScores';
import { rankFuzzy } from '../../../src/core/search/fuzzyRank';

const texts = ['提高科技成果转化和产业化水平', '科技创新', '新质生产力', '新质生产关系'];
const candidates = texts.map((text, at) => ({ item: at + 10, text }));

describe('rankFuzzy', () => {
	test('best first, by the numbers given, perfect ones at 1', () => {
		const ranked = rankFuzzy('新质生产力', candidates);
		expect(ranked.map(one => one.item)).toEqual([12, 13]);
		expect(ranked[0]!.score).toBeCloseTo(1, 2);
		expect(ranked[1]!.score).toBeLessThan(ranked[0]!.score);
	});

	test('equal ones stay in the order given', () => {
		const same = [3, 1, 2].map(item => ({ item, text: '科技创新' }));
		expect(rankFuzzy('科技创薪', same).map(one => one.item)).toEqual([3, 1, 2]);
		expect(rankFuzzy('科技创薪', same, { limit: 1 })).toHaveLength(1);
	});

	test('ranges are half-open and given only when asked for', () => {
		expect(rankFuzzy('科技创新', candidates, { ranges: true })[0]!.ranges).toEqual([[0, 4]]);
		expect(rankFuzzy('科技创新', candidates)[0]!.ranges).toEqual([]);
	});

	test('words must each fit', () => {
		expect(rankFuzzy('科技 水平', candidates, { words: true }).map(one => one.item)).toEqual([10]);
		expect(rankFuzzy('科技 水平', candidates)).toEqual([]);
	});

	test('long queries forgive less', () => {
		const quotation = '提高科技成果转化率与产业化的水准线吗';
		expect(rankFuzzy(quotation, candidates, { threshold: 0.4 }).map(one => one.item)).toEqual([10]);
		expect(rankFuzzy(quotation, candidates).map(one => one.item)).toEqual([]);
	});

	test('nothing for nothing', () => {
		expect(rankFuzzy('', candidates)).toEqual([]);
		expect(rankFuzzy('新质', [])).toEqual([]);
	});
});

test('Best keeps what sorting would', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 0, max: 5 }), (scores, limit) => {
			const best = new Best<number>(limit);
			scores.forEach((score, at) => best.add(score, at));
			const expected = scores
				.map((score, at) => ({ score, at }))
				.sort((a, b) => b.score - a.score || a.at - b.at)
				.slice(0, limit);
			expect(best.values).toEqual(expected.map(({ at }) => at));
		}),
	);
});
