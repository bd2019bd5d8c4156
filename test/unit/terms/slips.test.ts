// What is offered where a character is wrong, where Chinese goes on in pinyin, and where a term has several forms.
import { expect, test } from 'vitest';
import { shippedWords } from '../../support/shippedWords';
import { compilePack, syllablesOf } from '../../../src/core/corpus/compile';
import { createService, type Offer } from '../../../src/core/service';
import { createPinyinReader } from '../../../src/core/text/pinyinReader';

const reader = createPinyinReader();
const terms = [
	{ id: 'sz', term: '数字经济', wrong: ['数学经济'] },
	{ id: 'kj', term: '科技创新' },
	{ id: 'wl', term: '未来产业' },
	{ id: 'jq', term: '产业集群' },
	{ id: 'xc', term: '战略性新兴产业', wrong: ['战略性新型产业', '战略新型产业'] },
	{ id: 'gz', term: '高质量发展' },
	{ id: 'xz', term: '新质生产力' },
	{ id: 'rg', term: '人工智能' },
	{ id: 'gy', term: '供应链' },
	{ id: 'zz', term: '制造业' },
	{ id: 'cx', term: '产学研用深度融合', aliases: ['产学研深度融合', '产学研用'] },
	{ id: 'zj', term: '专精特新企业', aliases: ['专精特新', '专精特新中小企业'] },
	{ id: 'zx', term: '重新赋能' },
	{ id: 'fd', term: '科创飞地' },
	{ id: 'ql', term: '产业集群梯度培育' },
	{ id: 'sc', term: '生产力' },
];
const { service } = createService([
	{
		compiled: {
			...compilePack(
				{
					info: { id: 'test', title: '' },
					sources: [],
					citations: [],
					terms,
					formulations: [{ id: 'f', text: '发展必须一步一个脚印' }],
				},
				reader,
			),
			words: shippedWords(),
			syllables: syllablesOf(
				'数术树字自子经京精济际计科课技计创窗新心辛未位为来产业页夜集级裙群创闯飞地战占略性兴型形高质制只量良发展盏人工公智只治能供应英链连练制造业造赋富',
				reader,
			),
		},
	},
]);

/** The first two items, and what each puts in the place of what. */
function rows(before: string, pinyin = true): string[] {
	const written = ({ insertText, replace }: Offer) => `${before.slice(replace.start, replace.end)}→${insertText}`;
	return service.complete({ before, pinyin }).items.slice(0, 2).map(written);
}

test.each([
	['发展数字京济', '数字京济→数字经济'],
	['发展树字经济', '树字经济→数字经济'],
	['发展数字经际', '数字经际→数字经济'],
	['加强科技窗新', '科技窗新→科技创新'],
	['加强科技创心', '科技创心→科技创新'],
	['培育末来产业', '末来产业→未来产业'],
	['发展人工只能', '人工只能→人工智能'],
	['打造产业集裙', '产业集裙→产业集群'],
	['推动高质良发展', '高质良发展→高质量发展'],
	['完善供应练', '供应练→供应链'],
	['完善供英链', '供英链→供应链'],
	['做强制造页', '制造页→制造业'],
	['建设科闯飞地', '科闯飞地→科创飞地'], // its own end is a particle elsewhere
	// While it is being written.
	['发展树字经', '树字经→数字经济'],
	['加强科技窗', '科技窗→科技创新'],
	['推动高只量', '高只量→高质量发展'],
	['推动高质良发', '高质良发→高质量发展'],
])('a character taken for another: %s', (before, right) => {
	expect(rows(before)).toContain(right);
	expect(service.complete({ before }).written).toBeDefined();
});

test.each(terms.flatMap(({ term, wrong = [] }) => wrong.map(form => [form, term])))(
	'a wrong form on record comes first, whatever its end begins: %s',
	(wrong, right) => {
		for (const lead of ['', '壮大']) expect(rows(lead + wrong)[0]).toBe(`${wrong}→${right}`);
	},
);

