// “Review workspace”: every draft of the workspace, one after the other; what was found stays true while files are
// open and edited.
import { compareCodeUnits } from '../../../core/service';
import * as vscode from 'vscode';
import type { Host } from '../../base/host';
import { ReviewDiagnostic } from '../problem';
import { placesIn, type UnreadFile } from '../view/rows';
import type { Reviewed, Reviews } from '../reviews';
import { fileReview, openDocument, shownName, type FileReview, type Results } from '../view/results';
import { workspaceDrafts, workspaceDraftText } from './drafts';
import type { Places } from '../../sources/view';
import { draftEndings, draftLanguageOf, isReport, unreadReason } from '../../../app/drafts';
import type { Files } from '../../../app/ports';
import type { WalkedFile } from '../../../app/walk';

/** More findings than that in one workspace are nobody's reading; the rest of the files is left for another time. */
const mostFindings = 20_000;
/**
 * Milliseconds after which the view shows what was found meanwhile, and by how much that is to have grown: drawing all
 * of it often would take longer than finding it.
 */
const often = 400;
const grown = 1.5;

/** A file that is not looked at, as the view tells of it. */
function unreadFile(file: WalkedFile): UnreadFile {
	return { key: file.place, name: shownName(vscode.Uri.parse(file.place, true)), why: unreadReason(file) };
}

/** What was looked at again stands where it stood. */
const byName = (a: { readonly name: string }, b: { readonly name: string }) => compareCodeUnits(a.name, b.name);

export class WorkspaceReview implements vscode.Disposable {
	private readonly changes = new vscode.EventEmitter<void>();
	/** What is known of the workspace is something else now. */
	readonly onDidChange = this.changes.event;
	/** What is found in files that are not open; in those that are, the review of drafts says it. */
	private readonly diagnostics = vscode.languages.createDiagnosticCollection('policy-writing-workspace');
	private known:
		| {
				readonly files: Map<string, FileReview>;
				readonly unread: Map<string, UnreadFile>;
				stopped?: { readonly done: number; readonly total: number };
				more: boolean;
		  }
		| undefined;
	private running: vscode.CancellationTokenSource | undefined;
	/** Files that were written since, and are to be looked at again. */
	private readonly touched = new Map<string, vscode.Uri>();
	private timer: ReturnType<typeof setTimeout> | undefined;
	private readonly subscriptions: readonly vscode.Disposable[];

	constructor(
		private readonly host: Host,
		private readonly reviews: Reviews,
		private readonly own: Places,
		private readonly files: Files,
		private readonly home: string | undefined,
	) {
		const endings = draftEndings().flatMap(ending => [ending, ending.toUpperCase()]);
		const watcher = vscode.workspace.createFileSystemWatcher(`**/*.{${endings.join(',')}}`);
		this.subscriptions = [
			reviews.onDidChange(uri => void this.follow(uri)),
			watcher,
			watcher.onDidDelete(uri => this.gone(uri)),
			watcher.onDidChange(uri => this.touch(uri)),
			watcher.onDidCreate(uri => this.touch(uri)),
		];
	}

	/** What was found, or nothing when the workspace was not reviewed. */
	get results(): Results | undefined {
		if (!this.known) return undefined;
		const { files, unread, stopped, more } = this.known;
		return {
			several: true,
			files: [...files.values()].sort(byName),
			unread: [...unread.values()].sort(byName),
			more,
			...(stopped ? { stopped } : {}),
		};
	}

	/**
	 * Reviews all files; a person sees how far it is and can stop it, and keeps what was found until then. One that is
	 * under way gives way.
	 */
	async run(): Promise<void> {
		this.running?.cancel();
		const running = (this.running = new vscode.CancellationTokenSource());
		try {
			await vscode.window.withProgress(
				{
					location: vscode.ProgressLocation.Notification,
					title: vscode.l10n.t('Reviewing the workspace'),
					cancellable: true,
				},
				async (progress, token) => {
					token.onCancellationRequested(() => running.cancel());
					await this.every(progress, running.token);
				},
			);
		} finally {
			if (this.running === running) this.running = undefined;
			running.dispose();
			this.changes.fire();
		}
	}

	/** Forgets what was found. */
	clear(): void {
		this.running?.cancel();
		this.known = undefined;
		this.diagnostics.clear();
		this.changes.fire();
	}

	dispose(): void {
		clearTimeout(this.timer);
		this.running?.cancel();
		for (const each of this.subscriptions) each.dispose();
		this.diagnostics.dispose();
		this.changes.dispose();
	}

	private async every(
		progress: vscode.Progress<{ message?: string; increment?: number }>,
		token: vscode.CancellationToken,
	): Promise<void> {
		progress.report({ message: vscode.l10n.t('looking for files…') });
		const { drafts, unread, more } = await workspaceDrafts(this.host, this.files, this.home, token);
		const uris = drafts.map(({ place }) => vscode.Uri.parse(place, true));
		const known: NonNullable<typeof this.known> = {
			files: new Map(),
			unread: new Map(unread.map(file => [file.place, unreadFile(file)])),
			more,
		};
		this.diagnostics.clear();
		this.known = known;
		let shown = Date.now();
		let count = 0;
		let drawn = 0;
		for (const [i, uri] of uris.entries()) {
			if (token.isCancellationRequested || count > mostFindings) {
				known.stopped = { done: i, total: uris.length };
				return;
			}
			progress.report({
				message: vscode.l10n.t('{0} of {1} files: {2}', i + 1, uris.length, shownName(uri)),
				increment: 100 / uris.length,
			});
			const found = await this.one(uri, token);
			if (this.known !== known) return;
			if (token.isCancellationRequested) {
				// What was cut short in the middle of a file is not said of it.
				known.stopped = { done: i, total: uris.length };
				return;
			}
			if (found && 'why' in found) known.unread.set(found.key, found);
			else if (found) known.files.set(found.key, found);
			count += found && 'entries' in found ? found.entries.length : 0;
			if (Date.now() - shown < often || count < grown * drawn) continue;
			shown = Date.now();
			drawn = count;
			this.changes.fire();
		}
	}

