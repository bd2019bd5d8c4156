// Puts a citation into the draft: what the core plans becomes one edit, one step to undo, the cursor behind it.
import * as vscode from 'vscode';
import type { Cited, Insertion, Locator, Source } from '../../core/service';
import type { Form } from '../../webviews/panel/protocol';
import { assertWhole } from '../base/applyPlan';
import { referenceOptions } from '../base/citeOptions';
import { copyReference, gone } from './copy';
import type { DraftEditor } from '../base/draftEditor';
import type { Host } from '../base/host';
import { placeAfter } from '../base/placeAfter';
import { sayBriefly } from '../base/say';

/** How often a plan is made anew because somebody typed between planning and editing. */
const attempts = 3;

/**
 * Inserts a citation or source, by its id or as it is, at every cursor of the draft (behind what is selected), in a
 * form or the one of the settings; answers what to tell the person. Nothing is inserted where no draft is open or the
 * draft cannot be written: the person is told what to do and offered a copy. `locator`: the place cited.
 */
export async function insert(
	host: Host,
	drafts: DraftEditor,
	what: string | Cited,
	form?: Form,
	locator?: Locator,
): Promise<string> {
	const service = await host.service();
	const id = typeof what === 'string' ? what : (service.corpus.source(what.source.id)?.id ?? what.source);
	const editor = await drafts.focus();
	if (!editor)
		return refuse(
			host,
			id,
			vscode.l10n.t(
				'Open the document you want to cite in, put the cursor where the citation belongs, and insert again. Nothing is lost: you can also copy it.',
			),
		);
	const { document } = editor;
	for (let attempt = 0; attempt < attempts; attempt++) {
		const { version } = document;
		const draft = host.drafts.parse(document, service);
		const { text } = draft;
		const offsets = editor.selections.map(selection => document.offsetAt(selection.end));
		const options = { ...referenceOptions(host.settings()), locator };
		const plan = service.insertion(draft, offsets, what, form ?? host.settings().citation.form, options);
		if (!plan) return warned(gone());
		if (plan.edits.length === 0)
			return refuse(
				host,
				id,
				vscode.l10n.t(
					'The cursor stands in code, a formula, a comment or an address. Put it into a sentence and insert again.',
				),
			);
		assertWhole(text, plan.edits);
		if (await apply(editor, version, text, plan)) return report(plan);
		if (document.version === version) break; // nobody typed: it cannot be written
	}
	return refuse(
		host,
		id,
		vscode.l10n.t(
			'The document cannot be changed, so nothing was inserted. Save it under another name or make it writable; you can also copy the reference.',
		),
	);
}

/** One undo step. False where the document was changed meanwhile, closed or read-only. */
async function apply(editor: vscode.TextEditor, version: number, text: string, plan: Insertion): Promise<boolean> {
	const { document } = editor;
	if (document.isClosed || document.version !== version) return false;
	try {
		const done = await editor.edit(
			builder => {
				for (const { start, end, text: inserted } of plan.edits)
					builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), inserted);
			},
			{ undoStopBefore: true, undoStopAfter: true },
		);
		// A read-only editor says that it is done, and has done nothing.
		if (!done || document.version === version) return false;
	} catch {
		return false;
	}
	editor.selections = plan.cursors.map(offset => {
		const { line, character } = placeAfter(text, plan.edits, offset);
		return new vscode.Selection(line, character, line, character);
	});
	editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
	return true;
}

/** What there is to say of an insertion that worked: gaps to fill, numbers out of order. */
function report({ missing, problems }: Insertion): string {
	const said: string[] = [];
	const gaps = [...new Set(missing.map(gap => `〔${gap.label}〕`))];
	if (gaps.length > 0) said.push(vscode.l10n.t('Inserted. To be completed in the reference: {0}', gaps.join(' ')));
	if (problems.some(problem => problem.code === 'order'))
		said.push(
			vscode.l10n.t('The numbers no longer follow the order of the text; put the list in order before you finish.'),
		);
	if (problems.some(problem => problem.code === 'notProse'))
		said.push(vscode.l10n.t('At cursors in code, formulas, comments or addresses nothing was inserted.'));
	return warned(said.join(' '));
}

/** Says it in the status bar, where also those see it who have no panel open. */
function warned(said: string): string {
	if (said) sayBriefly(said);
	return said;
}

/** Says why nothing was inserted, and offers the reference for the clipboard. */
function refuse(host: Host, id: string | Source, why: string): string {
	const copy = vscode.l10n.t('Copy the reference');
	void vscode.window.showWarningMessage(why, copy).then(async chosen => {
		if (chosen === copy) warned(await copyReference(host, id));
	});
	return '';
}
