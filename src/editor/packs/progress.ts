// Says in the status bar what is being read, when it takes long enough to be noticed.
import * as vscode from 'vscode';

/** What is being read just now. `name`: the library; `done` of `total` documents. */
export type Reading =
	| { readonly what: 'packs' }
	| { readonly what: 'library'; readonly name: string }
	| { readonly what: 'documents'; readonly done: number; readonly total: number };

/** Milliseconds of work that nobody needs to be told of. */
const unnoticed = 1000;

export class PackProgress implements vscode.Disposable {
	private item: vscode.StatusBarItem | undefined;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private text = '';

	report(reading: Reading): void {
		this.text = `$(sync~spin) ${sentence(reading)}`;
		if (this.item) this.item.text = this.text;
		else this.timer ??= setTimeout(() => this.show(), unnoticed);
	}

	end(): void {
		clearTimeout(this.timer);
		this.timer = undefined;
		this.item?.dispose();
		this.item = undefined;
	}

	dispose(): void {
		this.end();
	}

	private show(): void {
		this.item = vscode.window.createStatusBarItem('policyWriting.reading', vscode.StatusBarAlignment.Left);
		this.item.name = vscode.l10n.t('Packs and libraries');
		this.item.tooltip = vscode.l10n.t(
			'Your packs come first, then libraries, then documents; each is in use as soon as it is read.',
		);
		this.item.text = this.text;
		this.item.show();
	}
}

function sentence(reading: Reading): string {
	const t = vscode.l10n.t;
	switch (reading.what) {
		case 'packs':
			return t('Reading your packs');
		case 'library':
			return t('Reading the library {name}', { name: reading.name });
		case 'documents':
			return t('Reading documents: {0} of {1}', reading.done, reading.total);
	}
}
