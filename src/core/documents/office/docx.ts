// A Word file (.docx) → the document with its paragraphs, headings and table rows; notes and what Word hides are
// given back apart.

import { readBody, type Block, type Body } from './docxBody';
import { readNotes } from './docxNotes';
import { readNumbering } from './docxNumbering';
import { readProperties, readStyles, type Style } from './docxParts';
import {
	importProblem,
	nothingRead,
	type DroppedText,
	type ImportedDocument,
	type Limits,
	type ReadFile,
} from '../document';
import { decoder } from '../encoding';
import { withEmbedded } from './embedded';
import { numberOfLine } from '../official/documentNumber';
import { officeDocument } from './provenance';
import { present } from '../proved';
import { attribute, readXml, xmlText } from './xml';
import { isZip, openZip, zipLimits, type Zip, type ZipFault } from './zip';

/**
 * How often the text of a document may be put together on the way to its paragraphs: tables within each other repeat
 * it.
 */
const repeats = 4;

/** Reads a .docx. Old and encrypted files (an OLE container) are told apart from damaged ones. */
export function readDocx(bytes: Uint8Array, _name: string, limits: Limits): Promise<ReadFile> {
	return readWord(bytes, limits, 0);
}

const readInner = (bytes: Uint8Array, _name: string, limits: Limits) => readWord(bytes, limits, 1);
/** Files within files within files are not gone into. */
const readNothing = () => Promise.resolve<ReadFile>({ documents: [], problems: [] });

async function readWord(bytes: Uint8Array, limits: Limits, depth: number): Promise<ReadFile> {
	const zip = openOffice(bytes, limits);
	if ('documents' in zip) return zip;
	const main = mainPart(zip, limits);
	if (main === undefined) return nothingRead('import.format', { format: otherOffice(zip) });
	const xml = zip.read(main, limits.signal);
	if (typeof xml === 'string') return refused(xml);
	const body = readBody(xmlText(xml), limits.characters * repeats);
	if (body === 'large') return tooMuch(limits);
	if (typeof body === 'string') return nothingRead('import.damaged', { reason: body === 'dtd' ? 'dtd' : 'xml' });
	await Promise.resolve();
	if (limits.signal?.aborted) return nothingRead('import.cancelled');
	const size = body.blocks.reduce((sum, block) => sum + block.text.length, 0);
	if (size > limits.characters) return tooMuch(limits, size);
	const folder = main.replace(/[^/]*$/, '');
	const { blocks, unread } = await withEmbedded(body.blocks, zip, folder, limits, depth > 0 ? readNothing : readInner);
	return answerOf({ ...body, blocks }, unread, zip, folder, limits);
}

function tooMuch({ characters }: Limits, size?: number): ReadFile {
	return nothingRead('import.large', {
		what: 'characters',
		limit: characters,
		...(size !== undefined && { size }),
	});
}

/** The document of a body, and what there is to say of it; `unread`: embedded parts that were not. */
function answerOf(body: Body, unread: readonly string[], zip: Zip, folder: string, limits: Limits): ReadFile {
	const document = assemble(body, zip, folder, limits);
	if (document === 'large') return tooMuch(limits);
	const partial =
		unread.length > 0 ? [importProblem('import.partial', { reason: 'embedded', names: unread.join(' ') })] : [];
	if (!document && partial.length > 0) return { documents: [], problems: partial };
	if (!document) return nothingRead('import.empty', { reason: body.pictures > 0 ? 'scanned' : 'nothing' });
	const problems = [...document.problems, ...partial, ...(body.changed ? [importProblem('import.changes')] : [])];
	return { documents: [{ ...document, problems }], problems: [] };
}

/** The archive of an office file, or the answer for one that is none; `old` names the format such files had before. */
export function openOffice(bytes: Uint8Array, limits: Limits, old = 'doc'): Zip | ReadFile {
	if (bytes.length > limits.bytes)
		return nothingRead('import.large', { what: 'bytes', limit: limits.bytes, size: bytes.length });
	if (bytes.length === 0) return nothingRead('import.empty', { reason: 'nothing' });
	if (isCompound(bytes))
		return encryptedPackage(bytes) ? nothingRead('import.encrypted') : nothingRead('import.format', { format: old });
	if (!isZip(bytes)) return nothingRead('import.damaged', { reason: 'zip' });
	const zip = openZip(bytes, { ...zipLimits, part: limits.bytes });
	return typeof zip === 'string' ? refused(zip) : zip;
}

/** What a fault of an archive is to a person. */
export function refused(fault: ZipFault): ReadFile {
	switch (fault) {
		case 'encrypted':
			return nothingRead('import.encrypted');
		case 'large':
			return nothingRead('import.large', { what: 'unpacked' });
		case 'cancelled':
			return nothingRead('import.cancelled');
		case 'path':
			return nothingRead('import.damaged', { reason: 'path' });
		case 'missing':
			return nothingRead('import.damaged', { reason: 'parts' });
		case 'damaged':
			return nothingRead('import.damaged', { reason: 'zip' });
	}
}

/** An OLE compound file ([MS-CFB] 2.2): Word before 2007, WPS, or a newer file with a password. */
function isCompound(bytes: Uint8Array): boolean {
	return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => bytes[i] === byte);
}

/**
 * Whether a compound file holds an encrypted document ([MS-OFFCRYPTO] 2.3.4.4): the name of that stream stands in its
 * directory, in UTF-16.
 */
