// What the review says of official prose in which nothing is wrong, per 100,000 characters: against the shipped corpus
// alone, and with a library of such texts.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '../../src/core/corpus/corpus';
import { Draft } from '../../src/core/draft/draft';
import type { Finding } from '../../src/core/draft/finding';
import type { DraftLanguage } from '../../src/core/draft/language';
import { Reviewer } from '../../src/core/review/review';
import { withDocuments, type Yearly } from './quotations';
import { printTable, type Target } from './report';

interface Alarm {
	readonly text: string;
	readonly finding: Finding;
}

/** What is found in some texts. */
function alarmsIn(texts: readonly Yearly[], corpus: Corpus, language: DraftLanguage): Alarm[] {
	const reviewer = new Reviewer(corpus);
	return texts.flatMap(({ paragraphs }) => {
		const text = paragraphs.join('\n\n');
		const { findings } = reviewer.reviewNow(new Draft(text, language), {
			families: ['quotation', 'wording', 'figure', 'punctuation'],
		});
		return findings.map(finding => ({ text, finding }));
	});
}

/** A finding with what stands around it, on one line. */
function shown({ text, finding: { code, severity, start, end, data } }: Alarm): string {
	const line = (from: number, to: number) => text.slice(Math.max(0, from), to).replaceAll('\n', '⏎');
	const wording = 'wording' in data && data.wording !== undefined ? ` → ${data.wording.slice(0, 80)}` : '';
	return `  ${severity} ${code}: ${line(start - 20, start)}【${line(start, end).slice(0, 100)}】${line(end, end + 20)}${wording}`;
}

/** Texts of a folder, in the order of their names. */
function textsIn(folder: string): Yearly[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter(name => /\.(?:md|txt)$/.test(name))
		.sort()
		.map((name, at) => ({
			id: `clean-${at}`,
			title: name,
			year: at,
			paragraphs: readFileSync(join(folder, name), 'utf8')
				.split(/\n+/)
				.filter(one => one.trim() !== ''),
		}));
}

/** Drafts of clean prose, and what they are held against. */
interface Trial {
	readonly name: string;
	readonly drafts: readonly Yearly[];
	readonly library: readonly Yearly[];
}

/**
 * The reports, without a library and the newest with the older ones as one; and the texts of the folder behind
`--clean`, without one and each second with the others as one. Prints every warning, with `--show` every finding.
 */
export function benchClean(reports: readonly Yearly[], base: Corpus, until: number, show: boolean): Target[] {
	const given = process.argv.indexOf('--clean');
	const own = given < 0 ? [] : textsIn(process.argv[given + 1] ?? '.');
	const trials: Trial[] = [
		{ name: 'reports', drafts: reports, library: [] },
		{
			name: `reports after ${until}, with the others`,
			drafts: reports.filter(one => one.year > until),
			library: reports.filter(one => one.year <= until),
		},
		{ name: 'texts', drafts: own, library: [] },
		{
			name: 'each second text, with the others',
			drafts: own.filter(one => one.year % 2 === 0),
			library: own.filter(one => one.year % 2 === 1),
		},
	];
	return trials.filter(one => one.drafts.length > 0).map(one => benchTrial(one, base, show));
}

function benchTrial({ name, drafts, library }: Trial, base: Corpus, show: boolean): Target {
	const size = drafts.reduce((sum, one) => sum + one.paragraphs.join('\n\n').length, 0);
	const corpus = library.length === 0 ? base : withDocuments(library, base);
	const markdown = alarmsIn(drafts, corpus, 'markdown');
	const plain = alarmsIn(drafts, corpus, 'plaintext');
	const counts = new Map<string, [number, number]>();
	for (const [at, alarms] of [markdown, plain].entries())
		for (const { finding } of alarms) {
			const key = `${finding.severity} ${finding.code}`;
			const both = counts.get(key) ?? [0, 0];
			both[at] = (both[at] ?? 0) + 1;
			counts.set(key, both);
		}
	const rate = (count: number) => ((count / size) * 100_000).toFixed(2);
	console.log(`\nClean official prose: ${name}, ${size} characters; findings per 100,000`);
	printTable(
		['finding', 'n', 'Markdown', 'plain text'],
		[...counts]
			.sort(([a], [b]) => a.localeCompare(b))
			.map(([key, [one, two]]) => [key, String(one), rate(one), rate(two)]),
	);
	const isWarning = ({ finding: { severity } }: Alarm) => severity === 'warning' || severity === 'error';
	for (const alarm of show ? markdown : markdown.filter(isWarning)) console.log(shown(alarm));
	const warnings = [...markdown, ...plain].filter(isWarning).length / 2;
	return {
		name: `warnings per 100,000 characters of clean prose: ${name}`,
		wanted: '0',
		measured: rate(warnings),
		reached: warnings === 0,
	};
}
