// A document was taken in anew: the drafts of the workspace that cite it by paragraphs with other numbers now are told
// of, and changed only as far as the person says.
import * as vscode from 'vscode';
import type { Stored } from '../../app/importStore';
import { sayLocator, type Draft, type MovedPlace } from '../../core/service';
import { referenceOptions } from '../base/citeOptions';
import { workspaceDrafts, workspaceDraftText } from '../review/workspace/drafts';
import type { ImportContext } from './importContext';

/** A citation of a draft that leads elsewhere now. */
interface Row extends vscode.QuickPickItem {
	readonly uri: vscode.Uri;
	readonly place: MovedPlace;
	/** The text the place was found in. */
	readonly text: string;
}

/** Tells of citations that lead elsewhere since documents were stored, and offers to change them. */
export async function tellMoved(context: ImportContext, stored: readonly Stored[]): Promise<void> {
	const t = vscode.l10n.t;
	const changed = stored.filter(({ planned, reason }) => reason === undefined && planned.moves !== undefined);
	if (changed.length === 0) return;
	const rows = await movedRows(context, changed);
	if (rows.length === 0) return;
	const show = t('Show and change…');
	const drafts = new Set(rows.map(({ uri }) => uri.toString())).size;
	const title = changed[0]?.planned.title ?? '';
	const chosen = await vscode.window.showWarningMessage(
		t(
			'“{0}”: paragraphs have other numbers now. Citations that lead elsewhere: {1}, drafts: {2}.',
			title,
			rows.length,
			drafts,
		),
		show,
	);
	if (chosen === show) await chooseAndChange(rows);
}

async function movedRows({ host, packs }: ImportContext, changed: readonly Stored[]): Promise<readonly Row[]> {
	const service = await host.service();
	const options = referenceOptions(host.settings());
	const { drafts } = await workspaceDrafts(host, packs.files, packs.home);
	const ids = changed.map(({ planned }) => planned.id);
	const rows: Row[] = [];
	for (const { place } of drafts) {
		const document = await draftNaming(packs, vscode.Uri.parse(place, true), ids);
		if (!document) continue;
		const draft = host.drafts.parse(document, service);
		for (const { planned } of changed) {
			const places = service.citing.moved(draft, planned.id, new Map(planned.moves), options);
			rows.push(...places.map(one => rowOf(document.uri, draft, one)));
		}
	}
	return rows;
}

/** A draft in which one of these ids stands; the others are only read. */
async function draftNaming(
	packs: ImportContext['packs'],
	uri: vscode.Uri,
	ids: readonly string[],
): Promise<vscode.TextDocument | undefined> {
	const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
	const read = open ? { text: open.getText() } : await workspaceDraftText(packs.files, uri);
	const text = read && 'text' in read ? read.text.toLowerCase() : '';
	if (!ids.some(id => text.includes(id))) return undefined;
	return open ?? vscode.workspace.openTextDocument(uri);
}

function rowOf(uri: vscode.Uri, { text }: Draft, place: MovedPlace): Row {
	const before = text.slice(0, place.start);
	const line = before.split('\n').length;
	const start = before.lastIndexOf('\n') + 1;
	const words = text.slice(Math.max(start, place.start - 40), place.end + 20).split('\n')[0] ?? '';
	const isOurs = place.edits.length > 0;
	return {
		label: `${sayLocator({ paragraph: place.from }) ?? ''} → ${sayLocator({ paragraph: place.to }) ?? ''}`,
		description: `${vscode.workspace.asRelativePath(uri)}:${line}`,
		detail: isOurs ? words : vscode.l10n.t('Words of yours stand beside it; change it yourself: {0}', words),
		picked: isOurs,
		uri,
		place,
		text,
	};
}

/** What is chosen becomes one edit, which nobody has saved yet. */
async function chooseAndChange(rows: readonly Row[]): Promise<void> {
	const t = vscode.l10n.t;
	const chosen = await vscode.window.showQuickPick(rows, {
		canPickMany: true,
		matchOnDescription: true,
		title: t('Paragraphs have other numbers'),
		placeHolder: t('Choose the citations to change'),
	});
	if (!chosen || chosen.length === 0) return;
	const edit = new vscode.WorkspaceEdit();
	let passed = 0;
	for (const { uri, place, text } of chosen) {
		const document = await vscode.workspace.openTextDocument(uri);
		const isSame = document.getText() === text;
		if (!isSame || place.edits.length === 0) passed++;
		else
			for (const { start, end, text: now } of place.edits)
				edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), now);
	}
	await vscode.workspace.applyEdit(edit);
	const [first] = chosen;
	if (first) await vscode.window.showTextDocument(first.uri, { preview: false });
	if (passed > 0) void vscode.window.showInformationMessage(t('Left as they are: {0}.', passed));
}
