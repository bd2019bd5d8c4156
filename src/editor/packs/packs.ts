// The packs people have of their own, kept merged with the shipped one: read when they appear, read again when they
// change.
import * as vscode from 'vscode';
import {
	conflictsOf,
	type Corpus,
	type LibraryTools,
	type LoadedPack,
	type PackData,
	type PackTools,
	type PolicyService,
	type Problem,
	type ReadPack,
} from '../../core/service';
import { Libraries, type LibraryPack, type LibraryText } from './bibliographies';
import { PackFiles, type PackText, type ReadHead } from './files';
import { compiled } from './compile';
import { packFolders, type PackFolder } from './folders';
import { pausing } from '../base/pause';
import { showProblems, type FileProblems } from './problems';
import { PackWatch, type FolderWatch } from './watch';

/** Makes a service out of packs, the shipped one first, and tells what does not fit together. */
export type CreateService = (packs: readonly LoadedPack[]) => {
	readonly service: PolicyService;
	readonly problems: readonly Problem[];
};

/** What the platform and the core hand in. */
export interface PacksOptions {
	readonly log: vscode.LogOutputChannel;
	/** The shipped pack, compiled at build. */
	readonly shipped: () => Promise<LoadedPack>;
	/** Loads what reads YAML; asked only when there is a pack of a person's own. */
	readonly tools: () => Promise<PackTools>;
	/** Loads what reads libraries of other programs; asked only when there is one, or something is to be exported. */
	readonly libraries: () => Promise<LibraryTools>;
	/** Loads what makes a service out of packs; asked when the first question comes. */
	readonly core: () => Promise<CreateService>;
	/** The home folder, for `~` in the setting. */
	readonly home?: string;
	readonly watch?: FolderWatch;
	readonly head?: ReadHead;
}

/** A pack of a person's own, as it was read last. */
export interface OwnPack {
	readonly folder: PackFolder;
	readonly read: ReadPack;
}

/** Changes within this many milliseconds are taken together (a save touches a file more than once), but none waits longer than `longest`. */
const quiet = 150;
const longest = 500;
/** Milliseconds after which a new watcher is at work. */
const settling = 400;

export class Packs implements vscode.Disposable {
	private readonly changes = new vscode.EventEmitter<PolicyService>();
	readonly onDidChangeService = this.changes.event;
	private readonly diagnostics = vscode.languages.createDiagnosticCollection('policy-writing');
	private readonly watch: PackWatch;
	private readonly files = new Map<string, PackFiles>();
	private readonly dirty = new Set<string>();
	private current: Promise<PolicyService> | undefined;
	private shippedPack: Promise<LoadedPack> | undefined;
	private loadedTools: Promise<PackTools> | undefined;
	private own: readonly OwnPack[] = [];
	private readonly libraries: Libraries;
	private others: readonly { readonly uri: vscode.Uri; readonly read: ReadPack }[] = [];
	private seen: readonly PackText[] = [];
	private timer: ReturnType<typeof setTimeout> | undefined;
	private due = 0;
	private running: Promise<void> | undefined;
	private asked = false;
	private disposed = false;
	private told: () => void = () => undefined;
	/** Settled once packs of a person's own have been looked for a first time: before that nobody can say what is in no pack. */
	readonly ready = new Promise<void>(resolve => (this.told = resolve));

	constructor(private readonly options: PacksOptions) {
		this.watch = new PackWatch(uri => this.touch(uri), options.watch);
		this.libraries = new Libraries(uri => this.touch(uri), options.home, options.watch);
	}

	/** The service over the packs as they are now: the shipped one at once, a person's own as soon as they are read. */
	service(): Promise<PolicyService> {
		return (this.current ??= this.shipped().then(async pack => (await this.options.core())([pack]).service));
	}

	/** Looks for packs of a person's own; later changes come through `onDidChangeService`. */
	start(): void {
		this.schedule(0);
	}

	/** Settled once everything that changed up to now has been read. */
	async settled(): Promise<void> {
		if (this.timer !== undefined) this.schedule(0);
		while (this.timer !== undefined || this.running) {
			await this.running;
			if (this.timer !== undefined) await new Promise(resolve => setTimeout(resolve, 0));
		}
	}

	/** What reads and writes YAML. A failure to load it is not kept: the next time it is tried again. */
	tools(): Promise<PackTools> {
		return (this.loadedTools ??= this.options.tools().catch((error: unknown) => {
			this.loadedTools = undefined;
			throw error;
		}));
	}

