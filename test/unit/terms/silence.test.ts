// A list only when it helps: what the corpus and the person's documents seldom continue so stays silent.
import { describe, expect, test } from 'vitest';
import { createPolicyService, type PolicyService } from '../../../src/core/service';
import { corpusOf } from './corpus';

const terms = [
	{ id: 'robot', term: '服务机器人' },
	{ id: 'basic', term: '基础研究' },
	{ id: 'pillar', term: '基础设施' },
	{ id: 'fruit', term: '生产力' },
	{ id: 'point', term: '新经济增长点' },
];

/** A service whose person has documents of these paragraphs. */
async function having(...paragraphs: readonly string[]): Promise<PolicyService> {
	const service = createPolicyService(
		corpusOf({
			terms,
			sources: [{ id: 'own', type: 'report', title: '报告' }],
			documents: [{ source: 'own', file: 'documents/own.md', paragraphs, lines: paragraphs.map((_, at) => at + 1) }],
		}),
	);
	await service.prepareCompletion();
	return service;
}
const times = (count: number, ...texts: readonly string[]) => Array.from({ length: count }, () => texts).flat();
const labels = (service: PolicyService, before: string) => service.complete({ before }).items.map(item => item.label);

describe('what the documents seldom continue so', () => {
	test('stays silent, and speaks when more of it is written', async () => {
		const service = await having(...times(30, '搞好公共服务。', '提高服务质量。'), '发展服务机器人产业。');
		expect(labels(service, '要做好服务')).toEqual([]);
		expect(labels(service, '要做好服务机')).toEqual(['服务机器人']);
	});

	test('opens where they often do', async () => {
		const service = await having(...times(20, '发展服务机器人产业。', '提高服务质量。'));
		expect(labels(service, '要做好服务')).toEqual(['服务机器人']);
	});

	test('opens behind the words they continue so, only', async () => {
		const service = await having(...times(30, '搞好公共服务。', '发展服务机器人产业。'));
		expect(labels(service, '要发展服务')).toEqual(['服务机器人']);
		expect(labels(service, '要搞公共服务')).toEqual([]);
	});

	test('is not silenced where nothing is known', async () => {
		expect(labels(await having('无关的话。'), '要做好服务')).toEqual(['服务机器人']);
	});

	test('a part inside a form opens nothing where it mostly stands without the form', async () => {
		const without = await having(...times(20, '促进经济增长。'));
		expect(labels(without, '促进经济增')).toEqual([]);
		expect(labels(await having(...times(20, '培育新经济增长点。')), '促进经济增')).toEqual(['新经济增长点']);
	});
});

test('order: the likelier by the documents first, the draft before them', async () => {
	const service = await having(...times(20, '加强基础设施建设。'), ...times(8, '加强基础研究。'));
	expect(labels(service, '加强基础')).toEqual(['基础设施', '基础研究']);
	const research = terms.findIndex(({ id }) => id === 'basic');
	const { items } = service.complete({ before: '加强基础', use: record => (record === research ? 9 : 0) });
	expect(items.map(item => item.label)).toEqual(['基础研究', '基础设施']);
});

test('documents that are gone are counted no more, those that stay are not read again', async () => {
	const { SharedCounts } = await import('../../../src/core/service');
	const shared = new SharedCounts();
	const first = ['甲乙。'];
	const second = ['乙丙。'];
	const count = (...texts: readonly (readonly string[])[]) => [...shared.count(texts)];
	count(first, second);
	expect(shared.ofDocuments().counts.count('甲乙')).toBe(1);
	count(first, second);
	expect(shared.ofDocuments().counts.count('甲乙')).toBe(1);
	count(second);
	expect(shared.ofDocuments().counts.count('甲乙')).toBe(0);
	expect(shared.ofDocuments().counts.count('乙丙')).toBe(1);
});

test('a term of one’s own counts as used, unless all texts go on otherwise', async () => {
	const { compilePack } = await import('../../../src/core/corpus/compile');
	const { createService } = await import('../../../src/core/service');
	const { NgramCounts } = await import('../../../src/core/text/ngrams');
	const { writeNgrams } = await import('../../../src/core/text/ngramText');
	const { createPinyinReader } = await import('../../../src/core/text/pinyinReader');
	const pack = (id: string, term: string) =>
		compilePack(
			{ info: { id, title: id }, sources: [], citations: [], terms: [{ id: `${id}-1`, term }], formulations: [] },
			createPinyinReader(),
		);
	const prose = new NgramCounts();
	prose.add('共享', 30);
	prose.add('发展', 3000);
	const shipped = { ...pack('shipped', '中心城市'), ngrams: writeNgrams(prose, 1000) };
	const { service } = createService([{ compiled: shipped }, { compiled: pack('own', '共享粮仓') }]);
	expect(labels(service, '推广共享')).toEqual(['共享粮仓']);
	const other = createService([{ compiled: shipped }, { compiled: pack('own', '发展粮仓') }]).service;
	expect(labels(other, '推广发展')).toEqual([]);
});

test('of documents that are not loaded the index counts', async () => {
	const { LocalIndex, MemoryStore } = await import('../../../src/core/service');
	const index = new LocalIndex({
		store: new MemoryStore(),
		list: () => Promise.resolve([]),
		pause: () => Promise.resolve(),
	});
	const paragraphs = times(30, '搞好公共服务。', '提高服务质量。');
	await index.change({ put: [{ name: 'a.md', version: '1', source: 'a', title: '甲', paragraphs }] });
	const service = createPolicyService(corpusOf({ terms }));
	expect(labels(service, '要做好服务')).toEqual(['服务机器人']);
	await service.prepareCompletion({ indexed: await index.ngrams() });
	expect(labels(service, '要做好服务')).toEqual([]);
	await index.change({ remove: ['a.md'] });
	await service.prepareCompletion({ indexed: await index.ngrams() });
	expect(labels(service, '要做好服务')).toEqual(['服务机器人']);
	expect(await index.ngrams({ aborted: true })).toBe('');
});

describe('an opening quotation mark alone', () => {
	const service = createPolicyService(
		corpusOf({
			sources: [{ id: 's', type: 'article-newspaper', title: '讲话' }],
			citations: [{ id: 'c', kind: 'quotation', text: '抓住关键。', speaker: '李四', source: 's' }],
		}),
	);
	test.each(['他强调：“', '会议指出，“', '李四同志在会上的话“', '他强调“'])('%s', before =>
		expect(labels(service, before)).toEqual(['抓住关键。']),
	);
	test.each(['推进“', '坚持“', '李四来了。推进“'])('nothing for %s', before => {
		expect(labels(service, before)).toEqual([]);
		expect(labels(service, `${before}抓住`)).toEqual(['抓住关键。']);
	});
});

test('a form that goes on with letters or marks is not silenced by each of them', async () => {
	const { NgramCounts } = await import('../../../src/core/text/ngrams');
	const { ContinuationModel } = await import('../../../src/core/terms/continuations/model');
	const counts = new NgramCounts();
	counts.add('句式');
	const model = new ContinuationModel(() => [{ counts, weight: 1, least: 1 }]);
	const withOne = model.likelihood('恶意句', '式+完');
	expect(withOne).toBeGreaterThan(0.01);
	expect(model.likelihood('恶意句', '式$TM5G完')).toBe(withOne);
	expect(model.likelihood('恶意句', '式+完+')).toBeLessThan(withOne);
});
