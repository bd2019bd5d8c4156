// What is said of documents while they are being made searchable; a click stops it.
import * as vscode from 'vscode';
import type { IndexProgress } from '../../core/service';
import type { ReadingItem } from '../base/readingItem';

const stop = 'policyWriting.stopTakingIn';
const reader = 'documents';

export class IndexProgressItem implements vscode.Disposable {
	private readonly command: vscode.Disposable;

	/** `stopped` is called when the person wants no more of it. */
	constructor(
		private readonly item: ReadingItem,
		stopped: () => void,
	) {
		this.command = vscode.commands.registerCommand(stop, stopped);
	}

	start(): void {
		this.say(vscode.l10n.t('My documents'));
	}

	report({ done, total }: IndexProgress): void {
		this.say(vscode.l10n.t('My documents: {0} of {1}', done, total));
	}

	end(): void {
		this.item.end(reader);
	}

	dispose(): void {
		this.end();
		this.command.dispose();
	}

	private say(words: string): void {
		this.item.report(reader, {
			words,
			tooltip: vscode.l10n.t('Your documents are being made searchable. Click to stop; what is done is kept.'),
			command: stop,
		});
	}
}
