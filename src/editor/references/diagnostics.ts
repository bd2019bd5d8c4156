// What is wrong with the references of the drafts that are open, as diagnostics; kept up to date while a person
// writes.
import * as vscode from 'vscode';
import type { PolicyService, ReferenceFinding } from '../../core/service';
import { isDraft } from '../base/draftDocuments';
import { DraftChecks, type DraftCheck, type Left } from '../base/draftChecks';
import type { Host } from '../base/host';
import { reviewReferences } from '../../app/review';
import { wishesOf } from '../review/reviewing';
import type { Reviews } from '../review/reviews';
import { weighed } from '../../app/levels';
import { ReferenceDiagnostic } from './problem';

/** Drafts longer than this are not looked at. */
const longest = 2_000_000;

/** Answers whether every library a draft names is in use. */
export type LibrariesRead = (document: vscode.TextDocument) => Promise<boolean>;

/** Checks the references of drafts; also tells the reviews what was found. */
export function checkReferencesOf(
	host: Host,
	reviews: Reviews,
	librariesRead: LibrariesRead,
): DraftChecks<ReferenceDiagnostic> {
	const check: DraftCheck = {
		collection: 'policy-writing-references',
		first: 0,
		wants: document => (isDraft(document) ? 'look' : 'leave'),
		forget: document => checks.clear(document.uri),
		look: async (document, typing, token): Promise<Left> => {
			const { version } = document;
			const read = await librariesRead(document);
			const service = await host.service();
			const isLate = token.isCancellationRequested || document.isClosed || document.version !== version;
			if (isLate) return 'nothing'; // a later look is on its way
			const draft = host.drafts.parse(document, service);
			const { enabled, severity } = host.settings().review;
			const review = () => reviewReferences({ service, librariesRead: read }, draft, wishesOf(host));
			const all = enabled && draft.text.length <= longest ? await withGroup(host, service, review) : [];
			if (token.isCancellationRequested || document.isClosed || document.version !== version) return 'nothing';
			const findings = typing ? all.filter(finding => !isWritten(finding, document)) : all;
			if (enabled) reviews.tellReferences(document, service, findings);
			const range = ({ start, end }: ReferenceFinding) =>
				new vscode.Range(document.positionAt(start), document.positionAt(end));
			checks.show(
				document.uri,
				weighed(findings, severity).map(finding => new ReferenceDiagnostic(range(finding), finding, service)),
			);
			return findings.length < all.length ? 'untilUntyped' : 'nothing';
		},
	};
	const checks = new DraftChecks<ReferenceDiagnostic>(host, check);
	return checks.start();
}

/**
 * What a review says once a group's library was asked for the keys that mean nothing here; what it cannot say just now
 * is not said to be nowhere.
 */
async function withGroup(
	{ documents: { group } }: Host,
	{ corpus }: PolicyService,
	review: () => readonly ReferenceFinding[],
): Promise<readonly ReferenceFinding[]> {
	const all = review();
	const keys = all.flatMap(one => (isUnknownKey(one) ? one.data.key : []));
	if (!group || keys.length === 0) return all;
	const open = await group.learn(keys, corpus);
	return review().filter(one => !(isUnknownKey(one) && open.includes(one.data.key)));
}

/** A bare `@name` may be somebody's name, which is nobody else's business. */
function isUnknownKey(one: ReferenceFinding): one is Extract<ReferenceFinding, { code: 'reference.undefined' }> {
	return one.code === 'reference.undefined' && (one.data.form === 'pandoc' || one.data.form === 'latex');
}

/** Whether a key without a source ends where the cursor stands. */
function isWritten(finding: ReferenceFinding, document: vscode.TextDocument): boolean {
	const editor = vscode.window.activeTextEditor;
	if (finding.code !== 'reference.undefined' || editor?.document !== document) return false;
	return editor.selections.some(selection => {
		const at = document.offsetAt(selection.active);
		return finding.start <= at && at <= finding.end + 1;
	});
}
