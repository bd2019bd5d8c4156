import { expect, test } from 'vitest';
import { holdsNearly, mostWords } from '../../../src/core/search/mostWords';

test('most words: without one, then without two, as long as half and two are left', () => {
	expect(mostWords(['a', 'b'])).toEqual([]);
	expect(mostWords(['a', 'b', 'c'])).toEqual([
		[
			{ kept: ['a', 'b'], missing: ['c'] },
			{ kept: ['a', 'c'], missing: ['b'] },
			{ kept: ['b', 'c'], missing: ['a'] },
		],
	]);
	expect(mostWords(['a', 'b', 'c', 'd']).map(choices => choices.length)).toEqual([4, 6]);
	expect(mostWords([...'abcdef']).map(choices => choices.length)).toEqual([6, 15, 20]);
	expect(mostWords([...'abcdefg'])).toEqual([]);
});

test.each<[string, string[], boolean]>([
	['坚持房子是用来住的，房住不炒', ['房住不炒'], true],
	['房产，不炒', ['房住不炒'], false],
	['房产不炒', ['房住不炒'], true],
	['房。住，不炒', ['房住不炒'], true], // the words stand there, whatever marks do
	['发展新质生产利', ['新质生产力'], true],
	['发展新质的生产力', ['新质生产力'], true],
	['发展新生产力', ['新质生产力'], true],
	['发展生产', ['新质生产力'], false],
	['公示期间', ['公示', '期限'], false],
	['公示的期限', ['公示', '期限'], true],
	['深化供给侧结构改革', ['供给侧结构性改革'], true], // longer words are not judged here
])('%s nearly has %j: %s', (text, words, has) => {
	expect(holdsNearly(text, words)).toBe(has);
});
