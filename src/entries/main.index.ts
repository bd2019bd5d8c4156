// Entry of the thread that holds the index of a person's documents.
import { isMainThread, workerData } from 'node:worker_threads';
import { LocalIndex } from '../core/search/index/localIndex';
import { MemoryStore } from '../core/search/index/store';
import { portToParent } from '../workers/channel/nodePort';
import { openIndex } from '../workers/index/disk';
import { listDocuments } from '../workers/index/folders';
import type { Reply, Request } from '../workers/index/protocol';
import { serve } from '../workers/index/serve';
import type { ThreadData } from '../workers/index/start';

function start(): void {
	const port = portToParent<Reply, Request>();
	const { folder } = workerData as ThreadData;
	const { store, state, end } = openIndex(folder, 'VS Code', () => undefined); // the status tells
	const pause = () => new Promise<void>(resolve => void setImmediate(resolve));
	serve(
		new LocalIndex({
			store,
			list: listDocuments,
			pause,
			readonly: state === 'other',
			doubtful: state === 'left',
		}),
		{
			...port,
			end() {
				// A lock that a scanner keeps open is taken over when this process has ended.
				void end()
					.catch(() => undefined)
					.then(() => port.end());
			},
		},
	);
}

// The MCP server, which is a program of its own, takes from here what the thread runs.
if (!isMainThread) start();
export { LocalIndex, listDocuments, MemoryStore, openIndex };
