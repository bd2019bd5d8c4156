// Entry of the thread that holds the index of a person's documents.
import { parentPort, workerData } from 'node:worker_threads';
import { LocalShelf } from './core/search/shelf/local';
import { beat, keepLock, lock, openDisk, unlock } from './shelf/disk';
import { listDocuments } from './shelf/folders';
import { serve } from './shelf/serve';
import type { ThreadData } from './shelf/thread';

const port = parentPort!;
const { folder } = workerData as ThreadData;
const state = lock(folder);
if (state !== 'other') setInterval(() => keepLock(folder), beat).unref();
const pause = () => new Promise<void>(resolve => void setImmediate(resolve));

serve(
	new LocalShelf({
		store: openDisk(folder),
		list: listDocuments,
		pause,
		readonly: state === 'other',
		doubtful: state === 'left',
	}),
	{
		post: message => port.postMessage(message),
		listen: heard => void port.on('message', heard),
		end() {
			if (state !== 'other') unlock(folder);
			port.close();
		},
	},
);
