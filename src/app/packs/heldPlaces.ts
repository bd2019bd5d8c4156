// Files that another program had open, or that a drive did not answer for, when they were read: nothing tells when that
// is over, so they are looked at again by themselves, each time after twice as long.
import { FileError, type Clock, type Files, type Place } from '../ports';

/** Milliseconds until the first look, and at most. */
const waits = { first: 1000, longest: 60_000 } as const;

/** Notices what cannot be read for a while; `again` gets each such place when it is time to look. */
export class HeldPlaces {
	/** How long each is waited for the next time. */
	private readonly intervals = new Map<Place, number>();
	private readonly waiting = new Set<Place>();
	private readonly ended = new AbortController();

	constructor(
		private readonly clock: Clock,
		private readonly again: (place: Place) => void,
	) {}

	/** The same files, of which this notices what cannot be read for a while. */
	over(files: Files): Files {
		return {
			...files,
			stat: place => this.notice(place, files.stat(place), false), // a file that is open elsewhere can be looked at
			list: folder => this.notice(folder, files.list(folder)),
			read: place => this.notice(place, files.read(place)),
			readStart: (place, bytes) => this.notice(place, files.readStart(place, bytes)),
		};
	}

	dispose(): void {
		this.ended.abort();
	}

	private async notice<T>(place: Place, asked: PromiseLike<T>, isRead = true): Promise<T> {
		try {
			const answer = await asked;
			if (isRead) this.intervals.delete(place);
			return answer;
		} catch (error) {
			if (error instanceof FileError && (error.fault === 'busy' || error.fault === 'slow')) void this.later(place);
			throw error;
		}
	}

	private async later(place: Place): Promise<void> {
		if (this.waiting.has(place)) return;
		this.waiting.add(place);
		const wait = this.intervals.get(place) ?? waits.first;
		this.intervals.set(place, Math.min(wait * 2, waits.longest));
		await this.clock.wait(wait, this.ended.signal);
		this.waiting.delete(place);
		if (!this.ended.signal.aborted) this.again(place);
	}
}
