// What parts of a draft are not prose, as spans; shared by the scanners of each language.

/** Why a stretch of a draft is not prose. */
export type RegionKind = 'frontMatter' | 'code' | 'math' | 'comment' | 'html' | 'link' | 'footnote' | 'key' | 'command';

/**
 * A stretch of a line that is not prose; UTF-16 code units, half-open. `open`: what is typed at its end still belongs
 * to it.
 */
export interface Region {
	readonly start: number;
	readonly end: number;
	readonly kind: RegionKind;
	readonly open?: boolean;
}

/**
 * State of the block structure before a line: a short string, so that states compare with `===` and a rescan after an
 * edit can stop as soon as it meets the state that stood there before.
 */
export type BlockState = string;

/** What a line is, given the state before it. */
export interface LineScan {
	/** The state before the next line. */
	readonly after: BlockState;
	/** What of the line is not prose, in order, not overlapping. */
	readonly regions: readonly Region[];
}

/** Reads one line after the other. Pure: the same state and line always give the same answer. */
export interface LineScanner {
	readonly initial: BlockState;
	scan(before: BlockState, line: string): LineScan;
}

/** Whether a cursor at `offset` writes prose: it is in no region, and at the end of none that is still open. */
export function isProseAt(regions: readonly Region[], offset: number): boolean {
	return !regions.some(r => r.start < offset && (offset < r.end || (offset === r.end && r.open === true)));
}

/** Whether the span [start, end) touches no region. */
export function isProse(regions: readonly Region[], start: number, end: number): boolean {
	return !regions.some(r => r.start < end && start < r.end);
}

/** The whole line as one region. */
export function whole(line: string, kind: RegionKind): readonly Region[] {
	return [{ start: 0, end: line.length, kind, open: true }];
}