	/** The packs of one's own that were found. */
	packs(): readonly OwnPack[] {
		return this.own;
	}

	/** The home folder, for `~` in the setting. */
	get home(): string | undefined {
		return this.options.home;
	}

	/** Whether a pack or a library of one's own has a record with this id, also one that is left out in favour of another. */
	has(id: string): boolean {
		return (
			this.others.some(({ read }) => read.data.sources.some(source => source.id === id)) ||
			this.own.some(
				({ read }) =>
					everyRecord(read.data).some(record => record.id === id) ||
					read.data.extensions?.some(extension => extension.id === id),
			)
		);
	}

	/** Where a record of a pack or a library of one's own stands; nothing for a shipped one. */
	locate(id: string): vscode.Location | undefined {
		for (const { folder, read } of this.own) {
			const record = everyRecord(read.data).find(r => r.id === id);
			if (!record) continue;
			const place = read.places.place(record);
			return new vscode.Location(
				vscode.Uri.joinPath(folder.uri, read.places.file(record)),
				new vscode.Position(place.line - 1, place.column - 1),
			);
		}
		for (const { uri, read } of this.others) {
			const record = read.data.sources.find(source => source.id === id);
			const place = record && read.places.place(record);
			if (place) return new vscode.Location(uri, new vscode.Position(place.line - 1, place.column - 1));
		}
		return undefined;
	}

	/** Where a full text of the corpus stands, or a paragraph of it (from 1): the line it begins on. */
	locateText(text: Corpus['documents'][number], paragraph?: number): vscode.Location | undefined {
		// What is merged has the list of paragraphs that was read.
		const pack = this.own.find(({ read }) =>
			read.data.documents?.some(document => document.paragraphs === text.paragraphs),
		);
		const line = paragraph === undefined ? 1 : (text.lines[paragraph - 1] ?? 1);
		return (
			pack && new vscode.Location(vscode.Uri.joinPath(pack.folder.uri, text.file), new vscode.Position(line - 1, 0))
		);
	}

	/** Says that a file may have changed; it is read again soon. Without a file: everything is looked at again. */
	touch(uri?: vscode.Uri): void {
		if (uri) this.dirty.add(uri.toString());
		this.schedule(quiet);
	}

	dispose(): void {
		this.disposed = true;
		clearTimeout(this.timer);
		this.watch.dispose();
		this.libraries.dispose();
		this.diagnostics.dispose();
		this.changes.dispose();
	}

	private shipped(): Promise<LoadedPack> {
		return (this.shippedPack ??= this.options.shipped().catch((error: unknown) => {
			this.options.log.error('shipped corpus', error instanceof Error ? error : String(error));
			void vscode.window.showErrorMessage(
				vscode.l10n.t(
					'The corpus that comes with the extension cannot be read. Please reinstall the extension; your own packs still work.',
				),
			);
			return nothing;
		}));
	}

	private schedule(delay: number): void {
		if (this.disposed) return;
		const now = Date.now();
		if (this.timer === undefined) this.due = now + longest;
		clearTimeout(this.timer);
		this.timer = setTimeout(
			() => {
				this.timer = undefined;
				this.asked = true;
				this.running ??= this.run().finally(() => (this.running = undefined));
			},
			Math.min(delay, Math.max(this.due - now, 0)),
		);
	}

	/** One reading after the other; one that is overtaken by a change gives way to the next, but not for ever. */
	private async run(): Promise<void> {
		for (let overtaken = 0; this.asked && !this.disposed;) {
			this.asked = false;
			const dropped = () => this.disposed || (this.asked && overtaken < 4);
			try {
				await this.scan(dropped);
			} catch (error) {
				this.options.log.error('packs', error instanceof Error ? error : String(error));
			}
			overtaken = this.asked ? overtaken + 1 : 0;
		}
		this.told();
	}

