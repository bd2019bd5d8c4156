// Where a person's packs are: the setting, looked up in every workspace folder.
import * as vscode from 'vscode';
import { defaults, section } from '../base/settings';

/** A folder that holds a pack, or would. */
export interface PackFolder {
	readonly uri: vscode.Uri;
	/** The workspace folder in whose settings it stands; none for an absolute path without a folder open. */
	readonly workspace: vscode.WorkspaceFolder | undefined;
	/** Path from the workspace folder with `/`, when the folder is inside it. */
	readonly inside: string | undefined;
	/** As the setting says it. */
	readonly name: string;
}

/** The folders of the setting, each once; those of the first workspace folder first. `home` stands for `~`. */
export function packFolders(home?: string): PackFolder[] {
	const found = new Map<string, PackFolder>();
	for (const workspace of vscode.workspace.workspaceFolders ?? [undefined]) {
		for (const folder of foldersOf(workspace, home))
			if (!found.has(folder.uri.toString())) found.set(folder.uri.toString(), folder);
	}
	return [...found.values()];
}

/** The folders of the setting as it holds for one workspace folder, in the order of the setting. */
export function foldersOf(workspace: vscode.WorkspaceFolder | undefined, home?: string): PackFolder[] {
	const value: unknown = vscode.workspace.getConfiguration(section, workspace?.uri).get('packs');
	const names = Array.isArray(value)
		? value.filter((name): name is string => typeof name === 'string' && name.trim() !== '')
		: defaults.packs;
	return names.flatMap(name => {
		const uri = resolve(name.trim(), workspace?.uri, home);
		return uri ? [{ uri, workspace, inside: workspace && inside(uri, workspace.uri), name: name.trim() }] : [];
	});
}

/** The folder or file a name of a setting means. Backslashes are taken as people on Windows write them. */
export function resolve(name: string, base: vscode.Uri | undefined, home: string | undefined): vscode.Uri | undefined {
	const path = name.replaceAll('\\', '/').replace(/\/+$/, '') || '/';
	const full = home !== undefined && /^~(?:\/|$)/.test(path) ? home.replaceAll('\\', '/') + path.slice(1) : path;
	if (/^(?:\/|[A-Za-z]:(?:\/|$))/.test(full)) {
		if (base && base.scheme !== 'file') return base.with({ path: full.startsWith('/') ? full : `/${full}` });
		return vscode.Uri.file(full);
	}
	return base && vscode.Uri.joinPath(base, full);
}

function inside(uri: vscode.Uri, base: vscode.Uri): string | undefined {
	if (uri.scheme !== base.scheme || uri.authority !== base.authority) return undefined;
	const root = base.path.replace(/\/*$/, '/');
	return uri.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
}
