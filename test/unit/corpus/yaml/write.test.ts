// Adding a record to a pack file: what was there stays to the letter, what is added reads back as itself.
import { describe, expect, it } from 'vitest';
import { parsePackFile } from '../../../../src/core/corpus/yaml/parse';
import type { RecordKind, Term } from '../../../../src/core/corpus/records';
import { addRecord, inserted, packYaml, recordYaml, type NewRecord } from '../../../../src/core/corpus/yaml/write';
import { wellFormed } from '../../../../src/core/corpus/yaml/print';

const weilai: Term = { id: 'weilai-chanye', term: '未来产业', english: 'future industries' };

function added(kind: RecordKind, text: string, record: NewRecord): string {
	const answer = addRecord(kind, text, record);
	if ('refused' in answer) throw new Error(`refused: ${answer.refused}`);
	return inserted(text, answer);
}

const records = (kind: RecordKind, text: string) =>
	parsePackFile(kind, 'mine.yaml', text).records.map(placed => placed.value);

describe('a record as YAML', () => {
	it('is what a person would write', () => {
		expect(
			recordYaml({
				id: 'a',
				kind: 'quotation',
				text: '科技创新能够催生新产业。',
				date: '2024-01-31',
				source: 's',
				terms: ['jia', 'yi'],
				marked: false,
			}),
		).toBe(
			'- id: a\n  kind: quotation\n  text: 科技创新能够催生新产业。\n  date: 2024-01-31\n  source: s\n  terms: [jia, yi]\n  marked: false\n',
		);
		expect(
			recordYaml({
				id: 's',
				type: 'article-newspaper',
				title: '标题',
				author: [{ literal: '金观平' }],
				URL: 'https://example.cn/a?b=1',
			}),
		).toBe(
			'- id: s\n  type: article-newspaper\n  title: 标题\n  author: [{ literal: 金观平 }]\n  URL: https://example.cn/a?b=1\n',
		);
	});

	it('puts a long definition on lines of its own', () => {
		const text =
			'由创新起主导作用、摆脱传统增长路径的先进生产力，以技术的革命性突破、生产要素的创新性配置和产业的深度转型升级为来源。';
		expect(recordYaml({ id: 'a', term: '甲', definition: { text, basis: 'general' } })).toBe(
			`- id: a\n  term: 甲\n  definition:\n    text: ${text}\n    basis: general\n`,
		);
	});

	it.each([
		['- 列表', '"- 列表"'],
		['要点: 改革', '"要点: 改革"'],
		['甲 # 乙', '"甲 # 乙"'],
		['他说"好"', '他说"好"'],
		['"好"', '"\\"好\\""'],
		['甲\n乙', '"甲\\n乙"'],
		['yes', '"yes"'],
		['Null', '"Null"'],
		['2024', '"2024"'],
		['3D打印', '"3D打印"'],
		['~', '"~"'],
		['*强调*', '"*强调*"'],
		['&a', '"&a"'],
		['{目标}', '"{目标}"'],
		['牢牢把握{目标}', '牢牢把握{目标}'],
		['甲：乙', '甲：乙'],
		['时间:', '"时间:"'],
		['C:\\u4e00', '"C:\\\\u4e00"'],
		['“引文”', '“引文”'],
		['🚀火箭', '"🚀火箭"'],
		['甲\u2028乙', '"甲\\u2028乙"'],
	])('writes %j so that it reads back', (text, yaml) => {
		const record = { id: 'a', term: text };
		expect(recordYaml(record)).toBe(`- id: a\n  term: ${yaml}\n`);
		expect(records('term', recordYaml(record))).toEqual([record]);
	});

	it('of a pack says who it is', () => {
		expect(packYaml({ id: 'mine', title: '我的语料: 一', language: 'zh-CN' })).toBe(
			'id: mine\ntitle: "我的语料: 一"\nlanguage: zh-CN\n',
		);
	});
});

