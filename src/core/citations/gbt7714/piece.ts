// Stretches of reference text that know where their gaps are: joined, wrapped and measured.

/** A visible gap: the CSL field nothing proves, what the gap says, and where it stands (half-open UTF-16 offsets). */
export interface Gap {
	readonly field: string;
	readonly label: string;
	readonly start: number;
	readonly end: number;
}

/** Text with the gaps in it. An absent part is `undefined`, so that its mark falls out with it. */
export interface Piece {
	readonly text: string;
	readonly gaps: readonly Gap[];
}

type Part = Piece | string | undefined;

/** A piece of plain text; nothing for an absent or empty one. */
export function piece(part: Part): Piece | undefined {
	if (part === undefined || part === '') return undefined;
	return typeof part === 'string' ? { text: part, gaps: [] } : part;
}

/** A gap as a reader sees it: `〔版次〕`, after `before` where something is known. */
export function gap(field: string, label: string, before = ''): Piece {
	const text = `${before}〔${label}〕`;
	return { text, gaps: [{ field, label, start: before.length, end: text.length }] };
}

/**
 * The parts that are there, with `mark` between them. A mark that begins with a point never follows another closing
 * point.
 */
export function join(mark: string, ...parts: readonly Part[]): Piece | undefined {
	let text = '';
	const gaps: Gap[] = [];
	for (const part of parts) {
		const next = piece(part);
		if (!next) continue;
		if (text !== '') text += mark.startsWith('.') && /[.?!]$/.test(text) ? mark.slice(1) : mark;
		for (const one of next.gaps) gaps.push({ ...one, start: one.start + text.length, end: one.end + text.length });
		text += next.text;
	}
	return text === '' ? undefined : { text, gaps };
}

/** The part between two marks, or nothing when the part is absent. */
export function wrap(before: string, part: Part, after: string): Piece | undefined {
	const inner = piece(part);
	return inner && join('', before, inner, after);
}
