// The head of an official document and its imprint (GB/T 9704-2012, 7.2 and 7.4), as far as the front matter of the
// draft has them.

import type { Face } from '../layout/fonts';
import { faces } from '../layout/fonts';
import type { Particulars } from '../manuscript';
import { BorderStyle, Paragraph, Tab, TextRun, type FileChild, type IParagraphOptions } from './docx';
import type { Sheet } from './sheet';

const red = 'FF0000';
/** The name of the organ is as large as its line has room for, and no larger than so many half points. */
const largest = 96;
const rule = { style: BorderStyle.SINGLE, size: 8, space: 1, color: '000000' };

/**
 * 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人 and the red line below them; nothing where the draft has none.
 */
export function headOf(particulars: Particulars, sheet: Sheet): FileChild[] {
	const { organ } = particulars;
	const lines = marksOf(particulars);
	if (organ === undefined) return [...lines, ...numberLine(particulars, sheet)];
	const room = (sheet.layout.page.width / 10 / Math.max(1, [...organ].length)) * 0.95;
	const size = Math.min(largest, Math.floor(room));
	const name = new Paragraph({
		alignment: 'center',
		spacing: { before: 3 * sheet.layout.page.linePitch, after: sheet.layout.page.linePitch },
		children: [run(organ, faces.title, size, red)],
	});
	return [...lines, name, ...numberLine(particulars, sheet)];
}

/** 份号, 密级, 紧急程度, each a line. */
export function marksOf({ copy, secrecy, urgency }: Particulars): Paragraph[] {
	const marks = [copy, secrecy, urgency].filter(text => text !== undefined);
	return marks.map(text => line(text, faces.hei, 32, { alignment: 'left' }));
}

/** 发文字号 in the middle, or to the left with 签发人 to the right; below it the red line. */
function numberLine({ organ, number, approver }: Particulars, { layout }: Sheet): FileChild[] {
	if (organ === undefined && number === undefined) return [];
	const border = { bottom: { style: BorderStyle.SINGLE, size: 12, space: 8, color: red } };
	const spacing = { after: 2 * layout.page.linePitch };
	if (approver === undefined) return [line(number ?? '', faces.fangsong, 32, { alignment: 'center', border, spacing })];
	return [
		new Paragraph({
			border,
			spacing,
			tabStops: [{ type: 'right', position: layout.page.width }],
			children: [run(`\u3000${number ?? ''}\t签发人：`, faces.fangsong, 32), run(`${approver}\u3000`, faces.kai, 32)],
		}),
	];
}

/** 抄送机关, and who printed it when, between lines. */
export function imprintOf({ copiedTo, printedBy, printedOn }: Particulars, { layout }: Sheet): FileChild[] {
	const indent = { left: 280, right: 280 };
	const copied = [copiedTo].filter(text => text !== undefined);
	const printed = [printedBy, printedOn].filter(text => text !== undefined);
	const lines = copied.map(text =>
		line(`抄送：${text.replace(/。?$/, '。')}`, faces.fangsong, 28, { indent, border: { top: rule, bottom: rule } }),
	);
	if (printed.length === 0) return lines;
	const words = `${printedBy ?? ''}\t${printedOn ?? ''}${printedOn === undefined ? '' : '印发'}`;
	return [
		...lines,
		line(words, faces.fangsong, 28, {
			indent,
			border: { top: rule, bottom: rule },
			tabStops: [{ type: 'right', position: layout.page.width - 280 }],
		}),
	];
}

function line(text: string, face: Face, size: number, options: IParagraphOptions): Paragraph {
	return new Paragraph({ ...options, children: [run(text, face, size)] });
}

function run(text: string, face: Face, size: number, color = '000000'): TextRun {
	const [before = '', behind] = text.split('\t');
	return new TextRun({
		font: { eastAsia: face.eastAsia, ascii: face.latin, hAnsi: face.latin, hint: 'eastAsia' },
		size,
		color,
		children: behind === undefined ? [text] : [before, new Tab(), behind],
	});
}
