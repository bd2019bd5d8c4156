// A Word file (.docx) → the document with its paragraphs, headings and table rows; notes and what Word hides are
// given back apart.

import type { Body } from './blocks';
import { readBody } from './docxBody';
import { importProblem, nothingRead, type Limits, type ReadFile } from '../document';
import { decoder } from '../encoding';
import { withEmbedded, type Expanded } from './embedded';
import { repeats, wordDocument } from './wordDocument';
import { attribute, readXml, xmlText } from './xml';
import { isZip, openZip, zipLimits, type Zip, type ZipFault } from './zip';

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
	const folder = main.slice(0, main.lastIndexOf('/') + 1);
	const expanded = await withEmbedded(body.blocks, zip, folder, limits, depth > 0 ? readNothing : readInner);
	return answerOf({ ...body, blocks: expanded.blocks }, expanded, zip, folder, limits);
}

function tooMuch({ characters }: Limits, size?: number): ReadFile {
	return nothingRead('import.large', {
		what: 'characters',
		limit: characters,
		...(size !== undefined && { size }),
	});
}

/** The document of a body with its embedded parts, and what there is to say of it. */
function answerOf(body: Body, { unread, dropped }: Expanded, zip: Zip, folder: string, limits: Limits): ReadFile {
	const document = wordDocument(body, zip, folder, limits);
	if (document === 'large') return tooMuch(limits);
	const partial =
		unread.length > 0 ? [importProblem('import.partial', { reason: 'embedded', names: unread.join(' ') })] : [];
	if (!document && partial.length > 0) return { documents: [], problems: partial };
	if (!document) return nothingRead('import.empty', { reason: body.pictures > 0 ? 'scanned' : 'nothing' });
	const problems = [...document.problems, ...partial, ...(body.changed ? [importProblem('import.changes')] : [])];
	return { documents: [{ ...document, dropped: [...document.dropped, ...dropped], problems }], problems: [] };
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
