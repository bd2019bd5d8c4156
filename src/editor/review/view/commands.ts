// Review as a person asks for it: this document, the workspace, a report to hand on; and the view that shows what was
// found.
import * as vscode from 'vscode';
import { draftInFront } from '../../base/applyPlan';
import { command } from '../../base/guard';
import type { Host } from '../../base/host';
import type { Packs } from '../../packs/packs';
import { isReport } from '../../../app/drafts';
import type { openReport } from '../report/command';
import type { Reviews } from '../reviews';
import { ReviewView } from './view';
import { registerReviewRows } from './actions';
import { openDocument } from './results';
import { WorkspaceReview } from '../workspace/review';

/** Milliseconds after which a review that is not done is shown with a way to stop it. */
const patience = 1000;

/** What the platform hands in: the report, read when it is first wanted. */
export interface ReportPlatform {
	readonly documents: () => Promise<{ readonly openReport: typeof openReport }>;
}

/** Registers the review view and its commands; `memory` keeps how a person wants the view. */
export function registerReviewView(
	host: Host,
	packs: Packs,
	reviews: Reviews,
	memory: vscode.Memento,
	platform: ReportPlatform,
): vscode.Disposable {
	const workspace = new WorkspaceReview(host, reviews, packs, packs.files, packs.home);
	const view = new ReviewView(host, reviews, workspace, memory);
	return vscode.Disposable.from(
		workspace,
		view,
		registerReviewRows(host, reviews),
		command(host.log, 'policyWriting.reviewDocument', async (asked: unknown, place: unknown) => {
			// A draft that was opened a moment ago is named: that it is in front is told later.
			const named = asked === 'unprovedFirst' && place instanceof vscode.Uri ? openDocument(place) : undefined;
			const document = named ?? (view.drafts.visible() ?? draftInFront())?.document;
			if (!document) return;
			if (isReport(document.getText())) {
				void vscode.window.showInformationMessage(
					vscode.l10n.t('This is a review report. It quotes what is wrong, so it is not reviewed itself.'),
				);
				return;
			}
			workspace.clear();
			await packs.settled();
			const reviewed = await stoppable(vscode.l10n.t('Reviewing this document'), token =>
				reviews.review(document, token),
			);
			view.shown(reviewed, asked === 'unprovedFirst');
			await view.reveal();
			if (reviewed.findings.length === 0 && !reviewed.partial)
				void vscode.window.showInformationMessage(vscode.l10n.t('Nothing was found in this document.'));
		}),
		command(host.log, 'policyWriting.reviewWorkspace', async () => {
			if ((vscode.workspace.workspaceFolders ?? []).length === 0) {
				void vscode.window.showInformationMessage(
					vscode.l10n.t('Open a folder first: the workspace review looks at all drafts in it.'),
				);
				return;
			}
			await packs.settled();
			await workspace.run();
			await view.reveal();
			const found = workspace.results;
			if (
				found &&
				!found.stopped &&
				found.unread.length === 0 &&
				found.files.every(file => file.entries.length === 0)
			) {
				void vscode.window.showInformationMessage(
					vscode.l10n.t('Files reviewed: {0}; nothing was found.', found.files.length),
				);
			}
		}),
		command(host.log, 'policyWriting.clearReview', () => workspace.clear()),
		command(host.log, 'policyWriting.reviewReport', async () => {
			const results = view.results();
			if (results) await (await platform.documents()).openReport(host, results);
			else
				void vscode.window.showInformationMessage(
					vscode.l10n.t('There is nothing to report yet. Review a document or the workspace first.'),
				);
		}),
		command(host.log, 'policyWriting.reviewByKind', () => view.group('kind')),
		command(host.log, 'policyWriting.reviewByFile', () => view.group('file')),
	);
}

/** Runs a task; one that takes long shows itself, and can be stopped. */
async function stoppable<T>(title: string, task: (token: vscode.CancellationToken) => Promise<T>): Promise<T> {
	const cancel = new vscode.CancellationTokenSource();
	let timer: ReturnType<typeof setTimeout> | undefined;
	try {
		const work = Promise.resolve(
			vscode.window.withProgress({ location: { viewId: 'policyWriting.review' } }, () => task(cancel.token)),
		);
		const late = new Promise<'late'>(resolve => (timer = setTimeout(() => resolve('late'), patience)));
		if ((await Promise.race([work, late])) === 'late') {
			await vscode.window.withProgress(
				{ location: vscode.ProgressLocation.Notification, title, cancellable: true },
				async (_progress, token) => {
					token.onCancellationRequested(() => cancel.cancel());
					await work;
				},
			);
		}
		return await work;
	} finally {
		clearTimeout(timer);
		cancel.dispose();
	}
}
