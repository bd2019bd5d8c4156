// “Changes from Word…”: a Word file that came back beside its draft. Every change and remark is a row that shows its
// place; what is taken over is one step to undo.
import * as vscode from 'vscode';
import { FileError, type Files } from '../../app/ports';
import { editsOf, movedBehind, returnedWord, type Proposal } from '../../app/word/returned';
import type { Edit } from '../../core/service';
import { applyPlan, draftInFront } from '../base/applyPlan';
import type { Host } from '../base/host';
import { showRemarks } from './remarkThreads';

interface Row extends vscode.QuickPickItem {
	/** Nothing of the row that takes over all that was tracked. */
	readonly proposal?: Proposal;
}

/** Asks for the file, unless a menu names it, and lists what it has beside the draft in front. */
export async function changesFromWord(host: Host, files: Files, given: unknown): Promise<void> {
	const editor = draftInFront();
	if (!editor) return;
	const uri = given instanceof vscode.Uri ? given : await askFile(editor.document);
	if (!uri) return;
	const bytes = await bytesOf(files, uri);
	const service = await host.service();
	const returned = bytes && returnedWord(bytes, host.drafts.parse(editor.document, service));
	const name = uri.path.replace(/^.*\//, '');
	const t = vscode.l10n.t;
	if (!returned) void vscode.window.showWarningMessage(t('“{0}” cannot be read as a Word file.', name));
	else if (returned.proposals.length === 0)
		void vscode.window.showInformationMessage(t('“{0}” has no changes and no comments.', name));
	else {
		showRemarks(editor.document, uri, returned.proposals);
		new ReturnedList(host, editor, name, returned.proposals, returned.looks).show();
	}
}

async function askFile({ uri, isUntitled }: vscode.TextDocument): Promise<vscode.Uri | undefined> {
	const beside = isUntitled ? {} : { defaultUri: vscode.Uri.joinPath(uri, '..') };
	const title = vscode.l10n.t('The Word file that came back');
	const chosen = await vscode.window.showOpenDialog({ ...beside, filters: { Word: ['docx'] }, title });
	return chosen?.[0];
}

async function bytesOf(files: Files, uri: vscode.Uri): Promise<Uint8Array | undefined> {
	try {
		return await files.read(uri.toString());
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		return undefined;
	}
}

/** What came back, as a list that stays open while its rows are taken over. */
class ReturnedList {
	private readonly list = vscode.window.createQuickPick<Row>();
	private readonly subscriptions: readonly vscode.Disposable[];
	private version: number;

	constructor(
		private readonly host: Host,
		private readonly editor: vscode.TextEditor,
		private readonly name: string,
		private proposals: readonly Proposal[],
		private readonly looks: number,
	) {
		this.version = editor.document.version;
		this.list.ignoreFocusOut = true;
		this.list.matchOnDetail = true;
		this.list.placeholder = vscode.l10n.t('Enter takes a change over into the draft; a comment is shown at its place.');
		this.subscriptions = [
			this.list,
			this.list.onDidChangeActive(([row]) => this.reveal(row)),
			this.list.onDidAccept(() => void this.accept(this.list.activeItems[0])),
			this.list.onDidHide(() => this.end()),
		];
	}

	show(): void {
		this.fill();
		this.list.show();
	}

	private end(): void {
		for (const one of this.subscriptions) one.dispose();
	}

	private fill(): void {
		const t = vscode.l10n.t;
		const tracked = this.tracked();
		const looks = this.looks > 0 ? t('{0} changes of looks are left out.', this.looks) : '';
		const all: Row = { label: t('$(check-all) Take over all tracked changes ({0})', tracked.length), detail: looks };
		this.list.title = t('{0}: changes and comments ({1})', this.name, this.proposals.length);
		this.list.items = [...[all].filter(() => tracked.length > 0), ...this.proposals.map(one => this.rowOf(one))];
	}

	private tracked(): readonly Proposal[] {
		return this.proposals.filter(({ kind, edits }) => kind === 'change' && edits !== undefined);
	}

	private rowOf(proposal: Proposal): Row {
		const { kind, author, date, start, remark } = proposal;
		const t = vscode.l10n.t;
		const line = t('line {0}', this.editor.document.positionAt(start).line + 1);
		const who = kind === 'difference' ? t('not tracked') : [author, date.slice(0, 10)].join(' ').trim();
		const done = proposal.isDone ? [t('done')] : [];
		const detail = whyNot(proposal);
		return {
			label: kind === 'remark' ? `$(comment) ${remark.replaceAll('\n', ' ')}` : `$(edit) ${changeWords(proposal)}`,
			description: [who, line, ...done].join(' · '),
			...(detail !== undefined && { detail }),
			proposal,
		};
	}

	private reveal(row: Row | undefined): void {
		if (!row?.proposal) return;
		const { document } = this.editor;
		const range = new vscode.Range(document.positionAt(row.proposal.start), document.positionAt(row.proposal.end));
		this.editor.selection = new vscode.Selection(range.start, range.end);
		this.editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
	}

	private async accept(row: Row | undefined): Promise<void> {
		if (!row) return;
		const chosen = row.proposal ? [row.proposal] : this.tracked();
		const edits = editsOf(chosen);
		if (edits.length === 0) return this.goThere(row);
		if (!(await this.edit(edits))) return this.list.hide();
		this.proposals = movedBehind(this.proposals, chosen);
		if (this.proposals.length === 0) this.list.hide();
		else this.fill();
	}

	/** Makes the edits, unless somebody wrote in the draft since the list was made. */
	private async edit(edits: readonly Edit[]): Promise<boolean> {
		const { document } = this.editor;
		if (document.version !== this.version) {
			const t = vscode.l10n.t;
			void vscode.window.showWarningMessage(t('The draft was changed meanwhile. Read the Word file once more.'));
			return false;
		}
		const plan = await applyPlan(this.host, this.editor, () => ({ edits, problems: [], changed: edits.length }));
		this.version = document.version;
		return plan !== undefined;
	}

	private goThere(row: Row): void {
		this.reveal(row);
		this.list.hide();
		void vscode.window.showTextDocument(this.editor.document, { selection: this.editor.selection, preview: false });
	}
}

/** Why a change cannot be taken over; nothing where it can. */
function whyNot({ kind, edits, isGenerated }: Proposal): string | undefined {
	if (kind === 'remark' || edits !== undefined) return undefined;
	if (isGenerated) return vscode.l10n.t('This reference is made from its source: change that record.');
	return vscode.l10n.t('It no longer fits: the draft has other words here.');
}

/** “旧” → “新”, or one of them. */
function changeWords({ deleted, inserted, isMoved }: Proposal): string {
	const t = vscode.l10n.t;
	const [before, after] = [deleted, inserted].map(text =>
		text.replaceAll('\n\n', '¶').replaceAll('\n', '↵').replaceAll('\uFFFC', '[*]'),
	);
	if (isMoved) return t('moved: “{0}”', after ?? '');
	if (deleted === '') return t('put in: “{0}”', after ?? '');
	if (inserted === '') return t('taken out: “{0}”', before ?? '');
	return t('“{0}” → “{1}”', before ?? '', after ?? '');
}
