// The places a continuation comes from: documents, dates, paragraphs, to be opened there.
import * as vscode from 'vscode';
import type { Continued } from '../../app/drafting/continuations';
import type { Host } from '../base/host';

const t = vscode.l10n.t;

type PlaceRow = vscode.QuickPickItem & { readonly place: Continued['places'][number] };

/** Lists the places; whichever is chosen is opened. */
export async function showPlaces(host: Host, found: Continued | undefined): Promise<void> {
	if (!found) {
		void vscode.window.showInformationMessage(t('Nothing in your documents goes on from here.'));
		return;
	}
	const rows = await Promise.all(found.places.map(place => rowOf(host, place)));
	if (rows.length === 0) {
		void vscode.window.showInformationMessage(t('“{0}” is how your draft, or what is recorded, goes on.', found.text));
		return;
	}
	const chosen = await vscode.window.showQuickPick(rows, {
		title: t('“{0}”: {1} places', found.text, found.count),
		matchOnDescription: true,
		matchOnDetail: true,
	});
	if (!chosen) return;
	const { library, draft, document, source, title, paragraph } = chosen.place;
	if (draft) await openLine(vscode.Uri.parse(document, true), paragraph);
	else if (library) await host.documents.group?.open(document, title, paragraph);
	else await vscode.commands.executeCommand('policyWriting.openSource', source, paragraph);
}

async function rowOf(host: Host, place: Continued['places'][number]): Promise<PlaceRow> {
	const { library, draft, document, title, date = '', paragraph } = place;
	const texts =
		document === ''
			? undefined
			: await host.documents.askAll(documents => documents.paragraphs(document, paragraph, paragraph));
	return {
		label: title,
		description: [
			library ? t('Group’s library') : '',
			date,
			draft ? t('draft, line {0}', paragraph) : t('paragraph {0}', paragraph),
		]
			.filter(part => part !== '')
			.join(' · '),
		...(texts?.[0] !== undefined && { detail: texts[0] }),
		place,
	};
}

async function openLine(uri: vscode.Uri, line: number): Promise<void> {
	const start = new vscode.Position(line - 1, 0);
	await vscode.window.showTextDocument(uri, { selection: new vscode.Range(start, start) });
}
