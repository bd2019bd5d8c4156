// The drafts of the workspace: in its folders, without what settings leave out.
import * as vscode from 'vscode';
import { draftText, draftsBelow, type DraftFolder, type DraftsFound } from '../../../app/drafts';
import { globMatcher, patternsOf } from '../../../app/glob';
import { originalsOf } from '../../../app/material';
import type { Files } from '../../../app/ports';
import type { Host } from '../../base/host';
import { packFolders } from '../../packs/folders';

/** The drafts of the workspace in the order of their names. */
export async function workspaceDrafts(
	host: Host,
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
	const originals = originalsOf((await host.service()).corpus.sources);
	const stopped = () => token?.isCancellationRequested ?? false;
	return draftsBelow(files, folders, packs, { stopped, originals });
}

/** The text of a draft; the editor may be set to another encoding than UTF-8. */
export function workspaceDraftText(files: Files, uri: vscode.Uri): ReturnType<typeof draftText> {
	return draftText(files, uri.toString(), async bytes => vscode.workspace.decode(bytes, { uri }));
}
