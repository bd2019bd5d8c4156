// A segment that lies in a file: which documents it has, its pairs, its texts. Opening it reads little; a torn file
// is told from a whole one.

import { lowerBound } from '../../text/lowerBound';
import type { PairSegment } from '../sharedPairs';
import { checksum, compactInto, textOf } from './codeUnits';
import {
	headerSize,
	lastWord,
	placesOf,
	readDocument,
	readHeader,
	writeHeader,
	type DocumentRow,
	type SegmentDocument,
	type SegmentHeader,
	type SegmentPlaces,
} from './segmentFormat';
import { fill, StoredPairs, type MemoryBudget } from './segmentPostings';
import type { Store, StoredFile } from './store';

/** So much of the body is read at once when it is checked. */
const checkedBytes = 1 << 20;

/** Room for texts that are read, shared, since nothing is kept in it; grows to the longest. */
let units = new Uint16Array(4096);
let compacted = new Uint16Array(4096);

export class StoredSegment implements PairSegment {
	/** The number of its first passage among all segments. */
	first = 0;
	readonly neighbours: StoredPairs;
	readonly skipping: StoredPairs;
	private readonly gone = new Set<number>();
	/** For each passage whether its document is gone; nothing while none is. */
	private hidden: Uint8Array | undefined;

	private constructor(
		readonly name: string,
		private readonly file: StoredFile,
		private readonly header: SegmentHeader,
		private readonly places: SegmentPlaces,
		/** In the order of their passages. */
		readonly documents: readonly SegmentDocument[],
		/** Code units of each passage as it is compared. */
		readonly lengths: Uint16Array,
		private readonly starts: Uint32Array,
		pairKeys: Uint32Array,
		skipKeys: Uint32Array,
		budget: MemoryBudget,
	) {
		this.neighbours = new StoredPairs(
			file,
			pairKeys,
			header.pairs[0],
			places.pairs,
			header.pairs[1],
			places.pairPostings,
			budget,
		);
		this.skipping = new StoredPairs(
			file,
			skipKeys,
			header.skips[0],
			places.skips,
			header.skips[1],
			places.skipPostings,
			budget,
		);
	}

	/**
	 * Opens a segment, which may take some room in memory when it is searched; nothing if the file is missing, of
	 * another version or not whole.
	 */
	static open(store: Store, name: string, budget: MemoryBudget): StoredSegment | undefined {
		const file = store.open(name);
		if (!file) return undefined;
		let made: StoredSegment | undefined;
		try {
			made = StoredSegment.read(name, file, budget);
		} finally {
			if (!made) file.close();
		}
		return made;
	}

	private static read(name: string, file: StoredFile, budget: MemoryBudget): StoredSegment | undefined {
		const known =
			file.size >= headerSize ? readHeader(fill(file, 0, new Uint32Array(headerSize / 4)), file.size) : undefined;
		if (!known) return undefined;
		const { header, frontSum } = known;
		const places = placesOf(header);
		const front = fill(file, headerSize, new Uint32Array((places.pairs - headerSize) / 4));
		const last = fill(file, places.end - 4, new Uint32Array(1))[0];
		if (last !== lastWord(frontSum) || frontOf(header, front) !== frontSum) return undefined;
		const at = (place: number): number => place - headerSize;
		const table = new Uint16Array(front.buffer, at(places.table), header.table);
		const documents = JSON.parse(textOf(table)) as DocumentRow[];
		// The front itself is let go: what stays is what is looked at in every search.
		return new StoredSegment(
			name,
			file,
			header,
			places,
			documents.map(readDocument),
			new Uint16Array(front.buffer, at(places.lengths), header.passages).slice(),
			new Uint32Array(front.buffer, at(places.starts), header.passages + 1).slice(),
			new Uint32Array(front.buffer, at(places.pairKeys), (places.skipKeys - places.pairKeys) / 4).slice(),
			new Uint32Array(front.buffer, at(places.skipKeys), (places.pairs - places.skipKeys) / 4).slice(),
			budget,
		);
	}

