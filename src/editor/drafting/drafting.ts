// The commands around a draft that is written; what they do is a file of its own.
import * as vscode from 'vscode';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import type { DraftingTools } from './tools';

/** What the platform hands in: the tools, read when the first is used. */
export interface DraftingPlatform {
	readonly drafting: () => Promise<{ createDraftingTools(host: Host): DraftingTools }>;
}

export function registerDrafting(host: Host, platform: DraftingPlatform): vscode.Disposable {
	let loaded: Promise<DraftingTools> | undefined;
	const tools = () =>
		(loaded ??= platform
			.drafting()
			.then(({ createDraftingTools }) => createDraftingTools(host))
			.catch((error: unknown) => {
				loaded = undefined;
				throw error;
			}));
	return command(host.log, 'policyWriting.newDraft', async (given: unknown) =>
		(await tools()).newDraft(given instanceof vscode.Uri ? given : undefined),
	);
}
