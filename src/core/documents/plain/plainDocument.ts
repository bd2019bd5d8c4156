// A text that is only text → its document: a title above it, lines that say whose it is, and the line of the press
// below it are no paragraphs.

import { damageOf } from '../damage';
import { dateOf } from '../dateOf';
import { titleProblems, type DroppedText, type ImportedDocument } from '../document';
import { numberOfLine } from '../official/documentNumber';
import { isLabelRow, labelledIn } from '../official/labels';
import { bareNumberOf, isAnnouncementHead, isOrderHead, proclaimedTitle } from '../official/order';
import { isLetterhead, isOrgan } from '../official/organ';
import { officialEvidence } from '../official/official';
import { isHeadOfRuling } from '../official/ruling';
import { withoutNoteSigns } from '../noteSigns';
import { withLayout, type ParagraphMark } from '../paragraphMarks';
import { present, provedFields, webAddress, type Evidence } from '../proved';
import { lineKind } from './lineKinds';
import { paragraphsOf } from './paragraphs';
import { bylineOf } from '../../text/personName';
import { printedIn } from './press';
import { ofMeeting } from './provenance';
import { reportersIn } from './reporters';
import { linesOfTitle, repeatedTitles } from './repeatedTitle';

const named = new RegExp(
	[
		'^(?:作者|来源|來源|稿件来源|文章来源|本文转自|转自|发布时间|發布時間|发布日期|日期|时间|网址|链接|URL)',
		'\\s*[:：]\\s*(.+)$',
	].join(''),
	'i',
);

/** 2022年09月16日08:03 | 来源：人民网 */
const datedSource = new RegExp(
	[
		'^((?:19|20)\\d{2}\\s*[-年./]\\s*\\d{1,2}\\s*[-月./]\\s*\\d{1,2}\\s*日?)(?:\\s*\\d{1,2}:\\d{2}(?::\\d{2})?)?',
		'\\s*[|｜]?\\s*来源\\s*[:：]\\s*([^|｜:：]{2,30})$',
	].join(''),
);

