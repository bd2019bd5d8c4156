// The drafts of the workspace: in its folders, without what settings leave out.
import * as vscode from 'vscode';
import { draftText, draftsBelow, type DraftFolder, type DraftsFound } from '../../../app/drafts';
import { globMatcher } from '../../../app/glob';
import type { Files } from '../../../app/ports';
import { packFolders } from '../../packs/folders';

/** The drafts of the workspace in the order of their names. */
export function workspaceDrafts(
	files: Files,
	home: string | undefined,
	token?: vscode.CancellationToken,
): Promise<DraftsFound> {
	const packs = new Set(packFolders(home).map(({ place }) => place));
	const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }): DraftFolder => {
		const excluded = ['files', 'search'].flatMap(section =>
			patternsOf(vscode.workspace.getConfiguration(section, uri).get('exclude')),
		);
		return { place: uri.toString(), leftOut: globMatcher(excluded) };
	});
	return draftsBelow(files, folders, packs, () => token?.isCancellationRequested ?? false);
}

/** The patterns of a setting that hold without conditions. */
export function patternsOf(setting: unknown): string[] {
	if (typeof setting !== 'object' || setting === null) return [];
	return Object.entries(setting).flatMap(([pattern, on]) => (on === true ? [pattern] : []));
}

/** The text of a draft; the editor may be set to another encoding than UTF-8. */
export function workspaceDraftText(files: Files, uri: vscode.Uri): ReturnType<typeof draftText> {
	return draftText(files, uri.toString(), async bytes => vscode.workspace.decode(bytes, { uri }));
}
