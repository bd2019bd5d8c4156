// A binary Word file (.doc of Word 97 to 2003, .wps) → its document, as a .docx is read: numbers that Word makes,
// tracked changes accepted, hidden text apart, tables as rows.

import { wordBlocks } from './body';
import { openCompound, viewOf, type CompoundFile } from './compound';
import { pieceText, type PieceText } from './pieces';
import { hiddenRuns, paragraphRuns, runAt, type ParagraphProperties } from './properties';
import { binaryNumbering, binaryStyles, type BinaryStyle } from './styles';
import { importProblem, nothingRead, type DroppedText, type Limits, type ReadFile } from '../../document';
import type { ParagraphMark } from '../../paragraphMarks';
import { present } from '../../proved';
import type { Block } from '../blocks';

import { bullet, type Numbering } from '../docxNumbering';
import { officeDocument } from '../provenance';
import { clean, findTitle } from '../wordDocument';

const word97 = 0xa5ec;
const encrypted = 0x0100;
const secondTable = 0x0200;

/** Where the head of the file says how long the parts of the text are, in the order of the text. */
const lengthsAt = {
	body: 0x4c,
	footnotes: 0x50,
	headers: 0x54,
	macros: 0x58,
	comments: 0x5c,
	endnotes: 0x60,
	boxes: 0x64,
};
/** Where it says where the tables are, each with its length behind. */
const tablesAt = { styles: 0xa2, characters: 0xfa, paragraphs: 0x102, pieces: 0x1a2, lists: 0x2e2, overrides: 0x2ea };
const shortestHead = 0x2f2;

/** Reads a .doc or .wps. What older programs wrote is told of as what is not read. */
export async function readDoc(bytes: Uint8Array, name: string, limits: Limits): Promise<ReadFile> {
	const file = openCompound(bytes);
	if (!file) return nothingRead('import.damaged', { reason: 'parts' });
	if (file.stream('EncryptedPackage')) return nothingRead('import.encrypted');
	const document = file.stream('WordDocument');
	const named = /\.(wps)$/i.test(name) ? 'wps' : 'doc';
	if (!document || document.length < shortestHead || viewOf(document).getUint16(0, true) !== word97)
		return nothingRead('import.format', { format: named });
	if ((viewOf(document).getUint16(0x0a, true) & encrypted) !== 0) return nothingRead('import.encrypted');
	await Promise.resolve();
	if (limits.signal?.aborted === true) return nothingRead('import.cancelled');
	return documentOf(file, document, limits);
}

function documentOf(file: CompoundFile, document: Uint8Array, limits: Limits): ReadFile {
	const head = viewOf(document);
	const table = file.stream((head.getUint16(0x0a, true) & secondTable) === 0 ? '0Table' : '1Table');
	if (!table) return nothingRead('import.damaged', { reason: 'parts' });
	const part = (at: number) => {
		const from = head.getUint32(at, true);
		return table.subarray(from, from + head.getUint32(at + 4, true));
	};
	const text = pieceText(document, part(tablesAt.pieces), limits.characters);
	if (text === 'large') return tooLong(limits);
	if (!text) return nothingRead('import.damaged', { reason: 'parts' });
	const word = new WordText(text, document, part(tablesAt.characters), part(tablesAt.paragraphs));
	const styles = binaryStyles(part(tablesAt.styles));
	const number = binaryNumbering(table, head.getUint32(tablesAt.lists, true), part(tablesAt.overrides));
	return answerOf(word, new Map(Object.entries(partsOf(head, text.text.length))), styles, number, limits);
}

/** Where each part of the text begins and ends. */
function partsOf(head: DataView, longest: number): Readonly<Record<string, readonly [start: number, end: number]>> {
	let start = 0;
	return Object.fromEntries(
		Object.entries(lengthsAt).map(([name, at]) => {
			const end = Math.min(longest, start + head.getUint32(at, true));
			const part = [start, end] as const;
			start = end;
			return [name, part];
		}),
	);
}

/** The text of the file with what is said of its characters and paragraphs. */
class WordText {
	private readonly unseen: Uint8Array;
	private readonly paragraphs: ReturnType<typeof paragraphRuns>;
	/** Whether there are tracked changes. */
	readonly changed: boolean;

	constructor(
		private readonly pieces: PieceText,
		document: Uint8Array,
		characters: Uint8Array,
		paragraphs: Uint8Array,
	) {
		const runs = hiddenRuns(document, characters);
		this.unseen = new Uint8Array(pieces.text.length);
		for (const { from, to, value } of pieces.stretches(runs)) this.unseen.fill(value === 'hidden' ? 1 : 2, from, to);
		this.changed = this.unseen.includes(2);
		this.paragraphs = paragraphRuns(document, paragraphs);
	}

