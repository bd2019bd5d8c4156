// Answers which character a radical stands for, as PDF printers leave radicals in text (⾏ for 行): text for people, so
// script and width stay.

/**
 * Radicals of the CJK Radicals Supplement that stand for a whole character: pairs of radical and character, after
 * Unicode's EquivalentUnifiedIdeograph.txt, simplified where a comparison would simplify. The Kangxi block is not here:
 * normalisation knows it.
 */
export const radicalPairs =
	'⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺬示⺶羊⺻聿⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻑长⻓长⻔门⻗雨⻘青' +
	'⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟⸺—';

/** Those whose character is not the simplified one. */
const asWritten: Readonly<Record<string, string>> = {
	'⻑': '長',
	'⻫': '斉',
	'⻭': '歯',
	'⻯': '竜',
	'⻱': '亀',
	'⻲': '亀',
};

const radical = /[\u2E3A\u2E80-\u2EF3\u2F00-\u2FD5]/g;

/** The text with every radical that stands for a character as that character; its length stays. */
export function withoutRadicals(text: string): string {
	return text.replace(radical, found => {
		if (found >= '\u2F00') return found.normalize('NFKC');
		const at = radicalPairs.indexOf(found);
		const isRadical = at >= 0 && at % 2 === 0;
		return asWritten[found] ?? (isRadical ? radicalPairs.charAt(at + 1) : found);
	});
}
