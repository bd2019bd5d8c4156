// A group's library of an older version → one of this program's: into a new index, document by document, while the old
// one is read as before; then the name leads to the new one. What was broken off goes on where it was.

import type { IndexProgress } from '../../core/search/index/engine';
import type { SearchAnswer } from '../../core/search/library/answers';
import type { RecordChange } from '../../core/search/library/bulk';
import {
	indexBehind,
	indexBody,
	indexNameOf,
	mappingVersion,
	type IndexSize,
	type MappingAnswer,
} from '../../core/search/library/mapping';
import {
	documentPageBody,
	passagePageBody,
	statusBody,
	type After,
	type Json,
} from '../../core/search/library/queries';
import { lookedUp, recordId, type DocumentRecord, type PassageRecord } from '../../core/search/library/records';
import { EngineError, type Send } from '../../core/search/library/transport';
import type { Clock } from '../ports';
import { removalOf, unfinished } from './push';
import { EngineWriter } from './writer';

export interface MigrationOptions extends IndexSize {
	/** The name that people use. */
	readonly index: string;
	/** The version that it is brought to: that of this program. */
	readonly version?: number;
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
const [documentsAtOnce, passagesAtOnce] = [500, 1000];

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
		const { aggregations } = await this.search<never>(index, statusBody);
		const { buckets = [] } = (aggregations?.kinds ?? {}) as { buckets?: { key: string; doc_count: number }[] };
		return buckets.find(({ key }) => key === kind)?.doc_count ?? 0;
	}

	/** Makes the new index hold the documents of the old one, and no others. */
	private async sync(from: string, to: string): Promise<void> {
		await Promise.all([this.writer.refresh(from), this.writer.refresh(to)]);
		const known = new Map<string, DocumentRecord>();
		for await (const record of this.documentsIn(to)) known.set(record.document, record);
		let done = 0;
		const total = await this.countIn(from, 'document');
		for await (const record of this.documentsIn(from)) {
			if (this.stopped) return;
			this.options.progress?.({ done: done++, total });
			const other = known.get(record.document);
			known.delete(record.document);
			if (other?.version === record.version && record.version !== unfinished) continue;
			await this.copy(record, Math.max(other?.total ?? 0, record.total), from, to);
		}
		for (const gone of known.values()) await this.writer.write(to, removalOf(gone));
		this.options.progress?.({ done: total, total });
		await this.writer.refresh(to);
	}

	/** Copies a document, as a push writes one: unfinished first, and as it is last. */
	private async copy(record: DocumentRecord, before: number, from: string, to: string): Promise<void> {
		const { document } = record;
		const id = recordId(document, 0);
		await this.writer.write(to, [{ id, record: { ...record, version: unfinished, total: before } }]);
		const places = new Set<number>();
		let after: After | undefined;
		do {
			if (this.stopped) return;
			const { hits } = (await this.search<PassageRecord>(from, passagePageBody(document, passagesAtOnce, after))).hits;
			await this.writer.write(
				to,
				hits.map(({ _source }) => changeOf(_source)),
			);
			for (const { _source } of hits) places.add(_source.paragraph);
			after = hits.length === passagesAtOnce ? hits.at(-1)?.sort : undefined;
		} while (after);
		const left: RecordChange[] = [];
		for (let at = 1; at <= before; at++) if (!places.has(at)) left.push({ id: recordId(document, at) });
		await this.writer.write(to, [...left, { id, record }]);
		this.copied++;
	}

	private async *documentsIn(index: string): AsyncGenerator<DocumentRecord, void> {
		let after: After | undefined;
		do {
			const { hits } = (await this.search<DocumentRecord>(index, documentPageBody(documentsAtOnce, after))).hits;
			for (const { _source } of hits) yield _source;
			after = hits.length === documentsAtOnce ? hits.at(-1)?.sort : undefined;
		} while (after);
	}

	/** A search that is whole: what some machines hold, and did not answer, would be lost. */
	private async search<T>(index: string, body: Json): Promise<SearchAnswer<T>> {
		const answer = await this.writer.ask<SearchAnswer<T>>({ method: 'POST', path: `/${index}/_search`, body });
		const failed = answer._shards?.failed ?? 0;
		if (failed > 0 || answer.timed_out) throw new EngineError('part', `${failed} parts of ${index} without an answer`);
		return answer;
	}
}

/** A passage as this version keeps it: what is looked up of it is made anew from its text. */
function changeOf(passage: PassageRecord): RecordChange {
	return { id: recordId(passage.document, passage.paragraph), record: { ...passage, ...lookedUp(passage.text) } };
}
