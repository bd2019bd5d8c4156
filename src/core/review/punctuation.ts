// Half-width marks in Chinese context, and marks without a partner. Asked for only where a person wants it.
// Knows nothing of quotations or words.

import type { Finding } from '../draft/finding';

const wide: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '(': '（', ')': '）' };
const pairs = ['“”', '‘’', '「」', '『』', '（）', '《》', '〈〉', '【】', '〔〕'];
const han = /[\p{Script=Han}，。、；：？！“”‘’「」『』（）《》]/u;
/** So many are enough to see what is wrong. */
const most = 200;

/** Marks of a paragraph; offsets of the paragraph. `data.wording` is what to write instead. */
export function punctuationIn(text: string): Finding[] {
	const found: Finding[] = [];
	const open: { readonly mark: string; readonly at: number }[] = [];
	for (let at = 0; at < text.length && found.length < most; at++) {
		const mark = text[at]!;
		const instead = wide[mark];
		if (instead !== undefined) {
			const before = text[at - 1] ?? '';
			const after = text[at + 1] ?? '';
			const chinese = mark === '(' ? han.test(before) || han.test(after) : han.test(before) || (before === ')' && found.at(-1)?.start === at - 1);
			if (chinese && !/\d/.test(mark === ':' || mark === ',' ? before : '')) found.push({ code: 'punctuation.halfwidth', severity: 'information', start: at, end: at + 1, data: { wording: instead } });
			continue;
		}
		const opens = pairs.find(pair => pair[0] === mark);
		if (opens) open.push({ mark, at });
		const closes = pairs.find(pair => pair[1] === mark);
		if (!closes) continue;
		if (open.at(-1)?.mark === closes[0]) open.pop();
		else if (closes !== '‘’') found.push({ code: 'punctuation.unbalanced', severity: 'information', start: at, end: at + 1, data: { mark } });
	}
	for (const { mark, at } of open.slice(0, most)) found.push({ code: 'punctuation.unbalanced', severity: 'information', start: at, end: at + 1, data: { mark } });
	return found.sort((a, b) => a.start - b.start);
}
