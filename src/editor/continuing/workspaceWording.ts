// The other drafts of the workspace, where a person wants them to continue what is written: read after a moment, and
// again when one of them is saved, made, deleted or renamed.
import * as vscode from 'vscode';
import { WorkspaceWording } from '../../app/drafting/workspaceWording';
import { draftEndings } from '../../app/drafts';
import { nextTurn } from '../../app/pause';
import type { Host } from '../base/host';
import type { Packs } from '../packs/packs';
import { workspaceDrafts, workspaceDraftText } from '../review/workspace/drafts';
import { shownName } from '../review/view/results';

/** Milliseconds after the last change of a file. */
const wait = 500;

export class WorkspaceDraftWording implements vscode.Disposable {
	private readonly wording: WorkspaceWording;
	private readonly subscriptions: vscode.Disposable;
	/** There while drafts count. */
	private following: vscode.Disposable | undefined;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private running: Promise<void> = Promise.resolve();
	private disposed = false;

	constructor(
		private readonly host: Host,
		private readonly packs: Pick<Packs, 'files' | 'home' | 'ready'>,
	) {
		this.wording = new WorkspaceWording({
			files: packs.files,
			text: place => workspaceDraftText(packs.files, vscode.Uri.parse(place, true)),
			titleOf: place => shownName(vscode.Uri.parse(place, true)),
			pause: nextTurn,
		});
		this.subscriptions = host.onDidChangeSettings(() => this.look());
		this.look();
	}

	dispose(): void {
		this.disposed = true;
		clearTimeout(this.timer);
		this.following?.dispose();
		this.subscriptions.dispose();
	}

	private get isWanted(): boolean {
		const { enabled, from } = this.host.settings().continue;
		return enabled && from === 'workspaceDrafts' && !this.disposed;
	}

	/** The setting may be another. */
	private look(): void {
		if (this.isWanted === (this.following !== undefined)) return;
		this.following?.dispose();
		this.following = this.isWanted ? this.follow() : undefined;
		this.soon();
	}

	private follow(): vscode.Disposable {
		const endings = draftEndings().flatMap(ending => [ending, ending.toUpperCase()]);
		const watcher = vscode.workspace.createFileSystemWatcher(`**/*.{${endings.join(',')}}`);
		const soon = () => this.soon();
		return vscode.Disposable.from(
			watcher,
			watcher.onDidChange(soon),
			watcher.onDidCreate(soon),
			watcher.onDidDelete(soon),
			// A folder with drafts in it.
			vscode.workspace.onDidDeleteFiles(soon),
			vscode.workspace.onDidRenameFiles(soon),
			vscode.workspace.onDidChangeWorkspaceFolders(soon),
			this.host.onDidChangeService(soon),
		);
	}

	private soon(): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => {
			this.running = this.running
				.then(() => this.bring())
				.catch((error: unknown) => this.host.log.error('wording of drafts', String(error)));
		}, wait);
	}

	private async bring(): Promise<void> {
		const { documents } = this.host;
		if (!this.isWanted) {
			if (!documents.hasDrafts || this.disposed) return;
			await documents.ask(engine => engine.holdDrafts([]));
			documents.hasDrafts = false;
			return;
		}
		await this.packs.ready;
		const { drafts } = await workspaceDrafts(this.host, this.packs.files, this.packs.home);
		const names = drafts.map(({ place }) => vscode.Uri.parse(place, true).toString());
		documents.hasDrafts ||= names.length > 0;
		await this.wording.hold(
			names,
			held => documents.ask(engine => engine.holdDrafts(held)),
			() => !this.isWanted,
		);
	}
}
