// An index in this very thread: answers questions, and takes documents in a slice at a time so that others get their
// turn.

import {
	heldCode,
	isOutOfReach,
	notOpened,
	offeredOf,
	problemsOf,
	type IndexWork,
	type OfferedDocument,
} from '../offeredDocuments';
import type { Cancelled } from '../passageSearch';
import type {
	ContinuationQuery,
	DocumentContinuation,
	DraftWording,
	IndexChanges,
	IndexEngine,
	IndexFilter,
	MentionFilter,
	PassageHit,
	DocumentMention,
	PassagePage,
	IndexProblem,
	IndexProgress,
	IndexQuery,
	IndexStatus,
	IndexTimeline,
	IndexUpdate,
} from './engine';
import { DocumentPhrases } from './continuations';
import { findPassages } from './find';
import { ngramsOf } from './ngrams';
import { passagesHolding } from './passages';
import { DocumentIndex } from './documentIndex';
import { HeldStoreFile, type Store } from './store';
import { mentionOf, timelineOf } from './uses';
import { present } from '../../text/values/fields';

/** What the index stands on. */
export interface IndexPlatform {
	readonly store: Store;
	/**
	 * All documents in some folders, and what of them cannot be looked at just now: that stays as it was, with what lies
	 * in it. Throws nothing: a folder that is not there has none.
	 */
	list(folders: readonly string[]): Promise<readonly (OfferedDocument | IndexProblem)[]>;
	/** Lets others run. */
	pause(): Promise<void>;
	/** Where the index lies in memory: so many passages at most, the documents that are offered first. */
	readonly mostPassages?: number;
	/** Somebody else writes to the store. */
	readonly readonly?: boolean;
	/** Whoever wrote last has not come to an end: all of the index is read once before documents are taken in. */
	readonly doubtful?: boolean;
}

/** Milliseconds of work between two pauses. */
const slice = 8;

export class LocalIndex implements IndexEngine {
	private opened: DocumentIndex | undefined;
	/** One update after the other. */
	private last: Promise<unknown> = Promise.resolve();
	private left = 0;
	private readonly phrases = new DocumentPhrases();
	/** What is held of the documents being made; nothing before the first question. */
	private phrasesTaken: Promise<unknown> | undefined;
	private rest = 0;
	private doubtful: boolean;

	constructor(private readonly platform: IndexPlatform) {
		this.doubtful = platform.doubtful ?? false;
	}

	private get documentIndex(): DocumentIndex {
		if (this.opened) return this.opened;
		this.opened = DocumentIndex.open(this.platform.store);
		if (!this.platform.readonly) this.opened.removeLeftovers();
		return this.opened;
	}

	status(): Promise<IndexStatus> {
		return Promise.resolve(this.currentStatus());
	}

	private currentStatus(): IndexStatus {
		return present({
			...this.documentIndex.status,
			left: this.left,
			readonly: this.platform.readonly || undefined,
			unkept: this.platform.store.unkept || undefined,
		});
	}

	async search(query: IndexQuery, signal?: Cancelled): Promise<readonly PassageHit[]> {
		// Somebody who types on has cancelled it by the time it is its turn.
		await this.platform.pause();
		if (signal?.aborted) return [];
		try {
			return findPassages(this.documentIndex.hold(), query);
		} finally {
			this.documentIndex.release();
		}
	}

	async mention(words: string, filter: MentionFilter = {}, signal?: Cancelled): Promise<DocumentMention> {
		return (await this.held(segments => mentionOf(segments, words, filter), signal)) ?? { documents: 0 };
	}

	async timeline(words: string, filter: IndexFilter = {}, signal?: Cancelled): Promise<IndexTimeline> {
		const nothing = { documents: [], years: [], uses: 0 };
		return (await this.held(segments => timelineOf(segments, words, filter), signal)) ?? nothing;
	}

	async passages(words: string, filter: IndexFilter = {}, from = 0, signal?: Cancelled): Promise<PassagePage> {
		return (await this.held(segments => passagesHolding(segments, words, filter, from), signal)) ?? { passages: [] };
	}

	async ngrams(signal?: Cancelled): Promise<string> {
		return (await this.held(ngramsOf, signal)) ?? '';
	}

	async continuations(query: ContinuationQuery, signal?: Cancelled): Promise<readonly DocumentContinuation[]> {
		// Goes on although nobody waits any more: the next key asks again.
		await (this.phrasesTaken ??= this.takePhrases());
		return signal?.aborted ? [] : this.phrases.after(query);
	}

	/** The next question takes the documents anew, after what is under way. */
	private phrasesOutdated(): void {
		const { phrasesTaken } = this;
		this.phrasesTaken = phrasesTaken && phrasesTaken.catch(() => undefined).then(() => this.takePhrases());
	}

	private async takePhrases(): Promise<void> {
		try {
			await this.held(segments => this.phrases.take(segments));
		} catch (error) {
			this.phrasesTaken = undefined;
			throw error;
		}
	}

	holdDrafts(drafts: readonly DraftWording[]): Promise<readonly string[]> {
		const { lacking, isChanged } = this.phrases.hold(drafts);
		if (isChanged) this.phrasesOutdated();
		return Promise.resolve(lacking);
	}

