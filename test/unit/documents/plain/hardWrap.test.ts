// Text files whose lines a machine has broken at one width: paragraphs are whole again, and nothing else is joined.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphsOf } from '../../../../src/core/documents/plain/paragraphs';

/** A paragraph broken into lines of so many characters. */
function broken(paragraph: string, width: number): string {
	return paragraph.match(new RegExp(`.{1,${width}}`, 'gsu'))?.join('\n') ?? '';
}

const law = [
	'江城市公共数据授权运营管理暂行办法',
	'（江政规〔2024〕3号　2024年5月6日江城市人民政府印发）',
	'第一条　为了规范公共数据授权运营活动，促进公共数据资源开发利用，培育数据要素市场，根据有关法律、法规，制定本办法。',
	'第二条　本市行政区域内公共数据授权运营及其监督管理活动适用本办法。依照本办法第三条、第七条规定授权的，从其规定，其他各项活动照办。',
	'第三条　市数据主管部门负责统筹协调，各部门按照各自的职责做好公共数据授权运营的有关工作，并按照有关规定接受社会各方面的监督。',
	'江城市人民政府',
	'2024年5月6日',
];

describe('paragraphs broken at one width', () => {
	test.each([28, 30, 33, 38, 45])('of %i characters', width => {
		expect(paragraphsOf(law.map(one => broken(one, width)).join('\n')).paragraphs).toEqual(law);
	});

	test('with indents, and with blank lines between them', () => {
		const indented = law.map((one, i) => broken(i < 2 || i > 4 ? one : `　　${one}`, 30));
		expect(paragraphsOf(indented.join('\n')).paragraphs).toEqual(law);
		expect(paragraphsOf(law.map(one => broken(one, 30)).join('\n\n')).paragraphs).toEqual(law);
	});

	test('the line each begins on', () => {
		expect(paragraphsOf(law.map(one => broken(one, 30)).join('\n')).lines).toEqual([1, 2, 4, 6, 9, 12, 13]);
	});
});

test('lines that their writer made stay: of many lengths, of a poem, of a list, of a table', () => {
	const texts = [
		law,
		['昨夜西风凋碧树', '独上高楼', '望尽天涯路'],
		['一、强化组织领导', '二、完善工作机制', '三、加强督促检查', '四、严格考核问责'],
		['甲市，一百二十三个项目，总投资四百五十六亿元', '乙市，七百八十九个项目，总投资一百二十三亿元'],
	];
	for (const lines of texts) expect(paragraphsOf(lines.join('\n')).paragraphs).toEqual(lines);
});

test('no character is lost or moved, however lines are broken', () => {
	fc.assert(
		fc.property(
			fc.array(fc.stringMatching(/^[一-龥，。；0-9a-z]{1,120}$/), { minLength: 1, maxLength: 12 }),
			fc.integer({ min: 20, max: 60 }),
			(paragraphs, width) => {
				const text = paragraphs.map(one => broken(one, width)).join('\n');
				const plain = (words: string) => words.replace(/\s/g, '');
				expect(plain(paragraphsOf(text).paragraphs.join(''))).toBe(plain(text));
			},
		),
		{ numRuns: 100, seed: 11 },
	);
});
