// Answers which of two texts comes first where every machine is to agree: by code units, whatever the locale.

/** Negative when `a` comes before `b`, positive when it comes behind, 0 when they are the same; for `sort`. */
export function compareCodeUnits(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
