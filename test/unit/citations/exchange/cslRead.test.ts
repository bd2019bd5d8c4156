// CSL-JSON and CSL-YAML as Zotero, pandoc and people write them, whole and broken.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCslJson, readCslYaml } from '../../../../src/core/citations/exchange/cslRead';
import { writeCslJson } from '../../../../src/core/citations/exchange/cslWrite';
import { read, said } from './sources';

const items = (json: string) =>
	read(readCslJson, json).data.sources as unknown as readonly Readonly<Record<string, unknown>>[];
const yaml = (text: string) =>
	read(readCslYaml, text).data.sources as unknown as readonly Readonly<Record<string, unknown>>[];
const one = (fields: object) => items(JSON.stringify([{ id: 'k', type: 'book', title: '题', ...fields }]))[0]!;

describe('values', () => {
	test.each<[unknown, string | undefined]>([
		[{ 'date-parts': [[2024, 1, 31]] }, '2024-01-31'],
		[{ 'date-parts': [['2024', '3']] }, '2024-03'],
		[{ 'date-parts': [[2019], [2021]] }, '2019/2021'],
		[{ 'date-parts': [[1936]], circa: true }, '1936~'],
		[{ raw: '2024-01-31' }, '2024-01-31'],
		[{ literal: '民国二十五年' }, '民国二十五年'],
		['2024-01', '2024-01'],
		[2024, '2024'],
		[{ 'date-parts': [[618]] }, '0618'],
		[{ 'date-parts': [] }, undefined],
		[[], undefined],
		[{}, undefined],
		[[{ year: 2020, month: 5 }], '2020-05'],
		[{ year: 2020, month: 5, day: 4 }, '2020-05-04'],
		['2024-02-30T08:00:00Z', '2024-02-30'],
	])('date %j is %s', (issued, text) => {
		expect(one({ issued }).issued).toBe(text);
	});
	test.each<[unknown, unknown]>([
		[
			[{ family: '张', given: '三' }, { literal: '国务院' }, '人民日报'],
			[{ family: '张', given: '三' }, { literal: '国务院' }, { literal: '人民日报' }],
		],
		[{ literal: '国务院' }, [{ literal: '国务院' }]],
		['国务院', [{ literal: '国务院' }]],
		[[{}, null, 3, ''], undefined],
		[[{ family: 'Doe', 'comma-suffix': true, suffix: 'Jr.' }], [{ family: 'Doe', suffix: 'Jr.' }]],
	])('names %j', (author, names) => {
		expect(one({ author }).author).toEqual(names);
	});
	test('tags go, numbers are texts, what no reference needs stays behind', () => {
		expect(
			one({
				title: '<i>题</i>名 CO<sub>2</sub> a < b',
				volume: 12,
				abstract: '摘要',
				keyword: 'x',
				extra: { a: 1 },
				DOI: '10.1/(SICI)<a>',
			}),
		).toEqual({ id: 'k', type: 'book', title: '题名 CO2 a < b', volume: '12', DOI: '10.1/(SICI)<a>' });
	});
	test('no type is a document; no title but a host is that host', () => {
		expect(items('[{"id":"a","title":"甲"},{"id":"b","type":"book","container-title":"乙"}]')).toEqual([
			{ id: 'a', type: 'document', title: '甲' },
			{ id: 'b', type: 'book', title: '乙' },
		]);
	});
	test('Zotero has an address for an id and the key beside it', () => {
		expect(
			items(
				'{"items":[{"id":"http://zotero.org/users/1/items/X","citation-key":"zhang2020","title":"甲"},{"id":7,"title":"乙"}]}',
			).map(item => item.id),
		).toEqual(['zhang2020', '7']);
	});
	test('what only packs have comes back from under custom, and nothing else does', () => {
		expect(
			one({
				custom: {
					'policy-writing': { held: { from: '网', date: '2024' }, missing: ['page'], fidelity: 3, unrecorded: 'x' },
					other: { title: 'x' },
				},
			}),
		).toEqual({ id: 'k', type: 'book', title: '题', held: { from: '网', date: '2024' }, missing: ['page'] });
	});
});

