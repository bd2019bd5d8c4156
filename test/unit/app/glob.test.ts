// What the settings of an editor leave out, by patterns.
import { expect, test } from 'vitest';
import { globMatcher } from '../../../src/app/glob';

test.each<[pattern: string, meant: readonly string[], others: readonly string[]]>([
	['**/out', ['out', 'a/out', 'a/out/b.md'], ['outer', 'a/about', 'out.md']],
	['old/**', ['old', 'old/a.md', 'old/a/b.md'], ['a/old/b.md', 'older/a.md']],
	['older/', ['older', 'older/a.md'], ['a/older']],
	['**/*.{log,tmp}', ['a.log', 'b/c.tmp'], ['a.md', 'log', 'a.logs']],
	['*.txt', ['a.txt'], ['b/a.txt', 'a.txts']],
	['草稿?/*.md', ['草稿1/a.md'], ['草稿/a.md', '草稿12/a.md', '草稿1/b/a.md']],
	['**/[a-c]x', ['ax', 'q/cx'], ['dx', 'aax']],
	['**/[!a]x', ['bx'], ['ax', 'a/x']],
	['a+(b).md', ['a+(b).md'], ['aab.md']],
	['./a/b', ['a/b'], ['b']],
	['**', ['a', 'a/b'], []],
])('%s', (pattern, meant, others) => {
	const matches = globMatcher([pattern]);
	expect(meant.filter(path => !matches(path))).toEqual([]);
	expect(others.filter(matches)).toEqual([]);
});

test('what cannot be read as a pattern means nothing, and takes no other with it', () => {
	const matches = globMatcher(['', '{x', '[z-a]', '**/y']);
	expect(['x', '{x', 'z', ''].filter(matches)).toEqual([]);
	expect(matches('a/y')).toBe(true);
});

test('a pattern with very many choices ends', () => {
	expect(globMatcher([`{a,b}`.repeat(30)])('a'.repeat(30))).toBe(true);
});
