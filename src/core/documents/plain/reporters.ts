// Who reports, as the first words of an article or its last line say: 新华社北京3月5日电（记者张三、李四）.

import { bylineOf, isByline, reportersOf } from '../../text/personName';

const words = '[^（）()。！？]{0,40}';
const dateline = new RegExp(`^(?:【[^】]{2,12}】|${words}(?:电|讯|消息|报道|\\d日)|)\\s*[（(]([^（）()]{2,60})[）)]`);
const wired = /(?:电|讯|报道)\s*[（(]/;
const longestDateline = 140;
/** They stand in one of so many first paragraphs. */
const paragraphsAhead = 2;

/** The reporters that the first paragraphs of an article name, or its last one alone. */
export function reportersIn(paragraphs: readonly string[]): string | undefined {
	for (const paragraph of paragraphs.slice(0, paragraphsAhead)) {
		const start = paragraph.slice(0, longestDateline);
		const [all = '', inside = ''] = dateline.exec(start) ?? [];
		const marked = reportersOf(inMarks.exec(start)?.[1] ?? '');
		if (marked !== undefined) return marked;
		const named = reportersOf(inside) ?? (wired.test(all) ? namesAlone(inside) : undefined);
		if (named !== undefined) return named;
	}
	return reportersAtEnd(paragraphs.at(-1)?.trim() ?? '');
}

/** 【环球网报道 记者 张三】 */
const inMarks = /^【(?:[^】\s]{2,10}(?:报道|讯|电)\s+)?([^】]{4,40})】/;

/** The last line alone, in brackets or not, or brackets at its end: （文/图 张三 李四）. */
function reportersAtEnd(line: string): string | undefined {
	const alone =
		/^[（(]([^（）()]{4,60})[）)]$/.exec(line)?.[1] ?? /[。！？”][（(]([^（）()]{4,40})[）)]$/.exec(line)?.[1];
	return alone === undefined ? bylineAtEnd(line) : (reportersOf(alone) ?? ofOutlet(alone));
}

/** 江城纪委监委网站 张三: who reported for whom. */
function ofOutlet(text: string): string | undefined {
	const [, names] = outlet.exec(text) ?? [];
	return names === undefined ? undefined : namesAlone(names);
}

const outlet = new RegExp(
	[
		'^\\p{Script=Han}{2,16}(?:日报|晚报|时报|网站?|通讯社|新华社|中新社|电视台)',
		'[\\s\\u3000]+(\\p{Script=Han}[\\p{Script=Han}·、\\s\\u3000]{1,20})$',
	].join(''),
	'u',
);

/** 扬子晚报记者 张楠 */
function bylineAtEnd(line: string): string | undefined {
	const byline = line.length <= longestByline && /记者|通讯员|采写/.test(line) ? bylineOf(line) : undefined;
	return byline?.isCalled === true ? byline.names : undefined;
}

const longestByline = 40;

/** Names and nothing else, as some agencies have them: 中新网北京3月5日电 (张三). */
function namesAlone(text: string): string | undefined {
	const names = text.trim();
	return isByline(names) ? names.split(/[\s\u3000、，,]+/).join('、') : undefined;
}
