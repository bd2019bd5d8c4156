// Paragraphs, headings, lists, quotes, figures and code as Word has them.

import { headingLevel, levelOf, runInLength } from '../levels';
import { plainText, type Block, type Heading, type List, type Paragraph as Text, type Role } from '../manuscript';
import type { StyleKey } from '../layout/layout';
import { BorderStyle, Paragraph, TextRun, type FileChild, type IParagraphOptions } from './docx';
import { pictureRuns, runsOf, type RunLook } from './inlines';
import type { Sheet } from './sheet';
import { captionOf } from './captions';
import { inBody, type Surroundings } from './surroundings';
import { tableOf } from './tables';

/** Blocks as Word has them. */
export function wordBlocks(blocks: readonly Block[], sheet: Sheet, around: Surroundings): FileChild[] {
	return blocks.flatMap(block => wordBlock(block, sheet, around));
}

function wordBlock(block: Block, sheet: Sheet, around: Surroundings): FileChild[] {
	switch (block.type) {
		case 'paragraph':
			return [paragraph(block, sheet, around)];
		case 'heading':
			return [heading(block, sheet)];
		case 'list':
			return list(block, sheet, around);
		case 'table':
			return tableOf(block, sheet, around);
		case 'quote':
			return wordBlocks(block.blocks, sheet, { ...around, style: 'quote' });
		case 'figure':
			return figure(block, sheet);
		case 'code':
			return [code(block.text, sheet, around)];
		case 'rule':
			return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '808080' } } })];
	}
}

/** The styles of paragraphs that are a part of their own. */
const roleStyles: Readonly<Record<Role, StyleKey>> = {
	recipient: 'recipient',
	annexes: 'annexes',
	annexFirst: 'annexFirst',
	annexItem: 'annexItem',
	annexTitle: 'title',
	annex: 'annex',
	signer: 'signature',
	date: 'signature',
	reference: 'reference',
};

function paragraph(block: Text, sheet: Sheet, around: Surroundings): FileChild {
	const own = (block.role && roleStyles[block.role]) ?? around.style;
	// Templates have one style for the names of annexes.
	const key = sheet.template && /^annex(?:First|Item)$/.test(own) ? 'annexes' : own;
	return new Paragraph({
		style: sheet.style(key),
		...itemOptions(sheet, around),
		...(block.align && { alignment: block.align, indent: { firstLine: 0, firstLineChars: 0 } }),
		...signatureOptions(block, sheet),
		...(block.keep && { keepNext: true }),
		children: runsOf(block.content, sheet, runIn(block, sheet, around)),
	});
}

/** The number or the indent of a paragraph in a list. */
function itemOptions(sheet: Sheet, { item, depth, indent }: Surroundings): IParagraphOptions {
	if (item) return { style: sheet.style('list'), numbering: item };
	if (depth === 0) return {};
	// In official documents what goes on with an item is a paragraph like others.
	if (sheet.layout.name === 'official') return { style: sheet.style('body') };
	return { style: sheet.style('list'), indent: { left: indent + sheet.layout.listIndent } };
}

function signatureOptions({ right, apart }: Text, { layout }: Sheet): IParagraphOptions {
	return {
		...(right !== undefined && { indent: { right: Math.round(Math.max(0, right) * layout.character) } }),
		...(apart && { spacing: { before: 2 * layout.page.linePitch } }),
	};
}

/** How the first sentence of an official paragraph with a number is set: as a heading of its level. */
function runIn(
	block: Text,
	sheet: Sheet,
	around: Surroundings,
): { readonly length: number; readonly look: RunLook } | undefined {
	if (sheet.layout.name !== 'official' || around !== inBody || block.role || sheet.template) return undefined;
	const text = plainText(block.content);
	const level = levelOf(text);
	if (level === undefined || level > 2) return undefined;
	const length = Math.max(runInLength(text), text.length * Number(headingLevel(text) !== undefined));
	const { face } = sheet.layout.looks[headingKeys[level - 1] ?? 'heading1'];
	return {
		length,
		look: { font: { eastAsia: face.eastAsia, ascii: face.latin, hAnsi: face.latin, hint: 'eastAsia' } },
	};
}

const headingKeys = ['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'] as const;

function heading(block: Heading, sheet: Sheet): FileChild {
	const key = headingKeys[Math.min(block.level, headingKeys.length) - 1] ?? 'heading1';
	return new Paragraph({ style: sheet.style(key), children: runsOf(block.content, sheet) });
}

function list(block: List, sheet: Sheet, around: Surroundings): FileChild[] {
	const use = sheet.newList(block.ordered, block.start, around.depth);
	const indent = (around.depth + 1) * sheet.layout.listIndent;
	const inside: Surroundings = { depth: around.depth + 1, style: 'list', indent };
	return block.items.flatMap(item => {
		const [first, ...rest] = item;
		const begins = { ...inside, item: use };
		if (first?.type === 'paragraph')
			return [...wordBlocks([ticked(first)], sheet, begins), ...wordBlocks(rest, sheet, inside)];
		// An item has a number even where no paragraph begins it.
		return [...wordBlocks([nothing], sheet, begins), ...wordBlocks(item, sheet, inside)];
	});
}

const nothing: Text = { type: 'paragraph', content: [] };
const boxes = ['☐ ', '☑ '] as const;

/** `[ ]` and `[x]` at the beginning of an item are boxes. */
function ticked(block: Text): Text {
	const [first, ...rest] = block.content;
	if (first?.type !== 'text') return block;
	const mark = /^\[([ xX])\]\s/.exec(first.text);
	if (!mark) return block;
	const box = boxes[Number(mark[1] !== ' ')] ?? '';
	return { ...block, content: [{ ...first, text: box + first.text.slice(mark[0].length) }, ...rest] };
}

function figure({ image, words, caption }: Extract<Block, { type: 'figure' }>, sheet: Sheet): FileChild[] {
	const picture = new Paragraph({
		style: sheet.style('figure'),
		children: pictureRuns(image, words, sheet, caption === undefined),
	});
	if (!caption) return [picture];
	return [picture, captionOf(caption, sheet)];
}

function code(text: string, sheet: Sheet, { indent }: Surroundings): FileChild {
	const lines = text.split(/\r\n|\r|\n/);
	return new Paragraph({
		style: sheet.style('code'),
		...(indent > 0 && { indent: { left: indent } }),
		children: lines.map((line, at) => new TextRun({ text: line.replaceAll('\t', '    '), break: Number(at > 0) })),
	});
}
