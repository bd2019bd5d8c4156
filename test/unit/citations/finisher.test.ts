// What a thread is told of the sources of a draft is enough to finish it as the corpus would.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Corpus, type CorpusParts } from '../../../src/core/corpus/corpus';
import { sourceNames } from '../../../src/core/citations/sourceNames';
import { Sources } from '../../../src/core/citations/sources';
import { Draft } from '../../../src/core/draft/draft';
import { finishedBothWays } from '../../support/finished';
import { all, article, bodies, book, corpusOf, foreign, newspaper, page, ref, sources } from './drafts';

const styles = ['numeric', 'note', 'footnote'] as const;

function named(text: string, known: Sources, language: 'markdown' | 'latex' = 'markdown') {
	const steps = known.among(sourceNames(new Draft(text, language)));
	for (;;) {
		const step = steps.next();
		if (step.done) return [...new Set([...step.value.sources, ...step.value.byKey.values()])].map(({ id }) => id);
	}
}

describe('only what a draft may mean is told', () => {
	test.each([
		['a key', '甲[@wang-2023, 第5页]。', ['wang-2023']],
		['a label with a place', '甲[^jin-2024-p3]。', ['jin-2024']],
		['a label in small letters', '甲[^smith-2020]。', ['Smith 2020']],
		['the words of a note', `甲[^1]。\n\n[^1]: ${ref(article)}\n`, ['li-2022']],
		[
			'a line of a list',
			`<!-- policy-writing: references -->\n\n[1] ${ref(page)}\n\n<!-- /policy-writing: references -->\n`,
			['page-p3'],
		],
		['nothing', '新质生产力概论', []],
	])('%s', (_, text, ids) => expect(named(text, sources)).toEqual(ids));

	test('a note whose label says what it cites is not looked into', () =>
		expect(named(`甲[^jin-2024]。\n\n[^jin-2024]: ${ref(book)}\n`, sources)).toEqual(['jin-2024']));

	test('a footnote of LaTeX', () =>
		expect(named(`甲\\footnote{${ref(newspaper)}}。`, sources, 'latex')).toEqual(['jin-2024']));
});

describe('the copy is the same', () => {
	test('of two sources with one title the first in the corpus', () => {
		const twin = { ...book, id: 'twin-2023' };
		const known = new Sources(corpusOf([twin, book]));
		const text = `甲[^1]乙[@wang-2023]。\n\n[^1]: ${ref(book)}\n`;
		for (const style of styles) finishedBothWays(text, 'markdown', style, known, {});
		expect(finishedBothWays(text, 'markdown', 'numeric', known, {}).entries).toBe(2);
	});

	test('by the id of a record that fills another, and of a source that no pack has', () => {
		const parts: CorpusParts = {
			packs: [{ id: 'test', title: 'test' }],
			sources: [book],
			citations: [],
			terms: [],
			formulations: [],
			pinyin: [],
			traditional: [],
			origin: new Map(),
			aliases: new Map([['mine', book.id]]),
		};
		const known = new Sources(new Corpus(parts));
		const copy = finishedBothWays('甲[@mine]乙[@wang-2023]丙[^mine]。', 'markdown', 'numeric', known, {});
		expect(copy).toMatchObject({ entries: 1, problems: [] });
	});

	const marks = fc.constantFrom(
		'[@jin-2024]',
		'[@wang-2023, 第5页; @li-2022]',
		'[见 @Jin-2024]',
		'@li-2022 ',
		'[@nobody]',
		'[^jin-2024-p3]',
		'[^PAGE-P3]',
		'[^1]',
		'[^2]',
		'[^3]',
		'\\footnote{内}',
	);
	const definitions = fc.subarray([
		`[^jin-2024-p3]: ${ref(newspaper)}`,
		'[^jin-2024-p3]: 自己的话',
		`[^1]: ${ref(book)}`,
		`[^1]: ${ref(foreign, { edition: '2015' })}`,
		`[^2]: 参见${ref(page)}，另见[@wang-2023]`,
		'[^3]: 注文。',
		`<!-- policy-writing: references -->\n\n[1] ${ref(article)}\n\n[2] 某书. 某社，2020a.\n\n<!-- /policy-writing: references -->`,
	]);
	test('whatever a draft holds', () =>
		fc.assert(
			fc.property(
				bodies(marks),
				definitions,
				fc.constantFrom(...styles),
				fc.constantFrom('markdown' as const, 'latex' as const, 'plaintext' as const),
				fc.constantFrom({}, { edition: '2015' as const }, { order: 'author' as const }),
				(body, notes, style, language, options) => {
					const text = [body, ...notes].join('\n\n');
					finishedBothWays(text, language, style, new Sources(corpusOf(all)), options);
				},
			),
			{ seed: 15, numRuns: 60 },
		));
});
