// The index of a person's documents: which segments there are, how documents come and go, how small segments become
// one.

import { segmentSize } from '../postings';
import type { IndexedDocument, IndexStatus } from './engine';
import { manifestName, writeManifest } from './manifest';
import { openSegments } from './openSegments';
import type { Room } from './segmentPostings';
import { StoredSegment } from './segment';
import type { Store } from './store';
import { toMerge } from './mergePolicy';
import { SegmentWriter, Workshop } from './segmentWriter';

/** Bytes that may be taken for looking up pairs: all of them for some hundred thousand passages; beyond, they are looked up in the files. */
const mostRoom = 64_000_000;

/** Where a document is: the parts of a long one lie in several segments. */
interface Part {
	readonly segment: StoredSegment;
	readonly document: number;
}

/** A segment in the making, and the documents in it. */
interface Draft {
	readonly writer: SegmentWriter;
	readonly rows: Map<string, number>;
	/** Rows of documents that came a second time. */
	readonly dead: number[];
}

export class DocumentIndex {
	private list: StoredSegment[] = [];
	private names: Map<string, Part[]> | undefined;
	private draft: Draft | undefined;
	/** Segments written, but not part of the index yet. */
	private made: StoredSegment[] = [];
	private workshop: Workshop | undefined;
	private removed = new Set<string>();
	private serial = 0;
	/** Segments that are no longer part of the index while somebody still reads them. */
	private readonly retired: StoredSegment[] = [];
	private readers = 0;
	private how: IndexStatus['opened'] = 'kept';

	private constructor(
		private readonly store: Store,
		private readonly room: Room,
	) {}

	/**
	 * Opens an index as it lies. What is damaged, torn or of another version is left out, and so are its documents: whoever compares
	 * {@link version} with the documents there are reads them again. `room`: how much memory may be taken.
	 */
	static open(store: Store, room: Room = { left: mostRoom }): DocumentIndex {
		const documentIndex = new DocumentIndex(store, room);
		const { segments, opened } = openSegments(store, room);
		documentIndex.list = segments;
		documentIndex.how = opened;
		for (const name of store.names())
			documentIndex.serial = Math.max(documentIndex.serial, (parseInt(name, 10) || 0) + 1);
		documentIndex.number();
		return documentIndex;
	}

	/** Removes what a crash has left behind. Only for the one who writes. */
	tidy(): void {
		const known = new Set([
			manifestName,
			...this.list.map(segment => segment.name),
			...this.retired.map(segment => segment.name),
		]);
		for (const name of this.store.names()) if (!known.has(name)) this.store.remove(name);
	}

	/** The segments as they are now; they stay readable until {@link release}. */
	hold(): readonly StoredSegment[] {
		this.readers++;
		return this.list;
	}

	release(): void {
		this.readers--;
		if (this.readers > 0) return;
		for (const segment of this.retired.splice(0)) segment.close();
	}

