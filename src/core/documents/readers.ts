// All readers of formats together, with the libraries some of them need: to be loaded only when something is
// imported.

import { readDoc } from './office/binary/doc';
import { readDocx } from './office/docx';
import { readHtml } from './html/html';
import { readMhtml } from './html/mhtml';
import { plainReaders, type Readers } from './importer';
import { readOfd } from './ofd/ofd';
import { createPdfReader } from './pdf/pdf';
import { readTableDocument } from './table/tableDocument';

/** `maps`: the character maps PDFs in Chinese need, as the build packs them: hexadecimal by name. */
export function createDocumentReaders(maps: Readonly<Record<string, string>>): Readers {
	return {
		...plainReaders,
		html: readHtml,
		mhtml: readMhtml,
		doc: readDoc,
		docx: readDocx,
		ofd: readOfd,
		table: readTableDocument,
		pdf: createPdfReader(name => unpacked(Object.hasOwn(maps, name) ? maps[name] : undefined)),
	};
}

function unpacked(hexadecimal: string | undefined): Uint8Array | undefined {
	if (hexadecimal === undefined) return undefined;
	const bytes = new Uint8Array(hexadecimal.length / 2);
	return bytes.map((_, at) => parseInt(hexadecimal.slice(at * 2, at * 2 + 2), 16));
}
