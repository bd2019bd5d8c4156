// The pages of a document: title page and contents of a report, the head of an official paper, page numbers.

import type { Inline, Manuscript } from '../manuscript';
import type { Layout } from '../layout/layout';
import {
	Footer,
	NumberFormat,
	PageBreak,
	PageNumber,
	Paragraph,
	SectionType,
	TextRun,
	type FileChild,
	type ISectionOptions,
} from './docx';
import { contentsOf } from './contents';
import { runsOf } from './inlines';
import { headOf, imprintOf, marksOf } from './officialHead';
import type { Sheet } from './sheet';
import { titleLines } from './titleLines';

/** The sections of a document with this body. */
export function sectionsOf(manuscript: Manuscript, sheet: Sheet, body: FileChild[]): ISectionOptions[] {
	if (sheet.template) return [section(sheet.layout, inTemplate(manuscript, sheet, body), { start: 1 })];
	if (sheet.layout.name === 'official')
		return [section(sheet.layout, officialPages(manuscript, sheet, body), { start: 1 })];
	const front = titlePage(manuscript, sheet);
	const contents = contentsOf(manuscript, sheet);
	return [
		...some(front, pages => section(sheet.layout, pages, {})),
		...some(contents, pages => section(sheet.layout, pages, { start: 1, format: NumberFormat.UPPER_ROMAN })),
		section(sheet.layout, body, { start: 1 }),
	];
}

/** An official document: its head, title, text and imprint. */
function officialPages(manuscript: Manuscript, sheet: Sheet, body: FileChild[]): FileChild[] {
	const { particulars } = manuscript;
	return [...headOf(particulars, sheet), ...titleOf(manuscript, sheet), ...body, ...imprintOf(particulars, sheet)];
}

/** Everything in the one section of a template; a report has its title and contents before the text. */
function inTemplate(manuscript: Manuscript, sheet: Sheet, body: FileChild[]): FileChild[] {
	const title = titleOf(manuscript, sheet);
	if (sheet.layout.name === 'official') return officialPages(manuscript, sheet, body);
	const contents = contentsOf(manuscript, sheet);
	return [
		...title,
		...contents,
		...contents.slice(1).map(() => new Paragraph({ children: [new PageBreak()] })),
		...body,
	];
}

interface Numbers {
	readonly start?: number;
	readonly format?: (typeof NumberFormat)[keyof typeof NumberFormat];
}

function section(layout: Layout, children: readonly FileChild[], numbers: Numbers): ISectionOptions {
	const { margin, linePitch, width, height } = layout.page;
	return {
		properties: {
			type: SectionType.NEXT_PAGE,
			page: {
				size: { width: margin.left + width + margin.right, height: margin.top + height + margin.bottom },
				margin: { ...margin, gutter: 0 },
				pageNumbers: { start: numbers.start, formatType: numbers.format },
			},
			grid: { type: 'lines', linePitch },
		},
		footers: footersOf(layout, numbers.start !== undefined),
		// A document without anything is one empty paragraph.
		children: [...children, ...Array.from({ length: Number(children.length === 0) }, () => new Paragraph({}))],
	};
}

/** One section of pages, where there are any. */
function some(pages: readonly FileChild[], make: (pages: readonly FileChild[]) => ISectionOptions): ISectionOptions[] {
	if (pages.length === 0) return [];
	return [make(pages)];
}

/** — 1 — in 四号 宋体, a character from the edge: to the right on odd pages, to the left on even ones. */
function footersOf(layout: Layout, isNumbered: boolean): NonNullable<ISectionOptions['footers']> {
	if (!isNumbered) return { default: new Footer({ children: [new Paragraph({})] }) };
	if (!layout.alternating) return { default: new Footer({ children: [numberLine('center', {})] }) };
	return {
		default: new Footer({ children: [numberLine('right', { right: 280 })] }),
		even: new Footer({ children: [numberLine('left', { left: 280 })] }),
	};
}

const numberSizes = { left: 28, center: 18, right: 28 } as const;
const dashes = { left: ['— ', ' —'], center: [], right: ['— ', ' —'] } as const;

function numberLine(
	side: 'left' | 'center' | 'right',
	indent: { readonly left?: number; readonly right?: number },
): Paragraph {
	const font = { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体', hint: 'eastAsia' };
	return new Paragraph({
		alignment: side,
		indent,
		children: [
			new TextRun({
				font,
				size: numberSizes[side],
				characterSpacing: 0,
				children: [...dashes[side].slice(0, 1), PageNumber.CURRENT, ...dashes[side].slice(1)],
			}),
		],
	});
}

/** The title, a paragraph whose lines are those of the person; a long one is broken between words. */
function titleOf({ title, particulars }: Manuscript, sheet: Sheet): FileChild[] {
	if (title.length === 0) return [];
	const lines = brokenTitle(title, sheet)
		.flatMap((line): readonly Inline[] => [{ type: 'break' }, ...line])
		.slice(1);
	const heading = new Paragraph({ style: sheet.style('title'), children: runsOf(lines, sheet) });
	const { subtitle } = particulars;
	if (subtitle === undefined) return [heading];
	return [heading, new Paragraph({ style: sheet.style('subtitle'), children: [textRun(subtitle)] })];
}

function brokenTitle(title: Manuscript['title'], { layout, template }: Sheet): Manuscript['title'] {
	const [line = []] = title;
	const [only] = line;
	// How wide a title is in a template is not known.
	if (template || title.length > 1 || line.length > 1 || only?.type !== 'text') return title;
	const room = layout.page.width / (layout.looks.title.size * 10 + layout.characterSpacing);
	return titleLines(only.text, Math.floor(room)).map(text => [{ ...only, text }]);
}

/** The title page of a report: marks, title, number, who and when, as far as the draft has them. */
function titlePage(manuscript: Manuscript, sheet: Sheet): FileChild[] {
	const { number, organ, author, date } = manuscript.particulars;
	const title = titleOf(manuscript, sheet);
	if (title.length === 0) return [];
	const below = [...new Set([organ, author, date])].filter(text => text !== undefined);
	return [
		...marksOf(manuscript.particulars),
		new Paragraph({ spacing: { before: 3000 } }),
		...title,
		...[number].filter(text => text !== undefined).map(text => subtitleLine(text, sheet, 0)),
		...below.map((text, at) => subtitleLine(text, sheet, 4800 * Number(at === 0))),
	];
}

function subtitleLine(text: string, sheet: Sheet, before: number): Paragraph {
	return new Paragraph({ style: sheet.style('subtitle'), spacing: { before }, children: [textRun(text)] });
}

function textRun(text: string): TextRun {
	return new TextRun({ text, font: { hint: 'eastAsia' } });
}