	get status(): IndexStatus {
		return {
			documents: this.parts.size,
			passages: this.list.reduce((sum, segment) => sum + segment.live, 0),
			bytes: this.list.reduce((sum, segment) => sum + segment.bytes, 0),
			opened: this.how,
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
		const held = parts.reduce(
			(sum, { segment, document }) => sum + segment.endOf(document) - segment.documents[document]!.first,
			0,
		);
		const row = parts[0]?.segment.documents[parts[0].document];
		return row?.total === held ? row.version : undefined;
	}

	/** Paragraphs of a document, from 1, both included. */
	paragraphs(name: string, from: number, to: number): string[] {
		const found: string[] = [];
		for (const { segment, document } of this.parts.get(name) ?? []) {
			const { first, paragraph } = segment.documents[document]!;
			const end = Math.min(segment.endOf(document), first + to - paragraph + 1);
			for (let at = Math.max(first, first + from - paragraph); at < end; at++) found.push(segment.text(at));
		}
		return found;
	}

	/** Takes a document in, in place of one of the same name; it is found after {@link commit}, or earlier where much is taken in. */
	*put(document: IndexedDocument): Generator<void, void> {
		const { paragraphs, name } = document;
		const units = paragraphs.reduce((sum, text) => sum + text.length, 0);
		if (this.draft && !this.draft.writer.fits(Math.min(paragraphs.length, segmentSize), units)) yield* this.commit();
		this.remove(name);
		for (let from = 0; from === 0 || from < paragraphs.length; from += segmentSize) {
			if (from > 0) yield* this.write();
			const { writer, rows } = (this.draft ??= {
				writer: new SegmentWriter((this.workshop ??= new Workshop())),
				rows: new Map(),
				dead: [],
			});
			rows.set(
				name,
				writer.add(
					{ ...document, date: document.date ?? '', paragraph: from + 1, total: paragraphs.length },
					paragraphs.slice(from, from + segmentSize),
				),
			);
		}
	}

	/** Takes a document out, with the next {@link commit}. */
	remove(name: string): void {
		const row = this.draft?.rows.get(name);
		if (row !== undefined) {
			this.draft!.dead.push(row);
			this.draft!.rows.delete(name);
		}
		for (const segment of this.made) {
			segment.documents.forEach((document, at) => {
				if (document.name === name) segment.bury(at);
			});
		}
		if (this.parts.has(name)) this.removed.add(name);
	}

	/** Makes what was taken in and out the index: until then, and if it is never called, all is as before. */
	*commit(): Generator<void, void> {
		if (!this.draft && this.removed.size === 0) return;
		yield* this.write();
		const old = new Map<StoredSegment, Set<number>>();
		for (const name of this.removed) {
			for (const { segment, document } of this.parts.get(name) ?? [])
				old.set(segment, (old.get(segment) ?? new Set()).add(document));
		}
		this.replace(
			this.list.map(segment => ({ segment, dead: old.get(segment) ?? new Set() })),
			this.made,
		);
		this.made = [];
		this.removed = new Set();
	}

	/** Forgets what was taken in or out since the last commit, and lets go of the room in which segments are made. */
	abandon(): void {
		this.workshop = undefined;
		for (const segment of this.made) {
			segment.close();
			this.store.remove(segment.name);
		}
		this.made = [];
		this.draft = undefined;
		this.removed = new Set();
	}

	/** Writes the segment in the making. */
	private *write(): Generator<void, void> {
		const draft = this.draft;
		if (!draft) return;
		const segment = yield* this.save(draft.writer);
		for (const row of draft.dead) segment.bury(row);
		this.made.push(segment);
		this.draft = undefined;
	}

	private *save(writer: SegmentWriter): Generator<void, StoredSegment> {
		const parts = yield* writer.finish();
		const name = `${this.serial++}.segment`;
		this.store.write(name, parts);
		const segment = StoredSegment.open(this.store, name, this.room);
		if (!segment) throw new Error(`${name} cannot be read back`);
		return segment;
	}

	/** The index from now on: first on the disk, then here. */
	private replace(
		kept: readonly { segment: StoredSegment; dead: ReadonlySet<number> }[],
		added: readonly StoredSegment[],
	): void {
		const rows = [...kept, ...added.map(segment => ({ segment, dead: new Set<number>() }))].map(
			({ segment, dead }) => ({ segment, dead: new Set([...segment.dead, ...dead]) }),
		);
		const living = rows.filter(({ segment, dead }) => dead.size < segment.documents.length);
		writeManifest(
			this.store,
			living.map(({ segment, dead }) => ({ name: segment.name, dead: [...dead] })),
		);
		const before = this.list;
		this.list = living.map(({ segment, dead }) => {
			for (const document of dead) segment.bury(document);
			return segment;
		});
		this.number();
		this.drop([...before, ...added].filter(segment => !this.list.includes(segment)));
	}

	private drop(segments: readonly StoredSegment[]): void {
		this.retired.push(...segments);
		for (const { name } of segments) this.store.remove(name);
		this.readers++;
		this.release();
	}

	/** Makes one segment of several small ones, as long as there are some; what has mostly gone is written anew. */
	*merge(): Generator<void, void> {
		for (let group = toMerge(this.list); group; group = toMerge(this.list)) {
			const writer = new SegmentWriter((this.workshop ??= new Workshop()));
			const source = group;
			for (const segment of source) {
				for (const [number, document] of segment.documents.entries()) {
					if (segment.dead.has(number)) continue;
					const paragraphs: string[] = [];
					for (let at = document.first; at < segment.endOf(number); at++) paragraphs.push(segment.text(at));
					writer.add(document, paragraphs);
					yield;
				}
			}
			const made = yield* this.save(writer);
			this.replace(
				this.list.filter(segment => !source.includes(segment)).map(segment => ({ segment, dead: new Set() })),
				[made],
			);
		}
	}

	/** Reads all of the index and leaves out what is not as it was written; answers whether all is. Pauses (yields) now and then. */
	*check(): Generator<void, boolean> {
		const broken = new Set<StoredSegment>();
		try {
			for (const segment of this.hold()) if (!(yield* segment.isWhole())) broken.add(segment);
		} finally {
			this.release();
		}
		if (broken.size === 0) return true;
		this.how = 'repaired';
		this.replace(
			this.list.filter(segment => !broken.has(segment)).map(segment => ({ segment, dead: new Set() })),
			[],
		);
		return false;
	}

	close(): void {
		this.abandon();
		for (const segment of [...this.list, ...this.retired.splice(0)]) segment.close();
		this.list = [];
		this.names = undefined;
	}

	private get parts(): Map<string, Part[]> {
		if (this.names) return this.names;
		const names = new Map<string, Part[]>();
		for (const segment of this.list) {
			segment.documents.forEach(({ name }, document) => {
				if (segment.dead.has(document)) return;
				const parts = names.get(name);
				if (parts) parts.push({ segment, document });
				else names.set(name, [{ segment, document }]);
			});
		}
		for (const parts of names.values())
			if (parts.length > 1)
				parts.sort((a, b) => a.segment.documents[a.document]!.paragraph - b.segment.documents[b.document]!.paragraph);
		return (this.names = names);
	}

	/** Numbers the passages anew. */
	private number(): void {
		let first = 0;
		for (const segment of this.list) {
			segment.first = first;
			first += segment.size;
		}
		this.names = undefined;
	}
}
