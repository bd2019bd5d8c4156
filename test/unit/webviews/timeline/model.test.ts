// Holds what the timeline's page keeps, asks, draws bars and rows of, and says in each state.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Timeline } from '../../../../src/core/service';
import {
	answered,
	ask,
	asking,
	barsOf,
	grouped,
	kept,
	linesOf,
	only,
	restore,
	rowsOf,
	unanswered,
	type Model,
} from '../../../../src/webviews/timeline/model';
import type { Sheet, Strings } from '../../../../src/webviews/timeline/protocol';
import { barWords, notice, sentences } from '../../../../src/webviews/timeline/wording';

const year = (number: number, uses: number, looked = 1) => ({
	year: String(number),
	uses,
	documents: Math.min(uses, looked),
	looked,
	held: number === 2018 ? uses : 0,
});
const use = (source: string, date: string | undefined, uses: number) => ({
	source,
	title: `题${source}`,
	...(date === undefined ? {} : { date, of: date.startsWith('2018') ? ('held' as const) : ('issued' as const) }),
	from: 'text' as const,
	uses,
	ours: 0,
	first: { text: '新质', start: 0, end: 2 },
});
const timeline: Timeline = {
	subject: { kind: 'term', id: 'x', text: '新质' },
	uses: 6,
	forms: [
		{ form: '新质', uses: 5 },
		{ form: '新質力', uses: 1 },
	],
	within: 2,
	looked: 5,
	texts: 4,
	years: [year(2016, 1), year(2018, 2), year(2020, 0), year(2021, 3)],
	undated: { uses: 1, documents: 1, looked: 2 },
	documents: [use('a', '2016-03-05', 1), use('b', '2018', 2), use('c', '2021', 3), use('d', undefined, 1)],
};
const sheet: Sheet = { timeline, dates: ['2016年3月5日', '2018年', '2021年', ''] };
const none: Sheet = {
	timeline: {
		...timeline,
		uses: 0,
		forms: [],
		years: [year(2016, 0)],
		undated: { uses: 0, documents: 0, looked: 0 },
		documents: [],
		texts: 0,
	},
	dates: [],
};
const strings = new Proxy({}, { get: (_, name) => `${String(name)} {0} {1} {2} {3}` }) as Strings;
const begun = (): Model => ask(asking(restore(undefined), { words: '新质', nested: false }), 1).model;
const shown = (what = sheet): Model => answered(begun(), { type: 'counted', request: 1, sheet: what });

describe('what is kept', () => {
	test('what was asked and the chosen year come back; nothing else does', () => {
		const model = only(shown(), '2018');
		expect(kept(model)).toEqual({ asked: { words: '新质', nested: false }, year: '2018' });
		expect(restore(JSON.parse(JSON.stringify(kept(model))))).toEqual({
			asked: { words: '新质', nested: false },
			year: '2018',
			request: 0,
			phase: 'loading',
			trouble: '',
		});
	});
	test.each([
		undefined,
		null,
		7,
		'x',
		[],
		{ asked: 5, year: 'x' },
		{ asked: { words: 3, nested: 'yes' }, year: '20180' },
	])('%j counts as nothing kept', value => {
		expect(kept(restore(value))).toEqual({ asked: { words: '', nested: false }, year: '' });
	});
});

describe('asking', () => {
	test('an answer to an older question changes nothing', () => {
		const model = ask(shown(), 2).model;
		expect(answered(model, { type: 'counted', request: 1, sheet: none })).toBe(model);
		expect(answered(model, { type: 'failed', request: 1, said: 'no' })).toBe(model);
		expect(unanswered(model, 1, 'slow')).toBe(model);
		expect(unanswered(model, 2, 'slow')).toMatchObject({ phase: 'failed', trouble: 'slow' });
		expect(unanswered(shown(), 1, 'slow').phase).toBe('shown');
	});
	test('other words forget the year and what was shown; the same words counted otherwise keep both', () => {
		const model = only(shown(), '2018');
		expect(asking(model, { words: '别的', nested: false })).not.toHaveProperty('sheet');
		expect(asking(model, { words: '别的', nested: false }).year).toBe('');
		expect(asking(model, { words: '新质', nested: true })).toMatchObject({ year: '2018', sheet });
	});
	test('a year in which nothing is used any more is chosen no longer', () => {
		const model = ask(only(shown(), '2018'), 2).model;
		expect(answered(model, { type: 'counted', request: 2, sheet }).year).toBe('2018');
		expect(answered(model, { type: 'counted', request: 2, sheet: none }).year).toBe('');
	});
	test('the same year twice is all years', () => expect(only(only(shown(), '2018'), '2018').year).toBe(''));
});

