// Documents → a group's library: what is new is written, what is there is left, whoever brought it, and what was broken
// off goes on where it was.

import type { IndexedDocument, IndexProblem, IndexProgress } from '../../core/search/index/engine';
import { batchesOf, type RecordChange } from '../../core/search/library/bulk';
import {
	checkedIndex,
	indexBody,
	indexNameOf,
	type IndexSize,
	type MappingAnswer,
} from '../../core/search/library/mapping';
import { documentRecord, passageRecords, recordId, type DocumentRecord } from '../../core/search/library/records';
import { EngineError, type EngineRequest, type Send } from '../../core/search/library/transport';
import type { Clock } from '../ports';
import { EngineWriter } from './writer';

/** A document that may be pushed. */
export interface PushedDocument {
	/** What the person is told: its file. */
	readonly name: string;
	read(): Promise<IndexedDocument | IndexProblem>;
}

export interface PushOptions extends IndexSize {
	/** The name of the index; it is made where it is not there. */
	readonly index: string;
	/** Documents that are there with other words are replaced; else they are left and told of. */
	readonly update?: boolean;
	/** Says what would be done, and does nothing. */
	readonly dry?: boolean;
	readonly progress?: (at: IndexProgress) => void;
	readonly signal?: { readonly aborted: boolean };
}

/** What came of a push; documents by the names of their files. */
export interface PushAnswer {
	/** The index was made, or would be. */
	readonly created: boolean;
	readonly put: readonly string[];
	readonly updated: readonly string[];
	/** Those whose words are there already, under this or another id. */
	readonly same: readonly string[];
	/** Those whose id is there with other words. */
	readonly differing: readonly string[];
	readonly problems: readonly IndexProblem[];
	/** How many passages were written, or would be. */
	readonly passages: number;
	readonly cancelled: boolean;
}

/** So many documents are looked up at once. */
const together = 50;

type Known = Pick<DocumentRecord, 'document' | 'version' | 'total'>;

/** A document with what tells its words. */
interface ReadDocument {
	readonly name: string;
	readonly document: IndexedDocument;
	readonly known: Known | undefined;
}

export class Pusher {
	private readonly answer = {
		created: false,
		put: [] as string[],
		updated: [] as string[],
		same: [] as string[],
		differing: [] as string[],
		problems: [] as IndexProblem[],
		passages: 0,
		cancelled: false,
	};
	/** Words that were pushed in this run, which the engine may not yet find. */
	private readonly pushed = new Set<string>();
	private index = '';
	private readonly writer: EngineWriter;

	constructor(
		send: Send,
		private readonly clock: Clock,
		private readonly options: PushOptions,
	) {
		this.writer = new EngineWriter(send, clock);
	}

	/** Pushes documents. Throws an {@link EngineError} where the engine refuses or is away; what is written stays. */
	async push(documents: readonly PushedDocument[]): Promise<PushAnswer> {
		const { progress } = this.options;
		await this.open();
		for (let at = 0; at < documents.length && !this.stopped; at += together) {
			progress?.({ done: at, total: documents.length });
			for (const one of await this.lookedUp(documents.slice(at, at + together))) {
				if (this.stopped) break;
				await this.take(one);
			}
		}
		if (!this.options.dry && this.index !== '') await this.ask({ method: 'POST', path: `/${this.index}/_refresh` });
		this.answer.cancelled = this.stopped;
		if (!this.stopped) progress?.({ done: documents.length, total: documents.length });
		return this.answer;
	}

	/** Takes documents away by their ids; answers those that were there. */
	async remove(ids: readonly string[]): Promise<readonly string[]> {
		await this.open();
		const gone: string[] = [];
		for (const known of this.index === '' ? [] : await this.known(ids, [])) {
			if (!ids.includes(known.document)) continue;
			if (!this.options.dry) await this.write(removalOf(known));
			gone.push(known.document);
		}
		if (gone.length > 0 && !this.options.dry) await this.ask({ method: 'POST', path: `/${this.index}/_refresh` });
		return gone;
	}

	private get stopped(): boolean {
		return this.options.signal?.aborted === true;
	}

	private ask<T>(request: Omit<EngineRequest, 'patience'>): Promise<T> {
		return this.writer.ask<T>(request);
	}

