// How long a keystroke takes to find terms, against plain Fuse over the same terms, and whether the right ones come
// first.

import Fuse from 'fuse.js';
import type { TermEntry } from '../../src/core/search/termHits';
import { TermIndex } from '../../src/core/search/termSearch';
import { pinyinKeys } from '../../src/core/text/pinyin';
import { createPinyinReader } from '../../src/core/text/pinyinReader';
import { makeTerms, randomFrom, type Source } from './source';
import {
	mean,
	memory,
	ms,
	percentile,
	printTable,
	progress,
	recallAt10,
	timed,
	times,
	typical,
	type Target,
} from './report';

const sizes = [300, 10_000, 100_000];
const queriesPerClass = 12;
const repeats = 20;

interface Keystroke {
	readonly typed: string;
	readonly relevant: ReadonlySet<number>;
}

interface Typed {
	readonly typed: string;
	readonly fits: (other: TermEntry) => boolean;
}

interface QueryClass {
	readonly name: string;
	/** Which of an entry's texts plain Fuse is given: one list each, which is the least work for it. */
	readonly text: (entry: TermEntry) => string;
	/** What is typed for a term, and whether another term is what it may mean; nothing if the term does not suit. */
	readonly query: (
		entry: TermEntry,
		random: () => number,
		strange: string,
		isTerm: (text: string) => boolean,
	) => Typed | undefined;
}

const form = (entry: TermEntry): string => entry.forms[0]!;

const classes: readonly QueryClass[] = [
	{
		name: 'two Han, start',
		text: form,
		query: entry => {
			const typed = form(entry).slice(0, 2);
			return { typed, fits: other => form(other).startsWith(typed) };
		},
	},
	{
		name: 'inner part, three',
		text: form,
		query: entry => {
			if (form(entry).length < 4) return undefined;
			const typed = form(entry).slice(1, 4);
			return { typed, fits: other => form(other).includes(typed) };
		},
	},
	{
		name: 'initials',
		text: entry => entry.initials[0] ?? '',
		query: entry => {
			const typed = entry.initials[0] ?? '';
			return typed.length < 3 ? undefined : { typed, fits: other => other.initials.some(key => key.startsWith(typed)) };
		},
	},
	{
		name: 'full pinyin',
		text: entry => entry.full[0] ?? '',
		query: entry => {
			const typed = (entry.full[0] ?? '').slice(0, 9);
			return typed.length < 6 ? undefined : { typed, fits: other => other.full.some(key => key.startsWith(typed)) };
		},
	},
	{
		name: 'one wrong Han',
		text: form,
		query: (entry, random, strange, isTerm) => {
			const term = form(entry);
			const at = 1 + Math.floor(random() * (term.length - 1));
			const typed = term.slice(0, at) + strange + term.slice(at + 1);
			// A whole term and one character more is no slip: people write on.
			if (term.length < 5 || typed === term || isTerm(typed.slice(0, -1))) return undefined;
			return { typed, fits: other => form(other).startsWith(term) };
		},
	},
];

function keystrokes(kind: QueryClass, entries: readonly TermEntry[], source: Source, seed: number): Keystroke[] {
	const random = randomFrom(seed);
	const made: Keystroke[] = [];
	const terms = new Set(entries.map(form));
	while (made.length < queriesPerClass) {
		const clause = source.clauses[Math.floor(random() * source.clauses.length)]!;
		const query = kind.query(entries[Math.floor(random() * entries.length)]!, random, clause[0]!, text =>
			terms.has(text),
		);
		if (!query) continue;
		const relevant = new Set(entries.flatMap((entry, at) => (query.fits(entry) ? [at] : [])));
		if (relevant.size > 0) made.push({ typed: query.typed, relevant });
	}
	return made;
}

export function benchCompletion(source: Source): Target[] {
	const read = createPinyinReader();
	progress('pinyin of the terms');
	const all = makeTerms(source, sizes.at(-1)!, 7).map((term, at): TermEntry => ({
		forms: [term],
		...pinyinKeys(term, read),
		weight: at % 50,
	}));
	const rows: string[][] = [];
	const growth: string[][] = [];
	const targets: Target[] = [];
	const before = `${source.clauses.find(clause => clause.length > 20)!.slice(0, 20)}，`;
	const running = source.clauses
		.filter(clause => clause.length > 14)
		.slice(0, 200)
		.map(clause => `要${clause.slice(0, 14)}`);
	const inText: string[] = ['inside a sentence'];
	const medians = new Map<string, string[]>();
	for (const size of sizes) {
		const entries = all.slice(0, size);
		const base = memory();
		const built = timed(() => new TermIndex(entries));
		const index = built.answer;
		index.lookup('新制生产力', 10);
		progress(`completion among ${size} terms: index built in ${ms(built.ms)} ms, ${(memory() - base).toFixed(1)} MB`);
		for (const kind of classes) {
			const queries = keystrokes(kind, entries, source, 11);
			const complete = (query: Keystroke): number[] =>
				index.complete(before + query.typed, 10).map(({ hit }) => hit.term);
			const recall = mean(queries.map(query => recallAt10(complete(query), query.relevant)));
			const own = typical(queries, repeats, 1000, complete);
			const fuse = new Fuse(entries.map(kind.text), {
				isCaseSensitive: true,
				ignoreFieldNorm: true,
				threshold: 0.4,
				includeScore: true,
			});
			const plain = ({ typed }: Keystroke): number[] => fuse.search(typed, { limit: 10 }).map(found => found.refIndex);
			const plainRecall = mean(queries.map(query => recallAt10(plain(query), query.relevant)));
			const plainMs = typical(queries, 5, 200, plain);
			const ratio = percentile(plainMs, 0.95) / percentile(own, 0.95);
			rows.push([
				String(size),
				kind.name,
				`${ms(percentile(plainMs, 0.5))} / ${ms(percentile(plainMs, 0.95))}`,
				plainRecall.toFixed(2),
				`${ms(percentile(own, 0.5))} / ${ms(percentile(own, 0.95))}`,
				recall.toFixed(2),
				times(ratio),
			]);
			medians.set(kind.name, [...(medians.get(kind.name) ?? []), ms(percentile(own, 0.5))]);
			if (size !== sizes.at(-1)) continue;
			targets.push({
				name: `completion, ${kind.name}, p95 against plain Fuse`,
				wanted: '≥ 100× at recall ≥ 0.98',
				measured: `${times(ratio)} at ${recall.toFixed(2)}`,
				reached: ratio >= 100 && recall >= 0.98,
			});
		}
		const inside = typical(running, 3, 1000, text => index.complete(text, 10));
		inText.push(`${ms(percentile(inside, 0.5))} / ${ms(percentile(inside, 0.95))}`);
	}
	for (const [name, values] of medians)
		growth.push([name, ...values, times(Number(values.at(-1)) / Number(values[0]))]);
	console.log(
		`\nCompletion: ${queriesPerClass} queries a class, a query's time is the median of its runs behind 20 characters of text; ms`,
	);
	printTable(['terms', 'typed', 'plain Fuse p50 / p95', 'recall@10', 'ours p50 / p95', 'recall@10', 'p95 ratio'], rows);
	console.log('\nHow a keystroke grows with the terms: ours, p50 ms');
	printTable(['typed', ...sizes.map(String), 'growth'], growth);
	printTable(['ours p50 / p95', ...sizes.map(String)], [inText]);
	return targets;
}
