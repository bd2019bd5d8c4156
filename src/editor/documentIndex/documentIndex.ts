// The person's own documents as something to ask: the engine that holds them, started when it is needed and kept in
// line with the packs.
import * as vscode from 'vscode';
import type { PassageLibrary } from '../../app/library/connection';
import {
	heldCode,
	type OfferedDocument,
	type IndexEngine,
	type IndexProgress,
	type IndexUpdate,
} from '../../core/service';
import type { Packs } from '../packs/packs';
import type { GroupDocuments } from './group';
import { readIndexedDocument, type ReadDocument } from './document';
import { DocumentOffers } from './offers';
import { IndexProgressItem } from './progress';

/** Where an engine works; a platform makes one of it. */
export interface IndexLocation {
	/** The folder of the extension. */
	readonly extension: vscode.Uri;
	/** Where the index may lie; not in anybody's pack. */
	readonly folder: vscode.Uri;
	/** The documents as the packs have them, for an engine that cannot read folders. */
	list(): Promise<readonly OfferedDocument[]>;
}

/** Starts an engine; nothing is asked of it before. */
export type StartIndex = (place: IndexLocation) => IndexEngine;

/** What features are given: questions, and news. */
export interface MyDocuments {
	/** There are other documents, or the same ones say something else. */
	readonly onDidChange: vscode.Event<void>;
	/** Searched again, the same words find passages of the group's that were late. */
	readonly onDidArrive: vscode.Event<void>;
	/** A group's documents, which are asked beside one's own; nothing where none are connected. */
	readonly group: GroupDocuments | undefined;
	/** Whether there are any. */
	readonly any: boolean;
	/** Whether drafts are held beside them: then there is something to ask even without documents. */
	hasDrafts: boolean;
	/** Documents being taken in just now. */
	readonly taking: IndexProgress | undefined;
	/**
	 * Whether there are documents whose words only the engine knows, since they are too many to be loaded; and the ids
	 * of their sources.
	 */
	readonly beyond: boolean;
	unread(): readonly string[];
	/** A document by its name, read anew from its file. */
	document(name: string): Promise<ReadDocument | undefined>;
	/**
	 * The answer of the engine; nothing where the person has no documents. An engine that breaks down is started again,
	 * once for a question.
	 */
	ask<T>(question: (engine: IndexEngine) => Promise<T>): Promise<T | undefined>;
	/**
	 * As {@link ask}, of one's own and the group's documents together; `isPatient`: a search waits for the group's hits.
	 */
	askAll<T>(question: (library: PassageLibrary) => Promise<T>, isPatient?: boolean): Promise<T | undefined>;
}

/**
 * Milliseconds: after the start, after a change of the packs, and until an index another window writes to, or files
 * that another program has open, are tried again; the latter take twice as long each time, up to a limit.
 */
const waits = { start: 3000, change: 300, locked: 30_000, longest: 600_000 } as const;

export class OwnDocuments implements MyDocuments, vscode.Disposable {
	private readonly changes = new vscode.EventEmitter<void>();
	readonly onDidChange = this.changes.event;
	private readonly arrivals = new vscode.EventEmitter<void>();
	readonly onDidArrive = this.arrivals.event;
	group: GroupDocuments | undefined;
	hasDrafts = false;
	taking: IndexProgress | undefined;
	private engine: IndexEngine | undefined;
	private timer: ReturnType<typeof setTimeout> | undefined;
	/** The update under way. */
	private running: Promise<void> | undefined;
	private toldUnkept = false;
	private toldHeld = false;
	private heldWait: number = waits.locked;
	private again = false;
	private signal = { aborted: false };
	private disposed = false;
	private readonly offers = new DocumentOffers();
	private readonly progress: IndexProgressItem;
	private readonly subscription: vscode.Disposable;

	constructor(
		private readonly log: vscode.LogOutputChannel,
		private readonly start: StartIndex,
		private readonly place: Omit<IndexLocation, 'list'>,
		private readonly packs: Packs,
	) {
		this.progress = new IndexProgressItem(packs.progress.item, () => (this.signal.aborted = true));
		this.subscription = packs.onDidChangeService(() => this.soon(this.engine ? waits.change : waits.start));
	}

	get beyond(): boolean {
		return this.packs.packs().some(({ read }) => (read.data.unread?.length ?? 0) > 0);
	}

	unread(): readonly string[] {
		return this.packs.packs().flatMap(({ read }) => read.data.unread?.map(text => text.source) ?? []);
	}

	async document(name: string): Promise<ReadDocument | undefined> {
		return readIndexedDocument(await this.packs.tools(), name);
	}

	async ask<T>(question: (engine: IndexEngine) => Promise<T>): Promise<T | undefined> {
		if (!this.engine && !this.any && !this.hasDrafts) return undefined;
		const started = this.engine !== undefined;
		const engine = this.opened();
		if (!started) this.soon(0);
		try {
			return await question(engine);
		} catch (error) {
			if (this.disposed) return undefined;
			this.log.warn('my documents: asked once more after', error instanceof Error ? error : String(error));
			return this.askAgain(question, engine);
		}
	}

	/** What fails twice on the same files (a drive that went and came back) is opened anew for the next question. */
	private async askAgain<T>(question: (engine: IndexEngine) => Promise<T>, engine: IndexEngine): Promise<T> {
		try {
			return await question(engine);
		} catch (error) {
			if (this.engine === engine) this.engine = undefined;
			void engine.close().catch(() => undefined);
			throw error;
		}
	}

