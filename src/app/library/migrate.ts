// A group's library of an older version → one of this program's: into a new index, document by document, while the old
// one is read as before; then the name leads to the new one. What was broken off goes on where it was.

import type { IndexProgress } from '../../core/search/index/engine';
import type { RecordChange } from '../../core/search/library/bulk';
import {
	indexBehind,
	indexBody,
	indexNameOf,
	mappingVersion,
	type IndexSize,
	type MappingAnswer,
} from '../../core/search/library/mapping';
import { documentPageBody, passagePageBody, statusBody, type After } from '../../core/search/library/queries';
import { lookedUp, recordId, type DocumentRecord, type PassageRecord } from '../../core/search/library/records';
import { EngineError, type Send } from '../../core/search/library/transport';
import type { Clock } from '../ports';
import { changeOf, removalOf, removeDocuments, unfinished } from './documentWriter';
import { EngineWriter } from './writer';

export interface MigrationOptions extends IndexSize {
	/** The name that people use. */
	readonly index: string;
	/** The version that it is brought to: that of this program. */
	readonly version?: number;
	/** Documents that are copied at once; fewer in tests. */
	readonly together?: number;
	/** Says what would be done, and does nothing. */
	readonly dry?: boolean;
	readonly progress?: (at: IndexProgress) => void;
	readonly signal?: { readonly aborted: boolean };
}

/** What came of it. */
export interface MigrationAnswer {
	/** The index that the name led to before; it stays, and is written to no more. */
	readonly from: string;
	/** The one it leads to now, or would; the same where there was nothing to do. */
	readonly to: string;
	/** How many documents were copied by this run, or would be. */
	readonly documents: number;
	readonly cancelled: boolean;
}

/** So many documents are compared at once, and so many passages read. */
const [documentsAtOnce, passagesAtOnce] = [500, 2000];
/** So many documents, with so many passages, are copied at once. */
const mostCopied = { documents: 250, passages: 10_000 } as const;

/** A document that is copied, to where there may be so many of its passages. */
interface CopiedDocument {
	readonly record: DocumentRecord;
	readonly before: number;
}

export class Migration {
	private readonly writer: EngineWriter;
	private copied = 0;

	constructor(
		send: Send,
		clock: Clock,
		private readonly options: MigrationOptions,
	) {
		this.writer = new EngineWriter(send, clock);
	}

	/** Migrates. Throws an {@link EngineError} where the engine refuses or is away; the next run goes on from there. */
	async run(): Promise<MigrationAnswer> {
		const { index: alias, version = mappingVersion, dry } = this.options;
		const { name: from, version: found } = indexBehind(await this.mappingOf(alias));
		if (found > version) throw new EngineError('newer', `${from} has version ${found}, this program ${version}`);
		if (found === version) return { from, to: from, documents: 0, cancelled: false };
		const to = indexNameOf(alias, version);
		if (dry) return { from, to, documents: await this.countIn(from, 'document'), cancelled: false };
		await this.open(to, version);
		await this.sync(from, to);
		if (!this.stopped) await this.replace(alias, from, to);
		return { from, to, documents: this.copied, cancelled: this.stopped };
	}

	private get stopped(): boolean {
		return this.options.signal?.aborted === true;
	}

	private mappingOf(index: string): Promise<MappingAnswer> {
		return this.writer.ask<MappingAnswer>({ method: 'GET', path: `/${index}/_mapping` });
	}

	/** Makes the new index, if it is not there from a run before. */
	private async open(to: string, version: number): Promise<void> {
		const { shards, replicas } = this.options;
		try {
			await this.mappingOf(to);
		} catch (error) {
			if (!(error instanceof EngineError) || error.fault !== 'absent') throw error;
			const body = indexBody(undefined, { shards, replicas, version });
			await this.writer.ask({ method: 'PUT', path: `/${to}`, body });
		}
	}

	/** Nobody writes to the old one; what came meanwhile is copied; then the name leads to the new one. */
	private async replace(alias: string, from: string, to: string): Promise<void> {
		await this.block(from, true);
		try {
			await this.sync(from, to);
			if (this.stopped) return await this.block(from, false);
			for (const kind of ['document', 'passage'] as const) {
				const [before, after] = [await this.countIn(from, kind), await this.countIn(to, kind)];
				if (before !== after) throw new EngineError('failed', `${before} ${kind}s in ${from}, ${after} in ${to}`);
			}
		} catch (error) {
			await this.block(from, false).catch(() => undefined);
			throw error;
		}
		// Where no answer comes to this, it may have happened: nobody writes to the old one until the next run knows.
		const actions = [{ remove: { index: from, alias } }, { add: { index: to, alias } }];
		await this.writer.ask({ method: 'POST', path: '/_aliases', body: { actions } });
	}

