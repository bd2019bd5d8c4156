import { expect, test } from 'vitest';
import { isMadeTitle, markedTitle } from '../../../src/core/text/titles';

test('a title wholly in square brackets was made; one that only has some was not', () => {
	expect(['[讲话]', '［讲话］', ' [讲话] '].map(isMadeTitle)).toEqual([true, true, true]);
	expect(['讲话', '[讲话', '[]', '[卷一] 讲话', '【践悟】讲话'].map(isMadeTitle)).toEqual(Array(5).fill(false));
});

test('titles stand in 《 》, those that were made in their brackets', () => {
	expect(markedTitle('坚持创新')).toBe('《坚持创新》');
	expect(markedTitle('读《资本论》')).toBe('《读〈资本论〉》');
	expect(markedTitle('[在座谈会上的讲话]')).toBe('[在座谈会上的讲话]');
});
