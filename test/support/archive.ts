// ZIP archives and office files made in memory, honest ones and ones that lie about their sizes.
// Must not read files.
import { deflateSync } from 'fflate';
import { crc32 } from '../../src/core/documents/office/zip';

/** A part: its text or bytes, or what its headers are to claim besides. */
export interface Part {
	readonly data: string | Uint8Array;
	readonly stored?: boolean;
	/** Inflated size the headers name. */
	readonly size?: number;
	readonly crc?: number;
	readonly flags?: number;
}

/** An archive of parts in order (APPNOTE.TXT 4.3). */
export function archive(
	parts: readonly (readonly [name: string, part: string | Uint8Array | Part])[],
): Uint8Array<ArrayBuffer> {
	const chunks: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const [name, given] of parts) {
		const part: Part = typeof given === 'string' || given instanceof Uint8Array ? { data: given } : given;
		const data = typeof part.data === 'string' ? new TextEncoder().encode(part.data) : part.data;
		const packed = part.stored ? data : deflateSync(data);
		const title = new TextEncoder().encode(name);
		const head = new DataView(new ArrayBuffer(26));
		[20, (part.flags ?? 0) | 0x800, part.stored ? 0 : 8, 0, 0].forEach((value, i) =>
			head.setUint16(i * 2, value, true),
		);
		[part.crc ?? crc32(data), packed.length, part.size ?? data.length].forEach((value, i) =>
			head.setUint32(10 + i * 4, value, true),
		);
		head.setUint16(22, title.length, true);
		const common = new Uint8Array(head.buffer);
		chunks.push(Uint8Array.of(0x50, 0x4b, 3, 4), common, title, packed);
		const rest = new DataView(new ArrayBuffer(14));
		rest.setUint32(10, offset, true);
		directory.push(Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), common, new Uint8Array(rest.buffer), title);
		offset += 30 + title.length + packed.length;
	}
	const length = directory.reduce((sum, chunk) => sum + chunk.length, 0);
	const end = new DataView(new ArrayBuffer(22));
	end.setUint32(0, 0x06054b50, true);
	end.setUint16(8, parts.length, true);
	end.setUint16(10, parts.length, true);
	end.setUint32(12, length, true);
	end.setUint32(16, offset, true);
	return joined([...chunks, ...directory, new Uint8Array(end.buffer)]);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const result = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
	let at = 0;
	for (const chunk of chunks) {
		result.set(chunk, at);
		at += chunk.length;
	}
	return result;
}

const relations =
	'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A .docx with this body (WordprocessingML) and other parts by name. */
export function docx(
	body: string,
	others: Readonly<Record<string, string | Uint8Array | Part>> = {},
): Uint8Array<ArrayBuffer> {
	return archive([
		['[Content_Types].xml', '<Types/>'],
		['_rels/.rels', relations],
		[
			'word/document.xml',
			`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${namespace}><w:body>${body}</w:body></w:document>`,
		],
		...Object.entries(others),
	]);
}

/** A paragraph of WordprocessingML; `properties` go into its `w:pPr`. */
export function paragraph(text: string, properties = ''): string {
	return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** An .xlsx whose first sheet has this `sheetData`, and shared strings (inner XML of each `si`). */
export function xlsx(
	rows: string,
	strings: readonly string[] = [],
	others: Readonly<Record<string, string | Uint8Array | Part>> = {},
): Uint8Array<ArrayBuffer> {
	return archive([
		['[Content_Types].xml', '<Types/>'],
		['_rels/.rels', relations.replace('word/document.xml', 'xl/workbook.xml')],
		[
			'xl/workbook.xml',
			'<workbook xmlns:r="x"><sheets><sheet name="提法" sheetId="7" r:id="rId3"/><sheet name="别的" sheetId="8" r:id="rId4"/></sheets></workbook>',
		],
		[
			'xl/_rels/workbook.xml.rels',
			'<Relationships><Relationship Id="rId4" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Target="worksheets/sheet1.xml"/></Relationships>',
		],
		['xl/worksheets/sheet1.xml', `<worksheet><sheetData>${rows}</sheetData></worksheet>`],
		['xl/sharedStrings.xml', `<sst>${strings.map(text => `<si>${text}</si>`).join('')}</sst>`],
		...Object.entries(others),
	]);
}
