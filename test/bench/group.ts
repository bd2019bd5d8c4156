// How a group's library on an engine answers, class by class, beside a person's own index over the same passages: time and quality.
// `npm run bench -- group --server http://127.0.0.1:9200 --size 20000` (npm run library:server starts one).

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../src/app/library/connection';
import type { PassageLibrary } from '../../src/core/search/index/engine';
import { LocalIndex } from '../../src/core/search/index/localIndex';
import { MemoryStore } from '../../src/core/search/index/store';
import { offeredOf } from '../../src/core/search/offeredDocuments';
import { listDocuments } from '../../src/workers/index/folders';
import { bare, kinds, makeLibrary, type LibraryQuery } from './libraryCorpus';
import { ms, percentile, printTable, progress, type Target } from './report';
import type { Source } from './source';

const clock = {
	now: () => Date.now(),
	wait: (milliseconds: number) => new Promise<void>(resolve => void setTimeout(resolve, milliseconds)),
};
const queriesEach = 40;
const given = (name: string) => process.argv[process.argv.indexOf(`--${name}`) + 1];

/** Milliseconds of each query, and in how many of them the first ten had what was meant. */
async function asked(library: PassageLibrary, queries: readonly LibraryQuery[]) {
	const times: number[] = [];
	let found = 0;
	for (const { typed, instead = [], meant } of queries) {
		const begin = performance.now();
		const hits = await library.search({ text: typed, instead, limit: 10 });
		times.push(performance.now() - begin);
		if (hits.some(hit => meant.some(words => bare(hit.text).includes(words)))) found++;
	}
	return { times, recall: found / queries.length };
}

export async function benchGroup(source: Source): Promise<Target[]> {
	if (!process.argv.includes('--server')) {
		console.log('\nA group’s library: not measured without --server (npm run library:server starts one).');
		return [];
	}
	const size = process.argv.includes('--size') ? Number(given('size')) : 20_000;
	const folder = mkdtempSync(join(tmpdir(), 'policy-writing-group-'));
	try {
		const { queries, mean } = makeLibrary(source, size, folder, queriesEach);
		const connection = connect({ server: given('server') ?? '', index: `bench-${size}`, clock });
		if (typeof connection === 'string') throw new Error(`--${connection} is wrong`);
		progress(`pushing ${size} passages`);
		const begin = performance.now();
		const pushed = await connection.pusher({}).push(offeredOf(await listDocuments([folder])));
		const seconds = (performance.now() - begin) / 1000;
		console.log(
			`\n${size} passages of ${mean.toFixed(0)} characters: ${pushed.passages} pushed in ${seconds.toFixed(1)} s`,
		);
		const own = new LocalIndex({ store: new MemoryStore(), list: listDocuments, pause: () => Promise.resolve() });
		await own.sync([folder]);
		const rows: string[][] = [];
		for (const kind of kinds) {
			// Once before: what is asked first also warms up.
			await asked(connection.library, queries[kind].slice(0, 5));
			const cells = [];
			for (const library of [own, connection.library]) {
				const { times, recall } = await asked(library, queries[kind]);
				cells.push(ms(percentile(times, 0.5)), ms(percentile(times, 0.95)), recall.toFixed(2));
			}
			rows.push([kind, ...cells]);
		}
		printTable(['', 'own p50', 'p95', 'R@10', 'engine p50', 'p95', 'R@10'], rows);
		return [];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
