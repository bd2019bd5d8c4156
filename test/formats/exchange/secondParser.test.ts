// The BibTeX we write, read by a parser that is not ours (@retorquere/bibtex-parser, the one of Better BibTeX for Zotero).
import { parse, type Creator } from '@retorquere/bibtex-parser';
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeBib } from '../../../src/core/citations/exchange/bibWrite';
import { sourceOf } from '../../../src/core/citations/exchange/normalize';
import type { Name, Source } from '../../../src/core/corpus/records';
import { name, sources, text } from '../../unit/citations/exchange/sources';

const theirs = (bib: string) =>
	parse(bib, {
		english: false,
		sentenceCase: false,
		caseProtection: false,
		unsupported: 'ignore',
		removeOuterBraces: [],
	});

/** Their name as ours. */
function nameOf({ name: literal, lastName, firstName, suffix, prefix, useprefix }: Creator): Name {
	if (literal !== undefined) return { literal };
	if (lastName === 'others' && firstName === undefined) return { literal: '等' };
	const parts = {
		family: lastName,
		given: firstName,
		suffix,
		[useprefix ? 'non-dropping-particle' : 'dropping-particle']: prefix,
	};
	return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== '')) as Name;
}

/** What another program shows of a source. */
function seen(bib: string) {
	const { entries, errors } = theirs(bib);
	const found = entries.map(({ key, fields }) => ({
		id: key,
		title: fields.title,
		author: fields.author?.map(nameOf),
		publisher: [fields.publisher, fields.institution, fields.organization].flat().find(one => one !== undefined),
		container: fields.journaltitle ?? fields.booktitle,
		date: fields.date ?? fields.year,
		url: fields.url,
		doi: fields.doi,
	}));
	return { errors, entries: withOneGrave(found) };
}

/** They write \textasciigrave as a letter of its own, so the two are one here. */
const withOneGrave = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('ˋ', '`')) as T;

const shown = (source: Source) => ({
	id: source.id,
	title: source.title,
	author: source.author,
	publisher: source.publisher,
	container: source['container-title'],
	date: source.issued,
	url: source.URL,
	doi: source.DOI,
});

const typical: readonly Source[] = [
	{
		id: 'duchuanzhong-2024',
		type: 'article-newspaper',
		title: '科技创新是发展新质生产力的核心要素',
		author: [{ literal: '杜传忠' }],
		'container-title': '光明日报',
		issued: '2024-03-05',
		page: '11',
	},
	{
		id: 'gongzuo-baogao-2024',
		type: 'report',
		title: '政府工作报告：“十四五”',
		author: [{ literal: '国务院' }],
		publisher: '人民出版社',
		'publisher-place': '北京',
		issued: '2024-03',
		URL: 'https://www.gov.cn/a_b/%E4%B8%AD?x=1&y=2#z',
	},
	{
		id: 'Porter1990',
		type: 'book',
		title: 'The Competitive Advantage of Nations & {Other} 50% Stories: An $x_1$ Account',
		author: [
			{ family: 'Porter', given: 'Michael E.' },
			{ family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' },
			{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
		],
		publisher: 'Free Press',
		issued: '1990',
		edition: '2',
		language: 'en',
	},
	{
		id: '张三2021',
		type: 'article-journal',
		title: 'GDP与iPhone：Müller的École研究',
		author: [{ family: '张', given: '三' }, { literal: '李四' }, { family: 'Müller', given: 'Jörg' }],
		'container-title': '管理世界',
		volume: '37',
		issue: '2',
		page: '12-20',
		DOI: '10.19744/j.cnki.11-1235/f.2021.0012',
		issued: '2021',
	},
	{
		id: 'wg',
		type: 'legislation',
		title: '国务院关于印发“十四五”规划的通知',
		number: '国发〔2021〕29号',
		author: [{ literal: 'UNESCO and Others, Inc.' }],
		issued: '2021-12-12',
	},
];

test('typical sources: every key, every field, no error', () => {
	expect(seen(writeBib(typical))).toEqual({ errors: [], entries: typical.map(shown) });
});

const file = resolve(import.meta.dirname, '../../../../shared/data/gbt7714-cases.json');
const cases = existsSync(file)
	? (
			JSON.parse(readFileSync(file, 'utf8')) as {
				readonly item: Readonly<Record<string, unknown>> & { readonly id: string };
			}[]
		).flatMap(({ item }) => sourceOf(item, item.id) ?? [])
	: [];

test.skipIf(cases.length === 0)('published items, which are beside the project in some places only', () => {
	const all = [...cases, ...typical];
	const { errors, entries } = seen(writeBib(all));
	expect(errors).toEqual([]);
	expect(entries).toEqual(all.map(shown));
});

describe('whatever the sources hold', () => {
	test('titles', () => {
		fc.assert(
			fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), titles => {
				const all = titles.map((title, n): Source => ({ id: `k${n}`, type: 'book', title }));
				expect(seen(writeBib(all)).entries.map(one => one.title)).toEqual(withOneGrave(titles));
			}),
			{ numRuns: 30 },
		);
	});
	test('names', () => {
		fc.assert(
			fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), author => {
				const { entries } = seen(writeBib([{ id: 'k', type: 'book', title: '题', author }]));
				expect(entries[0]!.author).toEqual(withOneGrave(author));
			}),
			{ numRuns: 30 },
		);
	});
	test('no error, and every key', () => {
		fc.assert(
			fc.property(sources(), all => {
				// A single $ in an address is math to them, though biblatex takes addresses as they stand.
				const { errors, entries } = theirs(
					writeBib(all.map(one => ({ ...one, ...(one.URL ? { URL: one.URL.replaceAll('$', '') } : {}) }))),
				);
				expect(errors).toEqual([]);
				expect(entries.map(entry => entry.key)).toEqual(all.map(one => one.id));
			}),
			{ numRuns: 30 },
		);
	});
});
