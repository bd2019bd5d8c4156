// What fixes and insertions cost in drafts of growing length: a version of a draft is parsed once, and what is asked
// after that does not grow with it.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergePacks } from '../../src/core/corpus/merge';
import { createPolicyService, type CompiledPack, type Finding, type PolicyService } from '../../src/core/service';
import { CountedDraft } from '../support/countedDraft';
import { ms, percentile, printTable, progress, timed, times, type Target } from './report';
import { makeText, type Source } from './source';

/** Characters of the drafts; the first and the last are compared. */
const lengths = [20_000, 60_000, 200_000];
/** Findings whose fixes are asked for, as many in each draft, and cursors at which something is put. */
const asked = 100;
/** Characters of a paragraph. */
const paragraph = 180;
/** A cost that does not grow may still differ by so much from one run to the next. */
const noise = 2;

/** A draft so long with altered quotations spread over it, and footnotes throughout. */
function draftOf(source: Source, length: number, quotations: readonly string[], key: string): string {
	const prose = makeText(source, length).replaceAll('\n', '');
	const count = Math.floor(length / paragraph);
	const paragraphs = Array.from({ length: count }, (_, at) => {
		const words = prose.slice(at * paragraph, (at + 1) * paragraph);
		return at % 10 === 0 ? `${words}[^${at === 0 ? key : `note${at}`}]。` : `${words}。`;
	});
	const apart = Math.floor(count / asked);
	for (let at = 0; at < asked; at++) paragraphs[at * apart] += `“${quotations[at % quotations.length]!}”。`;
	const notes = Array.from(
		{ length: Math.ceil(count / 10) },
		(_, at) => `[^${at === 0 ? key : `note${at * 10}`}]: 注。`,
	);
	return [...paragraphs, ...notes, ''].join('\n\n');
}

/** A sentence with another character in its middle. */
function altered(sentence: string): string {
	const middle = sentence.length >> 1;
	return `${sentence.slice(0, middle)}的${sentence.slice(middle + 1)}`;
}

interface Cost {
	readonly length: number;
	/** Milliseconds for the parts that what is asked needs, made once. */
	readonly parse: number;
	readonly fixes: number;
	readonly insertions: number;
	/** How often any part of it was made at most. */
	readonly most: number;
}

function costOf(text: string, findings: readonly Finding[], service: PolicyService, id: string): Cost {
	const draft = new CountedDraft(text, 'markdown');
	const insert = (at: number) => service.insertion(draft, [at], id, 'footnote');
	const parse = timed(() => {
		service.fixes(draft, findings[0]!, 'footnote');
		insert(text.length >> 1);
		// What stands last needs the states of all lines before it.
		insert(text.length);
	}).ms;
	const fixes = timed(() => findings.map(finding => service.fixes(draft, finding, 'footnote'))).ms;
	const places = Array.from({ length: asked }, (_, at) => Math.floor((text.length * at) / asked));
	const insertions = timed(() => places.map(insert)).ms;
	return { length: text.length, parse, fixes, insertions, most: Math.max(...Object.values(draft.parses)) };
}

export function benchDraft(source: Source): Target[] {
	const built = join(source.root, 'dist/corpus.json');
	if (!existsSync(built)) throw new Error('build first: npm run build');
	const { corpus } = mergePacks([{ compiled: JSON.parse(readFileSync(built, 'utf8')) as CompiledPack }]);
	const service = createPolicyService(corpus);
	const quotations = corpus.citations
		.filter(one => one.kind === 'quotation' && one.text.length >= 25 && one.text.length <= 80)
		.map(one => altered(one.text.replace(/[。“”]/g, '')));
	const id = corpus.citations.find(one => one.kind === 'quotation')!.id;
	const drafts = lengths.map(length => {
		progress(`a draft of ${length} characters`);
		const text = draftOf(source, length, quotations, corpus.sources[0]!.id);
		const found = service.reviewer().reviewNow(service.draft(text, 'markdown'), { families: ['quotation'] }).findings;
		const findings = Array.from({ length: asked }, (_, at) => found[Math.floor((at * found.length) / asked)]!);
		return { text, findings };
	});
	// One after the other, so that whatever slows the machine down slows all of them; the first rounds only warm up.
	const rounds = Array.from({ length: 12 }, () =>
		drafts.map(({ text, findings }) => costOf(text, findings, service, id)),
	).slice(3);
	const costs = drafts.map(({ text }, at): Cost => {
		const median = (of: (cost: Cost) => number) =>
			percentile(
				rounds.map(round => of(round[at]!)),
				0.5,
			);
		return {
			length: text.length,
			parse: median(one => one.parse),
			fixes: median(one => one.fixes),
			insertions: median(one => one.insertions),
			most: Math.max(...rounds.map(round => round[at]!.most)),
		};
	});
	console.log(`\nOne version of a draft, and what is asked about it: ${asked} fixes, ${asked} insertions`);
	printTable(
		['characters', 'parsed, ms', 'fixes, ms', 'insertions, ms', 'a part parsed at most'],
		costs.map(one => [String(one.length), ms(one.parse), ms(one.fixes), ms(one.insertions), times(one.most)]),
	);
	const [short, long] = [costs[0]!, costs.at(-1)!];
	const growth = (of: (cost: Cost) => number) => of(long) / of(short);
	const target = (what: string, grown: number): Target => ({
		name: `${asked} ${what}: a draft ${times(long.length / short.length)} as long costs`,
		wanted: `≤ ${times(noise)}`,
		measured: times(grown),
		reached: grown <= noise,
	});
	const most = Math.max(...costs.map(one => one.most));
	return [
		target(
			'fixes',
			growth(one => one.fixes),
		),
		target(
			'insertions',
			growth(one => one.insertions),
		),
		{ name: 'how often a part of one version is parsed', wanted: '1', measured: String(most), reached: most === 1 },
	];
}