describe('bars and rows', () => {
	test('each year from the first to the last has a place; one without sources is told from one without uses', () => {
		expect(barsOf(timeline).map(bar => [bar.year, bar.uses, bar.looked, Math.round(bar.height * 100)])).toEqual([
			['2016', 1, 1, 33],
			['2017', 0, 0, 0],
			['2018', 2, 1, 67],
			['2019', 0, 0, 0],
			['2020', 0, 1, 0],
			['2021', 3, 1, 100],
			['undated', 1, 2, 33],
		]);
		expect(barWords(barsOf(timeline)[1]!, strings)).toMatch(/^blank 2017/);
		expect(barWords(barsOf(timeline)[4]!, strings)).toBe('bar 2020 0 0 1');
	});
	test('many years: few names, the last always; a year of long ago does not fill the page', () => {
		const many = barsOf({ ...timeline, years: Array.from({ length: 62 }, (_, i) => year(1954 + i, i)) });
		expect(many.filter(bar => bar.named).length).toBeLessThan(20);
		// The name of what has no date takes up the room of the last years.
		expect(
			many
				.filter(bar => bar.named)
				.map(bar => bar.year)
				.slice(-2),
		).toEqual(['2011', 'undated']);
		const dated = barsOf(
			{ ...timeline, years: many.map((_, i) => year(1954 + i, i)).slice(0, 62), undated: none.timeline.undated },
			6,
		);
		expect(dated.filter(bar => bar.named).length).toBeLessThanOrEqual(6);
		expect(dated.find(bar => bar.year === '2015')?.named).toBe(true);
		expect(barsOf({ ...timeline, years: [year(1000, 1), year(2020, 1)] })).toHaveLength(3);
	});
	test('a corpus without dates has one bar, one without uses none that is drawn', () => {
		expect(barsOf({ ...timeline, years: [] }).map(bar => bar.year)).toEqual(['undated']);
		expect(barsOf(none.timeline).every(bar => bar.height === 0)).toBe(true);
	});
	test('lines are whole numbers up to the largest', () => {
		expect(linesOf(2)).toEqual([0, 1, 2]);
		expect(linesOf(64)).toEqual([0, 20, 40, 60]);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 10_000_000 }), most => {
				const lines = linesOf(most);
				expect(lines.length).toBeGreaterThan(1);
				expect(lines.length).toBeLessThanOrEqual(5);
				expect(lines.every(line => Number.isInteger(line) && line <= most)).toBe(true);
			}),
		);
	});
	test('the sources of a year, of none, or all', () => {
		expect(rowsOf(shown()).map(row => [row.source, row.when])).toEqual([
			['a', '2016年3月5日'],
			['b', '2018年'],
			['c', '2021年'],
			['d', ''],
		]);
		expect(rowsOf(only(shown(), '2018')).map(row => row.source)).toEqual(['b']);
		expect(rowsOf(only(shown(), 'undated')).map(row => row.source)).toEqual(['d']);
		expect(rowsOf(begun())).toEqual([]);
	});
});

describe('what is said', () => {
	test('how often, the earliest dated source, the peak, forms, dates of copies, longer terms', () => {
		expect(sentences(sheet, strings)).toEqual([
			'summary 6 4 5 4',
			'first 2016年3月5日 题a {2} {3}',
			'peak 2021 3 {2} {3}',
			'forms 新质 5 · 新質力 1 {1} {2} {3}',
			'held 2 {1} {2} {3}',
			'within 2 {1} {2} {3}',
		]);
	});
	test('nothing is called the earliest where no source has a date, and two equal years are no peak', () => {
		const undated = {
			timeline: { ...timeline, documents: [use('d', undefined, 1)], years: [year(2016, 3), year(2021, 3)] },
			dates: [''],
		};
		expect(sentences(undated, strings).filter(said => /^(?:first|peak)/.test(said))).toEqual([]);
		expect(
			sentences({ timeline: { ...timeline, documents: [use('b', '2018', 2)] }, dates: ['2018年'] }, strings)[1],
		).toContain('ofCopy 2018年 copy');
	});
	test('loading, failing and finding nothing say what to do; a timeline says nothing instead', () => {
		expect(notice(begun(), strings)).toMatchObject({ title: strings.loading, again: false });
		expect(notice(answered(begun(), { type: 'failed', request: 1, said: 'why' }), strings)).toEqual({
			title: strings.failed,
			help: 'why',
			again: true,
		});
		expect(notice(shown(none), strings)?.help).toMatch(/^nothingHelp 5 0 .*within 2 .*noTexts/);
		expect(notice(shown(), strings)).toBeUndefined();
	});
});

test('what a group has comes behind the own count it belongs to, and goes with it', () => {
	const group = {
		caption: '共享库',
		said: '用了 2 次',
		years: [{ year: '2022', uses: 2, documents: 1 }],
		documents: [{ document: 'zu', title: '小组', when: '2022年', uses: 2, paragraph: 3 }],
	};
	const { model: waiting } = ask(restore({ asked: { words: '新质', nested: false } }), 3);
	expect(grouped(waiting, { type: 'group', request: 3, group })).toBe(waiting);
	const shown = answered(waiting, { type: 'counted', request: 3, sheet });
	expect(grouped(shown, { type: 'group', request: 2, group })).toBe(shown);
	const whole = grouped(shown, { type: 'group', request: 3, group });
	expect(whole.group).toBe(group);
	const again = answered(ask(whole, 4).model, { type: 'counted', request: 4, sheet });
	expect(again.group).toBeUndefined();
	expect(asking(whole, { words: '别的', nested: false }).group).toBeUndefined();
});