	askAll<T>(question: (library: PassageLibrary) => Promise<T>, isPatient = false): Promise<T | undefined> {
		const { group } = this;
		if (!group) return this.ask(question);
		if (!this.engine && !this.any && !this.hasDrafts) return question(group.with(undefined, isPatient));
		return this.ask(own => question(group.with(own, isPatient)));
	}

	/** A group's documents are there, have come or gone, or are not to be asked any more. */
	setGroup(group: GroupDocuments | undefined): void {
		this.group = group;
		this.changes.fire();
	}

	/** Passages of the group's have come late. */
	arrived(): void {
		this.arrivals.fire();
	}

	/** Ends what is under way and lets go of the index. */
	async close(): Promise<void> {
		this.signal.aborted = true;
		const { engine } = this;
		this.engine = undefined;
		await engine?.close();
	}

	dispose(): void {
		this.disposed = true;
		clearTimeout(this.timer);
		this.subscription.dispose();
		this.progress.dispose();
		this.changes.dispose();
		this.arrivals.dispose();
		this.close().catch((error: unknown) =>
			this.log.warn('my documents: closing', error instanceof Error ? error : String(error)),
		);
	}

	get any(): boolean {
		return this.packs
			.packs()
			.some(({ read }) => (read.data.documents?.length ?? 0) + (read.data.unread?.length ?? 0) > 0);
	}

	private opened(): IndexEngine {
		return (this.engine ??= this.start({
			...this.place,
			list: () => Promise.resolve(this.offers.of(this.packs.packs())),
		}));
	}

	/** Brings the engine in line with the packs, a while after the last call. */
	private soon(delay: number): void {
		if (this.disposed || (!this.engine && !this.any && !this.hasDrafts)) return;
		clearTimeout(this.timer);
		this.timer = setTimeout(() => {
			this.again = true;
			this.running ??= this.updates().finally(() => (this.running = undefined));
		}, delay);
	}

	private async updates(): Promise<void> {
		await this.packs.ready; // what is being read need not be read twice at once, and is not taken for all there is
		while (this.again && !this.disposed) {
			this.again = false;
			try {
				await this.update();
			} catch (error) {
				if (this.disposed) return;
				this.log.error('my documents', error instanceof Error ? error : String(error));
			}
		}
	}

	private async update(): Promise<void> {
		const since = Date.now();
		const signal = (this.signal = { aborted: false });
		const folders = this.packs
			.packs()
			.map(({ folder }) => folder.uri)
			.filter(uri => uri.scheme === 'file')
			.map(uri => uri.fsPath);
		this.progress.start();
		try {
			const update = await this.ask(engine => engine.sync(folders, at => this.took(at), signal));
			if (update) this.updated(update, Date.now() - since);
		} finally {
			this.taking = undefined;
			this.progress.end();
		}
	}

	private took(at: IndexProgress): void {
		this.taking = at.done < at.total ? at : undefined;
		this.progress.report(at);
	}

	private updated(update: IndexUpdate, milliseconds: number): void {
		const { put, removed, documents, passages, opened, left, readonly, cancelled } = update;
		this.taking = undefined;
		this.log.info(
			`my documents: ${documents} (${passages} passages), index ${opened}, ${put} taken in, ${removed} gone${left > 0 ? `, ${left} left out` : ''}${cancelled ? ', stopped' : ''}${readonly ? ', another window writes' : ''}, ${milliseconds} ms`,
		);
		for (const { file, code } of update.problems) this.log.warn(`my documents: ${file}: ${code}`);
		if (update.unkept) this.tellUnkept();
		if (readonly) this.reopen();
		this.afterHeld(update);
		this.changes.fire();
	}

	/** What another program has open passes by itself, and nothing tells of it: it is looked at again after a while. */
	private afterHeld({ held, problems }: IndexUpdate): void {
		if (held !== undefined) this.tellHeld(held);
		else this.toldHeld = false;
		if (held === undefined && problems.every(({ code }) => code !== heldCode)) {
			this.heldWait = waits.locked;
			return;
		}
		this.soon(this.heldWait);
		this.heldWait = Math.min(this.heldWait * 2, waits.longest);
	}

	/** Once, until the index was written again. */
	private tellHeld(file: string): void {
		this.log.warn(`my documents: ${file} is open in another program`);
		if (this.toldHeld) return;
		this.toldHeld = true;
		// With a button all of it shows, not its first line.
		const again = vscode.l10n.t('Try again');
		const words = vscode.l10n.t(
			'The index of my documents could not be written: another program (a virus scanner, a synchronised folder) has “{0}” open. Your documents are untouched, and it is tried again by itself; if this stays, close that program or leave the folder out of it.',
			file,
		);
		void vscode.window.showWarningMessage(words, again).then(chosen => chosen === again && this.soon(0));
	}

	/** Once: what is taken in is searched, but the next window has to take it in again. */
	private tellUnkept(): void {
		if (this.toldUnkept) return;
		this.toldUnkept = true;
		void vscode.window.showWarningMessage(
			vscode.l10n.t(
				'The disk has no room: the index of my documents is kept in memory and has to be made again next time.',
			),
		);
	}

	/** Another window, or the one before this, writes to the index: it may be ours later. */
	private reopen(): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => {
			const { engine } = this;
			this.engine = undefined;
			void engine
				?.close()
				.catch(() => undefined)
				.then(() => this.soon(0));
		}, waits.locked);
	}
}
