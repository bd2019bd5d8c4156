// Tells when a library may have changed or another one may be meant: on disk, by the editor, by the setting, by
// drafts that are opened and written.
import * as vscode from 'vscode';
import { isLibrary } from '../../core/service';
import { isDraft } from '../base/draftDocuments';
import { folderAbove } from './folders';
import { watching, type FolderWatch } from './watch';
import { section } from '../base/settings';

/** While somebody writes in the front matter nothing is looked for. */
const pause = 400;

export class BibliographyWatch implements vscode.Disposable {
	private watchers: vscode.Disposable[] = [];
	private followed = '';
	/** Addresses in small letters: a watcher may tell of a file in another case than it is named in. */
	private files: ReadonlySet<string> = new Set();
	private timer: ReturnType<typeof setTimeout> | undefined;
	/** What each open draft named when it was last looked at. */
	private readonly named = new WeakMap<vscode.TextDocument, string>();
	private readonly subscriptions: vscode.Disposable[];

	/**
	 * `told` gets the file that changed, or nothing when everything has to be looked at again; `namesOf` says what a
	 * draft names, as one text.
	 */
	constructor(
		private readonly changed: (uri?: vscode.Uri) => void,
		private readonly namesOf: (document: vscode.TextDocument) => string,
		private readonly folderWatch?: FolderWatch,
	) {
		const touched = (uri: vscode.Uri) => {
			if (this.files.has(addressOf(uri))) changed(uri);
			else if (isLibrary(uri.path)) changed();
		};
		this.subscriptions = [
			vscode.workspace.onDidSaveTextDocument(document => {
				if (this.files.has(addressOf(document.uri))) changed(document.uri);
			}),
			vscode.window.onDidChangeActiveTextEditor(editor => {
				if (editor && this.files.has(addressOf(editor.document.uri))) changed(editor.document.uri);
			}),
			vscode.workspace.onDidCreateFiles(({ files }) => files.forEach(touched)),
			vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(touched)),
			vscode.workspace.onDidRenameFiles(({ files }) =>
				files.forEach(({ oldUri, newUri }) => {
					touched(oldUri);
					touched(newUri);
				}),
			),
			vscode.workspace.onDidChangeConfiguration(
				change => change.affectsConfiguration(`${section}.bibliographies`) && changed(),
			),
			vscode.workspace.onDidGrantWorkspaceTrust(() => changed()),
			vscode.workspace.onDidOpenTextDocument(document => this.look(document)),
			vscode.workspace.onDidCloseTextDocument(document => {
				if (this.named.get(document)) changed();
				this.named.delete(document);
			}),
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				if (!isDraft(document)) return;
				clearTimeout(this.timer);
				this.timer = setTimeout(() => this.look(document), pause);
			}),
		];
	}

	/** Says that a draft was looked at now. */
	seen(document: vscode.TextDocument): void {
		this.named.set(document, this.namesOf(document));
	}

	/** Watches these files from now on, whether they exist or not, and what fits these patterns. */
	follow(files: readonly vscode.Uri[], patterns: readonly vscode.RelativePattern[]): void {
		const key = [
			...files.map(String),
			...patterns.map(({ baseUri, pattern }) => `${baseUri.toString()} ${pattern}`),
		].join('\n');
		if (key === this.followed) return;
		this.followed = key;
		this.files = new Set(files.map(addressOf));
		for (const watcher of this.watchers) watcher.dispose();
		const single = files.flatMap(uri => {
			const folder = folderAbove(uri);
			return folder ? [new vscode.RelativePattern(folder, nameOf(uri).replace(/[[\]{}*?!,]/g, '?'))] : [];
		});
		this.watchers = [
			...[...single, ...patterns].flatMap(pattern => watching(pattern, this.changed)),
			...this.direct(files),
		];
	}

	dispose(): void {
		clearTimeout(this.timer);
		for (const each of [...this.watchers, ...this.subscriptions]) each.dispose();
	}

	/** The folders of the files themselves, where the editor's own watcher is not enough. */
	private direct(files: readonly vscode.Uri[]): { dispose(): void }[] {
		const folders = new Map(
			files
				.filter(uri => uri.scheme === 'file')
				.flatMap(uri => folderAbove(uri) ?? [])
				.map(uri => [uri.toString(), uri]),
		);
		return [...folders.values()].flatMap(folder => {
			try {
				return this.folderWatch
					? [
							this.folderWatch(folder.fsPath, name => {
								const uri = name === null ? undefined : vscode.Uri.joinPath(folder, name);
								if (!uri || this.files.has(addressOf(uri))) this.changed(uri);
							}),
						]
					: [];
			} catch {
				return []; // not there, or no watcher left
			}
		});
	}

	private look(document: vscode.TextDocument): void {
		if (!isDraft(document) || document.isClosed) return;
		const names = this.namesOf(document);
		if (names === (this.named.get(document) ?? '')) return;
		this.named.set(document, names);
		this.changed();
	}
}

function nameOf(uri: vscode.Uri): string {
	return uri.path.split('/').pop() ?? '';
}

function addressOf(uri: vscode.Uri): string {
	return uri.toString().toLowerCase();
}
