// The drafts that are open, each with what the core keeps of it; told of every edit, so that nothing is read twice.
// Knows nothing of what features make of it.
import * as vscode from 'vscode';
import { Draft, TermUse, type PolicyService } from '../core/service';
import { isDraft } from './draftDocuments';

/** What is kept of one open draft. */
export interface OpenDraft {
	readonly draft: Draft;
	/** How often the draft uses a term, by the number `PolicyService` gives it. */
	readonly use: TermUse;
}

/** Follows the open drafts. */
export class Drafts implements vscode.Disposable {
	private readonly open = new Map<vscode.TextDocument, { draft: Draft; use?: { service: PolicyService; counts: TermUse } }>();
	private readonly subscriptions: vscode.Disposable[];

	constructor() {
		this.subscriptions = [
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				const known = this.open.get(document);
				// Changes come last in the text first, so each one's lines still stand where it says; the document shows all of them
				// already, which is why more than one change at a time is read anew.
				if (!known || contentChanges.length === 0) return;
				const [change] = contentChanges;
				if (contentChanges.length > 1 || !change) { this.open.delete(document); return; }
				const removed = change.range.end.line - change.range.start.line + 1;
				const inserted = change.text.split(/\r\n|\r|\n/).length;
				known.draft.change(change.range.start.line, removed, inserted);
				known.use?.counts.change(change.range.start.line, removed, inserted);
			}),
			vscode.workspace.onDidCloseTextDocument(document => this.open.delete(document)),
		];
	}

	/** What is kept of a draft, or nothing where a document is none. */
	get(document: vscode.TextDocument, service: PolicyService): OpenDraft | undefined {
		if (!isDraft(document)) return undefined;
		const lines = { get count() { return document.lineCount; }, line: (index: number) => document.lineAt(index).text };
		let known = this.open.get(document);
		if (!known) this.open.set(document, known = { draft: new Draft(document.languageId, lines) });
		if (known.use?.service !== service) known.use = { service, counts: new TermUse(lines, line => service.termNumbers(line)) };
		return { draft: known.draft, use: known.use.counts };
	}

	dispose(): void {
		this.open.clear();
		for (const subscription of this.subscriptions) subscription.dispose();
	}
}
