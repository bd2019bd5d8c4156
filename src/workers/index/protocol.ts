// What is said between the thread that asks and the one that holds the index.

import type { IndexEngine, IndexProgress } from '../../core/search/index/engine';

/** What can be asked. Functions and signals do not travel: progress and cancelling are messages of their own. */
export interface Questions {
	readonly status: [];
	readonly search: [query: Parameters<IndexEngine['search']>[0]];
	readonly mention: [words: string, filter: Parameters<IndexEngine['mention']>[1]];
	readonly timeline: [words: string, filter: Parameters<IndexEngine['timeline']>[1]];
	readonly passages: [words: string, filter: Parameters<IndexEngine['passages']>[1], from: number];
	readonly paragraphs: [document: string, from: number, to: number];
	readonly change: [changes: Parameters<IndexEngine['change']>[0]];
	readonly sync: [folders: readonly string[]];
	readonly close: [];
}

export type Ask = keyof Questions;
export type Answer<A extends Ask> = Awaited<ReturnType<IndexEngine[A]>>;

/** A question, or that nobody waits for an answer any more. */
export type Request =
	| { [A in Ask]: { readonly id: number; readonly ask: A; readonly with: Questions[A] } }[Ask]
	| { readonly id: number; readonly ask: 'cancel' };

/** Every question gets one reply that is an answer or an error; before it there may be news of progress. */
export type Reply =
	| { readonly id: number; readonly answer: unknown }
	| { readonly id: number; readonly error: string }
	| { readonly id: number; readonly progress: IndexProgress };

/** The other thread, as either of them sees it. */
export interface Port<Out, In> {
	post(message: Out): void;
	/** `ended`: the other one is no more, and why. */
	listen(heard: (message: In) => void, ended: (why: string) => void): void;
	end(): void;
}
