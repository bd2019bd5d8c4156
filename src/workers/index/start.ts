// Starts the thread that holds the index.

import { Worker } from 'node:worker_threads';
import { portOf } from '../channel/nodePort';
import { IndexClient } from './client';

/** What the thread is told when it starts. */
export interface ThreadData {
	/** Where the index lies. */
	readonly folder: string;
}

/**
 * Megabytes in which the thread keeps what has just been made: a search makes much that nobody needs a moment later,
 * and V8 would let three times as much lie. Neither searches nor taking documents in get slower by it.
 */
const young = 8;

/**
 * An index that lies in a folder and is held by a thread of its own; `script`: the file of that thread. Starts when it
 * is first asked something; keeps the process alive until it is closed.
 */
export function startIndex(script: string, folder: string): IndexClient {
	const workerData: ThreadData = { folder };
	const resourceLimits = { maxYoungGenerationSizeMb: young };
	return new IndexClient(() => portOf(new Worker(script, { workerData, resourceLimits })));
}
