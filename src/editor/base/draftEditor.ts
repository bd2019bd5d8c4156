// Which editor a citation goes into: the draft in front, or the one that was in front last.
import * as vscode from 'vscode';
import { isDraft } from './draftDocuments';

export class DraftEditor implements vscode.Disposable {
	private last: vscode.TextEditor | undefined;
	private readonly subscription: vscode.Disposable;

	/** `excluded`: documents that are written in, but are no drafts here. */
	constructor(private readonly excluded: (uri: vscode.Uri) => boolean = () => false) {
		this.follow(vscode.window.activeTextEditor);
		this.subscription = vscode.window.onDidChangeActiveTextEditor(editor => this.follow(editor));
	}

	/**
	 * The draft that is on the screen and was written in last; nothing where none is. A side bar or a palette in front
	 * does not count.
	 */
	visible(): vscode.TextEditor | undefined {
		const active = vscode.window.activeTextEditor;
		if (active && this.counts(active)) return active;
		const { last } = this;
		return (
			last &&
			vscode.window.visibleTextEditors.find(
				editor => editor === last || (editor.document === last.document && editor.viewColumn === last.viewColumn),
			)
		);
	}

	/** Whether the draft that was written in last is open, if only behind another tab. */
	get isOpen(): boolean {
		return this.visible() !== undefined || (this.last !== undefined && hasTab(this.last.document));
	}

	/**
	 * Brings the draft that was written in last to the front, with the keys in it; nothing where it is closed. A draft
	 * behind another tab (a source that was read) comes back with its cursor where it was.
	 */
	async focus(): Promise<vscode.TextEditor | undefined> {
		const draft = this.visible() ?? (this.isOpen ? this.last : undefined);
		if (!draft || draft.document.isClosed) return undefined;
		return vscode.window.showTextDocument(draft.document, { viewColumn: draft.viewColumn, preview: false });
	}

	dispose(): void {
		this.subscription.dispose();
	}

	private follow(editor: vscode.TextEditor | undefined): void {
		if (editor && this.counts(editor)) this.last = editor;
	}

	private counts({ document }: vscode.TextEditor): boolean {
		return isDraft(document) && !this.excluded(document.uri);
	}
}

/**
 * Whether a document stands in a tab. The editor keeps one that was closed for a while; nothing may be written into it.
 */
function hasTab(document: vscode.TextDocument): boolean {
	return vscode.window.tabGroups.all.some(group =>
		group.tabs.some(
			({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString(),
		),
	);
}

/** What is selected, as something to look for: one line, not endless. */
export function selectedText(editor: vscode.TextEditor): string {
	const { document, selection } = editor;
	const start = document.offsetAt(selection.start);
	const end = Math.min(document.offsetAt(selection.end), start + 200);
	return document
		.getText(new vscode.Range(selection.start, document.positionAt(end)))
		.replace(/\s+/g, ' ')
		.trim();
}
