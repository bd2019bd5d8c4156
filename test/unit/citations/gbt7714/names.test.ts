// Names of persons and bodies as the standard sets them.
import { expect, test } from 'vitest';
import { printName, printNames, readNames } from '../../../../src/core/citations/gbt7714/names';

test.each([
	[{ literal: '云南省企业联合会' }, '云南省企业联合会', '云南省企业联合会'],
	[{ family: '习', given: '近平' }, '习近平', '习近平'],
	[{ family: 'Sodeman', given: 'William A.', suffix: 'Jr.' }, 'Sodeman W A Jr', 'SODEMAN W A Jr'],
	[{ family: 'Des Marais', given: 'David J.' }, 'Des Marais D J', 'DES MARAIS D J'],
	[{ family: 'van der Berg', given: 'Jan' }, 'van der Berg J', 'van der BERG J'],
	[{ family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' }, 'van Gogh V', 'van GOGH V'],
	[{ family: 'Humboldt', given: 'Alexander von' }, 'Humboldt A von', 'HUMBOLDT A von'],
	[{ family: 'Sartre', given: 'Jean-Paul' }, 'Sartre J-P', 'SARTRE J P'],
	[{ family: 'Smith', given: 'JA' }, 'Smith J A', 'SMITH J A'],
	[{ family: 'António', given: 'Marco' }, 'António M', 'ANTÓNIO M'],
	[{ literal: 'United Nations' }, 'United Nations', 'United Nations'],
	[{ family: 'Plato' }, 'Plato', 'PLATO'],
	[{ given: 'Plato' }, 'Plato', 'Plato'],
])('%j', (name, in2025, in2015) => {
	expect(printName(name, { capitals: false, hyphen: true })).toBe(in2025);
	expect(printName(name, { capitals: true, hyphen: false })).toBe(in2015);
});

test('three are all named, of four the first three', () => {
	const style = { comma: '，', limit: 3, others: '等', capitals: false, hyphen: true };
	const names = (...all: string[]) =>
		printNames(
			all.map(literal => ({ literal })),
			style,
		);
	expect(names('甲', '乙', '丙')).toBe('甲，乙，丙');
	expect(names('甲', '乙', '丙', '丁')).toBe('甲，乙，丙，等');
	expect(names()).toBeUndefined();
});

test('what is no name is left out', () => {
	expect(readNames(['甲', { family: 'Doe' }, null, 3, {}, ''])).toEqual([{ literal: '甲' }, { family: 'Doe' }]);
	expect(readNames('人民日报社')).toEqual([{ literal: '人民日报社' }]);
	expect(readNames(undefined)).toEqual([]);
});
