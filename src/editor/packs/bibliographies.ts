// The libraries of other programs as packs: which are meant, and what was read of them, kept as long as they do not
// change. One that is not there, or cannot be read, is told of where it is named, and takes no other with it.
import * as vscode from 'vscode';
import {
	isLibrary,
	type CompiledPack,
	type BibliographyTools,
	type PackTools,
	type ReadPack,
} from '../../core/service';
import { readKnown, unreadable, type Fault, type Known, type PackText } from './fileRead';
import { showBadLibraries, type BadLibrary } from './bibliographyDiagnostics';
import { namedInDraft, namedInSettings, patternsInSettings, type BibliographyName } from './bibliographyNames';
import { BibliographyWatch } from './bibliographyWatch';
import { compiled } from './compile';
import { nextTurn, pausing, soon } from '../base/pause';
import type { FileProblems } from './problems';
import type { FolderWatch } from './watch';
import type { BadEntry } from './settingStatus';
import type { Touched } from './touched';

/** Bytes of the largest library that is read: some fifty thousand entries with their abstracts. */
const largest = 50_000_000;

/** A library as a pack of sources. */
export interface BibliographyPack {
	readonly read: ReadPack;
	readonly compiled: CompiledPack;
}

/** A library that is there; one with a fault is not in use. */
export interface Library extends Partial<BibliographyPack> {
	readonly uri: vscode.Uri;
	readonly text: PackText;
}

/** A library that is in use. */
export type UsedLibrary = Library & BibliographyPack;

/** What reads libraries, loaded when the first is there. */
export type Tools = () => Promise<{ readonly packs: PackTools; readonly libraries: BibliographyTools }>;

/** What a look tells, and how it waits. */
export interface LookOptions {
	/** It is this library's turn. */
	readonly reading: (name: string) => void;
	/** Another library is in use, or one is not any more. */
	readonly changed: () => Promise<void>;
	/** Waits for a reading; where it is given up, the reading goes on, and the next look finds it. */
	readonly held: Held;
}
type Held = <T>(work: Promise<T>) => Promise<T>;

export class Libraries implements vscode.Disposable {
	private readonly watch: BibliographyWatch;
	private readonly known = new Map<string, Known>();
	/** Readings under way and done: one goes on while packs are looked at anew, and is not begun again. */
	private readonly packs = new WeakMap<PackText, Promise<BibliographyPack | Fault>>();
	private readonly diagnostics = vscode.languages.createDiagnosticCollection('policy-writing-libraries');
	private list: readonly Library[] = [];
	/** What is named and not in use, as the last look found it. */
	private missing: readonly BadLibrary[] = [];
	/** Entries of the setting that are not in use. */
	bad: readonly BadEntry[] = [];

	/** `told` gets the file that changed, or nothing when everything has to be looked at again. */
	constructor(
		told: (uri?: vscode.Uri) => void,
		private readonly home: string | undefined,
		private readonly log: vscode.LogOutputChannel,
		folderWatch?: FolderWatch,
	) {
		this.watch = new BibliographyWatch(
			told,
			document =>
				this.namedIn(document)
					.map(({ name, draft }) => `${name} ${JSON.stringify(draft?.at)}`)
					.join('\n'),
			folderWatch,
		);
	}

	/** The libraries that are there, those of the setting first. */
	all(): readonly Library[] {
		return this.list;
	}

	/** The open drafts are looked at soon: what they name now is no news. */
	seen(): void {
		for (const document of openDocuments()) this.watch.seen(document);
	}

	/** Whether a draft names one that is not in use. */
	isLackedBy(document: vscode.TextDocument): boolean {
		return this.missing.some(({ named }) => named.draft?.document === document);
	}

	/** Those that are there and cannot be read. */
	unread(): readonly FileProblems[] {
		return this.list
			.filter(({ text }) => text.fault)
			.map(({ uri, text }) => ({ folder: vscode.Uri.joinPath(uri, '..'), texts: [text], problems: [] }));
	}

	/**
	 * Looks which libraries are meant, those of the setting first, and reads them one by one, each in use from then on.
	 * What a draft or the setting names and is not in use is told of at the end.
	 */
	async look(touched: Touched, tools: Tools, { reading, held, changed }: LookOptions): Promise<void> {
		const bad: BadEntry[] = [];
		const names = await this.names(entry => bad.push(entry));
		const looked = new Map<string, Promise<Known | undefined>>();
		const asked = names.map((named, at) => ({ named, at, found: this.first(named, touched, looked) }));
		const missing: BadLibrary[] = [];
		const done = new Map<string, { readonly at: number; readonly library: Library }>();
		// In the order they are named, but what is slow to answer keeps nobody waiting.
		const inOrder = () => [...done.values()].sort((a, b) => a.at - b.at).map(({ library }) => library);
		for (const { named, at, found } of await slowLast(asked)) {
			const answer = await held(found);
			if (!('library' in answer)) {
				missing.push({ named, ...answer });
				continue;
			}
			const key = answer.library.uri.toString();
			const already = done.get(key);
			if (!already) reading(answer.library.text.name);
			const library = already?.library ?? (await this.loaded(answer.library, tools, held));
			if (library.text.fault) missing.push({ named, fault: library.text.fault });
			done.set(key, { at: Math.min(at, already?.at ?? at), library });
			if (already) continue;
			this.list = [...inOrder(), ...this.list.filter(({ uri }) => !done.has(uri.toString()))];
			await changed();
		}
		for (const key of this.known.keys()) if (!looked.has(key)) this.known.delete(key);
		this.list = inOrder();
		this.missing = missing;
		showBadLibraries(this.diagnostics, missing);
		this.bad = [...bad, ...missing.flatMap(entryOf)];
		await changed();
	}

