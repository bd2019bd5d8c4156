// The segments an index consists of, opened as its manifest names them, also while another process changes both.

import type { IndexStatus } from './engine';
import { readManifest, type ManifestSegment } from './manifest';
import { StoredSegment } from './segment';
import type { MemoryBudget } from './segmentPostings';
import type { Store } from './store';

/** So often an index is opened anew that another process changes meanwhile. */
const mostAttempts = 20;

/**
 * Opens the segments of the manifest; what is damaged is left out. Whoever writes puts another manifest in its place
 * and removes segments: where one is missing and the manifest is no longer the same, all is opened anew. Throws
 * {@link HeldStoreFile} where another program has a file open that is whole: it is no reason to make the index anew.
 */
export function openSegments(
	store: Store,
	budget: MemoryBudget,
): { readonly segments: StoredSegment[]; readonly opened: IndexStatus['opened'] } {
	for (let attempt = 1; ; attempt++) {
		const manifest = readManifest(store);
		if (!manifest) return { segments: [], opened: 'new' };
		const segments = openAll(store, manifest, budget);
		if (segments.length === manifest.length) return { segments, opened: 'kept' };
		const same = JSON.stringify(readManifest(store)) === JSON.stringify(manifest);
		if (same || attempt === mostAttempts) return { segments, opened: 'repaired' };
		for (const segment of segments) segment.close();
	}
}

/** The segments that are whole. Throws what the store throws, and then holds none of them. */
function openAll(store: Store, manifest: readonly ManifestSegment[], budget: MemoryBudget): StoredSegment[] {
	const segments: StoredSegment[] = [];
	try {
		for (const { name, dead } of manifest) {
			const segment = StoredSegment.open(store, name, budget);
			if (!segment) continue;
			for (const document of dead) if (document < segment.documents.length) segment.bury(document);
			segments.push(segment);
		}
	} catch (error) {
		for (const segment of segments) segment.close();
		throw error;
	}
	return segments;
}
