// The main part of a Word document (or its notes) → blocks in reading order with what Word says of each, and what is
// not to be read.

import { attribute, readXml, type XmlFault } from './xml';

/** Why a part is not read: as any XML, or its tables in tables repeat more text than `most`. */
export type BodyFault = XmlFault | 'large';

/** One paragraph, or one row of a table. */
export interface Block {
	readonly text: string;
	readonly kind: 'paragraph' | 'row';
	/** Id of the paragraph's style. */
	readonly style: string;
	readonly centred: boolean;
	/** Level of outline written at the paragraph itself, from 0. */
	readonly outline?: number;
	/** List it belongs to: number and level written at the paragraph itself. `0` takes it out of its style's list. */
	readonly list?: { readonly id: string; readonly level: number };
}

export interface Body {
	readonly blocks: readonly Block[];
	/** Text Word does not show. */
	readonly hidden: readonly string[];
	readonly pictures: number;
	/** Ids of footnotes and endnotes in order of reference. */
	readonly notes: readonly { readonly kind: 'footnote' | 'endnote'; readonly id: string }[];
}

/**
 * What holds no text of the document: deleted or moved text, the second form of a drawing, readings above characters,
 * old values of properties.
 */
const skipped = new Set([
	'del',
	'moveFrom',
	'Fallback',
	'rt',
	'instrText',
	'pPrChange',
	'rPrChange',
	'delText',
	'numberingChange',
	'tblPrChange',
	'sectPrChange',
]);

interface Open {
	text: string;
	style: string;
	centred: boolean;
	outline?: number;
	id?: string;
	level: number;
}

/**
 * Blocks of an XML text. `most`: characters that may be put together for rows of tables, each again for every table
 * around it. `onNote` is told where a note (of a part with notes) begins: its id, none for a separator, and the first
 * of its blocks.
 */
export function readBody(
	xml: string,
	most: number,
	onNote?: (id: string | undefined, from: number) => void,
): Body | BodyFault {
	const blocks: Block[] = [];
	const hidden: string[] = [];
	const notes: { kind: 'footnote' | 'endnote'; id: string }[] = [];
	const paragraphs: Open[] = [];
	/** Tables within each other; each has the cells of its current row, each cell its paragraphs. */
	const tables: string[][][] = [];
	let skip = 0;
	let pictures = 0;
	let inText = false;
	let vanish = false;
	let hiddenText = '';
	let made = 0;
	const push = (block: Block) => {
		const row = tables.at(-1)?.at(-1);
		if (row) row.push(block.text);
		else blocks.push(block);
	};
	const close = () => {
		const done = paragraphs.pop();
		if (!done) return;
		const { text, style, centred, outline, id, level } = done;
		for (const line of text.split('\n')) {
			push({
				text: line,
				kind: 'paragraph',
				style,
				centred,
				...(outline === undefined ? {} : { outline }),
				...(id === undefined || text === '' ? {} : { list: { id, level } }),
			});
		}
	};
	const add = (text: string) => {
		const last = paragraphs.at(-1);
		if (!last) return;
		if (vanish) hiddenText += text;
		else last.text += text;
	};
	const fault = readXml(xml, {
		open(name, attributes) {
			if (skip > 0 || skipped.has(name)) {
				skip++;
				return;
			}
			const last = paragraphs.at(-1);
			const value = () => attribute(attributes, 'val');
			switch (name) {
				case 'p':
					paragraphs.push({ text: '', style: '', centred: false, level: 0 });
					break;
				case 't':
					inText = true;
					break;
				case 'r':
					vanish = false;
					break;
				case 'vanish':
					vanish = !/^(?:0|false|off)$/.test(value() ?? '');
					break;
				case 'tab':
				case 'ptab':
					add(attributes.includes('pos=') ? '' : ' ');
					break; // a tab stop has a position, a tab has none
				case 'br':
				case 'cr':
					add(/type\s*=\s*["'](?:page|column)/.test(attributes) ? '' : '\n');
					break;
				case 'noBreakHyphen':
					add('-');
					break;
				case 'pStyle':
					if (last) last.style = value() ?? '';
					break;
				case 'jc':
					if (last) last.centred = value() === 'center';
					break;
				case 'outlineLvl':
					if (last) last.outline = Number(value());
					break;
				case 'numId':
					if (last) last.id = value() ?? '';
					break;
				case 'ilvl':
					if (last) last.level = Number(value()) || 0;
					break;
				case 'blip':
				case 'imagedata':
					pictures++;
					break;
				case 'footnoteReference':
				case 'endnoteReference':
					notes.push({
						kind: name === 'footnoteReference' ? 'footnote' : 'endnote',
						id: attribute(attributes, 'id') ?? '',
					});
					break;
				case 'footnote':
				case 'endnote':
					onNote?.(
						attribute(attributes, 'type') === undefined ? attribute(attributes, 'id') : undefined,
						blocks.length,
					);
					break;
				case 'tbl':
					tables.push([]);
					break;
				case 'tr':
					tables.at(-1)?.splice(0);
					break;
				case 'tc':
					tables.at(-1)?.push([]);
					break;
			}
		},
		close(name) {
			if (skip > 0) {
				skip--;
				return;
			}
			switch (name) {
				case 't':
					inText = false;
					break;
				case 'r':
					if (hiddenText !== '') hidden.push(hiddenText);
					hiddenText = '';
					vanish = false;
					break;
				case 'p':
					close();
					break;
				case 'tr': {
					const cells = tables.at(-1)?.splice(0) ?? [];
					// Rows of tables in tables are rows of those around them again: what is made counts, not what is read.
					for (const cell of cells) for (const text of cell) made += text.length + 1;
					if (made <= most) row(cells, blocks, tables.length > 1 ? tables.at(-2)?.at(-1) : undefined);
					break;
				}
				case 'tbl':
					tables.pop();
					break;
			}
		},
		text(value) {
			if (skip === 0 && inText) add(value.replaceAll('\n', ' '));
		},
	});
	return fault ?? (made > most ? 'large' : { blocks, hidden, pictures, notes });
}

/**
 * A row with one cell only frames its text; of others the cells stand side by side. Inside another table it goes to the
 * cell around it.
 */
function row(cells: readonly (readonly string[])[], blocks: Block[], around: string[] | undefined): void {
	const plain = (text: string, kind: Block['kind']): void => {
		if (around) around.push(text);
		else blocks.push({ text, kind, style: '', centred: false });
	};
	if (cells.length === 1) {
		for (const text of cells[0]!) plain(text, 'paragraph');
		return;
	}
	const texts = cells.map(cell =>
		cell
			.map(text => text.trim())
			.filter(text => text !== '')
			.join(' '),
	);
	if (texts.some(text => text !== '')) plain(texts.join(' | '), 'row');
}

/** The notes of a part (footnotes.xml, endnotes.xml): text by id; separators have a type and are none. */
export function readNotes(xml: string, most: number): ReadonlyMap<string, string> {
	const begun: { id: string | undefined; from: number }[] = [];
	const body = readBody(xml, most, (id, from) => begun.push({ id, from }));
	const notes = new Map<string, string>();
	if (typeof body === 'string') return notes;
	begun.forEach(({ id, from }, i) => {
		if (id === undefined) return;
		notes.set(
			id,
			body.blocks
				.slice(from, begun[i + 1]?.from)
				.map(block => block.text.trim())
				.filter(text => text !== '')
				.join(' '),
		);
	});
	return notes;
}
