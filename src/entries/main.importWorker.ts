// Entry of the thread that reads documents, on the desktop and on servers: it opens files by their paths.
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { importProblem, type ImportProblem } from '../core/documents/document';
import { portToParent } from '../workers/channel/nodePort';
import type { Answered, Asked } from '../workers/import/protocol';
import { serveImport } from '../workers/import/service';

const port = portToParent<Answered, Asked>();
const { dist } = workerData as { readonly dist: string };

const answer = serveImport(
	{
		documents: () => import('./main.import'),
		packs: () => import('./main.packs'),
		maps: async () => JSON.parse(await readFile(join(dist, 'cmaps.json'), 'utf8')) as Record<string, string>,
		open: readBytes,
	},
	message => port.post(message),
);
port.listen(answer, () => undefined);

/** The bytes of a file unless it has more than `limit`, whatever its size says; nothing but a file is read. */
async function readBytes(path: string, limit: number): Promise<Uint8Array | ImportProblem> {
	try {
		const { size, isFile } = await stat(path).then(found => ({ size: found.size, isFile: found.isFile() }));
		if (!isFile) return importProblem('import.unreadable', { reason: 'no file' });
		if (size > limit) return importProblem('import.large', { what: 'bytes', size, limit });
		const file = await open(path, 'r');
		try {
			const bytes = new Uint8Array(size);
			let at = 0;
			while (at < bytes.length) {
				const { bytesRead } = await file.read(bytes, at, bytes.length - at, at);
				if (bytesRead === 0) break;
				at += bytesRead;
			}
			return bytes.subarray(0, at);
		} finally {
			await file.close();
		}
	} catch (error) {
		return importProblem('import.unreadable', {
			reason: error instanceof Error && 'code' in error ? String(error.code) : 'failed',
		});
	}
}
