// How records are written to the engine, many in one request, and what it says of each.

import type { Json } from './queries';
import { EngineError } from './transport';

/** A record to be written, or to be taken away. */
export interface RecordChange {
	readonly id: string;
	/** Nothing: the record is taken away, if it is there. */
	readonly record?: object;
}

/** So many records, and so many characters of them, are sent at once. */
const [mostRecords, mostCharacters] = [1000, 4_000_000];

/** What the engine says of records it was sent. */
export interface BulkAnswer {
	readonly errors: boolean;
	readonly items: readonly Readonly<Record<string, { readonly status: number; readonly error?: unknown }>>[];
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
 * The changes that the engine had no room for just now, to be sent once more. Throws an {@link EngineError} for what it
 * refuses.
 */
export function refusedForNow(changes: readonly RecordChange[], { items }: BulkAnswer): readonly RecordChange[] {
	return changes.filter((_, at) => {
		const [said] = Object.values(items[at] ?? {});
		if (!said) throw new EngineError('failed', 'a record without an answer');
		if (said.status === 429) return true;
		// What is to be taken away and is not there is gone.
		if (said.status < 300 || said.status === 404) return false;
		throw refusal(said.status, JSON.stringify(said.error));
	});
}

/** The error for a record that is refused: an index that is just being migrated lets nobody write. */
function refusal(status: number, reason: string): EngineError {
	const told = reason.slice(0, 300);
	if (status !== 403) return new EngineError('failed', told);
	return new EngineError(reason.includes('cluster_block_exception') ? 'migrating' : 'denied', told);
}
