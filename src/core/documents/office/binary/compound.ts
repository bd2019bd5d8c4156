// A compound file ([MS-CFB]: what Word wrote before 2007, and WPS writes as .wps) → its streams by name. Everything in
// it is a number that points elsewhere, so every chain is followed for as many steps as the file has sectors.

/** The streams that stand at the top of a compound file. */
export interface CompoundFile {
	/** The bytes of a stream; nothing when there is none of that name, or its chain leads out of the file. */
	stream(name: string): Uint8Array | undefined;
}

const endOfChain = 0xfffffffa; // this and above are no sectors
const entrySize = 128;
const storage = 1;
const stream = 2;
/** Entries of a header that name sectors of the allocation table. */
const headerEntries = 109;

interface Entry {
	readonly name: string;
	readonly type: number;
	readonly start: number;
	readonly size: number;
	readonly left: number;
	readonly right: number;
	readonly child: number;
}

/** The streams of the file, or nothing where its tables lead nowhere. */
export function openCompound(bytes: Uint8Array): CompoundFile | undefined {
	const view = viewOf(bytes);
	if (bytes.length < 512) return undefined;
	const shift = view.getUint16(0x1e, true);
	const miniShift = view.getUint16(0x20, true);
	if ((shift !== 9 && shift !== 12) || miniShift !== 6) return undefined;
	const sectors = new Sectors(bytes, shift);
	const table = allocationTable(view, sectors);
	const directory = table && sectors.chain(view.getUint32(0x30, true), table);
	const entries = entriesOf(directory ?? new Uint8Array());
	const root = entries[0];
	if (!table || !root) return undefined;
	const miniTable = numbersOf(sectors.chain(view.getUint32(0x3c, true), table) ?? new Uint8Array());
	const cutoff = view.getUint32(0x38, true);
	const small = new Sectors(sectors.chain(root.start, table) ?? new Uint8Array(), miniShift, 0);
	const found = topLevel(entries, root.child);
	return {
		stream: name => {
			const entry = found.get(name);
			if (!entry) return undefined;
			const chained =
				entry.size < cutoff ? small.chain(entry.start, miniTable) : sectors.chain(entry.start, table, entry.size);
			return chained?.subarray(0, entry.size);
		},
	};
}

/** A view of bytes for numbers in little-endian order. */
export function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Pieces of one size, each named by its number. */
class Sectors {
	private readonly size: number;

	/** `first`: at which sector's place number 0 lies; the header takes the first of a file. */
	constructor(
		private readonly bytes: Uint8Array,
		shift: number,
		private readonly first = 1,
	) {
		this.size = 1 << shift;
	}

	get count(): number {
		return Math.ceil(this.bytes.length / this.size);
	}

	at(number: number): Uint8Array | undefined {
		const from = (number + this.first) * this.size;
		return from < this.bytes.length ? this.bytes.subarray(from, from + this.size) : undefined;
	}

	/** The sectors of a chain one behind the other, as far as they lead and are wanted; nothing for one in circles. */
	chain(start: number, table: ArrayLike<number>, wanted = Infinity): Uint8Array | undefined {
		const pieces: Uint8Array[] = [];
		let length = 0;
		for (let number = start; number < endOfChain && length < wanted; number = table[number] ?? endOfChain) {
			const piece = this.at(number);
			if (!piece) break;
			pieces.push(piece);
			length += piece.length;
			if (pieces.length > this.count) return undefined;
		}
		return joined(pieces, length);
	}
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
	const whole = new Uint8Array(length);
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}

function numbersOf(bytes: Uint8Array): Uint32Array {
	const view = viewOf(bytes);
	return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

/** Which sector follows which: the sectors of that table are named in the header, and in a chain of their own. */
function allocationTable(header: DataView, sectors: Sectors): Uint32Array | undefined {
	const named = Array.from({ length: headerEntries }, (_, i) => header.getUint32(0x4c + i * 4, true));
	let next = header.getUint32(0x44, true);
	while (next < endOfChain) {
		const sector = sectors.at(next);
		if (!sector || named.length > sectors.count + 2 * headerEntries) break;
		const more = numbersOf(sector);
		named.push(...more.subarray(0, -1));
		next = more.at(-1) ?? endOfChain;
	}
	const used = named.filter(number => number < endOfChain);
	if (used.length === 0 || used.length > sectors.count) return undefined;
	const pieces = used.map(number => sectors.at(number) ?? new Uint8Array());
	return numbersOf(
		joined(
			pieces,
			pieces.reduce((sum, piece) => sum + piece.length, 0),
		),
	);
}

function entriesOf(directory: Uint8Array): readonly Entry[] {
	const view = viewOf(directory);
	return Array.from({ length: Math.floor(directory.length / entrySize) }, (_, i) => {
		const at = i * entrySize;
		const length = Math.min(64, view.getUint16(at + 64, true));
		let name = '';
		for (let k = 0; k + 2 < length; k += 2) name += String.fromCharCode(view.getUint16(at + k, true));
		return {
			name,
			type: view.getUint8(at + 66),
			left: view.getUint32(at + 68, true),
			right: view.getUint32(at + 72, true),
			child: view.getUint32(at + 76, true),
			start: view.getUint32(at + 116, true),
			size: view.getUint32(at + 120, true),
		};
	});
}

/** Streams beside each other at the top: what is embedded has streams of the same names further down. */
function topLevel(entries: readonly Entry[], first: number): ReadonlyMap<string, Entry> {
	const found = new Map<string, Entry>();
	const seen = new Set<number>();
	const waiting = [first];
	for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
		const entry = entries[at];
		if (!entry || seen.has(at) || (entry.type !== stream && entry.type !== storage)) continue;
		seen.add(at);
		waiting.push(entry.left, entry.right);
		if (entry.type === stream) found.set(entry.name, entry);
	}
	return found;
}
