// Looks into objects: what is there, without what only stands for nothing.

/** The object without fields that are `undefined`, in the same order. */
export function present<T extends object>(fields: T): T {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** An entry of a table, but nothing that every object has (`constructor`). */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
	if (!Object.hasOwn(table, name)) return undefined;
	return table[name];
}
