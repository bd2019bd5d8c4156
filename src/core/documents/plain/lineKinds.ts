// What one line of a page dump is by itself: prose, heading, or part of the frame around an article.

import { isSpam } from '../../corpus/check/noise';
import { numberAndNote, numberOfLine } from '../official/documentNumber';
import { isLabelRow } from '../official/labels';
import { adoptionOf, isSalutation } from '../official/notes';
import { isLineOfRuling } from '../official/ruling';
import { bylineOf } from '../../text/personName';
import { isAuthored } from './titleParts';
import { printedIn } from './press';
import { isStampWithNames } from './stamps';

/** `text`, `heading`, `number`, `address` and `short` may be the article's; all others are the page's. */
export type LineKind =
	| 'text'
	| 'heading'
	/** The number of an official paper, the note of a law's adoption, or a line of a ruling. */
	| 'number'
	/** Words to those who are spoken to: 各位代表： */
	| 'address'
	| 'spam'
	| 'frame'
	| 'end'
	| 'related'
	| 'links'
	| 'metadata'
	| 'byline'
	| 'note'
	| 'teaser'
	| 'stamp'
	| 'caption'
	| 'short';

const ordinary = ['text', 'heading', 'number', 'address', 'short'] as const;
/** Kinds of lines that a text is made of. */
export type OrdinaryKind = (typeof ordinary)[number];

/** Whether a text is made of lines of a kind; outside it they are another's. */
export function isOrdinary(kind: LineKind): kind is OrdinaryKind {
	return (ordinary as readonly LineKind[]).includes(kind);
}

/** One of several patterns. */
const anyOf = (patterns: readonly string[]) => `(?:${patterns.join('|')})`;

/** A page's own words: menus, counters, buttons, forms; in either script. */
const frameWords = anyOf([
	'网站首页|網站首頁|首[页頁]|设为首页|加入收藏|登[录錄]|注册|免费注册|我的订阅|滚动播报',
	'当前位置|您?当前的?位置|您?現在的位置|您?现在的位置',
	'相关附件|附件下载|返回顶部|下载地址|点击此处下载|分享|分享到|字号|字體|打印|关闭|返回|扫一扫|微信|收藏|点赞|阅读量|浏览量?|客户端|APP下载|繁体|无障碍',
]);
const frame = new RegExp(
	[
		`^${frameWords}(?:$|[\\s:：|｜>»·•])`,
		'官方微信$',
		'^\\d+\\s*分享至|^[—\\s-]*(?:END|The End)[—\\s-]*$|^(?:大|中|小)?字号$|^返回(?:目录|列表|首页|搜狐)',
		'^点击.{0,4}(?:上方|下方|蓝字).{0,14}(?:关注|订阅).{0,6}$|^(?:长按|扫描|扫码|识别).{0,14}(?:二维码|关注)\\S{0,6}$|^分享让更多人看到$',
		'^(?:上|下)一[篇页条]',
		'^【(?:加入收藏|打印|关闭|大|中|小)',
		'【(?:打印此文|关闭)】$',
		'^阅读原文$|^欢迎(?:访问|光临|来到|您).{0,24}[！!]?$|^(?:正序|倒序)浏览$|^只看(?:该作者|楼主)$',
		'^(?:javascript|\\{|function)\\b',
	].join('|'),
	'i',
);

/** 您当前的位置：首页 > 政务公开 > …, however long. */
const breadcrumb = /^您?(?:现在|当前|所在)?的?(?:当前)?位置\s*(?:是|在)?\s*[:：].{0,20}(?:>|»|›|→|-)/;

/** Rules and bullets with nothing beside them. */
const onlyMarks = /^[\s\\|｜·•*_=~—―－>»›-]+$/;
/** Whether a line is a rule or a bullet with nothing beside it. */
export const isOnlyMarks = (line: string) => onlyMarks.test(line);

