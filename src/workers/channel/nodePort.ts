// Ports between threads of Node.

import { parentPort, type Worker } from 'node:worker_threads';
import { reasonOf } from './channel';
import type { Port } from './contract';

/** The port to a thread, for whoever started it. */
export function portOf<Out, In>(worker: Worker): Port<Out, In> {
	let asked = false;
	return {
		post: message => worker.postMessage(message),
		listen(heard, ended) {
			worker.on('message', heard);
			worker.on('messageerror', error => ended(reasonOf(error)));
			worker.on('error', error => ended(reasonOf(error)));
			worker.on('exit', code => {
				if (!asked) ended(`the thread has ended: exit ${code}`);
			});
		},
		end() {
			asked = true;
			void worker.terminate();
		},
	};
}

/** The port to whoever started this thread. Throws in the main thread. */
export function portToParent<Out, In>(): Port<Out, In> {
	const port = parentPort;
	if (!port) throw new Error('this is no thread');
	return {
		post: message => port.postMessage(message),
		listen: heard => void port.on('message', heard),
		end: () => port.close(),
	};
}
