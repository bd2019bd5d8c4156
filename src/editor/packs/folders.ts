// Where a person's packs are: the setting, looked up in every workspace folder.
import * as vscode from 'vscode';
import { entriesOf } from './settingEntries';
import type { BadEntry } from './settingStatus';
import { defaults, section } from '../base/settings';
import { resolve } from '../base/workspaceFiles';
import { comparedPlace, liesBelow } from '../../app/homeFolder';
import type { OwnPack as OwnPackOf } from '../../app/packs/compose';
import type { Place } from '../../app/ports';

/** A folder that holds a pack, or would. */
export interface PackFolder {
	readonly uri: vscode.Uri;
	/** The same, as use cases know it. */
	readonly place: Place;
	/** The workspace folder in whose settings it stands; none for an absolute path without a folder open. */
	readonly workspace: vscode.WorkspaceFolder | undefined;
	/** Path from the workspace folder with `/`, when the folder is inside it. */
	readonly inside: string | undefined;
	/** As the setting says it. */
	readonly name: string;
}

/** A pack of a person's own, as it was read last. */
export type OwnPack = OwnPackOf<PackFolder>;

/** The folders of the setting, each once; those of the first workspace folder first. `home` stands for `~`. */
export function packFolders(home?: string): PackFolder[] {
	const found = new Map<string, PackFolder>();
	for (const workspace of vscode.workspace.workspaceFolders ?? [undefined]) {
		for (const folder of foldersOf(workspace, home)) {
			const compared = comparedPlace(folder.place);
			if (!found.has(compared)) found.set(compared, folder);
		}
	}
	return [...found.values()];
}

/** The folders of the setting as it holds for one workspace folder, in the order of the setting. */
export function foldersOf(workspace: vscode.WorkspaceFolder | undefined, home?: string): PackFolder[] {
	return entries(workspace).names.flatMap(name => {
		const uri = resolve(name, workspace?.uri, home);
		return uri
			? [{ uri, place: uri.toString(), workspace, inside: workspace && inside(uri, workspace.uri), name }]
			: [];
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

/** The folder a file lies in; nothing where its address has no path. */
export function folderAbove(uri: vscode.Uri): vscode.Uri | undefined {
	return uri.path === '' ? undefined : vscode.Uri.joinPath(uri, '..');
}

function inside(uri: vscode.Uri, base: vscode.Uri): string | undefined {
	if (!liesBelow(base.toString(), uri.toString())) return undefined;
	return uri.path.slice(base.path.replace(/\/*$/, '/').length);
}
