// One's own documents in the editor: the view, and the commands to import, open, cite, take back and delete them.
import * as vscode from 'vscode';
import { uriOf, DocumentsTree } from './tree';
import type { DocumentsRow } from './rows';
import type { DocumentTools } from './tools';
import { liesBelow } from '../../app/homeFolder';
import { DraftEditor } from '../base/draftEditor';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import type { Chosen } from './importFiles';
import type { ImportContext } from './importContext';
import { insert } from '../citations/insert';
import type { Packs } from '../packs/packs';

/** What the platform hands in: the tools as a file of their own, and the thread that reads. */
export interface DocumentsPlatform {
	readonly documents: () => Promise<{ createDocumentTools(context: ImportContext): DocumentTools }>;
	readonly importer: (extensionUri: vscode.Uri, log: vscode.LogOutputChannel) => ReturnType<ImportContext['start']>;
	/** What reads libraries of other programs. */
	readonly libraries: ImportContext['libraries'];
	/** Locks a pack, where a disk is at hand. */
	readonly lock?: ImportContext['lock'];
}

/** Registers the view and its commands; `memory` keeps how a person left the view. */
export function registerDocuments(
	host: Host,
	packs: Packs,
	platform: DocumentsPlatform,
	memory: vscode.Memento,
): vscode.Disposable {
	let loaded: Promise<DocumentTools> | undefined;
	const tools = () =>
		(loaded ??= platform
			.documents()
			.then(({ createDocumentTools }) =>
				createDocumentTools({
					host,
					packs,
					libraries: platform.libraries,
					start: () => platform.importer(host.extensionUri, host.log),
					...(platform.lock ? { lock: platform.lock } : {}),
				}),
			)
			.catch((error: unknown) => {
				loaded = undefined;
				throw error;
			}));
	const inPack = (uri: vscode.Uri) =>
		packs.packs().some(({ folder }) => liesBelow(`${folder.uri.toString()}/documents`, uri.toString()));
	const drafts = new DraftEditor(inPack);
	const on = (id: string, run: (uri: vscode.Uri, row: DocumentsRow | undefined) => Promise<unknown>) =>
		command(host.log, `policyWriting.${id}`, async (given: unknown) => {
			const row = rowOf(given);
			const uri = row?.type === 'document' ? uriOf(row) : documentInFront(given, inPack);
			if (uri) await run(uri, row);
			else
				void vscode.window.showInformationMessage(
					vscode.l10n.t('Choose a document in the view “My Documents” first, or open one.'),
				);
		});
	return vscode.Disposable.from(
		drafts,
		{
			dispose: () =>
				void loaded?.then(
					each => {
						each.dispose();
					},
					() => undefined,
				),
		},
		new DocumentsTree(
			host,
			packs,
			chosen => vscode.commands.executeCommand('policyWriting.importDocuments', chosen[0], chosen),
			memory,
		),
		command(host.log, 'policyWriting.importDocuments', async (one: unknown, all: unknown) =>
			(await tools()).importDocuments(chosenOf(one, all)),
		),
		command(host.log, 'policyWriting.completeSource', async (given: unknown, field: unknown) =>
			(await tools()).completeSource(
				sourceMeant(given, packs) ?? (await sourceAtCursor(host, drafts)),
				typeof field === 'string' ? field : undefined,
			),
		),
		on('showLeftOut', async uri => (await tools()).showLeftOut([uri])),
		on('takeBack', async uri => (await tools()).takeBack(uri)),
		on('citeDocument', async (_, row) => {
			if (row?.type !== 'document') return;
			await insert(host, drafts, row.source);
		}),
		on('revealDocument', async uri => vscode.commands.executeCommand('revealInExplorer', uri)),
		on('deleteDocument', async uri => remove(uri, packs)),
	);
}

/** The source that a command was given: its id, the row of its document, or the document that is in front. */
function sourceMeant(given: unknown, packs: Packs): string | undefined {
	if (typeof given === 'string') return given;
	const row = rowOf(given);
	if (row?.type === 'document') return row.source;
	const inFront = vscode.window.activeTextEditor?.document.uri.toString();
	for (const { folder, read } of packs.packs())
		for (const { file, source } of read.data.documents ?? [])
			if (vscode.Uri.joinPath(folder.uri, file).toString() === inFront) return source;
	return undefined;
}

/** The source that the key at the cursor of the draft cites. */
async function sourceAtCursor(host: Host, drafts: DraftEditor): Promise<string | undefined> {
	const editor = drafts.visible();
	if (!editor) return undefined;
	const service = await host.service();
	const draft = host.drafts.parse(editor.document, service);
	return service.citing.keyAt(draft, editor.document.offsetAt(editor.selection.active))?.known?.source.id;
}

function rowOf(given: unknown): DocumentsRow | undefined {
	const row = given as Partial<DocumentsRow> | undefined;
	return row?.type === 'document' || row?.type === 'pack' ? (row as DocumentsRow) : undefined;
}

/**
 * Places as menus of the Explorer hand them over (one, and all that are selected), files that were dropped, addresses
 * in a keybinding.
 */
function chosenOf(one: unknown, all: unknown): readonly Chosen[] {
	const selected = Array.isArray(all) && all.length > 0 ? (all as unknown[]) : listOf(one);
	return selected.flatMap((each): Chosen[] => {
		if (typeof each === 'string') return [vscode.Uri.parse(each, true)];
		return each instanceof vscode.Uri || typeof (each as { data?: unknown } | undefined)?.data === 'function'
			? [each as Chosen]
			: [];
	});
}

function listOf(given: unknown): readonly unknown[] {
	return Array.isArray(given) ? (given as unknown[]) : [given];
}

/**
 * The document of a pack a command means without a row: a place that was handed over, or the editor in front, also when
 * that shows its report.
 */
function documentInFront(given: unknown, inPack: (uri: vscode.Uri) => boolean): vscode.Uri | undefined {
	const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
	if (!uri || !inPack(uri)) return undefined;
	return uri.path.includes('/.dropped/') ? vscode.Uri.joinPath(uri, '../..', uri.path.split('/').pop() ?? '') : uri;
}

/** Deletes a document and its report after asking: into the trash where there is one. */
async function remove(uri: vscode.Uri, packs: Packs): Promise<void> {
	const t = vscode.l10n.t;
	const yes = t('Delete');
	const name = uri.path.split('/').pop() ?? '';
	const said = t('Delete the document “{0}” from your pack?', name);
	const asked = await vscode.window.showWarningMessage(
		said,
		{
			modal: true,
			detail: t('It is moved to the trash where there is one. The file it was imported from stays where it is.'),
		},
		yes,
	);
	if (asked !== yes) return;
	const report = vscode.Uri.joinPath(uri, '..', '.dropped', name);
	try {
		await vscode.workspace.fs.delete(uri, { useTrash: true });
	} catch {
		const forever = t('Delete for good');
		if (
			(await vscode.window.showWarningMessage(
				t('There is no trash here. Delete “{0}” for good?', name),
				{ modal: true },
				forever,
			)) !== forever
		)
			return;
		await vscode.workspace.fs.delete(uri);
	}
	await vscode.workspace.fs.delete(report).then(undefined, () => undefined); // it is made anew by the next import
	packs.touch(uri);
}
