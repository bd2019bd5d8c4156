// How long libraries of other programs take to read, how that grows with their size, and what another parser of
// BibTeX takes for the same.

import { parse } from '@retorquere/bibtex-parser';
import { readBib } from '../../src/core/citations/exchange/bibRead';
import { readCslJson, readCslYaml } from '../../src/core/citations/exchange/cslRead';
import { collect, type Reader } from '../../src/core/citations/exchange/bibliography';
import { readRis } from '../../src/core/citations/exchange/risRead';
import { writeSources } from '../../src/core/citations/exchange/tools';
import type { Source as Record } from '../../src/core/corpus/records';
import { ms, percentile, printTable, progress, timed, times, type Target } from './report';
import type { Source } from './source';

const runs = 5;

/** Sources as libraries have them, their titles and abstracts from the text at hand. */
function makeSources({ text }: Source, count: number): readonly Record[] {
	const words = text.replace(/\s+/g, '');
	const piece = (at: number, length: number) =>
		words.slice((at * 7) % (words.length - length), ((at * 7) % (words.length - length)) + length);
	return Array.from({ length: count }, (_, n) => ({
		id: `key${n}`,
		type: 'article-journal',
		title: `${piece(n, 18)}与GDP`,
		author: [{ literal: '张三' }, { family: 'Müller', given: 'Jörg' }, { literal: '国务院发展研究中心' }],
		'container-title': '管理世界',
		issued: `20${10 + (n % 15)}-0${1 + (n % 9)}`,
		volume: String(n % 40),
		issue: String(n % 12),
		page: `${n}-${n + 9}`,
		DOI: `10.1000/xyz.${n}`,
		URL: `https://example.org/a_b/${n}?x=1`,
		language: 'zh-CN',
		note: piece(n, 120),
	}));
}

/** How many entries are read, and the longest time between two places to pause. */
function drain(reader: Reader, text: string): { readonly count: number; readonly longest: number } {
	const steps = collect('x', text, reader, () => 'new');
	let longest = 0;
	for (;;) {
		const { ms: one, answer: step } = timed(() => steps.next());
		longest = Math.max(longest, one);
		if (step.done) return { count: step.value.data.sources.length, longest };
	}
}

export function benchLibraries(source: Source): Target[] {
	const formats: readonly (readonly [name: string, reader: Reader, write: (sources: readonly Record[]) => string])[] = [
		['BibTeX', readBib, sources => writeSources('bibtex', sources)],
		['CSL-JSON', readCslJson, sources => writeSources('csl-json', sources)],
		['CSL-YAML', readCslYaml, sources => sources.map(one => `- ${JSON.stringify(one)}\n`).join('')],
		['RIS', readRis, sources => writeSources('ris', sources)],
	];
	const [few, many] = [1000, 10_000].map(count => makeSources(source, count)) as [readonly Record[], readonly Record[]];
	const rows: string[][] = [];
	const growths: [string, number][] = [];
	let bibtex = 0;
	for (const [name, reader, write] of formats) {
		progress(`reading ${name}`);
		const texts = [write(few), write(many)] as const;
		const both = Array.from({ length: runs }, () => texts.map(text => timed(() => drain(reader, text))));
		const median = (at: number) =>
			percentile(
				both.map(pair => pair[at]!.ms),
				0.5,
			);
		if (both[0]![1]!.answer.count !== many.length) throw new Error(`${name}: not all entries were read`);
		const growth = percentile(
			both.map(pair => pair[1]!.ms / pair[0]!.ms),
			0.5,
		);
		growths.push([name, growth]);
		if (name === 'BibTeX') bibtex = median(0);
		rows.push([
			name,
			`${(texts[1].length / 1e6).toFixed(1)} M`,
			ms(median(0)),
			ms(median(1)),
			times(growth),
			ms(
				percentile(
					both.map(pair => pair[1]!.answer.longest),
					0.5,
				),
			),
		]);
	}
	progress('reading BibTeX with another parser');
	const text = writeSources('bibtex', few);
	const theirs = percentile(
		Array.from(
			{ length: 3 },
			() => timed(() => parse(text, { english: false, sentenceCase: false }).entries.length).ms,
		),
		0.5,
	);
	console.log(
		`\nLibraries: ms, medians of ${runs} runs; @retorquere/bibtex-parser 9 without changing the case of titles: ${ms(theirs)} for 1,000 entries`,
	);
	printTable(['format', 'characters', '1,000 entries', '10,000 entries', 'growth', 'longest step'], rows);
	return [
		...growths.map(([name, growth]): Target => ({
			name: `libraries, ${name}: 10 times the entries`,
			wanted: '≤ 15×',
			measured: times(growth),
			reached: growth <= 15,
		})),
		{
			name: 'libraries, BibTeX against @retorquere/bibtex-parser',
			wanted: '≥ 5× as fast',
			measured: times(theirs / bibtex),
			reached: theirs / bibtex >= 5,
		},
	];
}
