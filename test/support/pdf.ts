// PDF files made in memory: text at places on pages, in the kinds of fonts Chinese programs write; and files that break the rules.
// Must not read files.

/** Text at a place, points from the left and from the top of an A4 page (595 × 842). */
export interface Placed {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly size?: number;
	/** Turned by 45 degrees, as a watermark is. */
	readonly turned?: boolean;
}

/** `ucs2` and `gbk`: fonts that are not in the file, read through Adobe's maps; `identity`: numbers of glyphs with a map of its own. */
export type FontKind = 'ucs2' | 'gbk' | 'identity';

export interface PdfOptions {
	readonly font?: FontKind;
	readonly info?: Readonly<Record<string, string>>;
	/** Locked with a password nobody has. */
	readonly encrypted?: boolean;
	/** Objects besides or instead of those made here, by number; 1 is the catalogue, 2 the tree of pages, 3 the font, 10 + 2n the nth page and 11 + 2n its content. */
	readonly objects?: Readonly<Record<number, string | Uint8Array>>;
	readonly trailer?: string;
}

const latin = (text: string) => Uint8Array.from(text, c => c.charCodeAt(0));
const hex = (value: number, digits = 4) => value.toString(16).padStart(digits, '0');

let gbk: Map<string, string> | undefined;

/** A character as GBK has it, in hexadecimal. */
function gbkHex(character: string): string {
	if (!gbk) {
		gbk = new Map();
		const decoder = new TextDecoder('gbk');
		for (let lead = 0x81; lead <= 0xfe; lead++)
			for (let trail = 0x40; trail <= 0xfe; trail++)
				gbk.set(decoder.decode(Uint8Array.of(lead, trail)), hex(lead, 2) + hex(trail, 2));
	}
	return character < '\x80' ? hex(character.charCodeAt(0), 2) : (gbk.get(character) ?? '3f');
}

/** Shows a text: glyph numbers of the identity font are the code units turned round, so that nothing is readable without its map. */
function shown(text: string, font: FontKind): string {
	return [...text]
		.map(c => (font === 'gbk' ? gbkHex(c) : hex(font === 'identity' ? 0xffff - c.charCodeAt(0) : c.charCodeAt(0))))
		.join('');
}

function fonts(kind: FontKind, text: string): Readonly<Record<number, string | undefined>> {
	const encoding = { ucs2: 'UniGB-UCS2-H', gbk: 'GBK-EUC-H', identity: 'Identity-H' }[kind];
	const narrow = kind === 'identity' ? `/W [${hexRange()}]` : '/W [1 95 500 814 939 500]';
	const order =
		kind === 'identity'
			? '/Registry (Adobe) /Ordering (Identity) /Supplement 0'
			: '/Registry (Adobe) /Ordering (GB1) /Supplement 2';
	const pairs = [...new Set(text)].map(c => `<${shown(c, kind)}> <${hex(c.charCodeAt(0))}>`);
	const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${pairs.length} beginbfchar\n${pairs.join('\n')}\nendbfchar endcmap end end`;
	return {
		3: `<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/${encoding}/DescendantFonts[4 0 R]${kind === 'identity' ? '/ToUnicode 6 0 R' : ''}>>`,
		4: `<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<<${order}>>/DW 1000${narrow}/FontDescriptor 5 0 R>>`,
		5: '<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -141 1000 859]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 859/StemV 80>>',
		...(kind === 'identity' ? { 6: stream(map) } : {}),
	};
}

/** Widths of the glyphs of ASCII in the identity font. */
function hexRange(): string {
	return `${0xffff - 0x7e} ${0xffff - 0x20} 500`;
}

/** A stream object; `length` is what its dictionary says. */
export function stream(data: string, dictionary = '', length = data.length): string {
	return `<<${dictionary}/Length ${length}>>stream\n${data}\nendstream`;
}

/** A PDF of these pages. */
export function pdf(pages: readonly (readonly Placed[])[], options: PdfOptions = {}): Uint8Array<ArrayBuffer> {
	const font = options.font ?? 'ucs2';
	const objects: Record<number, string | Uint8Array | undefined> = {
		1: '<</Type/Catalog/Pages 2 0 R>>',
		2: `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${10 + 2 * i} 0 R`).join(' ')}]>>`,
		...fonts(
			font,
			pages
				.flat()
				.map(placed => placed.text)
				.join(''),
		),
	};
	pages.forEach((page, i) => {
		const content = page
			.map(
				({ text, x, y, size = 12, turned }) =>
					`BT /F1 ${size} Tf ${turned ? '0.7 0.7 -0.7 0.7' : '1 0 0 1'} ${x} ${842 - y} Tm <${shown(text, font)}> Tj ET`,
			)
			.join('\n');
		objects[10 + 2 * i] =
			`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${11 + 2 * i} 0 R>>`;
		objects[11 + 2 * i] = stream(content);
	});
	if (options.info)
		objects[7] = `<<${Object.entries(options.info)
			.map(([key, value]) => `/${key}<feff${[...value].map(c => hex(c.charCodeAt(0))).join('')}>`)
			.join('')}>>`;
	if (options.encrypted) objects[8] = `<</Filter/Standard/V 1/R 2/P -44/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>>>`;
	const trailer = `${options.info ? '/Info 7 0 R' : ''}${options.encrypted ? '/Encrypt 8 0 R/ID[<00><00>]' : ''}${options.trailer ?? ''}`;
	return assembled({ ...objects, ...options.objects }, trailer);
}

