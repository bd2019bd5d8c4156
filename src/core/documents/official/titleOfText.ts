// Which of several titles is that of a text: what its page calls it, what a box says, what its own head says.

import { isSameTitle, repeatedTitle } from '../plain/repeatedTitle';
import { withoutAgency } from './announced';
import { numberOfLine } from './documentNumber';
import { bareNumberOf, isAnnouncementHead } from './order';
import { isLetterhead } from './organ';
import { isLawTitle, isPaperTitle } from './paperTitle';

/** What may be the title of a text. */
export interface Titles {
	/** What the page calls it: often the name of a column. */
	readonly shown: string | undefined;
	/** What the row 标题 of a box says. */
	readonly boxed: string | undefined;
	/** What the lines of its head are together. */
	readonly headed: string | undefined;
}

/** The title of a text; `lines`: those around it and its first ones, where the page shows the title it has. */
export function titleOfText(titles: Titles, lines: readonly string[]): string {
	const { shown, boxed, headed } = titles;
	const isUsable = shown !== undefined && isTitle(shown) && !isOvertaken(shown, titles, lines);
	return withoutAgency((isUsable ? shown : (boxed ?? headed ?? shown)) ?? '');
}

/** Whether a text may be a title, and no number and no head of a first page. */
export function isTitle(text: string): boolean {
	const isNumber = numberOfLine(text) !== undefined || bareNumberOf(text) !== undefined;
	return !isNumber && !isLetterhead(text) && !isAnnouncementHead(text);
}

/** Whether what a page calls its text gives way to a paper's title in its box or in its head. */
function isOvertaken(shown: string, { boxed, headed }: Titles, lines: readonly string[]): boolean {
	if (headed !== undefined && isCutBehind(shown, headed)) return true;
	if (boxed !== undefined && isOfPaper(boxed)) return !isOfPaper(shown) && isElsewhere(shown, boxed, lines);
	return headed !== undefined && !isOfPaper(shown) && isElsewhere(shown, headed, lines);
}

/** 《某办法》的决定, the end of 某部关于修改《某办法》的决定. */
function isCutBehind(shown: string, headed: string): boolean {
	return /^《[^》]+》的/.test(shown) && shown.length < headed.length && bare(headed).endsWith(bare(shown));
}

function isOfPaper(title: string): boolean {
	const unmarked = title.replace(/^《(.*)》$/, '$1');
	return isPaperTitle(unmarked) || isLawTitle(unmarked);
}

/** Whether a title is only a column's, the beginning of the proved one, or stands in no line. */
function isElsewhere(shown: string, proved: string, lines: readonly string[]): boolean {
	if (isColumn(shown) || bare(proved).startsWith(bare(shown))) return true;
	return !lines.some((line, at) => isSameTitle(line, shown) || repeatedTitle(lines, shown, at)?.[0] === at);
}

const bare = (text: string) => text.replace(/\s/g, '');

const column = new RegExp(
	[
		'^(?:政府)?(?:信息公开|政务公开)(?:专栏|目录|平台|指南|内容|详情)?$|^(?:建议|提案|议案)+(?:办理|答复|办理结果)*(?:公开)?$',
		'|^(?:文章|文件|信息|新闻|公文|政策|法规|内容|正文|详细|公开)*(?:详情|详细|内容|正文)?页?面?$',
		'|^(?:政策|规范性|法定主动公开|最新|其他)*(?:文件|公告|法规|解读)(?:库|公开|发布|栏目)?$|^(?:无标题|未命名)',
	].join(''),
);

const newsColumn = new RegExp(
	[
		'^(?:新闻|工作|部门|学会|协会|行业|通知|公告|要闻|图片|信息|媒体|基层|本地|综合)*(?:动态|头条|资讯|快讯|要闻|速递)$',
		'|^(?:通知公告|公告通知|公示公告|通知公示|新闻中心|新闻发布|媒体报道|媒体聚焦)$',
	].join(''),
);

/** Whether a line is what a column of news or notices is called, and nothing else. */
export function isNewsColumn(line: string): boolean {
	return newsColumn.test(line.trim());
}

/** Whether a title is what columns and kinds of pages are called, with the name of a site behind it or without. */
export function isColumn(title: string): boolean {
	const name = title.replace(/\s*[-–—_|｜].*$/, '').replace(/\s/g, '');
	return column.test(name) || isNewsColumn(name);
}
