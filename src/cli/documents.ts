// The documents of the packs of `--corpus` as passages to search: taken in when the first question comes, or kept in
// an index between calls.

import { resolve } from 'node:path';
import { LocalShelf } from '../core/search/index/localIndex';
import type { ShelfHit, ShelfQuery } from '../core/search/index/engine';
import { MemoryStore, type Store } from '../core/search/index/store';
import { lock, openDisk, unlock } from '../workers/index/disk';
import { listDocuments } from '../workers/index/folders';
import { reason, shownPath, UsageError, type Io } from './io';

/** What a person has given as folders, asked only if there is a question. */
export class Documents {
	private opened: Promise<LocalShelf> | undefined;
	private locked: string | undefined;

	/** `index`: a folder in which what was taken in is kept for the next call. */
	constructor(
		private readonly io: Io,
		private readonly packs: readonly string[],
		private readonly index?: string,
	) {}

	/** The passages that fit, best first; documents are told by their paths as the person would write them. UsageError when the index cannot be kept where it should. */
	async search(query: ShelfQuery): Promise<readonly ShelfHit[]> {
		if (this.packs.length === 0) return [];
		const hits = await (await (this.opened ??= this.open())).search(query);
		return hits.map(hit => ({ ...hit, document: shownPath(this.io, hit.document) }));
	}

	async close(): Promise<void> {
		await (await this.opened?.catch(() => undefined))?.close();
		if (this.locked !== undefined) unlock(this.locked);
	}

	private async open(): Promise<LocalShelf> {
		const { store, state } = this.store();
		const shelf = new LocalShelf({
			store,
			list: listDocuments,
			pause: () => Promise.resolve(),
			readonly: state === 'other',
			doubtful: state === 'left',
		});
		if (state === 'other')
			this.io.err(
				`另一个程序正在写索引，按它现有的内容查 another program writes this index; it is read as it is: ${this.index}`,
			);
		const { problems } = await shelf.sync(this.packs.map(pack => resolve(this.io.cwd, pack)));
		for (const { file, code } of problems) this.io.err(`${shownPath(this.io, file)}: ${code}`);
		return shelf;
	}

	private store(): { readonly store: Store; readonly state: ReturnType<typeof lock> } {
		if (this.index === undefined) return { store: new MemoryStore(), state: 'free' };
		const folder = resolve(this.io.cwd, this.index);
		try {
			const state = lock(folder);
			if (state !== 'other') this.locked = folder;
			return { store: openDisk(folder), state };
		} catch (error) {
			throw new UsageError(`索引不能放在这里 the index cannot be kept here: ${this.index} (${reason(error)})`);
		}
	}
}
