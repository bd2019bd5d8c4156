// How long a search over passages takes, against plain Fuse over the same folded passages, and whether the right ones
// come first.

import Fuse from 'fuse.js';
import { PassageIndex } from '../../src/core/search/bigramSearch';
import { compact } from '../../src/core/text/compact';
import { fold } from '../../src/core/text/fold';
import { makePassages, randomFrom, type Source } from './source';
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

const sizes = [200, 10_000, 100_000];
const queriesPerClass = 10;
const repeats = 20;

interface Query {
	readonly typed: string;
	/** What a passage has to contain to be the one that is meant. */
	readonly meant: readonly string[];
}

interface QueryClass {
	readonly name: string;
	/** How many times quicker than plain Fuse it has to be at the largest size. */
	readonly wanted: number;
	readonly query: (passage: string, random: () => number, strange: () => string) => Query;
	/** Several words, which Fuse takes in its extended search only. */
	readonly words?: boolean;
	/** Above 12 characters, where Fuse has to forgive less. */
	readonly long?: boolean;
}

/** A stretch of a passage, somewhere. */
function cut(passage: string, least: number, most: number, random: () => number): string {
	const length = Math.min(passage.length, least + Math.floor(random() * (most - least + 1)));
	const start = Math.floor(random() * (passage.length - length + 1));
	return passage.slice(start, start + length);
}

const classes: readonly QueryClass[] = [
	{
		name: 'exact, 4–8 characters',
		wanted: 1000,
		query: (passage, random) => {
			const typed = cut(passage, 4, 8, random);
			return { typed, meant: [typed] };
		},
	},
	{
		name: 'two characters',
		wanted: 1000,
		query: (passage, random) => {
			const typed = cut(passage, 2, 2, random);
			return { typed, meant: [typed] };
		},
	},
	{
		name: 'one wrong character',
		wanted: 100,
		query: (passage, random, strange) => {
			const original = cut(passage, 4, 8, random);
			const at = Math.floor(random() * original.length);
			return { typed: original.slice(0, at) + strange() + original.slice(at + 1), meant: [original] };
		},
	},
	{
		name: 'two words',
		wanted: 100,
		words: true,
		query: (passage, random) => {
			const half = passage.length >> 1;
			const meant = [cut(passage.slice(0, half), 2, 4, random), cut(passage.slice(half), 2, 4, random)];
			return { typed: meant.join(' '), meant };
		},
	},
	{
		name: 'misquoted sentence',
		wanted: 1000,
		long: true,
		query: (passage, random, strange) => {
			const original = cut(passage, 20, 40, random);
			const wrong = [...original];
			for (let count = 0; count < 2; count++) wrong[Math.floor(random() * wrong.length)] = strange();
			return { typed: wrong.join(''), meant: [original] };
		},
	},
];

export function benchSearch(source: Source): Target[] {
	const passages = makePassages(source, sizes.at(-1)!, 3);
	const rows: string[][] = [];
	const medians = new Map<string, number[]>();
	const targets: Target[] = [];
	for (const size of sizes) {
		const some = passages.slice(0, size);
		const base = memory();
		const built = timed(() => new PassageIndex(some));
		const index = built.answer;
		// The pairs that repair a wrong character are made when first asked for.
		const repaired = timed(() => index.searchNow('新制生产丽'));
		progress(
			`search among ${size} passages: index built in ${ms(built.ms)} ms, repair pairs in ${ms(repaired.ms)} ms, ${(memory() - base).toFixed(0)} MB`,
		);
		const folded = some.map(passage => compact(fold(passage)).text);
		for (const kind of classes) {
			const random = randomFrom(19);
			const strange = (): string => source.clauses[Math.floor(random() * source.clauses.length)]![0]!;
			const queries = Array.from({ length: queriesPerClass }, () =>
				kind.query(folded[Math.floor(random() * size)]!, random, strange),
			);
			const relevant = queries.map(
				({ meant }) => new Set(folded.flatMap((text, at) => (meant.every(word => text.includes(word)) ? [at] : []))),
			);
			const search = ({ typed }: Query): number[] => index.searchNow(typed, { limit: 10 }).map(hit => hit.passage);
			const recall = mean(queries.map((query, at) => recallAt10(search(query), relevant[at]!)));
			const own = typical(queries, repeats, 1000, search);
			progress(`${size} passages, ${kind.name}: plain Fuse`);
			const fuse = new Fuse(folded, {
				ignoreLocation: true,
				isCaseSensitive: true,
				ignoreFieldNorm: true,
				includeScore: true,
				threshold: kind.long ? 0.3 : 0.4,
				useExtendedSearch: kind.words ?? false,
			});
			const found: number[][] = [];
			const plainMs = typical(queries, 1, 0, ({ typed }) =>
				found.push(fuse.search(typed, { limit: 10 }).map(hit => hit.refIndex)),
			);
			const plainRecall = mean(found.map((one, at) => recallAt10(one, relevant[at]!)));
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
			medians.set(kind.name, [...(medians.get(kind.name) ?? []), percentile(own, 0.5)]);
			if (size !== sizes.at(-1)) continue;
			targets.push({
				name: `search, ${kind.name}, p95 against plain Fuse`,
				wanted: `≥ ${kind.wanted}× at recall ≥ ${plainRecall.toFixed(2)}`,
				measured: `${times(ratio)} at ${recall.toFixed(2)}`,
				reached: ratio >= kind.wanted && recall >= plainRecall,
			});
		}
	}
	console.log(`\nSearch: ${queriesPerClass} queries a class, a query's time is the median of its runs; ms`);
	printTable(
		['passages', 'query', 'plain Fuse p50 / p95', 'recall@10', 'ours p50 / p95', 'recall@10', 'p95 ratio'],
		rows,
	);
	console.log('\nHow a search grows with the passages: ours, p50 ms');
	printTable(
		['query', ...sizes.map(String), 'growth'],
		[...medians].map(([name, values]) => [name, ...values.map(ms), times(values.at(-1)! / values[0]!)]),
	);
	return targets;
}
