// How records are written to the engine, many in one request, and what it says of each.

import type { Json } from './queries';
import { blockOf, EngineError, errorWords, faultOf } from './transport';

/** A record to be written, or to be taken away. */
export interface RecordChange {
	readonly id: string;
	/** Nothing: the record is taken away, if it is there. */
	readonly record?: object;
}

/** A record that the engine does not take, and why, in its words. */
export interface RefusedRecord {
	readonly id: string;
	readonly reason: string;
}

/** So many records, and so many characters of them, are sent at once. */
const [mostRecords, mostCharacters] = [2000, 2_400_000];

/** What the engine says of records it was sent. */
export interface BulkAnswer {
	readonly errors: boolean;
	readonly items: readonly Readonly<Record<string, { readonly status: number; readonly error?: unknown }>>[];
}

/** What came of records that were sent. */
export interface BulkOutcome {
	/** Those that the engine had no room for just now, or whose machine is away: to be sent once more. */
	readonly again: readonly RecordChange[];
	/** Why the first of them is, in the engine's words; empty where none is. */
	readonly why: string;
	readonly refused: readonly RefusedRecord[];
}

/** Changes in batches that the engine takes at once, in their order. */
export function* batchesOf(changes: Iterable<RecordChange>): Generator<readonly RecordChange[], void> {
	let batch: RecordChange[] = [];
	let characters = 0;
	for (const change of changes) {
		const size = JSON.stringify(change.record ?? '').length;
		if (batch.length > 0 && (batch.length >= mostRecords || characters + size > mostCharacters)) {
			yield batch;
			batch = [];
			characters = 0;
		}
		batch.push(change);
		characters += size;
	}
	if (batch.length > 0) yield batch;
}

/** The lines of a request that makes changes to an index. */
export function bulkLines(changes: readonly RecordChange[]): Json[] {
	return changes.flatMap(({ id, record }) =>
		record ? [{ index: { _id: id } }, record as Json] : [{ delete: { _id: id } }],
	);
}

/**
 * What came of changes, each by itself. Throws an {@link EngineError} for what would be said of every record: the index
 * is not written to, or this name may not.
 */
export function outcomeOf(changes: readonly RecordChange[], { items }: BulkAnswer): BulkOutcome {
	const again: RecordChange[] = [];
	const refused: RefusedRecord[] = [];
	let why = '';
	for (const [at, change] of changes.entries()) {
		const [said] = Object.values(items[at] ?? {});
		if (!said) throw new EngineError('failed', 'a record without an answer');
		// What is to be taken away and is not there is gone.
		if (said.status < 300 || said.status === 404) continue;
		const reason = errorWords(said.error ?? said.status);
		const fault = blockOf(reason) ?? faultOf(said.status);
		if (isPassing(said.status, fault)) {
			why ||= reason;
			again.push(change);
		} else if (fault === 'failed') refused.push({ id: change.id, reason });
		else throw new EngineError(fault, reason);
	}
	return { again, why, refused };
}

/** Whether a record may be taken when it is sent once more: there is no room just now, or a machine has gone. */
function isPassing(status: number, fault: string): boolean {
	return fault === 'busy' || fault === 'slow' || (fault === 'failed' && status >= 500);
}
