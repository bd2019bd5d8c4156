// A text that is only text → its document: a title above it, lines that say whose it is, and the line of the press
// below it are no paragraphs.

import { damageOf } from '../damage';
import { titleProblems, type DroppedText, type ImportedDocument } from '../document';
import { labelledIn } from '../official/labels';
import { officialEvidence } from '../official/official';
import { withOuterMarks } from '../official/order';
import { isAnnexMark } from '../official/paperTitle';
import { withoutNoteSigns } from '../noteSigns';
import { withLayout, type ParagraphMark } from '../paragraphMarks';
import { present, provedFields, withSite, type Evidence } from '../proved';
import { authoredTitle } from './authoredTitle';
import { isTitle, linesOfPage } from './firstTitle';
import { lineKind } from './lineKinds';
import { paragraphsOf } from './paragraphs';
import { ofMeeting } from './provenance';
import { reportersIn } from './reporters';
import { linesOfTitle, repeatedTitles } from './repeatedTitle';
import { byAuthor, isOfCollector, ofAccount, ofKeyWords, ofPress, ofStamp, saidBy, type Said } from './saidLines';

/** How many paragraphs from the beginning may be title and lines that name author, source or date. */
const longestHead = 16;

/** What paragraphs at one end of a text say of it, and how many they are. */
interface Edge {
	readonly evidence: Partial<Evidence>;
	/** Why each of them is no paragraph. */
	readonly reasons: readonly string[];
}

/** Finds what is known of the paragraph that begins on a line of the text, from 1. */
export type MarkOfLine = (line: number) => ParagraphMark | undefined;

/** What is known of the lines of a text, and the notes its signs stand for (noteSigns.ts). */
export interface KnownLines {
	readonly markOf?: MarkOfLine;
	readonly notes?: readonly string[];
}

/**
 * A text taken whole but for its edges; `labels`: lines that say something of it and stand elsewhere; `known`: what is
 * known of its lines.
 */
export function plainDocument(
	text: string,
	more: Partial<Evidence> = {},
	labels: readonly string[] = [],
	known: KnownLines = {},
): ImportedDocument | undefined {
	const { paragraphs: signed, lines } = paragraphsOf(text);
	const read = signed.map(withoutNoteSigns);
	const paragraphs = read.map(one => one.text);
	const tail = tailOf(paragraphs);
	const head = headOf(paragraphs.slice(0, paragraphs.length - tail.reasons.length), more, tail);
	const end = paragraphs.length - tail.reasons.length;
	const evidence = { web: false, ...head.evidence, ...tail.evidence, ...present(more) };
	const droppedAt = (at: number, why: string, after: number): DroppedText => ({
		text: paragraphs[at] ?? '',
		why,
		after,
		line: lines[at] ?? 0,
	});
	const above = head.reasons.map((why, at) => droppedAt(at, why, 0));
	const from = head.reasons.length;
	const official = officialEvidence({
		title: evidence.title,
		before: [...labels, ...above.filter(one => one.why !== 'title').map(one => one.text)],
		body: paragraphs.slice(from, end),
		after: [],
	});
	// A ruling's own heading says what kind of ruling it is.
	const titles = official.isRuling ? [] : [evidence.title, official.title];
	const again = repeatedTitles(paragraphs.slice(0, end - 1), titles, from);
	const isBody = (_: unknown, at: number) => at >= from && at < end && !again.has(at);
	const body = paragraphs.filter(isBody);
	if (body.length === 0) return undefined;
	const repeated = [...again]
		.sort((one, other) => one - other)
		.map((at, i) => droppedAt(at, evidence.title === undefined ? 'title' : 'repeated', at - from - i));
	const marks = read.map((one, i) => markWith(known.markOf?.(lines[i] ?? 0), one.notes, known.notes ?? []));
	const { issuers } = labelledIn(above.map(one => one.text));
	const reporters = present({ opening: body[0], author: evidence.author ?? reportersIn(body) });
	const around = paragraphs.slice(from);
	const found = authoredTitle({ ...evidence, ...reporters, ...present({ issuers }), ...official }, around);
	const fields = withSite(provedFields(found), evidence.site);
	return {
		source: present({ ...fields, ...damageOf(body) }),
		...withLayout(body, marks.filter(isBody)),
		dropped: [
			...head.reasons.map((why, at) => droppedAt(at, why, 0)),
			...repeated,
			...tail.reasons.map((why, i) => droppedAt(end + i, why, body.length)),
		],
		problems: titleProblems(fields.title),
	};
}

