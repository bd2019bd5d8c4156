// What stands around a draft while it is written, loaded when the first of it is asked for: a new one.
import type * as vscode from 'vscode';
import type { Host } from '../base/host';
import { newDraft } from './newDraft';

export interface DraftingTools {
	/** Asks what is to be written and opens it, to be saved in a folder where one is given. */
	newDraft(folder: vscode.Uri | undefined): Promise<void>;
}

export function createDraftingTools(host: Host): DraftingTools {
	return { newDraft: folder => newDraft(host, folder) };
}