describe('broken JSON', () => {
	const good = (n: number) => `{ "id": "g${n}", "type": "book", "title": "好", "author": [{ "family": "a" }] }`;
	test.each<[string, string]>([
		['a quotation mark is missing', '{ "id": "bad", "title": "坏, "type": "book" }'],
		['a brace is missing', '{ "id": "bad", "title": "坏" '],
		['a bracket is missing', '{ "id": "bad", "author": [{ "family": "b" }, "title": "坏" }'],
		['a comma is missing', '{ "id": "bad" "title": "坏" }'],
		['a comma too many', '{ "id": "bad", "title": "坏", }'],
		['no item at all', '"坏"'],
		['a list', '["坏"]'],
		['a word', 'null'],
	])('%s: told of at its line, the others are there', (_, bad) => {
		for (const json of [
			`[\n${good(1)},\n${bad},\n${good(2)}\n]\n`,
			`[\r\n\t${good(1)},\r\n\t${bad},\r\n\t${good(2)}\r\n]`,
		]) {
			expect(items(json).map(item => item.id)).toEqual(['g1', 'g2']);
			expect(said(readCslJson, json).map(([line]) => line)).toEqual([3]);
		}
	});
	test.each<[string, string, string]>([
		['{ "id": "bad", "title": "坏, "type": "book" }', 'symbol', 'type'],
		['{ "id": "bad", "title": "坏', 'quote', '"坏'],
		['{ "id": "bad" "title": "坏" }', 'comma', '"title"'],
		['{ "id": "bad", "title": "坏", }', 'name', '}'],
		['{ "id": "bad", "title" "坏" }', 'colon', '"坏"'],
		['{ "id": "bad", "title": "C:\\x" }', 'escape', '"C:'],
	])('%s: where and why', (bad, detail, place) => {
		const json = `[\n${good(1)},\n${bad},\n${good(2)}\n]\n`;
		const { problems } = read(readCslJson, json);
		expect(problems.map(one => [one.data.detail, json.slice(one.start).startsWith(place)])).toEqual([[detail, true]]);
	});
	test('brackets deeper than a call goes are told, not followed', () => {
		expect(said(readCslJson, `[\n{"id":"a",${'{"a":'.repeat(100_000)}`).map(([line]) => line)).toEqual([2]);
	});
	test('the list may stand behind other things', () => {
		expect(items(`{"config":{"items":[]},"collections":{},"items":[${good(1)},${good(2)}]}`)).toHaveLength(2);
	});
	test('all on one line', () => {
		expect(
			items(
				`[${good(1)},{"id":"bad","title":"坏,{"id":"x"},${good(2)},{"id":"bad2","title":"坏" , ${good(3).replace('{ ', '{')}]`,
			).map(item => item.id),
		).toEqual(['g1', 'g2', 'g3']);
	});
	test.each([
		['nothing at all', '', []],
		['only white space', ' \n', []],
		['no JSON', 'hello', ['library.format']],
		['an empty list', '[]', []],
		['one item', '{"id":"a","title":"t"}', []],
	])('%s', (_, json, codes) => {
		expect(said(readCslJson, json).map(([, code]) => code)).toEqual(codes);
	});
	test('keys given twice and titles missing', () => {
		expect(
			said(readCslJson, '[\n{"id":"a","title":"t"},\n{"title":"u",\n"id":"a"},\n{"id":"b"},\n{"title":"v"}]'),
		).toEqual([
			[4, 'key.duplicate'],
			[5, 'field.missing'],
			[6, 'key.missing'],
		]);
	});
	test('nothing makes it throw', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.oneof(
						fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', '\n', '"id"', '"a"', ' ', '1'),
						fc.string({ maxLength: 3 }),
					),
					{ maxLength: 40 },
				),
				parts => {
					read(readCslJson, parts.join(''));
					read(readCslJson, `[${good(1)},\n${parts.join('')}`);
				},
			),
		);
		expect(items(`[${'{'.repeat(100_000)}`)).toEqual([]);
	});
});

describe('CSL-YAML', () => {
	test('as pandoc writes it, and a list alone', () => {
		const list =
			'- id: 张三2021\n  type: article-journal\n  title: 数字经济\n  author:\n  - family: 张\n    given: 三\n  issued: 2021-03\n  volume: 37\n- id: b\n  title: "乙"\n  issued:\n    - year: 2020\n      month: 5\n';
		const expected = [
			{
				id: '张三2021',
				type: 'article-journal',
				title: '数字经济',
				author: [{ family: '张', given: '三' }],
				issued: '2021-03',
				volume: '37',
			},
			{ id: 'b', type: 'document', title: '乙', issued: '2020-05' },
		];
		for (const text of [
			list,
			`---\nnocite: '@*'\nreferences:\n${list}...\n`,
			`---\nreferences:\n${list.replace(/^/gm, '  ').trimEnd()}\ntitle: x\n---\n`,
			`references: [{ id: 张三2021, type: article-journal, title: 数字经济, author: [{ family: 张, given: 三 }], issued: 2021-03, volume: 37 }, { id: b, title: 乙, issued: 2020-05 }]\n`,
		])
			expect(yaml(text)).toEqual(expected);
	});
	test('a broken item is told of at its line, the others are there', () => {
		const text = '- id: a\n  title: 甲\n\n- id: b\n  title: [乙\n\n- id: c\n  title: 丙\n- just words\n';
		expect(yaml(text).map(item => item.id)).toEqual(['a', 'c']);
		expect(said(readCslYaml, text).map(([line]) => line)).toEqual([5, 9]);
	});
	test.each([
		['words', 'hello', ['library.format']],
		['nothing', '', []],
		['a remark', '# 无\n', []],
	])('%s', (_, text, codes) => {
		expect(said(readCslYaml, text).map(([, code]) => code)).toEqual(codes);
	});
});

test('what is written is what the schema of CSL has', () => {
	expect(
		JSON.parse(
			writeCslJson([
				{
					id: 'a',
					type: 'report',
					title: '告',
					issued: '2024-01-31',
					accessed: '2024',
					note: 'x',
					held: { date: '2024' },
					missing: ['page'],
				},
			]),
		),
	).toEqual([
		{
			id: 'a',
			type: 'report',
			title: '告',
			issued: { 'date-parts': [[2024, 1, 31]] },
			accessed: { 'date-parts': [[2024]] },
			note: 'x',
			custom: { 'policy-writing': { held: { date: '2024' }, missing: ['page'] } },
		},
	]);
});