/** The title in the box of a paper. */
const titleRow = /^标\s*题\s*[:：]\s*(\S.{3,119})$/;

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
	const reporters = present({ author: evidence.author ?? reportersIn(body) });
	const fields = provedFields({ ...evidence, ...reporters, ...present({ issuers }), ...official });
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
		const lines = fromTitle.slice(0, linesOfTitle(fromTitle));
		evidence = { ...evidence, title: lines.join('').replace(/^#+\s*/, '') };
		reasons = [...reasons, ...lines.map(() => 'title')];
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

/** What the first of some lines says, beside what is known already. */
function saidInHead(lines: readonly string[], known: Partial<Evidence>, tail: Edge): Said | undefined {
	const [line = '', next = ''] = lines;
	const { title, printed, author } = known;
	const isTitled = title !== undefined;
	if (isMeetingDay(lines, title)) return undefined;
	const named = saidBy(line) ?? (isTitled && printed === undefined ? ofPress(line) : undefined);
	return named ?? (author === undefined ? byAuthor(line, next, isTitled, tail) : undefined);
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
	const [first = ''] = paragraphs;
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

/** What a line of the head says, and why it is no paragraph. */
interface Said {
	readonly evidence: Partial<Evidence>;
	readonly why: string;
}

/** What a line with a label says; those of the box of a paper are read with all that is said of it. */
function saidBy(line: string): Said | undefined {
	const value = named.exec(line)?.[1];
	if (value !== undefined) return { evidence: evidenceOf(line, value), why: 'metadata' };
	const [, day, source] = datedSource.exec(line) ?? [];
	if (day !== undefined && source !== undefined)
		return { evidence: present({ source, date: dateOf(day) }), why: 'metadata' };
	const title = titleRow.exec(line)?.[1];
	if (title !== undefined) return { evidence: { title }, why: 'title' };
	if (counter.test(line) && line.length <= longestCounter) return { evidence: {}, why: 'frame' };
	return isBoxRow(line) ? { evidence: {}, why: 'metadata' } : undefined;
}

/** The line of the newspaper or the journal, right below the title or the authors. */
function ofPress(line: string): Said | undefined {
	const printed = printedIn(line);
	return printed && { evidence: { printed: { ...printed, sourceMarked: true } }, why: 'metadata' };
}

/** 发文机关： | 江北省财政厅; a table that only has such labels as heads of columns has no values beside them. */
function isBoxRow(line: string): boolean {
	if (!isLabelRow(line)) return false;
	const { issuers, number, signed, issued, published, index } = labelledIn([line]);
	return (issuers ?? number ?? signed ?? issued ?? published ?? index) !== undefined;
}

/** Names alone right above prose or the line of a journal, below a title; or names called the author's. */
function byAuthor(line: string, next: string, isTitled: boolean, tail: Edge): Said | undefined {
	const byline = bylineOf(line);
	if (!byline) return undefined;
	const { names: author, isCalled, note: authorNote } = byline;
	const isAbovePress = isTitled && (printedIn(next) !== undefined || workplace.test(next) || datedSource.test(next));
	const isProved = isCalled || tail.evidence.printed !== undefined || (isTitled && author.length > 2);
	const isAboveText = lineKind(next) === 'text' && (isProved || next.length >= 30);
	if (!isCalled && !isAbovePress && !isAboveText) return undefined;
	return { evidence: present({ author, authorNote }), why: 'byline' };
}

/** （江城大学公共管理学院，江城　430000） */
const workplace = /^[（(][^（）()]{4,80}(?:大学|学院|研究院|研究所|研究中心|党校)[^（）()]{0,40}[）)]$/;

/** What the page below a text says on its buttons. */
const button = /^(?:相关附件|附件下载|相关链接|返回顶部|打印本页|关闭窗口|扫一扫在手机打开当前页)[:：]?$/;

/** The line of the newspaper or the journal, and what is the page's below it. */
function tailOf(paragraphs: readonly string[]): Edge {
	let end = paragraphs.length;
	while (end > 1 && button.test(paragraphs[end - 1] ?? '')) end--;
	const buttons = paragraphs.slice(end).map(() => 'frame');
	const said = end > 1 ? ofPress(paragraphs[end - 1] ?? '') : undefined;
	return said ? { evidence: said.evidence, reasons: [said.why, ...buttons] } : { evidence: {}, reasons: buttons };
}

const longestCounter = 60;
/** Counters of a page between its title and its text. */
const counter = /^(?:浏览(?:量|次数)?|阅读(?:量|次数)?|点击(?:数|量)?|字\s*[号体])\s*[:：]/;

function evidenceOf(line: string, value: string): Partial<Evidence> {
	if (/^作者/.test(line)) return { author: value };
	if (/^(?:网址|链接|URL)/i.test(line)) return present({ url: webAddress(value) });
	if (/^(?:发布|發布|日期|时间)/.test(line)) return present({ date: dateOf(value) });
	return { source: value, sourceMarked: value.startsWith('《') };
}

/** A first line that is short, no sentence and no row of a table, with more below. */
function isTitle(paragraphs: readonly string[]): boolean {
	const first = paragraphs[0];
	return (
		first !== undefined &&
		paragraphs.length > 1 &&
		first.length <= 80 &&
		!/[。；;，,：:]$/.test(first) &&
		!named.test(first) &&
		!first.includes(' | ') &&
		numberOfLine(first) === undefined &&
		!isHeadOfPaper(paragraphs) &&
		printedIn(first) === undefined &&
		lineKind(first) !== 'text'
	);
}

/** Lines of a paper that stand above its title: whose it is, with the number below, or the head of an order. */
function isHeadOfPaper([first = '', second = '', ...others]: readonly string[]): boolean {
	const below = [second, ...others.slice(0, linesOfOrder)];
	if (isLetterhead(first) || (isOrgan(first) && numberOfLine(second) !== undefined)) return true;
	if (isAnnouncementHead(first) && bareNumberOf(second) !== undefined) return true;
	return isHeadOfRuling([first, ...below]) || (isOrderHead(first) && proclaimedTitle(below) !== undefined);
}

const linesOfOrder = 5;
