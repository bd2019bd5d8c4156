// Quotations of documents whose text is not loaded: found by an index, they are told of as if it were.
import { describe, expect, test } from 'vitest';
import { Draft } from '../../../../src/core/draft/draft';
import { askedFor, type Seek } from '../../../../src/core/review/compare/indexed';
import { Reviewer, type ReviewOptions } from '../../../../src/core/review/review';
import { LocalIndex } from '../../../../src/core/search/index/localIndex';
import { MemoryStore } from '../../../../src/core/search/index/store';
import { corpusOf } from '../corpus';

const texts: Readonly<Record<string, readonly string[]>> = {
	'report-a': [
		'过去一年，面对复杂严峻的国内外环境，全国各族人民共同努力，国民经济保持平稳较快发展。',
		'要加快转变经济发展方式，推动产业结构优化升级，提高自主创新能力。我们将继续实施积极的财政政策和稳健的货币政策，保持宏观经济政策的连续性和稳定性。',
	],
	'report-b': [
		'城乡居民收入普遍较快增长，人民生活水平进一步提高，社会保障体系不断健全完善。',
		'坚持把保障和改善民生作为一切工作的出发点和落脚点，让发展成果更多更公平惠及全体人民。',
	],
};
const sources = Object.keys(texts).map(id => ({ id, type: 'report', title: id }));
const whole = corpusOf({ sources, documents: texts });
const bare = corpusOf({ sources });

async function index(documents = texts): Promise<Seek> {
	const index = new LocalIndex({
		store: new MemoryStore(),
		list: () => Promise.resolve([]),
		pause: () => Promise.resolve(),
	});
	await index.change({
		put: Object.entries(documents).map(([source, paragraphs]) => ({
			name: `${source}.md`,
			version: '1',
			source,
			title: source,
			paragraphs,
		})),
	});
	return words => index.search({ text: words, limit: 5 });
}
const sought = async (
	draft: string,
	seek: Seek,
	corpus = bare,
	options: ReviewOptions = { families: ['quotation'], all: true },
) => {
	const reviewer = new Reviewer(corpus);
	return (
		await reviewer.seek(
			new Draft(draft, 'markdown'),
			reviewer.reviewNow(new Draft(draft, 'markdown'), options),
			seek,
			options,
		)
	).findings;
};

describe('as if the text were loaded', () => {
	test.each([
		['verbatim', '“要加快转变经济发展方式，推动产业结构优化升级”'],
		['over two paragraphs', '“国民经济保持平稳较快发展。要加快转变经济发展方式”'],
		['other marks', '“要加快转变经济发展方式、推动产业结构优化升级”'],
		['replaced', '“要加快改变经济发展方式，推动产业结构优化升级”'],
		['dropped', '“要加快转变发展方式，推动产业结构优化升级”'],
		['inserted', '“要加快转变经济发展的方式，推动产业结构优化升级”'],
		['in another order', '“推动产业结构优化升级，要加快转变经济发展方式，提高自主创新能力”'],
		['elided', '“过去一年……国民经济保持平稳较快发展”'],
		['traditional', '「要加快轉變經濟發展方式，推動產業結構優化升級」'],
		[
			'long, with a slip at its end',
			'“要加快转变经济发展方式，推动产业结构优化升级，提高自主创新能力。我们将继续实施积极的财政政策和稳健的货币政策，保持宏观经济政策的连续性和安定性。”',
		],
		['reported', '总理强调，要加快转变经济发展方式，推动产业结构优化提升，提高自主创新能力。'],
		['a block', '> 坚持把保障和改善民生作为一切工作的出发点和归宿点'],
	])('%s', async (_, draft) => {
		const loaded = new Reviewer(whole).reviewNow(new Draft(draft, 'markdown'), {
			families: ['quotation'],
			all: true,
		}).findings;
		expect(loaded.length).toBeGreaterThan(0);
		expect(await sought(draft, await index())).toEqual(loaded);
	});
});

