// Writes whole documents to an index of the engine, many in one request: whatever happens in between, a document is
// either there with all its passages or known to be unfinished, so that the next push goes on with it.

import type { IndexedDocument } from '../../core/search/index/engine';
import { batchesOf, type RecordChange, type RefusedRecord } from '../../core/search/library/bulk';
import {
	documentOf,
	documentRecord,
	passageRecords,
	recordId,
	type DocumentRecord,
} from '../../core/search/library/records';
import type { Clock } from '../ports';
import type { EngineWriter } from './writer';

/** What stands for the words of a document that is not yet there with all its passages. */
export const unfinished = '';

/** A document to be written, in the place of one that had so many passages. */
export interface NewDocument {
	readonly document: IndexedDocument;
	readonly before: number;
}

/** What came of documents, by their ids. */
export interface WriteOutcome {
	/** Those that are there now. */
	readonly written: ReadonlySet<string>;
	/** Those that the engine does not take, and why; nothing of them is there. */
	readonly refused: ReadonlyMap<string, string>;
}

interface WriteOptions {
	readonly clock: Clock;
	readonly index: string;
	readonly signal?: { readonly aborted: boolean } | undefined;
	/** Told how many of the documents are there. */
	readonly progress?: (written: number) => void;
}

export class DocumentWriter {
	private readonly written = new Set<string>();
	private readonly refused = new Map<string, string>();

	constructor(
		private readonly writer: EngineWriter,
		private readonly options: WriteOptions,
	) {}

	/**
	 * Writes documents: their own records first, as unfinished, then all passages, and last the records as they are.
	 * Cancelled, it finishes those whose passages are there. Throws an `EngineError` where the engine refuses all, or is
	 * away.
	 */
	async write(documents: readonly NewDocument[]): Promise<WriteOutcome> {
		await this.send(documents.map(markerOf));
		const passages = documents.filter(one => !this.isRefused(one));
		const left = new Map(passages.map(one => [one.document.name, placesOf(one)]));
		for (const batch of batchesOf(changesOf(passages))) {
			if (this.options.signal?.aborted) break;
			this.note(await this.writer.writeBatch(this.options.index, batch));
			for (const { id } of batch) left.set(documentOf(id), (left.get(documentOf(id)) ?? 0) - 1);
			this.options.progress?.([...left.values()].filter(count => count === 0).length);
		}
		const whole = passages.filter(one => left.get(one.document.name) === 0 && !this.isRefused(one));
		const added = new Date(this.options.clock.now()).toISOString();
		await this.send(whole.map(({ document }) => changeOf({ ...recordOf(document), added })));
		for (const one of whole) if (!this.isRefused(one)) this.written.add(one.document.name);
		// What is refused in the midst would stand there torn, or mixed with what it was to replace.
		await removeDocuments(this.writer, this.options.index, passages.filter(one => this.isRefused(one)).map(removedOf));
		return { written: this.written, refused: this.refused };
	}

	private async send(changes: Iterable<RecordChange>): Promise<void> {
		this.note(await this.writer.write(this.options.index, changes));
	}

	private note(refused: readonly RefusedRecord[]): void {
		for (const { id, reason } of refused)
			if (!this.refused.has(documentOf(id))) this.refused.set(documentOf(id), reason);
	}

	private isRefused({ document }: NewDocument): boolean {
		return this.refused.has(document.name);
	}
}

/** Takes documents away; each is known to be there as long as some of its passages are. */
export async function removeDocuments(
	writer: EngineWriter,
	index: string,
	documents: readonly Pick<DocumentRecord, 'document' | 'total'>[],
): Promise<void> {
	await writer.write(
		index,
		documents.flatMap(({ document, total }) => [...removalOf(document, 1, total)]),
	);
	await writer.write(
		index,
		documents.map(({ document }) => ({ id: recordId(document, 0) })),
	);
}

/** The records of paragraphs of a document, to be taken away. */
export function* removalOf(document: string, from: number, to: number): Generator<RecordChange, void> {
	for (let at = from; at <= to; at++) yield { id: recordId(document, at) };
}

const recordOf = (document: IndexedDocument) => documentRecord(document, document.provenance);

/** What writes the record of a document itself. */
export function changeOf(record: DocumentRecord): RecordChange {
	return { id: recordId(record.document, 0), record };
}

/** A document while it is written: it may have as many passages as it has then, or had before. */
function markerOf({ document, before }: NewDocument): RecordChange {
	const record = recordOf(document);
	return changeOf({ ...record, version: unfinished, total: Math.max(before, record.total) });
}

function removedOf({ document, before }: NewDocument): Pick<DocumentRecord, 'document' | 'total'> {
	return { document: document.name, total: Math.max(before, document.paragraphs.length) };
}

/** How many changes the passages of a document take. */
const placesOf = ({ document, before }: NewDocument) => Math.max(before, document.paragraphs.length);

/** Their passages, and those of the ones before that they have not, to be taken away. */
function* changesOf(documents: readonly NewDocument[]): Generator<RecordChange, void> {
	for (const { document, before } of documents) {
		for (const record of passageRecords(document)) yield { id: recordId(document.name, record.paragraph), record };
		yield* removalOf(document.name, document.paragraphs.length + 1, before);
	}
}
