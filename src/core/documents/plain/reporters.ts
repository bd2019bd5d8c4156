// Who reports, as the first words of an article or its last line say: 新华社北京3月5日电（记者张三、李四）.

import { isByline, reportersOf } from '../../text/personName';

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
		const named = reportersOf(inside) ?? (wired.test(all) ? namesAlone(inside) : undefined);
		if (named !== undefined) return named;
	}
	const last = /^[（(]([^（）()]{4,60})[）)]$/.exec(paragraphs.at(-1)?.trim() ?? '')?.[1];
	return last === undefined ? undefined : reportersOf(last);
}

/** Names and nothing else, as some agencies have them: 中新网北京3月5日电 (张三). */
function namesAlone(text: string): string | undefined {
	const names = text.trim();
	return isByline(names) ? names.split(/[\s\u3000、，,]+/).join('、') : undefined;
}