	blocks([start, end]: readonly [number, number] = [0, 0]): readonly Block[] {
		return wordBlocks(
			this.pieces.text,
			start,
			end,
			at => this.unseen[at] !== 0,
			at => this.propertiesAt(at),
		);
	}

	/** Stretches that Word does not show, deleted ones not among them. */
	hidden([start, end]: readonly [number, number] = [0, 0]): readonly string[] {
		const found: string[] = [];
		for (let at = start; at < end; at++) {
			if (this.unseen[at] !== 1) continue;
			let to = at;
			while (to < end && this.unseen[to] === 1) to++;
			found.push(this.pieces.text.slice(at, to));
			at = to;
		}
		return found;
	}

	private propertiesAt(character: number): ParagraphProperties {
		const offset = this.pieces.offsetOf(character);
		const run = this.paragraphs[runAt(this.paragraphs, offset)];
		return run && run.from <= offset ? run.value : {};
	}
}

function answerOf(
	word: WordText,
	parts: ReadonlyMap<string, readonly [number, number]>,
	styles: readonly (BinaryStyle | undefined)[],
	number: Numbering,
	limits: Limits,
): ReadFile {
	const numbered = [...word.blocks(parts.get('body')), ...word.blocks(parts.get('boxes'))].map(block =>
		styled(block, styles),
	);
	const roles = new Map(
		styles.flatMap((style, i) => {
			if (!style) return [];
			return [[String(i), style] as const];
		}),
	);
	const titleAt = findTitle(numbered, roles);
	const dropped: DroppedText[] = textsOf(word.hidden(parts.get('body')), 'hidden');
	const paragraphs: string[] = [];
	const marks: ParagraphMark[] = [];
	let title = '';
	let characters = 0;
	for (const [i, block] of numbered.entries()) {
		const label = labelOf(block, number);
		const text = textOf(block, label);
		if (text === '') continue;
		characters += text.length;
		if (characters > limits.characters) return tooLong(limits);
		if (titleAt.has(i)) title += (/\w$/.test(title) && /^\w/.test(text) ? ' ' : '') + text;
		else if (roles.get(block.style)?.role === 'contents')
			dropped.push({ text, why: 'contents', after: paragraphs.length });
		else {
			paragraphs.push(text);
			marks.push({ ...markOf(block, roles.get(block.style)), ...(label === bullet && { item: true }) });
		}
	}
	const notes = ['footnotes', 'endnotes'].flatMap(name => word.blocks(parts.get(name)).map(block => block.text));
	dropped.push(...textsOf(notes, 'footnote', paragraphs.length));
	const document = officeDocument(paragraphs, dropped, present({ title: title || undefined }), marks);
	if (!document) return nothingRead('import.empty', { reason: 'nothing' });
	const changes = word.changed ? [importProblem('import.changes')] : [];
	return { documents: [{ ...document, problems: [...document.problems, ...changes] }], problems: [] };
}

/** What a block and its style say of the paragraph it becomes. */
function markOf({ table, outline = 9 }: Block, style: BinaryStyle | undefined): ParagraphMark {
	return present({ table, heading: outline < 9 ? outline + 1 : style?.level });
}

function tooLong({ characters }: Limits): ReadFile {
	return nothingRead('import.large', { what: 'characters', limit: characters });
}

/** A block with what its style says where it says nothing itself. */
function styled(block: Block, styles: readonly (BinaryStyle | undefined)[]): Block {
	if (block.kind === 'row') return block;
	const { properties = {} } = styles[Number(block.style)] ?? {};
	const id = block.list?.id ?? String(properties.list ?? 0);
	return {
		...block,
		centred: block.centred || properties.centred === true,
		...(id !== '0' && { list: { id, level: block.list?.level ?? properties.level ?? 0 } }),
	};
}

/** The number or the bullet that Word puts before a block. */
function labelOf({ text, list }: Block, number: Numbering): string {
	return list && text.trim() !== '' ? number(list.id, list.level) : '';
}

function textOf({ text }: Block, label: string): string {
	const prefix = label === bullet ? '' : label;
	return clean(prefix + (/[\w.)]$/.test(prefix) ? ' ' : '') + text);
}

function textsOf(texts: readonly string[], why: string, after?: number): DroppedText[] {
	return texts
		.map(clean)
		.filter(text => text !== '')
		.map(text => present({ text, why, after }));
}
