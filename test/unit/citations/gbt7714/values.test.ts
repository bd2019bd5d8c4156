// What other programs write around a value.
import fc from 'fast-check';
import { withoutEntities } from '../../../../src/core/text/values/entities';
import { expect, test } from 'vitest';
import {
	editionNumber,
	withoutPageUnit,
	withoutUnit,
	withoutZeros,
} from '../../../../src/core/citations/gbt7714/values';

test.each([
	['2', 2],
	['2nd', 2],
	['3rd ed.', 3],
	['2. ed', 2],
	['Second', 2],
	['Twelfth edition', 12],
	['第2版', 2],
	['第二版', 2],
	['二版', 2],
	['第十版', 10],
	['第十二版', 12],
	['第二十三版', 23],
	['First', 1],
	['修订版', undefined],
	['第3版修订本', undefined],
	['Revised', undefined],
	['十十', undefined],
	['一二', undefined],
])('edition %s', (text, number) => {
	expect(editionNumber(text)).toBe(number);
});

test.each([
	['期', '第3期', '3'],
	['期', '03', '3'],
	['期', '03-04', '3-4'],
	['期', 'No. 7', '7'],
	['期', 'S1', 'S1'],
	['期', '增刊', '增刊'],
	['期', '10', '10'],
	['期', '第Z1期', 'Z1'],
	['卷', '第5卷', '5'],
	['卷', 'Vol. 12', '12'],
	['卷', '007', '7'],
] as const)('%s %s', (unit, text, bare) => {
	expect(withoutUnit(text, unit)).toBe(bare);
});

test.each([
	['第1～9页', '1-9'],
	['1-9页', '1-9'],
	['pp. 1-9', '1-9'],
	['p.3', '3'],
	['e0123', 'e0123'],
	['0123', '0123'],
	['1, 3', '1, 3'],
])('pages %s', (text, bare) => {
	expect(withoutPageUnit(text)).toBe(bare);
});

test.each([
	['004', '4'],
	['04-05', '4-5'],
	['A04', 'A04'],
	['10', '10'],
	['0', '0'],
])('page of a newspaper %s', (text, bare) => {
	expect(withoutZeros(text)).toBe(bare);
});

test.each([
	['A &amp; B', 'A & B'],
	['&#8212;&#x2014;', '——'],
	['AT&T; R&D', 'AT&T; R&D'],
	['&#0;&#xD800;', '&#0;&#xD800;'],
])('entities %s', (text, plain) => {
	expect(withoutEntities(text)).toBe(plain);
});

test('no text makes any of them fail, and a text without a mark stays as it is', () => {
	const readers = [
		(text: string) => withoutUnit(text, '期'),
		(text: string) => withoutUnit(text, '卷'),
		withoutPageUnit,
		withoutEntities,
	];
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(...'第期卷页0312-～&#x;abp. 一十版') }), text => {
			for (const read of readers) expect(typeof read(text)).toBe('string');
			expect(editionNumber(text) ?? 1).toBeGreaterThan(0);
		}),
		{ seed: 7, numRuns: 500 },
	);
	fc.assert(
		fc.property(fc.stringMatching(/^[a-z\u4e00-\u4e08]{1,6}$/), text => {
			for (const read of readers.slice(2)) expect(read(text)).toBe(text);
		}),
		{ seed: 7 },
	);
});
