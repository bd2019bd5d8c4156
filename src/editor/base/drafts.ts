// The drafts that are open, each with what the core keeps of it; told of every edit, so that nothing is read twice.
import * as vscode from 'vscode';
import { Draft, TermUse, type Lines, type PolicyService } from '../../core/service';
import { isDraft } from './draftDocuments';

/** What is kept of one open draft. */
export interface OpenDraft {
	readonly draft: Draft;
	/** Its text as it is now. */
	readonly lines: Lines;
	/** How often the draft uses a term, by the number `PolicyService` gives it. */
	readonly use: TermUse;
}

/** Follows the open drafts. */
export class Drafts implements vscode.Disposable {
	private readonly open = new Map<
		vscode.TextDocument,
		{ draft: Draft; use?: { service: PolicyService; counts: TermUse } }
	>();
	private readonly subscriptions: vscode.Disposable[];

	constructor() {
		this.subscriptions = [
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				const known = this.open.get(document);
				if (!known) return;
				const edits = contentChanges.map(change => ({
					start: change.range.start.line,
					removed: change.range.end.line - change.range.start.line + 1,
					inserted: change.text.split(/\r\n|\r|\n/).length,
				}));
				// The document shows all changes already: several at once (several cursors) can be followed one by one
				// only while no line moves.
				if (edits.length > 1 && edits.some(edit => edit.removed !== edit.inserted)) {
					this.open.delete(document);
					return;
				}
				for (const { start, removed, inserted } of edits) {
					known.draft.change(start, removed, inserted);
					known.use?.counts.change(start, removed, inserted);
				}
			}),
			vscode.workspace.onDidCloseTextDocument(document => this.open.delete(document)),
		];
	}

	/** What is kept of a draft, or nothing where a document is none. */
	get(document: vscode.TextDocument, service: PolicyService): OpenDraft | undefined {
		if (!isDraft(document)) return undefined;
		const lines = {
			get count() {
				return document.lineCount;
			},
			line: (index: number) => document.lineAt(index).text,
		};
		let known = this.open.get(document);
		if (!known) this.open.set(document, (known = { draft: new Draft(document.languageId, lines) }));
		if (known.use?.service !== service)
			known.use = { service, counts: new TermUse(lines, line => service.termNumbers(line)) };
		return { draft: known.draft, lines, use: known.use.counts };
	}

	dispose(): void {
		this.open.clear();
		for (const subscription of this.subscriptions) subscription.dispose();
	}
}
