// Holds which files of a workspace are drafts, and in what language, by their names.
import { describe, expect, test } from 'vitest';
import { excludeGlob, isHidden, languageOfName } from '../../../../../src/editor/review/workspace/names';

test.each([
	['/a/报告.md', 'markdown'],
	['b.MARKDOWN', 'markdown'],
	['c.tex', 'latex'],
	['d.latex', 'latex'],
	['e.txt', 'plaintext'],
	['readme.md.txt', 'plaintext'],
])('%s is %s', (name, language) => expect(languageOfName(name)).toBe(language));

test.each([
	['/docs/报告.md', false],
	['/.github/a.md', true],
	['/a/.b/c.md', true],
	['/.a.md', true],
	['/node_modules/x/readme.md', true],
	['/a/node_modules/x.md', true],
	['/a..b/c.d.md', false],
	['/my_node_modules/a.md', false],
])('%s is hidden: %s', (path, hidden) => expect(isHidden(path)).toBe(hidden));

describe('what the search leaves out', () => {
	test.each<[unknown, string | undefined]>([
		[undefined, undefined],
		[null, undefined],
		['**/x', undefined],
		[{}, undefined],
		[{ '**/x': false }, undefined],
		[
			{ '**/node_modules': true, '**/*.code-search': true },
			'{**/node_modules,**/node_modules/**,**/*.code-search,**/*.code-search/**}',
		],
		[{ 'old/**': true, 'older/': true }, '{old/**,old/**,older/,older/**}'],
		[{ '**/*.{log,tmp}': true }, '{**/*.log,**/*.log/**,**/*.tmp,**/*.tmp/**}'],
		// Under a condition it holds only for some files; it is left to the search.
		[{ '**/*.js': { when: '$(basename).ts' } }, undefined],
		// What cannot be said with others is left out rather than misunderstood.
		[{ 'a,b': true, '{x': true, '**/y': true }, '{**/y,**/y/**}'],
	])('%j', (setting, expected) => expect(excludeGlob(setting)).toBe(expected));

	test('a pattern with very many choices ends', () => {
		expect(excludeGlob({ [`{a,b}`.repeat(30)]: true })!.split(',').length).toBeLessThanOrEqual(128);
	});
});