	dispose(): void {
		this.watch.dispose();
		this.diagnostics.dispose();
	}

	/** All names, also those that mean nothing that is there; what they may mean is watched from now on. */
	private async names(bad: (entry: BadEntry) => void): Promise<readonly BibliographyName[]> {
		this.seen();
		const names = [
			...(await namedInSettings(this.home, bad)),
			...openDocuments().flatMap(document => this.namedIn(document)),
		];
		this.watch.follow(
			unique(names.filter(({ name }) => isLibrary(name)).flatMap(({ candidates }) => candidates)),
			patternsInSettings(this.home),
		);
		return names;
	}

	/** What a draft names; one that cannot be read for that keeps no other from it. */
	private namedIn(document: vscode.TextDocument): readonly BibliographyName[] {
		try {
			return namedInDraft(document, this.home);
		} catch (error) {
			this.log.error(`libraries of ${document.uri.path}`, error instanceof Error ? error : String(error));
			return [];
		}
	}

	/** The first file a name may mean that can be read; else why the first that is there cannot. */
	private async first(
		{ name, candidates }: BibliographyName,
		touched: Touched,
		looked: Map<string, Promise<Known | undefined>>,
	): Promise<{ readonly library: Library } | { readonly fault?: Fault }> {
		let unread: { readonly uri: vscode.Uri; readonly text: PackText; readonly fault: Fault } | undefined;
		for (const uri of isLibrary(name) ? candidates : []) {
			const key = uri.toString();
			if (!looked.has(key)) looked.set(key, this.file(uri, touched));
			const text = (await looked.get(key))?.text;
			if (text && !text.fault) return { library: { uri, text } };
			if (text?.fault) unread ??= { uri, text, fault: text.fault };
		}
		if (!unread) return {};
		// A folder of that name is no file a problem could be shown in.
		return unread.fault.data.reason === 'folder' ? { fault: unread.fault } : { library: unread };
	}

	private async file(uri: vscode.Uri, touched: Touched): Promise<Known | undefined> {
		const key = uri.toString();
		const now = await readKnown(uri, nameOf(uri), this.known.get(key), touched.uris.has(key), largest);
		if (now) this.known.set(key, now);
		else this.known.delete(key);
		return now;
	}

	/** A library as a pack; read in slices, so that typing goes first, and not again while it does not change. */
	private async loaded(library: Library, tools: Tools, held: Held): Promise<Library> {
		const { text } = library;
		if (text.fault) return library;
		let pack = this.packs.get(text);
		if (!pack) {
			this.packs.set(text, (pack = this.load(library, tools)));
			// What reads libraries could not be loaded: the next time it is tried again.
			pack.catch(() => this.packs.delete(text));
		}
		const loaded = await held(pack);
		return 'code' in loaded
			? { ...library, text: { name: text.name, text: '', fault: loaded } }
			: { ...library, ...loaded };
	}

	private async load({ uri, text }: Library, tools: Tools): Promise<BibliographyPack | Fault> {
		const { packs, libraries } = await tools();
		try {
			const read = await libraries.read(text.name, text.text, nextTurn);
			return { read, compiled: await compiled(read.data, packs, pausing()) };
		} catch (error) {
			this.log.error(`library ${uri.path}`, error instanceof Error ? error : String(error));
			return unreadable('failed');
		}
	}
}

/** Whether a library is in use. */
export function isUsed(library: Library): library is UsedLibrary {
	return library.read !== undefined && library.compiled !== undefined;
}

/** What is said of a name of the setting that is not in use. */
function entryOf({ named: { name, setting }, fault }: BadLibrary): readonly BadEntry[] {
	if (!setting) return [];
	if (!isLibrary(name)) return [{ setting: 'bibliographies', entry: name, why: 'ending' }];
	return [{ setting: 'bibliographies', entry: name, why: fault ?? 'missing' }];
}

/** Those that have answered soon, in their order, then the others. */
async function slowLast<T extends { readonly found: Promise<unknown> }>(asked: readonly T[]): Promise<T[]> {
	const answered = new Set<T>();
	const all = asked.map(async one => {
		await one.found;
		answered.add(one);
	});
	await soon(Promise.all(all));
	return [...asked.filter(one => answered.has(one)), ...asked.filter(one => !answered.has(one))];
}

function nameOf(uri: vscode.Uri): string {
	return uri.path.split('/').pop() ?? uri.path;
}

function openDocuments(): readonly vscode.TextDocument[] {
	return vscode.workspace.textDocuments.filter(document => !document.isClosed);
}

function unique(uris: readonly vscode.Uri[]): vscode.Uri[] {
	return [...new Map(uris.map(uri => [uri.toString(), uri])).values()];
}
