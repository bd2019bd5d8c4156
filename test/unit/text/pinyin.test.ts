// By which letters terms can be typed, with the real reader and with readings made up for the edges.

import { describe, expect, test } from 'vitest';
import { pinyinKeys, type SyllableReader } from '../../../src/core/text/pinyin';
import { createPinyinReader } from '../../../src/core/text/pinyinReader';

const read = createPinyinReader();

describe('with the library', () => {
	test.each([
		['新质生产力', 'xinzhishengchanli', 'xzscl'],
		['新質生產力', 'xinzhishengchanli', 'xzscl'],
		['調整結構', 'tiaozhengjiegou', 'tzjg'],
		['率先垂范', 'shuaixianchuifan', 'sxcf'],
		['资产重组', 'zichanchongzu', 'zccz'],
		['重构重塑', 'chonggouchongsu', 'cgcs'],
		['还款', 'huankuan', 'hk'],
		['AI赋能', 'aifuneng', 'aifn'],
		['人工智能+', 'rengongzhineng', 'rgzn'],
		['新产业、新模式、新动能', 'xinchanyexinmoshixindongneng', 'xcyxmsxdn'],
	])('%s', (term, full, initials) => {
		expect(pinyinKeys(term, read)).toEqual({ full: [full], initials: [initials] });
	});

	test('ü may be typed as v or as u', () => {
		expect(pinyinKeys('战略', read).full).toEqual(['zhanlve', 'zhanlue']);
		expect(pinyinKeys('绿色', read).full).toEqual(['lvse', 'luse']);
	});

	test('characters it cannot read are left out, surrogates or not', () => {
		expect(pinyinKeys('😀测试\ud842', read)).toEqual({ full: ['ceshi'], initials: ['cs'] });
		expect(pinyinKeys('', read)).toEqual({ full: [], initials: [] });
	});
});

describe('override', () => {
	const wrong: SyllableReader = text => [...text].map(() => ['wrong']);

	test('replaces the readings, syllable by syllable, beside Latin letters too', () => {
		expect(pinyinKeys('率先', wrong, 'shuai xian')).toEqual({ full: ['shuaixian'], initials: ['sx'] });
		expect(pinyinKeys('AI率先', wrong, 'Shuai Xian')).toEqual({ full: ['aishuaixian'], initials: ['aisx'] });
		expect(pinyinKeys('战略', wrong, 'zhan lüe').full).toEqual(['zhanlve', 'zhanlue']);
	});

	test('stands for the whole term when it spells more or less than the Han', () => {
		expect(pinyinKeys('5G网络', wrong, 'wu g wang luo')).toEqual({ full: ['wugwangluo'], initials: ['wgwl'] });
	});
});

test('several readings multiply, the likeliest first, up to a handful', () => {
	const many: SyllableReader = text => [...text].map(() => ['zhong', 'chong', 'tong']);
	const keys = pinyinKeys('重重重重', many);
	expect(keys.full[0]).toBe('zhongzhongzhongzhong');
	expect(keys.full).toHaveLength(6);
	expect(new Set(keys.initials).size).toBe(keys.initials.length);
});
