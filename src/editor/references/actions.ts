// What can be done about a problem with a reference: fill the gap in one's own pack, add or remove a definition,
// bring up to date.
import * as vscode from 'vscode';
import { waysOut } from '../../app/review';
import { ruleOf } from '../../core/service';
import { referenceOptions } from '../base/citeOptions';
import { draftSelector } from '../base/draftDocuments';
import { guard } from '../base/guard';
import type { Host } from '../base/host';
import { say } from '../base/say';
import type { ReferenceDiagnostic } from './problem';
import { fieldName } from '../sources/text';

const t = vscode.l10n.t;

/** Registers the quick fixes; `known` answers what is shown in a draft. */
export function registerReferenceActions(
	host: Host,
	known: (document: vscode.TextDocument) => readonly ReferenceDiagnostic[],
): vscode.Disposable {
	return vscode.languages.registerCodeActionsProvider(
		draftSelector,
		{
			provideCodeActions: guard(
				host.log,
				'reference actions',
				async (document: vscode.TextDocument, range: vscode.Range) => {
					const here = known(document).filter(diagnostic => diagnostic.range.intersection(range) !== undefined);
					const actions: vscode.CodeAction[] = [];
					for (const diagnostic of here) {
						actions.push(...(await actionsFor(host, document, diagnostic)));
						actions.push(...mendAll(document, diagnostic, known(document)));
					}
					return actions;
				},
			),
		},
		{ providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
	);
}

/** Mends all of a kind at once, where there are several. */
function mendAll(
	document: vscode.TextDocument,
	diagnostic: ReferenceDiagnostic,
	all: readonly ReferenceDiagnostic[],
): vscode.CodeAction[] {
	const { code } = diagnostic.finding;
	const { together } = ruleOf(code);
	const same = all.map(one => one.finding).filter(one => one.code === code);
	if (!together || same.length < 2) return [];
	const action = new vscode.CodeAction(say(together(same.length)), vscode.CodeActionKind.QuickFix);
	action.diagnostics = [diagnostic];
	action.edit = new vscode.WorkspaceEdit();
	for (const { start, end, data } of same)
		if ('wording' in data && typeof data.wording === 'string')
			action.edit.replace(
				document.uri,
				new vscode.Range(document.positionAt(start), document.positionAt(end)),
				data.wording,
			);
	return [action];
}

async function actionsFor(
	host: Host,
	document: vscode.TextDocument,
	diagnostic: ReferenceDiagnostic,
): Promise<vscode.CodeAction[]> {
	const { code, data } = diagnostic.finding;
	const act = (title: string, command: string, ...args: readonly unknown[]) => {
		const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
		action.command = { command, title, arguments: [...args] };
		action.diagnostics = [diagnostic];
		return action;
	};
	const mending = async (title: string) => {
		const service = await host.service();
		const [way] = waysOut(
			service,
			host.drafts.parse(document, service),
			diagnostic.finding,
			host.settings().citation.form,
			referenceOptions(host.settings()),
		);
		if (!way) return undefined;
		const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
		action.edit = new vscode.WorkspaceEdit();
		for (const { start, end, text } of way.edits)
			action.edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
		action.diagnostics = [diagnostic];
		return action;
	};
	switch (code) {
		case 'reference.missing':
			return [data.fields ?? []].flat().map((field, at) => {
				const action = act(
					t('Fill in the {0} in my pack', fieldName(field)),
					'policyWriting.completeSource',
					data.source,
					field,
				);
				action.isPreferred = at === 0;
				return action;
			});
		case 'reference.undefined': {
			if (data.form !== 'footnote' || typeof data.source !== 'string')
				return [
					act(t('Search citations for “{0}”', String(data.key)), 'policyWriting.searchCitations', String(data.key)),
				];
			const action = await mending(t('Add the definition'));
			if (!action) return [];
			action.isPreferred = true;
			return [action];
		}
		case 'reference.width': {
			const action = await mending(t('Use half-width marks'));
			if (!action) return [];
			action.isPreferred = true;
			return [action];
		}
		case 'reference.unused':
			return [act(t('Put the footnotes in order (takes out what nothing refers to)'), 'policyWriting.tidyFootnotes')];
		case 'reference.other': {
			if (data.why === 'stale') return [act(t('Update all references'), 'policyWriting.updateReferences')];
			const action = await mending(t('Write the reference as the records have it'));
			return action ? [action] : [];
		}
	}
}
