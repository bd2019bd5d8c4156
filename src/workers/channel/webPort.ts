// Ports between threads of a browser.

import type { Port } from './contract';

/** The port to a worker, for whoever started it. */
export function portOf<Out, In>(worker: Worker): Port<Out, In> {
	return {
		post: message => worker.postMessage(message),
		listen(heard, ended) {
			worker.onmessage = ({ data }: MessageEvent<In>) => heard(data);
			worker.onmessageerror = () => ended('a message that cannot be read');
			worker.onerror = event => ended(event.message);
		},
		end: () => worker.terminate(),
	};
}
