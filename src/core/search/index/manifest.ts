// What belongs to an index: the names of its segments, and which of their documents are gone. Written last, as a
// whole.

import { checksum, textOf, unitsOf } from './codeUnits';
import { fill } from './segmentPostings';
import type { Store } from './store';

/** Under this name the manifest lies. */
export const manifestName = 'manifest.bin';

export interface ManifestSegment {
	readonly name: string;
	/** Numbers of the documents that are gone. */
	readonly dead: readonly number[];
}

/** What a manifest begins with. Indexes on people's disks have it, so it stays as it is. */
const mark = 'shelf 1';

/** Writes what belongs to the index from now on. */
export function writeManifest(store: Store, segments: readonly ManifestSegment[]): void {
	const text = JSON.stringify([mark, segments.map(({ name, dead }) => [name, ...dead])]);
	const units = unitsOf(text.padEnd(text.length + (text.length % 2)));
	const words = new Uint32Array(units.buffer);
	store.write(manifestName, [
		new Uint8Array(words.buffer),
		new Uint8Array(Uint32Array.of(words.length, checksum(words)).buffer),
	]);
}

/** What belongs to the index; nothing if there is none, or it is not what was written. */
export function readManifest(store: Store): readonly ManifestSegment[] | undefined {
	const file = store.open(manifestName);
	if (!file) return undefined;
	const count = file.size / 4 - 2;
	const words = count >= 0 && Number.isInteger(count) ? fill(file, 0, new Uint32Array(count + 2)) : undefined;
	file.close();
	if (!words || words[count] !== count || words[count + 1] !== checksum(words.subarray(0, count))) return undefined;
	const [read, segments] = JSON.parse(textOf(new Uint16Array(words.buffer, 0, count * 2))) as [
		string,
		[string, ...number[]][],
	];
	return read === mark ? segments.map(([name, ...dead]) => ({ name, dead })) : undefined;
}
