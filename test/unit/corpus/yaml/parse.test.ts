// Text of a pack file → records and problems: everything that can be read is, everything else stands at its line.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePackFile, placeOf } from '../../../../src/core/corpus/yaml/parse';
import { limits } from '../../../../src/core/corpus/yaml/nodes';
import { anyCharacter } from '../../../support/anyCharacter';

const term = (id: string, word: string) => `- id: ${id}\n  term: ${word}\n`;
const ids = (text: string) => parsePackFile('term', 'terms/a.yaml', text).records.map(record => record.value.id);
const problems = (text: string, kind: Parameters<typeof parsePackFile>[0] = 'term') =>
	parsePackFile(kind, 'terms/a.yaml', text).problems;
const codes = (text: string, kind: Parameters<typeof parsePackFile>[0] = 'term') =>
	problems(text, kind).map(problem => problem.code);

describe('records', () => {
	test('block and flow style, comments, quotes and multi-line text', () => {
		const { records, problems: found } = parsePackFile(
			'citation',
			'c.yaml',
			[
				'# 引用',
				'- { id: a, kind: figure, text: 国家先进制造业集群已有45个。, value: 45, unit: 个, year: 2024, source: s, paragraph: 6 }',
				'',
				'- id: b',
				'  kind: quotation',
				"  text: '发展新质生产力，必须进一步全面深化改革，形成与之相适应的新型生产关系。'",
				'  source: s',
				'  date: 2024-01-31',
				'  marked: false',
				'- id: c',
				'  kind: point',
				'  text: >-',
				'    第一行',
				'    第二行',
				'  source: s',
				'',
			].join('\n'),
		);
		expect(found).toEqual([]);
		expect(records.map(record => record.value)).toEqual([
			{
				id: 'a',
				kind: 'figure',
				text: '国家先进制造业集群已有45个。',
				value: 45,
				unit: '个',
				year: 2024,
				source: 's',
				paragraph: 6,
			},
			{
				id: 'b',
				kind: 'quotation',
				text: '发展新质生产力，必须进一步全面深化改革，形成与之相适应的新型生产关系。',
				source: 's',
				date: '2024-01-31',
				marked: false,
			},
			{ id: 'c', kind: 'point', text: '第一行 第二行', source: 's' },
		]);
	});

	test('a bare number where a number is natural is the text as written; elsewhere it is a wrong type', () => {
		const source = parsePackFile(
			'source',
			's.yaml',
			'- id: a\n  type: article-newspaper\n  title: 题\n  issued: 2024\n  page: 03\n',
		);
		expect(source.records[0]!.value).toMatchObject({ issued: '2024', page: '03' });
		expect(problems('- id: a\n  term: 2035\n')).toMatchObject([
			{ code: 'field.type', line: 2, column: 9, data: { field: 'term', expected: 'string', found: 'number' } },
		]);
		expect(codes('- id: a\n  kind: quotation\n  text: 话\n  source: s\n  paragraph: 二\n', 'citation')).toEqual([
			'field.type',
		]);
		expect(codes('- id: a\n  term: 词\n  aliases: 别称\n')).toEqual(['field.type']);
	});

	test('a field left empty counts as not written', () => {
		expect(parsePackFile('term', 't', '- id: a\n  term: 词\n  english:\n  definition: ~\n').records[0]!.value).toEqual({
			id: 'a',
			term: '词',
		});
		expect(codes('- id: a\n  term:\n')).toEqual(['field.missing']);
	});

	test('JSON is read as well', () => {
		expect(ids('[{"id":"a","term":"词"},{"id":"b","term":"语"}]')).toEqual(['a', 'b']);
	});

	test('an empty file and a file of comments hold nothing and are no problem', () => {
		for (const text of ['', '\n\n', '# 以后再写\n', '---\n'])
			expect(parsePackFile('term', 't', text)).toEqual({ records: [], problems: [] });
	});

	test('pack.yaml is one record', () => {
		expect(parsePackFile('pack', 'pack.yaml', 'id: mine\ntitle: 我的\n').records[0]!.value).toEqual({
			id: 'mine',
			title: '我的',
		});
		expect(codes('', 'pack')).toEqual(['record.expected']);
		expect(codes('- id: mine\n', 'pack')).toEqual(['record.expected']);
	});
});

