// What searching passages means to those who ask: the one interface in front of every engine that does it.

/** Tells a running search that nobody waits for it any more; an AbortSignal is one. */
export interface Cancelled {
	readonly aborted: boolean;
}

/**
 * A passage that fits, by its number; higher scores fit better. `exact`: it holds every word of the query as written.
 */
export interface Hit {
	readonly passage: number;
	readonly score: number;
	readonly exact: boolean;
}

export interface SearchOptions {
	/** How many hits are wanted. Default 10. */
	readonly limit?: number;
	/** Which passages count. */
	readonly filter?: (passage: number) => boolean;
	readonly signal?: Cancelled;
}

/** Passages, by number, that can be searched. */
export interface PassageSearch {
	/** How many passages there are. */
	readonly size: number;
	/**
	 * The passages that fit a query, best first. Script, width, case, marks and spaces do not matter; words between
	 * spaces must all fit. Passages that hold the words come before those that nearly do; equally good ones stay in the
	 * order of the passages. A search that is cancelled answers with nothing.
	 */
	search(query: string, options?: SearchOptions): Promise<readonly Hit[]>;
}
