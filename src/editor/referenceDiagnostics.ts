// What is wrong with the references of the drafts that are open, as diagnostics; kept up to date while a person writes.
// Knows nothing of how it is found; words are chosen here.
import * as vscode from 'vscode';
import { citedDraft } from './applyPlan';
import { referenceOptions } from './citeOptions';
import { isDraft } from './draftDocuments';
import type { Host } from './host';
import { registerReferenceActions } from './referenceActions';
import { ReferenceDiagnostic } from './referenceProblem';

/** Milliseconds without a key before a draft is looked at, and drafts longer than this are not. */
const pause = 400;
const longest = 2_000_000;

export function registerReferenceDiagnostics(host: Host): vscode.Disposable {
	const collection = vscode.languages.createDiagnosticCollection('policy-writing-references');
	const timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
	const known = new Map<string, readonly ReferenceDiagnostic[]>();
	let disposed = false;
	const forget = (document: vscode.TextDocument) => {
		clearTimeout(timers.get(document));
		timers.delete(document);
	};
	const soon = (document: vscode.TextDocument, delay: number) => {
		forget(document);
		if (isDraft(document)) timers.set(document, setTimeout(() => void look(document), delay));
	};
	const look = async (document: vscode.TextDocument) => {
		timers.delete(document);
		try {
			const { version } = document;
			const service = await host.service();
			if (disposed || document.isClosed || document.version !== version) return; // a later look is on its way
			const draft = citedDraft(document);
			const findings = draft.text.length > longest ? [] : service.citing.check(draft, referenceOptions(host.settings()));
			const shown = findings.map(finding => new ReferenceDiagnostic(new vscode.Range(document.positionAt(finding.start), document.positionAt(finding.end)), finding, service));
			known.set(document.uri.toString(), shown);
			collection.set(document.uri, shown);
		} catch (error) {
			host.log.error('references', error instanceof Error ? error : String(error));
		}
	};
	const everything = () => {
		for (const document of vscode.workspace.textDocuments) soon(document, 0);
	};
	everything();
	return vscode.Disposable.from(
		collection,
		{ dispose: () => { disposed = true; for (const document of [...timers.keys()]) forget(document); } },
		registerReferenceActions(host, document => known.get(document.uri.toString()) ?? []),
		vscode.workspace.onDidOpenTextDocument(document => soon(document, 0)),
		vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && soon(document, pause)),
		vscode.workspace.onDidCloseTextDocument(document => {
			forget(document);
			known.delete(document.uri.toString());
			collection.delete(document.uri);
		}),
		host.onDidChangeService(everything),
		host.onDidChangeSettings(everything),
	);
}
