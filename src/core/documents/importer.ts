// A file's bytes → its documents, by the reader of its format; the one door to all readers, so that they can be a
// file loaded later. What a reader itself does wrong is one file's problem.

import { nothingRead, type DocumentReader, type Limits, type ReadFile } from './document';
import { formatOf, type Format } from './format';
import { readJsonList } from './plain/jsonLists';
import { readMarkdown } from './plain/markdown';
import { readText } from './plain/text';

/** Readers by format; a format without one is said to be unknown. */
export type Readers = Partial<Readonly<Record<Format, DocumentReader>>>;

/** The readers that need no library. */
export const plainReaders: Readers = { text: readText, markdown: readMarkdown, json: readJsonList };

/** Reads a file of any format there is a reader for. Never throws. */
export async function readFileWith(
	readers: Readers,
	bytes: Uint8Array,
	name: string,
	limits: Limits,
): Promise<ReadFile> {
	if (limits.signal?.aborted === true) return nothingRead('import.cancelled');
	if (bytes.length > limits.bytes)
		return nothingRead('import.large', { what: 'bytes', size: bytes.length, limit: limits.bytes });
	if (bytes.length === 0) return nothingRead('import.empty', { reason: 'nothing' });
	const found = formatOf(bytes, name);
	const reader = 'format' in found ? readers[found.format] : undefined;
	if (!reader) return nothingRead('import.format', { format: 'format' in found ? found.format : found.other });
	try {
		const read = await reader(bytes, name, limits);
		const large = read.documents.find(
			one => one.paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0) > limits.characters,
		);
		return large ? nothingRead('import.large', { what: 'characters', limit: limits.characters }) : read;
	} catch (error) {
		return nothingRead('import.damaged', { reason: error instanceof Error ? error.message.slice(0, 200) : 'unknown' });
	}
}
