// Writes records to an index of the engine: what it has no room for just now is sent once more.

import {
	batchesOf,
	bulkLines,
	refusedForNow,
	type BulkAnswer,
	type RecordChange,
} from '../../core/search/library/bulk';
import { ask, EngineError, type EngineRequest, type Send } from '../../core/search/library/transport';
import type { Clock } from '../ports';

/** Milliseconds that a request may take, and that are waited when the engine has no room, each time twice as long. */
const [patience, firstWait] = [60_000, 500];
const mostTries = 7;

export class EngineWriter {
	constructor(
		private readonly send: Send,
		private readonly clock: Clock,
	) {}

	/** Asks for something that may take long. Throws an {@link EngineError} where the engine refuses or is away. */
	ask<T>(request: Omit<EngineRequest, 'patience'>): Promise<T> {
		return ask<T>(this.send, { ...request, patience });
	}

	/** What was written to an index is found from now on. */
	async refresh(index: string): Promise<void> {
		await this.ask({ method: 'POST', path: `/${index}/_refresh` });
	}

	/** Makes changes to an index, in their order. Throws as {@link ask}; what is written stays. */
	async write(index: string, changes: Iterable<RecordChange>): Promise<void> {
		for (const batch of batchesOf(changes)) {
			let left: readonly RecordChange[] = batch;
			for (let tries = 1; left.length > 0; tries++) {
				left = await this.sent(index, left);
				if (left.length === 0) break;
				if (tries === mostTries) throw new EngineError('busy', `${left.length} records had no room`);
				await this.clock.wait(firstWait * 2 ** (tries - 1));
			}
		}
	}

	/** Sends changes once; answers those that had no room. */
	private async sent(index: string, changes: readonly RecordChange[]): Promise<readonly RecordChange[]> {
		try {
			const path = `/${index}/_bulk`;
			return refusedForNow(changes, await this.ask<BulkAnswer>({ method: 'POST', path, lines: bulkLines(changes) }));
		} catch (error) {
			if (error instanceof EngineError && error.fault === 'busy') return changes;
			throw error;
		}
	}
}
