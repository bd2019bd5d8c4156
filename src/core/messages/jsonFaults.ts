// What is wrong where a text stops being JSON, in a sentence.

import type { Bilingual } from '../text/bilingual';
import type { JsonReason } from '../text/jsonFault';

/** The sentence for a reason; nothing where there is nothing to say but that it is no JSON. */
export function wordJson(reason: string | number | undefined): Bilingual | undefined {
	return (wordings as Readonly<Record<string, Bilingual | undefined>>)[String(reason)];
}

const wordings: Readonly<Record<Exclude<JsonReason, 'other'>, Bilingual>> = {
	comma: { zh: '这里缺少逗号。', en: 'A comma is missing here.' },
	colon: { zh: '这里缺少冒号。', en: 'A colon is missing here.' },
	value: {
		zh: '这里缺少值，或者前面多了一个逗号。',
		en: 'A value is missing here, or there is a comma too many before it.',
	},
	name: {
		zh: '这里应是带英文双引号的名称；前面可能多了一个逗号。',
		en: 'A name in double quotation marks should stand here; there may be a comma too many before it.',
	},
	close: { zh: '这里缺少 } 或 ]。', en: 'A } or a ] is missing here.' },
	end: { zh: '结尾后面还有别的内容。', en: 'There is something behind its end.' },
	quote: { zh: '引号没有闭合。', en: 'A quotation mark is never closed.' },
	escape: { zh: '反斜杠后面的字符不对。', en: 'What stands behind the backslash means nothing.' },
	character: {
		zh: '引号里有不能直接写的字符，例如制表符。',
		en: 'The quotation marks hold a character that may not stand there, such as a tab.',
	},
	symbol: {
		zh: '这里的内容不在英文双引号里，或者前面的引号没有配对。',
		en: 'This does not stand in double quotation marks, or the marks before it do not match.',
	},
	comment: { zh: 'JSON 里不能有注释。', en: 'JSON has no comments.' },
};
