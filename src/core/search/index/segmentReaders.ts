// Segments that leave an index while somebody still reads them.

import type { StoredSegment } from './segment';
import type { Store } from './store';

/** Counts who reads; what is no longer part of the index is closed when nobody does. */
export class SegmentReaders {
	private readonly retired: StoredSegment[] = [];
	private readers = 0;

	constructor(private readonly store: Store) {}

	/** Segments that are read, though they are no longer part of the index. */
	get leaving(): readonly StoredSegment[] {
		return this.retired;
	}

	enter(): void {
		this.readers++;
	}

	leave(): void {
		this.readers--;
		if (this.readers === 0) this.close();
	}

	/** Removes the files of segments; they stay readable as long as somebody reads. */
	retire(segments: readonly StoredSegment[]): void {
		this.retired.push(...segments);
		for (const { name } of segments) this.store.remove(name);
		if (this.readers === 0) this.close();
	}

	/** Closes what is no longer part of the index, read or not. */
	close(): void {
		for (const segment of this.retired.splice(0)) segment.close();
	}
}