/** What stands after an article: once such a line has passed, what follows is another text. */
const end = new RegExp(
	[
		'版[权權]所有|Copyright|ICP[备備]|公网安备|公網安備|不良信息举报|互联网举报',
		'互联网新闻信息服务许可|视听节目服务自律|友情[链鏈][接接]|(?:技[术術]支持|主[办辦]单位)[:：]|蜘蛛池',
		'验证码[:：]|匿名发表|最新评论|网友评论|发表评论|共有.{0,6}条评论',
		'本站(?:未对|信息|内容|所有|转载)|不代表(?:本站|本网|本平台)|如有侵[权犯]|侵删|快照生成时间|信息原文地址',
		'(?:^|[【（(])(?:特别|版权|平台|郑重)?声明\\s*[:：]|本文责编\\s*[:：]|发信站\\s*[:：]|本文链接\\s*[:：]|复制必究|免责声明|转载请注明|更多(?:原创)?资讯请下载|仅代表作者(?:个人|本人)?观点|[【\\[（(]?(?:责任|責任)[编編][辑輯][:：]|(?:邮编|郵編)[:：]\\s*\\d{4}',
	].join('|'),
	'gi',
);

/** Lists of other articles. */
const related = new RegExp(
	`^${anyOf([
		'相关(?:阅读|新闻|链接|文章|推荐|报道)|延伸阅读|推荐阅读|热门(?:推荐|文章|新闻)?|精彩推荐|猜你喜欢',
		'标签|点击排行|热点排行|相关专题|为[您你]推荐|更多关于.*|更多(?:内容|新闻|精彩)?|最新文章|热点新闻|编辑推荐|往期回顾',
	])}\\s*[:：>»]*$`,
);

/** Names of what a page says about an article; some pages space the two characters of a name apart. */
const label = anyOf([
	'发布时间|發布時間|发布日期|发稿时间|更新时间|发表时间|成文日期|生成日期|时\\s*间|日\\s*期',
	'来\\s*源|來源|稿件来源|文章来源|信息来源|转自|本文转自|转载自|原标题|标\\s*题|作\\s*者|记者',
	'编辑|編輯|审核|審核|责编|校对|类别|栏目|浏览(?:次数|数|量)?|点击(?:数|量)?|阅读(?:人次|次数)?|评论(?:人次)?|页面功能|发文内容',
	'索引号|主题分类|信息分类|发文机关|发文机构|发布机构|发文字号|文号|公开方式|有效性|主题词|关键词',
]);
const date = '(?:19|20)\\d{2}\\s*[-年./]\\s*\\d{1,2}\\s*[-月./]\\s*\\d{1,2}\\s*日?(?:\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?';
/** 周明 来源：学习时报; 2024-03-05 09:12 江城日报 记者 李思远 */
const namesAndPaper = `^\\p{Script=Han}{2,4}\\s+来源\\s*[:：]|^${date}\\s*\\p{Script=Han}{2,10}[报网社刊台]\\s*(?:记者|通讯员)\\s*\\p{Script=Han}`;
const metadata = new RegExp(
	`^(?:[【\\[（(]?|${date}\\s.*?)${label}\\s*[:：]|^(?:${date}\\s*)?来源于\\s*[\\p{Script=Han}A-Za-z]{2,16}$|${namesAndPaper}|\\s更新时间\\s*[:：]\\s*${date}`,
	'u',
);
const stamp = new RegExp(`^[\\[（(]?${date}[\\])）]?$`);
const datedSource = new RegExp(`^${date}\\s+\\S{2,20}$`);

