// The packs people have of their own, kept merged with the shipped one: read when they appear, read again when they
// change. Small packs come first, then libraries, then documents, and each is in use as soon as it is read.
import * as vscode from 'vscode';
import { isUsed, type Bibliography, type BibliographyPack } from '../../app/bibliographies';
import { HeldPlaces } from '../../app/packs/heldPlaces';
import { PackComposer, seenOf, type Composed as ComposedOf } from '../../app/packs/compose';
import { TouchedFiles, type Touched } from '../../app/packs/touched';
import { patient } from '../../app/patience';
import { nextTurn, pausing, soon, systemClock } from '../../app/pause';
import type { Files } from '../../app/ports';
import type { Corpus, Draft, PackTools, PolicyService } from '../../core/service';
import { workspaceFiles, type DiskWays } from '../base/workspaceFiles';
import { Libraries } from './bibliographies';
import { DraftLibraries } from './draftLibraries';
import { badPackEntries, packFolders, type OwnPack, type PackFolder } from './folders';
import { FollowedPacks } from './followed';
import { countsOf, hasRecord, placeOfRecord, placeOfText } from './places';
import { showProblems } from './problems';
import { LoadedParts, type PackParts } from './parts';
import { PackProgress } from './progress';
import { SettingStatus } from './settingStatus';
import { everRarer, oneByOne, Overtaken, PackTurns, type Turn } from './turns';
import { PackWatch, type FolderWatch } from './watch';

export type { OwnPack } from './folders';
type Composed = ComposedOf<PackFolder>;

/** What packs are kept with. */
export interface PacksOptions extends PackParts {
	readonly log: vscode.LogOutputChannel;
	readonly disk?: DiskWays;
	readonly watch?: FolderWatch;
}

/** Milliseconds until a new watcher is at work, and until the first service with documents: each costs a little. */
const [settling, firstDocuments] = [400, 1500] as const;

export class Packs implements vscode.Disposable {
	private readonly changes = new vscode.EventEmitter<PolicyService>();
	readonly onDidChangeService = this.changes.event;
	private readonly diagnostics = vscode.languages.createDiagnosticCollection('policy-writing');
	private readonly watch: PackWatch;
	private readonly turns: PackTurns;
	private readonly touched = new TouchedFiles();
	private readonly held = new HeldPlaces(systemClock, place => this.touch(vscode.Uri.parse(place, true)));
	private readonly libraries: Libraries;
	private readonly draftLibraries: DraftLibraries;
	private readonly parts: LoadedParts;
	private readonly composer: PackComposer<PackFolder>;
	/** Files of the editor, which answer in time. */
	readonly files: Files;
	readonly progress = new PackProgress();
	private readonly status: SettingStatus;
	private readonly followed: FollowedPacks;
	private current: Promise<PolicyService> | undefined;
	private composed: Composed | undefined;
	/** Of which the log was told. */
	private reported: Composed | undefined;
	private seen: readonly unknown[] = [];
	private readonly oneByOne = oneByOne();
	private freshlyWatched = false;
	/** All of it was read once. */
	private complete = false;
	private done: () => void = () => undefined;
	/**
	 * Settled once packs of a person's own have been looked for a first time: before that nobody can say what is in no
	 * pack.
	 */
	readonly ready = new Promise<void>(resolve => (this.done = resolve));

	constructor(private readonly options: PacksOptions) {
		this.status = new SettingStatus(options.log);
		this.parts = new LoadedParts(options, (name, error) => this.failed(name, error));
		this.files = this.held.over(patient(workspaceFiles(options.disk)));
		this.composer = new PackComposer(this.files, (name, error) => this.failed(name, error));
		this.turns = new PackTurns(turn => this.scan(turn));
		this.watch = new PackWatch(uri => this.touch(uri), options.watch);
		this.libraries = new Libraries(uri => this.touch(uri), {
			files: this.files,
			home: this.home,
			log: options.log,
			folderWatch: options.watch,
		});
		this.followed = new FollowedPacks(this.files);
		this.draftLibraries = new DraftLibraries(this.files, this.parts.readingTools, options.log);
	}