test('what a document has as it is written is no slip', async () => {
	const terms = [{ id: 't', term: '新兴产业' }];
	const corpus = corpusOf({ sources, terms, syllables: 'xing兴型' });
	const draft = '探索新型产业用地模式。';
	const wording = { families: ['wording'] } as const;
	const codes = async (documents: Readonly<Record<string, readonly string[]>>) =>
		(await sought(draft, await index(documents), corpus, wording)).map(one => one.code);
	expect(await codes(texts)).toEqual(['wording.near']);
	expect(await codes({ 'report-a': ['完善新型产业用地供应。'] })).toEqual([]);
	expect(await codes({ unknown: ['完善新型产业用地供应。'] })).toEqual(['wording.near']);
});

test('a nearer text elsewhere takes the place of what is loaded, a farther one does not', async () => {
	const near = corpusOf({ sources, documents: { 'report-b': ['要加快转变经济发展的方式，推动产业结构优化升级。'] } });
	const draft = '“要加快转变经济发展方式，推动产业结构优化升级”';
	expect((await sought(draft, await index({}), near)).map(one => one.code)).toEqual(['quotation.differs']);
	expect(
		(await sought(draft, await index({ 'report-a': texts['report-a']! }), near)).map(one => [
			one.code,
			one.data.source,
		]),
	).toEqual([
		['quotation.verbatim', 'report-a'],
		['quotation.uncited', 'report-a'],
	]);
	const exact = '“要加快转变经济发展的方式，推动产业结构优化升级”';
	expect(
		await sought(
			exact,
			() => {
				throw new Error('not asked');
			},
			near,
		),
	).toEqual(
		new Reviewer(near).reviewNow(new Draft(exact, 'markdown'), { families: ['quotation'], all: true }).findings,
	);
});

test('what no index has stays not in this corpus; a damaged copy, an unknown source and the draft itself prove nothing', async () => {
	const draft = '“这一句在哪里都没有出现过，只是写来试试的”';
	expect((await sought(draft, await index())).map(one => one.code)).toEqual(['quotation.unknown']);
	const words = { 'report-a': ['这一句在哪里都没有出现过，只是写来试试的。'] };
	expect(
		(await sought(draft, await index(words), corpusOf({ sources: [{ ...sources[0]!, fidelity: 'damaged' }] }))).map(
			one => one.code,
		),
	).toEqual(['quotation.unknown']);
	expect((await sought(draft, await index(words), corpusOf({}))).map(one => one.code)).toEqual(['quotation.unknown']);
	expect((await sought(`# report-a\n\n${draft}`, await index(words))).map(one => one.code)).toEqual([
		'quotation.unknown',
	]);
});

test('what is ignored or unwanted is not told; who gives up keeps the review; the same words are asked for once', async () => {
	const draft = '“要加快改变经济发展方式，推动产业结构优化升级”';
	const seek = await index();
	expect(await sought(`<!-- policy-writing: ignore -->\n${draft}`, seek)).toEqual([]);
	expect(
		await sought(draft, seek, bare, { families: ['quotation'], unwanted: ['quotation.differs', 'quotation.unknown'] }),
	).toEqual([]);
	const reviewer = new Reviewer(bare);
	const review = reviewer.reviewNow(new Draft(draft, 'markdown'));
	expect(await reviewer.seek(new Draft(draft, 'markdown'), review, seek, { signal: { aborted: true } })).toBe(review);
	let asked = 0;
	const counting: Seek = words => {
		asked++;
		return seek(words);
	};
	for (let i = 0; i < 3; i++)
		await reviewer.seek(new Draft(draft, 'markdown'), reviewer.reviewNow(new Draft(draft, 'markdown')), counting);
	expect(asked).toBe(askedFor(review.open[0]!)[0]!.length);
	// A paragraph that was looked at is not judged again while another is written; told anew of the documents, it is.
	const moved = `前面又写了一段。\n\n${draft}`;
	const later = await reviewer.seek(
		new Draft(moved, 'markdown'),
		reviewer.reviewNow(new Draft(moved, 'markdown')),
		() => {
			throw new Error('asked again');
		},
	);
	expect(later.findings.map(one => [one.code, moved.slice(one.start, one.end)])).toEqual([
		['quotation.differs', draft.slice(1, -1)],
	]);
	reviewer.forgetSought();
	await reviewer.seek(new Draft(moved, 'markdown'), reviewer.reviewNow(new Draft(moved, 'markdown')), counting);
	expect(asked).toBe(2 * askedFor(review.open[0]!)[0]!.length);
});
