// Checks of the drafts that are open, while a person writes: when a draft is looked at, and what is shown of it.
import * as vscode from 'vscode';
import { isDraft } from './draftDocuments';
import type { Host } from './host';

/** Milliseconds without a key before a draft is looked at; what is just being written waits for so many more. */
export const pause = 400;
const patience = 2000;

/**
 * What is left to say after a look: nothing; what waits until nothing is typed any more; or what waits until the cursor
 * is elsewhere.
 */
export type Left = 'nothing' | 'untilUntyped' | 'untilElsewhere';

/** One kind of check. */
export interface DraftCheck {
	/** Of its diagnostics, as the editor knows them. */
	readonly collection: string;
	/** Before the first look at the drafts that are open, in milliseconds. */
	readonly first: number;
	/** Whether an open document is to be looked at, was looked at in vain and is forgotten, or is left as it is. */
	wants(document: vscode.TextDocument): 'look' | 'forget' | 'leave';
	/** Looks at a draft; `typing`: somebody was writing there just now. What came too late is not shown. */
	look(document: vscode.TextDocument, typing: boolean, token: vscode.CancellationToken): Promise<Left>;
	/** A document is closed, or not to be looked at any more. */
	forget(document: vscode.TextDocument): void;
}

interface Waiting {
	readonly timer: ReturnType<typeof setTimeout>;
	readonly cancel: vscode.CancellationTokenSource;
}

/** Looks at drafts when a check wants it, one look at a time each, and shows what was found; knows what it shows. */
export class DraftChecks<D extends vscode.Diagnostic> implements vscode.Disposable {
	private readonly collection: vscode.DiagnosticCollection;
	private readonly known = new Map<string, readonly D[]>();
	/** The last look at each draft, waiting, under way or done. */
	private readonly looks = new Map<vscode.TextDocument, Waiting>();
	/** Drafts with something that waits until the cursor is elsewhere. */
	private readonly held = new Set<vscode.TextDocument>();
	private readonly subscriptions: readonly vscode.Disposable[];
	private disposed = false;

	constructor(
		private readonly host: Host,
		private readonly check: DraftCheck,
	) {
		this.collection = vscode.languages.createDiagnosticCollection(check.collection);
		this.subscriptions = [
			this.collection,
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (contentChanges.length > 0) this.soon(document, pause, true);
			}),
			vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
				if (this.held.has(document)) this.soon(document, 0);
			}),
			vscode.window.onDidChangeActiveTextEditor(() => {
				for (const document of [...this.held]) this.soon(document, 0);
			}),
			vscode.workspace.onDidCloseTextDocument(document => {
				this.stop(document);
				check.forget(document);
			}),
			host.onDidChangeService(() => this.everything(0)),
			host.onDidChangeSettings(() => this.everything(0)),
		];
	}

	/** Begins: looks at the drafts that are open. */
	start(): this {
		this.everything(this.check.first);
		return this;
	}

	/** Looks at a draft after so many milliseconds, unless it is asked for again before. */
	soon(document: vscode.TextDocument, delay: number, typing = false): void {
		this.stop(document);
		if (this.disposed || !isDraft(document)) return;
		const cancel = new vscode.CancellationTokenSource();
		const timer = setTimeout(() => void this.look(document, typing, cancel), delay);
		this.looks.set(document, { cancel, timer });
	}

	/** Looks at every open draft that is to be looked at. */
	everything(delay: number): void {
		for (const document of vscode.workspace.textDocuments) {
			const wanted = this.check.wants(document);
			if (wanted === 'look') this.soon(document, delay);
			if (wanted !== 'forget') continue;
			this.stop(document);
			this.check.forget(document);
		}
	}

	/** Whether a draft was looked at, or will be without anybody asking. */
	has(document: vscode.TextDocument): boolean {
		return this.looks.has(document);
	}

	/** What is shown in a document. */
	shown(uri: vscode.Uri): readonly D[] {
		return this.known.get(uri.toString()) ?? [];
	}

	/** Shows exactly this. What is as it was stays: setting it anew would close a hover that is being read. */
	show(uri: vscode.Uri, diagnostics: readonly D[]): void {
		if (this.disposed) return;
		const before = this.known.get(uri.toString());
		this.known.set(uri.toString(), diagnostics);
		if (JSON.stringify(before?.map(seen)) !== JSON.stringify(diagnostics.map(seen)))
			this.collection.set(uri, diagnostics);
	}

	/** Shows nothing any more. */
	clear(uri: vscode.Uri): void {
		if (this.known.delete(uri.toString()) && !this.disposed) this.collection.delete(uri);
	}

	dispose(): void {
		this.disposed = true;
		for (const document of [...this.looks.keys()]) this.stop(document);
		for (const each of this.subscriptions) each.dispose();
	}

	private stop(document: vscode.TextDocument): void {
		const waiting = this.looks.get(document);
		clearTimeout(waiting?.timer);
		waiting?.cancel.cancel();
		waiting?.cancel.dispose();
		this.looks.delete(document);
		this.held.delete(document);
	}

	private async look(
		document: vscode.TextDocument,
		typing: boolean,
		cancel: vscode.CancellationTokenSource,
	): Promise<void> {
		try {
			const left = await this.check.look(document, typing, cancel.token);
			if (this.looks.get(document)?.cancel !== cancel) return; // a later look is on its way
			if (left === 'untilUntyped') this.soon(document, patience);
			if (left === 'untilElsewhere') this.held.add(document);
		} catch (error) {
			this.host.log.error(this.check.collection, error instanceof Error ? error : String(error));
		}
	}
}

/** What a person sees of a diagnostic. */
function seen({ range, message, severity }: vscode.Diagnostic): readonly unknown[] {
	return [range, message, severity];
}
