// What the titles of official papers and of laws end with.

const inBrackets = '(?:\\s*[（(〔][^（）()]{1,40}[）)〕])*$';
const paper = new RegExp(
	[
		'(?:通知|意见|决定|命令|令|公告|通告|通报|报告|请示|批复|答复|解答|函|纪要|办法|规定|条例|细则|方案|规划|纲要|决议|公报|指引',
		`|规则|章程|目录|清单|要点|措施|计划|准则|制度|规程|指南|预案|解释|议案|政策|规范|标准|安排|修正案)${inBrackets}`,
	].join(''),
);
const law = new RegExp(
	`(?:(?<![方看做想说立执普守违书语用打疗手笔]|(?<!公)司)法|法典|条例|规定|规则|细则|准则|规范|决定|修正案)${inBrackets}`,
);

/** Whether a title may be that of an official paper. */
export function isPaperTitle(title: string): boolean {
	return paper.test(title) && !/(?<!工)作.{0,4}报告$/.test(title);
}

/** Whether a line only counts an annex: 附件1, 附录二： */
export function isAnnexMark(line: string): boolean {
	return annexMark.test(line);
}

const annexMark = /^\s*附\s*[件录表]\s*[\d一二三四五六七八九十]{0,3}\s*[:：]?\s*$/;

/** Whether a title may be that of a law, a regulation or rules. */
export function isLawTitle(title: string): boolean {
	return law.test(title);
}
