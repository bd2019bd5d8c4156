// The commands that work on the citations of a draft: switch, give a place, put in order, bring up to date.
import * as vscode from 'vscode';
import { applyEdits, wayBack, type Draft, type Edit, type PolicyService, type SwitchTo } from '../../core/service';
import { applyPlan, draftInFront, tellPlan } from '../base/applyPlan';
import { askPlace } from '../citations/askPlace';
import { listOptions, referenceOptions } from '../base/citeOptions';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import { sayBriefly } from '../base/say';

const t = vscode.l10n.t;

/** Registers the commands. */
export function registerCiteCommands(host: Host): vscode.Disposable {
	const register = (id: string, run: (editor: vscode.TextEditor) => Promise<void>) =>
		command(host.log, `policyWriting.${id}`, async () => {
			const editor = draftInFront();
			if (editor) await run(editor);
		});
	const switched: Memory = new WeakMap();
	return vscode.Disposable.from(
		register('switchCitation', editor => switchOne(host, editor)),
		register('switchAllCitations', editor => switchAll(host, switched, editor)),
		register('locateCitation', editor => locate(host, editor)),
		register('tidyFootnotes', editor => tidyReferences(host, editor)),
		register('updateReferenceList', editor => updateList(host, editor)),
		register('updateReferences', editor => updateAll(host, editor)),
	);
}

async function switchOne(host: Host, editor: vscode.TextEditor): Promise<void> {
	const plan = await applyPlan(host, editor, (service, draft, offset) =>
		service.citing.switchAt(draft, offset, referenceOptions(host.settings())),
	);
	if (!plan) return;
	if (plan.changed > 0) tellPlan(editor, t('Switched.'), plan.problems);
	else if (plan.problems.length > 0) tellPlan(editor, t('Not switched.'), plan.problems);
	else void vscode.window.showInformationMessage(t('Put the cursor on a footnote or a key, and switch again.'));
}

/**
 * The way back to a draft before all of it was switched, for as long as nothing else is changed: it then leads exactly
 * there.
 */
interface Switched {
	readonly to: SwitchTo;
	readonly after: string;
	readonly back: readonly Edit[];
	readonly options: string;
}

type Memory = WeakMap<vscode.TextDocument, Switched>;

async function switchAll(host: Host, switched: Memory, editor: vscode.TextEditor): Promise<void> {
	const to = await direction(host, editor);
	if (!to) return;
	const { document } = editor;
	const options = referenceOptions(host.settings());
	const { renumber } = host.settings().footnotes;
	const written = JSON.stringify([options, renumber]);
	let before = '';
	const plan = await applyPlan(host, editor, (service, draft) => {
		before = draft.text;
		const planned = service.citing.switchAll(draft, to, options, renumber);
		const last = switched.get(document);
		const back =
			last?.after === draft.text &&
			last.to !== to &&
			last.options === written &&
			// Only where all of it was in that form.
			service.citing.switchAll(switchedBack(service, draft, last.back), to, options).changed === 0;
		return back ? { ...planned, edits: last.back } : planned;
	});
	if (!plan) return;
	const after = document.getText();
	const back = wayBack(before, plan.edits, after);
	if (plan.edits.length > 0 && back) switched.set(document, { to, after, back, options: written });
	tellPlan(
		editor,
		plan.changed > 0 ? t('Citations switched: {0}.', plan.changed) : t('There was nothing to switch.'),
		plan.problems,
	);
}

/** A draft with edits taken back. */
function switchedBack(service: PolicyService, { text, language }: Draft, back: readonly Edit[]): Draft {
	return service.draft(applyEdits(text, back), language);
}

/** Into which form: the only one there is something to switch to, else asked. */
async function direction(host: Host, editor: vscode.TextEditor): Promise<SwitchTo | undefined> {
	const service = await host.service();
	const draft = host.drafts.parse(editor.document, service);
	const count = (to: SwitchTo) => service.citing.switchAll(draft, to, {}).changed;
	const tex = draft.language !== 'markdown';
	const choices = [
		{
			to: 'pandoc' as const,
			label: tex ? t('Footnotes to \\cite') : t('Footnotes to keys [@…]'),
			count: count('pandoc'),
		},
		{
			to: 'footnote' as const,
			label: tex ? t('\\cite to footnotes') : t('Keys to footnotes [^…]'),
			count: count('footnote'),
		},
	];
	const open = choices.filter(choice => choice.count > 0);
	if (open.length < 2) return open[0]?.to ?? 'pandoc';
	const chosen = await vscode.window.showQuickPick(
		open.map(choice => ({ ...choice, description: t('citations: {0}', choice.count) })),
		{ placeHolder: t('Into which form? One step to undo.') },
	);
	return chosen?.to;
}

async function locate(host: Host, editor: vscode.TextEditor): Promise<void> {
	const service = await host.service();
	const here = () => editor.document.offsetAt(editor.selection.active);
	const at = service.citing.keyAt(host.drafts.parse(editor.document, service), here());
	if (!at || at.form === 'definition') {
		void vscode.window.showInformationMessage(t('Put the cursor on a footnote or a key first.'));
		return;
	}
	const words = await askPlace(at.known?.locator);
	if (words === undefined) return;
	const plan = await applyPlan(host, editor, (asked, draft, offset) =>
		asked.citing.locate(draft, offset, words, referenceOptions(host.settings())),
	);
	if (plan) tellPlan(editor, plan.changed > 0 ? t('The place was written.') : '', plan.problems);
}

async function tidyReferences(host: Host, editor: vscode.TextEditor): Promise<void> {
	const { renumber } = host.settings().footnotes;
	const plan = await applyPlan(host, editor, (service, draft) => service.citing.orderNotes(draft, { renumber }));
	if (!plan) return;
	const done = [
		plan.edits.length === 0 ? t('The footnotes are in order.') : t('Footnotes put in order.'),
		plan.merged > 0 ? t('Notes that said the same, made one: {0}.', plan.merged) : '',
		plan.removed > 0 ? t('Notes that nothing refers to, taken out: {0}.', plan.removed) : '',
	];
	tellPlan(editor, done.filter(Boolean).join(' '), plan.problems);
}

async function updateList(host: Host, editor: vscode.TextEditor): Promise<void> {
	const service = await host.service();
	const draft = host.drafts.parse(editor.document, service);
	const before = service.citing.list(draft, listOptions(host.settings()));
	if (before.problems.length > 0 && !(await mayReplace(before.problems.length))) return;
	const plan = await applyPlan(host, editor, (asked, current) =>
		asked.citing.list(current, listOptions(host.settings()), true),
	);
	if (plan?.edits.length === 0 && plan.problems.length > 0) tellPlan(editor, '', plan.problems);
	else if (plan) sayBriefly(plan.changed > 0 ? t('Reference list updated.') : t('The reference list is up to date.'));
}

/** Lines somebody wrote between the markers are replaced only when that is wanted. */
async function mayReplace(lines: number): Promise<boolean> {
	const replace = t('Replace them');
	return (
		(await vscode.window.showWarningMessage(
			t(
				'Between the markers stand {0} lines that were written by hand. What stands there is written anew from the citations of the draft.',
				lines,
			),
			{ modal: true },
			replace,
		)) === replace
	);
}

async function updateAll(host: Host, editor: vscode.TextEditor): Promise<void> {
	const plan = await applyPlan(host, editor, (service, draft) =>
		service.citing.update(draft, listOptions(host.settings())),
	);
	if (plan)
		tellPlan(
			editor,
			plan.changed > 0 ? t('References updated: {0}.', plan.changed) : t('All references are up to date.'),
			plan.problems,
		);
}
