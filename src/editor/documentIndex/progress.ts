// Says in the status bar that documents are being taken in, when it takes long enough to be noticed; a click stops
// it.
import * as vscode from 'vscode';
import type { IndexProgress } from '../../core/service';

/** Milliseconds of work that nobody needs to be told of. */
const unnoticed = 1000;
const stop = 'policyWriting.stopTakingIn';

export class IndexProgressItem implements vscode.Disposable {
	private item: vscode.StatusBarItem | undefined;
	private shown: ReturnType<typeof setTimeout> | undefined;
	private readonly command: vscode.Disposable;

	/** `stopped` is called when the person wants no more of it. */
	constructor(stopped: () => void) {
		this.command = vscode.commands.registerCommand(stop, stopped);
	}

	start(): void {
		this.end();
		this.item = vscode.window.createStatusBarItem('policyWriting.documents', vscode.StatusBarAlignment.Left);
		this.item.name = vscode.l10n.t('My documents');
		this.item.command = stop;
		this.item.tooltip = vscode.l10n.t('Your documents are being made searchable. Click to stop; what is done is kept.');
		this.item.text = `$(sync~spin) ${vscode.l10n.t('My documents')}`;
		this.shown = setTimeout(() => this.item?.show(), unnoticed);
	}

	report({ done, total }: IndexProgress): void {
		if (this.item) this.item.text = `$(sync~spin) ${vscode.l10n.t('My documents: {0} of {1}', done, total)}`;
	}

	end(): void {
		clearTimeout(this.shown);
		this.item?.dispose();
		this.item = undefined;
	}

	dispose(): void {
		this.end();
		this.command.dispose();
	}
}
