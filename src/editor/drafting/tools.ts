// What stands around a draft while it is written, loaded once a draft is in front: its counts and findings in the
// status bar, the menu behind them, what stands in the way, a new one.
import type * as vscode from 'vscode';
import type { Host } from '../base/host';
import type { Reviews } from '../review/reviews';
import { GreyText } from '../continuing/greyText';
import { newDraft } from './newDraft';
import { DraftStatus } from './status';

export interface DraftingTools extends vscode.Disposable {
	/** Asks what is to be written and opens it, to be saved in a folder where one is given. */
	newDraft(folder: vscode.Uri | undefined): Promise<void>;
	showMenu(): Promise<void>;
	/** The places that the grey text at the cursor comes from. */
	showPlaces(): Promise<void>;
}

/** Makes the tools; the item of the status bar is there from then on. `memory`: what a person was told already. */
export function createDraftingTools(host: Host, reviews: Reviews, memory: vscode.Memento): DraftingTools {
	const status = new DraftStatus(host, reviews, memory);
	const grey = new GreyText(host);
	return {
		newDraft: folder => newDraft(host, folder),
		showMenu: () => status.showMenu(),
		showPlaces: () => grey.showPlaces(),
		dispose() {
			status.dispose();
			grey.dispose();
		},
	};
}
