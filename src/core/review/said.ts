// Whether a sentence says of words in marks that somebody said or wrote them, rather than that something is called so.

import { normalizedText } from './compare/comparedText';
import { addressing } from './speech';
import { behindLast } from '../text/words/textEnd';

const verbs =
	'强调|指出|提出|表示|提到|谈到|重申|写道|告诫|勉励|嘱托|叮嘱|号召|寄语|要求|认为|主张|引用|题词|批示|呼吁|警告|承诺|' +
	'坦言|直言|感慨|明确|规定|回答|強調|勉勵|認為|[说讲言曰道説說講]|(?<![所简统下俗人号被誉又])称';
/** Verbs behind which stands whom it is said to. */
const addressed = `${addressing}|告诫|勉勵`;
/** A verb of saying, and what may stand between it and the mark. */
const saying = new RegExp(
	`(?:(?:${verbs})(?:[了过到道着]|的是|是|要|必须|应当?|就)*|(?:${addressed})\\p{Script=Han}{1,8})[，,：:]?\\s*$`,
	'u',
);
/** What somebody bears in mind: a slogan, unless it is long. */
const remembering = /(?:记得|牢记|记住|想起)[，：]?$/;
const longestSlogan = 12;
/** Words in marks before others in marks: of “甲”“乙” who said the first said the second. */
const others = /(?:[“「][^“”「」]*[”」](?:[、，,\s\0]|和|与|及|以及|到|从)*)+$/;
/** So far before a mark stands who says what it opens. */
const longestLead = 500;
/** Behind the mark: somebody said it, or it is called somebody's words. */
const saidBehind = new RegExp(
	`^[。！？…]*[”」』](?:\\s|\\0)*(?:[，,]?[^，,。；！？“”\\n]{0,40}?(?:强调|指出|表示|写道|坦言|感慨|回忆|[说説說](?=[，。,]))|` +
		'[^，,。；！？“”\\n]{0,6}?(?:论述|论断|指示|批示|讲话|嘱托|叮嘱|承诺|诗句|古训|名言|古语|俗语|谚语|规定|(?:明确|重要|殷切|具体)要求|的精神))',
	'u',
);
/** What gives something a name, or another: 题为, 修改为. */
const naming = /(?:所称|简称|统称|叫做?|为|(?:^|[，,、；：。])以)$/;
/** What has a slogan or a name: 主题是“……”, 公众号“……”, 口号：“……”. */
const sloganOf = new RegExp(
	'(?:主题|标语|口号|横幅|标题|题目|名称|主旨|公众号|视频号|账号|栏目|专栏|小程序|活动|论坛)' +
		'(?:就?是|为|叫做?|定为|名为|写着)?[，：:]?$',
);
/** Words that are what a campaign or an institution is called. */
const campaign = new RegExp(
	'(?:主题教育|主题活动|主题党日|专项行动|专项整治|教育活动|公众号|大讲堂|宣讲团|示范区|实验室|先行区|试验区)$',
);
/** Behind the mark, or those of further names: what is called so. */
const named = new RegExp(
	'^[”」』](?:[、和及与]?[“「][^“”「」]*[”」])*(?:为(?!了)|[^的，。；：、“”\\n]{0,6}?(?:主题|专题|系列|活动|行动|计划|工程|项目|' +
		'战略|理念|模式|机制|试点|专项|品牌|口号|论坛|峰会|大会|展览|[研座协推宣发][讨谈商介布]会))',
);
/** Words that end so are what something is called. */
const namedAtEnd = new RegExp(
	'(?:论坛|峰会|大会|(?<![发开进扩])展|展览|计划|工程|行动|平台|系统|项目|奖|年|节|周|月|中心|基地|联盟|指数|系列|丛书|榜)$',
);

/** Whether words in marks are what something is called. */
export function isName(text: string, start: number, end: number): boolean {
	return (
		naming.test(text.slice(Math.max(0, start - 5), Math.max(0, start - 1))) ||
		sloganOf.test(text.slice(Math.max(0, start - 12), Math.max(0, start - 1))) ||
		campaign.test(text.slice(start, end)) ||
		named.test(text.slice(end, end + 60))
	);
}

/**
 * Whether somebody said what stands between two marks, or a text named before them has it. `names`: speakers the corpus
 * knows.
 */
export function isSaid(text: string, start: number, end: number, names: readonly string[]): boolean {
	const sentence = behindLast(text.slice(0, Math.max(0, start - 1)), '。！？；\n').slice(-longestLead);
	const before = sentence.replace(others, '');
	const behind = text.slice(end, end + 60);
	if (remembering.test(before)) return normalizedText(text.slice(start, end)).length > longestSlogan;
	if (saying.test(before) || saidBehind.test(behind)) return true;
	if (isName(text, start, end)) return false;
	if (/[：:]\s*$/.test(before) || names.some(name => before.endsWith(name))) return true;
	return /《[^《》]+》/.test(before) && !namedAtEnd.test(text.slice(start, end));
}
