// Several packs as one corpus: who wins, what is filled, where a conflict is reported.
import { expect, test } from 'vitest';
import { mergePacks } from '../../../src/core/corpus/merge';
import { pack, type Written } from './pack';

const loaded = (written: Written) => {
	const read = pack(written);
	return { compiled: { data: read.data, pinyin: {}, traditional: {} }, places: read.places };
};
const shipped = loaded({
	pack: 'id: shipped\ntitle: 随附\n',
	sources:
		'- { id: jin, type: article-newspaper, title: 题名, author: [{ literal: 金观平 }], held: { from: 某站 }, missing: [issued, page, URL] }\n',
	terms: '- { id: t, term: 新质生产力, aliases: [] }\n',
});

test('what is empty is filled and no longer missing; what stands stays and is reported when other', () => {
	const { corpus, problems } = mergePacks([
		shipped,
		loaded({
			sources:
				'- { id: my-jin, extends: jin, page: 03, issued: 2024-02-14, title: 别的题名, author: [{ literal: 金观平 }], held: { from: 别站, date: 2024-02-14 } }\n',
			terms: '- { extends: t, aliases: [新质力], english: new quality productive forces }\n',
			citations: '- { id: c, kind: point, text: 一, source: my-jin }\n',
		}),
	]);
	expect(corpus.source('jin')).toEqual({
		id: 'jin',
		type: 'article-newspaper',
		title: '题名',
		author: [{ literal: '金观平' }],
		held: { from: '某站', date: '2024-02-14' },
		missing: ['URL'],
		page: '03',
		issued: '2024-02-14',
	});
	expect(corpus.term('t')).toMatchObject({ aliases: ['新质力'], english: 'new quality productive forces' });
	expect(problems.map(problem => [problem.code, problem.line, problem.data.field])).toEqual([
		['extends.filled', 1, 'title'],
		['extends.filled', 1, 'held.from'],
	]);
	expect(corpus.sources).toHaveLength(1);
	expect(corpus.source('my-jin')).toBe(corpus.source('jin'));
	expect(corpus.citationsOfSource('jin').map(citation => citation.id)).toEqual(['c']);
	expect(corpus.packOf('jin')?.id).toBe('shipped');
	expect(corpus.packOf('c')?.id).toBe('mine');
});

test('the last gap filled leaves no list of gaps', () => {
	const { corpus } = mergePacks([
		shipped,
		loaded({ sources: '- { extends: jin, page: 3, issued: 2024, URL: "https://example.cn/" }\n' }),
	]);
	expect(corpus.source('jin')).not.toHaveProperty('missing');
});

test('an id that exists is a conflict: the first pack wins, the other is told where', () => {
	const { corpus, problems } = mergePacks([
		shipped,
		loaded({ terms: '- { id: u, term: 未来产业 }\n- { id: jin, term: 金 }\n' }),
		loaded({ pack: 'id: third\ntitle: 三\n', terms: '- { id: u, term: 别的 }\n' }),
	]);
	expect(corpus.term('u')?.term).toBe('未来产业');
	expect(corpus.source('jin')?.title).toBe('题名');
	expect(corpus.term('jin')).toBeUndefined();
	expect(
		problems.map(problem => [problem.code, problem.file, problem.line, problem.data.pack, problem.data.other]),
	).toEqual([
		['id.conflict', 'terms/a.yaml', 2, 'mine', 'shipped'],
		['id.conflict', 'terms/a.yaml', 1, 'third', 'mine'],
	]);
});

test('extending nothing, another kind, or by the name of the pack', () => {
	const { corpus, problems } = mergePacks([
		shipped,
		loaded({
			sources: '- { extends: gone, page: 1 }\n- { extends: t, page: 2 }\n- { id: jin, extends: shipped, page: 4 }\n',
		}),
	]);
	expect(problems.map(problem => problem.code)).toEqual(['extends.unknown', 'extends.kind']);
	expect(corpus.source('jin')?.page).toBe('4');
});

test('two packs may fill one record; the first to fill a field keeps it', () => {
	const { corpus, problems } = mergePacks([
		shipped,
		loaded({ sources: '- { extends: jin, page: 1 }\n' }),
		loaded({ pack: 'id: third\ntitle: 三\n', sources: '- { extends: jin, page: 2, issued: 2024 }\n' }),
	]);
	expect(corpus.source('jin')).toMatchObject({ page: '1', issued: '2024', missing: ['URL'] });
	expect(problems.map(problem => problem.code)).toEqual(['extends.filled']);
});

test('packs are not changed by merging', () => {
	const before = JSON.stringify(shipped.compiled.data);
	mergePacks([shipped, loaded({ sources: '- { extends: jin, page: 1 }\n' })]);
	expect(JSON.stringify(shipped.compiled.data)).toBe(before);
});
