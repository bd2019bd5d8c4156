// Binary Word files (.doc) made in memory: a compound file with the streams of [MS-DOC], as small as programs read them.
// Must not read files.

/** A paragraph, or the end of a cell or of a row. */
export interface BinaryParagraph {
	readonly text: string;
	/** Where it stands: in a cell it ends, or as the end of a row. */
	readonly cell?: 'end' | 'row';
	readonly centred?: boolean;
	/** Whether it is counted 一、二、… */
	readonly counted?: boolean;
	readonly style?: number;
}

/** What else the file has. */
export interface BinaryExtras {
	/** Characters of the body (half-open) that are deleted in tracked changes, or hidden. */
	readonly deleted?: readonly [from: number, to: number];
	readonly hidden?: readonly [from: number, to: number];
	readonly footnotes?: string;
	readonly magic?: number;
	readonly flags?: number;
}

const sector = 512;
/** Where the text begins in its stream; properties follow it. */
const textAt = 1024;

const u16 = (n: number) => [n & 0xff, (n >> 8) & 0xff];
const u32 = (n: number) => [...u16(n & 0xffff), ...u16((n / 0x10000) & 0xffff)];
const utf16 = (text: string) => [...text].flatMap(c => u16(c.charCodeAt(0)));

/** A file of paragraphs, in two bytes a character. */
export function binaryWord(paragraphs: readonly BinaryParagraph[], extras: BinaryExtras = {}): Uint8Array<ArrayBuffer> {
	const notes = extras.footnotes === undefined ? '' : `\u0002${extras.footnotes}\r`;
	const texts = paragraphs.map(one => one.text + (one.cell === undefined ? '\r' : '\u0007'));
	const body = texts.join('');
	const text = body + notes;
	const ends = texts.map((_, i) => textAt + texts.slice(0, i + 1).join('').length * 2);
	const firstPage = Math.ceil((textAt + text.length * 2) / sector);
	const pages = paragraphs.map((one, i) =>
		page(
			[i === 0 ? textAt : (ends[i - 1] ?? 0), ends[i] ?? 0],
			[...[400 >> 1].flatMap(half => [half, ...new Array<number>(12).fill(0)])],
			paragraphBytes(one),
		),
	);
	const runs = (['deleted', 'hidden'] as const).flatMap(kind => {
		const [from, to] = extras[kind] ?? [0, 0];
		if (from === to) return [];
		const said = kind === 'deleted' ? [...u16(0x0800), 1] : [...u16(0x083c), 1];
		return [page([textAt + from * 2, textAt + to * 2], [400 >> 1], [said.length, ...said])];
	});
	const table = tables(text, pages.length, runs.length, firstPage);
	const head = new Uint8Array(textAt);
	const put = (at: number, bytes: readonly number[]) => head.set(bytes, at);
	put(0, u16(extras.magic ?? 0xa5ec));
	put(0x0a, u16(0x0200 | (extras.flags ?? 0)));
	put(0x4c, u32(body.length));
	put(0x50, u32(notes.length));
	for (const [at, [from, length]] of table.places) put(at, [...u32(from), ...u32(length)]);
	const document = [...head, ...utf16(text)];
	while (document.length < firstPage * sector) document.push(0);
	document.push(...pages.flat(), ...runs.flat());
	return compound([
		['WordDocument', document],
		['1Table', table.bytes],
	]);
}

/** A page of properties of one run: where it begins and ends, where its properties lie, and they. */
function page([from, to]: readonly [number, number], places: readonly number[], said: readonly number[]): number[] {
	const bytes = new Array<number>(sector).fill(0);
	[...u32(from), ...u32(to), ...places].forEach((byte, i) => (bytes[i] = byte));
	said.forEach((byte, i) => (bytes[400 + i] = byte));
	bytes[sector - 1] = 1;
	return bytes;
}

function paragraphBytes({ cell, centred, counted, style }: BinaryParagraph): number[] {
	const said = [
		...u16(style ?? 0),
		...(cell === undefined ? [] : [...u16(0x2416), 1]),
		...(cell === 'row' ? [...u16(0x2417), 1] : []),
		...(centred === true ? [...u16(0x2461), 1] : []),
		...(counted === true ? [...u16(0x260a), 0, ...u16(0x460b), ...u16(1)] : []),
	];
	const odd = said.length % 2 === 1;
	return odd ? [(said.length + 1) / 2, ...said] : [0, said.length / 2, ...said];
}