	/** Finds the index, or makes it; what others have just written is found from now on. */
	private async open(): Promise<void> {
		const { index: alias, dry, shards, replicas, version } = this.options;
		const path = `/${alias}`;
		try {
			this.index = checkedIndex(await this.ask<MappingAnswer>({ method: 'GET', path: `${path}/_mapping` }), version);
			await this.ask({ method: 'POST', path: `/${this.index}/_refresh` });
		} catch (error) {
			if (!(error instanceof EngineError) || error.fault !== 'absent') throw error;
			this.answer.created = true;
			if (dry) return;
			this.index = indexNameOf(alias, version);
			await this.ask({ method: 'PUT', path: `/${this.index}`, body: indexBody(alias, { shards, replicas, version }) });
		}
	}

	/** Reads documents and asks which of them are there. */
	private async lookedUp(offers: readonly PushedDocument[]): Promise<ReadDocument[]> {
		const read: { readonly name: string; readonly document: IndexedDocument }[] = [];
		for (const offer of offers) {
			const document = await offer.read();
			if ('code' in document) {
				this.answer.problems.push(document);
				continue;
			}
			const version = await versionOf(document.paragraphs);
			read.push({ name: offer.name, document: { ...document, name: document.source, version } });
		}
		const names = read.map(({ document }) => document.name);
		const versions = read.map(({ document }) => document.version);
		const known = this.index === '' || read.length === 0 ? [] : await this.known(names, versions);
		const byName = new Map(known.map(one => [one.document, one]));
		const byVersion = new Map(known.map(one => [one.version, one]));
		return read.map(one => {
			const { name, version } = one.document;
			return { ...one, known: byVersion.get(version) ?? byName.get(name) };
		});
	}

	/** The documents that are there under some ids or with some words. */
	private async known(names: readonly string[], versions: readonly string[]): Promise<readonly Known[]> {
		const { hits } = await this.ask<{ readonly hits: { readonly hits: readonly { readonly _source: Known }[] } }>({
			method: 'POST',
			path: `/${this.index}/_search`,
			body: {
				size: 10_000,
				_source: ['document', 'version', 'total'],
				query: {
					bool: {
						filter: [{ term: { kind: 'document' } }],
						should: [{ terms: { document: names } }, { terms: { version: versions } }],
						minimum_should_match: 1,
					},
				},
			},
		});
		return hits.hits.map(({ _source }) => _source);
	}

	/** Decides of a document, and writes it. */
	private async take({ name, document, known }: ReadDocument): Promise<void> {
		const { version } = document;
		if (known?.version === version || this.pushed.has(version)) return void this.answer.same.push(name);
		const differs = known !== undefined && known.version !== unfinished;
		if (differs && !this.options.update) return void this.answer.differing.push(name);
		this.pushed.add(version);
		if (!this.options.dry && !(await this.put(document, known?.total ?? 0))) return;
		this.answer.passages += document.paragraphs.length;
		this.answer[differs ? 'updated' : 'put'].push(name);
	}

	/**
	 * Writes a document in the place of one that had so many passages; false if it was cancelled. Its own record comes
	 * first, as unfinished, and last, as it is: whatever happens in between, the next push goes on with it.
	 */
	private async put(document: IndexedDocument, before: number): Promise<boolean> {
		const record = documentRecord(document, document.provenance);
		const { name, paragraphs } = document;
		const id = recordId(name, 0);
		const total = Math.max(before, record.total);
		await this.write([{ id, record: { ...record, version: unfinished, total } }]);
		for (const batch of batchesOf(changesOf(document))) {
			if (this.stopped) return false;
			await this.write(batch);
		}
		const left = [...placesOf(name, paragraphs.length + 1, before)];
		await this.write([...left, { id, record: { ...record, added: new Date(this.clock.now()).toISOString() } }]);
		return true;
	}

	private async write(changes: Iterable<RecordChange>): Promise<void> {
		await this.writer.write(this.index, changes);
	}
}

/** What stands for the words of a document that is not yet there with all its passages. */
export const unfinished = '';

function* changesOf(document: IndexedDocument): Generator<RecordChange, void> {
	for (const record of passageRecords(document)) yield { id: recordId(document.name, record.paragraph), record };
}

/** The records of paragraphs of a document, to be taken away. */
function* placesOf(document: string, from: number, to: number): Generator<RecordChange, void> {
	for (let at = from; at <= to; at++) yield { id: recordId(document, at) };
}

/** A document is there as long as some of its passages are. */
export function* removalOf({ document, total }: Pick<Known, 'document' | 'total'>): Generator<RecordChange, void> {
	yield* placesOf(document, 1, total);
	yield { id: recordId(document, 0) };
}

/** Tells the words of a document: a hash of its paragraphs. */
async function versionOf(paragraphs: readonly string[]): Promise<string> {
	const bytes = new TextEncoder().encode(paragraphs.join('\n'));
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
