// Lines that a machine has broken at one width: mails, old terminals and what is copied from a PDF have them.

import { numberOfLine } from '../official/documentNumber';
import { isAddressee } from '../official/organ';
import { dayOf } from '../official/writtenDate';

/** How the lines of a text were broken. */
export interface Wrap {
	/** Whether a line, which is not blank, goes on with the one above it. */
	goesOn(above: string, line: string): boolean;
}

/** Widths in columns (a Han character has two) that lines are broken at. */
const narrowest = 40;
const widest = 124;
/** A mark that may not begin a line, or a word, makes one shorter or longer by that. */
const slack = 4;
/** So many lines of a width, and such a share of those that break off in a sentence, tell that a machine did it. */
const fewest = 2;
const share = 0.8;

const ended = /[。！？!?；;：:…][”’"』」》）)]*\s*$|^\s*[（(].*[）)]\s*$/;
const indent = /^(?:\u3000{1,4}|[ \u00a0]{2,8}|\t)(?=\S)/;
const number = '[一二三四五六七八九十百千零〇\\d]';
/** What begins a paragraph wherever it stands. */
const begins = new RegExp(
	[
		`^\\s*(?:第${number}{1,7}[条章节编]|[一二三四五六七八九十]{1,3}、|[（(]${number}{1,3}[）)]`,
		'\\d{1,2}[.．、](?!\\d)|[①-⑳]|附件|附[:：]|#{1,6}\\s|[-*•·●]\\s|[>|]|——)',
	].join('|'),
);

/** An article has a space behind its number, other than 第七十四条规定的期限 within a sentence. */
const article = new RegExp(`^\\s*(?:第${number}{1,7}[条章节编][\\s\\u3000]|#{1,6}\\s|[>|])`);

/** How the lines of a text were broken by a machine; nothing where every line is one its writer made. */
export function wrapOf(lines: readonly string[]): Wrap | undefined {
	const filled = lines.filter(line => line.trim() !== '');
	const width = widthOf(filled);
	if (width === undefined) return undefined;
	const most = filled.reduce((sum, line) => (columns(line) > width ? sum : Math.max(sum, line.trimEnd().length)), 0);
	const isFull = (line: string) =>
		columns(line) <= width && (columns(line) >= width - slack || line.trimEnd().length >= most);
	const isIndented = filled.filter(line => indent.test(line)).length >= fewest;
	return {
		goesOn: (above, line) => {
			if (!isFull(above) || (isIndented && indent.test(line))) return false;
			if (!isIndented && ended.test(above) && startsAnew(line)) return false;
			if (begins.test(line) && (ended.test(above) || article.test(line))) return false;
			return !standsAlone(line.trim());
		},
	};
}

/** Without indents a sentence that fills its line may end a paragraph: what begins as many do then begins one. */
function startsAnew(line: string): boolean {
	return indent.test(line) || /^(?:为|根据|按照|近年来|各地|各[^。]{2,20}要|下一步|同时|此外|总之)/.test(line.trim());
}

/** The number of a paper, whom it goes to, and its day are lines of their own. */
function standsAlone(line: string): boolean {
	return numberOfLine(line) !== undefined || isAddressee(line) || (line.length <= 16 && dayOf(line) !== undefined);
}

/** The width that lines are broken at, where a machine did that; a title or a table may be wider. */
function widthOf(filled: readonly string[]): number | undefined {
	const widths = filled.map(columns);
	const sorted = [...widths].sort((a, b) => b - a);
	const wider = Math.min(mostWider, Math.floor(sorted.length / 4));
	return sorted.slice(0, wider + 1).find(width => isBrokenAt(width, filled, widths));
}

const mostWider = 3;

function isBrokenAt(width: number, filled: readonly string[], widths: readonly number[]): boolean {
	if (width < narrowest || width > widest) return false;
	const open = widths.filter((one, i) => i < filled.length - 1 && one > 0.7 * width && !ended.test(filled[i] ?? ''));
	const full = open.filter(one => one >= width - slack && one <= width);
	return full.length >= fewest && full.length >= share * open.length;
}

/** Width of a line without the spaces behind it; its indent counts. */
function columns(line: string): number {
	let width = 0;
	for (const character of line.trimEnd()) width += character.charCodeAt(0) >= 0x1100 ? 2 : 1;
	return width;
}