function encryptedPackage(bytes: Uint8Array): boolean {
	const name = [...'EncryptedPackage'].map(c => c + '\0').join('');
	const text = (from: number, to: number) => decoder('latin1').decode(bytes.subarray(from, to));
	for (let at = 0; at < bytes.length; at += 1 << 20)
		if (text(at, at + (1 << 20) + name.length).includes(name)) return true;
	return false;
}

/** The name of the part with the text, as the package's relations give it. */
function mainPart(zip: Zip, limits: Limits): string | undefined {
	const relations = zip.read('_rels/.rels', limits.signal);
	let name = 'word/document.xml';
	if (typeof relations !== 'string') {
		readXml(xmlText(relations), {
			open: (_, attributes) => {
				if (attribute(attributes, 'Type')?.endsWith('/officeDocument'))
					name = attribute(attributes, 'Target')?.replace(/^\//, '') ?? name;
			},
			close: () => undefined,
			text: () => undefined,
		});
	}
	return name.startsWith('word/') && zip.names.includes(name) ? name : undefined;
}

function otherOffice(zip: Zip): string {
	if (zip.names.some(name => name.startsWith('xl/'))) return 'xlsx';
	if (zip.names.some(name => name.startsWith('ppt/'))) return 'pptx';
	return zip.names.includes('content.xml') ? 'odt' : 'zip';
}

/** The document; `large` where numbers of lists and notes make more text of it than a document may have. */
function assemble(body: Body, zip: Zip, folder: string, limits: Limits): ImportedDocument | undefined | 'large' {
	const part = (name: string) => {
		const bytes = zip.read(name, limits.signal);
		return typeof bytes === 'string' ? '' : xmlText(bytes);
	};
	const styles = readStyles(part(`${folder}styles.xml`));
	const number = readNumbering(part(`${folder}numbering.xml`));
	const properties = readProperties(part('docProps/core.xml'));
	const dropped: DroppedText[] = body.hidden.filter(text => text.trim() !== '').map(text => ({ text, why: 'hidden' }));
	const paragraphs: string[] = [];
	const titleAt = findTitle(body.blocks, styles);
	let title = '';
	let characters = 0;
	for (const [i, block] of body.blocks.entries()) {
		const style = styles.get(block.style);
		const list = block.list ?? style?.list;
		const prefix = list && block.text.trim() !== '' ? number(list.id, list.level) : '';
		const text = clean(prefix + (/[\w.)]$/.test(prefix) ? ' ' : '') + block.text);
		if (text === '') continue;
		characters += text.length;
		if (characters > limits.characters) return 'large';
		if (titleAt.has(i)) title += (/\w$/.test(title) && /^\w/.test(text) ? ' ' : '') + text;
		else if (style?.role === 'contents') dropped.push({ text, why: 'contents', after: paragraphs.length });
		else paragraphs.push(text);
	}
	dropped.push(...notesOf(body, part, folder, paragraphs.length, limits));
	return officeDocument(
		paragraphs,
		dropped,
		present({
			title: title || undefined,
			property: properties.title,
			creator: properties.creator,
			created: properties.created,
		}),
	);
}

/** Spaces as one, no invisible characters; a paragraph's first indentation is none of its text. */
export function clean(text: string): string {
	return text
		.replace(/[\u200B\u2060\uFEFF\u00AD]/g, '')
		.replace(/[\s\u00A0\u3000]+/g, ' ')
		.trim();
}

/**
 * Blocks that are the title: those with Word's style for it; else the centred lines at the very top, the heads of
 * official papers (标题分一行或多行居中排布, GB/T 9704-2012 7.3.1); else a heading that nothing stands before.
 */
export function findTitle(
	blocks: readonly Block[],
	styles: ReadonlyMap<string, Pick<Style, 'role'>>,
): ReadonlySet<number> {
	const filled = blocks
		.map((block, i) => ({ block, i, role: styles.get(block.style)?.role }))
		.filter(({ block }) => block.text.trim() !== '');
	const styled = filled.slice(0, 20).find(({ role }) => role === 'title');
	if (styled) return new Set([styled.i]);
	const found = new Set<number>();
	for (const { block, i } of filled.slice(0, 3)) {
		const text = block.text.trim();
		if (
			!block.centred ||
			block.kind === 'row' ||
			text.length > 60 ||
			/[。；;]$/.test(text) ||
			/^[（(—\-\d]/.test(text) ||
			numberOfLine(text) !== undefined
		)
			break;
		found.add(i);
	}
	const first = filled[0];
	if (
		found.size === 0 &&
		first &&
		filled.length > 1 &&
		(first.role === 'heading' || first.block.outline === 0) &&
		!/^[一二三四五六七八九十第（(\d]/.test(first.block.text.trim())
	)
		found.add(first.i);
	return found;
}

/** The notes that are referred to, in order, each once. */
function notesOf(
	body: Body,
	part: (name: string) => string,
	folder: string,
	after: number,
	limits: Limits,
): DroppedText[] {
	const found: DroppedText[] = [];
	const texts = new Map<string, ReadonlyMap<string, string>>();
	const read = new Set<string>();
	for (const { kind, id } of body.notes) {
		if (read.has(`${kind} ${id}`)) continue;
		read.add(`${kind} ${id}`);
		const notes = texts.get(kind) ?? readNotes(part(`${folder}${kind}s.xml`), limits.characters * repeats);
		texts.set(kind, notes);
		const text = clean(notes.get(id) ?? '');
		if (text !== '') found.push({ text, why: 'footnote', after });
	}
	return found;
}
