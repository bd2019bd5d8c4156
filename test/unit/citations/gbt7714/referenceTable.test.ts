// The page of every reference that can be written is as it was read.
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { itemTypes } from '../../../../src/core/corpus/fields';
import { referenceTable } from './referenceTable';

const page = referenceTable();

test('docs/references.md has every type as it is printed', async () => {
	await expect(page).toMatchFileSnapshot(resolve(import.meta.dirname, '../../../../docs/references.md'));
});

test('no reference has two marks of an end, an empty part, or a value that is not the item’s', () => {
	const cells = page
		.split('\n')
		.filter(line => /^\| [^-字]/.test(line))
		.flatMap(line => line.split(' | ').slice(1));
	expect(cells.length).toBeGreaterThan(itemTypes.length * 20);
	for (const cell of cells)
		expect(cell).not.toMatch(/\.\.|undefined|NaN|\(\)|（）|\[\]|：：|，，|, ,|\/\/\.|（\d{4}）\[\d{4}\]/);
});

test('a date that an item has is never lost, but where the standard has none', () => {
	const lost = page
		.split('\n## ')
		.slice(1)
		.flatMap(part => {
			const [type = '', ...lines] = part.split('\n');
			const rows = lines.filter(line => /^\| (?:（题名|\(title)/.test(line));
			return rows.flatMap(line => line.split(' | ').slice(1)).some(cell => !cell.includes('2024')) ? [type] : [];
		});
	// Laws and official documents without an address, and standards, have none in 2025.
	expect(lost).toEqual(['bill', 'hearing', 'legal_case', 'legislation', 'regulation', 'standard', 'treaty']);
});