describe('places', () => {
	const text = '- id: a\n  term: 新质生产力\n  definition: { text: 定义, basis: [x, y] }\n';
	const [record] = parsePackFile('term', 't', text).records;

	test('of a record and of every field, in UTF-16 code units', () => {
		expect(text.slice(...offsets('term'))).toBe('新质生产力');
		expect(text.slice(...offsets('definition.basis.1'))).toBe('y');
		expect(placeOf(record!, 'term')).toMatchObject({ line: 2, column: 9, endLine: 2, endColumn: 14 });
	});

	test('of a field that is not there: the nearest part around it', () => {
		expect(placeOf(record!, 'definition.source')).toEqual(placeOf(record!, 'definition'));
		expect(placeOf(record!, 'usage').line).toBe(1);
	});

	test('a byte order mark is not counted, CRLF ends a line once, rare Han counts two', () => {
		const crlf = parsePackFile('term', 't', `\uFEFF# 𠮷\r\n- id: a\r\n  term: 𠮷祥\r\n`);
		expect(placeOf(crlf.records[0]!, 'term')).toMatchObject({ line: 3, column: 9, endColumn: 12 });
		expect(crlf.records[0]!.value.term).toBe('𠮷祥');
	});

	function offsets(path: string): [number, number] {
		const place = placeOf(record!, path);
		return [place.start, place.end];
	}
});

describe('one broken record leaves the others', () => {
	test.each([
		['an open quotation mark', `- id: b\n  term: "词\n`],
		['an open bracket', `- id: b\n  aliases: [一, 二\n`],
		['a wrong indent', `- id: b\n term: 词\n`],
		['a tab', `- id: b\n\tterm: 词\n`],
		['a field twice', `- id: b\n  term: 词\n  term: 语\n`],
		['an unknown alias', `- id: b\n  term: *nowhere\n`],
		['text after a quotation', `- id: b\n  term: "词" 语\n`],
	])('%s', (_, broken) => {
		const text = `# 词表\n${term('a', '一')}${broken}${term('c', '三')}`;
		expect(ids(text)).toEqual(['a', 'c']);
		const found = problems(text);
		expect(found).toHaveLength(1);
		expect(found[0]!.severity).toBe('error');
		expect(found[0]!.line).toBeGreaterThanOrEqual(4);
		expect(found[0]!.line).toBeLessThanOrEqual(7);
	});

	test('several documents in one file are all read, and it is said', () => {
		const text = `${term('a', '一')}---\n${term('b', '二')}...\n${term('c', '三')}`;
		expect(ids(text)).toEqual(['a', 'b', 'c']);
		expect(problems(text)).toMatchObject([{ code: 'yaml.syntax', data: { reason: 'MULTIPLE_DOCS' } }]);
	});

	test('a bracket that is not closed is marked in its own record', () => {
		expect(problems(`- id: a\n  term: [甲\n\n${term('b', '二')}`)).toMatchObject([
			{ code: 'yaml.syntax', line: 2, endLine: 2 },
		]);
	});

	test('with the dashes indented, too', () => {
		expect(ids('  - id: a\n    term: 一\n  - id: b\n    term: "词\n  - id: c\n    term: 三\n')).toEqual(['a', 'c']);
	});

	test('a schema fault stands at its field, an unknown field at its name with the nearest known one', () => {
		expect(problems(`${term('a', '一')}- id: B\n  term: 二\n`)).toMatchObject([
			{ code: 'id.form', line: 3, column: 7 },
		]);
		const { records, problems: found } = parsePackFile('term', 't', '- id: a\n  term: 一\n  englsh: one\n');
		expect(found).toMatchObject([
			{
				code: 'field.unknown',
				severity: 'warning',
				line: 3,
				column: 3,
				endColumn: 9,
				data: { field: 'englsh', nearest: 'english' },
			},
		]);
		expect(records[0]!.value).toEqual({ id: 'a', term: '一' });
	});

	test('every fault of a record is reported, not only the first', () => {
		expect(codes('- id: a b\n  term: 一\n  definition: { text: 义, basis: 常识 }\n  related: [x, 7]\n').sort()).toEqual(
			['field.type', 'field.type', 'id.form'],
		);
	});

	test.each([
		['2024-13', 'date.calendar'],
		['2023-02-29', 'date.calendar'],
		['2024-1-31', 'date.form'],
		['2024年1月', 'date.form'],
		['24-01-31', 'date.form'],
	])('date %s: %s', (date, code) => {
		expect(codes(`- id: a\n  kind: point\n  text: 话\n  source: s\n  date: ${date}\n`, 'citation')).toEqual([code]);
	});

	test('a leap day is a day', () => {
		expect(codes('- id: a\n  kind: point\n  text: 话\n  source: s\n  date: 2024-02-29\n', 'citation')).toEqual([]);
	});
});

describe('files that are something else', () => {
	test('a map, a text, several documents', () => {
		expect(codes('id: a\nterm: 词\n')).toEqual(['list.expected']);
		expect(codes('只是一句话\n')).toEqual(['list.expected']);
		expect(codes('- 只是一句话\n- [a]\n- 7\n-\n')).toEqual([
			'record.expected',
			'record.expected',
			'record.expected',
			'record.expected',
		]);
	});

	test('something before the list is reported and the list is read', () => {
		const text = `标题: [\n${term('a', '一')}`;
		expect(ids(text)).toEqual(['a']);
		expect(codes(text).length).toBeGreaterThan(0);
	});
});

