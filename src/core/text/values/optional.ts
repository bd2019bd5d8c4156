// What is made of a value that may not be there.

/** What is made of the value; nothing where there is none. An empty text and 0 are values. */
export function mapped<T, R>(value: T | undefined, make: (value: T) => R): R | undefined {
	if (value === undefined) return undefined;
	return make(value);
}

/** A place that `indexOf`, `search` or `findIndex` found, or the other where it found none. */
export function foundOr(at: number, otherwise: number): number {
	if (at < 0) return otherwise;
	return at;
}

/** The list where it has something. */
export function filled<T extends { readonly length: number }>(list: T): T | undefined {
	if (list.length === 0) return undefined;
	return list;
}

/** A list of the one, or of none. */
export function listOf<T>(one: T | undefined): T[] {
	if (one === undefined) return [];
	return [one];
}
