// A title or a quotation is taken with its closing mark; who then types that mark out of habit writes over it, as over a
// bracket that the editor has closed.
import * as vscode from 'vscode';
import { guard } from '../base/guard';
import type { Host } from '../base/host';
import { doubledMark, writtenAt } from './doubledMark';

/** Where an item was taken last, and how much was written there since, for as long as nothing else is. */
interface Taken {
	readonly document: vscode.TextDocument;
	readonly place: vscode.Position;
	readonly mark: string;
	readonly written: number;
}

/** Watches for a mark that was just written with an item being typed once more. */
export class ClosingMark implements vscode.Disposable {
	/** The texts of the items that were offered last → the mark each ends with, or behind which it would stand. */
	private offered = new Map<string, string>();
	private last: Taken | undefined;
	private readonly subscription: vscode.Disposable;

	constructor(host: Host) {
		this.subscription = vscode.workspace.onDidChangeTextDocument(
			guard(host.log, 'closing mark', event => this.follow(event)),
		);
	}

	dispose(): void {
		this.subscription.dispose();
	}

	/** Items are shown; `after`: what stands behind the cursor. */
	offer(items: readonly vscode.CompletionItem[], after: string): void {
		this.offered = new Map();
		for (const { insertText } of items) {
			if (typeof insertText !== 'string') continue;
			const mark = /[》”」』]$/.exec(insertText)?.[0] ?? /^[》”」』]/.exec(after)?.[0];
			if (mark !== undefined) this.offered.set(insertText, mark);
		}
	}

	private async follow({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): Promise<void> {
		const [change] = contentChanges;
		if (!change) return;
		// Of several cursors each would have to be told from the others.
		const mark = contentChanges.length === 1 ? this.offered.get(change.text) : undefined;
		if (mark !== undefined) {
			const place = change.range.start.translate(0, change.text.length);
			this.last = { document, place, mark, written: 0 };
			return;
		}
		if (this.last?.document !== document) return;
		const { place, mark: own } = this.last;
		const written = reason === undefined ? writtenSince(this.last, contentChanges) : undefined;
		// Changes come faster than an edit is made, so what is known is up to date before it is.
		this.last = written === undefined ? undefined : { ...this.last, written };
		if (written === undefined) return;
		const goes = doubledMark(document.lineAt(place.line).text, place.character, written, own);
		if (goes === undefined) return;
		this.last = undefined;
		await takeOut(document, place.with({ character: goes }), own);
	}
}

function writtenSince(
	{ place, written }: Taken,
	[change, ...more]: readonly vscode.TextDocumentContentChangeEvent[],
): number | undefined {
	if (!change || more.length > 0 || change.range.start.line !== place.line) return undefined;
	const { text, rangeLength } = change;
	return writtenAt(place.character, written, { text, character: change.range.start.character, replaced: rangeLength });
}

/** How often it is tried again because somebody typed meanwhile. */
const attempts = 10;

/** Takes out a mark that is doubled, as part of the step that wrote it; the cursor moves with the text. */
async function takeOut(document: vscode.TextDocument, at: vscode.Position, mark: string): Promise<void> {
	for (let attempt = 0; attempt < attempts; attempt++) {
		const editor = vscode.window.activeTextEditor;
		const around = document.lineAt(at.line).text.slice(Math.max(0, at.character - 1), at.character + 1);
		if (editor?.document !== document || around !== mark + mark) return;
		const done = await editor.edit(builder => builder.delete(new vscode.Range(at, at.translate(0, 1))), {
			undoStopBefore: false,
			undoStopAfter: false,
		});
		if (done) return;
	}
}
