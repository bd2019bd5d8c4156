// A plan for the draft in front becomes one edit, one step to undo; what it could not do is said, with the way to the
// place.
import * as vscode from 'vscode';
import { faultOf, type Draft, type Edit, type Plan, type PlanProblem, type PolicyService } from '../../core/service';
import { isDraft } from './draftDocuments';
import type { Host } from './host';
import { placeAfter } from './placeAfter';
import { sayBriefly } from './say';

/** How often a plan is made anew because somebody typed between planning and editing. */
const attempts = 3;

/** Throws where edits overlap or cut a character: nothing is then written, and whoever asked says so. */
export function assertWhole(text: string, edits: readonly Edit[]): void {
	const fault = faultOf(text, edits);
	if (fault) throw new Error(`edits of ${text.length} characters: ${fault.code} at ${fault.at}`);
}

/** The draft that is being written; without one the person is told what to do. */
export function draftInFront(): vscode.TextEditor | undefined {
	const editor = vscode.window.activeTextEditor;
	if (editor && isDraft(editor.document)) return editor;
	void vscode.window.showInformationMessage(vscode.l10n.t('Open the document you are writing first.'));
	return undefined;
}

/**
 * Plans and edits; answers the plan that was carried out, or nothing where the document cannot be changed (the person
 * is told). The cursor stays where it was in the text around it; within a citation that changes it stays at that
 * citation.
 */
export async function applyPlan<P extends Plan>(
	host: Host,
	editor: vscode.TextEditor,
	plan: (service: PolicyService, draft: Draft, offset: number) => P | undefined,
): Promise<P | undefined> {
	const service = await host.service();
	const { document } = editor;
	for (let attempt = 0; attempt < attempts && !document.isClosed; attempt++) {
		const { version } = document;
		const draft = host.drafts.parse(document, service);
		const offset = document.offsetAt(editor.selection.active);
		const planned = plan(service, draft, offset);
		if (!planned || planned.edits.length === 0) return planned;
		assertWhole(draft.text, planned.edits);
		const [first] = planned.edits.filter(edit => edit.start <= offset && offset <= edit.end && edit.start < edit.end);
		let done = false;
		try {
			done = await editor.edit(
				builder => {
					for (const { start, end, text } of planned.edits)
						builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
				},
				{ undoStopBefore: true, undoStopAfter: true },
			);
		} catch {
			done = false;
		}
		// A read-only editor says that it is done, and has done nothing.
		if (done && document.version !== version) {
			if (first) {
				const moved = planned.edits.reduce(
					(sum, edit) =>
						edit.end <= first.start && edit !== first ? sum + edit.text.length - (edit.end - edit.start) : sum,
					first.start,
				);
				const { line, character } = placeAfter(draft.text, planned.edits, moved + Math.min(2, first.text.length));
				editor.selection = new vscode.Selection(line, character, line, character);
			}
			return planned;
		}
		if (document.version === version) break; // nobody typed: it cannot be written
	}
	void vscode.window.showWarningMessage(
		vscode.l10n.t('The document cannot be changed. Save it under another name or make it writable, and try again.'),
	);
	return undefined;
}

/**
 * Says what was done, and what was left with the reason; where something was left, a button leads to the first place.
 */
export function tellPlan(editor: vscode.TextEditor, said: string, problems: readonly PlanProblem[]): void {
	const reasons = [...new Set(problems.map(problem => problem.code))].map(code =>
		sentence(
			code,
			problems.filter(problem => problem.code === code),
		),
	);
	if (reasons.length === 0) {
		sayBriefly(said);
		return;
	}
	const show = vscode.l10n.t('Show the first');
	const [first] = problems;
	const { document } = editor;
	const { version } = document;
	void vscode.window.showInformationMessage([said, ...reasons].filter(Boolean).join(' '), show).then(async chosen => {
		if (chosen !== show || !first) return;
		const shown = await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn, preview: false });
		// Problems carry places of the draft before the edit; the label is looked for where they are no longer true.
		const at =
			document.version === version &&
			document
				.getText(new vscode.Range(document.positionAt(first.start), document.positionAt(first.end)))
				.includes(first.key)
				? first.start
				: Math.max(0, document.getText().indexOf(first.key));
		const range = new vscode.Range(document.positionAt(at), document.positionAt(at + first.key.length));
		shown.selection = new vscode.Selection(range.start, range.end);
		shown.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
	});
}

/** Why some citations stay as they are. */
function sentence(code: PlanProblem['code'], problems: readonly PlanProblem[]): string {
	const t = vscode.l10n.t;
	const names = [...new Set(problems.map(problem => problem.key))];
	const keys = names.slice(0, 3).join(t(', ')) + (names.length > 3 ? '…' : '');
	switch (code) {
		case 'edited':
			return t('Changed by hand, so left as written: {0}.', keys);
		case 'unknown':
			return t('No source has this key: {0}.', keys);
		case 'words':
			return t('Words stand beside the key, so left as written: {0}.', keys);
		case 'context':
			return t('What stands around it would change its meaning, so left as written: {0}.', keys);
		case 'nested':
			return t('Its definition is part of a list and was left there: {0}.', keys);
		case 'below':
			return t('A paragraph stands right below the note, so it was left there: {0}.', keys);
		case 'duplicate':
			return t('Defined more than once with different words: {0}.', keys);
		case 'open':
			return t('A comment is never closed and would swallow the list. Close it with “-->” first: {0}.', keys);
		case 'note':
			return t('It stands in a note, which cannot hold another, so left as written: {0}.', keys);
		case 'undefined':
			return t('A footnote without a definition: {0}.', keys);
	}
}
