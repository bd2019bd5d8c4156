// “Verify Text…”: a text from elsewhere, as an answer of an assistant, is reviewed in a draft of its own, what nothing
// proves first, and put into the draft in front with footnotes where it is proved.
import * as vscode from 'vscode';
import type { OwnDocuments } from '../../app/assistants/holdings';
import { withFootnotes } from '../../app/assistants/withFootnotes';
import type { DraftLanguage } from '../../core/service';
import { referenceOptions } from '../base/citeOptions';
import { isDraft } from '../base/draftDocuments';
import type { Host } from '../base/host';
import { policyVerify, verifyLimits } from '../../app/assistants/verify';
import { seekIn } from '../review/seek';

/** Where the text came from, and where it may go. */
interface Given {
	readonly text: string;
	/** The draft that was in front, and the selection the text replaces there. */
	readonly into: { readonly document: vscode.TextDocument; readonly range: vscode.Range } | undefined;
}

/** Verifies the selection, or where nothing is selected the clipboard. */
export async function verifyText(host: Host): Promise<void> {
	const given = await textGiven();
	if (given.text.trim() === '') {
		void vscode.window.showInformationMessage(
			vscode.l10n.t('Select a text, or copy one (an answer of an assistant), then choose “Verify Text…” again.'),
		);
		return;
	}
	if (given.text.length > verifyLimits.text) {
		void vscode.window.showInformationMessage(
			vscode.l10n.t('The text is too long: at most {0} characters are verified at once.', verifyLimits.text),
		);
		return;
	}
	const shown = await vscode.workspace.openTextDocument({ language: 'markdown', content: given.text });
	await vscode.window.showTextDocument(shown, { viewColumn: vscode.ViewColumn.Active, preview: false });
	await vscode.commands.executeCommand('policyWriting.reviewDocument', 'unprovedFirst', shown.uri);
	await tell(host, given, await counted(host, given.text));
}

async function textGiven(): Promise<Given> {
	const active = vscode.window.activeTextEditor;
	const editor = active && isDraft(active.document) ? active : undefined;
	const into = editor && { document: editor.document, range: editor.selection };
	if (editor && !editor.selection.isEmpty) return { text: editor.document.getText(editor.selection), into };
	return { text: await vscode.env.clipboard.readText(), into };
}

/** How many quotations are proved, are otherwise than their source, and are in nothing at hand. */
interface Counts {
	readonly proved: number;
	readonly other: number;
	readonly unknown: number;
}

async function counted(host: Host, text: string): Promise<Counts> {
	const service = await host.service();
	// The answer stays here: the documents that are not loaded are looked in, too, as the review does.
	const documents: OwnDocuments = {
		service,
		search: () => Promise.resolve([]),
		seek: seekIn(host, service, 'own'),
		isOwn: () => false,
		allow: () => Promise.resolve(true),
	};
	const verdicts: string[] = [];
	let cursor: unknown;
	do {
		const answer: Record<string, unknown> = await policyVerify(
			{ text, ...(cursor ? { cursor } : {}) },
			{ records: service, documents },
		);
		for (const one of answer.findings as readonly { readonly verdict: string }[]) verdicts.push(one.verdict);
		cursor = answer.cursor;
	} while (cursor !== undefined);
	const unknown = verdicts.filter(one => one === 'unknown').length;
	const proved = verdicts.filter(one => one === 'verbatim' || one === 'form').length;
	return { proved, unknown, other: verdicts.length - proved - unknown };
}

async function tell(host: Host, given: Given, { proved, other, unknown }: Counts): Promise<void> {
	const insert = vscode.l10n.t('Insert with Footnotes');
	const said = vscode.l10n.t(
		'Quotations: {0} proved, {1} otherwise than their source, {2} not in this corpus (which is not to say they are wrong).',
		proved,
		other,
		unknown,
	);
	const into = given.into && !given.into.document.isClosed ? given.into : undefined;
	const chosen = await vscode.window.showInformationMessage(said, ...(into ? [insert] : []));
	if (chosen === insert && into) await insertInto(host, given.text, into);
}

/** Puts the text into a draft, with footnotes behind what is proved: one step to undo. */
async function insertInto(host: Host, text: string, { document, range }: NonNullable<Given['into']>): Promise<void> {
	const service = await host.service();
	const before = document.getText();
	const start = document.offsetAt(range.start);
	const put = before.slice(0, start) + text + before.slice(document.offsetAt(range.end));
	const options = referenceOptions(host.settings());
	const { form } = host.settings().citation;
	const language = document.languageId as DraftLanguage;
	const place = { text: put, language, start, end: start + text.length };
	const { text: after } = await withFootnotes(service, place, form, options);
	const edit = new vscode.WorkspaceEdit();
	const { from, to, written } = changed(before, after);
	edit.replace(document.uri, new vscode.Range(document.positionAt(from), document.positionAt(to)), written);
	await vscode.workspace.applyEdit(edit);
	await vscode.window.showTextDocument(document);
}

/** The one stretch in which two texts differ. */
function changed(
	before: string,
	after: string,
): { readonly from: number; readonly to: number; readonly written: string } {
	let from = 0;
	while (from < before.length && from < after.length && before[from] === after[from]) from++;
	let same = 0;
	const longest = Math.min(before.length, after.length) - from;
	while (same < longest && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
	return { from, to: before.length - same, written: after.slice(from, after.length - same) };
}
