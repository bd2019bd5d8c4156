// Parts of other formats that a Word file takes in whole (altChunk, ECMA-376 part 1, 17.17.2) → blocks in their place.

import type { Block } from './blocks';
import type { DroppedText, ImportedDocument, Limits, ReadFile } from '../document';
import { readHtmlWhole } from '../html/html';
import { readMhtml } from '../html/mhtml';
import { decodeWithin } from '../plain/text';
import { cleanText } from '../plain/paragraphs';
import { tableAt } from '../../text/layout/layout';
import { attribute, readXml, xmlText } from './xml';
import type { Zip } from './zip';

/**
 * Blocks with the embedded parts in their places, what those parts have that is no block, and the names of those that
 * could not be read.
 */
export interface Expanded {
	readonly blocks: readonly Block[];
	readonly dropped: readonly DroppedText[];
	readonly unread: readonly string[];
}

/** At most so many parts are read. */
const mostParts = 50;

/** `folder`: that of the main part; `readWord` reads an embedded Word file. */
export async function withEmbedded(
	blocks: readonly Block[],
	zip: Zip,
	folder: string,
	limits: Limits,
	readWord: (bytes: Uint8Array, name: string, limits: Limits) => Promise<ReadFile>,
): Promise<Expanded> {
	if (!blocks.some(block => block.embedded !== undefined)) return { blocks, dropped: [], unread: [] };
	const targets = targetsOf(zip, folder, limits);
	const all: Block[] = [];
	const dropped: DroppedText[] = [];
	const unread: string[] = [];
	let parts = 0;
	for (const block of blocks) {
		if (block.embedded === undefined) {
			all.push(block);
			continue;
		}
		const name = targets.get(block.embedded) ?? block.embedded;
		const bytes = ++parts > mostParts ? 'large' : zip.read(name, limits.signal);
		const read = typeof bytes === 'string' ? undefined : await readPart(bytes, name, limits, readWord);
		const document = read?.documents[0];
		if (!document) unread.push(name.replace(/^.*\//, ''));
		else {
			all.push(...blocksOf(document));
			dropped.push(...apartFrom(document));
		}
	}
	return { blocks: all, dropped, unread };
}

/** The title of a part, its paragraphs, and its tables as tables. */
function blocksOf({ source, paragraphs, layout }: ImportedDocument): readonly Block[] {
	const { title } = source;
	const head: readonly Block[] = title === undefined ? [] : [{ text: title, ...plain, centred: true }];
	const body = paragraphs.map((text, i): Block => {
		const table = tableAt(layout, i + 1);
		return { text, ...plain, ...(table && { kind: 'row', table }) };
	});
	return [...head, ...body];
}

const plain = { kind: 'paragraph', style: '', centred: false } as const;

/** What a part has besides its paragraphs: its notes, what it does not show; not what is said of its file. */
function apartFrom({ layout, dropped }: ImportedDocument): readonly DroppedText[] {
	const notes = (layout?.notes ?? []).map(({ text }) => ({ text, why: 'footnote' }));
	return [...notes, ...dropped.filter(({ why }) => why !== 'properties').map(({ text, why }) => ({ text, why }))];
}

/** A text of which every line is a paragraph. */
function readLines(bytes: Uint8Array, limits: Limits): ReadFile {
	const decoded = decodeWithin(bytes, limits);
	if ('documents' in decoded) return decoded;
	const paragraphs = cleanText(decoded.text)
		.split(/\r\n?|\n/)
		.filter(line => line.trim() !== '');
	return { documents: [{ source: {}, paragraphs, dropped: [], problems: [] }], problems: [] };
}

async function readPart(
	bytes: Uint8Array,
	name: string,
	limits: Limits,
	readWord: (bytes: Uint8Array, name: string, limits: Limits) => Promise<ReadFile>,
): Promise<ReadFile | undefined> {
	const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
	switch (ending) {
		case 'htm':
		case 'html':
		case 'xhtml':
			return readHtmlWhole(bytes, name, limits);
		case 'mht':
		case 'mhtml':
			return readMhtml(bytes, name, limits, readHtmlWhole);
		case 'txt':
			return readLines(bytes, limits);
		case 'docx':
			return readWord(bytes, name, limits);
		default:
			return undefined;
	}
}

/** Names of the parts that the main part's relations lead to, by id. */
function targetsOf(zip: Zip, folder: string, limits: Limits): ReadonlyMap<string, string> {
	const targets = new Map<string, string>();
	const relations = zip.read(`${folder}_rels/document.xml.rels`, limits.signal);
	if (typeof relations === 'string') return targets;
	readXml(xmlText(relations), {
		open: (_, attributes) => {
			const [id, target] = [attribute(attributes, 'Id'), attribute(attributes, 'Target')];
			if (id === undefined || target === undefined || attribute(attributes, 'TargetMode') === 'External') return;
			targets.set(id, target.startsWith('/') ? target.slice(1) : `${folder}${target}`);
		},
		close: () => undefined,
		text: () => undefined,
	});
	return targets;
}