	/** The service over the packs as they are now: the shipped one at once, a person's own as soon as they are read. */
	service(): Promise<PolicyService> {
		return (this.current ??= this.parts.shipped().then(async pack => (await this.parts.core())([pack]).service));
	}

	/** Looks for packs of a person's own; later changes come through `onDidChangeService`. */
	start(): void {
		this.turns.ask(0);
	}

	/** Settled once everything that changed up to now has been read. */
	settled(): Promise<void> {
		return this.turns.settled();
	}

	/** What reads and writes YAML. */
	tools(): Promise<PackTools> {
		return this.parts.tools();
	}

	/** Whether a draft names a library that is not in use, as far as is known; see {@link settled}. */
	lacksLibrary(document: vscode.TextDocument): boolean {
		return this.libraries.isLackedBy(document);
	}

	/** What a draft that is not open is held against: what is in use, and the libraries it names. */
	async contextOf(uri: vscode.Uri, draft: Draft): ReturnType<DraftLibraries['of']> {
		const service = await this.service();
		const libraries = this.libraries.all();
		const withMore = async (more: readonly (Bibliography & BibliographyPack)[]) =>
			(await this.compose([...libraries.filter(isUsed), ...more], pausing())).service;
		return this.draftLibraries.of(uri, draft, { service, libraries, withMore });
	}

	/** The packs of one's own that were found. */
	packs(): readonly OwnPack[] {
		return this.composed?.own ?? [];
	}

	/** The home folder, for `~` in the setting. */
	get home(): string | undefined {
		return this.options.disk?.home;
	}

	/**
	 * Whether a pack or a library of one's own has a record with this id, also one that is left out in favour of
	 * another.
	 */
	has(id: string): boolean {
		return hasRecord(this.packs(), this.libraries.all(), id);
	}

	/** Where a record of a pack or a library of one's own stands; nothing for a shipped one. */
	locate(id: string): vscode.Location | undefined {
		return placeOfRecord(this.packs(), this.libraries.all(), id);
	}

	/** Where a full text of the corpus stands, or a paragraph of it (from 1): the line it begins on. */
	locateText(text: Corpus['documents'][number], paragraph?: number): vscode.Location | undefined {
		return placeOfText(this.packs(), text, paragraph);
	}

	/** Says that a file may have changed; it is read again soon. Without a file: everything is looked at again. */
	touch(uri?: vscode.Uri): void {
		this.touched.add(uri?.toString());
		this.turns.ask();
	}

	dispose(): void {
		const { turns, held, watch, libraries, progress, status, diagnostics, changes } = this;
		vscode.Disposable.from(turns, held, watch, libraries, progress, status, diagnostics, changes).dispose();
	}

	/** Reads what changed, the small before the large. What cannot be read is told of, and the rest is read. */
	private async scan(turn: Turn): Promise<void> {
		const touched = this.touched.take();
		const start = Date.now();
		try {
			this.libraries.seen();
			const records = this.readRecords(touched, turn);
			await soon(records);
			// What is small is put into use, whatever has changed meanwhile.
			await this.publish({ check: turn.checkEnd });
			// What takes longer is put into use as soon as it is read, while libraries are read.
			const late = records.then(() => this.publish({ check: turn.checkEnd }));
			late.catch(() => undefined); // told of below
			turn.check();
			await this.step('libraries', () => this.readLibraries(touched, turn));
			await this.step('records', () => turn.held(late));
			await this.publish(turn);
			await this.step('documents', () => this.readDocuments(touched, turn));
			await this.publish(turn);
			this.finish(Date.now() - start);
		} catch (error) {
			this.touched.giveBack(touched);
			if (!(error instanceof Overtaken)) this.failed('packs', error);
		} finally {
			if (!turn.next()) this.end();
		}
	}

