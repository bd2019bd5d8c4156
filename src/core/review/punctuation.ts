// Half-width marks in Chinese context, and marks without a partner. Asked for only where a person wants it.

import type { Finding } from '../draft/finding';

const wide: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '(': '（', ')': '）' };
const pairs = ['“”', '‘’', '「」', '『』', '（）', '《》', '〈〉', '【】', '〔〕'];
const han = /[\p{Script=Han}，。、；：？！“”‘’「」『』（）《》]/u;
/** So many are enough to see what is wrong. */
const most = 200;

/** Where a mark that closes may stand: before a mark, or at the end. And one that opens: behind a mark, or at the beginning. */
const closesHere = /^(?:[，。、；：！？）》」』”’…]|\s*$)/;
const opensHere = /(?:^|[，。、；：！？（《「『“‘])\s*$/;

interface Mark {
	readonly mark: string;
	readonly at: number;
}

/** Marks of a paragraph; offsets of the paragraph. `data.wording` is what to write instead, where that is beyond doubt. */
export function punctuationIn(text: string): Finding[] {
	const found: Finding[] = [];
	const open: Mark[] = [];
	const alone: Mark[] = [];
	const lost: Mark[] = [];
	for (let at = 0; at < text.length && found.length + alone.length + lost.length < most; at++) {
		const mark = text[at]!;
		const instead = wide[mark];
		const chinese = instead !== undefined && isChinese(text, at, found.at(-1)?.start);
		if (chinese)
			found.push({
				code: 'punctuation.halfwidth',
				severity: 'information',
				start: at,
				end: at + 1,
				data: { wording: instead },
			});
		// A half-width bracket is the partner of a wide one.
		const meant = mark === ')' || chinese ? instead! : mark;
		if (pairs.some(pair => pair[0] === meant)) open.push({ mark: meant, at });
		const closes = pairs.find(pair => pair[1] === meant);
		if (!closes) continue;
		const partner = open.findLastIndex(one => one.mark === closes[0]);
		// What was opened within and never closed has no partner, whatever is around it.
		if (partner >= 0) lost.push(...open.splice(partner).slice(1));
		else if (closes !== '‘’' && (mark !== ')' || chinese)) alone.push({ mark: meant, at });
	}
	found.push(
		...unbalanced(
			[...lost, ...open.slice(0, most)].sort((a, b) => a.at - b.at),
			text,
			0,
		),
		...unbalanced(alone, text, 1),
	);
	return found.sort((a, b) => a.start - b.start);
}

/** Whether a half-width mark stands in Chinese; `before`: where the last such mark stood. */
function isChinese(text: string, at: number, before: number | undefined): boolean {
	const mark = text[at]!;
	const [left, right] = [text[at - 1] ?? '', text[at + 1] ?? ''];
	const chinese =
		mark === '(' ? han.test(left) || han.test(right) : han.test(left) || (left === ')' && before === at - 1);
	return chinese && !/\d/.test(mark === ':' || mark === ',' ? left : '');
}

/** Marks without a partner: of two of one kind in a row, “引文“ or ”引文”, the one that is turned the wrong way is to be turned, and nothing is wrong with the other. */
function unbalanced(marks: readonly Mark[], text: string, side: 0 | 1): Finding[] {
	const found: Finding[] = [];
	for (let at = 0; at < marks.length; at++) {
		const [one, two] = [marks[at]!, marks[at + 1]];
		const pair = pairs.find(some => some[side] === one.mark)!;
		const turned =
			two?.mark === one.mark &&
			!/[“”「」『』]/.test(text.slice(one.at + 1, two.at)) &&
			(side === 0 ? closesHere.test(text.slice(two.at + 1)) : opensHere.test(text.slice(0, one.at)));
		const wrong = turned && side === 0 ? two : one;
		found.push({
			code: 'punctuation.unbalanced',
			severity: 'information',
			start: wrong.at,
			end: wrong.at + 1,
			data: { mark: wrong.mark, ...(turned ? { wording: pair[1 - side]! } : {}) },
		});
		if (turned) at++;
	}
	return found;
}
