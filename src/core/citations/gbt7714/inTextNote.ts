// 括注: the source of words named in running text, from what is proved; what is not is a visible gap or left out.

import type { Citation, Source } from '../../corpus/records';
import { markedTitle } from '../../text/titles';
import type { DateValue } from './dates';
import { readDate, sayDate } from './dates';
import { readItem, type Entry } from './item';
import { printNames } from './names';
import type { Gap, Piece } from './piece';
import { gap, join, piece, wrap } from './piece';

/** A note with the gaps in it. */
export interface Note {
	readonly text: string;
	readonly missing: readonly Gap[];
}

export interface NoteOptions {
	/** Whether what is not proved is shown as 〔日期〕 (default) or left out. */
	readonly gaps?: boolean;
	/** Words for the place cited, e.g. 第3段. */
	readonly locator?: string;
}

/**
 * The note for a citation or a source: （习近平，2024年1月31日，中共中央政治局第十一次集体学习） for what somebody said
 * on an occasion, （《经济日报》2024年2月14日） for what stands in a newspaper, else who is responsible or the title,
 * and the date.
 */
export function noteOf(citation: Citation | undefined, source: Source, options: NoteOptions = {}): Note {
	const gaps = options.gaps ?? true;
	const said = citation?.kind === 'quotation' && citation.speaker && (citation.date ?? citation.occasion);
	const inner = said ? saying(citation) : printed(readItem(source), gaps);
	const note = wrap('（', join('，', inner, options.locator), '）') ?? { text: '', gaps: [] };
	return { text: note.text, missing: note.gaps };
}

function saying(citation: Citation): Piece | undefined {
	const date = readDate(citation.date);
	return join('，', citation.speaker, date && sayDate(date), citation.occasion);
}

function printed(entry: Entry, gaps: boolean): Piece | undefined {
	const title = entry.text('title');
	const titled = title && markedTitle(title);
	const host = entry.text('container-title');
	if (/^article-/.test(entry.type) && host) {
		const when = entry.type === 'article-newspaper' ? day(entry, gaps) : issue(entry, gaps);
		return join('', markedTitle(host), when);
	}
	if (/^(legislation|bill|regulation|treaty|standard|report)$/.test(entry.type))
		return join('，', titled, entry.text('number'), entry.has('number') ? undefined : day(entry, false));
	const who = printNames(entry.names('author'), { comma: '、', limit: 3, others: '等', capitals: false, hyphen: true });
	return join('，', join('：', who, titled), day(entry, gaps));
}

/** 2024年2月14日; of a reposting page only, marked as such. */
function day(entry: Entry, gaps: boolean): Piece | undefined {
	const issued = entry.date('issued');
	if (issued) return piece(sayDate(issued));
	return lacking(entry, gaps, sayDate);
}

/** 2024年第11期. */
function issue(entry: Entry, gaps: boolean): Piece | undefined {
	const year = issueYear(entry) ?? lacking(entry, gaps, sayYear);
	const number = piece(entry.text('issue')) ?? (gaps ? gap('issue', '期') : undefined);
	return join('', year, wrap('第', number, '期'));
}

function issueYear(entry: Entry): Piece | undefined {
	const issued = entry.date('issued');
	return issued && piece(sayYear(issued));
}

/** The gap of a date nothing proves, where gaps are shown; of a reposting page, with that date. */
function lacking(entry: Entry, gaps: boolean, say: (date: DateValue) => string): Piece | undefined {
	if (!gaps) return undefined;
	return entry.held ? gap('issued', '转载页日期', say(entry.held)) : gap('issued', '日期');
}

function sayYear(date: DateValue): string {
	return 'literal' in date ? date.literal : `${date.from[0]}年`;
}
