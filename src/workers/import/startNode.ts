// Starts the thread that reads documents, on the desktop and on servers.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { portOf } from '../channel/nodePort';
import type { ImportPort } from './protocol';

/** Megabytes of memory the thread may have: a file that wants more ends it, not the editor. */
const memory = 1536;

/** A thread of the extension at `folder`; `megabytes` of memory it may have. */
export function startImporter(folder: string, megabytes = memory): ImportPort {
	const dist = join(folder, 'dist');
	const worker = new Worker(join(dist, 'main.importWorker.js'), {
		workerData: { dist },
		resourceLimits: { maxOldGenerationSizeMb: megabytes },
	});
	return { ...portOf(worker), paths: true };
}
