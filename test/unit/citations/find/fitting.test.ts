// What fits a paragraph: citations and one's own documents.
import { expect, test } from 'vitest';
import { searchFitting } from '../../../../src/core/citations/find/fitting';
import type { FindAnswer, Hit } from '../../../../src/core/citations/find/find';
import type { IndexQuery, PassageHit } from '../../../../src/core/search/index/engine';
import { findPassages } from '../../../../src/core/search/index/find';
import { typedParts } from '../../../../src/core/search/typedParts';
import { indexOf } from '../../search/index/documents';

const paragraph = '县域经济是国民经济的基本单元，也是城乡融合的重要切入点，要把产业留在县里、把就业留在家门口。';
const document = (name: string, paragraphs: readonly string[]) => ({
	name,
	version: '1',
	source: name,
	title: name,
	paragraphs,
});
const index = indexOf([
	document('mine', ['开头一段，说别的事情。', paragraph]),
	document('other', ['县域经济是国民经济的基本单元，各地情况不同，办法也就不同。', '没有相同的话。']),
]);
const asked = (query: IndexQuery): Promise<readonly PassageHit[]> => Promise.resolve(findPassages(index.hold(), query));
const hits = Array.from({ length: 50 }, (_, i) => ({ id: `c${i}`, kind: 'point' }) as Hit);
const corpus: FindAnswer = { total: 60, hits, facets: { kind: {}, source: {}, speaker: {}, year: {} } };
const service = { relevantTo: () => Promise.resolve(corpus) };
const places = (found: readonly PassageHit[]) => found.map(one => `${one.document} ${one.paragraph}`);

test('a paragraph word for word from a document leads to it first, what shares a clause comes behind the citations', async () => {
	const {
		same,
		corpus: cited,
		passages,
	} = await searchFitting(service, { text: paragraph, scope: 'both', limit: 50 }, asked);
	expect([places(same), cited.hits.length, places(passages)]).toEqual([['mine 2'], 48, ['other 1']]);
	expect(same[0]?.wording).toContain('把就业留在家门口');
});

test('only where it is asked to', async () => {
	const at = async (scope: 'citations' | 'documents') =>
		searchFitting(service, { text: paragraph, scope, limit: 10 }, asked);
	expect((await at('citations')).same).toEqual([]);
	expect((await at('documents')).corpus.total).toBe(0);
	const stopped = await searchFitting(service, { text: paragraph, scope: 'both', limit: 10 }, asked, { aborted: true });
	expect(stopped.same).toEqual([]);
});

test('a name of many like syllables is told apart in no time, also where its letters lead nowhere', () => {
	const form = '啊'.repeat(300);
	expect(typedParts({ form, full: [`${'a'.repeat(301)}`], initials: ['a'.repeat(300)] }, 'aaa')).toEqual([
		'啊啊',
		'啊啊啊',
	]);
	expect(typedParts({ form, full: [`${'a'.repeat(1200)}`], initials: ['a'.repeat(300)] }, 'aaa')).toEqual([]);
});
