// What the frame of a page says of the article: who wrote it, where it first stood, where and when this copy was
// published.

import { dateFault } from '../../corpus/dates';
import type { PartialDate } from '../../corpus/records';
import { bylineOf, isPersonName, reportersOf } from '../../text/personName';
import { bothEnds } from '../bothEnds';
import { reporterOfPaper } from './besideTitle';
import { present } from '../proved';
import { labelsApart } from './labelsApart';
import type { Unit } from './units';

/** The copy's date and place are the page's; they prove nothing about the first publication. */
export interface Provenance {
	readonly author?: string;
	/** A line calls that name the author's (`作者：`); else it is a guess from where it stands. */
	readonly authorNamed?: boolean;
	/** What a note says of the author: `作者系……`. */
	readonly authorNote?: string;
	/** Newspaper, journal or agency the page names as its source. */
	readonly containerTitle?: string;
	/** The page puts that name in title marks, as books and journals have them. */
	readonly containerMarked?: boolean;
	/** Who the page says it belongs to, apart from the name of its site. */
	readonly owner?: string;
	/** Site or body the held copy was published by. */
	readonly heldFrom?: string;
	readonly heldDate?: PartialDate;
	readonly editor?: string;
}

/** What buttons say that stand behind a value. */
const buttons = '人?阅读|浏览|点击|字[号体]|打印|分享|举报|收藏|关闭|复制|关注|订阅|评论|纠错|点赞|大\\s*中';
const value = (names: string) =>
	new RegExp(
		[
			`(?:^|[\\s【\\[（(])(?:${names})\\s*[:：]\\s*([^\\s|｜】\\]）)][^|｜】\\]]*?)`,
			`(?=\\s+(?:19|20)\\d{2}[-.年/]|\\s+\\S{2,6}\\s*[:：]|\\s+(?:本报|本网)?(?:记者|通讯员)\\s|\\s{2,}|\\s*《[^》]{2,20}》\\s*[（(]?(?:19|20)\\d{2}|[|｜】\\]]|\\s+[【（(]?(?:${buttons})|$)`,
		].join(''),
	);
const source = value('来源|來源|本文来源|稿件来源|文章来源|信息来源');
/** 2024年04月08日 10:21 来源于 财新网 */
const sourceWithout = /(?:^|\s)来源于\s*(\p{Script=Han}[\p{Script=Han}A-Za-z-]{1,15})(?=\s|$)/u;
const copiedFrom = value('本文转自|转自|转载自');
const author = value('作者');
const editor = value('责任编辑|責任編輯|编辑|編輯|责编');
const day = '((?:19|20)\\d{2})\\s*[-年./]\\s*(\\d{1,2})\\s*[-月./]\\s*(\\d{1,2})';
const published = new RegExp(
	`(?:发布时间|發布時間|发布日期|发稿时间|更新时间|发表时间|(?<![\\u4e00-\\u9fff])(?:时间|日期))\\s*[:：]\\s*${day}`,
);
const bare = new RegExp(`(?:^[\\[（(]?|(?<=[^\\s:：|（(]\\s+))${day}`);
/** 2019年11月25日 18:57 参考消息 */
const datedSource = new RegExp(
	`^${day}\\s*日?\\s*(?:\\d{1,2}:\\d{2}(?::\\d{2})?)?\\s+(?!来源|来自|发布于|字[号体]|浏览|阅读|评论|分享|打印|作者|编辑|星期|举报)(\\p{Script=Han}[\\p{Script=Han}-]{2,11})(?=\\s+(?:记者|通讯员)\\s*\\p{Script=Han}|$)`,
	'u',
);
const owner = /版[权權]所有\s*[:：©]?\s*([\p{Script=Han}]{2,30})|([\p{Script=Han}（）()]{2,30}?)版[权權]所有/u;
const domain = /Copyright\s*[@©(c)]*\s*(?:\d{4}[-–]?\d{0,4}\s*)?((?:[a-z0-9-]+\.)+[a-z]{2,})/i;

/** Lines of the head of minutes: 地点：三楼会议室. */
export const ofMeeting =
	/^(?:会议)?(?:地\s*点|主\s*持\s*人?|出\s*席\s*(?:人员)?|参会人员|与会人员|记\s*录\s*人?|议\s*题)\s*[:：]/;

/** Buttons and advertisements may stand between the line of the source and the text. */
const farthest = 40;

/**
 * Reads the lines around a body (`from` to `to` in `whole`); `final` gives values the script and width the answer has.
 */
