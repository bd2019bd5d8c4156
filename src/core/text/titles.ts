// Titles in running text. Square brackets around the whole of a title say, as in library catalogues, that whoever
// recorded the source made it: what was recorded has none of its own.

/** Whether a title was made by whoever recorded the source. */
export function isMadeTitle(title: string): boolean {
	return /^[[［].+[\]］]$/u.test(title.trim());
}

/** The title as running text names it: 《title》, 《 》 inside as 〈 〉; one that was made keeps its brackets. */
export function markedTitle(title: string): string {
	if (isMadeTitle(title)) return title;
	return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}
