import { expect, test } from 'vitest';
import { Corpus } from '../../../src/core/corpus/corpus';
import type { Citation, Source } from '../../../src/core/corpus/records';
import { isStatement, standingOf } from '../../../src/core/corpus/statement';
import { standingWords } from '../../../src/core/messages/standings';

const report: Source = { id: 'report', type: 'webpage', title: '报告', author: [{ literal: '李强' }] };
const article: Source = {
	id: 'article',
	type: 'article-newspaper',
	title: '一起抓',
	author: [{ literal: '金观平' }],
	contributors: [{ name: '杜传忠', paragraphs: '12-25' }],
	'container-title': '经济日报',
};
const unsigned: Source = { id: 'unsigned', type: 'webpage', title: '[报道]' };
const quotation = (fields: Partial<Citation>): Citation => ({
	id: 'c',
	kind: 'quotation',
	text: '要因地制宜发展新质生产力。',
	source: 'article',
	...fields,
});

test.each([
	['reported by a text somebody else wrote', quotation({ speaker: '习近平' }), article, true],
	[
		'said on an occasion, though the speaker is the author',
		quotation({ speaker: '李强', occasion: '大会' }),
		report,
		true,
	],
	['a meeting', quotation({ speaker: '中央财经委员会第一次会议' }), article, true],
	['the author of the article', quotation({ speaker: '金观平' }), article, false],
	['the author of a part of it', quotation({ speaker: '杜传忠' }), article, false],
	['an expert who is quoted', quotation({ speaker: '某大学教授张三', occasion: '论坛' }), article, false],
	['nobody', quotation({}), article, false],
	['a document of a public body', quotation({}), { ...unsigned, author: [{ literal: '国务院' }] }, true],
	['an agency is none', quotation({}), { ...unsigned, author: [{ literal: '新华社' }] }, false],
	['our own words', quotation({ kind: 'point', speaker: '习近平' }), article, false],
] as const)('a statement: %s', (_, citation, source, expected) => {
	expect(isStatement(citation, source)).toBe(expected);
});

const corpus = (...citations: Citation[]) =>
	new Corpus({
		packs: [],
		sources: [report, article, unsigned, { ...unsigned, id: 'public', author: [{ literal: '国务院' }] }],
		citations,
		terms: [],
		formulations: [],
		pinyin: [],
		traditional: [],
		origin: new Map(),
		aliases: new Map(),
	});
const said = quotation({ id: 'said', speaker: '习近平' });
const written = quotation({ id: 'written', speaker: '金观平', text: '应率先打造新高地。' });

test.each([
	['words of a statement, slots filled with anything', '因地制宜发展{目标}', ['written', 'said'], '官方提法 · 习近平'],
	['marks at the ends are the frame’s', '要因地制宜，', ['said'], '官方提法 · 习近平'],
	['words a statement has not', '率先打造{目标}', ['said', 'written'], '文章提法 · 金观平'],
	['of an article', '率先打造{目标}', ['written'], '文章提法 · 金观平'],
	['of a part by another', '率先打造{目标}', ['part'], '文章提法 · 杜传忠'],
	['of what has no author', '率先打造{目标}', ['bare'], '文章提法 · [报道]'],
	['our words on a document of a public body', '率先打造{目标}', ['document'], '官方提法 · 国务院'],
	['no citation', '率先打造{目标}', [], '提法'],
	['an unknown citation', '率先打造{目标}', ['nothing'], '提法'],
] as const)('whose words: %s', (_, text, citations, zh) => {
	const all = corpus(
		said,
		written,
		quotation({ id: 'part', kind: 'point', paragraph: 13 }),
		quotation({ id: 'bare', kind: 'point', source: 'unsigned' }),
		quotation({ id: 'document', kind: 'point', source: 'public' }),
	);
	expect(standingWords({ id: 'f', text, citations }, all).zh).toBe(zh);
	expect(standingOf({ id: 'f', text, citations }, all)?.kind).toBe(
		zh.startsWith('官方') ? 'official' : zh.startsWith('文章') ? 'author' : undefined,
	);
});
