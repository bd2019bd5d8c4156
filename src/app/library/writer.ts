// Writes records to an index of the engine: what it has no room for just now is sent once more, what is too much at
// once in parts.

import type { SearchAnswer } from '../../core/search/library/answers';
import {
	batchesOf,
	bulkLines,
	outcomeOf,
	type BulkAnswer,
	type BulkOutcome,
	type RecordChange,
	type RefusedRecord,
} from '../../core/search/library/bulk';
import type { Json } from '../../core/search/library/queries';
import {
	ask,
	errorOf,
	EngineError,
	type EngineAnswer,
	type EngineRequest,
	type Send,
} from '../../core/search/library/transport';
import type { Clock } from '../ports';

/**
 * Milliseconds that a request may take, and that are waited when the engine has no room: each time twice as long, up to
 * the last.
 */
const [patience, firstWait, longestWait] = [60_000, 500, 8_000];
/** While a large library is merged on the disk there may be no room for minutes: three and a half are waited in all. */
const mostTries = 30;
/** So often it is tried where nobody waits for it any more. */
const fewestTries = 5;
/** So often it is asked to make what was written found: each may take as long as a request. */
const mostRefreshes = 7;
/** A request that the server finds too large (a proxy may take a megabyte), or wrong as a whole. */
const [tooLarge, wrong] = [413, 400];
/** Of so few records in a request an answer that takes too long is the server's, not the request's. */
const fewest = 100;
/** So many records are refused one by one until it is plain that none is taken. */
const mostSpoilt = 100;

export class EngineWriter {
	/** So many records the server takes at once, as far as it has shown. */
	private most = Infinity;
	/** Records that it refused one by one since it last took some. */
	private spoilt = 0;

	constructor(
		private readonly send: Send,
		private readonly clock: Clock,
		private readonly signal?: { readonly aborted: boolean },
	) {}

	/** Asks for something that may take long. Throws an {@link EngineError} where the engine refuses or is away. */
	ask<T>(request: Omit<EngineRequest, 'patience'>): Promise<T> {
		return ask<T>(this.send, { ...request, patience });
	}

	/** A search that is whole: what some machines hold, and did not answer, would be taken for absent. */
	async search<T>(index: string, body: Json): Promise<SearchAnswer<T>> {
		const answer = await this.ask<SearchAnswer<T>>({ method: 'POST', path: `/${index}/_search`, body });
		const failed = answer._shards?.failed ?? 0;
		if (failed > 0 || answer.timed_out) throw new EngineError('part', `${failed} parts of ${index} without an answer`);
		return answer;
	}

	/** What was written to an index is found from now on. After much was written that takes a while: it is waited for. */
	async refresh(index: string): Promise<void> {
		for (let tries = 1; ; tries++) {
			try {
				await this.ask({ method: 'POST', path: `/${index}/_refresh` });
				return;
			} catch (error) {
				const isSlow = error instanceof EngineError && error.fault === 'slow';
				if (!isSlow || tries === mostRefreshes) throw error;
				await this.clock.wait(firstWait);
			}
		}
	}

	/**
	 * Makes changes to an index, in their order, and answers the records that the engine does not take; all others are
	 * written. Throws as {@link ask}; what is written stays.
	 */
	async write(index: string, changes: Iterable<RecordChange>): Promise<readonly RefusedRecord[]> {
		const refused: RefusedRecord[] = [];
		for (const batch of batchesOf(changes)) refused.push(...(await this.writeBatch(index, batch)));
		return refused;
	}

	/** As {@link write}, of changes that are sent at once. */
	async writeBatch(index: string, batch: readonly RecordChange[]): Promise<readonly RefusedRecord[]> {
		const refused: RefusedRecord[] = [];
		let left = batch;
		for (let tries = 1; left.length > 0; tries++) {
			const outcome = await this.sent(index, left);
			refused.push(...outcome.refused);
			left = outcome.again;
			if (left.length === 0) break;
			if (tries >= (this.signal?.aborted ? fewestTries : mostTries))
				throw new EngineError('busy', `${left.length} records had no room: ${outcome.why}`);
			await this.clock.wait(Math.min(longestWait, firstWait * 2 ** (tries - 1)));
		}
		return refused;
	}

	/** Sends changes once, or in parts where they are too much at once or one of them spoils the request. */
	private async sent(index: string, changes: readonly RecordChange[]): Promise<BulkOutcome> {
		if (changes.length > this.most) return this.sentInParts(index, changes, this.most);
		const answer = await this.answerTo(index, changes);
		if (!answer) {
			this.most = Math.ceil(changes.length / 2);
			return this.sentInParts(index, changes, this.most);
		}
		const error = errorOf(answer);
		if (!error) {
			this.spoilt = 0;
			return outcomeOf(changes, answer.body as BulkAnswer);
		}
		const [only] = changes;
		const isSpoilt = answer.status === tooLarge || answer.status === wrong;
		if (isSpoilt && only && changes.length === 1 && this.spoilt++ < mostSpoilt)
			return { again: [], why: '', refused: [{ id: only.id, reason: error.reason }] };
		const half = Math.ceil(changes.length / 2);
		if (answer.status === tooLarge) this.most = half;
		if (isSpoilt && changes.length > 1) return this.sentInParts(index, changes, half);
		if (error.fault === 'busy') return { again: changes, why: error.reason, refused: [] };
		throw error;
	}

	/** What comes of a request; nothing where it took too long and may have been too much. Twice the same is no harm. */
	private async answerTo(index: string, changes: readonly RecordChange[]): Promise<EngineAnswer | undefined> {
		try {
			const lines = bulkLines(changes);
			return await this.send({ method: 'POST', path: `/${index}/_bulk`, lines, patience });
		} catch (error) {
			const isSlow = error instanceof EngineError && error.fault === 'slow';
			if (!isSlow || changes.length <= fewest) throw error;
			await this.clock.wait(firstWait);
			return undefined;
		}
	}

	private async sentInParts(index: string, changes: readonly RecordChange[], size: number): Promise<BulkOutcome> {
		const [again, refused]: [RecordChange[], RefusedRecord[]] = [[], []];
		let why = '';
		for (let at = 0; at < changes.length; at += size) {
			const outcome = await this.sent(index, changes.slice(at, at + size));
			again.push(...outcome.again);
			refused.push(...outcome.refused);
			why ||= outcome.why;
		}
		return { again, why, refused };
	}
}
