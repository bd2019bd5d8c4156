// Makes a segment of documents: gathers their texts, then lays out pairs and texts as a file.

import { PairCollector, segmentSize, type ArrangedPairs } from '../postings';
import { checksum, compactInto, unitsOf } from './codeUnits';
import {
	lastWord,
	pairsEach,
	placesOf,
	whole,
	writeDocument,
	writeHeader,
	type SegmentDocument,
	type SegmentHeader,
} from './segmentFormat';

/**
 * So many code units of text are in a segment at most, unless one document has more: what is held in memory while it is
 * made grows with them.
 */
export const mostUnits = 3_000_000;

/** Passages between two pauses. */
const stretch = 1024;

type Part = Uint32Array | Uint16Array;

const noPairs: readonly [number, number] = [0, 0];

/** Memory in which segments are made, one after the other: what is taken anew for each is given back late. */
export class SegmentBuffers {
	units = new Uint16Array(65536);
	readonly collector = new PairCollector();
}

/** One segment in the making. */
export class SegmentWriter {
	private readonly documents: SegmentDocument[] = [];
	private filled = 0;
	private readonly starts: number[] = [0];

	/** Only one segment at a time may be made in a room. */
	constructor(private readonly buffers: SegmentBuffers) {}

	get passages(): number {
		return this.starts.length - 1;
	}

	/**
	 * Whether so many passages with so many code units still fit; into an empty one as many passages as a segment may
	 * have.
	 */
	fits(passages: number, units: number): boolean {
		return this.passages + passages <= segmentSize && (this.passages === 0 || this.filled + units <= mostUnits);
	}

	/** Takes a document, or the part of it that begins with a paragraph; answers its number in the segment. */
	add(document: Omit<SegmentDocument, 'first'>, paragraphs: readonly string[]): number {
		const { name, version, source, title, date, paragraph, total, layout } = document;
		const first = this.passages;
		this.documents.push({ name, version, source, title, date, first, paragraph, total, ...(layout && { layout }) });
		for (const text of paragraphs) {
			while (this.filled + text.length > this.buffers.units.length) {
				const wide = new Uint16Array(this.buffers.units.length * 2);
				wide.set(this.buffers.units.subarray(0, this.filled));
				this.buffers.units = wide;
			}
			const { units } = this.buffers;
			for (let at = 0; at < text.length; at++) units[this.filled++] = text.charCodeAt(at);
			this.starts.push(this.filled);
		}
		return this.documents.length - 1;
	}

	/** The file, in parts. Pauses (yields) now and then; takes about a second for a full segment. */
	*finish(): Generator<void, Uint8Array[]> {
		const { starts, passages } = this;
		const { units, collector } = this.buffers;
		const longest = starts.reduce((most, start, at) => Math.max(most, start - (starts[at - 1] ?? 0)), 0);
		const scratch = new Uint16Array(longest);
		const lengths = new Uint16Array(passages);
		const body: Part[] = [];
		const samples: Uint32Array[] = [];
		const counts = { 1: noPairs, 2: noPairs };
		for (const distance of [1, 2] as const) {
			collector.begin(distance, this.filled);
			for (let at = 0; at < passages; at++) {
				const length = compactInto(units, starts[at] ?? 0, starts[at + 1] ?? 0, scratch);
				lengths[at] = Math.min(length, 0xffff);
				collector.add(scratch, length);
				if (at % stretch === stretch - 1) yield;
			}
			const pairs = yield* collector.arrange();
			const { keys, postings } = pairs;
			samples.push(
				Uint32Array.from({ length: Math.ceil(keys.length / pairsEach) }, (_, at) => keys[at * pairsEach] ?? 0),
			);
			counts[distance] = [keys.length, postings.length];
			body.push(entriesOf(pairs), postings);
			yield;
		}
		body.push(units.subarray(0, this.filled));
		const table = unitsOf(JSON.stringify(this.documents.map(writeDocument)));
		const front = [table, lengths, Uint32Array.from(starts), ...samples].map(filledUp);
		const parts = body.map(filledUp);
		let bodySum = checksum(new Uint32Array(0));
		for (const part of parts) {
			bodySum = checksum(part, bodySum);
			yield;
		}
		const header: SegmentHeader = {
			passages,
			table: table.length,
			pairs: counts[1],
			skips: counts[2],
			units: this.filled,
			bodySum,
		};
		const frontSum = front.reduce((sum, part) => checksum(part, sum), checksum(writeHeader(header, 0)));
		const all = [writeHeader(header, frontSum), ...front, ...parts, Uint32Array.of(lastWord(frontSum))];
		const bytes = all.map(part => new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
		if (bytes.reduce((sum, part) => sum + part.length, 0) !== placesOf(header).end)
			throw new Error('a segment is not as long as its header says');
		return bytes;
	}
}

/** Pairs with the offsets of their postings, and one more behind the last. */
function entriesOf({ keys, offsets, postings }: ArrangedPairs): Uint32Array {
	const entries = new Uint32Array((keys.length + 1) * 2);
	keys.forEach((key, at) => {
		entries[at * 2] = key;
		entries[at * 2 + 1] = offsets[at] ?? 0;
	});
	entries[keys.length * 2] = 0xffffffff;
	entries[keys.length * 2 + 1] = postings.length;
	return entries;
}

/** A part as whole words. */
function filledUp(part: Part): Uint32Array {
	if (part.byteOffset % 4 === 0 && part.byteLength % 4 === 0)
		return new Uint32Array(part.buffer, part.byteOffset, part.byteLength / 4);
	const bytes = new Uint8Array(whole(part.byteLength));
	bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
	return new Uint32Array(bytes.buffer);
}
