// Exports of Chinese databases: EndNote, RefWorks, NoteExpress, and RIS under another ending.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTagged } from '../../../../src/core/citations/exchange/taggedRead';
import { formatReference } from '../../../../src/core/citations/gbt7714/reference';
import { read, said } from './sources';

const references = (text: string) =>
	read(readTagged, text).data.sources.map(source => formatReference(source, { gaps: false }).text);

test.each([
	[
		'EndNote',
		'%0 Journal Article\n%A 赵六\n%A 钱七\n%+ 某大学\n%T 数字治理\n%J 某学报\n%D 2023\n%N 04\n%V 12\n%P 10-18\n%K 数字;治理\n%X 摘要第一行\n摘要第二行\n%@ 1000-0000\n%L 11-1000/C\n%W CNKI\n\n%0 Thesis\n%A 孙八\n%T 论文题\n%I 某大学\n%C 北京\n%D 2022\n%9 硕士\n%W CNKI\n',
		['赵六，钱七. 数字治理[J]. 某学报，2023，12（4）：10-18.', '孙八. 论文题[D]. 北京：某大学，2022.'],
	],
	[
		'EndNote, western names',
		'%0 Book\n%A Doe, Jane\n%A Roe, Richard B.\n%T Cities\n%I House\n%C London\n%D 1999\n%7 2nd\n%G en\n',
		['Doe J，Roe R B. Cities[M]. 2nd ed. London：House，1999.'],
	],
	[
		'EndNote with all authors in one line',
		'%0 Journal Article\n%A 赵六 %A 钱七 %A 孙八\n%T 模型研究综述\n%J 某进展\n%D 2005\n%N 05\n%P 81-89\n%W CNKI\n',
		['赵六，钱七，孙八. 模型研究综述[J]. 某进展，2005（5）：81-89.'],
	],
	[
		'NoteExpress of another database: a line an author, a source, blanks before the colon',
		'{Reference Type}: Journal Article \r\n{Title}:数字治理\r\n{Translated Title}: Digital\r\n{Author}: 赵六\r\n{Author}: 钱七\r\n{Translated Author}: ZHAO Liu\r\n{Source}: 某学报\r\n{Year}: 2020\r\n{Volume} : 9\r\n{Issue}: 1\r\n{Pages}: 117-118\r\n{Keywords}: 数字\r\n{Keywords}:  治理\r\n',
		['赵六，钱七. 数字治理[J]. 某学报，2020，9（1）：117-118.'],
	],
	[
		'RefWorks',
		'RT Journal Article\nSR 1\nA1 赵六\nA1 钱七\nAD 某大学\nT1 数字治理\nJF 某学报\nYR 2023\nIS 04\nVO 12\nSP 10\nOP 18\nK1 数字\nAB 摘要\nSN 1000-0000\nLA 中文\nDS CNKI\n\nRT Newspaper\nSR 1\nA1 孙八\nT1 报道题\nJF 某日报\nYR 2023\nFD 2023-05-06\nSP 003\n',
		['赵六，钱七. 数字治理[J]. 某学报，2023，12（4）：10-18.', '孙八. 报道题[N]. 某日报，2023-05-06（3）.'],
	],
	[
		'NoteExpress',
		'\uFEFF{Reference Type}: Journal Article\r\n{Title}: 数字治理\r\n{Author}: 赵六;钱七;\r\n{Author Address}: 某大学;\r\n{Journal}: 某学报\r\n{Year}: 2023\r\n{Volume}: 12\r\n{Issue}: 04\r\n{Pages}: 10-18\r\n{Keywords}: 数字\r\n{Abstract}: 摘要\r\n{URL}: https://e.org/a\r\n\r\n',
		['赵六，钱七. 数字治理[J/OL]. 某学报，2023，12（4）：10-18. https://e.org/a.'],
	],
	['RIS', 'TY  - JOUR\nAU  - 赵六\nTI  - 文\nJO  - 刊\nPY  - 2020\nIS  - 1\nER  - \n', ['赵六. 文[J]. 刊，2020（1）.']],
])('%s', (_, text, expected) => {
	expect(references(text)).toEqual(expected);
});

test('records without keys get one and it is told; a record is told of where it begins', () => {
	const text = '%0 Book\n%A 赵六\n%T 书\n%F zhao\n\n%0 Book\n%A 钱七\n%T 又一本\n';
	expect(read(readTagged, text).data.sources.map(({ id }) => id)).toEqual(['zhao', 'new-1']);
	expect(said(readTagged, text)).toEqual([[6, 'key.missing']]);
});

test('a text of none of these programs is told of, an empty one is not', () => {
	expect(said(readTagged, '会议纪要\n一、二\n')).toEqual([[1, 'library.format']]);
	expect(said(readTagged, ' \n')).toEqual([]);
});

test('whatever stands in a record, reading does not fail, and every record with a title is there', () => {
	const line = fc
		.tuple(fc.constantFrom('%A ', '%D ', '%P ', '%X ', '', '%', '%0', '{Title}: ', 'RT '), fc.string())
		.map(([tag, text]) => `${tag}${text.replace(/[\r\n]/g, ' ')}`);
	fc.assert(
		fc.property(fc.array(fc.array(line, { maxLength: 5 }), { minLength: 1, maxLength: 5 }), records => {
			const text = records.map(lines => ['%0 Book', '%T 题', ...lines, ''].join('\n')).join('\n');
			const begun = text.split('\n').filter(one => /^%0\s/.test(one)).length;
			const { data, problems } = read(readTagged, text);
			const untitled = problems.filter(({ code }) => code === 'field.missing').length;
			expect(data.sources.length + untitled).toBe(begun);
			expect(data.sources.length).toBeGreaterThanOrEqual(records.length);
		}),
		{ seed: 12, numRuns: 200 },
	);
});
