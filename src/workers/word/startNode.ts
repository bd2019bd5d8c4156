// Starts the thread that writes Word files, on the desktop and on servers.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { portOf } from '../channel/nodePort';
import type { WordPort } from './protocol';

/** Megabytes of memory the thread may have. */
const memory = 1536;

/** A thread of the extension at `folder`. */
export function startWord(folder: string): WordPort {
	return portOf(
		new Worker(join(folder, 'dist', 'main.wordWorker.js'), { resourceLimits: { maxOldGenerationSizeMb: memory } }),
	);
}
