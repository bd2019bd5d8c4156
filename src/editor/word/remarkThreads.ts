// Comments that came back from Word stay in the draft at their words, and in the editor's list of comments, until the
// person is done with each; nothing of them is written into the draft.
import * as vscode from 'vscode';
import type { Proposal } from '../../app/word/returned';

/** Made with the first comment; VS Code keeps the threads at their words while the draft is written on. */
let controller: vscode.CommentController | undefined;
/** What is shown, by the draft and the file it came from: read once more, a file replaces what it said. */
const shown = new Map<string, readonly vscode.CommentThread[]>();

/** Shows the comments of a file in a draft; those that are done in Word are left out. */
export function showRemarks(document: vscode.TextDocument, file: vscode.Uri, proposals: readonly Proposal[]): void {
	const key = `${document.uri.toString()} ${file.toString()}`;
	for (const thread of shown.get(key) ?? []) thread.dispose();
	const open = proposals.filter(({ kind, isDone }) => kind === 'remark' && isDone !== true);
	shown.set(
		key,
		open.map(one => threadOf(document, one)),
	);
}

/** The person is done with a comment. */
export function remarkDone(given: unknown): void {
	if (typeof given !== 'object' || given === null || !('dispose' in given)) return;
	(given as vscode.CommentThread).dispose();
}

function threadOf(document: vscode.TextDocument, { start, end, author, date, remark }: Proposal): vscode.CommentThread {
	controller ??= vscode.comments.createCommentController('policyWriting.word', vscode.l10n.t('Comments from Word'));
	const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
	const timestamp = new Date(date);
	const comment: vscode.Comment = {
		// Text, not Markdown: nothing that a file says is a link or a command.
		body: remark,
		mode: vscode.CommentMode.Preview,
		author: { name: author || vscode.l10n.t('no name') },
		...(!Number.isNaN(timestamp.getTime()) && { timestamp }),
	};
	const thread = controller.createCommentThread(document.uri, range, [comment]);
	thread.canReply = false;
	thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
	thread.label = vscode.l10n.t('Comment from Word');
	return thread;
}