	/** Nothing more is to be read now. */
	private end(): void {
		this.progress.end();
		this.done();
		if (!this.freshlyWatched) return;
		// What changed in a folder before it was watched is found by looking once more.
		this.freshlyWatched = false;
		this.touched.add();
		this.turns.ask(settling);
	}

	/** One part of the work, which does not take the next with it. */
	private async step(name: string, work: () => Promise<void>): Promise<void> {
		try {
			await work();
		} catch (error) {
			if (error instanceof Overtaken) throw error;
			this.failed(name, error);
		}
	}

	private async readRecords(touched: Touched, turn: Turn): Promise<void> {
		this.progress.report({ what: 'packs' });
		const wanted = packFolders(this.home);
		this.watch.follow(wanted);
		const folders = await this.followed.readRecords(wanted, touched, turn.overtaken);
		if (this.watch.near(folders, touched.uris)) this.freshlyWatched = true;
	}

	private async readLibraries(touched: Touched, turn: Turn): Promise<void> {
		const reading = (name: string) => this.progress.report({ what: 'library', name });
		const changed = () => this.publish(turn);
		await this.libraries.look(touched, this.parts.readingTools, { reading, held: work => turn.held(work), changed });
	}

	private async readDocuments(touched: Touched, turn: Turn): Promise<void> {
		const pause = pausing();
		const publish = everRarer(firstDocuments, () => this.publish(turn));
		for (const files of this.followed.files) {
			for await (const { done, total, fresh } of files.readDocuments(touched)) {
				this.progress.report({ what: 'documents', done, total });
				turn.check();
				await this.composer.prepare(fresh, await this.tools(), pause);
				await publish();
			}
		}
	}

	private publish(turn: Pick<Turn, 'check'>): Promise<void> {
		return this.oneByOne(() => this.putIntoUse(turn));
	}

	/** Puts what is known now into use, if it is something else than before. */
	private async putIntoUse(turn: Pick<Turn, 'check'>): Promise<void> {
		const libraries = this.libraries.all();
		const seen = seenOf(this.followed.found(), libraries);
		if (seen.length === this.seen.length && seen.every((one, i) => one === this.seen[i])) return;
		const pause = pausing(); // typing goes first
		const composed = await this.compose(libraries.filter(isUsed), async () => {
			await pause();
			turn.check();
		});
		// Each of these takes a while where there is much: others have their turn between them.
		await nextTurn();
		this.showProblems(composed);
		await nextTurn();
		turn.check();
		this.composed = composed;
		this.seen = seen;
		this.current = Promise.resolve(composed.service);
		this.changes.fire(composed.service);
	}

	/** A service over the packs that are there and these libraries. */
	private async compose(
		libraries: readonly (Bibliography & BibliographyPack)[],
		pause: () => Promise<void>,
	): Promise<Composed> {
		const found = this.followed.found();
		const shipped = await this.parts.shipped();
		const tools = found.length > 0 || libraries.length > 0 ? await this.tools() : undefined;
		const create = await this.parts.core();
		return this.composer.compose(shipped, found, libraries, { tools, create, pause });
	}

	/** Tells what is wrong; what stands across packs is said once all of them are there. */
	private showProblems(composed: Composed): void {
		try {
			const problems = this.complete ? composed.across() : composed.within();
			showProblems(this.diagnostics, [...problems, ...this.libraries.unread()]);
		} catch (error) {
			this.failed('problems', error);
		}
	}

	/** Everything was read. */
	private finish(milliseconds: number): void {
		const { composed, complete } = this;
		this.complete = true;
		this.status.show([...badPackEntries(this.home), ...this.followed.bad(), ...this.libraries.bad]);
		if (composed && !complete) this.showProblems(composed);
		if (!composed || composed === this.reported) return;
		this.reported = composed;
		this.options.log.info(`packs: ${countsOf(composed.own, this.libraries.all())}, ${milliseconds} ms`);
	}

	private failed(name: string, error: unknown): void {
		this.options.log.error(name, error instanceof Error ? error : String(error));
	}
}
