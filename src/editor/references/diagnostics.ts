// What is wrong with the references of the drafts that are open, as diagnostics; kept up to date while a person
// writes.
import * as vscode from 'vscode';
import type { ReferenceFinding } from '../../core/service';
import { citedDraft } from '../base/applyPlan';
import { referenceOptions } from '../base/citeOptions';
import { isDraft } from '../base/draftDocuments';
import type { Host } from '../base/host';
import { registerReferenceActions } from './actions';
import { ReferenceDiagnostic } from './problem';
import type { Reviews } from '../review/reviews';
import { weighed } from '../review/severity';

/** Milliseconds without a key before a draft is looked at, and drafts longer than this are not. */
const pause = 400;
const longest = 2_000_000;
/** A key that is just being written is no mistake until nothing has been typed for so long. */
const patience = 2000;

/** `librariesRead` answers whether every library a draft names is in use. */
export function registerReferenceDiagnostics(
	host: Host,
	reviews: Reviews,
	librariesRead: (document: vscode.TextDocument) => Promise<boolean>,
): vscode.Disposable {
	const collection = vscode.languages.createDiagnosticCollection('policy-writing-references');
	const timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
	const known = new Map<string, readonly ReferenceDiagnostic[]>();
	let disposed = false;
	const forget = (document: vscode.TextDocument) => {
		clearTimeout(timers.get(document));
		timers.delete(document);
	};
	const soon = (document: vscode.TextDocument, delay: number, typing = false) => {
		forget(document);
		if (isDraft(document))
			timers.set(
				document,
				setTimeout(() => void look(document, typing), delay),
			);
	};
	const look = async (document: vscode.TextDocument, typing: boolean) => {
		timers.delete(document);
		try {
			const { version } = document;
			const read = await librariesRead(document);
			const service = await host.service();
			if (disposed || document.isClosed || document.version !== version) return; // a later look is on its way
			const draft = citedDraft(document);
			const { enabled, severity } = host.settings().review;
			const all =
				!enabled || draft.text.length > longest
					? []
					: service.citing.check(draft, { ...referenceOptions(host.settings()), librariesRead: read });
			const findings = typing ? all.filter(finding => !isWritten(finding, document)) : all;
			if (findings.length < all.length) soon(document, patience);
			if (enabled) reviews.tellReferences(document, service, findings);
			const shown = weighed(findings, severity).map(
				finding =>
					new ReferenceDiagnostic(
						new vscode.Range(document.positionAt(finding.start), document.positionAt(finding.end)),
						finding,
						service,
					),
			);
			// What is as it was stays: setting it anew would close a hover that is being read.
			const same =
				JSON.stringify(known.get(document.uri.toString())?.map(shownParts)) === JSON.stringify(shown.map(shownParts));
			known.set(document.uri.toString(), shown);
			if (!same) collection.set(document.uri, shown);
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
		{
			dispose: () => {
				disposed = true;
				for (const document of [...timers.keys()]) forget(document);
			},
		},
		registerReferenceActions(host, document => known.get(document.uri.toString()) ?? []),
		vscode.workspace.onDidOpenTextDocument(document => soon(document, 0)),
		vscode.workspace.onDidChangeTextDocument(
			({ document, contentChanges }) => contentChanges.length > 0 && soon(document, pause, true),
		),
		vscode.workspace.onDidCloseTextDocument(document => {
			forget(document);
			known.delete(document.uri.toString());
			collection.delete(document.uri);
		}),
		host.onDidChangeService(everything),
		host.onDidChangeSettings(everything),
	);
}

/** What a person sees of a problem. */
function shownParts({ range, message, severity }: ReferenceDiagnostic): readonly unknown[] {
	return [range, message, severity];
}

/** Whether a key without a source ends where the cursor stands. */
function isWritten(finding: ReferenceFinding, document: vscode.TextDocument): boolean {
	const editor = vscode.window.activeTextEditor;
	if (finding.code !== 'reference.undefined' || editor?.document !== document) return false;
	return editor.selections.some(selection => {
		const at = document.offsetAt(selection.active);
		return finding.start <= at && at <= finding.end + 1;
	});
}
