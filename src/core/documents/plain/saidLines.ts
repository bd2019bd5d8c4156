// What single lines at the edges of a plain text say of it: labels, days, the line of the press, names, rows of a box.

import { bylineOf, namesOfLine } from '../../text/personName';
import { dateOf } from '../dateOf';
import { isBoxValue, isLabelRow, labelledIn } from '../official/labels';
import { present, webAddress, type Evidence } from '../proved';
import { lineKind } from './lineKinds';
import { printedIn } from './press';
import { stampOf } from './stamps';

/** What a line says, and why it is no paragraph. */
export interface Said {
	readonly evidence: Partial<Evidence>;
	readonly why: string;
}

const named = new RegExp(
	[
		'^(?:作者|责任编辑|责编|编辑|来源|來源|稿件来源|文章来源|本文转自|转自|发布时间|發布時間|发布日期|日期|时间|网址|(?:原文)?链接|原文地址|URL)',
		'\\s*[:：]\\s*(.+)$',
	].join(''),
	'i',
);
/** Whether a line has a label of author, source or day. */
export function isNamed(line: string): boolean {
	return named.test(line);
}

const day = '(?:19|20)\\d{2}\\s*[-年./]\\s*\\d{1,2}\\s*[-月./]\\s*\\d{1,2}\\s*日?';
/** A longer line is no day with its source. */
const longestDay = 160;
const clock = '\\d{1,2}:\\d{2}(?::\\d{2})?';
/** 2022年09月16日08:03 | 来源：人民网 */
const datedSource = new RegExp(
	`^(${day})(?:\\s*${clock})?\\s*[|｜]?\\s*来源\\s*[:：]\\s*([^|｜:：]{2,30}?)(?:\\s*作者\\s*[:：])?$`,
);
/** Whether a line has a day and a source. */
export function isDatedSource(line: string): boolean {
	return line.length <= longestDay && datedSource.test(line);
}

/** 海江发布 2025年05月13日 15:23 海南: the account of a message, and from where it was sent. */
const accountAndStamp = new RegExp(
	`^(\\p{Script=Han}[\\p{Script=Han}\\w]{1,15})\\s+(${day})\\s*${clock}\\s+\\p{Script=Han}{2,3}$`,
	'u',
);
/** 2025-02-21 12:13发布于山东 below the name of an account */
const sentFrom = new RegExp(`^(${day})\\s*${clock}\\s*发布于\\p{Script=Han}{2,3}(?:$|\\s|\\p{Script=Han}.*账号$)`, 'u');

/** The account that published a message, where two lines say so: its name, and when and from where it was sent. */
export function ofAccount(line: string, next: string): Said | undefined {
	if (line.length > longestAccount || next.length > longestDay) return undefined;
	const date = dateOf(sentFrom.exec(next)?.[1]);
	if (date === undefined || !/^[\p{Script=Han}\w·]{2,16}$/u.test(line)) return undefined;
	return { evidence: { web: true, site: line, date }, why: 'metadata' };
}

const longestAccount = 20;

/** 江城日报 2024-03-05 08:08 */
const sourceAndStamp = new RegExp(`^(\\p{Script=Han}{2,10}(?:报|网|社|台|刊|客户端))\\s+(${day})\\s*${clock}$`, 'u');
/** 2024年03月05日 浏览次数： */
const stampAndCounter = new RegExp(`^(${day})(?:\\s*${clock})?\\s+(?:浏览|阅读|点击)(?:量|次数|数)?\\s*[:：]\\s*\\d*$`);

/** The title in the box of a paper. */
const titleRow = /^(?:标\s*题|发文标题|文件标题|法规标题|法规名称|文件名称)\s*[:：]\s*(\S.{3,119})$/;

const longestCounter = 60;
/** Counters of a page between its title and its text. */
const counter = new RegExp(
	[
		'^(?:浏览(?:量|次数)?|访问(?:量|次数|人次)?|阅读(?:量|次数|人次)?|点击(?:数|量)?|评论人次|字\\s*[号体])\\s*[:：]',
		'^\\+\\s*关注$',
	].join('|'),
);

/** What a program that collects pages writes above and below them: 检索关键词: 江城,数据. */
export function isOfCollector(line: string): boolean {
	return line.length <= longestDay && collector.test(line);
}

const collector = new RegExp(
	[
		'^(?:检索(?:时间|关键词)|(?:抓取|采集|爬取|下载|更新)时间|分类|所属(?:类别|栏目)|栏目)\\s*[:：]',
		'^发布机[构关]\\s*[:：]\\s*(?:暂无|无|未知)$',
	].join('|'),
);

/** What a line with a label says; those of the box of a paper are read with all that is said of it. */
export function saidBy(line: string): Said | undefined {
	const several = line.length <= longestLabels ? line.split(besideLabel) : [line];
	if (several.length > 1 && several.every(isNamed)) return together(several);
	const value = named.exec(line)?.[1];
	if (value !== undefined)
		return (
			(/^[来來]源/.test(line) ? ofPress(line) : undefined) ?? { evidence: evidenceOf(line, value), why: 'metadata' }
		);
	const title = titleRow.exec(line)?.[1];
	if (title !== undefined) return { evidence: { title }, why: 'title' };
	if (counter.test(line) && line.length <= longestCounter) return { evidence: {}, why: 'frame' };
	if (isOfCollector(line)) return { evidence: {}, why: 'metadata' };
	return ofDay(line) ?? (isBoxRow(line) ? { evidence: {}, why: 'metadata' } : undefined);
}

/** 时间：2024-03-05 来源：江城日报 责任编辑：张三丰 */
const besideLabel = /\s+(?=(?:来源|作者|责任编辑|责编|编辑|时间|发布时间|日期)\s*[:：])/;
const longestLabels = 160;

