// The files an import is to read: those that were named, and those of folders that are worth opening, within limits.
import * as vscode from 'vscode';
import { isImportable, isTableName, type ImportProblem } from '../../core/service';
import type { ImportFile } from '../../workers/import/protocol';

/** What a person chose: a place, or a file that was dropped and has none. */
export type Chosen = vscode.Uri | { readonly name: string; readonly data: () => Thenable<Uint8Array> };

/** A file to be read, or what kept it from being found. */
export interface FoundFile {
	readonly name: string;
	readonly uri?: vscode.Uri;
	readonly data?: () => Thenable<Uint8Array>;
	readonly problem?: ImportProblem;
}

const most = { depth: 20, files: 50_000, bytes: 64 * 1024 * 1024 };

/** The files among what was chosen, in its order; folders are looked through, except the pack itself. */
export async function findFiles(
	chosen: readonly Chosen[],
	pack: vscode.Uri,
	stopping: vscode.CancellationToken,
): Promise<readonly FoundFile[]> {
	const found: FoundFile[] = [];
	for (const one of chosen) {
		if (!(one instanceof vscode.Uri)) {
			found.push(one);
			continue;
		}
		const name = nameOf(one);
		try {
			const { type } = await vscode.workspace.fs.stat(one);
			if (type & vscode.FileType.Directory) await walk({ root: one, pack, found, stopping }, one, '', 0);
			else if (type & vscode.FileType.File) found.push({ name, uri: one });
			else found.push({ name, uri: one, problem: problem('import.unreadable', { reason: 'no file' }) });
		} catch (error) {
			found.push({ name, uri: one, problem: problem('import.unreadable', { reason: codeOf(error) }) });
		}
	}
	return found;
}

interface Walk {
	readonly root: vscode.Uri;
	readonly pack: vscode.Uri;
	readonly found: FoundFile[];
	readonly stopping: vscode.CancellationToken;
}

async function walk(run: Walk, folder: vscode.Uri, prefix: string, depth: number): Promise<void> {
	const { found } = run;
	if (run.stopping.isCancellationRequested) return;
	const here = prefix.replace(/\/$/, '') || nameOf(folder);
	if (depth > most.depth)
		return void found.push({
			name: here,
			uri: folder,
			problem: problem('import.large', { what: 'depth', limit: most.depth }),
		});
	let entries: [string, vscode.FileType][];
	try {
		entries = await vscode.workspace.fs.readDirectory(folder);
	} catch (error) {
		return void found.push({
			name: here,
			uri: folder,
			problem: problem('import.unreadable', { reason: codeOf(error) }),
		});
	}
	for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
		if (found.length >= most.files) return;
		const uri = vscode.Uri.joinPath(folder, name);
		if (name.startsWith('.') || name === 'node_modules' || uri.toString() === run.pack.toString()) continue;
		const wanted = isImportable(name) || (isTableName(name) && !name.startsWith('~$'));
		// A link may lead anywhere: a person who wants that file can choose it.
		if (type & vscode.FileType.SymbolicLink) {
			if (wanted) found.push({ name: prefix + name, uri, problem: problem('import.link', {}, 'information') });
		} else if (type & vscode.FileType.Directory) await walk(run, uri, `${prefix}${name}/`, depth + 1);
		else if (wanted) found.push({ name: prefix + name, uri });
		if (found.length === most.files)
			return void found.push({
				name: here,
				uri: folder,
				problem: problem('import.large', { what: 'files', limit: most.files }),
			});
	}
}

/** What the thread needs to read a file: its path where it can open it, else its bytes; or why it cannot be read. */
export async function toRead(file: FoundFile, paths: boolean): Promise<ImportFile | ImportProblem> {
	const { name, uri } = file;
	if (file.problem) return file.problem;
	if (paths && uri?.scheme === 'file') return { name, path: uri.fsPath };
	try {
		if (!uri) {
			const bytes = await file.data!();
			return bytes.length > most.bytes
				? problem('import.large', { what: 'bytes', size: bytes.length, limit: most.bytes })
				: { name, bytes };
		}
		const { size } = await vscode.workspace.fs.stat(uri);
		if (size > most.bytes) return problem('import.large', { what: 'bytes', size, limit: most.bytes });
		return { name, bytes: await vscode.workspace.fs.readFile(uri) };
	} catch (error) {
		return problem('import.unreadable', { reason: codeOf(error) });
	}
}

/** A problem as the core's readers make them. */
export function problem(
	code: ImportProblem['code'],
	data: ImportProblem['data'] = {},
	severity: ImportProblem['severity'] = 'error',
): ImportProblem {
	return { code, severity, data };
}

export function codeOf(error: unknown): string {
	return error instanceof vscode.FileSystemError ? error.code : 'failed';
}

function nameOf(uri: vscode.Uri): string {
	return uri.path.split('/').pop() || uri.path;
}
