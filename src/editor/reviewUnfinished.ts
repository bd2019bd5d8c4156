// Whether a quotation is still open where its words end so far.
// Knows nothing of editors or findings.

/**
 * Whether more words may follow: `before` ends where the words begin, `behind` is what stands between their end and the cursor. In marks that is
 * until they are closed, without marks until the sentence ends.
 */
export function isEndOpen(before: string, behind: string): boolean {
	if (/[^\p{P}\p{S}\t ]|[”’」』﹂﹄〞"]|''/u.test(behind)) return false;
	return /(?:[“‘「『﹁﹃〝"]|``?)$/.test(before) || !/[。！？!?;；]/.test(behind);
}
