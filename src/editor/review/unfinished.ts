// Whether a quotation is still open where its words end so far.

/**
 * Whether more words may follow: `before` ends where the words begin, `behind` is what stands between their end and the
 * cursor, `next` the character after that. In marks that is until they are closed, without marks until the sentence
 * ends; a mark that is there already ends a clause.
 */
export function isEndOpen(before: string, behind: string, next: string): boolean {
	if (/[，。；：！？、…,.;:!?]/.test(next) || /[^\p{P}\p{S}\t ]|[”’」』﹂﹄〞"]|''/u.test(behind)) return false;
	return /(?:[“‘「『﹁﹃〝"]|``?)$/.test(before) || !/[。！？!?;；]/.test(behind);
}
