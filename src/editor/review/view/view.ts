// The review view in the side bar: what was found in the draft in front, or in the workspace after that was reviewed,
// by kind with counts.
import * as vscode from 'vscode';
import { DraftEditor } from '../../base/draftEditor';
import type { Host } from '../../base/host';
import { OpenBranches } from '../../base/openBranches';
import { isReport } from '../../../app/drafts';
import { countsOf, rowsOf, unprovedFirst, type Grouping, type Row } from './rows';
import type { Reviewed, Reviews } from '../reviews';
import { itemOf } from './items';
import { fileReview, openDocument, type Results } from './results';
import type { WorkspaceReview } from '../workspace/review';

const viewId = 'policyWriting.review';
/** Milliseconds within which changes are shown together. */
const together = 50;
/** Where it is kept how a person wants the findings grouped. */
const groupingKey = 'review.grouping';

/** What is there to be shown; the empty view says what to do about each. */
type State = 'none' | 'unchecked' | 'clean' | 'found';

export class ReviewView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
	private readonly changes = new vscode.EventEmitter<undefined>();
	readonly onDidChangeTreeData = this.changes.event;
	readonly drafts = new DraftEditor();
	private readonly view: vscode.TreeView<Row>;
	private readonly branches: OpenBranches;
	private rows: readonly Row[] = [];
	private total = 0;
	private displayed = '';
	private grouping: Grouping = 'kind';
	/** The draft that is shown. */
	private document: vscode.TextDocument | undefined;
	/** What a review that was stopped had found; it is shown until the draft is looked at again. */
	private stopped: Reviewed | undefined;
	/** The text from elsewhere of which a person wants to know first what nothing proves. */
	private verified: vscode.Uri | undefined;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private readonly subscriptions: vscode.Disposable[];

	constructor(
		private readonly host: Host,
		private readonly reviews: Reviews,
		private readonly workspace: WorkspaceReview,
		private readonly memory: vscode.Memento,
	) {
		this.view = vscode.window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
		this.branches = new OpenBranches(memory, 'review.branches');
		this.branches.follow(this.view, row => row.id);
		this.subscriptions = [
			this.branches,
			this.changes,
			this.drafts,
			this.view,
			reviews.onDidChange(uri => {
				if (this.stopped?.uri.toString() === uri.toString()) this.stopped = undefined;
				this.soon();
			}),
			workspace.onDidChange(() => this.soon()),
			vscode.window.onDidChangeActiveTextEditor(() => this.soon()),
			vscode.window.tabGroups.onDidChangeTabs(() => this.soon()),
			host.onDidChangeService(() => this.soon(true)),
		];
		this.group(memory.get(groupingKey) === 'file' ? 'file' : 'kind');
	}

	getTreeItem(row: Row): Promise<vscode.TreeItem> {
		return this.host.service().then(service => itemOf(row, service, this.branches));
	}

	getChildren(row?: Row): Row[] {
		if (row === undefined) return [...this.rows];
		return 'children' in row ? [...row.children] : [];
	}

	/** What is shown: of the workspace once it was reviewed, else of the draft; nothing without either. */
	results(): Results | undefined {
		const {
			workspace: { results },
		} = this;
		if (results) return results;
		const { document } = this;
		const reviewed =
			document &&
			(this.stopped?.uri.toString() === document.uri.toString() && this.stopped.version === document.version
				? this.stopped
				: this.reviews.of(document.uri));
		return reviewed && document
			? { several: false, files: [fileReview(reviewed, document.getText())], unread: [] }
			: undefined;
	}

	group(grouping: Grouping): void {
		this.grouping = grouping;
		if (this.memory.get(groupingKey, 'kind') !== grouping) void this.memory.update(groupingKey, grouping);
		void vscode.commands.executeCommand('setContext', 'policyWriting.reviewGrouping', grouping);
		this.soon(true);
	}

	/** Shows what was found in a draft, also when its review was stopped. */
	shown(reviewed: Reviewed, isVerified = false): void {
		if (isVerified) this.verified = reviewed.uri;
		this.stopped = reviewed;
		this.update();
	}

	/** Brings the view to the front; the keys stay where they are. */
	async reveal(): Promise<void> {
		this.update();
		await vscode.commands.executeCommand(`${viewId}.focus`, { preserveFocus: true });
	}

	dispose(): void {
		clearTimeout(this.timer);
		for (const each of this.subscriptions) each.dispose();
	}

	private soon(anew = false): void {
		if (anew) this.displayed = '';
		this.timer ??= setTimeout(() => this.update(), together);
	}

	private update(): void {
		clearTimeout(this.timer);
		this.timer = undefined;
		this.follow();
		const results = this.results();
		const files = results?.files ?? [];
		this.total = files.reduce((sum, file) => sum + file.entries.length, 0);
		const { error, warning } = countsOf(files);
		const count = error + warning;
		this.view.badge =
			count > 0 ? { value: count, tooltip: vscode.l10n.t('Findings to look at: {0}', count) } : undefined;
		this.view.description = results?.several
			? vscode.l10n.t('workspace, {0} files', files.length + results.unread.length)
			: (files[0]?.name ?? '');
		this.view.message = message(results);
		this.say(results);
		// A tree that is as it was stays, row by row: drawing it anew would close what the mouse reads.
		const appearance = JSON.stringify([
			this.grouping,
			this.isVerified(files),
			files.map(({ key, entries }) => [
				key,
				entries.map(({ finding, words, line, column }) => [
					finding.code,
					finding.severity,
					words,
					line,
					column,
					finding.data,
				]),
			]),
			results?.unread,
		]);
		if (appearance === this.displayed) return;
		this.displayed = appearance;
		this.rows = this.arranged(results);
		this.changes.fire(undefined);
	}

	private arranged(results: Results | undefined): readonly Row[] {
		if (!results) return [];
		const { files, several, unread } = results;
		const rows = rowsOf(files, this.grouping, several, unread);
		return this.isVerified(files) ? unprovedFirst(rows) : rows;
	}

	/** Whether what is shown is the text from elsewhere, with what nothing proves before all else. */
	private isVerified([first]: Results['files']): boolean {
		return first !== undefined && first.key === this.verified?.toString();
	}

	/** The draft in front, the last one while a source or a report is read; none when it was closed. */
	private follow(): void {
		const document = this.drafts.visible()?.document;
		if (document && !isReport(document.getText(new vscode.Range(0, 0, 5, 0)))) this.document = document;
		else if (!document && !this.drafts.isOpen) this.document = undefined;
		if (this.document && (this.document.isClosed || !openDocument(this.document.uri))) this.document = undefined;
	}

	private stateOf(results: Results | undefined): State {
		if (this.total > 0 || (results && results.unread.length > 0)) return 'found';
		if (results && (results.several || results.files.some(file => !file.partial || file.reviewed > 0))) return 'clean';
		return this.document ? 'unchecked' : 'none';
	}

	private say(results: Results | undefined): void {
		const state = this.stateOf(results);
		void vscode.commands.executeCommand('setContext', 'policyWriting.reviewState', state);
		void vscode.commands.executeCommand(
			'setContext',
			'policyWriting.reviewScope',
			results?.several ? 'workspace' : 'draft',
		);
	}
}

/** What is not complete about what is shown. */
function message(results: Results | undefined): string | undefined {
	if (!results) return undefined;
	const said: string[] = [];
	const { stopped, more, several, files } = results;
	if (stopped) said.push(vscode.l10n.t('Stopped after {0} of {1} files.', stopped.done, stopped.total));
	if (more) said.push(vscode.l10n.t('There are more files than are looked at in one go; these are the first.'));
	const cut = files.filter(file => file.partial && file.reviewed > 0);
	if (cut.length > 0)
		said.push(
			several
				? vscode.l10n.t('Of {0} files only the beginning was checked.', cut.length)
				: vscode.l10n.t('Only the first {0} characters were checked.', cut[0]!.reviewed),
		);
	return said.length > 0 ? said.join(' ') : undefined;
}
