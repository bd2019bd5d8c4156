// What is changed in a draft: a stretch and what stands there instead.

/** A stretch of the draft and what stands there instead; UTF-16 code units of the draft before any edit, half-open. */
export interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}
