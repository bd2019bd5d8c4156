// The shipped corpus itself: enough of it, nothing wrong with it, nothing in it that is not its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectedSnippets } from '../../src/cli/build';
import { checkPack } from '../../src/core/corpus/check/records';
import { mergePacks } from '../../src/core/corpus/merge';
import { noiseIn } from '../../src/core/corpus/check/noise';
import { hasSlots } from '../../src/core/corpus/slots';
import { isMadeTitle } from '../../src/core/text/titles';
import { root, shipped } from './pack';

const { data } = shipped;

/** Body paragraphs of each text (the official statements are one passage each); a text's number does not change. */
const paragraphs: Readonly<Record<string, number>> = {
	'yindizhiyi-2024': 5,
	'duchuanzhong-2024': 25,
	'jinguanping-2024': 6,
	'duxiaogang-2024': 6,
	'xinhua-2023': 20,
	'2024-01-31-definition': 1,
	'2024-01-31-report': 1,
	'2024-03-05-jiangsu': 1,
	'government-work-report-2024': 1,
	'government-work-report-2025': 1,
};
/** Reports of which single sentences are recorded, and how many paragraphs their texts have. */
const excerpts: Readonly<Record<string, number>> = {
	'government-work-report-2007': 138,
	'government-work-report-2008': 142,
	'government-work-report-2010': 254,
	'government-work-report-2012': 170,
	'government-work-report-2013': 100,
	'government-work-report-2014': 143,
	'government-work-report-2015': 131,
};

describe('nothing is wrong with it', () => {
	test('every file is read, every record keeps to its form', () => {
		expect(shipped.problems).toEqual([]);
	});

	test('no problem across records, not even a note', () => {
		expect(checkPack(shipped)).toEqual([]);
	});

	test('ids are found, by kind', () => {
		const { corpus, problems } = mergePacks([{ compiled: { data, pinyin: {}, traditional: {} } }]);
		expect(problems).toEqual([]);
		for (const term of data.terms) expect(corpus.term(term.id)).toBe(term);
	});
});

describe('there is enough of it', () => {
	test('at least 120 citations, 150 terms, 60 formulations, and the sources that were asked for', () => {
		expect(data.citations.length).toBeGreaterThanOrEqual(120);
		expect(data.terms.length).toBeGreaterThanOrEqual(150);
		expect(data.formulations.length).toBeGreaterThanOrEqual(60);
		expect(data.sources.map(source => source.id).sort()).toEqual(
			[...Object.keys(paragraphs), ...Object.keys(excerpts)].sort(),
		);
		expect(
			data.sources.filter(source => source.id in excerpts && source.fidelity !== 'excerpt').map(source => source.id),
		).toEqual([]);
	});

	test('every term has a definition, a category, English and related terms', () => {
		expect(
			data.terms
				.filter(term => !term.definition || !term.category || !term.english || !term.related?.length)
				.map(term => term.id),
		).toEqual([]);
	});

	test('at least 60 % of the definitions rest on citations, the others say general', () => {
		const resting = data.terms.filter(term => term.definition && term.definition.basis !== 'general');
		expect(resting.length / data.terms.length).toBeGreaterThanOrEqual(0.6);
	});

	test('formulations are phrases and frames, and each occurs somewhere', () => {
		expect(data.formulations.filter(formulation => hasSlots(formulation.text)).length).toBeGreaterThanOrEqual(15);
		expect(
			data.formulations
				.filter(formulation => !formulation.category || !formulation.citations?.length)
				.map(formulation => formulation.id),
		).toEqual([]);
	});

	test('every paragraph of every text has a record or a stated reason', () => {
		const open = Object.entries(paragraphs).flatMap(([id, count]) =>
			Array.from({ length: count }, (_, i) => i + 1)
				.filter(
					number =>
						!data.citations.some(citation => citation.source === id && citation.paragraph === number) &&
						!data.sources.find(source => source.id === id)?.unrecorded?.some(entry => entry.paragraph === number),
				)
				.map(number => `${id} ¶${number}`),
		);
		expect(open).toEqual([]);
	});

	test('no record names a paragraph its text does not have', () => {
		expect(
			data.citations
				.filter(
					({ source, paragraph }) => paragraph === undefined || paragraph > (paragraphs[source] ?? excerpts[source]!),
				)
				.map(citation => citation.id),
		).toEqual([]);
	});
});

describe('definitions', () => {
	/** A clause that begins so asks for something: it says what is wanted, not what a thing is. */
	const demand = /(?:^|[，；。])(?:(?:各地|要素|并)?(?:要|应|须|宜|必须|应当|需要|不得)|建议)/;
	/** Somebody wants, expects or proposes it. */
	const wish = /期望|被要求|被当作|被看作|提出要(?!求)|所要|应让|须牢牢|有待/;

	test('say what a thing is, not who wants it', () => {
		const asking = data.terms.filter(({ definition }) => demand.test(definition!.text) || wish.test(definition!.text));
		expect(asking.map(term => `${term.id}: ${term.definition!.text}`)).toEqual([]);
	});

	test('the check knows a demand when it sees one', () => {
		for (const text of [
			'集中提供算力的设施，要成体系布局。',
			'建议实施的计划。',
			'应聚焦发展的产业。',
			'被要求充当的力量。',
		])
			expect(demand.test(text) || wish.test(text), text).toBe(true);
	});

	test('are sentences that do not explain a term by itself alone', () => {
		const circular = data.terms.filter(
			({ term, definition }) => !/[。）]$/.test(definition!.text) || definition!.text.length < term.length + 4,
		);
		expect(circular.map(term => term.id)).toEqual([]);
	});
});