export function provenanceOf(
	whole: readonly Unit[],
	from: number,
	to: number,
	final: (text: string) => string,
): Provenance {
	const units = whole.map(unit => ({ ...unit, text: bothEnds(unit.text) }));
	const head = units.slice(0, from).filter(unit => unit.kind !== 'teaser');
	const tail = units.slice(to);
	const far = head
		.slice(-farthest, -8)
		.filter(({ kind, text }) => kind === 'metadata' && source.test(labelsApart(text)));
	const near = [...head.slice(-8), ...tail.slice(0, 4), ...far]
		.filter(({ kind }) => kind === 'metadata' || kind === 'end' || kind === 'stamp' || kind === 'note')
		.map(unit => (unit.kind === 'metadata' ? { ...unit, text: labelsApart(unit.text) } : unit));
	const first = (pattern: RegExp, lines: readonly Unit[]) => {
		for (const unit of lines) {
			const found = pattern.exec(unit.text)?.[1]?.trim();
			if (found) return final(found);
		}
		return undefined;
	};
	const copied = first(copiedFrom, near);
	const named = first(source, near) ?? first(sourceWithout, near) ?? sourceOfStamp(near, final);
	const labelled = near.filter(unit => unit.kind === 'metadata');
	const byline = first(author, labelled) ?? reportersAmong(labelled) ?? nameAhead(labelled);
	const notes = near.filter(unit => unit.kind === 'note').map(unit => unit.text.replace(/^[（(【[]|[）)】\]]$/g, ''));
	const note = notes.find(text => reportersOf(text) === undefined);
	return withReporter(head.slice(-8), {
		author: byline ?? signature(head),
		authorNamed: byline !== undefined || undefined,
		authorNote: note && final(note),
		containerTitle: publication(copied ?? named),
		containerMarked: /^《/.test(copied ?? named ?? '') || undefined,
		owner: ownerOf(tail, final),
		heldFrom: copied !== undefined && named !== undefined ? named : siteOf(tail, final),
		heldDate: dateIn(near, units.slice(0, to).some(isOfMeeting)),
		editor: first(editor, near),
	});
}

type Said = { readonly [Key in keyof Provenance]: Provenance[Key] | undefined };

/** What labels say, and where they name neither author nor source, a name with its newspaper. */
function withReporter(lines: readonly Unit[], said: Said): Provenance {
	const found = said.author === undefined ? reporterOfPaper(lines) : undefined;
	if (!found) return present(said);
	const { author, paper } = found;
	return present({ ...said, author, authorNamed: true, containerTitle: said.containerTitle ?? paper });
}

/** 记者：张三 通讯员 李四, among other labels. */
function reportersAmong(lines: readonly Unit[]): string | undefined {
	for (const { text } of lines) {
		const at = text.search(/(?<!\p{Script=Han})(?:本报|本网)?记者(?:\s*[:：]|\s+(?=\p{Script=Han}))/u);
		const named = at < 0 ? undefined : reportersOf(text.slice(at));
		if (named !== undefined) return named;
	}
	return undefined;
}

/** 周明 来源：学习时报 */
function nameAhead(lines: readonly Unit[]): string | undefined {
	for (const { text } of lines) {
		const name = /^(\p{Script=Han}{2,4})\s+来源\s*[:：]/u.exec(text)?.[1];
		if (name !== undefined && isPersonName(name)) return name;
	}
	return undefined;
}

/** What a line of a day and a name says of the source. */
function sourceOfStamp(lines: readonly Unit[], final: (text: string) => string): string | undefined {
	for (const { kind, text } of lines) {
		const name = kind === 'stamp' || kind === 'metadata' ? datedSource.exec(text)?.[4] : undefined;
		if (name !== undefined) return final(name);
	}
	return undefined;
}

/** A name of two to four characters alone on the line before the text, or after `文/`. */
function signature(head: readonly Unit[]): string | undefined {
	const called = head
		.slice(-8)
		.flatMap(unit => bylineOf(unit.text) ?? [])
		.find(byline => byline.isCalled);
	if (called) return called.names;
	const last = head.filter(unit => unit.kind === 'byline' || unit.kind === 'short').at(-1);
	if (!last || head.indexOf(last) < head.length - 2) return undefined;
	return bylineOf(last.text)?.names;
}

/** `《群众》（思想理论版）` names the journal 群众（思想理论版）. */
function publication(name: string | undefined): string | undefined {
	return name?.replace(/^《([^》]+)》/, '$1').trim() || undefined;
}

function siteOf(tail: readonly Unit[], final: (text: string) => string): string | undefined {
	for (const unit of tail) {
		if (unit.kind === 'spam') continue;
		const site = domain.exec(unit.text)?.[1];
		if (site) return site;
		const name = ownerOf([unit], final);
		if (name) return name;
	}
	return undefined;
}

function ownerOf(tail: readonly Unit[], final: (text: string) => string): string | undefined {
	for (const unit of tail) {
		if (unit.kind === 'spam') continue;
		const body = owner.exec(unit.text);
		const name = (body?.[1] ?? body?.[2])?.trim();
		if (name && !/必究|转载|未经|许可|所有/.test(name)) return final(name);
	}
	return undefined;
}

/** Whether a line is of the head of minutes, whose time is that of the meeting. */
function isOfMeeting({ text }: Unit): boolean {
	return ofMeeting.test(text);
}

function dateIn(lines: readonly Unit[], isMeeting: boolean): PartialDate | undefined {
	for (const unit of lines) {
		if (isMeeting && /^\S{0,4}(?:时间|日期)\s*[:：]/.test(unit.text)) continue;
		const mayBeBare = unit.kind === 'stamp' || unit.kind === 'metadata';
		const found = published.exec(unit.text) ?? (mayBeBare ? bare.exec(unit.text) : null);
		if (!found) continue;
		const [, year = '', month = '', day = ''] = found;
		const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
		if (dateFault(date) === undefined) return date;
	}
	return undefined;
}
