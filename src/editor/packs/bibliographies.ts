// The libraries of other programs as packs: which there are, their texts, and what was read of them, kept as long as
// they do not change.
import * as vscode from 'vscode';
import { isLibrary, type CompiledPack, type LibraryTools, type PackTools, type ReadPack } from '../../core/service';
import { namedInDraft, namedInSettings, patternsInSettings, type LibraryName } from './bibliographyNames';
import { LibraryWatch } from './bibliographyWatch';
import { compiled } from './compile';
import { readKnown, type Known, type PackText } from './files';
import { pausing } from '../base/pause';
import type { FolderWatch } from './watch';

/** Bytes of the largest library that is read: some fifty thousand entries with their abstracts. */
const largest = 50_000_000;

/** A library that is there. */
export interface LibraryText {
	readonly uri: vscode.Uri;
	readonly text: PackText;
}

/** A library as a pack of sources. */
export interface LibraryPack {
	readonly read: ReadPack;
	readonly compiled: CompiledPack;
}

export class Libraries implements vscode.Disposable {
	private readonly watch: LibraryWatch;
	private known = new Map<string, Known>();
	private readonly packs = new WeakMap<PackText, LibraryPack>();
	private readonly diagnostics = vscode.languages.createDiagnosticCollection('policy-writing-libraries');

	/** `told` gets the file that changed, or nothing when everything has to be looked at again. */
	constructor(
		told: (uri?: vscode.Uri) => void,
		private readonly home: string | undefined,
		folderWatch?: FolderWatch,
	) {
		this.watch = new LibraryWatch(
			told,
			document =>
				namedInDraft(document, home)
					.map(({ name, draft }) => `${name} ${JSON.stringify(draft?.at)}`)
					.join('\n'),
			folderWatch,
		);
	}

	/** The libraries that are there now, each once, those of the setting first; what a draft names and is not there is told of in the draft. */
	async texts(changed: (uri: vscode.Uri) => boolean): Promise<readonly LibraryText[]> {
		const open = vscode.workspace.textDocuments.filter(document => !document.isClosed);
		for (const document of open) this.watch.seen(document);
		const names = [
			...(await namedInSettings(this.home)),
			...open.flatMap(document => namedInDraft(document, this.home)),
		];
		this.watch.follow(
			unique(names.filter(({ name }) => isLibrary(name)).flatMap(({ candidates }) => candidates)),
			patternsInSettings(this.home),
		);
		const now = new Map<string, Known>();
		const found = new Map<string, LibraryText>();
		const missing: LibraryName[] = [];
		for (const named of names) {
			const there = isLibrary(named.name) ? await this.first(named.candidates, changed, now) : undefined;
			if (there) found.set(there.uri.toString(), there);
			else missing.push(named);
		}
		this.known = now;
		this.show(missing);
		return [...found.values()];
	}

	/** A library as a pack; read in slices, so that typing goes first, and not again while it does not change. */
	async load({ text }: LibraryText, tools: PackTools, libraries: LibraryTools): Promise<LibraryPack> {
		const known = this.packs.get(text);
		if (known) return known;
		const read = await libraries.read(text.name, text.text, nextTurn);
		const pack = { read, compiled: await compiled(read.data, tools, pausing()) };
		this.packs.set(text, pack);
		return pack;
	}

	dispose(): void {
		this.watch.dispose();
		this.diagnostics.dispose();
	}

	private async first(
		candidates: readonly vscode.Uri[],
		changed: (uri: vscode.Uri) => boolean,
		now: Map<string, Known>,
	): Promise<LibraryText | undefined> {
		for (const uri of candidates) {
			const key = uri.toString();
			const known =
				now.get(key) ??
				(await readKnown(uri, uri.path.split('/').pop() ?? uri.path, this.known.get(key), changed, largest));
			if (!known) continue;
			now.set(key, known);
			return { uri, text: known.text };
		}
		return undefined;
	}

	private show(missing: readonly LibraryName[]): void {
		this.diagnostics.clear();
		const byDraft = new Map<vscode.TextDocument, vscode.Diagnostic[]>();
		for (const named of missing) {
			const { draft } = named;
			if (!draft) continue;
			const message = sentence(named);
			const diagnostic = new vscode.Diagnostic(draft.at, message, vscode.DiagnosticSeverity.Warning);
			diagnostic.source = vscode.l10n.t('Policy Writing');
			diagnostic.code = 'library.missing';
			byDraft.set(draft.document, [...(byDraft.get(draft.document) ?? []), diagnostic]);
		}
		for (const [document, list] of byDraft) this.diagnostics.set(document.uri, list);
	}
}

/** Why a library that a draft names is not in use. */
function sentence({ name, refused }: LibraryName): string {
	const t = vscode.l10n.t;
	if (refused === 'share')
		return t(
			'“{name}” lies on another machine, which is not asked because a draft says so. Name it in the setting “policyWriting.bibliographies” to use it.',
			{ name },
		);
	if (refused === 'outside')
		return t(
			'“{name}” lies outside this folder, and this folder is not trusted, so it is not looked for. Trust the folder to use it.',
			{ name },
		);
	return isLibrary(name)
		? t('The library “{name}” was not found, neither beside this draft nor in the workspace folder.', { name })
		: t('“{name}” is no library that is read here. Its name should end in .bib, .json, .yaml or .ris.', { name });
}

function nextTurn(): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, 0));
}

function unique(uris: readonly vscode.Uri[]): vscode.Uri[] {
	return [...new Map(uris.map(uri => [uri.toString(), uri])).values()];
}
