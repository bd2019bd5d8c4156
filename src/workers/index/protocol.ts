// What is said between the thread that asks and the one that holds the index.

import type { IndexEngine, IndexProgress } from '../../core/search/index/engine';
import type * as channel from '../channel/contract';

type Answer<M extends keyof IndexEngine> = Awaited<ReturnType<IndexEngine[M]>>;

/** Words to be looked for, and in which documents. */
interface Words<M extends 'mention' | 'timeline' | 'passages'> {
	readonly words: string;
	readonly filter: Parameters<IndexEngine[M]>[1];
}

/** What can be asked of an index; see IndexEngine for each. */
export interface IndexContract {
	readonly status: { readonly request: object; readonly answer: Answer<'status'> };
	readonly search: {
		readonly request: { readonly query: Parameters<IndexEngine['search']>[0] };
		readonly answer: Answer<'search'>;
	};
	readonly mention: { readonly request: Words<'mention'>; readonly answer: Answer<'mention'> };
	readonly timeline: { readonly request: Words<'timeline'>; readonly answer: Answer<'timeline'> };
	readonly passages: {
		readonly request: Words<'passages'> & { readonly from: number };
		readonly answer: Answer<'passages'>;
	};
	readonly ngrams: { readonly request: object; readonly answer: Answer<'ngrams'> };
	readonly continuations: {
		readonly request: { readonly query: Parameters<IndexEngine['continuations']>[0] };
		readonly answer: Answer<'continuations'>;
	};
	readonly paragraphs: {
		readonly request: { readonly document: string; readonly from: number; readonly to: number };
		readonly answer: Answer<'paragraphs'>;
	};
	readonly change: {
		readonly request: { readonly changes: Parameters<IndexEngine['change']>[0] };
		readonly answer: Answer<'change'>;
		readonly progress: IndexProgress;
	};
	readonly sync: {
		readonly request: { readonly folders: readonly string[] };
		readonly answer: Answer<'sync'>;
		readonly progress: IndexProgress;
	};
	readonly holdDrafts: {
		readonly request: { readonly drafts: Parameters<IndexEngine['holdDrafts']>[0] };
		readonly answer: Answer<'holdDrafts'>;
	};
	readonly close: { readonly request: object; readonly answer: Answer<'close'> };
}

export type Request = channel.Asked<IndexContract>;
export type Reply = channel.Answered<IndexContract>;
export type { Port } from '../channel/contract';