	paragraphs(document: string, from: number, to: number): Promise<readonly string[]> {
		const lines = this.phrases.linesOf(document, from, to);
		return Promise.resolve(lines ?? this.documentIndex.paragraphs(document, from, to));
	}

	change(
		{ put = [], remove = [] }: IndexChanges,
		progress?: (at: IndexProgress) => void,
		signal?: Cancelled,
	): Promise<IndexUpdate> {
		const offers = put.map((document): OfferedDocument => ({
			name: document.name,
			version: document.version,
			read: () => Promise.resolve(document),
		}));
		return this.queue(() => this.update({ offers, remove, problems: [] }, progress, signal));
	}

	sync(folders: readonly string[], progress?: (at: IndexProgress) => void, signal?: Cancelled): Promise<IndexUpdate> {
		return this.queue(async () => {
			const listed = await this.platform.list(folders);
			const [offers, problems] = [offeredOf(listed), problemsOf(listed)];
			const names = new Set(offers.map(offer => offer.name));
			try {
				if (this.doubtful && !this.platform.readonly) await this.run(this.documentIndex.check());
				this.doubtful = false;
				const gone = [...this.documentIndex.documents()].filter(
					name => !names.has(name) && !isOutOfReach(name, problems),
				);
				return await this.update({ offers, remove: gone, problems }, progress, signal);
			} catch (error) {
				if (!(error instanceof HeldStoreFile)) throw error;
				return notOpened(problems, error.file);
			}
		});
	}

	async close(): Promise<void> {
		await this.last.catch(() => undefined);
		this.opened?.close();
		this.opened = undefined;
	}

	private queue<T>(work: () => Promise<T>): Promise<T> {
		const next = this.last.catch(() => undefined).then(work);
		this.last = next.catch(() => undefined);
		return next;
	}

	private async update(
		{ offers, remove, problems: before }: IndexWork,
		progress?: (at: IndexProgress) => void,
		signal?: Cancelled,
	): Promise<IndexUpdate> {
		const { documentIndex } = this;
		const problems = [...before];
		const counts = { put: 0, removed: 0 };
		const answer = () => ({ ...this.currentStatus(), ...counts, problems, cancelled: signal?.aborted ?? false });
		if (this.platform.readonly) return answer();
		const wanted = offers.filter(offer => documentIndex.version(offer.name) !== offer.version);
		let passagesLeft = (this.platform.mostPassages ?? Infinity) - documentIndex.status.passages;
		this.left = 0;
		try {
			counts.removed = this.removeAll(remove);
			for (const [at, offer] of wanted.entries()) {
				if (signal?.aborted) break;
				progress?.({ done: at, total: wanted.length });
				const taken = await this.take(offer, passagesLeft);
				if (typeof taken === 'number') {
					passagesLeft -= taken;
					counts.put++;
				} else if (taken) problems.push(taken);
			}
			await this.run(documentIndex.commit());
			if (!signal?.aborted) {
				progress?.({ done: wanted.length, total: wanted.length });
				await this.run(documentIndex.merge(), signal);
			}
		} catch (error) {
			if (!(error instanceof HeldStoreFile)) throw error;
			return { ...answer(), held: error.file };
		} finally {
			documentIndex.abandon();
			if (counts.put + counts.removed > 0) this.phrasesOutdated();
		}
		return answer();
	}

	/** Takes documents out; answers how many there were. */
	private removeAll(names: readonly string[]): number {
		const known = names.filter(name => this.documentIndex.version(name) !== undefined);
		for (const name of names) this.documentIndex.remove(name);
		return known.length;
	}

	/** Takes a document in: how many passages it has; nothing where no more fit, or why it cannot be read. */
	private async take(offer: OfferedDocument, room: number): Promise<number | undefined | IndexProblem> {
		const { documentIndex } = this;
		const read = await offer.read();
		if ('code' in read) {
			// What it was is no longer what is there, as far as that can be told.
			if (read.code !== heldCode) documentIndex.remove(offer.name);
			return read;
		}
		const passages = read.paragraphs.length;
		if (passages > room) {
			documentIndex.remove(offer.name);
			this.left++;
			return undefined;
		}
		await this.run(documentIndex.put(read));
		return passages;
	}

	/** Runs steps over the documents as they are; nothing if it was cancelled. */
	private async held<T>(
		steps: (segments: ReturnType<DocumentIndex['hold']>) => Generator<void, T>,
		signal?: Cancelled,
	): Promise<T | undefined> {
		try {
			return await this.run(steps(this.documentIndex.hold()), signal);
		} finally {
			this.documentIndex.release();
		}
	}

	/** Runs steps to their end, letting others run; nothing if it was cancelled. */
	private async run<T>(steps: Generator<void, T>, signal?: Cancelled): Promise<T | undefined> {
		for (;;) {
			if (Date.now() - this.rest >= slice) {
				await this.platform.pause();
				this.rest = Date.now();
			}
			if (signal?.aborted) {
				// Lets go of what the steps hold.
				steps.return(undefined as T);
				return undefined;
			}
			const step = steps.next();
			if (step.done) return step.value;
		}
	}
}
