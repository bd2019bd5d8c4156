// How the edits of a quotation are told: what stands at its end against the rest of the clause, what was put in at one place as one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import type { Change, Finding } from '../../../../src/core/draft/finding';
import { Reviewer } from '../../../../src/core/review/review';
import { small } from '../corpus';

const differing = (words: string): Finding | undefined =>
	new Reviewer(small)
		.reviewNow(new Draft(`“${words}”`, 'markdown'), { families: ['quotation'] })
		.findings.find(one => one.code === 'quotation.differs');
const told = (words: string) =>
	(differing(words)?.data.changes as readonly Change[]).map(one => `${one.written}→${one.original}`);

test.each([
	['the end of a sentence', '是发展新质生产力的核心要动力', ['动力→素'], '是发展新质生产力的核心要素'],
	['one character at the end', '是发展新质生产力的核心要求', ['求→素'], '是发展新质生产力的核心要素'],
	[
		'the end of a clause',
		'科技创新能够催生新产业、新模式、新动力',
		['力→能'],
		'科技创新能够催生新产业、新模式、新动能',
	],
	[
		'another word for the last ones',
		'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的关键',
		['关键→核心要素'],
		'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素',
	],
	[
		'a word left out before the last',
		'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的要素',
		['→核心'],
		'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素',
	],
	[
		'words behind the end',
		'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素所在',
		['所在→'],
		'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素',
	],
	[
		'more than the rest of the clause is left to say',
		'要加快转变经济发展方式，推动产业升',
		['升→'],
		'要加快转变经济发展方式，推动产业',
	],
	[
		'a word put in among its like',
		'科技创新能够催生新产业、新业态、新模式、新动能，是发展新质生产力的核心要素',
		['新业态→'],
		'科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素',
	],
	[
		'a word left out among its like',
		'面对复杂的国内外环境，我们坚持稳中求进工作总基调',
		['→严峻'],
		'面对复杂严峻的国内外环境，我们坚持稳中求进工作总基调',
	],
	[
		'words before the first of a sentence',
		'务必要加快转变经济发展方式，推动产业结构优化升级',
		['务必→'],
		'要加快转变经济发展方式，推动产业结构优化升级',
	],
])('%s', (_, written, changes, wording) => {
	expect(told(written)).toEqual(changes);
	expect(differing(written)!.data.wording).toBe(wording);
});

test('undoing what is told gives the wording, whatever is put in or left out', () => {
	const source = '科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素';
	const bit = fc.constantFrom('新', '产业', '新产业、', '新模式、', '的', '核心', '要');
	fc.assert(
		fc.property(fc.nat({ max: source.length }), fc.nat({ max: 4 }), fc.option(bit, { nil: '' }), (at, cut, put) => {
			const words = source.slice(0, at) + put + source.slice(at + cut);
			const finding = differing(words);
			if (!finding) return;
			let undone = `“${words}”`;
			for (const change of [...(finding.data.changes as readonly Change[])].reverse())
				undone = undone.slice(0, change.start) + change.original + undone.slice(change.end);
			const letters = (text: string) => text.replace(/[^\p{Script=Han}]/gu, '');
			expect(letters(undone)).toBe(letters(String(finding.data.wording)));
		}),
		{ numRuns: 150 },
	);
});
