// The text of a binary Word file with its marks → blocks as those of a .docx: paragraphs and rows of tables.

import type { ParagraphProperties } from './properties';
import type { Block } from '../blocks';
import { BinaryTable } from './tables';

/** What stands in the text for something that is no character ([MS-DOC] 2.4.2, 2.8.25). */
const mark = {
	cell: '\u0007',
	pageBreak: '\u000C',
	paragraph: '\r',
	fieldBegin: '\u0013',
	fieldSeparator: '\u0014',
	fieldEnd: '\u0015',
} as const;

const plain: Readonly<Record<string, string>> = { '\t': ' ', '\u000B': ' ', '\u001E': '-', '\u00A0': ' ' };

/** Blocks of a stretch of the text. `propertiesAt`: of the paragraph whose mark stands there. */
export function wordBlocks(
	text: string,
	start: number,
	end: number,
	isHidden: (at: number) => boolean,
	propertiesAt: (at: number) => ParagraphProperties,
): readonly Block[] {
	const builder = new BlockBuilder();
	for (let at = start; at < end; at++) {
		const character = text.charAt(at);
		if (isHidden(at)) continue;
		if (character === mark.cell) builder.endCell(propertiesAt(at));
		else if (character === mark.paragraph || character === mark.pageBreak) builder.endParagraph(propertiesAt(at));
		else builder.add(character);
	}
	return builder.finished();
}

class BlockBuilder {
	private readonly blocks: Block[] = [];
	private text = '';
	/** Fields open, each with whether its instruction has ended. */
	private readonly fields: boolean[] = [];
	/** Paragraphs of the cell that is open, and those of the cells before it in its row. */
	private paragraphs: Block[] = [];
	private cells: (readonly Block[])[] = [];
	private table = new BinaryTable();

	add(character: string): void {
		if (character === mark.fieldBegin) this.fields.push(false);
		else if (character === mark.fieldSeparator) this.fields.splice(-1, 1, true);
		else if (character === mark.fieldEnd) this.fields.pop();
		else if (this.fields.every(Boolean)) this.text += plain[character] ?? (character < ' ' ? '' : character);
	}

	endParagraph(properties: ParagraphProperties): void {
		const block = blockOf(this.text, properties);
		this.text = '';
		this.fields.length = 0;
		if (properties.inTable === true) {
			this.paragraphs.push(block);
			return;
		}
		this.endTable();
		this.blocks.push(block);
	}

	endCell(properties: ParagraphProperties): void {
		if (properties.rowEnd === true) {
			this.endRow(properties);
			return;
		}
		this.endParagraph({ ...properties, inTable: true });
		this.cells.push(this.paragraphs);
		this.paragraphs = [];
	}

	private endRow(properties: ParagraphProperties = {}): void {
		if (this.cells.length > 0)
			this.table.add({ cells: this.cells, shape: properties.row, isHead: properties.head === true });
		this.cells = [];
		this.text = '';
	}

	/** What stands outside of tables comes after all that stood in one, whatever marks are missing there. */
	private endTable(): void {
		this.endRow();
		this.blocks.push(...this.table.blocks(), ...this.paragraphs);
		this.table = new BinaryTable();
		this.paragraphs = [];
	}

	finished(): readonly Block[] {
		if (this.text !== '') this.endParagraph({});
		this.endTable();
		return this.blocks;
	}
}

function blockOf(text: string, { style = 0, centred = false, outline, list, level = 0 }: ParagraphProperties): Block {
	return {
		text,
		kind: 'paragraph',
		style: String(style),
		centred,
		...(outline !== undefined && { outline }),
		...(list !== undefined && { list: { id: String(list), level } }),
	};
}
