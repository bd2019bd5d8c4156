// The commands around a draft that is written; what they do is a file of its own, read when the first of it is wanted:
// a command, or a draft in front.
import * as vscode from 'vscode';
import { WorkspaceDraftWording } from '../continuing/workspaceWording';
import { isDraft } from '../base/draftDocuments';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import type { Packs } from '../packs/packs';
import type { Reviews } from '../review/reviews';
import type { createDraftingTools, DraftingTools } from './tools';

/** What the platform hands in: the tools, read when the first is used. */
export interface DraftingPlatform {
	readonly drafting: () => Promise<{ readonly createDraftingTools: typeof createDraftingTools }>;
}

/** Milliseconds that the start of the editor is left alone. */
const afterStart = 500;

/**
 * What the page of settings is to show: ours alone. By extension, newer versions list the defaults we set for
 * languages, too, each in a group of its own; the oldest know no ids with `*`.
 */
function ourSettings(version: string): string {
	return Number(version.split('.')[1]) < 139 ? '@ext:policy-writing.policy-writing' : '@id:policyWriting.*';
}

export function registerDrafting(
	host: Host,
	packs: Packs,
	reviews: Reviews,
	memory: vscode.Memento,
	platform: DraftingPlatform,
): vscode.Disposable {
	let loaded: Promise<DraftingTools> | undefined;
	const tools = () => (loaded ??= platform.drafting().then(made => made.createDraftingTools(host, reviews, memory)));
	const look = () => {
		const document = vscode.window.activeTextEditor?.document;
		if (document && isDraft(document)) tools().catch((error: unknown) => host.log.error('drafting', String(error)));
	};
	const timer = setTimeout(look, afterStart);
	return vscode.Disposable.from(
		new WorkspaceDraftWording(host, packs),
		{
			dispose() {
				clearTimeout(timer);
				void loaded?.then(each => {
					each.dispose();
				});
			},
		},
		vscode.window.onDidChangeActiveTextEditor(look),
		command(host.log, 'policyWriting.newDraft', async (given: unknown) => {
			const folder = [given].find(one => one instanceof vscode.Uri);
			await (await tools()).newDraft(folder);
		}),
		command(host.log, 'policyWriting.continuationPlaces', async () => (await tools()).showPlaces()),
		command(host.log, 'policyWriting.showMenu', async () => (await tools()).showMenu()),
		command(host.log, 'policyWriting.openSettings', () =>
			vscode.commands.executeCommand('workbench.action.openSettings', ourSettings(vscode.version)),
		),
	);
}