describe('hostile input', () => {
	test('a line of five megabytes: that record is left out with a message, the others are there', () => {
		const text = `${term('a', '一')}- id: b\n  term: ${'长'.repeat(5_000_000)}\n${term('c', '三')}`;
		const { records, problems: found } = parsePackFile('term', 't', text);
		expect(records.map(record => record.value.id)).toEqual(['a', 'c']);
		expect(found).toMatchObject([{ code: 'line.long', line: 4, data: { limit: limits.line } }]);
	});

	test('a file beyond the limit is not read at all', () => {
		expect(codes('#'.repeat(limits.file + 1))).toEqual(['file.large']);
	});

	test('an alias bomb and an alias of itself end as problems', () => {
		const levels = ['- &a0 { id: a, term: 词, aliases: [一, 二, 三, 四, 五, 六, 七, 八, 九] }'];
		for (let i = 1; i < 12; i++) levels.push(`- &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]`);
		expect(codes(levels.join('\n'))).toContain('yaml.aliases');
		expect(codes('- &a\n  id: a\n  term: 词\n  related: [*a]\n')).toHaveLength(1);
	});

	test('thousands of brackets do not take the reader with them', () => {
		const text = `${term('a', '一')}- ${'['.repeat(2_000)}\n${term('c', '三')}`;
		expect(ids(text)).toEqual(['a', 'c']);
		expect(codes(`- id: a\n  term: 词\n  aliases: ${'['.repeat(40)}${']'.repeat(40)}\n`)).toEqual(['yaml.depth']);
	});

	test('lone surrogates and control characters are refused, emoji and rare Han are not', () => {
		expect(codes('- id: a\n  term: "\\uD800词"\n')).toEqual(['text.surrogate']);
		expect(codes('- id: a\n  term: 词\uD800\n')).toEqual(['text.surrogate']);
		expect(codes('- id: a\n  term: "词\\u202E"\n')).toEqual(['text.control']);
		expect(codes('- id: a\n  term: 𠮷😀\n')).toEqual([]);
	});

	test('keys of the prototype are ordinary unknown keys', () => {
		const { records, problems: found } = parsePackFile(
			'term',
			't',
			'- id: a\n  term: 词\n  __proto__: { polluted: 1 }\n  constructor: 2\n',
		);
		expect(found.map(problem => problem.code)).toEqual(['field.unknown', 'field.unknown']);
		expect(records[0]!.value).toEqual({ id: 'a', term: '词' });
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});

	test('tags make nothing', () => {
		const { records } = parsePackFile('term', 't', '- id: a\n  term: !!js/function "function(){}"\n');
		expect(records.every(record => typeof record.value.term === 'string')).toBe(true);
	});
});

describe('whatever the text', () => {
	const pieces = fc.constantFrom(
		'- ',
		'-',
		'id: ',
		'term: ',
		'aliases: ',
		'a',
		'b-1',
		'词',
		'[',
		']',
		'{',
		'}',
		'"',
		"'",
		':',
		',',
		'\n',
		'\n  ',
		'\r\n',
		'\t',
		'#',
		'&x ',
		'*x',
		'|',
		'>',
		'!',
		'%',
		'---',
		'\uD800',
		'😀',
		'\uFEFF',
		'__proto__: ',
		'? ',
		'2024-01-31',
	);
	const texts = fc.oneof(
		fc.string({ unit: anyCharacter }),
		fc.array(pieces, { maxLength: 60 }).map(parts => parts.join('')),
	);

	test('nothing throws, and every problem stands inside the text', () => {
		fc.assert(
			fc.property(texts, text => {
				const { records, problems: found } = parsePackFile('term', 't', text);
				for (const problem of found) {
					expect(problem.start).toBeGreaterThanOrEqual(0);
					expect(problem.end).toBeLessThanOrEqual(text.length);
					expect(problem.start).toBeLessThanOrEqual(problem.end);
				}
				for (const record of records) expect(typeof record.value.id).toBe('string');
			}),
			{ numRuns: 60 },
		);
	});

	test('sound records around any piece of a record are there', () => {
		const middle = fc
			.array(
				pieces.filter(piece => !/^-|\n$|\r\n$/.test(piece)),
				{ maxLength: 20 },
			)
			.map(parts => `- id: m\n  term: ${parts.join('').replace(/\n(?=\S)/g, '\n  ')}\n`);
		fc.assert(
			fc.property(middle, text => {
				const found = ids(`${term('first', '一')}${text}${term('last', '三')}`);
				expect(found).toContain('first');
				expect(found).toContain('last');
			}),
			{ numRuns: 60 },
		);
	});
});
