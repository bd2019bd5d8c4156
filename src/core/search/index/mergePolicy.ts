// Answers which segments should become one, so that there are never many small ones.

import { segmentSize } from '../postings';
import type { StoredSegment } from './segment';
import { mostUnits } from './segmentWriter';

/** So many segments of about one size become one. */
const mergedAtOnce = 8;

/** The segments to be made one: eight of about one size, or one of which less than half is left. */
export function toMerge(segments: readonly StoredSegment[]): StoredSegment[] | undefined {
	const sizes = new Map<number, StoredSegment[]>();
	for (const segment of segments) {
		if (segment.live * 2 < segment.size) return [segment];
		const size = Math.floor(Math.log(1 + segment.liveUnits / 4096) / Math.log(mergedAtOnce));
		sizes.set(size, [...(sizes.get(size) ?? []), segment]);
	}
	for (const [, similar] of [...sizes].sort((a, b) => a[0] - b[0])) {
		if (similar.length < mergedAtOnce) continue;
		const group: StoredSegment[] = [];
		let units = 0;
		let passages = 0;
		for (const segment of similar.sort((a, b) => a.liveUnits - b.liveUnits)) {
			units += segment.liveUnits;
			passages += segment.live;
			if (units > mostUnits || passages > segmentSize) break;
			group.push(segment);
		}
		if (group.length >= mergedAtOnce / 2) return group;
	}
	return undefined;
}