const picture = /^[\w()（） -]{1,60}\.(?:jpe?g|png|gif|webp|bmp)$/i;
const caption = new RegExp(
	[
		'(?:配图|資料圖|资料图|示意图|图片|截图)(?:[。）)]?|[:：].*)$',
		'^(?:图为|图[一二三四五六七八九十\\d]*[:：]|图片来源|▲|△)',
		'(?:摄|攝)[）)]?$',
		'[。！].{0,20}(?:记者|通讯员)\\s*\\S{2,10}$',
		'^[“"『「].{2,16}[”"』」]专题$',
	].join('|'),
);
const note = /^[（(【[](?:本文)?(?:作者|编者|原载|来源|本文|(?:本报|本网)?记者|执笔|译者)/;
const byline =
	/^(?:文[/／]\s*|本报(?:评论员|记者|通讯员)?\s*|□\s*|■\s*|本刊(?:记者|评论员)\s*|新华社记者\s*|记者\s+)\S{2,12}$/;

/** A full stop or its like, perhaps inside closing marks; a colon that announces what follows. */
const sentenceEnd = /(?:[。！？!?；;…]|……)[”’"』」》）)]*$|[：:]$/;
const marks = /[，。；：！？、,;:]/g;

const headingStart = new RegExp(
	`^${anyOf([
		'【[^】]{1,20}】$',
		'第[一二三四五六七八九十百\\d]+[章节節部分条]',
		'[一二三四五六七八九十]{1,3}[、.．]',
		'[（(][一二三四五六七八九十\\d]{1,3}[）)]',
		'\\d{1,2}[、.．]\\s*\\D',
		'#{1,6}\\s',
	])}`,
);

/** A heading by its own form: bracketed or numbered. */
export function isMarkedHeading(line: string): boolean {
	return line.length <= 60 && !/[。；;]$/.test(line) && headingStart.test(line);
}

const withoutBullet = (line: string) => line.replace(/^[•·●▪]\s*/, '');
const longestCrumbs = 160;
const longestStamp = 80;

/** A longer line is no part of any frame, and costs too much to look at. */
const longest = 10_000;

/** The day of a paper below its title: （2025年3月20日）. */
const bracketedDay = /^[（(]\s*(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*[）)]$/;

/** What tells each kind, in the order in which they are asked. */
const rules: readonly (readonly [kind: LineKind, holds: (line: string) => boolean])[] = [
	['spam', isSpam],
	[
		'number',
		line =>
			numberOfLine(line) !== undefined ||
			bracketedDay.test(line) ||
			numberAndNote(line).some(part => numberOfLine(part) !== undefined || adoptionOf(part) !== undefined),
	],
	['number', isLineOfRuling],
	['address', isSalutation],
	['metadata', isMetadata],
	['end', isEnd],
	['related', line => related.test(line)],
	['frame', line => line.length <= 60 && (frame.test(withoutBullet(line)) || onlyMarks.test(line))],
	['frame', line => line.length <= longestCrumbs && breadcrumb.test(line)],
	[
		'stamp',
		line => line.length <= longestStamp && (stamp.test(line) || datedSource.test(line) || isStampWithNames(line)),
	],
	['note', line => line.length <= 80 && note.test(line)],
	['byline', line => byline.test(line) || bylineOf(line)?.isCalled === true],
	['caption', isCaption],
	['teaser', line => line.length <= 200 && /\.{3}$|^\.{3}|^…|\s…$/.test(line)],
	[
		'heading',
		line => /^(?:【[^】]{1,6}】)?\s*第[一二三四五六七八九十百\d]{1,5}[章节编]\s/.test(line) && isMarkedHeading(line),
	],
	['links', isLinks],
	['heading', isMarkedHeading],
	['text', line => line.length >= 8 && sentenceEnd.test(line)],
	['text', line => line.length >= 45 && marksIn(line) > 0],
];

/** The kind of one line (trimmed, not empty). */
export function lineKind(line: string): LineKind {
	if (line.length > longest) return isSpam(line.slice(0, longest)) ? 'spam' : 'text';
	return rules.find(([, holds]) => holds(line))?.[0] ?? 'short';
}

function marksIn(line: string): number {
	return line.match(marks)?.length ?? 0;
}

function isMetadata(line: string): boolean {
	return (
		line.length <= 160 &&
		!line.endsWith('。') &&
		(metadata.test(line) || isLabelRow(line) || printedIn(line) !== undefined)
	);
}

/** A long sentence of an article may speak of one thing that stands after articles; a disclaimer speaks of several. */
function isEnd(line: string): boolean {
	if (disclaimer.test(line)) return true;
	const isSentence = line.length > 80 && marksIn(line) >= 2 && sentenceEnd.test(line);
	return [...line.matchAll(end)].length > (isSentence ? 1 : 0);
}

const disclaimer = /^(?:免责|郑重|特别|版权|平台)?声明\s*[:：].{0,200}(?:立场|投资建议|转载|风险|仅供参考)/;

/** The name of a picture, or what is said below one. */
function isCaption(line: string): boolean {
	if (picture.test(line)) return true;
	return line.length <= 60 && caption.test(line) && !/[。！？]$/.test(line.replace(/[）)]$/, ''));
}

/** A row of links: many short pieces between bars, arrows or wide gaps, little that a sentence would need. */
function isLinks(line: string): boolean {
	const pieces = line.split(/\s*(?:[|｜•»]|>>?|\s{2,})\s*/).filter(piece => piece !== '');
	if (pieces.length < 2) return /^https?:\/\/\S+$/.test(line);
	if (isAuthored(line)) return false;
	const average = pieces.reduce((sum, piece) => sum + piece.length, 0) / pieces.length;
	return average <= 14 && !/[。；]/.test(line);
}
