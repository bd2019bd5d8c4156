// Writes records into a pack folder: into the file where it is open, unsaved changes and all, else onto the disk.
import * as vscode from 'vscode';
import type { PackInfo, PackTools, RecordKind } from '../../core/service';
import type { Citation, Formulation, Ignore, Source, Term } from '../../core/service';
import { decode } from '../../app/decode';

export type NewRecord = Source | Citation | Term | Formulation;

/** Where a record was put. `unsaved`: the file had unsaved changes, so it was not saved. */
export interface Written {
	readonly uri: vscode.Uri;
	readonly unsaved: boolean;
}

const folders: Readonly<Record<RecordKind, string>> = {
	term: 'terms',
	formulation: 'formulations',
	citation: 'citations',
	source: 'sources',
};

/** Whether there is a pack in a folder: the folder is enough. */
export async function packExists(folder: vscode.Uri): Promise<boolean> {
	return (await sort(folder)) === vscode.FileType.Directory;
}

/**
 * Adds a record to the pack's own file of its kind, `terms/mine.yaml`; to `mine-2.yaml` when that one cannot be
 * continued.
 */
export async function writeRecord(
	tools: PackTools,
	folder: vscode.Uri,
	kind: RecordKind,
	record: NewRecord,
): Promise<Written> {
	for (let n = 1; n < 100; n++) {
		const written = await writeInto(
			tools,
			vscode.Uri.joinPath(folder, folders[kind], n === 1 ? 'mine.yaml' : `mine-${n}.yaml`),
			text => tools.add(kind, text, record),
		);
		if (written) return written;
	}
	throw new Error(`no file of ${folder.path} can be continued`);
}

/** Adds to a pack's `ignore.yaml` what is not to be reported; nothing where that file cannot be continued. */
export async function writeIgnore(tools: PackTools, folder: vscode.Uri, entry: Ignore): Promise<Written | undefined> {
	return writeInto(tools, vscode.Uri.joinPath(folder, 'ignore.yaml'), text => tools.addIgnore(text, entry));
}

/** Puts what `add` plans into a file; nothing where the file cannot be continued. */
async function writeInto(
	tools: PackTools,
	uri: vscode.Uri,
	add: (text: string) => ReturnType<PackTools['add']>,
): Promise<Written | undefined> {
	const document = vscode.workspace.textDocuments.find(
		open => open.uri.toString() === uri.toString() && !open.isClosed,
	);
	const text = document ? document.getText() : await textOf(uri);
	if (text === undefined) return undefined;
	const insertion = add(text);
	if ('refused' in insertion) {
		if (insertion.refused === 'record') throw new Error(`the record breaks the schema: ${insertion.fields.join(', ')}`);
		return undefined;
	}
	if (!document) {
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(tools.inserted(text, insertion)));
		return { uri, unsaved: false };
	}
	const unsaved = document.isDirty;
	const edit = new vscode.WorkspaceEdit();
	edit.insert(uri, document.positionAt(insertion.offset), insertion.text);
	if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`the editor refused to change ${uri.path}`);
	return { uri, unsaved: unsaved || !(await document.save()) };
}

/** Writes a file that is not there yet; one that is there stays as it is. */
export async function writeNew(uri: vscode.Uri, text: string): Promise<void> {
	if ((await sort(uri)) === undefined) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Writes `pack.yaml`, which makes a folder a pack with a name of its own. */
export async function writePack(tools: PackTools, folder: vscode.Uri, info: PackInfo): Promise<vscode.Uri> {
	const uri = vscode.Uri.joinPath(folder, 'pack.yaml');
	await writeNew(uri, tools.packYaml(info));
	return uri;
}

/** The text of a file, `''` when there is none, nothing when it cannot be continued as text. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
	if ((await sort(uri)) === undefined) return '';
	const decoded = decode(await vscode.workspace.fs.readFile(uri));
	return 'text' in decoded ? decoded.text : undefined;
}

/** What stands at a place: a file, a folder, or nothing. */
async function sort(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
	try {
		return (await vscode.workspace.fs.stat(uri)).type & ~vscode.FileType.SymbolicLink;
	} catch (error) {
		if (
			error instanceof vscode.FileSystemError &&
			(error.code === 'FileNotFound' || error.code === 'FileNotADirectory')
		)
			return undefined;
		throw error;
	}
}
