// Writes records into a pack folder: into the file where it is open, unsaved changes and all, else onto the disk.
import * as vscode from 'vscode';
import { startPack } from '../../app/packs/start';
import * as app from '../../app/records';
import * as sources from '../../app/packs/sourceRecords';
import { FileError, type Files, type Place } from '../../app/ports';
import type { Ignore, PackInfo, PackTools, RecordKind, Source } from '../../core/service';

export type { NewRecord } from '../../app/records';

/** Where a record was put. `unsaved`: the file had unsaved changes, so it was not saved. */
export interface Written {
	readonly uri: vscode.Uri;
	readonly unsaved: boolean;
}

/** A pack folder that is written to, and what it takes. */
export interface PackTarget {
	readonly files: Files;
	readonly tools: PackTools;
	readonly folder: vscode.Uri;
}

/** Whether there is a pack in a folder: the folder is enough. */
export async function packExists(folder: vscode.Uri): Promise<boolean> {
	return (await sort(folder)) === vscode.FileType.Directory;
}

/** Adds a record to the pack in a folder. */
export async function writeRecord(target: PackTarget, kind: RecordKind, record: app.NewRecord): Promise<Written> {
	return asWritten(await app.writeRecord(targetOf(target), kind, record));
}

/**
 * Writes what a person says of a source: into the file of the pack that has its record (`file`), else into a new record
 * that completes it. `refused` where the file cannot be changed safely.
 */
export async function writeSource(
	pack: PackTarget,
	{ source, file }: { readonly source: Source; readonly file: string | undefined },
	values: sources.SourceValues,
): Promise<Written | 'refused'> {
	const target = targetOf(pack);
	const written =
		file === undefined
			? await sources.completeSource(target, source, values)
			: await sources.changeSource(target, file, source.id, values);
	return 'refused' in written ? 'refused' : asWritten(written);
}

/** Adds to a pack's `ignore.yaml` what is not to be reported; nothing where that file cannot be continued. */
export async function writeIgnore(target: PackTarget, entry: Ignore): Promise<Written | undefined> {
	const written = await app.writeIgnore(targetOf(target), entry);
	return written && asWritten(written);
}

function asWritten({ place, unsaved }: app.Written): Written {
	return { uri: vscode.Uri.parse(place, true), unsaved };
}

function targetOf({ files, tools, folder }: PackTarget): app.RecordTarget {
	return { files, tools, pack: folder.toString(), texts: openTexts(app.textsOfFiles(files, tools)) };
}

/** Texts of files as they are open, unsaved changes and all; of those that are not, as they lie on the disk. */
function openTexts(closed: app.Texts): app.Texts {
	const documentAt = (place: Place) =>
		vscode.workspace.textDocuments.find(open => open.uri.toString() === place && !open.isClosed);
	return {
		read: async place => documentAt(place)?.getText() ?? closed.read(place),
		async insert(place, before, insertion) {
			const document = documentAt(place);
			if (!document) return closed.insert(place, before, insertion);
			const unsaved = document.isDirty;
			const edit = new vscode.WorkspaceEdit();
			edit.insert(document.uri, document.positionAt(insertion.offset), insertion.text);
			if (!(await vscode.workspace.applyEdit(edit))) throw new FileError('failed', place, 'the editor refused');
			return unsaved || !(await document.save());
		},
		// Also of a file that nobody has open: so that it can be undone there
		async replace(place, before, edits) {
			const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(place, true));
			const unsaved = document.isDirty;
			const mark = before.startsWith('\uFEFF') && !document.getText().startsWith('\uFEFF') ? 1 : 0;
			const edit = new vscode.WorkspaceEdit();
			for (const { start, end, text } of edits)
				edit.replace(
					document.uri,
					new vscode.Range(document.positionAt(start - mark), document.positionAt(end - mark)),
					text,
				);
			if (!(await vscode.workspace.applyEdit(edit))) throw new FileError('failed', place, 'the editor refused');
			return unsaved || !(await document.save());
		},
	};
}

/** Milliseconds that a person is not told what was written, while a large library is being read. */
const patience = 1500;

/** Waits until what was written is in use, so that it can be told of as that, but not for long. */
export async function inUse(packs: { settled(): Promise<void> }): Promise<void> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<void>(resolve => (timer = setTimeout(resolve, patience)));
	await Promise.race([packs.settled(), late]);
	clearTimeout(timer);
}

/** Writes a file that is not there yet; one that is there stays as it is. */
export async function writeNew(uri: vscode.Uri, text: string): Promise<void> {
	if ((await sort(uri)) === undefined) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Writes `pack.yaml` where a folder has none, which makes it a pack with a name of its own. */
export async function writePack({ files, tools, folder }: PackTarget, info: PackInfo): Promise<vscode.Uri> {
	await startPack(files, folder.toString(), tools.packYaml(info));
	return vscode.Uri.joinPath(folder, 'pack.yaml');
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
