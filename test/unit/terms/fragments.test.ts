// Which stretches are pieces of sentences, where all their characters go firmly together.
import { expect, test } from 'vitest';
import { isFragment } from '../../../src/core/terms/fragments';
import { right, wrong } from './judgedCandidates';

const firmly = () => 10;

test('what was judged to name something is kept', () => {
	expect(right.filter(text => isFragment(text, firmly))).toEqual([]);
});

test('ordinals, dates and pieces of sentences are rejected, however often they stand together', () => {
	expect(wrong.filter(text => !isFragment(text, firmly))).toEqual([]);
});
