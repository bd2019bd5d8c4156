// Which files of the workspace are drafts, and their texts: through the editor's file systems, without opening them.
import { compareCodeUnits } from '../../../core/service';
import * as vscode from 'vscode';
import { decode } from '../../../app/decode';
import { packFolders } from '../../packs/folders';
import { excludeGlob, isHidden } from './names';
import type { UnreadReason } from '../view/rows';

/** So many files are looked at, and none larger than so many bytes. */
export const workspaceLimits = { files: 2_000, bytes: 5_000_000 } as const;

/** The drafts of the workspace in the order of their names; `more`: there are others. */
export async function draftFiles(
	home: string | undefined,
	token?: vscode.CancellationToken,
): Promise<{ readonly uris: readonly vscode.Uri[]; readonly more: boolean }> {
	const packs = packFolders(home).map(folder => folder.uri);
	const found: vscode.Uri[] = [];
	for (const folder of vscode.workspace.workspaceFolders ?? []) {
		const excluded = excludeGlob(vscode.workspace.getConfiguration('search', folder.uri).get('exclude'));
		// files.exclude holds by itself; one more than the limit shows that there are more.
		const uris = await vscode.workspace.findFiles(
			new vscode.RelativePattern(folder, '**/*.{md,markdown,txt,tex,latex,MD,TXT,TEX}'),
			excluded && new vscode.RelativePattern(folder, excluded),
			4 * workspaceLimits.files,
			token,
		);
		found.push(
			...uris.filter(
				uri =>
					!isHidden(uri.path.slice(folder.uri.path.length)) &&
					!packs.some(pack => pack.scheme === uri.scheme && uri.path.startsWith(`${pack.path}/`)),
			),
		);
	}
	const unique = [...new Map(found.map(uri => [uri.toString(), uri])).values()].sort((a, b) =>
		compareCodeUnits(a.path, b.path),
	);
	return { uris: unique.slice(0, workspaceLimits.files), more: unique.length > workspaceLimits.files };
}

/** The text of a file, or why there is none; nothing of a file that is not there any more. */
export async function draftText(
	uri: vscode.Uri,
): Promise<{ readonly text: string } | { readonly why: UnreadReason } | undefined> {
	try {
		if ((await vscode.workspace.fs.stat(uri)).size > workspaceLimits.bytes) return { why: 'large' };
		const bytes = await vscode.workspace.fs.readFile(uri);
		const decoded = decode(bytes);
		if ('text' in decoded) return { text: decoded.text.replace(/^\ufeff/, '') };
		if (decoded.reason === 'binary') return { why: 'binary' };
		// The editor may be set to another encoding; where that does not fit either, there are signs of it.
		const text = await vscode.workspace.decode(bytes, { uri });
		return text.includes('\ufffd') ? { why: 'encoding' } : { text };
	} catch (error) {
		return error instanceof vscode.FileSystemError && error.code === 'FileNotFound' ? undefined : { why: 'failed' };
	}
}
