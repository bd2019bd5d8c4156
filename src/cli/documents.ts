// The documents of the packs of `--corpus` as passages to search: taken in when the first question comes, or kept in
// an index between calls.

import { resolve } from 'node:path';
import { LocalIndex } from '../core/search/index/localIndex';
import { heldCode } from '../core/search/offeredDocuments';
import type {
	ContinuationQuery,
	DocumentContinuation,
	IndexQuery,
	IndexTimeline,
	PassageHit,
} from '../core/search/index/engine';
import { MemoryStore, type Store } from '../core/search/index/store';
import { openIndex, type OpenedIndex } from '../workers/index/disk';
import { listDocuments } from '../workers/index/folders';
import type { GroupConnection } from '../app/library/connection';
import type { Away } from '../core/search/library/availability';
import { faultWords } from './group/words';
import { packPlaces } from './places';
import { closeThere, lockLeft, reason, shownPath, UsageError, type Io } from './io';

/** What a person has given as folders, asked only if there is a question. */
export class Documents {
	private opened: Promise<LocalIndex> | undefined;
	private index: OpenedIndex | undefined;
	private toldAway = false;
	private closed = false;

	/** `folder`: where what was taken in is kept for the next call; `group`: a group's documents beside them. */
	constructor(
		private readonly io: Io,
		private readonly packs: readonly string[],
		private readonly folder?: string,
		private readonly group?: GroupConnection,
	) {}

	/**
	 * The passages that fit, best first; documents are told by their paths as the person would write them. UsageError
	 * when the index cannot be kept where it should.
	 */
	async search(query: IndexQuery): Promise<readonly PassageHit[]> {
		const own = this.packs.length > 0 ? await this.own() : undefined;
		const both = this.group?.with(own);
		const hits = (await (both ?? own)?.search(query)) ?? [];
		if (both?.away) this.tellAway(both.away);
		return hits.map(hit => (hit.library ? hit : { ...hit, document: shownPath(this.io, hit.document) }));
	}

	/**
	 * How often the documents of a group's library use words, but for some sources, those of one's own; nothing where
	 * none is asked, or it cannot be.
	 */
	async groupTimeline(words: string, without: readonly string[]): Promise<IndexTimeline | undefined> {
		const both = this.group?.with(undefined);
		if (!both) return undefined;
		const found = await both.timeline(words, { without });
		if (both.away) this.tellAway(both.away);
		return both.away && both.away.fault !== 'part' ? undefined : found;
	}

	/** Once: what is not found may be there all the same. */
	private tellAway({ fault, reason: cause }: Away): void {
		if (this.toldAway) return;
		this.toldAway = true;
		this.io.err(`结果里缺共享库的部分 the group’s part is missing: ${faultWords[fault]} (${cause})`);
	}

	/** How they go on; nothing where there are none. */
	async continuations(query: ContinuationQuery): Promise<readonly DocumentContinuation[] | undefined> {
		if (this.packs.length === 0) return undefined;
		const index = await this.own();
		const { documents } = await index.status();
		return documents > 0 ? index.continuations(query) : undefined;
	}

	async close(): Promise<void> {
		this.closed = true; // a question that was under way would open the index and leave it locked
		await (await this.opened?.catch(() => undefined))?.close();
		await this.index?.end().catch((error: unknown) => this.io.err(lockLeft(this.io, String(this.folder), error)));
	}

	/** The index; one that could not be opened is tried again by the next question. */
	private async own(): Promise<LocalIndex> {
		if (this.closed) throw new Error('nothing is asked any more');
		const opened = (this.opened ??= this.open());
		try {
			return await opened;
		} catch (error) {
			if (this.opened === opened) this.opened = undefined;
			await this.index?.end().catch(() => undefined);
			throw error;
		}
	}

	private async open(): Promise<LocalIndex> {
		const { store, state } = this.place();
		const index = new LocalIndex({
			store,
			list: listDocuments,
			pause: () => Promise.resolve(),
			doubtful: state === 'left',
		});
		const { problems, put, held, documents } = await index.sync(packPlaces(this.io.cwd, this.packs));
		if (state === 'other' && put > 0)
			this.io.err(
				`另一个程序正在写索引，其中还没有的 ${String(put)} 篇这次在内存里查 another program writes this index; what it lacks is searched in memory: ${String(this.folder)}`,
			);
		for (const { file, code } of problems)
			this.io.err(`${shownPath(this.io, file)}: ${code === heldCode ? closeThere : code}`);
		if (held !== undefined) this.tellHeld(held, documents > 0);
		return index;
	}

	/** Another program has a file of the index open: what it had is searched, where it can be opened. */
	private tellHeld(file: string, isOpened: boolean): void {
		const words = `索引没有更新，文献都在 the index was not updated, the documents are untouched: ${shownPath(this.io, file)}：${closeThere}`;
		if (!isOpened) throw new UsageError(words);
		this.io.err(words);
	}

	private place(): { readonly store: Store; readonly state: OpenedIndex['state'] } {
		if (this.folder === undefined) return { store: new MemoryStore(), state: 'free' };
		const folder = this.folder;
		try {
			return (this.index = openIndex(resolve(this.io.cwd, folder), 'policy-writing search', code =>
				this.io.err(
					`磁盘已满或不可写（${code}），索引没有存下，这次在内存里查 the disk takes nothing, so the index is not kept and this search is in memory: ${folder}`,
				),
			));
		} catch (error) {
			throw new UsageError(`索引不能放在这里 the index cannot be kept here: ${folder} (${reason(error)})`);
		}
	}
}
