// How a draft goes on as a group's passages do: as those that were found or read, which are held here. Nobody asks
// another machine at a key, and no words of a draft go there for it.

import { Phrases } from '../continuations/phrases';
import type { ContinuationQuery, DocumentContinuation, IndexedSource } from '../index/engine';
import { sourceOf } from './records';

/** So many passages are held, those that were found last. */
const mostHeld = 600;
/** Milliseconds after which what was found is taken in, and between two steps of that. */
const [pause, step] = [1000, 0];

/** A passage as it was answered. */
interface SeenPassage extends IndexedSource {
	readonly paragraph: number;
	readonly text: string;
}

export class SeenPassages {
	private readonly phrases = new Phrases();
	private readonly held = new Map<string, SeenPassage>();
	private taking: Promise<void> | undefined;
	private isTaken = true;

	/** `wait`: settled after so many milliseconds. */
	constructor(private readonly wait: (milliseconds: number) => Promise<void>) {}

	/** Takes note of passages; drafts go on by them a while later. */
	add(passages: readonly SeenPassage[]): void {
		for (const one of passages) {
			const key = [one.document, String(one.paragraph), one.text].join('\0');
			if (this.held.has(key)) continue;
			this.held.set(key, one);
			this.isTaken = false;
		}
		for (const key of this.held.keys()) {
			if (this.held.size <= mostHeld) break;
			this.held.delete(key);
		}
		if (!this.isTaken) this.taking ??= this.take().finally(() => (this.taking = undefined));
	}

	/** How these passages go on from what is written; empty where nothing is likely. */
	after({ before, confidence = 'balanced', caution }: ContinuationQuery): readonly DocumentContinuation[] {
		const found = this.phrases.after(before, confidence, caution);
		if (!found) return [];
		const places = found.places.flatMap(({ key }) => {
			const passage = this.held.get(key);
			return passage ? [{ ...sourceOf(passage), paragraph: passage.paragraph }] : [];
		});
		return [{ ...found, places }];
	}

	private async take(): Promise<void> {
		while (!this.isTaken) {
			await this.wait(pause);
			this.isTaken = true;
			const offered = [...this.held].map(([key, { date = '', paragraph, text }]) => ({
				key,
				date,
				paragraph,
				length: text.length,
				read: () => [text],
			}));
			const steps = this.phrases.take(offered);
			while (!steps.next().done) await this.wait(step);
		}
	}
}
