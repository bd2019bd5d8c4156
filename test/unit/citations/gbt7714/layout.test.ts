// How elements follow each other where an item has less, or other things, than its form expects.
import { describe, expect, test } from 'vitest';
import { formatReference, type Item } from '../../../../src/core/citations/gbt7714/reference';

const both = (item: Item, gaps: boolean) =>
	(['2025', '2015'] as const).map(edition => formatReference({ language: 'zh-CN', ...item }, { edition, gaps }).text);
const literal = (...names: string[]) => names.map(name => ({ literal: name }));

describe('proceedings', () => {
	const whole: Item = {
		type: 'paper-conference',
		title: '会议论文集',
		volume: '2',
		editor: literal('编委会'),
		'publisher-place': '北京',
		publisher: '社',
		issued: '2024',
	};
	test('as a whole have an imprint and nothing behind //', () =>
		expect(both(whole, false)).toEqual([
			'编委会. 会议论文集：第2卷[C]. 北京：社，2024.',
			'编委会. 会议论文集: 第2卷[C]. 北京: 社, 2024.',
		]));
	test('of which nothing more is known', () =>
		expect(both({ type: 'paper-conference', title: '题名' }, true)).toEqual([
			'题名[C]. 〔出版年〕.',
			'题名[C]. 〔出版年〕.',
		]));
	test('a paper at a conference', () =>
		expect(
			both(
				{
					type: 'paper-conference',
					title: '题名',
					author: literal('甲'),
					'event-title': '大会',
					issued: '2024',
					page: '3',
				},
				false,
			),
		).toEqual(['甲. 题名[C]//大会，2024：3.', '甲. 题名[C]//大会. 2024: 3.']));
});

describe('laws and official documents', () => {
	const notice: Item = {
		type: 'legislation',
		title: '关于印发规划的通知',
		author: literal('国务院'),
		number: '国发〔2021〕29号',
	};
	test('show that their day is not known, with an address or without', () => {
		expect(both({ ...notice, missing: ['issued'] }, true)).toEqual([
			'国务院. 关于印发规划的通知：国发〔2021〕29号[Z]. 〔日期〕.',
			'国务院. 关于印发规划的通知: 国发〔2021〕29号[A]. 〔出版年〕.',
		]);
		expect(both({ ...notice, missing: ['issued'] }, false)[0]).toBe('国务院. 关于印发规划的通知：国发〔2021〕29号[Z].');
		expect(both({ ...notice, issued: '2021-12-30' }, true)[0]).toBe('国务院. 关于印发规划的通知：国发〔2021〕29号[Z].');
	});
	test('whose record wants the address show it, and what stands with it', () => {
		const wanted = { ...notice, missing: ['issued', 'accessed', 'URL'] };
		expect(both(wanted, true)).toEqual([
			'国务院. 关于印发规划的通知：国发〔2021〕29号[EB/OL]. （〔日期〕）[〔引用日期〕]. 〔URL〕.',
			'国务院. 关于印发规划的通知: 国发〔2021〕29号[A/OL]. (〔日期〕)[〔引用日期〕]. 〔URL〕.',
		]);
		for (const edition of ['2025', '2015'] as const)
			expect(formatReference(wanted, { edition }).missing.map(gap => gap.field)).toEqual(['issued', 'accessed', 'URL']);
		expect(both(wanted, false)).toEqual(both(notice, false));
	});
	test('that want none are complete without', () => {
		expect(both(notice, true)).toEqual([
			'国务院. 关于印发规划的通知：国发〔2021〕29号[Z].',
			'国务院. 关于印发规划的通知: 国发〔2021〕29号[A].',
		]);
		expect(formatReference(notice).missing).toEqual([]);
	});
	test('of 2015 are dated by the year where they have no address, by the day where they have one', () => {
		const dated = { ...notice, issued: '2021-12-12' };
		expect(both(dated, false)).toEqual([
			'国务院. 关于印发规划的通知：国发〔2021〕29号[Z].',
			'国务院. 关于印发规划的通知: 国发〔2021〕29号[A]. 2021.',
		]);
		expect(both({ ...dated, URL: 'https://example.org/b' }, false)).toEqual([
			'国务院. 关于印发规划的通知：国发〔2021〕29号[EB/OL]. （2021-12-12）. https://example.org/b.',
			'国务院. 关于印发规划的通知: 国发〔2021〕29号[A/OL]. (2021-12-12). https://example.org/b.',
		]);
	});
});
