// Asks before a draft is exported that is not ready: a list of what is not, each a click away, and the way on.
import * as vscode from 'vscode';
import { notReadyToExport, type NotReady } from '../../app/ready';
import type { PolicyService } from '../../core/service';
import type { Host } from '../base/host';
import type { Reviews } from '../review/reviews';
import { wordFinding } from '../review/wording';

interface Row extends vscode.QuickPickItem {
	readonly place?: NotReady;
}

/**
 * Whether an export goes on: nothing is amiss, or the person wants it all the same. A row that is chosen is shown.
 * `official`: as an official document, whose structure is looked at too.
 */
export async function mayExport(
	host: Host,
	reviews: Reviews,
	document: vscode.TextDocument,
	official = false,
): Promise<boolean> {
	const title = vscode.l10n.t('Checking whether the draft is ready');
	const reviewed = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
		reviews.review(document),
	);
	const service = await host.service();
	const draft = host.drafts.parse(document, service);
	const { severity } = host.settings().review;
	const places = notReadyToExport(draft, reviewed.findings, official, code => severity[code] === 'off');
	if (places.length === 0) return true;
	const all: Row = { label: vscode.l10n.t('$(export) Export all the same') };
	const rows = places.map((place): Row => ({ ...rowOf(place, document, service), place }));
	const chosen = await vscode.window.showQuickPick(
		[all, { label: '', kind: vscode.QuickPickItemKind.Separator }, ...rows],
		{
			title: vscode.l10n.t('Not ready yet: {0}', places.length),
			placeHolder: vscode.l10n.t('Choose one to go there, or export all the same.'),
			matchOnDetail: true,
		},
	);
	if (chosen?.place) await show(document, chosen.place);
	return chosen === all;
}

function rowOf(
	{ start, finding, mark = '', label }: NotReady,
	document: vscode.TextDocument,
	service: PolicyService,
): Row {
	const description = vscode.l10n.t('line {0}', document.positionAt(start).line + 1);
	if (finding) return { label: wordFinding(finding, service), description };
	if (label === undefined) return { label: vscode.l10n.t('Still to be done: {0}', mark), description };
	return { label: vscode.l10n.t('Nothing has this label: {0}', label), description };
}

async function show(document: vscode.TextDocument, { start, end }: NotReady): Promise<void> {
	const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
	await vscode.window.showTextDocument(document, { preview: false, selection });
}
