// What a review report begins with, so that it is not reviewed itself: it quotes what is wrong.
// Knows nothing of what a report says.

/** First line of every report. */
export const reportMarker = '<!-- policy-writing: report -->';

/** Whether a text is a review report: one that begins with the marker, also where a person put blank lines before it. */
export function isReport(text: string): boolean {
	return text.slice(0, 1000).trimStart().startsWith(reportMarker);
}