	private async scan(dropped: () => boolean): Promise<void> {
		const folders = packFolders(this.options.home);
		this.watch.follow(folders);
		const changed = new Set(this.dirty);
		this.dirty.clear();
		const again = () => {
			for (const uri of changed) this.dirty.add(uri);
		};
		const found: { readonly folder: PackFolder; readonly texts: readonly PackText[] }[] = [];
		for (const key of [...this.files.keys()])
			if (!folders.some(folder => folder.uri.toString() === key)) this.files.delete(key);
		for (const folder of folders) {
			const key = folder.uri.toString();
			let files = this.files.get(key);
			if (!files) this.files.set(key, (files = new PackFiles(folder.uri, this.options.head)));
			const texts = await files.read(uri => changed.has(uri.toString()), dropped);
			if (dropped()) return again();
			if (texts) found.push({ folder, texts });
		}
		const libraries = await this.libraries.texts(uri => changed.has(uri.toString()));
		if (dropped()) return again();
		// What changed in a folder before it was watched is found by looking once more.
		if (
			this.watch.near(
				[...this.files.values()].flatMap(files => files.folders),
				changed,
			)
		)
			this.schedule(settling);
		const seen = [...found.flatMap(({ texts }) => texts), ...libraries.map(({ text }) => text)];
		const same =
			found.length === this.own.length &&
			found.every(({ folder }, i) => folder.uri.toString() === this.own[i]!.folder.uri.toString()) &&
			seen.length === this.seen.length &&
			seen.every((text, i) => text === this.seen[i]);
		if (same) return;
		await this.load(found, libraries, dropped, () => (this.seen = seen));
	}

	private async load(
		found: readonly { readonly folder: PackFolder; readonly texts: readonly PackText[] }[],
		libraries: readonly LibraryText[],
		dropped: () => boolean,
		done: () => void,
	): Promise<void> {
		const start = Date.now();
		const shipped = await this.shipped();
		const tools = found.length > 0 || libraries.length > 0 ? await this.tools() : undefined;
		const problems: FileProblems[] = [];
		const own: OwnPack[] = [];
		const loaded: LoadedPack[] = [shipped];
		// Read first, because citations of packs may name their sources; merged last, because packs come first.
		const others: (LibraryText & LibraryPack)[] = [];
		const pause = pausing(); // typing goes first
		for (const library of libraries) {
			if (dropped()) return;
			others.push({ ...library, ...(await this.libraries.load(library, tools!, await this.options.libraries())) });
		}
		for (const { folder, texts } of found) {
			for (const text of texts) {
				await pause();
				if (dropped()) return;
				if (!text.fault) tools!.prepare(text);
			}
			await pause();
			const read = tools!.read(
				texts.filter(text => !text.fault),
				folder.uri.path.split('/').pop() || folder.name,
			);
			await pause();
			own.push({ folder, read });
			problems.push({
				folder: folder.uri,
				texts,
				problems: [
					...read.problems,
					...tools!.check(
						read,
						[...loaded, ...others].map(pack => pack.compiled.data),
					),
				],
			});
			await pause();
			loaded.push({ compiled: await compiled(read.data, tools!, pause), places: inFolder(read, loaded.length - 1) });
		}
		for (const { uri, text, read, compiled } of others) {
			problems.push({ folder: vscode.Uri.joinPath(uri, '..'), texts: [text], problems: read.problems });
			loaded.push({ compiled, places: inFolder(read, loaded.length - 1) });
		}
		await pause();
		const create = await this.options.core();
		if (dropped()) return;
		const { service, problems: merging } = create(loaded);
		for (const [i, each] of problems.entries()) {
			const found = merging
				.filter(p => p.file.startsWith(`${i}/`))
				.map(p => ({ ...p, file: p.file.slice(`${i}/`.length) }));
			const library = others[i - own.length];
			problems[i] = {
				...each,
				problems: [...each.problems, ...(library ? conflictsOf(library.read, found, service.corpus) : found)],
			};
		}
		this.own = own;
		this.others = others;
		this.current = Promise.resolve(service);
		done();
		showProblems(this.diagnostics, problems);
		this.changes.fire(service);
		this.options.log.info(
			`packs: ${own.map(({ folder, read }) => `${folder.name} (${everyRecord(read.data).length})`).join(', ') || 'none'}${others.map(({ uri, read }) => `, ${uri.path.split('/').pop()} (${read.data.sources.length})`).join('')}, ${Date.now() - start} ms`,
		);
	}
}

const nothing: LoadedPack = {
	compiled: {
		data: { info: { id: 'none', title: '' }, sources: [], citations: [], terms: [], formulations: [] },
		pinyin: {},
		traditional: {},
	},
};

function everyRecord(data: PackData): readonly { readonly id: string }[] {
	return [...data.terms, ...data.formulations, ...data.citations, ...data.sources];
}

/** Places that name files with the number of their folder, so that problems of merging find their way back. */
function inFolder(read: ReadPack, number: number): NonNullable<LoadedPack['places']> {
	return {
		file: record => `${number}/${read.places.file(record)}`,
		place: (record, path) => read.places.place(record, path),
	};
}
