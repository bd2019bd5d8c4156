// Words of official prose, by how often they stand in the government's work reports of 1954 to 2015 and in the shipped
// pack, with some of today's: counts, no text. Written into the shipped pack at build; see `CommonWords`.

/**
 * All of them as `CompiledPack.words` holds them. In the text of data/common-words.txt they stand one behind the other
 * in groups parted by an empty line: words of two characters in every report, in many, in some; those of three; then
 * the characters that are words by themselves or stand beside any word, those that are so in one case of twenty, and
 * of fifty.
 */
export function commonWordsOf(text: string): string {
	const groups = text.trim().split(/\r?\n\r?\n/);
	return groups.map(group => group.replace(/\s/g, '')).join(' ');
}
