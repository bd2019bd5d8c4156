// What belongs together in a corpus, and that making one costs no work.
import { expect, test } from 'vitest';
import { compilePack } from '../../../src/core/corpus/compile';
import { mergePacks } from '../../../src/core/corpus/merge';
import { pack } from './pack';

const read = pack({
	sources: [
		'- { id: held-only, type: webpage, title: 转载, held: { from: 某站, date: 2023-09-11 } }',
		'- { id: dated, type: article-newspaper, title: 见报, issued: 2024-02 }',
		'- { id: undated, type: webpage, title: 无日期 }',
		'',
	].join('\n'),
	citations: [
		'- { id: late, kind: quotation, text: 加快形成新质生产力。, speaker: 习近平, date: 2024-03-05, source: undated, paragraph: 2 }',
		'- { id: early, kind: point, text: 新質生產力有別於傳統生產力。, source: held-only, paragraph: 9 }',
		'- { id: other, kind: point, text: 数字化的要求。, source: undated, paragraph: 1, terms: [weilai] }',
		'- { id: month, kind: point, text: 谈未来产业。, source: dated }',
		'',
	].join('\n'),
	terms: [
		'- { id: xinzhi, term: 新质生产力, aliases: [新质力] }',
		'- { id: shengchanli, term: 生产力 }',
		'- { id: weilai, term: 未来产业 }',
		'- { id: wu, term: 无人用 }',
		'- { id: chongzu, term: 重组, pinyin: chong zu, aliases: [CZ] }',
		'',
	].join('\n'),
	formulations: '- { id: f, text: "把{新质生产力}作为{目标}", citations: [late] }\n- { id: g, text: 发展新质力 }\n',
});
const reader = (text: string) =>
	[...text].map(character =>
		/\p{Script=Han}/u.test(character) ? [`p${character.codePointAt(0)!.toString(16)}`] : [character],
	);
const compiled = compilePack(read.data, reader, text => text.replaceAll('产', '產'));
const { corpus } = mergePacks([{ compiled: JSON.parse(JSON.stringify(compiled)) as typeof compiled }]);

test('records by id and kind', () => {
	expect(corpus.term('xinzhi')?.term).toBe('新质生产力');
	expect(corpus.source('xinzhi')).toBeUndefined();
	expect(corpus.record('f')?.kind).toBe('formulation');
	for (const id of ['', '__proto__', 'constructor', 'nowhere']) expect(corpus.record(id)).toBeUndefined();
});

test('a term by any of its forms, in either script and width', () => {
	expect(corpus.termOfForm('新質生產力')?.id).toBe('xinzhi');
	expect(corpus.termOfForm('新质力')?.id).toBe('xinzhi');
	expect(corpus.termOfForm('ｃｚ')?.id).toBe('chongzu');
	expect(corpus.termOfForm('质力')).toBeUndefined();
});

test('citations of a term: named or in the text, folded, nested terms too', () => {
	expect(corpus.citationsOfTerm('xinzhi').map(citation => citation.id)).toEqual(['late', 'early']);
	expect(corpus.citationsOfTerm('shengchanli').map(citation => citation.id)).toEqual(['late', 'early']);
	expect(corpus.citationsOfTerm('weilai').map(citation => citation.id)).toEqual(['other', 'month']);
	expect(corpus.citationsOfTerm('wu')).toEqual([]);
});

test('weight counts citations and formulations, each once', () => {
	expect(corpus.weight('xinzhi')).toBe(4);
	expect(corpus.weight('wu')).toBe(0);
	expect(corpus.weight('nowhere')).toBe(0);
});

test('first use: the earliest date, whatever it is the date of', () => {
	expect(corpus.firstUse('xinzhi')).toMatchObject({ citation: { id: 'early' }, date: '2023-09-11', of: 'held' });
	expect(corpus.firstUse('weilai')).toMatchObject({ citation: { id: 'month' }, date: '2024-02', of: 'issued' });
	expect(corpus.firstUse('wu')).toBeUndefined();
});

test('citations of a source by paragraph, formulations of a citation', () => {
	expect(corpus.citationsOfSource('undated').map(citation => citation.id)).toEqual(['other', 'late']);
	expect(corpus.formulationsOfCitation('late').map(formulation => formulation.id)).toEqual(['f']);
	expect(corpus.formulationsOfCitation('early')).toEqual([]);
});

test('pinyin of forms, titles, speakers; an override counts; slots are not spoken', () => {
	expect(corpus.pinyin('重组')?.full).toEqual(['chongzu']);
	expect(corpus.pinyin('转载')?.initials).toEqual(['pp']);
	expect(corpus.pinyin('习近平')).toBeDefined();
	expect(corpus.pinyin('把{新质生产力}作为{目标}')?.initials).toEqual(['ppp']);
	expect(corpus.pinyin('没有')).toBeUndefined();
	expect(corpus.pinyin('constructor')).toBeUndefined();
});

test('traditional forms only where they differ', () => {
	expect(corpus.traditional('xinzhi')).toBe('新质生產力');
	expect(corpus.traditional('wu')).toBeUndefined();
});

test('a source of a text that no pack has is known once it was named, and is none of the records', () => {
	const data = { info: { id: 'p', title: '包' }, sources: [], citations: [], terms: [], formulations: [] };
	const { corpus: made } = mergePacks([{ compiled: { data, pinyin: {}, traditional: {} } }]);
	made.know({ id: 'elsewhere', type: 'report', title: '别处的' });
	expect(made.source('elsewhere')?.title).toBe('别处的');
	expect(made.record('elsewhere')).toBeUndefined();
	expect(made.sources).toEqual([]);
});

test('making one of a hundred thousand records builds no table', () => {
	const many = Array.from({ length: 100_000 }, (_, i) => ({ id: `t${i}`, term: `词${i}` }));
	const data = { info: { id: 'big', title: '大' }, sources: [], citations: [], terms: many, formulations: [] };
	const { corpus: big } = mergePacks([{ compiled: { data, pinyin: {}, traditional: {} } }]);
	expect(big.terms).toHaveLength(100_000);
	expect(Object.values(big).filter(value => value instanceof Map)).toEqual([]);
	expect(big.term('t99999')?.term).toBe('词99999');
});

test('of formulations by id and of aliases by themselves, too', () => {
	const info = { id: 'p', title: '包' };
	const terms = [{ id: 't', term: '产业', aliases: ['产业面', '工业'] }];
	const formulations = [{ id: 'f', text: '{产业}产业要统筹' }];
	const data = { info, sources: [], citations: [], terms, formulations };
	const made = compilePack(data, reader, text => text.replaceAll('产', '產'));
	expect(made).toMatchObject({ traditional: { t: '產业' } });
	const { corpus: one } = mergePacks([{ compiled: made }]);
	expect(['t', 'f', '产业面', '工业'].map(key => one.traditional(key))).toEqual([
		'產业',
		'{產业}產业要统筹',
		'產业面',
		undefined,
	]);
});
