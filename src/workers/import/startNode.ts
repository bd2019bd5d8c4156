// Starts the thread that reads documents, on the desktop and on servers.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answered, ImportPort } from './protocol';

/** Megabytes of memory the thread may have: a file that wants more ends it, not the editor. */
const memory = 1536;

/** A thread of the extension at `folder`; `most`: megabytes of memory it may have. */
export function startImporter(folder: string, most = memory): ImportPort {
	const dist = join(folder, 'dist');
	const worker = new Worker(join(dist, 'main.importWorker.js'), {
		workerData: { dist },
		resourceLimits: { maxOldGenerationSizeMb: most },
	});
	let asked = false;
	return {
		paths: true,
		post: message => worker.postMessage(message),
		listen(heard, ended) {
			worker.on('message', (message: Answered) => heard(message));
			worker.on('error', error => ended(error.message));
			worker.on('exit', code => {
				if (!asked) ended(`exit ${code}`);
			});
		},
		end() {
			asked = true;
			void worker.terminate();
		},
	};
}
