import { expect, test } from 'vitest';
import { isNewWord } from '../../../src/editor/terms/newWord';

test.each([
	['发展', '发展，新质', true],
	['发展', '发展。新质', true],
	['发展', '发展 新质', true],
	['发展', '发展新质', false], // one word goes on: the list is filtered
	['发展', '发展', false],
	['发展', '发展，', false], // nothing is begun
	['发展', '发展，xin', false], // an input method is at work
	['发展，xi', '发展，新质', true],
	['发展，xinzhi', '发展，新质', true],
	["发展，xin'zhi", '发展，新质', true],
	['xinzhi', '新质', true],
	['发展，xinzhi', '发展，', false],
	['发展，新质', '发展，新', false], // a character is taken back
	['发展，新质', '发展，经济', false], // something else was put in, and VS Code has its own ways
	['发展', `发展，${'新质'.repeat(20)}`, false], // pasted
])('asked for %j, at %j: %j', (asked, now, expected) => {
	expect(isNewWord(asked, now)).toBe(expected);
});
