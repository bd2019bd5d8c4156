// The words under figures and over tables, whose numbers are fields.

import type { Caption } from '../manuscript';
import { Bookmark, Paragraph, TextRun, type FileChild, type ParagraphChild } from './docx';
import { field } from './fields';
import { runsOf } from './inlines';
import type { Sheet } from './sheet';

/** A caption; its number is a field where it follows the one before. */
export function captionOf(caption: Caption, sheet: Sheet, keepNext = false): FileChild {
	return new Paragraph({
		style: sheet.style('caption'),
		keepNext,
		children: [...captionNumber(caption, sheet), ...runsOf(caption.content, sheet)],
	});
}

function captionNumber(caption: Caption, sheet: Sheet): ParagraphChild[] {
	const { label, number } = caption;
	if (number === '') return [];
	const sign = new TextRun({ text: label, font: { hint: 'eastAsia' } });
	const counts = sheet.isNext(caption);
	const children = [
		sign,
		...(counts ? field(`SEQ ${label.trim()} ${formatOf(number)}`, number) : [new TextRun({ text: number })]),
	];
	return [new Bookmark({ id: sheet.bookmark(label.trim(), number), children })];
}

/**
 * How a field counts: 1, 2, 3 or 一、二、三. Not ARABIC: of a report with contents the library would set such a number
 * anew, in the run that begins it, where pandoc reads none.
 */
function formatOf(number: string): string {
	return /\d/.test(number) ? '\\# 0' : '\\* CHINESENUM3';
}
