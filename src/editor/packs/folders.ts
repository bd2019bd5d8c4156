// Where a person's packs are: the setting, looked up in every workspace folder.
import * as vscode from 'vscode';
import { entriesOf } from './settingEntries';
import type { BadEntry } from './settingStatus';
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
	return entries(workspace).names.flatMap(name => {
		const uri = resolve(name, workspace?.uri, home);
		return uri ? [{ uri, workspace, inside: workspace && inside(uri, workspace.uri), name }] : [];
	});
}

/** The entries of the setting that name no folder at all. */
export function badPackEntries(home?: string): BadEntry[] {
	return (vscode.workspace.workspaceFolders ?? [undefined]).flatMap(workspace => {
		const { names, faults } = entries(workspace);
		return [
			...faults.map(({ entry, fault }): BadEntry => ({ setting: 'packs', entry, why: fault })),
			...names
				.filter(name => workspace && !resolve(name, workspace.uri, home))
				.map((entry): BadEntry => ({ setting: 'packs', entry, why: 'address' })),
		];
	});
}

function entries(workspace: vscode.WorkspaceFolder | undefined) {
	return entriesOf(vscode.workspace.getConfiguration(section, workspace?.uri).get('packs'), defaults.packs);
}

/**
 * The folder or file a name of a setting means. Backslashes are taken as people on Windows write them. Nothing where a
 * name without a folder to begin from is relative, and where it can be no address at all.
 */
export function resolve(name: string, base: vscode.Uri | undefined, home: string | undefined): vscode.Uri | undefined {
	if (name.includes('\0')) return undefined;
	const path = name.replaceAll('\\', '/').replace(/\/+$/, '') || '/';
	const full = home !== undefined && /^~(?:\/|$)/.test(path) ? home.replaceAll('\\', '/') + path.slice(1) : path;
	try {
		if (/^(?:\/|[A-Za-z]:(?:\/|$))/.test(full)) {
			if (base && base.scheme !== 'file') return base.with({ path: full.startsWith('/') ? full : `/${full}` });
			return vscode.Uri.file(full);
		}
		return base && vscode.Uri.joinPath(base, full);
	} catch {
		return undefined; // `////server`, which has no machine in it; a base without a path
	}
}

/** The folder a file lies in; nothing where its address has no path. */
export function folderAbove(uri: vscode.Uri): vscode.Uri | undefined {
	return uri.path === '' ? undefined : vscode.Uri.joinPath(uri, '..');
}

function inside(uri: vscode.Uri, base: vscode.Uri): string | undefined {
	if (uri.scheme !== base.scheme || uri.authority !== base.authority) return undefined;
	const root = base.path.replace(/\/*$/, '/');
	return uri.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
}
