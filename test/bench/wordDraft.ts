// The drafts that are handed in as Word files in the bench, and the sources one of them cites.

import { Corpus } from '../../src/core/corpus/corpus';
import type { Source as CitedSource } from '../../src/core/corpus/records';
import { formatReference } from '../../src/core/citations/gbt7714/reference';
import { makeText, type Source } from './source';

export const characters = 50_000;
/** Characters of a paragraph; each has a note, every twentieth is a heading, with a table. */
export const paragraph = 120;
/** How many sources there are, and how many of them are cited. */
const library = { all: 2000, cited: 150 } as const;

/** A draft with a note of the writer's own in each paragraph; `cite`: what stands there besides, and its definition. */
export function draftOf(source: Source, cite: (at: number) => readonly [mark: string, definition: string]): string {
	const prose = makeText(source, characters).replaceAll('\n', '');
	const count = Math.floor(characters / paragraph);
	const cites = Array.from({ length: count }, (_, at) => cite(at));
	const blocks = cites.map(([mark], at) => {
		const words = prose.slice(at * paragraph, (at + 1) * paragraph);
		const text = `${words}${mark}第${at}段[^n${at}]。`;
		return at % 20 === 0 ? `## 第${at}节\n\n${text}\n\n| 指标 | 数值 |\n|---|---|\n| 产值 | ${at} |` : text;
	});
	const notes = cites.map(([, definition], at) => `[^n${at}]: 注文${at}号。${definition}`);
	return `# 题目\n\n${[...blocks, ...notes].join('\n\n')}\n`;
}

/** Articles of which a draft cites some. */
export function corpusOf(source: Source): Corpus {
	const titles = makeText(source, library.all * 20).replaceAll('\n', '');
	const sources = Array.from({ length: library.all }, (_, at): CitedSource => ({
		id: `a${at}-2024`,
		type: 'article-journal',
		title: titles.slice(at * 20, at * 20 + 12 + (at % 8)),
		author: [{ literal: '王某' }, { literal: '李某' }],
		'container-title': '经济研究',
		issued: '2024',
		volume: '57',
		issue: '3',
		page: '4-18',
	}));
	return new Corpus({
		packs: [{ id: 'bench', title: 'bench' }],
		sources,
		citations: [],
		terms: [],
		formulations: [],
		pinyin: [],
		traditional: [],
		origin: new Map(),
		aliases: new Map(),
	});
}

/**
 * The same draft with 300 citations: keys with a page, footnotes whose label is a key, and footnotes whose words are the
 * reference, a third each.
 */
export function citingDraft(source: Source, { sources }: Corpus): string {
	const defined = new Set<string>();
	return draftOf(source, at => {
		const cited = sources[(at * 7) % library.cited];
		if (!cited || at % 4 === 3) return ['', ''];
		if (at % 4 === 0) return [`[@${cited.id}, 第${(at % 15) + 4}页]`, ''];
		const label = at % 4 === 1 ? cited.id : `w${at}`;
		if (defined.has(label)) return [`[^${label}]`, ''];
		defined.add(label);
		return [`[^${label}]`, `\n\n[^${label}]: ${formatReference(cited, {}).text}`];
	});
}
