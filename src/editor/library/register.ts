// A group's library: connected where its address is set and the person has said yes. What that takes is a file of its
// own, read when an address is set or a command asks for it.
import * as vscode from 'vscode';
import type { connect } from '../../app/library/connection';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import type { OwnDocuments } from '../documentIndex/documentIndex';
import type { Packs } from '../packs/packs';
import type { AuthorityReader } from './link';
import type { createGroupTools, GroupTools } from './tools';

/** What the platform hands in, each read when it is needed. */
export interface LibraryPlatform {
	readonly group: () => Promise<{ readonly createGroupTools: typeof createGroupTools }>;
	/** What opens connections. */
	readonly connection: () => Promise<{ readonly connect: typeof connect }>;
	/** Absent in the browser, which has a store of certificates of its own. */
	readonly authority?: AuthorityReader;
}

/** Milliseconds that the start of the editor is left alone. */
const afterStart = 500;

export function registerLibrary(
	host: Host,
	documents: OwnDocuments,
	packs: Packs,
	context: vscode.ExtensionContext,
	platform: LibraryPlatform,
): vscode.Disposable {
	let loaded: Promise<GroupTools> | undefined;
	const load = async (): Promise<GroupTools> => {
		const [{ createGroupTools }, { connect }] = await Promise.all([platform.group(), platform.connection()]);
		return createGroupTools({ host, documents, packs, context, connect, authority: platform.authority });
	};
	const tools = () =>
		(loaded ??= load().catch((error: unknown) => {
			loaded = undefined;
			throw error;
		}));
	const look = () => {
		if (!loaded && host.settings().library.server === '') return;
		tools()
			.then(made => made.update())
			.catch((error: unknown) => host.log.error('library', error instanceof Error ? error : String(error)));
	};
	const timer = setTimeout(look, afterStart);
	const commands = (['showLibrary', 'enterLibraryKey', 'forgetLibraryKey', 'pushToLibrary'] as const).map(name =>
		command(host.log, `policyWriting.${name}`, async () => (await tools())[name]()),
	);
	return vscode.Disposable.from(
		{
			dispose() {
				clearTimeout(timer);
				void loaded?.then(made => {
					made.dispose();
				});
			},
		},
		host.onDidChangeSettings(look),
		vscode.workspace.onDidGrantWorkspaceTrust(look),
		...commands,
	);
}
