// What is exported reads back the same: in all three formats, whatever the sources hold.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBib } from '../../../../src/core/citations/exchange/bibRead';
import { writeBib } from '../../../../src/core/citations/exchange/bibWrite';
import { readCslJson, readCslYaml } from '../../../../src/core/citations/exchange/cslRead';
import { writeCslJson } from '../../../../src/core/citations/exchange/cslWrite';
import { readRis } from '../../../../src/core/citations/exchange/risRead';
import { writeRis } from '../../../../src/core/citations/exchange/risWrite';
import { packSource, read, sources } from '../../../unit/citations/exchange/sources';

test('CSL-JSON, with what only packs have', () => {
	fc.assert(
		fc.property(sources(packSource), all => {
			expect(read(readCslJson, writeCslJson(all)).data.sources).toEqual(all);
		}),
	);
});

test('CSL-JSON is YAML', () => {
	fc.assert(
		fc.property(sources(packSource), all => {
			expect(read(readCslYaml, writeCslJson(all)).data.sources).toEqual(all);
		}),
		{ numRuns: 30 },
	);
});

test('BibTeX', () => {
	fc.assert(
		fc.property(sources(), all => {
			expect(read(readBib, writeBib(all)).data.sources).toEqual(all);
		}),
		{ numRuns: 100 },
	);
});

test('RIS', () => {
	fc.assert(
		fc.property(sources(), all => {
			expect(read(readRis, writeRis(all)).data.sources).toEqual(all);
		}),
		{ numRuns: 100 },
	);
});