describe('what is claimed is proved', () => {
	test('a title we made stands in brackets, and every source that says so has one', () => {
		expect(
			data.sources
				.filter(source => isMadeTitle(source.title))
				.map(source => source.id)
				.sort(),
		).toEqual(
			data.sources
				.filter(source => /题名(?:取自|是描述)/.test(source.note ?? ''))
				.map(source => source.id)
				.sort(),
		);
	});

	test('a speech has its speaker and its day, as every record of it has', () => {
		for (const source of data.sources.filter(one => /讲话\]$/.test(one.title))) {
			const said = data.citations.filter(one => one.source === source.id && one.kind === 'quotation');
			expect(new Set(said.map(one => one.speaker))).toEqual(new Set([source.author?.[0]?.literal]));
			expect(new Set(said.map(one => one.date))).toEqual(new Set([source.issued]));
		}
	});

	test('a reposting page’s date is never the date of publication', () => {
		const reposted = ['yindizhiyi-2024', 'jinguanping-2024', 'xinhua-2023'];
		expect(data.sources.filter(source => reposted.includes(source.id) && source.issued !== undefined)).toEqual([]);
		expect(
			data.sources
				.filter(source => reposted.includes(source.id))
				.map(source => source.held?.date)
				.sort(),
		).toEqual(['2023-09-11', '2024-02-14', '2024-05-22']);
	});

	test('the damaged text is marked as such', () => {
		expect(data.sources.find(source => source.id === 'duxiaogang-2024')?.fidelity).toBe('damaged');
	});

	test('official statements: who, and where a date is given, on what occasion', () => {
		const said = data.citations.filter(citation => citation.kind === 'quotation' && citation.speaker !== undefined);
		expect(said.filter(citation => citation.speaker === '习近平').length).toBeGreaterThanOrEqual(10);
		expect(
			said
				.filter(citation => citation.date !== undefined && citation.occasion === undefined)
				.map(citation => citation.id),
		).toEqual([]);
	});
});

describe('no noise got in', () => {
	const files = readdirSync(join(root, 'corpus'), { recursive: true, encoding: 'utf8' }).filter(name =>
		/\.ya?ml$/.test(name),
	);

	test('line by line, no file has a link farm’s words or a page’s furniture', () => {
		const found = files.flatMap(name =>
			readFileSync(join(root, 'corpus', name), 'utf8')
				.split('\n')
				.filter(line => !line.startsWith('#') && noiseIn(line))
				.map(line => `${name}: ${line.slice(0, 40)}`),
		);
		expect(found).toEqual([]);
	});

	test('the guard knows noise when it sees it', () => {
		for (const line of [
			'久久精品一区二区免费看',
			'无码精品人妻一区二区三区',
			'亚洲一区视频在线播放',
			'国产午夜毛片一区二区',
		])
			expect(noiseIn(line)).toBe('spam');
		expect(noiseIn('李强在新疆调研时强调:彰显特色优势 ...')).toBe('truncated');
		expect(noiseIn('验证码: 匿名发表')).toBe('furniture');
	});
});

describe('snippets', () => {
	test('are what formulations and outlines make', async () => {
		for (const [name, text] of await expectedSnippets(data, join(root, 'snippets'))) {
			expect(
				readFileSync(join(root, 'snippets', name), 'utf8').replaceAll('\r\n', '\n') === text,
				`${name} is not up to date: npm run build`,
			).toBe(true);
		}
	});

	test('can be typed: ASCII prefixes, each used once over formulations and outlines', () => {
		const prefixes = ['formulations.json', 'skeletons.json'].flatMap(name =>
			Object.values(
				JSON.parse(readFileSync(join(root, 'snippets', name), 'utf8')) as Record<string, { prefix: string }>,
			).map(snippet => snippet.prefix),
		);
		expect(prefixes.filter(prefix => !/^v[a-z0-9]+$/.test(prefix))).toEqual([]);
		expect(new Set(prefixes).size).toBe(prefixes.length);
	});

	test('there are the five outlines people expect', () => {
		for (const name of ['drafts.json', 'skeletons.json', 'skeletons-plaintext.json', 'skeletons-latex.json']) {
			expect(Object.keys(JSON.parse(readFileSync(join(root, 'snippets', name), 'utf8')) as object).sort()).toEqual(
				['工作方案', '政策建议', '汇报提纲', '讲话稿', '调研报告'].sort(),
			);
		}
	});
});
