// Several people at a group's library at once: what they ask, how long they wait, and whether what they are told is whole.

import { connect, type GroupConnection } from '../../src/app/library/connection';
import { sendTo } from '../../src/app/library/fetchEngine';
import { mergePacks } from '../../src/core/corpus/merge';
import { Draft } from '../../src/core/draft/draft';
import { Reviewer } from '../../src/core/review/review';
import { GroupLibrary } from '../../src/core/search/library/groupLibrary';
import type { PassageHit } from '../../src/core/search/index/engine';
import type { LibraryQuery } from './libraryCorpus';
import type { Target } from './report';

/** How many people. */
export const clients = 10;
/** Milliseconds that the bench waits for an answer: so long nobody would. */
const searchPatience = 60_000;
/** Milliseconds that a client is left alone after an answer that is missing. */
const rest = 50;

export const clock = {
	now: () => Date.now(),
	wait: (milliseconds: number) => new Promise<void>(resolve => void setTimeout(resolve, milliseconds)),
};

/** Connects to the index of a bench; answers may take their time. */
export function opened(server: string, index: string): GroupConnection {
	const connection = connect({ server, index, clock, onArrival: () => undefined });
	if (typeof connection === 'string') throw new Error(`--${connection} is wrong`);
	return connection;
}

export function target(name: string, wanted: string, measured: string, reached: boolean): Target {
	return { name, wanted, measured, reached };
}

/** One person at the engine, who asks one thing after the other. */
export class Client {
	/** Something was said to be missing in the answer before. */
	private isPart = false;
	readonly library: GroupLibrary;

	constructor(address: string, index: string) {
		const onPart = () => (this.isPart = true);
		this.library = new GroupLibrary({ send: sendTo(address), index, searchPatience, onPart });
	}

	/** What is found, by place; nothing where it was said that something is missing. */
	async places(query: LibraryQuery): Promise<readonly string[] | undefined> {
		this.isPart = false;
		try {
			const hits = await this.library.search({ text: query.typed, instead: query.instead ?? [], limit: 10 });
			return this.isPart ? undefined : hits.map(placeOf);
		} catch {
			await new Promise(resolve => setTimeout(resolve, rest));
			return undefined;
		}
	}
}

const placeOf = ({ document, paragraph }: PassageHit) => `${document} ${paragraph}`;

/** Has all clients take one task after the other; milliseconds of each. */
export async function together<T>(
	tasks: readonly T[],
	client: (nth: number) => (task: T) => Promise<void>,
	people = clients,
): Promise<number[]> {
	const times: number[] = [];
	let next = 0;
	await Promise.all(
		Array.from({ length: people }, async (_, nth) => {
			const act = client(nth);
			for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) {
				const begin = performance.now();
				await act(task);
				times.push(performance.now() - begin);
			}
		}),
	);
	return times;
}

/** Checks a sentence as the editor does: a quotation in a draft, held against what the library has. Answers the codes. */
export function checker(library: GroupLibrary): (sentence: string) => Promise<readonly string[]> {
	const { corpus } = mergePacks([]);
	return async sentence => {
		const reviewer = new Reviewer(corpus);
		const draft = new Draft(`会议指出：“${sentence}。”\n`, 'markdown');
		const review = await reviewer.review(draft);
		const seek = async (words: string) => {
			const hits = await library.search({ text: words, limit: 6 });
			for (const { source, title } of hits)
				if (!corpus.source(source)) corpus.know({ id: source, type: 'report', title });
			return hits;
		};
		const { findings } = await reviewer.seek(draft, review, seek);
		return findings.map(({ code }) => code);
	};
}
