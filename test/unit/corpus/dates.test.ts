// Dates as precise as they are known, and lines of a text.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDates, dateFault } from '../../../src/core/corpus/dates';
import { Lines } from '../../../src/core/corpus/lines';

test('which dates are real', () => {
	for (const date of ['2024', '2024-01', '2024-01-31', '2024-02-29', '2000-02-29'])
		expect(dateFault(date)).toBeUndefined();
	for (const date of ['', '24', '2024-1', '2024/01/31', '2024-01-31T00:00', ' 2024'])
		expect(dateFault(date)).toBe('form');
	for (const date of ['2024-00', '2024-13', '2023-02-29', '1900-02-29', '2024-04-31', '2024-01-00'])
		expect(dateFault(date)).toBe('calendar');
});

test('a precise date comes before one that may be as late as its last day', () => {
	expect(['2024', '2024-03-05', '2024-01', '2023-12-31', '2024-01-31', '2024-02'].sort(compareDates)).toEqual([
		'2023-12-31',
		'2024-01-31',
		'2024-01',
		'2024-02',
		'2024-03-05',
		'2024',
	]);
	expect(compareDates('2024-02', '2024-02-29')).toBeGreaterThan(0);
});

test('the place of a stretch is what counting lines by hand gives', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('a', '词', '\n', '\r', '\r\n', '😀'), { maxLength: 30 }).map(list => list.join('')),
			fc.nat(40),
			fc.nat(40),
			(text, a, b) => {
				const place = new Lines(text).place(a, b);
				const before = text.slice(0, place.start);
				const lines = before.split(/\r\n|\n|\r(?!\n|$)|\r$/);
				const split = before.endsWith('\r') && text[place.start] === '\n'; // inside CRLF the line has not ended
				expect(place.line).toBe(split ? lines.length - 1 : lines.length);
				if (!split) expect(place.column).toBe(lines.at(-1)!.length + 1);
				expect(place.start).toBeLessThanOrEqual(place.end);
				expect(place.end).toBeLessThanOrEqual(text.length);
			},
		),
	);
});