/** A mark with the notes that are referred to. */
function markWith(
	mark: ParagraphMark | undefined,
	signs: readonly { readonly at: number; readonly number: number }[],
	texts: readonly string[],
): ParagraphMark | undefined {
	const notes = signs.flatMap(({ at, number }) => {
		const text = texts[number] ?? '';
		return text === '' ? [] : [{ at, text }];
	});
	return notes.length === 0 ? mark : { ...mark, notes };
}

/** Pictures may stand above a title, and what is said below them. */
const mostCaptions = 2;

/** A title, lines that name author, source or date, names alone above the text. */
function headOf(paragraphs: readonly string[], more: Partial<Evidence>, tail: Edge): Edge {
	let { evidence, reasons } = aboveTitle(paragraphs);
	const fromTitle = paragraphs.slice(reasons.length);
	if ((more.title ?? evidence.title) === undefined && isTitle(fromTitle)) {
		const { title, count } = titleOf(fromTitle);
		evidence = { ...evidence, title };
		reasons = [...reasons, ...new Array<string>(count).fill('title')];
	} else ({ evidence, reasons } = nothingSaid);
	// The last paragraph is text, whatever it looks like.
	while (reasons.length < Math.min(longestHead, paragraphs.length - 1)) {
		const said = saidInHead(paragraphs.slice(reasons.length), { ...evidence, ...present(more) }, tail);
		if (!said) break;
		evidence = { ...evidence, ...said.evidence };
		reasons = [...reasons, said.why];
	}
	return { evidence, reasons };
}