	private async block(index: string, isBlocked: boolean): Promise<void> {
		const body = { index: { blocks: { write: isBlocked ? true : null } } };
		await this.writer.ask({ method: 'PUT', path: `/${index}/_settings`, body });
	}

	private async countIn(index: string, kind: 'document' | 'passage'): Promise<number> {
		const { aggregations } = await this.writer.search<never>(index, statusBody);
		const { buckets = [] } = (aggregations?.kinds ?? {}) as { buckets?: { key: string; doc_count: number }[] };
		return buckets.find(({ key }) => key === kind)?.doc_count ?? 0;
	}

	/** Makes the new index hold the documents of the old one, and no others. */
	private async sync(from: string, to: string): Promise<void> {
		await Promise.all([this.writer.refresh(from), this.writer.refresh(to)]);
		const known = new Map<string, DocumentRecord>();
		for await (const record of this.documentsIn(to)) known.set(record.document, record);
		const total = await this.countIn(from, 'document');
		let done = 0;
		let group: CopiedDocument[] = [];
		for await (const record of this.documentsIn(from)) {
			if (this.stopped) return;
			this.options.progress?.({ done: done++, total });
			const other = known.get(record.document);
			known.delete(record.document);
			if (other?.version === record.version && record.version !== unfinished) continue;
			group.push({ record, before: Math.max(other?.total ?? 0, record.total) });
			if (!this.isFull(group)) continue;
			await this.copy(group, from, to);
			group = [];
		}
		await this.copy(group, from, to);
		if (this.stopped) return;
		await removeDocuments(this.writer, to, [...known.values()]);
		this.options.progress?.({ done: total, total });
		await this.writer.refresh(to);
	}

	private isFull(group: readonly CopiedDocument[]): boolean {
		const { together = mostCopied.documents } = this.options;
		const passages = group.reduce((sum, { before }) => sum + before, 0);
		return group.length >= together || passages >= mostCopied.passages;
	}

	/** Copies documents as a push writes them: unfinished first, and as they are last. */
	private async copy(group: readonly CopiedDocument[], from: string, to: string): Promise<void> {
		if (group.length === 0 || this.stopped) return;
		const marked = group.map(({ record, before }) => ({ ...record, version: unfinished, total: before }));
		await this.write(to, marked.map(changeOf));
		const copied = new Set<string>();
		let after: After | undefined;
		do {
			if (this.stopped) return;
			const names = group.map(({ record }) => record.document);
			const body = passagePageBody(names, passagesAtOnce, after);
			const { hits } = (await this.writer.search<PassageRecord>(from, body)).hits;
			const changes = hits.map(({ _source }) => madeAnew(_source));
			await this.write(to, changes);
			for (const { id } of changes) copied.add(id);
			after = hits.length === passagesAtOnce ? hits.at(-1)?.sort : undefined;
		} while (after);
		const places = group.flatMap(({ record, before }) => [...removalOf(record.document, 1, before)]);
		await this.write(
			to,
			places.filter(({ id }) => !copied.has(id)),
		);
		await this.write(
			to,
			group.map(({ record }) => changeOf(record)),
		);
		this.copied += group.length;
	}

	/** Writes all of it, or throws: what is left out would be lost. */
	private async write(index: string, changes: Iterable<RecordChange>): Promise<void> {
		const [refused] = await this.writer.write(index, changes);
		if (refused) throw new EngineError('failed', `${refused.id}: ${refused.reason}`);
	}

	private async *documentsIn(index: string): AsyncGenerator<DocumentRecord, void> {
		let after: After | undefined;
		do {
			const { hits } = (await this.writer.search<DocumentRecord>(index, documentPageBody(documentsAtOnce, after))).hits;
			for (const { _source } of hits) yield _source;
			after = hits.length === documentsAtOnce ? hits.at(-1)?.sort : undefined;
		} while (after);
	}
}

/** A passage as this version keeps it: what is looked up of it is made anew from its text. */
function madeAnew(passage: PassageRecord): RecordChange {
	return { id: recordId(passage.document, passage.paragraph), record: { ...passage, ...lookedUp(passage.text) } };
}
