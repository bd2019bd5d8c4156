// The findings of the drafts that are open as diagnostics, while a person writes; what waits, what is cut short, what
// goes.
import * as vscode from 'vscode';
import { isDraft } from '../base/draftDocuments';
import { DraftChecks, pause, type DraftCheck, type Left } from '../base/draftChecks';
import type { Host } from '../base/host';
import { packFolders } from '../packs/folders';
import type { Places } from '../sources/view';
import { ReviewDiagnostic } from './problem';
import { isReport } from '../../app/drafts';
import { liesBelow } from '../../app/homeFolder';
import type { Reviews } from './reviews';
import { isBeingWritten, isUnfinished } from './waiting';

/** So much of a draft is looked at while writing, in UTF-16 code units and milliseconds. */
const limits = { most: 2_000_000, budget: 10_000 };

export function registerReviewDiagnostics(
	host: Host,
	reviews: Reviews,
	own: Places,
	home: string | undefined,
): vscode.Disposable {
	const check: DraftCheck = {
		collection: 'policy-writing-review',
		first: pause, // the editor has more urgent things to do when it starts
		wants: document => {
			if (!isReviewed(document, host, home)) return 'forget';
			return reviews.of(document.uri) || isVisible(document) ? 'look' : 'leave';
		},
		// Of a draft that is closed the reviews know it themselves.
		forget: document => reviews.forget(document.uri),
		look: async (document, typing, token): Promise<Left> => {
			if (!isReviewed(document, host, home)) {
				reviews.forget(document.uri);
				return 'nothing';
			}
			const waits = await reviews.look(
				document,
				limits,
				finding => isUnfinished(finding, document) || (typing && isBeingWritten(finding, document)),
				token,
			);
			if (waits !== true) return 'nothing';
			return typing ? 'untilUntyped' : 'untilElsewhere';
		},
	};
	const checks = new DraftChecks<vscode.Diagnostic>(host, check);
	const show = async (uri: vscode.Uri) => {
		const service = await host.service();
		const reviewed = reviews.of(uri);
		if (!reviewed) return checks.clear(uri);
		const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === uri.toString());
		if (document?.version !== reviewed.version) return;
		const range = (start: number, end: number) =>
			new vscode.Range(document.positionAt(start), document.positionAt(end));
		const shown: vscode.Diagnostic[] = reviewed.findings
			.filter(finding => !finding.code.startsWith('reference.'))
			.map(finding => new ReviewDiagnostic(range(finding.start, finding.end), finding, service, own));
		if (reviewed.partial && reviewed.reviewed > 0) shown.push(cutShort(reviewed.reviewed));
		checks.show(uri, shown);
	};
	return vscode.Disposable.from(
		checks.start(),
		reviews.onDidChange(uri => void show(uri)),
		vscode.window.onDidChangeVisibleTextEditors(editors => {
			for (const { document } of editors) if (!checks.has(document)) checks.soon(document, 0);
		}),
		host.documents.onDidChange(() => reviews.forgetSought() && checks.everything(pause)),
	);
}

/** Whether a document is looked at while somebody writes: a draft, and none of the texts a pack is made of. */
function isReviewed(document: vscode.TextDocument, host: Host, home: string | undefined): boolean {
	if (
		!host.settings().review.enabled ||
		!isDraft(document) ||
		document.isClosed ||
		isReport(document.getText(new vscode.Range(0, 0, 5, 0)))
	)
		return false;
	const place = document.uri.toString();
	return !packFolders(home).some(pack => liesBelow(pack.place, place));
}

function isVisible(document: vscode.TextDocument): boolean {
	return vscode.window.visibleTextEditors.some(editor => editor.document === document);
}

/** Says on the first line that a long draft was not looked at as a whole. */
function cutShort(reviewed: number): vscode.Diagnostic {
	const made = new vscode.Diagnostic(
		new vscode.Range(0, 0, 0, 1),
		vscode.l10n.t('This draft is long: while you write, only its first {0} characters are checked.', reviewed),
		vscode.DiagnosticSeverity.Information,
	);
	made.source = vscode.l10n.t('Policy Writing');
	made.code = 'review.partial';
	return made;
}
