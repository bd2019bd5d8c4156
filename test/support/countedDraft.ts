// A draft that counts how often each of its parts is made.
import { Draft } from '../../src/core/draft/draft';

export class CountedDraft extends Draft {
	private readonly made = new Map<string, number>();
	private readonly counting = new Map<unknown, (draft: Draft) => unknown>();

	override part<T>(read: (draft: Draft) => T): T {
		const counted = this.counting.get(read) ?? this.count(read);
		this.counting.set(read, counted);
		return super.part(counted) as T;
	}

	/** The parts that were made, by the name of what made them, each with how often. */
	get parses(): Readonly<Record<string, number>> {
		return Object.fromEntries(this.made);
	}

	private count(read: (draft: Draft) => unknown): (draft: Draft) => unknown {
		return draft => {
			this.made.set(read.name, (this.made.get(read.name) ?? 0) + 1);
			return read(draft);
		};
	}
}