describe('adding to a file', () => {
	it('starts a new one', () => {
		expect(added('term', '', weilai)).toBe('- id: weilai-chanye\n  term: 未来产业\n  english: future industries\n');
	});

	it('keeps comments, and a blank line between records', () => {
		const text = '# 我的术语\n\n- id: a # 第一条\n  term: 甲\n# 以后再补\n';
		expect(added('term', text, { id: 'b', term: '乙' })).toBe(`${text}\n- id: b\n  term: 乙\n`);
	});

	it('continues a template of comments only', () => {
		const text = '# 术语：去掉井号即可\n# - id: a\n#   term: 甲\n';
		expect(added('term', text, { id: 'b', term: '乙' })).toBe(`${text}\n- id: b\n  term: 乙\n`);
	});

	it('follows the line ends, the indentation and the missing last line end of the file', () => {
		expect(added('term', '- id: a\r\n  term: 甲\r\n', { id: 'b', term: '乙' })).toBe(
			'- id: a\r\n  term: 甲\r\n\r\n- id: b\r\n  term: 乙\r\n',
		);
		expect(added('term', '  - id: a\n    term: 甲', { id: 'b', term: '乙' })).toBe(
			'  - id: a\n    term: 甲\n\n  - id: b\n    term: 乙\n',
		);
		expect(added('term', '\uFEFF- id: a\n  term: 甲\n', { id: 'b', term: '乙' })).toBe(
			'\uFEFF- id: a\n  term: 甲\n\n- id: b\n  term: 乙\n',
		);
	});

	it('goes inside brackets when the file is a list in brackets', () => {
		expect(added('term', '[]\n', { id: 'b', term: '乙' })).toBe('[{ id: b, term: 乙 }]\n');
		expect(added('term', '# 术语\n[\n  { id: a, term: 甲 },\n] # 完\n', { id: 'b', term: '乙, {丙}' })).toBe(
			'# 术语\n[\n  { id: a, term: 甲 },{ id: b, term: "乙, {丙}" }\n] # 完\n',
		);
	});

	it('never lengthens the text of the record before', () => {
		const text = '- id: a\n  term: 甲\n  usage: |+\n    常用\n\n';
		const after = added('term', text, { id: 'b', term: '乙' });
		expect(records('term', after)[0]).toEqual(records('term', text)[0]);
		expect(after.startsWith(text)).toBe(true);
	});

	it.each([
		'- id: [a\n',
		'id: a\nterm: 甲\n',
		'- id: a\n  term: 甲\n---\n- id: b\n  term: 乙\n',
		'- id: a\n  term: 甲\n...\n',
		'{ id: a }',
	])('leaves a file alone that is no list it can continue: %j', text => {
		expect(addRecord('term', text, { id: 'c', term: '丙' })).toEqual({ refused: 'file' });
	});

	it('continues a file in which a record breaks the schema', () => {
		const text = '- id: a\n  term: [甲]\n- id: b\n  term: 乙\n';
		expect(records('term', added('term', text, { id: 'c', term: '丙' }))).toEqual([
			{ id: 'b', term: '乙' },
			{ id: 'c', term: '丙' },
		]);
	});

	it('refuses a record that breaks the schema, saying where', () => {
		expect(addRecord('term', '', { id: 'Ä', term: '甲' })).toEqual({ refused: 'record', fields: ['id'] });
		expect(
			addRecord('citation', '', { id: 'a', kind: 'quotation', text: '甲', date: '2024-02-30', source: 's' }),
		).toEqual({ refused: 'record', fields: ['date'] });
		expect(addRecord('term', '', { id: 'a', term: '' })).toEqual({ refused: 'record', fields: ['term'] });
	});

	it('replaces half a surrogate pair', () => {
		expect(wellFormed('甲\uD800乙🚀\uDC00')).toBe('甲\uFFFD乙🚀\uFFFD');
	});
});
