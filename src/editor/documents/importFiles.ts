// The files an import is to read: those that were named, those of folders, and those that were dropped.
import * as vscode from 'vscode';
import { bytesToImport, filesToImport } from '../../app/importFiles';
import type { Files } from '../../app/ports';
import type { ImportProblem } from '../../core/service';
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

/** Bytes of the largest file that is read. */
const largest = 64 * 1024 * 1024;

/** The files among what was chosen, in its order; folders are looked through, except the pack itself. */
export async function findFiles(
	files: Files,
	chosen: readonly Chosen[],
	pack: vscode.Uri,
	stopping: vscode.CancellationToken,
): Promise<readonly FoundFile[]> {
	const stopped = () => stopping.isCancellationRequested;
	const found = await Promise.all(
		chosen.map(async (one): Promise<readonly FoundFile[]> => {
			if (!(one instanceof vscode.Uri)) return [one];
			const sources = await filesToImport(files, [one.toString()], pack.toString(), stopped);
			return sources.map(({ place, ...source }) => ({ ...source, uri: vscode.Uri.parse(place, true) }));
		}),
	);
	return found.flat();
}

/** What the thread needs to read a file: its path where it can open it, else its bytes; or why it cannot be read. */
export async function toRead(files: Files, file: FoundFile, paths: boolean): Promise<ImportFile | ImportProblem> {
	const { name, uri } = file;
	if (file.problem) return file.problem;
	if (uri && paths && uri.scheme === 'file') return { name, path: uri.fsPath };
	const bytes = uri ? await bytesToImport(files, uri.toString(), largest) : await dropped(file);
	if (!(bytes instanceof Uint8Array)) return bytes;
	return { name, bytes };
}

/** The bytes of a file that was dropped. */
async function dropped({ data }: FoundFile): Promise<Uint8Array | ImportProblem> {
	try {
		const bytes = await data?.();
		if (!bytes) return problem('import.unreadable', { reason: 'no file' });
		if (bytes.length <= largest) return bytes;
		return problem('import.large', { what: 'bytes', size: bytes.length, limit: largest });
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
