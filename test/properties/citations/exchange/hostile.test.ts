// Libraries made to cost more than they are long.
import { expect, test } from 'vitest';
import { effort } from '../../../support/effort';
import { readBib } from '../../../../src/core/citations/exchange/bibRead';
import { collect, type Reader } from '../../../../src/core/citations/exchange/bibliography';
import { readRis } from '../../../../src/core/citations/exchange/risRead';

const rows = (n: number, row: (i: number) => string, between = '\n') =>
	Array.from({ length: n }, (_, i) => row(i)).join(between);

function read(reader: Reader, text: string) {
	const steps = collect('x', text, reader, () => 'new');
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

test('an abbreviation that thousands of entries put in is not put in without end', () => {
	const text = `@string{a = "${'字 '.repeat(100_000)}"}\n${rows(2_000, i => `@book{k${String(i)}, title = a}`)}\n@book{z, title = {末}}\n`;
	const { data, problems } = read(readBib, text);
	expect(data.sources.length).toBe(101);
	expect(problems.filter(one => one.code === 'library.syntax' && one.data.reason === 'long').length).toBe(1000);
});

test('a long chain of parents that each add a field', () => {
	const text = rows(10_000, i => `@book{k${String(i)}, title={T}, f${String(i)}={x}, crossref={k${String(i + 1)}}}`);
	expect(read(readBib, text).data.sources.length).toBe(10_000);
});

test('many people of one entry', () => {
	const text = `TY  - BOOK\nID  - a\nTI  - T\n${rows(150_000, i => `AU  - Doe${String(i)}, Jane`)}\nER  - \n`;
	expect(read(readRis, text).data.sources[0]?.author?.length).toBe(150_000);
});

test('parents in a chain as long as the file', () => {
	const bib =
		Array.from({ length: 5000 }, (_, n) => `@book{k${n}, title={书}, crossref={k${n + 1}}}`).join('\n') +
		'\n@book{k5000, title={尾}, publisher={社}}';
	expect(read(readBib, bib).data.sources[0]?.publisher).toBe('社');
});

const keysOf = (bib: string) => read(readBib, bib).data.sources.map(source => source.id);

test('thirty thousand unclosed braces on one line, a hundred thousand nested ones', async () => {
	const cost = await effort(() => {
		expect(keysOf(`${'@book{b,t={'.repeat(30_000)}\n@book{k, title={题}}`)).toEqual(['k']);
		expect(keysOf(`@book{a, title={${'{'.repeat(100_000)}深${'}'.repeat(100_000)}}}`)).toEqual(['a']);
	});
	expect(cost).toBeLessThan(500);
});
