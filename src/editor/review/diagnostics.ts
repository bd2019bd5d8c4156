// The findings of the drafts that are open as diagnostics, while a person writes; what waits, what is cut short, what
// goes.
import * as vscode from 'vscode';
import type { Finding, PolicyService } from '../../core/service';
import { isDraft } from '../base/draftDocuments';
import type { Host } from '../base/host';
import { packFolders } from '../packs/folders';
import { ReviewDiagnostic } from './problem';
import type { Reviews } from './reviews';
import { isReport } from './report/marker';
import { isBeingWritten, isUnfinished } from './waiting';
import type { Places } from '../sources/view';

/** Milliseconds without a key before a draft is looked at; what is just being written waits for so many more. */
const pause = 400;
const patience = 2000;
/** So much of a draft is looked at while writing, in UTF-16 code units and milliseconds. */
const limits = { most: 2_000_000, budget: 10_000 };

export function registerReviewDiagnostics(
	host: Host,
	reviews: Reviews,
	own: Places,
	home: string | undefined,
): vscode.Disposable {
	const collection = vscode.languages.createDiagnosticCollection('policy-writing-review');
	const timers = new Map<
		vscode.TextDocument,
		{ timer: ReturnType<typeof setTimeout>; cancel: vscode.CancellationTokenSource }
	>();
	const faces = new Map<string, string>();
	/** Drafts with findings that wait until the cursor is elsewhere. */
	const held = new Set<vscode.TextDocument>();
	let disposed = false;

	const stop = (document: vscode.TextDocument) => {
		const waiting = timers.get(document);
		clearTimeout(waiting?.timer);
		waiting?.cancel.cancel();
		waiting?.cancel.dispose();
		timers.delete(document);
		held.delete(document);
	};
	const soon = (document: vscode.TextDocument, delay: number, typing = false) => {
		stop(document);
		if (disposed || !host.settings().review.enabled || !isDraft(document)) return;
		const cancel = new vscode.CancellationTokenSource();
		timers.set(document, { cancel, timer: setTimeout(() => void look(document, typing, cancel), delay) });
	};
	const look = async (document: vscode.TextDocument, typing: boolean, cancel: vscode.CancellationTokenSource) => {
		try {
			if (!isReviewed(document, host, home)) return reviews.forget(document.uri);
			const waits = await reviews.look(
				document,
				limits,
				finding => isUnfinished(finding, document) || (typing && isBeingWritten(finding, document)),
				cancel.token,
			);
			if (waits !== true || timers.get(document)?.cancel !== cancel) return;
			if (typing) soon(document, patience);
			else held.add(document);
		} catch (error) {
			host.log.error('review', error instanceof Error ? error : String(error));
		}
	};
	const show = async (uri: vscode.Uri) => {
		const key = uri.toString();
		const service = await host.service();
		const reviewed = reviews.of(uri);
		const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === key);
		if (disposed) return;
		if (!reviewed || !document || document.version !== reviewed.version) {
			if (!reviewed && faces.delete(key)) collection.delete(uri);
			return;
		}
		const shown: vscode.Diagnostic[] = reviewed.findings
			.filter(finding => !finding.code.startsWith('reference.'))
			.map(finding => problem(finding, document, service));
		if (reviewed.partial && reviewed.reviewed > 0) shown.push(cutShort(reviewed.reviewed));
		// What is as it was stays: setting it anew would close a hover that is being read.
		const face = JSON.stringify(shown.map(({ range, message, severity }) => [range, message, severity]));
		if (faces.get(key) === face) return;
		faces.set(key, face);
		collection.set(uri, shown);
	};
	const problem = (finding: Finding, document: vscode.TextDocument, service: PolicyService) =>
		new ReviewDiagnostic(
			new vscode.Range(document.positionAt(finding.start), document.positionAt(finding.end)),
			finding,
			service,
			own,
		);
	const everything = (delay: number) => {
		for (const document of vscode.workspace.textDocuments) {
			if (!isReviewed(document, host, home)) {
				stop(document);
				reviews.forget(document.uri);
			} else if (reviews.of(document.uri) || isVisible(document)) soon(document, delay);
		}
	};
	const release = () => {
		for (const document of [...held]) soon(document, 0);
	};
	everything(pause); // the editor has more urgent things to do when it starts
	return vscode.Disposable.from(
		collection,
		{
			dispose: () => {
				disposed = true;
				for (const document of [...timers.keys()]) stop(document);
			},
		},
		reviews.onDidChange(uri => void show(uri)),
		vscode.window.onDidChangeVisibleTextEditors(editors => {
			for (const { document } of editors) if (!timers.has(document)) soon(document, 0);
		}),
		vscode.workspace.onDidChangeTextDocument(
			({ document, contentChanges }) => contentChanges.length > 0 && soon(document, pause, true),
		),
		vscode.window.onDidChangeTextEditorSelection(
			({ textEditor: { document } }) => held.has(document) && soon(document, 0),
		),
		vscode.window.onDidChangeActiveTextEditor(release),
		vscode.workspace.onDidCloseTextDocument(stop),
		host.onDidChangeService(() => everything(0)),
		host.documents.onDidChange(() => reviews.forgetSought() && everything(pause)),
		host.onDidChangeSettings(() => everything(0)),
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
	return !packFolders(home).some(
		({ uri }) => uri.scheme === document.uri.scheme && document.uri.path.startsWith(`${uri.path}/`),
	);
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
