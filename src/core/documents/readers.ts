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

/** `maps`: the character maps PDFs in Chinese need, as the build packs them: base64 by name. */
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

function unpacked(base64: string | undefined): Uint8Array | undefined {
	if (base64 === undefined) return undefined;
	const { atob } = globalThis as unknown as { atob(text: string): string };
	return Uint8Array.from(atob(base64), character => character.charCodeAt(0));
}