/** What the labels of a line say together; whoever edited it has not written it. */
function together(parts: readonly string[]): Said {
	const said = parts.map(part => saidBy(part)?.evidence ?? {});
	return { evidence: Object.assign({}, ...said) as Partial<Evidence>, why: 'metadata' };
}

/** A line of a day with its source, its hour, or a counter. */
function ofDay(line: string): Said | undefined {
	if (line.length > longestDay) return undefined;
	const [, date, source] = datedSource.exec(line) ?? [];
	if (date !== undefined && source !== undefined)
		return { evidence: present({ source, date: dateOf(date) }), why: 'metadata' };
	if (sentFrom.test(line)) return { evidence: present({ date: dateOf(sentFrom.exec(line)?.[1]) }), why: 'metadata' };
	const [, account, sent] = accountAndStamp.exec(line) ?? [];
	if (account !== undefined)
		return { evidence: present({ web: true, site: account, date: dateOf(sent) }), why: 'metadata' };
	const [, paper, at] = sourceAndStamp.exec(line) ?? [];
	if (paper !== undefined) return { evidence: present({ source: paper, date: dateOf(at) }), why: 'metadata' };
	const counted = stampAndCounter.exec(line)?.[1];
	return counted === undefined ? undefined : { evidence: present({ date: dateOf(counted) }), why: 'stamp' };
}

/** The day of a page below its title; a day without an hour may be the paper's. */
export function ofStamp(line: string): Said | undefined {
	const date = stampOf(line);
	return date === undefined ? undefined : { evidence: { date }, why: 'stamp' };
}

/** Words on the subject that a page sets between its day and the authors. */
export function ofKeyWords(line: string, next: string): Said | undefined {
	// A number alone counts readers.
	if (/^\d{4,9}$/.test(line)) return { evidence: {}, why: 'frame' };
	const isPageOwn = /^关键词\s*[:：]/.test(line) && bylineOf(next) !== undefined;
	return isPageOwn ? { evidence: {}, why: 'metadata' } : undefined;
}

/** The line of the newspaper or the journal, right below the title or the authors. */
export function ofPress(line: string): Said | undefined {
	const printed = printedIn(line);
	return printed && { evidence: { printed: { ...printed, sourceMarked: true } }, why: 'metadata' };
}

/** 发文机关： | 江北省财政厅; a table that only has such labels as heads of columns has no values beside them. */
function isBoxRow(line: string): boolean {
	if (!isLabelRow(line)) return false;
	const { issuers, number, signed, issued, published, index } = labelledIn([line]);
	return (issuers ?? number ?? signed ?? issued ?? published ?? index) !== undefined || isBoxValue(line);
}

function evidenceOf(line: string, value: string): Partial<Evidence> {
	if (/^作者/.test(line)) return { author: value };
	if (/编/.test(line.slice(0, 4))) return {};
	if (/^(?:网址|(?:原文)?链接|原文地址|URL)/i.test(line)) return present({ url: webAddress(value) });
	if (/^(?:发布|發布|日期|时间)/.test(line)) return present({ date: dateOf(value) });
	const url = webAddress(value);
	if (url !== undefined) return { url };
	return { source: value.replace(behindSource, ''), sourceMarked: value.startsWith('《') };
}

/** What pages set right behind a source. */
const behindSource = /\s+(?:文字大小|字[号体]|浏览|阅读|访问|点击|打印|分享)(?:$|[\s:：|｜【（(].*$)/;

/** What is known above a line of names. */
interface AboveNames {
	readonly isTitled: boolean;
	/** The line of the press stands below the text. */
	readonly isPrinted: boolean;
}

/** Names alone right above prose or the line of a journal, below a title; or names called the author's. */
export function byAuthor(line: string, next: string, { isTitled, isPrinted }: AboveNames): Said | undefined {
	if (isGroup(line) && lineKind(next) === 'text') return { evidence: { author: line }, why: 'byline' };
	const byline = bylineOf(line);
	if (!byline) return undefined;
	const { names: author, isCalled, note: authorNote } = byline;
	const isAbovePress = isBelowNames(next);
	const isProved = isCalled || isPrinted || (isTitled && author.length > 2);
	const isAboveText = lineKind(next) === 'text' && (isProved || next.length >= 30);
	if (!isCalled && !isAbovePress && !isAboveText) return undefined;
	return { evidence: present({ author, authorNote }), why: 'byline' };
}

/** 江城大学发展战略研究院课题组 */
function isGroup(line: string): boolean {
	return /^\p{Script=Han}{4,30}(?:课题组|编写组|写作组)$/u.test(line);
}

/** Whether a text begins with its authors' names, without a title: what stands below says so. */
export function isAuthors([line = '', next = '']: readonly string[]): boolean {
	const isFollowed = isBelowNames(next) || (lineKind(next) === 'text' && next.length >= 30);
	return isFollowed && namesOfLine(line) !== undefined;
}

/** What stands below the names of authors: the line of the press, where they work, an abstract. */
function isBelowNames(line: string): boolean {
	if (/^[【[（(]?(?:内容)?(?:摘\s*要|提\s*要|关键词)/.test(line)) return true;
	return printedIn(line) !== undefined || workplace.test(line) || isDatedSource(line);
}

/** Whether a line in brackets says where authors work. */
export function isWorkplace(line: string): boolean {
	return workplace.test(line);
}

/** （江城大学公共管理学院，江城　430000）, [江城大学] */
const workplace =
	/^[（([［][^（）()[\]［］]{0,200}(?:大学|学院|研究院|研究所|研究中心|党校|学部)[^（）()[\]［］]{0,100}[）)\]］]$/;
