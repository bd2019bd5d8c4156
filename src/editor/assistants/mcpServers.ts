// The MCP server as the editor starts it: with its own Node, over the packs of the window. A server cannot ask, so that
// documents are named to it only where the settings say yes.
import * as vscode from 'vscode';
import type { Host } from '../base/host';
import type { Packs } from '../packs/packs';

/** Since 1.101. */
type StdioServer = new (
	label: string,
	command: string,
	args: readonly string[],
	env: Readonly<Record<string, string>>,
	version: string,
) => unknown;

/** The servers of a window: one, or none where the editor knows nothing of such servers. */
export function mcpServers(
	host: Host,
	packs: Packs,
	context: vscode.ExtensionContext,
	node: string,
): readonly unknown[] {
	const { McpStdioServerDefinition: Server } = vscode as { readonly McpStdioServerDefinition?: StdioServer };
	if (!Server) return [];
	const { documents } = host.settings().assistants;
	const named = packs
		.packs()
		.filter(({ folder: { uri } }) => uri.scheme === 'file')
		.map(({ folder: { uri } }) => ({ uri, isInWorkspace: vscode.workspace.getWorkspaceFolder(uri) !== undefined }));
	const may = documents === 'always' || (documents === 'workspace' && named.every(one => one.isInWorkspace));
	const flag = may ? '--corpus' : '--records';
	const index = vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'mcp-index');
	const args = [
		vscode.Uri.joinPath(host.extensionUri, 'dist', 'mcp.mjs').fsPath,
		...named.flatMap(({ uri }) => [flag, uri.fsPath]),
		...(may && named.length > 0 ? ['--index', index.fsPath] : []),
	];
	const { version } = context.extension.packageJSON as { readonly version: string };
	return [new Server(vscode.l10n.t('Policy Writing'), node, args, { ELECTRON_RUN_AS_NODE: '1' }, `${version} ${flag}`)];
}
