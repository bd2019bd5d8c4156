// The index of a person's documents: which segments there are, how documents come and go, how small segments become
// one.

import { segmentSize } from '../postings';
import { partsByName, type DocumentPart } from './documentParts';
import type { IndexedDocument, IndexStatus } from './engine';
import { manifestName, writeManifest } from './manifest';
import { openSegments } from './openSegments';
import type { MemoryBudget } from './segmentPostings';
import { StoredSegment } from './segment';
import type { Store } from './store';
import { toMerge } from './mergePolicy';
import { SegmentReaders } from './segmentReaders';
import { writeLayout } from './storedLayout';
import { SegmentBuffers, SegmentWriter } from './segmentWriter';

/**
 * Bytes that may be taken for looking up pairs: all of them for some ten thousand passages; beyond, they are looked up
 * in the files, which costs a tenth more of a search at most, and remembers the last.
 */
const mostMemory = 16_000_000;

/** A segment in the making. */
interface UnwrittenSegment {
	readonly writer: SegmentWriter;
	/** The numbers of its documents, by their names. */
	readonly documents: Map<string, number>;
	/** Numbers of documents that came a second time. */
	readonly dead: number[];
}

export class DocumentIndex {
	private list: StoredSegment[] = [];
	private names: Map<string, DocumentPart[]> | undefined;
	private unwritten: UnwrittenSegment | undefined;
	/** Segments written, but not part of the index yet. */
	private uncommitted: StoredSegment[] = [];
	private buffers: SegmentBuffers | undefined;
	private removed = new Set<string>();
	private nextSegment = 0;
	private readonly readers: SegmentReaders;
	private opened: IndexStatus['opened'] = 'kept';

	private constructor(
		private readonly store: Store,
		private readonly budget: MemoryBudget,
	) {
		this.readers = new SegmentReaders(store);
	}

	/**
	 * Opens an index as it lies. What is damaged, torn or of another version is left out, and so are its documents:
	 * whoever compares {@link version} with the documents there are reads them again. `budget`: how much memory may be
	 * taken.
	 */
	static open(store: Store, budget: MemoryBudget = { left: mostMemory }): DocumentIndex {
		const documentIndex = new DocumentIndex(store, budget);
		const { segments, opened } = openSegments(store, budget);
		documentIndex.list = segments;
		documentIndex.opened = opened;
		const numbers = store.names().map(name => parseInt(name, 10) || 0);
		documentIndex.nextSegment = numbers.reduce((next, number) => Math.max(next, number + 1), 0);
		documentIndex.numberPassages();
		return documentIndex;
	}

	/** Removes what a crash has left behind. Only for the one who writes. */
	removeLeftovers(): void {
		const known = new Set([manifestName, ...[...this.list, ...this.readers.leaving].map(segment => segment.name)]);
		for (const name of this.store.names()) if (!known.has(name)) this.store.remove(name);
	}

	/** The segments as they are now; they stay readable until {@link release}. */
	hold(): readonly StoredSegment[] {
		this.readers.enter();
		return this.list;
	}

	release(): void {
		this.readers.leave();
	}

	get status(): IndexStatus {
		return {
			documents: this.parts.size,
			passages: this.list.reduce((sum, segment) => sum + segment.live, 0),
			bytes: this.list.reduce((sum, segment) => sum + segment.bytes, 0),
			opened: this.opened,
			left: 0,
		};
	}

	/** Names of all documents. */
	documents(): IterableIterator<string> {
		return this.parts.keys();
	}

	/** The version of a document as it was taken in; nothing if it is not here, or not all of it. */
	version(name: string): string | undefined {
		const parts = this.parts.get(name) ?? [];
		const passages = parts.reduce((sum, part) => sum + part.size, 0);
		const document = parts[0]?.document;
		return document?.total === passages ? document.version : undefined;
	}

	/** Paragraphs of a document, from 1, both included. */
	paragraphs(name: string, from: number, to: number): string[] {
		return (this.parts.get(name) ?? []).flatMap(part => part.paragraphs(from, to));
	}

	/**
	 * Takes a document in, in place of one of the same name; it is found after {@link commit}, or earlier where much is
	 * taken in.
	 */
	*put(document: IndexedDocument): Generator<void, void> {
		const { paragraphs, name, date = '', version, source, title } = document;
		const layout = writeLayout(document.layout);
		const units = paragraphs.reduce((sum, text) => sum + text.length, 0);
		const passages = Math.min(paragraphs.length, segmentSize);
		if (this.unwritten?.writer.fits(passages, units) === false) yield* this.commit();
		this.remove(name);
		for (let from = 0; from === 0 || from < paragraphs.length; from += segmentSize) {
			if (from > 0) yield* this.write();
			this.unwritten ??= { writer: this.newWriter(), documents: new Map(), dead: [] };
			const { writer, documents } = this.unwritten;
			const row = { name, version, source, title, date, paragraph: from + 1, total: paragraphs.length, layout };
			documents.set(name, writer.add(row, paragraphs.slice(from, from + segmentSize)));
		}
	}

