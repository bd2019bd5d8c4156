// What a review report begins with, so that it is not reviewed itself: it quotes what is wrong.

/** Stands below the title of every report. */
export const reportMarker = '<!-- policy-writing: report -->';

/**
 * Whether a text is a review report: one that begins with the marker, or has it below a title. The first few lines of a
 * text are enough.
 */
export function isReport(text: string): boolean {
	return text
		.slice(0, 1000)
		.trimStart()
		.replace(/^#[^\r\n]*\s*/, '')
		.startsWith(reportMarker);
}
