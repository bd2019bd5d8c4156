// A list of names in the settings, where anything may stand.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesOf } from '../../../../src/editor/packs/settingEntries';

test('what is no name is told of, and takes no other with it', () => {
	expect(entriesOf(['a.bib', 7, '', '  ', null, 'b\0.bib', ['c.bib'], { d: 1 }, ' e.bib '], [])).toEqual({
		names: ['a.bib', 'e.bib'],
		faults: [
			{ entry: '7', fault: 'text' },
			{ entry: '""', fault: 'empty' },
			{ entry: '"  "', fault: 'empty' },
			{ entry: 'null', fault: 'text' },
			{ entry: '"b\\u0000.bib"', fault: 'character' },
			{ entry: '["c.bib"]', fault: 'text' },
			{ entry: '{"d":1}', fault: 'text' },
		],
	});
});

test('what is no list is told of, and the default holds', () => {
	expect(entriesOf('corpus', ['policy-corpus'])).toEqual({
		names: ['policy-corpus'],
		faults: [{ entry: '"corpus"', fault: 'list' }],
	});
	expect(entriesOf(undefined, ['policy-corpus'])).toEqual({ names: ['policy-corpus'], faults: [] });
	expect(entriesOf([], ['policy-corpus'])).toEqual({ names: [], faults: [] });
});

test('every good name is there, in its order, whatever stands beside it', () => {
	const name = fc.string({ minLength: 1 }).filter(text => text.trim() !== '' && !text.includes('\0'));
	fc.assert(
		fc.property(fc.array(fc.oneof(name, fc.jsonValue())), entries => {
			const { names, faults } = entriesOf(entries, []);
			const good = entries.filter(
				(one): one is string => typeof one === 'string' && one.trim() !== '' && !one.includes('\0'),
			);
			expect(names).toEqual(good.map(one => one.trim()));
			expect(faults.length).toBe(entries.length - good.length);
		}),
		{ numRuns: 200, seed: 9 },
	);
});