test.each([
	'发展数字', // nothing is wrong yet
	'发展树字', // two characters are a word
	'有关科技资', // 科技 and 资 of 资源
	'和高质量的', // the sentence goes on
	'要重新富', // no likeness of sound within a word of its own: 重新|富裕
])('no slip is seen in %s', before => {
	expect(service.complete({ before }).items.filter(item => item.how === 'fuzzy')).toEqual([]);
});

test.each([
	['未来chanye', '未来chanye→未来产业'],
	['布局未来chan', '未来chan→未来产业'],
	['布局未来cy', '未来cy→未来产业'],
	['科技cx', '科技cx→科技创新'],
	['加强科技chuangx', '科技chuangx→科技创新'],
	['高质量fz', '高质量fz→高质量发展'],
	['推动高质量fazhan', '高质量fazhan→高质量发展'],
	['战略性新兴cy', '战略性新兴cy→战略性新兴产业'],
	['新zscl', '新zscl→新质生产力'],
	['产学研ysdrh', '产学研ysdrh→产学研用深度融合'],
	['产学研sdrh', '产学研sdrh→产学研深度融合'],
	['一步一ge', ''],
	['发展bixu', '发展bixu→发展必须一步一个脚印'],
])('Chinese that goes on in pinyin: %s', (before, right) => {
	expect(rows(before)[0] ?? '').toBe(right === '' && rows(before).length === 0 ? '' : right);
	expect(rows(before, false)).toEqual([]);
});

test.each(['科技c', '科技cxy', '科技CX', '未来yechan', '科技 cx', '新zs', '新智cx'])('but not %s', before => {
	expect(rows(before).filter(row => /\p{Script=Han}.*→/u.test(row))).toEqual([]);
});

test.each([
	['weilai产业', 'weilai产业→未来产业'],
	['布局weilai产', 'weilai产→未来产业'],
	['wl产业', 'wl产业→未来产业'],
	['推动gaozhiliang发展', 'gaozhiliang发展→高质量发展'],
	['keji创', 'keji创→科技创新'],
])('pinyin that goes on in Chinese: %s', (before, right) => {
	expect(rows(before)[0]).toBe(right);
	expect(rows(before, false).filter(row => /^[a-z]/.test(row))).toEqual([]);
});

test.each([
	['要加快发展xinzhi生产力', 'xinzhi生产力→新质生产力'],
	['xz生产力', 'xz生产力→新质生产力'],
	['发展新zhi生产力', '新zhi生产力→新质生产力'],
	['实现高质liang发展', '高质liang发展→高质量发展'],
	['高zl发展', '高zl发展→高质量发展'],
	['高质liang发', '高质liang发→高质量发展'],
])('pinyin before a term that is complete, and amid Chinese: %s', (before, right) => {
	expect(rows(before)[0]).toBe(right);
	expect(rows(before, false).filter(row => /^\p{Script=Han}*[a-z]/u.test(row))).toEqual([]);
});

test('the row that leaves all as it is begins where the pinyin does', () => {
	const { items, written } = service.complete({ before: '发展xinzhi生产力' });
	expect(items[0]?.replace).toEqual({ start: 2, end: 11 });
	expect(written?.start ?? 2).toBe(2);
});

test.each(['WL产业', 'weila产业', 'weilai 产业', 'xweilai产业'])('no term is spelt by %s', before => {
	expect(rows(before).filter(row => /^[a-z]/i.test(row))).toEqual([]);
});

test('only a good piece of pinyin is taken by Enter', () => {
	expect(service.complete({ before: '科技cx' }).written).toEqual({ start: 0, end: 4 });
	expect(service.complete({ before: '高质量fz' }).written).toEqual({ start: 0, end: 5 });
	expect(service.complete({ before: '未来chanye' }).written).toBeUndefined();
});

test.each([
	['产学', ['产学研用', '产学研深度融合', '产学研用深度融合']],
	['专精', ['专精特新', '专精特新中小企业', '专精特新企业']],
	['专精特新', ['专精特新企业', '专精特新中小企业']],
])('whatever fits of the forms of a term: %s', (before, forms) => {
	const offered = service.complete({ before }).items.map(item => item.insertText);
	expect(offered.slice().sort()).toEqual(forms.slice().sort());
});
