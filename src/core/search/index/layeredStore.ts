// Stores that keep in memory what must not or cannot be written where an index lies: another process writes there, or
// the disk is full.

import { manifestName } from './manifest';
import { MemoryStore, type Store, type StoredFile } from './store';

/** What is written or removed stays in memory; the store below is only read. */
export class OverlayStore implements Store {
	private readonly above = new MemoryStore();
	private readonly hidden = new Set<string>();

	constructor(private readonly below: Store) {}

	open(name: string): StoredFile | undefined {
		return this.above.open(name) ?? (this.hidden.has(name) ? undefined : this.below.open(name));
	}

	write(name: string, parts: readonly Uint8Array[]): void {
		this.above.write(name, parts);
	}

	remove(name: string): void {
		this.above.remove(name);
		this.hidden.add(name);
	}

	names(): readonly string[] {
		const below = this.below.names().filter(name => !this.hidden.has(name));
		return [...new Set([...this.above.names(), ...below])];
	}
}

/**
 * Writes to the store below until that is full; from then on what is written or removed stays in memory, and the index
 * there is as it was.
 */
export class SpillingStore implements Store {
	private overlay: OverlayStore | undefined;
	/** Files that no manifest on the disk names yet. */
	private readonly loose = new Set<string>();

	/** `isFull` tells from what the store below has thrown; `onFull` is told once. */
	constructor(
		private readonly below: Store,
		private readonly isFull: (error: unknown) => boolean,
		private readonly onFull: (error: unknown) => void,
	) {}

	/** Whether what was written last is in memory only. */
	get unkept(): boolean {
		return this.overlay !== undefined;
	}

	open(name: string): StoredFile | undefined {
		return (this.overlay ?? this.below).open(name);
	}

	write(name: string, parts: readonly Uint8Array[]): void {
		if (!this.overlay) {
			try {
				this.below.write(name, parts);
				if (name === manifestName) this.loose.clear();
				else this.loose.add(name);
				return;
			} catch (error) {
				if (!this.isFull(error)) throw error;
				this.overlay = new OverlayStore(this.below);
				this.onFull(error);
			}
		}
		this.overlay.write(name, parts);
	}

	remove(name: string): void {
		(this.overlay ?? this.below).remove(name);
		if (!this.overlay) this.loose.delete(name);
	}

	names(): readonly string[] {
		return (this.overlay ?? this.below).names();
	}

	/** Gives a full disk back what the index on it has no use for; nothing is read from here afterwards. */
	end(): void {
		if (this.overlay) for (const name of this.loose) this.below.remove(name);
	}
}