	private newWriter(): SegmentWriter {
		this.buffers ??= new SegmentBuffers();
		return new SegmentWriter(this.buffers);
	}

	/** Takes a document out, with the next {@link commit}. */
	remove(name: string): void {
		const number = this.unwritten?.documents.get(name);
		if (this.unwritten && number !== undefined) {
			this.unwritten.dead.push(number);
			this.unwritten.documents.delete(name);
		}
		for (const segment of this.uncommitted) {
			segment.documents.forEach((document, at) => {
				if (document.name === name) segment.bury(at);
			});
		}
		if (this.parts.has(name)) this.removed.add(name);
	}

	/** Makes what was taken in and out the index: until then, and if it is never called, all is as before. */
	*commit(): Generator<void, void> {
		if (!this.unwritten && this.removed.size === 0) return;
		yield* this.write();
		const dead = new Map<StoredSegment, Set<number>>();
		for (const name of this.removed) {
			for (const { segment, number } of this.parts.get(name) ?? [])
				dead.set(segment, (dead.get(segment) ?? new Set()).add(number));
		}
		this.replace(this.list, this.uncommitted, dead);
		this.uncommitted = [];
		this.removed = new Set();
	}

	/** Forgets what was taken in or out since the last commit, and lets go of the room in which segments are made. */
	abandon(): void {
		this.buffers = undefined;
		for (const segment of this.uncommitted) {
			segment.close();
			this.store.remove(segment.name);
		}
		this.uncommitted = [];
		this.unwritten = undefined;
		this.removed = new Set();
	}

	/** Writes the segment in the making. */
	private *write(): Generator<void, void> {
		if (!this.unwritten) return;
		const { writer, dead } = this.unwritten;
		const segment = yield* this.save(writer);
		for (const number of dead) segment.bury(number);
		this.uncommitted.push(segment);
		this.unwritten = undefined;
	}

	private *save(writer: SegmentWriter): Generator<void, StoredSegment> {
		const parts = yield* writer.finish();
		const name = `${this.nextSegment++}.segment`;
		this.store.write(name, parts);
		const segment = StoredSegment.open(this.store, name, this.budget);
		if (!segment) throw new Error(`${name} cannot be read back`);
		return segment;
	}

	/**
	 * The index from now on, first on the disk, then here: what is kept of the segments it has, and those that are added;
	 * `dead`: numbers of documents that are gone besides those that were.
	 */
	private replace(
		kept: readonly StoredSegment[],
		added: readonly StoredSegment[],
		dead: ReadonlyMap<StoredSegment, ReadonlySet<number>> = new Map(),
	): void {
		const segments = [...kept, ...added].map(segment => ({
			segment,
			dead: new Set([...segment.dead, ...(dead.get(segment) ?? [])]),
		}));
		const living = segments.filter(one => one.dead.size < one.segment.documents.length);
		writeManifest(
			this.store,
			living.map(one => ({ name: one.segment.name, dead: [...one.dead] })),
		);
		for (const one of living) for (const number of one.dead) one.segment.bury(number);
		const before = this.list;
		this.list = living.map(one => one.segment);
		this.numberPassages();
		this.readers.retire([...before, ...added].filter(segment => !this.list.includes(segment)));
	}

	/** Makes one segment of several small ones, as long as there are some; what has mostly gone is written anew. */
	*merge(): Generator<void, void> {
		for (let group = toMerge(this.list); group; group = toMerge(this.list)) {
			const writer = this.newWriter();
			const sources = group;
			for (const segment of sources) {
				for (const [number, document] of segment.documents.entries()) {
					if (segment.dead.has(number)) continue;
					writer.add(document, segment.textsOf(number));
					yield;
				}
			}
			// Where the manifest cannot be written it is let go of with what else is not part of the index.
			this.uncommitted = [yield* this.save(writer)];
			this.replace(
				this.list.filter(segment => !sources.includes(segment)),
				this.uncommitted,
			);
			this.uncommitted = [];
		}
	}

	/**
	 * Reads all of the index and leaves out what is not as it was written; answers whether all is. Pauses (yields) now
	 * and then.
	 */
	*check(): Generator<void, boolean> {
		const broken = new Set<StoredSegment>();
		try {
			for (const segment of this.hold()) if (!(yield* segment.isWhole())) broken.add(segment);
		} finally {
			this.release();
		}
		if (broken.size === 0) return true;
		this.opened = 'repaired';
		this.replace(
			this.list.filter(segment => !broken.has(segment)),
			[],
		);
		return false;
	}

	close(): void {
		this.abandon();
		for (const segment of this.list) segment.close();
		this.readers.close();
		this.list = [];
		this.names = undefined;
	}

	private get parts(): Map<string, DocumentPart[]> {
		return (this.names ??= partsByName(this.list));
	}

	/** Numbers the passages anew. */
	private numberPassages(): void {
		let first = 0;
		for (const segment of this.list) {
			segment.first = first;
			first += segment.size;
		}
		this.names = undefined;
	}
}
