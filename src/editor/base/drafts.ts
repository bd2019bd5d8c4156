// The drafts that are open, each with what the core keeps of it: its version parsed once, and what follows every edit.
import * as vscode from 'vscode';
import { typed } from '../../app/pause';
import { LineRegions, TermUse, type Draft, type Lines, type PolicyService } from '../../core/service';
import { isDraft } from './draftDocuments';
import { DraftVersions } from './draftVersions';

/** What is kept of one open draft. */
export interface OpenDraft {
	/** What of its lines is prose. */
	readonly regions: LineRegions;
	/** Its text as it is now. */
	readonly lines: Lines;
	/** How often the draft uses a term, by the number `PolicyService` gives it. */
	readonly use: TermUse;
}

/** Follows the open drafts. */
export class Drafts implements vscode.Disposable {
	private readonly open = new Map<
		vscode.TextDocument,
		{ regions: LineRegions; use?: { service: PolicyService; counts: TermUse } }
	>();
	private readonly versions = new DraftVersions();
	private readonly subscriptions: vscode.Disposable[];

	constructor() {
		this.subscriptions = [
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				const known = this.open.get(document);
				if (!known) return;
				typed();
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
					known.regions.change(start, removed, inserted);
					known.use?.counts.change(start, removed, inserted);
				}
			}),
			vscode.workspace.onDidCloseTextDocument(document => {
				this.open.delete(document);
				this.versions.forget(document);
			}),
		];
	}

	/** A document as it is now; whoever asks again before it changes takes what was parsed for the first. */
	parse(document: vscode.TextDocument, service: PolicyService): Draft {
		return this.versions.of(document, service);
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
		if (!known) this.open.set(document, (known = { regions: new LineRegions(document.languageId, lines) }));
		if (known.use?.service !== service)
			known.use = { service, counts: new TermUse(lines, line => service.termNumbers(line)) };
		return { regions: known.regions, lines, use: known.use.counts };
	}

	dispose(): void {
		this.open.clear();
		for (const subscription of this.subscriptions) subscription.dispose();
	}
}
