// Which column of a table is what, by its heading in Chinese or English.

/** What a column holds. */
export type Column =
	'term' | 'formulation' | 'definition' | 'source' | 'english' | 'category' | 'alias' | 'usage' | 'wrong' | 'keywords';

/** In the order they are tried: 英文名称 is English, and 来源名称 a source, though both are names. */
const headings: readonly (readonly [Column, RegExp])[] = [
	['english', /英文|英译|英语|外文|^english|^translation/],
	['alias', /^(?:别名|别称|简称|又称|又名|全称|同义词|缩写|alias(?:es)?|synonyms?|abbreviations?)$/],
	['wrong', /^(?:误写|错写|易错|错误写法|常见错误|不规范表述|wrong)/],
	['source', /^(?:来源|出处|文献|依据|原文出处|首次出处|sources?$|references?$|origin$|cited ?from)/],
	['definition', /^(?:定义|释义|解释|含义|内涵|说明|definitions?$|meanings?$|explanations?$|descriptions?$)/],
	['usage', /^(?:例句|用例|示例|例子|用法|使用说明|备注|examples?$|usages?$|notes?$)/],
	['category', /^(?:分类|类别|类型|领域|主题(?!词)|categor(?:y|ies)$|types?$|class$|domain$|topic$)/],
	['formulation', /^(?:规范)?(?:提法|表述|政策表述|重要论述|金句)|^(?:formulations?|phrases?|wordings?)$/],
	['keywords', /^(?:关键词|关键字|主题词|key ?words?$)/],
	['term', /^(?:术语|词条|词语|词汇|名词|名称|概念|专有名词)/],
	['term', /^(?:terms?|names?|entry|entries|words?|headwords?|concepts?)$/],
];

/**
 * The column of each cell of a row, where its text is a heading. Remarks in brackets, colons and stars do not matter.
 */
export function columnsOf(cells: readonly string[]): readonly (Column | undefined)[] {
	return cells.map(cell => {
		if (cell.length > 30) return undefined;
		const text = cell
			.replace(/[（(【[].*?[）)】\]]/g, '')
			.replace(/[\s:：*＊]+/g, ' ')
			.trim()
			.toLowerCase();
		return text === ''
			? undefined
			: headings.find(([, pattern]) => pattern.test(text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')))?.[0];
	});
}

const ofWorks = new RegExp(
	[
		'^(?:题名|篇名|标题|题目|文献|论文|作者|著者|责任者|刊名|期刊|出版|年份|年卷期|卷期|页码',
		'发文机关|文号|成文日期|单位|doi$|authors?$|titles?$|journals?$|year$|publishers?$|isbn)',
	].join('|'),
	'i',
);
/** What stands between the words of a list. */
const separated = /[;；、,，|/]|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u;

/**
 * The columns of a table by its headings. A column 关键词 names terms only where each cell is one word; a list of works
 * has lists of words there, which say what each work is about.
 */
export function columnsOfTable(
	headings: readonly string[],
	rows: readonly (readonly string[])[],
): readonly (Column | undefined)[] {
	const columns = columnsOf(headings);
	const works = headings.some(text => ofWorks.test(text.trim()));
	return columns.map((column, i) => {
		if (column !== 'keywords') return column;
		const filled = rows.map(row => row[i]?.trim() ?? '').filter(text => text !== '');
		const lists = filled.filter(text => separated.test(text)).length;
		return works || columns.includes('term') || lists * 5 > filled.length ? undefined : 'term';
	});
}