/** The title the first lines are, and how many: one that stands again behind other words is the second. */
function titleOf(lines: readonly string[]): { readonly title: string; readonly count: number } {
	const [first = '', second = ''] = lines;
	if (second.length >= leastTitle && first.length > second.length && first.endsWith(second))
		return { title: withOuterMarks(second.replace(/^《([^《》]+)》$/, '$1')), count: 2 };
	const count = linesOfTitle(lines);
	const title = lines
		.slice(0, count)
		.join('')
		.replace(/^#+\s*/, '');
	const below = lines[count] ?? '';
	if (!isSubtitle(below) || count + 1 >= lines.length) return { title, count };
	return { title: `${title}${below}`, count: count + 1 };
}

/** ——基于某地的分析; of a report the line below its title says when it was given. */
function isSubtitle(line: string): boolean {
	return (
		/^(?:—{1,2}|―{1,2}|--)\s*\p{Script=Han}.{3,49}[^。；：:，]$/u.test(line) && !/上$|\d{4}年|二[○〇0零]/.test(line)
	);
}

/** A shorter line behind other words may be anything. */
const leastTitle = 8;

/** What the first of some lines says, beside what is known already. */
function saidInHead(lines: readonly string[], known: Partial<Evidence>, tail: Edge): Said | undefined {
	const [line = '', next = ''] = lines;
	const { title, printed, author } = known;
	const isTitled = title !== undefined;
	if (isMeetingDay(lines, title)) return undefined;
	const named =
		saidBy(line) ?? ofAccount(line, next) ?? (isTitled ? belowTitle([line, next], printed !== undefined) : undefined);
	const isPrinted = tail.evidence.printed !== undefined;
	return named ?? (author === undefined ? byAuthor(line, next, { isTitled, isPrinted }) : undefined);
}

/** What only a line below a title says. */
function belowTitle([line = '', next = '']: readonly string[], isPrinted: boolean): Said | undefined {
	return (isPrinted ? undefined : ofPress(line)) ?? ofStamp(line) ?? ofKeyWords(line, next);
}

/** The time in the head of minutes is that of the meeting. */
function isMeetingDay([line = '', ...below]: readonly string[], title: string | undefined): boolean {
	if (!/^(?:日期|时间)\s*[:：]/.test(line)) return false;
	return (
		/纪要|会议记录|座谈会|访谈|调研/.test(title ?? '') || below.slice(0, longestHead).some(one => ofMeeting.test(one))
	);
}

const nothingSaid: Edge = { evidence: {}, reasons: [] };

/** What is said below pictures, or the line of the newspaper or the journal, or the box of a paper. */
function aboveTitle(paragraphs: readonly string[]): Edge {
	const menus = linesOfPage(paragraphs);
	if (menus > 0) return { evidence: {}, reasons: new Array<string>(menus).fill('frame') };
	const [first = ''] = paragraphs;
	if (isAnnexMark(first) && isTitle(paragraphs.slice(1))) return { evidence: {}, reasons: ['title'] };
	const printed = ofPress(first);
	if (printed) return { evidence: printed.evidence, reasons: [printed.why] };
	const captions = paragraphs.slice(0, mostCaptions).findIndex(line => lineKind(line) !== 'caption');
	if (captions !== 0)
		return { evidence: {}, reasons: new Array<string>(captions < 0 ? mostCaptions : captions).fill('caption') };
	const rows = paragraphs.slice(0, longestHead).map(saidBy);
	const end = rows.indexOf(undefined);
	const said = rows.slice(0, end < 0 ? rows.length : end).flatMap(row => row ?? []);
	return {
		evidence: Object.assign({}, ...said.map(row => row.evidence)) as Partial<Evidence>,
		reasons: said.map(row => row.why),
	};
}

/** What the page below a text says on its buttons. */
const button = new RegExp(
	[
		'^(?:相关附件|附件下载|相关链接|返回顶部|打印本页|关闭窗口|扫一扫在手机打开当前页|举报|【?原文下载】?)[:：]?$',
		'^阅读\\s*[\\d.]+万?\\+?$',
	].join('|'),
);
/** 免责声明：…不代表本站立场; of the page, whatever the text declares. */
const disclaimer = /^(?:免责|郑重|特别|版权|平台)?声明\s*[:：].*(?:立场|风险|转载|投资|侵权|仅供参考)/;
/** 原标题：…; （原题为…） */
const otherTitle = /^[（(]?原(?:标题|题为|文标题)\s*[:：]?\s*[《“].{2,80}[》”][）)]?$|^原标题\s*[:：].{2,80}$/;
/** Copyright ©1999-2024 jiangcheng.cn. All Rights Reserved */
const copyright = /^(?:Copyright|©|版权所有)[\s©(].{0,120}$/i;
const longestDisclaimer = 300;
/** The address of a file to load, below the button for it. */
const isFile = (line: string) => /^.{2,200}\.(?:pdf|docx?|xlsx?|wps|ofd|zip)(?:\s*\(\w{2,5}\))?$/i.test(line);

/** （责编：某某、某某）; 编辑：某某 */
const editor = new RegExp(
	[
		'^[（(【[]?(?:文章来源\\s*[:：]\\s*\\p{Script=Han}{2,12}\\s*)?(?:(?:责任编辑|责编|编\\s*辑|编审|(?:内容)?审\\s*核|校对|值班(?:编辑|主任)|终审|监制|摄影|排\\s*版|签\\s*发|主\\s*办)\\s*[:：|｜]',
		'\\s*(?:[\\p{Script=Han}、·]{2,20}|\\w{4,12})\\s*){1,6}[）)】\\]]?$',
	].join(''),
	'u',
);
const sourceBelow = /^[（(【[]\s*(?:来源|原载|转自)\s*[:：]\s*([^《（）()]{2,30})[）)】\]]$/;

const isDisclaimer = (line: string) => line.length <= longestDisclaimer && disclaimer.test(line);

/** The line of the newspaper or the journal, and what is the page's below it. */
function tailOf(paragraphs: readonly string[]): Edge {
	let evidence: Partial<Evidence> = {};
	const reasons: string[] = [];
	while (reasons.length < paragraphs.length - 1) {
		const at = paragraphs.length - 1 - reasons.length;
		const [above = '', line = ''] = paragraphs.slice(at - 1, at + 1);
		const said = saidBelow(line, evidence, { above, below: reasons[0] });
		if (!said) break;
		evidence = { ...evidence, ...said.evidence };
		reasons.unshift(said.why);
	}
	return { evidence, reasons };
}

/** What the last line of a text says, beside what is known from those below it. */
function saidBelow(
	line: string,
	{ printed }: Partial<Evidence>,
	{ above, below }: { readonly above: string; readonly below: string | undefined },
): Said | undefined {
	if (printed !== undefined) return undefined;
	if (button.test(line) || isOfCollector(line)) return { evidence: {}, why: 'frame' };
	if (isFile(line) && /^【?原文下载】?$/.test(above)) return { evidence: {}, why: 'links' };
	if (editor.test(line) || otherTitle.test(line) || copyright.test(line) || isDisclaimer(line))
		return { evidence: {}, why: 'end' };
	// The source of a figure stands at the end of a text, too; above whoever edited it, it is the page's.
	if (below === 'end' && /^来源\s*[:：|｜]\s*\S.{1,29}$/.test(line)) return { evidence: {}, why: 'metadata' };
	const source = sourceBelow.exec(line)?.[1];
	return source === undefined ? ofPress(line) : { evidence: { source }, why: 'metadata' };
}
