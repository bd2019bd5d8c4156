// What is measured of a group's library on an engine: class by class beside a person's own index, with one person and
// with ten at once, and the load of the machine at each measurement.

import { loadavg } from 'node:os';
import type { PassageLibrary } from '../../src/core/search/index/engine';
import { checker, Client, clients, together } from './groupClients';
import { bare, kinds, type LibraryQuery, type Queries } from './libraryCorpus';
import { ms, percentile, printTable, times } from './report';

/** How many processes wanted a processor over the last minute, five and fifteen. */
export function loads(): string {
	return loadavg()
		.map(one => one.toFixed(1))
		.join(', ');
}

/** Milliseconds of each query, and in how many of them the first ten had what was meant. */
async function asked(library: PassageLibrary, queries: readonly LibraryQuery[]) {
	const took: number[] = [];
	let found = 0;
	for (const { typed, instead = [], meant } of queries) {
		const begin = performance.now();
		const hits = await library.search({ text: typed, instead, limit: 10 });
		took.push(performance.now() - begin);
		if (hits.some(hit => meant.some(words => bare(hit.text).includes(words)))) found++;
	}
	return { took, recall: found / queries.length };
}

/** Classes in which the engine finds less than the own index, and those in which it is quicker (p95). */
export interface Compared {
	readonly lessFound: readonly string[];
	readonly quicker: readonly string[];
}

/** Class by class, one index after the other. */
export async function classByClass(own: PassageLibrary, engine: PassageLibrary, queries: Queries): Promise<Compared> {
	const rows: string[][] = [];
	const [lessFound, quicker]: [string[], string[]] = [[], []];
	console.log(`\nClass by class, load ${loads()}:`);
	for (const kind of kinds) {
		// Once before: what is asked first also warms up.
		for (const one of [own, engine]) await asked(one, queries[kind].slice(0, 5));
		const [here, there] = [await asked(own, queries[kind]), await asked(engine, queries[kind])];
		if (there.recall < here.recall) lessFound.push(kind);
		const ratio = percentile(there.took, 0.95) / percentile(here.took, 0.95);
		if (ratio < 1) quicker.push(kind);
		const cells = [here, there].flatMap(({ took, recall }) => [
			ms(percentile(took, 0.5)),
			ms(percentile(took, 0.95)),
			recall.toFixed(2),
		]);
		rows.push([kind, ...cells, times(ratio)]);
	}
	printTable(['', 'own p50', 'p95', 'R@10', 'engine p50', 'p95', 'R@10', 'engine / own, p95'], rows);
	console.log(`Load after: ${loads()}.`);
	return { lessFound, quicker };
}

/** Milliseconds of each search, all classes mixed, by so many people at once. */
function mixedSearches(address: string, index: string, queries: Queries, people: number): Promise<number[]> {
	const mixed = kinds.flatMap(kind => queries[kind]).sort((a, b) => (bare(a.typed) < bare(b.typed) ? -1 : 1));
	const client = () => {
		const one = new Client(address, index);
		return async (query: LibraryQuery) => void (await one.places(query));
	};
	return together(mixed, client, people);
}

/** Milliseconds of what is told of words over the whole library: in how many documents they stand, and when. */
async function statisticsOf(library: PassageLibrary, queries: Queries) {
	const words = [...new Set(queries['two characters'].map(({ typed }) => typed))];
	const timesOf = async (ask: (typed: string) => Promise<unknown>) => {
		const took: number[] = [];
		let unanswered = 0;
		for (const typed of words) {
			const begin = performance.now();
			// After ten seconds it is given up, as in the editor.
			await ask(typed).catch(() => unanswered++);
			took.push(performance.now() - begin);
		}
		if (unanswered > 0) console.log(`${unanswered} of ${words.length} counts were not answered in time`);
		return took;
	};
	return {
		'documents of a word, one client': await timesOf(typed => library.mention(typed)),
		'timeline of a word, one client': await timesOf(typed => library.timeline(typed)),
	};
}

/** How long one person and ten at once wait for searches, and ten for sentences that are checked. */
export async function waitsOf(address: string, index: string, queries: Queries): Promise<Record<string, number>> {
	// Once before: a Java machine that has just started is slow at whatever is asked first.
	await mixedSearches(address, index, queries, clients);
	console.log(`One and ten people, load ${loads()}:`);
	const alone = await mixedSearches(address, index, queries, 1);
	const searches = await mixedSearches(address, index, queries, clients);
	const unfound = new Set<string>();
	const sentences = queries['misquoted sentence'].map(({ typed }) => typed);
	const checks = await together(sentences, () => {
		const check = checker(new Client(address, index).library);
		return async sentence => {
			if (!(await check(sentence)).some(code => code !== 'quotation.unknown')) unfound.add(sentence);
		};
	});
	console.log(
		`${clients} people at once: ${searches.length} searches, ${checks.length} sentences checked, ${unfound.size} not found`,
	);
	const statistics = await statisticsOf(new Client(address, index).library, queries);
	const kept = {
		'search, one client': alone,
		[`search, ${clients} clients`]: searches,
		[`sentence, ${clients} clients`]: checks,
		...statistics,
	};
	const waits = Object.fromEntries(
		Object.entries(kept).flatMap(([name, all]) => [
			[`${name}, p50`, percentile(all, 0.5)],
			[`${name}, p95`, percentile(all, 0.95)],
		]),
	);
	for (const [name, wait] of Object.entries(waits)) console.log(`  ${name}: ${ms(wait)} ms`);
	console.log(`Load after: ${loads()}.`);
	return waits;
}
