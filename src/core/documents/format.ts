// Which format a file has, told by its first bytes and then by its name.

export type Format = 'text' | 'markdown' | 'json' | 'html' | 'mhtml' | 'docx' | 'doc' | 'ofd' | 'pdf' | 'table';

/** Endings this reads; folders are searched for these. */
const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
	['txt', 'text'],
	['text', 'text'],
	['log', 'text'],
	['md', 'markdown'],
	['markdown', 'markdown'],
	['json', 'json'],
	['jsonl', 'json'],
	['ndjson', 'json'],
	['html', 'html'],
	['htm', 'html'],
	['xhtml', 'html'],
	['shtml', 'html'],
	['mht', 'mhtml'],
	['mhtml', 'mhtml'],
	['docx', 'docx'],
	['docm', 'docx'],
	['doc', 'doc'],
	['dot', 'doc'],
	['wps', 'doc'],
	['wpt', 'doc'],
	['ofd', 'ofd'],
	['pdf', 'pdf'],
	['csv', 'table'],
	['tsv', 'table'],
	['xlsx', 'table'],
]);

/** The ending of a name, lower case, without the dot. */
function ending(name: string): string {
	return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Documents that nothing here reads: in a folder they are named, with what to do about them. */
const unread: ReadonlySet<string> = new Set(['rtf', 'odt', 'ceb', 'caj']);
/** Pictures may be scanned pages; those of a saved page lie in a folder of their own. */
const pictures: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'tif', 'tiff', 'bmp']);
const ofPage = /(?:^|[\\/])[^\\/]*[_.]files[\\/]/i;

/** Whether a file in a folder is worth opening; one that a person names is opened whatever it is called. */
export function isImportable(name: string): boolean {
	const end = ending(name);
	if (/(?:^|\/)\./.test(name) || /(?:^|\/)~\$/.test(name)) return false;
	return formats.has(end) || unread.has(end) || (pictures.has(end) && !ofPage.test(name));
}

const pdf = [0x25, 0x50, 0x44, 0x46];
const zip = [0x50, 0x4b, 0x03, 0x04];
/** Compound files of Microsoft: what Word wrote before 2007, and WPS; a .docx with a password is packed into one. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];

/** ZIP files that are no Word document by their ending. */
const otherPackages: ReadonlySet<string> = new Set(['pptx', 'epub', 'zip']);

/** What old or other programs call their files; said to the person so that they can save them anew. */
const otherSignatures: readonly (readonly [string, readonly number[]])[] = [
	['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
	['image', [0x89, 0x50, 0x4e, 0x47]],
	['image', [0xff, 0xd8, 0xff]],
	['image', [0x47, 0x49, 0x46, 0x38]],
	['gzip', [0x1f, 0x8b]],
	['7z', [0x37, 0x7a, 0xbc, 0xaf]],
	['rar', [0x52, 0x61, 0x72, 0x21]],
	['program', [0x7f, 0x45, 0x4c, 0x46]],
	['program', [0x4d, 0x5a, 0x90]],
	['image', [0x49, 0x49, 0x2a, 0x00]],
	['image', [0x4d, 0x4d, 0x00, 0x2a]],
	['image', [0x42, 0x4d]],
	['caj', [0x43, 0x41, 0x4a]],
	['caj', [0x4b, 0x44, 0x48]],
];

function packageFormat(named: string): FileFormat {
	if (named === 'ofd' || named === 'xlsx') return { format: formats.get(named) ?? 'docx' };
	return otherPackages.has(named) ? { other: named } : { format: 'docx' };
}

/** Compound files that are no texts, by their ending. */
const otherCompounds: ReadonlySet<string> = new Set([
	'xls',
	'et',
	'ett',
	'ppt',
	'dps',
	'msg',
	'msi',
	'vsd',
	'mpp',
	'ofd',
]);

function compoundFormat(named: string): FileFormat {
	return otherCompounds.has(named) ? { other: named } : { format: 'doc' };
}

/** The format, or the name of one that nothing here reads (rtf, xlsx, image, mhtml …). */
export type FileFormat = { readonly format: Format } | { readonly other: string };

/** What a file is, by its first bytes and then by its name. */
export function formatOf(bytes: Uint8Array, name: string): FileFormat {
	const begins = (signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);
	const named = ending(name);
	if (begins(pdf)) return { format: 'pdf' };
	if (begins(zip)) return packageFormat(named);
	if (begins(compound)) return compoundFormat(named);
	if (named === 'ceb' || named === 'caj') return { other: named };
	const other = otherSignatures.find(([, signature]) => begins(signature));
	return other ? { other: other[0] } : textFormat(bytes, formats.get(named) ?? 'text');
}

const htmlStart =
	/^[^\w<]{0,8}\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,400}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i;

/** What a file of text is; `named`: what its name says. Programs write pages and text under the name of a .doc too. */
function textFormat(bytes: Uint8Array, named: Format): FileFormat {
	let head = '';
	for (const byte of bytes.subarray(0, 1024)) head += byte === 0 ? '' : String.fromCharCode(byte);
	if (/^(?:From: |MIME-Version:)/im.test(head) && /Content-Type: *multipart\/related/i.test(head))
		return { format: 'mhtml' };
	const plain = named === 'doc' ? 'text' : named;
	return { format: plain === 'text' && htmlStart.test(head) ? 'html' : plain };
}
