// Plain data (maps, lists, scalars) as YAML gives it: what stands at a path, and what kind of value it is.

/** Keys of maps and indices of lists, from the outside in. */
export type DataPath = readonly (string | number)[];

/** The value at a path; nothing where there is none. */
export function valueAt(value: unknown, path: DataPath): unknown {
	let here = value;
	for (const key of path) {
		if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
		here = (here as Record<string | number, unknown>)[key];
	}
	return here;
}

/** Takes away what stands at a path. */
export function removeAt(value: unknown, path: DataPath): void {
	const owner = valueAt(value, path.slice(0, -1));
	const key = path.at(-1);
	if (typeof owner === 'object' && owner !== null && key !== undefined) Reflect.deleteProperty(owner, key);
}

/** A copy of plain data; `fromEntries` keeps a key named `__proto__` an ordinary key. */
export function copyOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(copyOf);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]));
}

/** `null`, `array`, or what `typeof` says. */
export function kindOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}

/** A value as a sentence can show it: the beginning of a text, else its kind. */
export function shown(value: unknown): string {
	return typeof value === 'string' ? value.slice(0, 60) : kindOf(value);
}