	/** One file; nothing for one that is no draft. */
	private async one(uri: vscode.Uri, token?: vscode.CancellationToken): Promise<FileReview | UnreadFile | undefined> {
		try {
			const document = openDocument(uri);
			if (document) {
				if (isReport(document.getText())) return undefined;
				const text = document.getText();
				return fileReview(await this.reviews.review(document, token), text);
			}
			const read = await workspaceDraftText(this.files, uri);
			if (!read) return undefined;
			if ('why' in read) return { key: uri.toString(), name: shownName(uri), why: read.why };
			if (isReport(read.text)) return undefined;
			const reviewed = await this.reviews.reviewText(uri, read.text, draftLanguageOf(uri.path) ?? 'plaintext', token);
			if (!token?.isCancellationRequested && !openDocument(uri)) await this.show(reviewed, read.text);
			return fileReview(reviewed, read.text);
		} catch (error) {
			this.host.log.error(`review ${uri.toString()}`, error instanceof Error ? error : String(error));
			return { key: uri.toString(), name: shownName(uri), why: 'failed' };
		}
	}

	private async show({ uri, findings }: Reviewed, text: string): Promise<void> {
		const service = await this.host.service();
		const place = placesIn(text);
		const position = (offset: number) => {
			const { line, column } = place(offset);
			return new vscode.Position(line - 1, column - 1);
		};
		this.diagnostics.set(
			uri,
			findings.map(
				finding =>
					new ReviewDiagnostic(
						new vscode.Range(position(finding.start), position(finding.end)),
						finding,
						service,
						this.own,
					),
			),
		);
	}

	/** Of a file that was deleted, or is called otherwise now, nothing is left to say. */
	private gone(uri: vscode.Uri): void {
		const key = uri.toString();
		if (openDocument(uri) || (!this.known?.files.delete(key) && !this.known?.unread.delete(key))) return;
		this.diagnostics.delete(uri);
		this.changes.fire();
	}

	/**
	 * A file was written by somebody else, or is new: it is looked at again, with the others of the same moment. What
	 * is known and open is looked at as a draft.
	 */
	private touch(uri: vscode.Uri): void {
		const key = uri.toString();
		if (!this.known || (openDocument(uri) && this.known.files.has(key))) return;
		this.touched.set(key, uri);
		clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.again(), often);
	}

	/**
	 * Looks at what was touched, once no review is under way. A review that was stopped is not gone on with: of what it
	 * did not come to nothing is said.
	 */
	private async again(): Promise<void> {
		const { known } = this;
		if (this.running) {
			this.timer = setTimeout(() => void this.again(), often);
			return;
		}
		const touched = [...this.touched];
		this.touched.clear();
		if (!known) return;
		try {
			const isKnown = (key: string) => known.files.has(key) || known.unread.has(key);
			const others = touched.every(([key]) => isKnown(key))
				? []
				: (await workspaceDrafts(this.host, this.files, this.home)).drafts;
			const listed = new Set(others.map(({ place }) => place));
			let looked = false;
			for (const [key, uri] of touched) {
				if (this.known !== known || this.running) return;
				if (isKnown(key) || (!known.stopped && listed.has(key))) looked = (await this.look(uri, known)) || looked;
			}
			if (looked) this.changes.fire();
		} catch (error) {
			this.host.log.error('review of changed files', error instanceof Error ? error : String(error));
		}
	}

	/**
	 * A file of the workspace was opened or edited: its draft knows better. One that was closed is as it is on the
	 * disk.
	 */
	private async follow(uri: vscode.Uri): Promise<void> {
		const { known } = this;
		const key = uri.toString();
		if (!known || (!known.files.has(key) && !known.unread.has(key))) return;
		const reviewed = this.reviews.of(uri);
		const document = openDocument(uri);
		if (reviewed && document) {
			if (reviewed.partial && reviewed.reviewed === 0) return; // not looked at yet
			this.diagnostics.delete(uri);
			known.unread.delete(key);
			known.files.set(key, fileReview(reviewed, document.getText()));
			this.changes.fire();
		}
		// What is open and not reviewed any more is not to be: that was switched off.
		else if (!document && (await this.look(uri, known))) this.changes.fire();
	}

	/** Looks at one file again, as it is now; answers whether that is what is known of it. */
	private async look(uri: vscode.Uri, known: NonNullable<typeof this.known>): Promise<boolean> {
		const key = uri.toString();
		const isOpen = openDocument(uri) !== undefined;
		const found = await this.one(uri);
		// Read from the disk and opened meanwhile: its draft knows better.
		if (this.known !== known || (!isOpen && this.reviews.of(uri))) return false;
		known.files.delete(key);
		known.unread.delete(key);
		if (found && 'why' in found) known.unread.set(key, found);
		else if (found) known.files.set(key, found);
		if (!found || 'why' in found || isOpen) this.diagnostics.delete(uri);
		return true;
	}
}