type Places = ReadonlyMap<number, readonly [from: number, length: number]>;

function tables(text: string, paragraphs: number, runs: number, firstPage: number) {
	const bytes: number[] = [];
	const places = new Map<number, readonly [number, number]>();
	const add = (at: number, part: readonly number[], length = part.length) => {
		places.set(at, [bytes.length, length]);
		bytes.push(...part);
	};
	const named = (count: number, first: number) => [
		...Array.from({ length: count + 1 }, (_, i) => u32(textAt + i)).flat(),
		...Array.from({ length: count }, (_, i) => u32(first + i)).flat(),
	];
	add(0x1a2, [2, ...u32(16), ...u32(0), ...u32(text.length), 0, 0, ...u32(textAt), 0, 0]);
	add(0x102, named(paragraphs, firstPage));
	if (runs > 0) add(0xfa, named(runs, firstPage + paragraphs));
	const list = [...u32(7), ...u32(0), ...new Array<number>(18).fill(0), 1, 0];
	const level = [...u32(1), 37, 0, ...new Array<number>(22).fill(0), ...u16(2), 0, 0, ...utf16('、')];
	add(0x2e2, [...u16(1), ...list, ...level], 2 + list.length);
	add(0x2ea, [...u32(1), ...u32(7), ...new Array<number>(12).fill(0), ...u32(0xffffffff)]);
	return { bytes, places: places as Places };
}

/** A compound file of streams, each padded until it is none of the small ones. */
export function compound(
	streams: readonly (readonly [name: string, bytes: readonly number[]])[],
): Uint8Array<ArrayBuffer> {
	const padded = streams.map(([name, bytes]) => {
		const length = Math.max(4096, Math.ceil(bytes.length / sector) * sector);
		return { name, length, bytes: [...bytes, ...new Array<number>(length - bytes.length).fill(0)] };
	});
	const used = padded.reduce((sum, one) => sum + one.length / sector, 0) + 1;
	const tableSectors = Math.ceil(used / 127);
	const next: number[] = new Array<number>(tableSectors).fill(0xfffffffd);
	const directory = entry('Root Entry', 5, 0xfffffffe, 0, 1);
	next.push(0xfffffffe);
	padded.forEach((one, i) => {
		const last = i === padded.length - 1;
		directory.push(...entry(one.name, 2, next.length, one.length, 0xffffffff, last ? 0xffffffff : i + 2));
		for (let k = 1; k < one.length / sector; k++) next.push(next.length + 1);
		next.push(0xfffffffe);
	});
	while (directory.length < sector) directory.push(0);
	while (next.length < tableSectors * 128) next.push(0xffffffff);
	const head = new Array<number>(sector).fill(0);
	const put = (at: number, bytes: readonly number[]) => bytes.forEach((byte, i) => (head[at + i] = byte));
	put(0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
	put(0x18, [...u16(0x3e), ...u16(3), ...u16(0xfffe), ...u16(9), ...u16(6)]);
	put(0x2c, u32(tableSectors));
	put(0x30, u32(tableSectors));
	put(0x38, [...u32(4096), ...u32(0xfffffffe), ...u32(0), ...u32(0xfffffffe), ...u32(0)]);
	put(0x4c, Array.from({ length: 109 }, (_, i) => u32(i < tableSectors ? i : 0xffffffff)).flat());
	return Uint8Array.from([...head, ...next.flatMap(u32), ...directory, ...padded.flatMap(one => one.bytes)]);
}

function entry(name: string, type: number, start: number, size: number, child: number, right = 0xffffffff): number[] {
	const bytes = new Array<number>(128).fill(0);
	utf16(name).forEach((byte, i) => (bytes[i] = byte));
	[...u16((name.length + 1) * 2), type, 1, ...u32(0xffffffff), ...u32(right), ...u32(child)].forEach(
		(byte, i) => (bytes[64 + i] = byte),
	);
	[...u32(start), ...u32(size)].forEach((byte, i) => (bytes[116 + i] = byte));
	return bytes;
}
