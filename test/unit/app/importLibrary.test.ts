// Which entries of a library become sources of a pack.
import { describe, expect, test } from 'vitest';
import { isLibraryFile, libraryRecords } from '../../../src/app/importLibrary';
import { readBib } from '../../../src/core/citations/exchange/bibRead';
import { read } from '../citations/exchange/sources';

const tools = {
	propose: (_: string, name: string) => name,
	add: () => ({ text: '' }),
} as unknown as Parameters<typeof libraryRecords>[1]['tools'];

/** The keys taken into a pack that has the entries of another library already. */
function taken(bib: string, known = ''): string[] {
	const home = { sources: read(readBib, known).data.sources, taken: () => false, tools };
	return libraryRecords(read(readBib, bib), home).records.map(({ record }) => (record as { id: string }).id);
}

describe('entries of one name', () => {
	test.each([
		[
			'other issues',
			'@article{a, title={编者按}, journal={刊}, year=2020, number=1}\n@article{b, title={编者按}, journal={刊}, year=2020, number=2}',
			['a', 'b'],
		],
		[
			'another host',
			'@article{a, author={甲}, title={文}, journal={刊}, year=2020}\n@inproceedings{b, author={甲}, title={文}, booktitle={会}, year=2020}',
			['a', 'b'],
		],
		[
			'the same with more or less said',
			'@article{a, author={甲}, title={文}, journal={刊}, year=2020, number={第01期}}\n@article{b, author={甲}, title={文}, journal={刊}, year=2020, number=1, doi={10.1/q}}',
			['a'],
		],
	])('%s', (_, bib, ids) => {
		expect(taken(bib)).toEqual(ids);
	});

	test('what the pack has is not taken again', () => {
		const bib = '@book{a, author={甲}, title={书}, publisher={社}, year=2020}';
		expect(taken(bib, bib)).toEqual([]);
	});
});

test.each([
	['UTF-8', 'utf8'],
	['UTF-16', 'utf16le'],
] as const)('an export in %s is known by its first line', (_, encoding) => {
	expect(isLibraryFile('cnki.txt', Buffer.from('\uFEFF%0 期刊论文\n%T 文\n', encoding))).toBe(true);
	expect(isLibraryFile('cnki.txt', Buffer.from('\uFEFF百分之零\n', encoding))).toBe(false);
});
