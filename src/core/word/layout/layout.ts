// What a layout is: the page, and how each kind of paragraph is set. Lengths are in twips, a twentieth of a point;
// sizes of type in half points.

import type { Face } from './fonts';

/** The kinds of paragraphs there are, by the ids of their styles. */
export const styleIds = {
	title: 'Title',
	subtitle: 'Subtitle',
	body: 'BodyText',
	heading1: 'Heading1',
	heading2: 'Heading2',
	heading3: 'Heading3',
	heading4: 'Heading4',
	heading5: 'Heading5',
	heading6: 'Heading6',
	list: 'ListParagraph',
	quote: 'Quote',
	code: 'SourceCode',
	caption: 'Caption',
	table: 'TableText',
	note: 'FootnoteText',
	reference: 'Bibliography',
	recipient: 'Recipient',
	annexes: 'AnnexList',
	annexFirst: 'AnnexListFirst',
	annexItem: 'AnnexListItem',
	annex: 'AnnexMark',
	signature: 'Signature',
	figure: 'Figure',
	contents: 'TOCHeading',
} as const;

export type StyleKey = keyof typeof styleIds;

/** The names Word has for its own styles in every language; ours besides. */
export const styleNames: Readonly<Record<StyleKey, string>> = {
	title: 'Title',
	subtitle: 'Subtitle',
	body: 'Body Text',
	heading1: 'heading 1',
	heading2: 'heading 2',
	heading3: 'heading 3',
	heading4: 'heading 4',
	heading5: 'heading 5',
	heading6: 'heading 6',
	list: 'List Paragraph',
	quote: 'Quote',
	code: 'Source Code',
	caption: 'caption',
	table: '表格文字',
	note: 'footnote text',
	reference: 'Bibliography',
	recipient: '主送机关',
	annexes: '附件说明',
	annexFirst: '附件说明首项',
	annexItem: '附件说明各项',
	annex: '附件标识',
	signature: 'Signature',
	figure: '图片',
	contents: 'TOC Heading',
};

/** How a kind of paragraph is set. */
export interface Look {
	readonly face: Face;
	readonly size: number;
	readonly bold?: boolean;
	readonly align?: 'left' | 'center' | 'right' | 'both';
	/** An exact height of lines, or so many 240ths of a single line. */
	readonly exact?: number;
	readonly lines?: number;
	readonly before?: number;
	readonly after?: number;
	/** In characters. */
	readonly firstLine?: number;
	readonly left?: number;
	readonly hanging?: number;
	readonly keepNext?: boolean;
	readonly pageBreakBefore?: boolean;
}

export interface Page {
	readonly margin: {
		readonly top: number;
		readonly bottom: number;
		readonly left: number;
		readonly right: number;
		readonly header: number;
		readonly footer: number;
	};
	/** The height of a line of the grid. */
	readonly linePitch: number;
	/** The width of the text. */
	readonly width: number;
	/** … and its height. */
	readonly height: number;
}

export interface Layout {
	readonly name: 'official' | 'report';
	readonly page: Page;
	/** How far apart characters are set, so that as many stand in a line as should. */
	readonly characterSpacing: number;
	/** The width of a character of the text. */
	readonly character: number;
	readonly looks: Readonly<Record<StyleKey, Look>>;
	/** Page numbers as — 1 —, to the right on odd pages and to the left on even ones; else in the middle. */
	readonly alternating: boolean;
	/** How much of a list is indented at each level, in twips. */
	readonly listIndent: number;
}

/** A4. */
export const paper = { width: 11906, height: 16838 } as const;

/** Millimetres in twips. */
export function millimetres(count: number): number {
	return Math.round((count * 1440) / 25.4);
}
