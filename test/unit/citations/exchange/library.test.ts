// A library as a pack: keys that other programs made, keys that are missing, and sources two packs have.
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readBib } from '../../../../src/core/citations/exchange/bibRead';
import { conflictsOf, formatOf } from '../../../../src/core/citations/exchange/bibliography';
import { createLibraryTools } from '../../../../src/core/citations/exchange/tools';
import { compilePack } from '../../../../src/core/corpus/compile';
import { mergePacks } from '../../../../src/core/corpus/merge';
import type { Source } from '../../../../src/core/corpus/records';
import { read } from './sources';

test.each([
	['a.bib', 'bibtex'],
	['A.BIB', 'bibtex'],
	['a.json', 'csl-json'],
	['a.yml', 'csl-yaml'],
	['文献.ris', 'tagged'],
	['CNKI.enw', 'tagged'],
	['CNKI-637.txt', 'tagged'],
	['知网.net', 'tagged'],
	['a.docx', undefined],
	['bib', undefined],
	['a.constructor', undefined],
])('%s is %s', (name, format) => {
	expect(formatOf(name)).toBe(format);
});

test('an entry without a key gets one from its first author and year, free and in ASCII', async () => {
	const pack = await createLibraryTools().read(
		'cnki.ris',
		'TY  - JOUR\nAU  - 张三\nPY  - 2021\nTI  - 甲\nER  - \nTY  - JOUR\nAU  - 张三\nPY  - 2021\nTI  - 乙\nER  - \nTY  - JOUR\nTI  - 数字经济\nER  - \n',
	);
	expect(pack.data.sources.map(source => source.id)).toEqual(['zhangsan-2021', 'zhangsan-2021-2', 'shuzi-jingji']);
	expect(pack.problems.map(problem => [problem.line, problem.code, problem.data.key])).toEqual([
		[1, 'key.missing', 'zhangsan-2021'],
		[6, 'key.missing', 'zhangsan-2021-2'],
		[11, 'key.missing', 'shuzi-jingji'],
	]);
});

describe('beside other packs', () => {
	const shipped: Source = {
		id: 'jin',
		type: 'article-newspaper',
		title: '一起抓',
		author: [{ literal: '金观平' }],
		missing: ['page'],
		held: { date: '2024' },
	};
	const merged = (bib: string) => {
		const pack = read(readBib, bib, 'refs.bib');
		const compiled = (data: typeof pack.data) => compilePack(data, () => []);
		const { corpus, problems } = mergePacks([
			{
				compiled: compiled({
					info: { id: 'shipped', title: '' },
					sources: [shipped],
					citations: [],
					terms: [],
					formulations: [],
				}),
			},
			{ compiled: compiled(pack.data), places: pack.places },
		]);
		return { corpus, problems: conflictsOf(pack, problems, corpus) };
	};
	test('what was exported from here is no conflict', () => {
		expect(merged('@article{jin, title={一起抓}, author={{金观平}}, entrysubtype={newspaper}}').problems).toEqual([]);
	});
	test('another work under the same key is told of, and the first counts', () => {
		const { corpus, problems } = merged('\n@article{jin, title={另一篇}}\n@book{new, title={新}}');
		expect(problems).toMatchObject([
			{
				file: 'refs.bib',
				line: 2,
				code: 'key.conflict',
				severity: 'information',
				data: { id: 'jin', other: 'shipped' },
			},
		]);
		expect(corpus.sources.map(source => source.title)).toEqual(['一起抓', '新']);
		expect(corpus.packOf('new')?.title).toBe('refs.bib');
	});
});

test('reading gives way when it is asked to, and reads the same', async () => {
	const bib = Array.from(
		{ length: 30 },
		(_, n) => `@book{k${n}, title={书${n}}, author={张三 and M{\\"u}ller, A.}}`,
	).join('\n');
	let pauses = 0;
	// Each look at the clock finds it five milliseconds later.
	let now = 0;
	const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 5));
	onTestFinished(() => clock.mockRestore());
	const pack = await createLibraryTools().read('x.bib', bib, () => {
		pauses++;
		return Promise.resolve();
	});
	expect(pack.data.sources).toEqual(read(readBib, bib).data.sources);
	expect(pauses).toBeGreaterThan(10);
});