	/** How many passages it has, those of documents that are gone among them. */
	get size(): number {
		return this.header.passages;
	}

	/** Bytes of its file. */
	get bytes(): number {
		return this.places.end;
	}

	/** Code units of the texts of documents that are not gone. */
	get liveUnits(): number {
		let sum = this.header.units;
		for (const number of this.gone) sum -= this.startOf(this.endOf(number)) - this.startOf(this.document(number).first);
		return sum;
	}

	/** How many passages are of documents that are not gone. */
	get live(): number {
		let sum = this.size;
		for (const number of this.gone) sum -= this.endOf(number) - this.document(number).first;
		return sum;
	}

	/** The numbers of the documents that are gone. */
	get dead(): ReadonlySet<number> {
		return this.gone;
	}

	/** Takes a document out: its passages are no longer found. */
	bury(number: number): void {
		this.gone.add(number);
		this.hidden ??= new Uint8Array(this.size);
		this.hidden.fill(1, this.document(number).first, this.endOf(number));
	}

	/** Whether a passage is of a document that is gone. */
	isHidden(passage: number): boolean {
		return this.hidden !== undefined && this.hidden[passage] === 1;
	}

	/** A document by its number. Throws where there is none: numbers come from this segment. */
	document(number: number): SegmentDocument {
		const found = this.documents[number];
		if (!found) throw new RangeError(`${this.name} has no document ${number}`);
		return found;
	}

	/** The passage after the last of a document. */
	endOf(number: number): number {
		return this.documents[number + 1]?.first ?? this.size;
	}

	/** The passages of a document as they read. */
	textsOf(number: number): string[] {
		const texts: string[] = [];
		for (let at = this.document(number).first; at < this.endOf(number); at++) texts.push(this.text(at));
		return texts;
	}

	/** The number of the document a passage is of. */
	documentOf(passage: number): number {
		const { documents } = this;
		return lowerBound(0, documents.length, at => (documents[at]?.first ?? Infinity) <= passage) - 1;
	}

	/** The document a passage is of. */
	documentAt(passage: number): SegmentDocument {
		return this.document(this.documentOf(passage));
	}

	/** A passage as it reads. */
	text(passage: number): string {
		const length = this.readUnits(passage);
		return textOf(units, 0, length);
	}

	/** A passage as it is compared: the first `length` code units of an array that the next call overwrites. */
	codes(passage: number): { readonly codes: Uint16Array; readonly length: number } {
		const length = this.readUnits(passage);
		if (compacted.length < length) compacted = new Uint16Array(length * 2);
		return { codes: compacted, length: compactInto(units, 0, length, compacted) };
	}

	/** A passage as it is compared, as a string. */
	comparedText(passage: number): string {
		const { codes, length } = this.codes(passage);
		return textOf(codes, 0, length);
	}

	/** Where the text of a passage begins, in code units. */
	private startOf(passage: number): number {
		return this.starts[passage] ?? 0;
	}

	/** Reads a passage into the shared room; answers its length. */
	private readUnits(passage: number): number {
		const from = this.startOf(passage);
		const length = this.startOf(passage + 1) - from;
		if (units.length < length) units = new Uint16Array(length * 2);
		fill(this.file, this.places.texts + from * 2, units.subarray(0, length));
		return length;
	}

	/** Reads all of the file; false if the body is not what was written. Pauses (yields) now and then. */
	*isWhole(): Generator<void, boolean> {
		const budget = new Uint32Array(checkedBytes / 4);
		let sum: number | undefined;
		const end = this.places.end - 4;
		for (let at = this.places.pairs; at < end; at += checkedBytes) {
			sum = checksum(fill(this.file, at, budget.subarray(0, Math.min(checkedBytes, end - at) / 4)), sum);
			yield;
		}
		return sum === this.header.bodySum;
	}

	close(): void {
		this.neighbours.close();
		this.skipping.close();
		this.file.close();
	}
}

/** The checksum of the front; the header is part of it. */
function frontOf(header: SegmentHeader, front: Uint32Array): number {
	return checksum(front, checksum(writeHeader(header, 0)));
}
