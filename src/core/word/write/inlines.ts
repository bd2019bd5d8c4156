// Runs of text, notes, links and pictures of one paragraph.

import { captionSigns, type Inline, type TextStyle } from '../manuscript';
import {
	Bookmark,
	ExternalHyperlink,
	FootnoteReferenceRun,
	ImageRun,
	TextRun,
	type IRunOptions,
	type ParagraphChild,
} from './docx';
import { field } from './fields';
import type { Sheet } from './sheet';

/** Marks that Chinese and Latin text share are set in the font for Chinese. */
const chinese = { hint: 'eastAsia' } as const;

/** How runs are set beyond what the style of their paragraph says. */
export type RunLook = Pick<IRunOptions, 'bold' | 'font' | 'color'>;

/** The runs of a paragraph. `first`: how so many characters at its beginning are set. */
export function runsOf(
	content: readonly Inline[],
	sheet: Sheet,
	first?: { readonly length: number; readonly look: RunLook },
): ParagraphChild[] {
	if (!first) return content.flatMap(inline => runOf(inline, sheet, {}));
	let left = first.length;
	return content.flatMap(inline => {
		if (left <= 0 || inline.type !== 'text') return runOf(inline, sheet, {});
		const head = inline.text.slice(0, left);
		const tail = inline.text.slice(left);
		left -= head.length;
		return [...textRuns(head, inline.style, sheet, first.look), ...textRuns(tail, inline.style, sheet, {})];
	});
}

function runOf(inline: Inline, sheet: Sheet, look: RunLook): ParagraphChild[] {
	switch (inline.type) {
		case 'text':
			return textRuns(inline.text, inline.style, sheet, look);
		case 'break':
			return [new TextRun({ break: 1 })];
		case 'link':
			return [
				new ExternalHyperlink({
					link: inline.address,
					children: inline.content.flatMap(one => runOf(one, sheet, look)),
				}),
			];
		case 'note':
			return noteMarks(inline.note, inline.again);
		case 'image':
			return pictureRuns(inline.image, inline.words, sheet);
	}
}

/** 图1 and 表2 in the text; 图一 where it is no part of a word. */
const named = new RegExp(
	`(${captionSigns.join('|')})\\s*([0-9０-９]+(?:[-.–][0-9０-９]+)*|(?<=(?:^|[见如由和与及、（(])..?)[一二三四五六七八九十]{1,3}(?=$|[^\\p{Script=Han}]|所示|[中可为是和与及的]))`,
	'gu',
);

/** A text in runs; what names a figure or a table that is there is a field that follows its number. */
function textRuns(text: string, style: TextStyle, sheet: Sheet, look: RunLook): ParagraphChild[] {
	const runs: ParagraphChild[] = [];
	let from = 0;
	for (const found of text.matchAll(named)) {
		const [written, sign = '', number = ''] = found;
		if (style.code || !sheet.hasCaption(sign, number)) continue;
		runs.push(...plainRuns(text.slice(from, found.index), style, look));
		runs.push(...field(`REF ${sheet.bookmark(sign, number)} \\h`, written));
		from = found.index + written.length;
	}
	runs.push(...plainRuns(text.slice(from), style, look));
	return runs;
}

function plainRuns(text: string, style: TextStyle, look: RunLook): ParagraphChild[] {
	if (text === '') return [];
	return [new TextRun({ ...look, ...runStyle(style, look), ...withTabs(text) })];
}

/** Tabs have an element of their own. */
function withTabs(text: string): IRunOptions {
	if (!text.includes('\t')) return { text };
	return { text: text.replaceAll('\t', '    ') };
}

function runStyle(style: TextStyle, look: RunLook): IRunOptions {
	return {
		font: look.font ?? chinese,
		bold: style.bold ?? look.bold,
		italics: style.italic,
		strike: style.struck,
		underline: style.underlined && {},
		superScript: style.raised,
		subScript: style.lowered,
		...(style.small && { size: 18 }),
		...(style.code && { style: 'VerbatimChar', font: { ascii: 'Courier New', hAnsi: 'Courier New' } }),
	};
}

/** The mark of a footnote; a second mark for the same one is a field with its number. */
function noteMarks(note: number, again: boolean): ParagraphChild[] {
	if (again) return field(`NOTEREF ${noteBookmark(note)} \\f \\h`, String(note + 1), 'raised');
	return [new Bookmark({ id: noteBookmark(note), children: [new FootnoteReferenceRun(note + 1)] })];
}

function noteBookmark(note: number): string {
	return `_Note_${note + 1}`;
}

/** Points of a pixel at 96 to the inch, as the library counts. */
const pixel = 15;

/**
 * A picture no wider and no higher than the text; where there is none, its words in brackets, or where its file should
 * be when they stand below it (`isTold` not).
 */
export function pictureRuns(index: number, words: string, sheet: Sheet, isTold = true): ParagraphChild[] {
	const picture = sheet.pictures[index];
	const address = sheet.manuscript.images[index] ?? '';
	if (!picture) return plainRuns(`〔图：${(isTold && words) || address}〕`, {}, {});
	const { width, height } = sheet.layout.page;
	const scale = Math.min(1, width / (picture.width * pixel), (height * 0.8) / (picture.height * pixel));
	return [
		new ImageRun({
			type: picture.type,
			data: picture.bytes,
			transformation: {
				width: Math.max(1, Math.floor(picture.width * scale)),
				height: Math.max(1, Math.floor(picture.height * scale)),
			},
			altText: { name: `图片 ${sheet.nextDrawing()}`, description: words, title: '' },
		}),
	];
}
