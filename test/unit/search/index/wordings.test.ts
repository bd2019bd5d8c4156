// Which wordings letters stand for.

import { expect, test } from 'vitest';
import { wordingsOf, type TypedForm } from '../../../../src/core/search/index/queryForms';

const forms: readonly TypedForm[] = [
	{ form: '新质生产力发展', full: ['xinzhishengchanlifazhan'], initials: ['xzsclfz'] },
	{ form: '新质生产力', full: ['xinzhishengchanli'], initials: ['xzscl'] },
	{ form: '未来产业', full: ['weilaichanye'], initials: ['wlcy'] },
	{
		form: '关于县域经济的意见（2024年）',
		full: ['guanyuxianyujingjideyijian2024nian'],
		initials: ['gyxyjjdyj2024n'],
		inParts: true,
	},
	{ form: 'AI赋能', full: ['aifuneng'], initials: ['aifn'] },
];

test.each([
	['xzscl', ['新质生产力', '新质生产力发展']],
	['XinZhiShengChan', ['新质生产力发展', '新质生产力']],
	['xin zhi sheng chan li', ['新质生产力', '新质生产力发展']],
	["wei'lai", ['未来产业']],
	['xzsclfz wlcy', ['新质生产力发展 未来产业']],
	['wlcy 高质量', ['未来产业 高质量']],
	['wlcy gdp', ['未来产业 gdp']],
	['xianyujingji', ['县域经济']],
	['xyjj', ['县域经济']],
	['yijian', ['意见']],
	['jianyi', []],
	['xianyu jingji', ['县域经济']],
	['xz', []],
	['gdp', []],
	['产业', []],
	['', []],
])('%s', (query, expected) => {
	expect(wordingsOf(query, forms)).toEqual(expected);
});
