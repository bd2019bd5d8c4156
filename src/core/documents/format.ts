// Which format a file has, told by its first bytes and then by its name.

export type Format = 'text' | 'markdown' | 'json' | 'html' | 'docx' | 'pdf';

/** Endings this reads; folders are searched for these. */
const endings: Readonly<Record<string, Format>> = {
	txt: 'text',
	text: 'text',
	log: 'text',
	md: 'markdown',
	markdown: 'markdown',
	json: 'json',
	jsonl: 'json',
	ndjson: 'json',
	html: 'html',
	htm: 'html',
	xhtml: 'html',
	shtml: 'html',
	docx: 'docx',
	docm: 'docx',
	pdf: 'pdf',
};

/** The ending of a name, lower case, without the dot. */
function ending(name: string): string {
	return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Whether a file in a folder is worth opening; one that a person names is opened whatever it is called. */
export function isImportable(name: string): boolean {
	return Object.hasOwn(endings, ending(name)) && !/(?:^|\/)\./.test(name);
}

/** What old or other programs call their files; said to the person so that they can save them anew. */
const others: readonly (readonly [string, readonly number[]])[] = [
	['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
	['image', [0x89, 0x50, 0x4e, 0x47]],
	['image', [0xff, 0xd8, 0xff]],
	['image', [0x47, 0x49, 0x46, 0x38]],
	['gzip', [0x1f, 0x8b]],
	['7z', [0x37, 0x7a, 0xbc, 0xaf]],
	['rar', [0x52, 0x61, 0x72, 0x21]],
	['program', [0x7f, 0x45, 0x4c, 0x46]],
	['program', [0x4d, 0x5a, 0x90]],
	['caj', [0x43, 0x41, 0x4a]],
];

/** The format, or the name of one that nothing here reads (doc, wps, xlsx, image, mhtml …). */
export function formatOf(bytes: Uint8Array, name: string): { readonly format: Format } | { readonly other: string } {
	const begins = (magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);
	const named = ending(name);
	if (begins([0x25, 0x50, 0x44, 0x46])) return { format: 'pdf' };
	if (begins([0x50, 0x4b, 0x03, 0x04]))
		return named === 'xlsx' || named === 'pptx' || named === 'epub' || named === 'ofd' || named === 'zip'
			? { other: named }
			: { format: 'docx' };
	if (begins([0xd0, 0xcf, 0x11, 0xe0]))
		return named === 'docx' ? { format: 'docx' } : { other: named === '' ? 'doc' : named };
	const other = others.find(([, magic]) => begins(magic));
	if (other) return { other: other[0] };
	const format = Object.hasOwn(endings, named) ? endings[named]! : undefined;
	let head = '';
	for (const byte of bytes.subarray(0, 1024)) head += byte === 0 ? '' : String.fromCharCode(byte);
	if (/^(?:From: |MIME-Version:)/im.test(head) && /Content-Type: *multipart\/related/i.test(head))
		return { other: 'mhtml' };
	if (format === 'text' || format === undefined)
		return {
			format:
				/^[^\w<]{0,8}\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,400}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(
					head,
				)
					? 'html'
					: 'text',
		};
	return { format };
}
