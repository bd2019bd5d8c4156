// Parts of other formats that a Word file takes in whole (altChunk, ECMA-376 part 1, 17.17.2) → blocks in their place.

import type { Block } from './blocks';
import type { Limits, ReadFile } from '../document';
import { readHtml } from '../html/html';
import { readMhtml } from '../html/mhtml';
import { readText } from '../plain/text';
import { attribute, readXml, xmlText } from './xml';
import type { Zip } from './zip';

/** Blocks with the embedded parts in their places, and the names of those that could not be read. */
export interface Expanded {
	readonly blocks: readonly Block[];
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
	if (!blocks.some(block => block.embedded !== undefined)) return { blocks, unread: [] };
	const targets = targetsOf(zip, folder, limits);
	const all: Block[] = [];
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
			const { title } = document.source;
			if (title !== undefined) all.push({ text: title, kind: 'paragraph', style: '', centred: true });
			for (const text of document.paragraphs) all.push({ text, kind: 'paragraph', style: '', centred: false });
		}
	}
	return { blocks: all, unread };
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
			return readHtml(bytes, name, limits);
		case 'mht':
		case 'mhtml':
			return readMhtml(bytes, name, limits);
		case 'txt':
			return readText(bytes, name, limits);
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
