// The worked example of the README: every key in it is a source of the shipped pack, so that it works as it is printed.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { citedIn } from '../../src/core/citations/exchange/citedIn';
import { Draft } from '../../src/core/draft/draft';
import { mergePacks } from '../../src/core/corpus/merge';
import { shipped } from './pack';

test('the draft in the README names its library and cites what there is', () => {
	const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');
	const draft = /```markdown\n([\s\S]*?)```/.exec(readme)![1]!.replace(/^ {3}/gm, '');
	const { corpus } = mergePacks([{ compiled: { data: shipped.data, pinyin: {}, traditional: {} } }]);
	expect(new Draft(draft, 'markdown').bibliographies.map(one => one.path)).toEqual(['references.json']);
	const { sources, unknown } = citedIn(corpus, new Draft(draft, 'markdown'));
	expect([sources.length, unknown]).toEqual([3, []]);
});
