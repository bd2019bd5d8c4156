// Makes a thing when it is asked for first, and once.

/** What answers with the thing; a failure to make it is not kept. */
export function lazily<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}
