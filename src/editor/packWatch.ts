// Tells when something in a pack folder may have changed: on disk, by the editor, by the settings, by the folders that are open.
// Knows nothing of what the files hold.
import * as vscode from 'vscode';
import type { PackFolder } from './packFolders';
import { section } from './settings';

export class PackWatch implements vscode.Disposable {
	private watchers: vscode.Disposable[] = [];
	private watched = '';
	private folders: readonly PackFolder[] = [];
	private readonly subscriptions: vscode.Disposable[];

	/** `told` gets the file that changed, or nothing when everything has to be looked at again. */
	constructor(private readonly told: (uri?: vscode.Uri) => void) {
		// The watchers below may be slow (network drives), lose a change, or be switched off (files.watcherExclude). What the editor does
		// itself is known at once; and people who come back from another program, or look at a file of a pack, see it as it is.
		this.subscriptions = [
			vscode.window.onDidChangeWindowState(({ focused }) => { if (focused) told(); }),
			vscode.window.onDidChangeActiveTextEditor(editor => { if (editor) this.within(editor.document.uri); }),
			vscode.workspace.onDidSaveTextDocument(document => this.within(document.uri)),
			vscode.workspace.onDidCreateFiles(({ files }) => files.forEach(uri => this.within(uri))),
			vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(uri => this.within(uri))),
			vscode.workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => { this.within(oldUri); this.within(newUri); })),
			vscode.workspace.onDidChangeWorkspaceFolders(() => told()),
			vscode.workspace.onDidChangeConfiguration(change => change.affectsConfiguration(`${section}.packs`) && told()),
		];
	}

	/** Watches these folders from now on, whether they exist or not. */
	follow(folders: readonly PackFolder[]): void {
		const key = folders.map(folder => `${folder.uri.toString()} ${folder.inside}`).join('\n');
		if (key === this.watched) return;
		this.watched = key;
		this.folders = folders;
		for (const watcher of this.watchers) watcher.dispose();
		this.watchers = folders.flatMap(folder => patterns(folder)).flatMap(pattern => {
			const watcher = vscode.workspace.createFileSystemWatcher(pattern);
			return [watcher, watcher.onDidChange(this.told), watcher.onDidCreate(this.told), watcher.onDidDelete(this.told)];
		});
	}

	dispose(): void {
		for (const each of [...this.watchers, ...this.subscriptions]) each.dispose();
	}

	/** Passes on what lies in a folder, is one, or holds one. */
	private within(uri: vscode.Uri): void {
		const path = `${uri.path}/`;
		const touched = this.folders.some(folder => folder.uri.scheme === uri.scheme && (path.startsWith(`${folder.uri.path}/`) || `${folder.uri.path}/`.startsWith(path)));
		if (touched) this.told(uri);
	}
}

/**
 * Inside a workspace folder, which the editor watches anyway: the pack folder, what is in it, and the folders above it (of a
 * deleted folder only the topmost is reported). Elsewhere: the folder itself, and its name in the folder above.
 */
function patterns(folder: PackFolder): vscode.RelativePattern[] {
	if (folder.workspace && folder.inside !== undefined) {
		const parts = folder.inside.split('/').filter(part => part !== '').map(escaped);
		if (parts.length === 0) return [new vscode.RelativePattern(folder.workspace, '{pack.*,{sources,citations,terms,formulations}{,/**,.*}}')];
		const above = parts.map((_, i) => parts.slice(0, i + 1).join('/'));
		return [new vscode.RelativePattern(folder.workspace, `{${[...above, `${above.at(-1)}/**`].join(',')}}`)];
	}
	const parent = vscode.Uri.joinPath(folder.uri, '..');
	return [new vscode.RelativePattern(folder.uri, '**/*'), new vscode.RelativePattern(parent, escaped(folder.uri.path.split('/').pop() ?? '*'))];
}

/** A name as a glob; what means something in globs is matched by any character, which at worst means a look too many. */
function escaped(name: string): string {
	return name.replace(/[[\]{}*?!,]/g, '?');
}
