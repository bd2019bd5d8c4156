// Documents → a group's library: what is new is written, what is there is left, whoever brought it, and what was broken
// off goes on where it was.

import type { IndexedDocument, IndexProblem, IndexProgress } from '../../core/search/index/engine';
import {
	checkedIndex,
	indexBody,
	indexNameOf,
	type IndexSize,
	type MappingAnswer,
} from '../../core/search/library/mapping';
import type { DocumentRecord } from '../../core/search/library/records';
import { EngineError, type Send } from '../../core/search/library/transport';
import type { Clock } from '../ports';
import { DocumentWriter, removeDocuments, unfinished, type NewDocument } from './documentWriter';
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
	/** Those that the engine does not take, each with why, in its words. */
	readonly refused: readonly { readonly file: string; readonly reason: string }[];
	/** How many passages were written, or would be. */
	readonly passages: number;
	readonly cancelled: boolean;
}

/** So many documents, and so many characters of them, are looked up and written at once. */
const [mostDocuments, mostCharacters] = [250, 4_000_000];

type Known = Pick<DocumentRecord, 'document' | 'version' | 'total'>;

/** A document with what tells its words. */
interface ReadDocument {
	readonly name: string;
	readonly document: IndexedDocument;
}

/** … and with what is there of it. */
interface LookedUpDocument extends ReadDocument {
	readonly known: Known | undefined;
}

/** What is to be written: new, or in the place of what has other words. */
interface WantedDocument extends ReadDocument, NewDocument {
	readonly as: 'put' | 'updated';
}

export class Pusher {
	private readonly answer = {
		created: false,
		put: [] as string[],
		updated: [] as string[],
		same: [] as string[],
		differing: [] as string[],
		problems: [] as IndexProblem[],
		refused: [] as { file: string; reason: string }[],
		passages: 0,
		cancelled: false,
	};
	/** Words and ids that were pushed in this run, which the engine may not yet find. */
	private readonly pushed = { versions: new Set<string>(), ids: new Set<string>() };
	private index = '';
	private reported = -1;
	private readonly writer: EngineWriter;

	constructor(
		send: Send,
		private readonly clock: Clock,
		private readonly options: PushOptions,
	) {
		this.writer = new EngineWriter(send, clock, options.signal);
	}

	/** Pushes documents. Throws an {@link EngineError} where the engine refuses or is away; what is written stays. */
	async push(documents: readonly PushedDocument[]): Promise<PushAnswer> {
		const total = documents.length;
		await this.open();
		for (let at = 0, next: number; at < total && !this.stopped; at = next) {
			this.report({ done: at, total });
			const group = await this.readSome(documents, at);
			next = group.next;
			const wanted = (await this.lookedUp(group.read)).flatMap(one => this.wanted(one) ?? []);
			const others = next - at - wanted.length;
			await this.write(wanted, written => this.report({ done: at + others + written, total }));
		}
		if (!this.options.dry && this.index !== '') await this.writer.refresh(this.index);
		this.answer.cancelled = this.stopped;
		if (!this.stopped) this.report({ done: total, total });
		return this.answer;
	}

	/** Takes documents away by their ids; answers those that were there. */
	async remove(ids: readonly string[]): Promise<readonly string[]> {
		await this.open();
		const found = this.index === '' ? [] : await this.known(ids, []);
		const gone = found.filter(({ document }) => ids.includes(document));
		if (gone.length > 0 && !this.options.dry) {
			await removeDocuments(this.writer, this.index, gone);
			await this.writer.refresh(this.index);
		}
		return gone.map(({ document }) => document);
	}

	private get stopped(): boolean {
		return this.options.signal?.aborted === true;
	}

	/** Says how far it is, each time once. */
	private report(at: IndexProgress): void {
		if (at.done === this.reported) return;
		this.reported = at.done;
		this.options.progress?.(at);
	}

	/** Finds the index, or makes it; what others have just written is found from now on. */
	private async open(): Promise<void> {
		const { index: alias, dry, shards, replicas, version } = this.options;
		const path = `/${alias}`;
		try {
			const mapping = await this.writer.ask<MappingAnswer>({ method: 'GET', path: `${path}/_mapping` });
			this.index = checkedIndex(mapping, version);
			// Who only looks what would be done may be a reader, who has no right to that.
			if (!dry) await this.writer.refresh(this.index);
		} catch (error) {
			if (!(error instanceof EngineError) || error.fault !== 'absent') throw error;
			this.answer.created = true;
			if (dry) return;
			this.index = indexNameOf(alias, version);
			const body = indexBody(alias, { shards, replicas, version });
			await this.writer.ask({ method: 'PUT', path: `/${this.index}`, body });
		}
	}

	/** Reads documents from a place on, as many as are written at once; `next`: where the others begin. */
	private async readSome(offers: readonly PushedDocument[], from: number) {
		const read: ReadDocument[] = [];
		let next = from;
		for (
			let characters = 0;
			next < offers.length && next - from < mostDocuments && characters < mostCharacters;
			next++
		) {
			const offer = offers[next];
			const document = await offer?.read();
			if (!offer || !document) break;
			if ('code' in document) {
				this.answer.problems.push(document);
				continue;
			}
			const version = await versionOf(document.paragraphs);
			read.push({ name: offer.name, document: { ...document, name: document.source, version } });
			characters += document.paragraphs.reduce((sum, { length }) => sum + length, 0);
		}
		return { read, next };
	}

	/** Asks which documents are there. */
	private async lookedUp(read: readonly ReadDocument[]): Promise<LookedUpDocument[]> {
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
		const { hits } = (
			await this.writer.search<Known>(this.index, {
				size: 10_000,
				_source: ['document', 'version', 'total'],
				query: {
					bool: {
						filter: [{ term: { kind: 'document' } }],
						should: [{ terms: { document: names } }, { terms: { version: versions } }],
						minimum_should_match: 1,
					},
				},
			})
		).hits;
		return hits.map(({ _source }) => _source);
	}

	/** Decides of a document whether it is written. */
	private wanted({ name, document, known }: LookedUpDocument): WantedDocument | undefined {
		const { versions, ids } = this.pushed;
		const { version, name: id } = document;
		if (known?.document === id && known.version === version) ids.add(id);
		if (known?.version === version || versions.has(version)) return void this.answer.same.push(name);
		const differs = known !== undefined && known.version !== unfinished;
		// Another one of this id in the same push would take turns with it.
		if (ids.has(id) || (differs && !this.options.update)) return void this.answer.differing.push(name);
		versions.add(version);
		ids.add(id);
		return { name, document, before: known?.total ?? 0, as: differs ? 'updated' : 'put' };
	}

	private async write(wanted: readonly WantedDocument[], progress: (written: number) => void): Promise<void> {
		const { dry, signal } = this.options;
		const options = { clock: this.clock, index: this.index, signal, progress };
		const outcome = dry ? undefined : await new DocumentWriter(this.writer, options).write(wanted);
		for (const { name, document, as } of wanted) {
			const reason = outcome?.refused.get(document.name);
			if (reason !== undefined) this.answer.refused.push({ file: name, reason });
			else if (!outcome || outcome.written.has(document.name)) {
				this.answer[as].push(name);
				this.answer.passages += document.paragraphs.length;
			}
		}
	}
}

/** Tells the words of a document: a hash of its paragraphs. */
async function versionOf(paragraphs: readonly string[]): Promise<string> {
	const bytes = new TextEncoder().encode(paragraphs.join('\n'));
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
