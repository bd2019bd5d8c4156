// The libraries of other programs as packs: which are meant, and what was read of them, kept as long as they do not
// change. One that is not there, or cannot be read, is told of where it is named, and takes no other with it.
import * as vscode from 'vscode';
import { BibliographyReader, type Bibliography, type ReadingTools } from '../../app/bibliographies';
import type { FileProblems } from '../../app/packs/compose';
import { faultProblems } from '../../app/packs/pack';
import type { Touched } from '../../app/packs/touched';
import { soon } from '../../app/pause';
import type { Files, Place } from '../../app/ports';
import { isLibrary } from '../../core/service';
import { showBadLibraries, type BadLibrary } from './bibliographyDiagnostics';
import { namedInDraft, namedInSettings, patternsInSettings, type BibliographyName } from './bibliographyNames';
import { BibliographyWatch } from './bibliographyWatch';
import type { BadEntry } from './settingStatus';
import type { FolderWatch } from './watch';

/** What a look tells, and how it waits. */
export interface LookOptions {
	/** It is this library's turn. */
	readonly reading: (name: string) => void;
	/** Another library is in use, or one is not any more. */
	readonly changed: () => Promise<void>;
	/** Waits for a reading; where it is given up, the reading goes on, and the next look finds it. */
	readonly held: <T>(work: Promise<T>) => Promise<T>;
}

/** What libraries are looked for with. */
export interface LibrariesOptions {
	readonly files: Files;
	readonly home: string | undefined;
	readonly log: vscode.LogOutputChannel;
	readonly folderWatch?: FolderWatch;
}

export class Libraries implements vscode.Disposable {
	private readonly watch: BibliographyWatch;
	private readonly reader: BibliographyReader;
	private readonly diagnostics = vscode.languages.createDiagnosticCollection('policy-writing-libraries');
	private list: readonly Bibliography[] = [];
	/** What is named and not in use, as the last look found it. */
	private missing: readonly BadLibrary[] = [];
	/** Entries of the setting that are not in use. */
	bad: readonly BadEntry[] = [];

	/** `changed` gets the file that changed, or nothing when everything has to be looked at again. */
	constructor(
		changed: (uri?: vscode.Uri) => void,
		private readonly options: LibrariesOptions,
	) {
		this.reader = new BibliographyReader(options.files, options.log);
		this.watch = new BibliographyWatch(
			changed,
			document =>
				this.namedIn(document)
					.map(({ name, draft }) => `${name} ${JSON.stringify(draft?.at)}`)
					.join('\n'),
			options.folderWatch,
		);
	}

	/** The libraries that are there, those of the setting first. */
	all(): readonly Bibliography[] {
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
			.map(({ place, text }) => ({ texts: [text], placeOf: () => place, problems: faultProblems([text]) }));
	}

	/**
	 * Looks which libraries are meant, those of the setting first, and reads them one by one, each in use from then on.
	 * What a draft or the setting names and is not in use is told of at the end.
	 */
	async look(touched: Touched, tools: ReadingTools, { reading, held, changed }: LookOptions): Promise<void> {
		const bad: BadEntry[] = [];
		const names = await this.names(entry => bad.push(entry));
		const look = this.reader.look(touched);
		const asked = names.map((named, at) => ({ named, at, found: look.first(named) }));
		const missing: BadLibrary[] = [];
		const done = new Map<Place, { readonly at: number; readonly library: Bibliography }>();
		// In the order they are named, but what is slow to answer keeps nobody waiting.
		const inOrder = () => [...done.values()].sort((a, b) => a.at - b.at).map(({ library }) => library);
		for (const { named, at, found } of await slowLast(asked)) {
			const answer = await held(found);
			if (!answer.library) {
				missing.push({ named, ...answer });
				continue;
			}
			const { place, text } = answer.library;
			const already = done.get(place);
			if (!already) reading(text.name);
			const library = already?.library ?? (await this.reader.loaded(answer.library, tools, held));
			if (library.text.fault) missing.push({ named, fault: library.text.fault });
			done.set(place, { at: Math.min(at, already?.at ?? at), library });
			if (already) continue;
			this.list = [...inOrder(), ...this.list.filter(one => !done.has(one.place))];
			await changed();
		}
		this.reader.keep(look.places);
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
			...(await namedInSettings(this.options.home, bad)),
			...openDocuments().flatMap(document => this.namedIn(document).filter(({ onWeb }) => !onWeb)),
		];
		this.watch.follow(
			placesOf(names).map(place => vscode.Uri.parse(place, true)),
			patternsInSettings(this.options.home),
		);
		return names;
	}

	/** What a draft names; one that cannot be read for that keeps no other from it. */
	private namedIn(document: vscode.TextDocument): readonly BibliographyName[] {
		try {
			return namedInDraft(document, this.options.files.resolve);
		} catch (error) {
			this.options.log.error(`libraries of ${document.uri.path}`, error instanceof Error ? error : String(error));
			return [];
		}
	}
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

function openDocuments(): readonly vscode.TextDocument[] {
	return vscode.workspace.textDocuments.filter(document => !document.isClosed);
}

/** The files that names of libraries may mean, each once. */
function placesOf(names: readonly BibliographyName[]): Place[] {
	return [...new Set(names.filter(({ name }) => isLibrary(name)).flatMap(({ candidates }) => candidates))];
}
