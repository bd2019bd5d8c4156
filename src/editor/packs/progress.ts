// What is said of packs while they are being read.
import * as vscode from 'vscode';
import { ReadingItem } from '../base/readingItem';

/** What is being read just now. `name`: the library; `done` of `total` documents. */
export type Reading =
	| { readonly what: 'packs' }
	| { readonly what: 'library'; readonly name: string }
	| { readonly what: 'documents'; readonly done: number; readonly total: number };

export class PackProgress implements vscode.Disposable {
	/** The item, which others who read on behalf of the packs report to as well. */
	readonly item = new ReadingItem();

	report(reading: Reading): void {
		this.item.report('packs', {
			words: sentence(reading),
			tooltip: vscode.l10n.t(
				'Your packs come first, then libraries, then documents; each is in use as soon as it is read.',
			),
		});
	}

	end(): void {
		this.item.end('packs');
	}

	dispose(): void {
		this.item.dispose();
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
