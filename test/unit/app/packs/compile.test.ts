import { expect, test } from 'vitest';
import { createPackTools } from '../../../../src/core/corpus/tools';
import type { PackData } from '../../../../src/core/corpus/records';
import { compiled } from '../../../../src/app/packs/compile';

test('a pack compiled in slices is what the tools make of it at once', async () => {
	const tools = createPackTools();
	const numbers = Array.from(
		{ length: 120 },
		(_, at) => `${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${'子丑寅卯辰巳午未申酉戌亥'[at % 12]}`,
	);
	const data: PackData = {
		info: { id: 'mine', title: '我的' },
		terms: [
			{ id: 'chongxin', term: '重新', pinyin: 'zhong xin' },
			...numbers.map((name, at) => ({ id: `t-${at}`, term: `${name}工程`, aliases: [`${name}计划`] })),
		],
		formulations: numbers.map((name, at) => ({ id: `f-${at}`, text: `实施${name}{范围}工程` })),
		// The same text as a term's with a reading of its own: that of the term counts.
		sources: [
			{ id: 's-0', type: 'report', title: '重新', author: [{ literal: '金观平' }] },
			...numbers.map((name, at) => ({ id: `s-${at + 1}`, type: 'report', title: `${name}报告` })),
		],
		citations: numbers.map((name, at) => ({
			id: `c-${at}`,
			kind: 'quotation' as const,
			text: '话',
			source: 's-1',
			speaker: `${name}先生`,
			occasion: '重新',
		})),
	};
	let pauses = 0;
	const sliced = await compiled(data, tools, () => {
		pauses++;
		return Promise.resolve();
	});
	const whole = tools.compile(data);
	expect(sliced).toEqual(whole);
	expect(Object.keys(sliced.pinyin).length).toBeGreaterThan(300);
	expect(sliced.pinyin['重新']).not.toEqual(createPackTools().compile({ ...data, terms: [] }).pinyin['重新']);
	expect(pauses).toBe(50);
});
