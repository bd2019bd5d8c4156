// Starts the thread that holds the index.

import { Worker } from 'node:worker_threads';
import { IndexClient } from './client';
import type { Port, Reply, Request } from './protocol';

/** What the thread is told when it starts. */
export interface ThreadData {
	/** Where the index lies. */
	readonly folder: string;
}

/**
 * An index whose index lies in a folder and is held by a thread of its own; `script`: the file of that thread. Starts
 * when it is first asked something; keeps the process alive until it is closed.
 */
export function startIndex(script: string, folder: string): IndexClient {
	return new IndexClient((): Port<Request, Reply> => {
		const data: ThreadData = { folder };
		const worker = new Worker(script, { workerData: data });
		return {
			post: message => worker.postMessage(message),
			listen(heard, ended) {
				worker.on('message', heard);
				worker.on('error', error => ended(error.message));
				worker.on('exit', () => ended('the thread has ended'));
			},
			end: () => void worker.terminate(),
		};
	});
}
