// What a search of the engine answers, and how long one waits for it.

import type { Cancelled } from '../passageSearch';
import type { After } from './queries';

/** A list of hits as the engine answers it. */
export interface SearchAnswer<T> {
	readonly timed_out?: boolean;
	readonly _shards?: { readonly failed?: number };
	readonly hits: {
		/** How many there are, up to the number that was asked for; absent where it was not. */
		readonly total?: { readonly value: number };
		readonly hits: readonly { readonly _source: T; readonly sort?: After }[];
	};
	readonly aggregations?: Readonly<Record<string, unknown>>;
	readonly status?: number;
	readonly error?: unknown;
}

/** What one question is asked with. */
export interface Asking {
	/** When it has to be answered, as `Date.now` tells. */
	readonly until: number;
	readonly signal?: Cancelled | undefined;
}