function assembled(
	objects: Readonly<Record<number, string | Uint8Array | undefined>>,
	trailer: string,
): Uint8Array<ArrayBuffer> {
	const chunks: Uint8Array[] = [latin('%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n')];
	let at = chunks[0]!.length;
	const places = new Map<number, number>();
	for (const [number, body] of Object.entries(objects)) {
		if (body === undefined) continue;
		places.set(Number(number), at);
		for (const chunk of [
			latin(`${number} 0 obj\n`),
			typeof body === 'string' ? latin(body) : body,
			latin('\nendobj\n'),
		]) {
			chunks.push(chunk);
			at += chunk.length;
		}
	}
	const count = Math.max(...places.keys()) + 1;
	const rows = Array.from({ length: count }, (_, n) =>
		places.has(n) ? `${String(places.get(n)).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n',
	);
	chunks.push(
		latin(
			`xref\n0 ${count}\n${rows.join('')}trailer\n<</Size ${count}/Root 1 0 R${trailer.replaceAll('XREF', String(at))}>>\nstartxref\n${at}\n%%EOF\n`,
		),
	);
	const result = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
	let offset = 0;
	for (const chunk of chunks) {
		result.set(chunk, offset);
		offset += chunk.length;
	}
	return result;
}

/** Paragraphs set in lines as a Chinese program sets them: first lines indented by two characters, `measure` characters to a line. */
export function typeset(
	paragraphs: readonly string[],
	{ x = 90, y = 120, size = 12, measure = 34, leading = 20, bottom = 740, indent = 2, byWidth = false } = {},
): Placed[][] {
	const pages: Placed[][] = [[]];
	let at = y;
	for (const paragraph of paragraphs) {
		const characters = [...paragraph];
		for (let first = true; characters.length > 0 || first; first = false) {
			if (at > bottom) {
				pages.push([]);
				at = y;
			}
			const room = first ? measure - indent : measure;
			pages.at(-1)!.push({
				text: characters.splice(0, byWidth ? fitting(characters, room) : room).join(''),
				x: x + (first ? indent * size : 0),
				y: at,
				size,
			});
			at += leading;
		}
	}
	return pages;
}

/** How many of the first characters have room, digits and Latin letters half as wide as others. */
function fitting(characters: readonly string[], room: number): number {
	let width = 0;
	for (const [i, character] of characters.entries()) {
		width += character < '\u0100' ? 0.5 : 1;
		if (width > room) return i;
	}
	return characters.length;
}
