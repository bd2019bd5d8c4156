// Whether the first line of a plain text is its title, and what may stand above one.

import { numberOfLine } from '../official/documentNumber';
import { bareNumberOf, isAnnouncementHead, isOrderHead, proclaimedTitle } from '../official/order';
import { isLetterhead, isOrgan } from '../official/organ';
import { isAnnexMark } from '../official/paperTitle';
import { isHeadOfRuling } from '../official/ruling';
import { isNewsColumn } from '../official/titleOfText';
import { isAuthored } from './titleParts';
import { lineKind } from './lineKinds';
import { pageOf, printedIn } from './press';
import { isAuthors, isNamed } from './saidLines';

/** A first line that is short, no sentence and no row of a table, with more below. */
export function isTitle(paragraphs: readonly string[]): boolean {
	const first = paragraphs[0];
	return (
		first !== undefined &&
		paragraphs.length > 1 &&
		first.length <= 80 &&
		!/[。；;，,：:]$/.test(first) &&
		!isNamed(first) &&
		(!first.includes(' | ') || isAuthored(first)) &&
		!isUntitled(first) &&
		!isAnnexMark(first) &&
		/[\p{L}\d]/u.test(first) &&
		numberOfLine(first) === undefined &&
		!isHeadOfPaper(paragraphs) &&
		!isAuthors(paragraphs) &&
		printedIn(first) === undefined &&
		lineKind(first) !== 'text'
	);
}

/** What a section of a case, a report or a paper is called: 典型案例, 案例一, 基本案情; of many texts, so of none. */
const section = new RegExp(
	[
		'^(?:(?:典型|参考|相关|真实)案例|案例)[一二三四五六七八九十\\d]{0,2}[:：]?$',
		'^(?:基本案情|案情(?:简介|回顾)|裁判(?:要旨|要点|结果|理由)|(?:分歧|评析)意见|典型意义|背景介绍|问题(?:的)?提出)[:：]?$',
	].join('|'),
);
/** Whether a heading only says which part of a text stands below it. */
export const isSection = (heading: string) => section.test(heading.replace(/[\s【】]/g, ''));

/** What stands at the beginning of a text that was taken without its title. */
const noTitle = new RegExp(
	[
		'^[（(](?:上接|下转).{1,12}[）)]$|^(?:编者按|按语|导语|摘\\s*要|提\\s*要|引\\s*言|前\\s*言)[:：]?$',
		'^[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]?$|[:：][\\s|｜]*$|(?:课题组|编写组|写作组)$|^(?:本文|全文)(?:大概|约|共).{0,6}字',
	].join('|'),
);

const isUntitled = (line: string) => noTitle.test(line) || isSection(line.replace(/^#+\s*/, ''));

/** So many lines of a page may stand above a title. */
const mostAbove = 4;

/** How many of the first lines are the page's: its menus, the number of a newspaper's page. The last line is none. */
export function linesOfPage(paragraphs: readonly string[]): number {
	const end = paragraphs.slice(0, mostAbove + 1).findIndex(line => !isOfPage(line));
	return Math.max(0, Math.min(end < 0 ? mostAbove : end, paragraphs.length - 1));
}

function isOfPage(line: string): boolean {
	return (
		line.length <= longestMenu &&
		(lineKind(line) === 'frame' ||
			pageOf(line) !== undefined ||
			menu.test(line) ||
			crumbs.test(line) ||
			isNewsColumn(line))
	);
}

const longestMenu = 120;
/** 法律读本 >> 2014-某法 */
const crumbs = /^[^。，；：]{2,20}\s*(?:>>|»|›)\s*[^。，；：]{2,40}$/;
/** 学校网站 ENGLISH 旧版; 关怀版 繁 EN */
const menu = new RegExp(
	[
		'^(?:繁|简|关怀版|无障碍\\S{0,4})\\s+\\S{1,8}(?:[\\s|｜]+\\S{2,8}){0,4}$|^请输入(?:您要搜索的)?关键[字词]\\S{0,4}$',
		'^(?:\\S{2,8}\\s+)?(?:ENGLISH|English|旧版\\S{0,4}|手机版|繁體|繁体中文|无障碍\\S{0,4})(?:\\s+\\S{2,8}){0,4}$',
	].join('|'),
);

/** Lines of a paper that stand above its title: whose it is, with the number below, or the head of an order. */
function isHeadOfPaper([first = '', second = '', ...others]: readonly string[]): boolean {
	const below = [second, ...others.slice(0, linesOfOrder)];
	if (isLetterhead(first) || (isOrgan(first) && numberOfLine(second) !== undefined)) return true;
	if (isAnnouncementHead(first) && bareNumberOf(second) !== undefined) return true;
	return isHeadOfRuling([first, ...below]) || (isOrderHead(first) && proclaimedTitle(below) !== undefined);
}

const linesOfOrder = 5;
