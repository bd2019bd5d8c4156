// The readers of formats with what they need of this machine.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readers } from '../../core/documents/importer';

/** The readers; without the character maps of the build some PDFs have no text, and their readers say so. */
export async function createReaders(dist: string): Promise<Readers> {
	const maps = await readFile(join(dist, 'cmaps.json'), 'utf8').then(
		text => JSON.parse(text) as Record<string, string>,
		() => ({}),
	);
	// A file of its own in the build: two megabytes that other commands do without
	const { createDocumentReaders } = await import('../../core/documents/readers');
	return createDocumentReaders(maps);
}
