// Which characters are taken for each other.
import { expect, test } from 'vitest';
import { Confusables } from '../../../src/core/text/confusables';

const alike = new Confusables('li力利立 zhi质制 zhong中重 chong重虫');

test.each([
	'己已巳',
	'末未',
	'戊戌戍',
	'折拆',
	'侯候',
	'赢羸',
	'辩辨辫瓣',
	'徒徙',
	'汩汨',
	'洒酒',
	'代伐',
	'治冶',
	'人入八',
	'士土',
	'日曰',
	'干千于',
	'天夭',
	'免兔',
	'鸟乌',
	'迁迀',
	'拔拨',
	'密蜜',
	'崇祟',
	'栗粟',
	'茶荼',
	'遣遗',
	'侍待',
	'货贷',
	'析折',
	'晴睛',
	'撤撒',
	'幕慕墓暮',
	'惊凉谅',
])('look alike: %s', group => {
	for (const a of group) for (const b of group) if (a !== b) expect(alike.is(a, b), a + b).toBe(true);
});

test('sound alike, whatever the tone and in any of their readings; others are not alike', () => {
	for (const [a, b] of ['力利', '质制', '中重', '重虫']) expect(alike.is(a!, b!)).toBe(true);
	for (const [a, b] of ['力质', '中虫', '新旧', '己末']) expect(alike.is(a!, b!)).toBe(false);
});
