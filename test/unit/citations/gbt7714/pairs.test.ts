// The reference text of published pairs of item and reference, where they are at hand: the rate, and why the others differ.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatReference, type Edition, type Item } from '../../../../src/core/citations/gbt7714/reference';

const file = resolve(import.meta.dirname, '../../../../../shared/data/gbt7714-cases.json');
type Pair = { readonly item: Item & { readonly id: string } } & { readonly [E in Edition]: string };

/** A few of our own, so that something is measured everywhere. */
const own: readonly Pair[] = [
	{
		item: {
			id: 'own-1',
			type: 'article-newspaper',
			language: 'zh-CN',
			title: '题名',
			author: [{ literal: '作者' }],
			'container-title': '报名',
			issued: '2000-11-20',
			page: '15',
		},
		'2025': '作者. 题名[N]. 报名，2000-11-20（15）.',
		'2015': '作者. 题名[N]. 报名, 2000-11-20(15).',
	},
	{
		item: {
			id: 'own-2',
			type: 'book',
			language: 'en',
			title: 'Title',
			author: [{ family: 'Doe', given: 'Jane B.' }],
			edition: '4',
			'publisher-place': 'London',
			publisher: 'House',
			issued: '2001',
		},
		'2025': 'Doe J B. Title[M]. 4th ed. London：House，2001.',
		'2015': 'DOE J B. Title[M]. 4th ed. London: House, 2001.',
	},
	{
		item: {
			id: 'own-3',
			type: 'dataset',
			language: 'zh-CN',
			title: '题名',
			author: [{ literal: '作者' }],
			publisher: '平台',
			version: '1',
			issued: '2018',
			accessed: '2025-02-14',
			URL: 'https://example.org/',
		},
		'2025': '作者. 题名[DS/OL]. V1. 平台（2018）[2025-02-14]. https://example.org/.',
		'2015': '作者. 题名[DS/OL]. 平台, 2018[2025-02-14]. https://example.org/.',
	},
];

/** Pairs whose text we do not print, and why. */
const differences: { readonly [E in Edition]: Readonly<Record<string, string>> } = {
	'2025': {
		'gbt7714.b.3:2':
			'a run of years whose end reached the style as a season, printed in brackets as if it were an estimate',
		'gbt7714.b.7:6': 'the style prints the year of access, [2025], as if the report had been published then',
		'gbt7714.b.12:5': 'the style prints the year of access, [2025], as if the map had been published then',
	},
	'2015': {
		'gbt7714.b.1:3': 'the text of the standard has 第1卷, the style prints 卷 1',
		'gbt7714.b.3:2': 'the same run of years, printed twice',
		'gbt7714.b.3:4': 'the style prints the year before a run that begins with it: 1979, 1979，1（1）—',
	},
};

const found = existsSync(file);
const pairs = found ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Pair[]) : own;

describe.each(['2025', '2015'] as const)('GB/T 7714—%s', edition => {
	test('at least 95 % of the pairs exactly, the others listed with the reason', () => {
		const wrong = pairs
			.filter(pair => formatReference(pair.item, { edition, gaps: false }).text !== pair[edition])
			.map(pair => pair.item.id);
		const right = pairs.length - wrong.length;
		expect(wrong.filter(id => !Object.hasOwn(differences[edition], id))).toEqual([]);
		expect(right / pairs.length).toBeGreaterThanOrEqual(0.95);
	});
});
