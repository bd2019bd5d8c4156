// Tells when something in a pack folder may have changed: on disk, by the editor, by the settings, by the folders
// that are open.
import * as vscode from 'vscode';
import { folderAbove, type PackFolder } from './folders';
import { section } from '../base/settings';

/** So many folders are watched one by one. */
const mostNear = 60;

/**
 * Calls `told` with the name of what changes directly in a folder (null: unknown), until disposed of. Throws when it
 * cannot.
 */
export type FolderWatch = (path: string, onChange: (name: string | null) => void) => { dispose(): void };

export class PackWatch implements vscode.Disposable {
	private far: vscode.Disposable[] = [];
	private readonly close = new Map<string, vscode.Disposable[]>();
	private followed = '';
	private folders: readonly PackFolder[] = [];
	private readonly subscriptions: vscode.Disposable[];

	/** `told` gets the file that changed, or nothing when everything has to be looked at again. */
	constructor(
		private readonly changed: (uri?: vscode.Uri) => void,
		private readonly folderWatch?: FolderWatch,
	) {
		// The watchers below may be slow (network drives), lose a change, or be switched off (files.watcherExclude).
		// What the editor does itself is known at once; and people who come back from another program, or look at a
		// file of a pack, see it as it is.
		this.subscriptions = [
			vscode.window.onDidChangeWindowState(({ focused }) => {
				if (focused) changed();
			}),
			vscode.window.onDidChangeActiveTextEditor(editor => {
				if (editor) this.within(editor.document.uri);
			}),
			vscode.workspace.onDidSaveTextDocument(document => this.within(document.uri)),
			vscode.workspace.onDidCreateFiles(({ files }) => files.forEach(uri => this.within(uri))),
			vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(uri => this.within(uri))),
			vscode.workspace.onDidRenameFiles(({ files }) =>
				files.forEach(({ oldUri, newUri }) => {
					this.within(oldUri);
					this.within(newUri);
				}),
			),
			vscode.workspace.onDidChangeWorkspaceFolders(() => changed()),
			vscode.workspace.onDidChangeConfiguration(change => change.affectsConfiguration(`${section}.packs`) && changed()),
		];
	}

	/** Watches these folders from now on, whether they exist or not. */
	follow(folders: readonly PackFolder[]): void {
		const key = folders.map(folder => `${folder.uri.toString()} ${folder.inside}`).join('\n');
		if (key === this.followed) return;
		this.followed = key;
		this.folders = folders;
		dispose(this.far);
		this.far = folders.flatMap(folder => this.listen(appearing(folder)));
	}

	/**
	 * Watches what is directly in these folders, which exist; answers whether any watcher is new. The watcher of the
	 * whole workspace leaves out what people have excluded from it, and see `FolderWatch`. A folder that is among the
	 * changed ones (addresses in small letters) may be another one of that name: it and what is in it is watched anew.
	 */
	near(folders: readonly vscode.Uri[], changed: ReadonlySet<string>): boolean {
		const wanted = new Map(folders.slice(0, mostNear).map(uri => [uri.toString(), uri]));
		for (const [key, watchers] of this.close) {
			const address = key.toLowerCase();
			if (wanted.has(key) && ![...changed].some(uri => address === uri || address.startsWith(`${uri}/`))) continue;
			dispose(watchers);
			this.close.delete(key);
		}
		const fresh = [...wanted].filter(([key]) => !this.close.has(key));
		for (const [key, uri] of fresh)
			this.close.set(key, [...this.listen(new vscode.RelativePattern(uri, '*')), ...this.direct(uri)]);
		return fresh.length > 0;
	}

	private direct(folder: vscode.Uri): vscode.Disposable[] {
		if (!this.folderWatch || folder.scheme !== 'file') return [];
		try {
			return [
				this.folderWatch(folder.fsPath, name =>
					this.changed(name === null ? undefined : vscode.Uri.joinPath(folder, name)),
				),
			];
		} catch {
			return []; // gone again, or the system has no watcher left: the other ways of knowing remain
		}
	}

	dispose(): void {
		for (const watchers of [this.far, this.subscriptions, ...this.close.values()]) dispose(watchers);
	}

	private listen(pattern: vscode.RelativePattern | undefined): vscode.Disposable[] {
		return pattern ? watching(pattern, this.changed) : [];
	}

	/** Passes on what lies in a folder, is one, or holds one. */
	private within(uri: vscode.Uri): void {
		const path = `${uri.path}/`.toLowerCase();
		const touched = this.folders.some(folder => {
			const own = `${folder.uri.path}/`.toLowerCase();
			return folder.uri.scheme === uri.scheme && (path.startsWith(own) || own.startsWith(path));
		});
		if (touched) this.changed(uri);
	}
}

/**
 * Where a folder comes and goes. Inside a workspace folder, which the editor watches anyway: the folder, what is in it,
 * and the folders above it (of a deleted folder only the topmost is reported). Elsewhere: its name in the folder above.
 */
function appearing(folder: PackFolder): vscode.RelativePattern | undefined {
	if (!folder.workspace || folder.inside === undefined) {
		const above = folderAbove(folder.uri);
		return above && new vscode.RelativePattern(above, escaped(folder.uri.path.split('/').pop() ?? '*'));
	}
	const parts = folder.inside
		.split('/')
		.filter(part => part !== '')
		.map(escaped);
	if (parts.length === 0)
		return new vscode.RelativePattern(
			folder.workspace,
			'{pack.*,ignore.*,{sources,citations,terms,formulations,documents}{,/**,.*}}',
		);
	const above = parts.map((_, i) => parts.slice(0, i + 1).join('/'));
	return new vscode.RelativePattern(folder.workspace, `{${[...above, `${above.at(-1)}/**`].join(',')}}`);
}

/**
 * Watches a pattern. What cannot be watched is not: the other ways of knowing remain, and other folders are watched.
 */
export function watching(pattern: vscode.RelativePattern, onChange: (uri: vscode.Uri) => void): vscode.Disposable[] {
	try {
		const watcher = vscode.workspace.createFileSystemWatcher(pattern);
		return [watcher, watcher.onDidChange(onChange), watcher.onDidCreate(onChange), watcher.onDidDelete(onChange)];
	} catch {
		return [];
	}
}

function dispose(all: readonly { dispose(): unknown }[]): void {
	for (const each of all) each.dispose();
}

/**
 * A name as a glob; what means something in globs is matched by any character, which at worst means a look too many.
 */
function escaped(name: string): string {
	return name.replace(/[[\]{}*?!,]/g, '?');
}
