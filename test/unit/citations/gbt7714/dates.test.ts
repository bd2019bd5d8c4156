// Dates as other programs and people write them.
import { describe, expect, test } from 'vitest';
import { printDate, printYear, readDate, sayDate } from '../../../../src/core/citations/gbt7714/dates';

describe('reading and printing', () => {
	test.each<[unknown, string | undefined, string | undefined]>([
		['2024', '2024', '2024年'],
		['2024-01', '2024-01', '2024年1月'],
		['2024-01-31', '2024-01-31', '2024年1月31日'],
		['2024/1/31', '2024-01-31', '2024年1月31日'],
		['2024年1月31日', '2024-01-31', '2024年1月31日'],
		['2024-01-31T08:00:00Z', '2024-01-31', '2024年1月31日'],
		['2019/2021', '2019/2021', '2019年至2021年'],
		['1984/', '1984/', '1984年至今'],
		['1984/..', '1984/', '1984年至今'],
		[{ 'date-parts': [[1984], [0]] }, '1984/', '1984年至今'],
		['2004-06-XX', '2004-06', '2004年6月'],
		['2001-21', '2001', '2001年'],
		['20240305', '2024-03-05', '2024年3月5日'],
		['12 March 2001', '2001-03-12', '2001年3月12日'],
		['Sept. 3rd, 2001', '2001-09-03', '2001年9月3日'],
		['March 2001', '2001-03', '2001年3月'],
		['May 3--5', 'May 3--5', 'May 3--5'],
		['12 13 March 2001', '12 13 March 2001', '12 13 March 2001'],
		['Spring 2001', '2001', '2001年'],
		['2001年春季', '2001', '2001年'],
		['民国二十五年', '民国二十五年', '民国二十五年'],
		['2024-13', '2024-13', '2024-13'],
		[2024, '2024', '2024年'],
		[{ 'date-parts': [['2000', 11, '20']] }, '2000-11-20', '2000年11月20日'],
		[{ 'date-parts': [[2019], [2021]] }, '2019/2021', '2019年至2021年'],
		[{ 'date-parts': [[2019, null]] }, '2019', '2019年'],
		[{ literal: '春' }, '春', '春'],
		[{ raw: '2024-02-01' }, '2024-02-01', '2024年2月1日'],
		['', undefined, undefined],
		[null, undefined, undefined],
		[{ 'date-parts': 'x' }, undefined, undefined],
	])('%j', (value, printed, said) => {
		const date = readDate(value);
		expect(date && printDate(date)).toBe(printed);
		expect(date && sayDate(date)).toBe(said);
	});

	test('an estimated year stands in brackets, a run of years between its mark', () => {
		expect(printYear(readDate({ 'date-parts': [[1994]], circa: true })!, '—')).toBe('[1994]');
		expect(printYear(readDate('1957/1990')!, '—')).toBe('1957—1990');
		expect(printYear(readDate('1984/')!, '—')).toBe('1984—');
		expect(printYear(readDate('ca. 1936')!, '—')).toBe('[1936]');
		expect(printYear(readDate({ 'date-parts': [[1957]], season: '1990' })!, '-')).toBe('1957-1990');
		expect(
			printYear(
				readDate({
					'date-parts': [
						[2001, 1],
						[2001, 5],
					],
				})!,
				'-',
			),
		).toBe('2001');
	});
});
