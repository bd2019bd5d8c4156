// What assistants are given in the editor: the tools, an MCP server, and “Verify Text…”. What they do is a file of its
// own, read when the first of it is wanted.
import * as vscode from 'vscode';
import { command } from '../base/guard';
import type { Host } from '../base/host';
import type { Packs } from '../packs/packs';
import type { AssistantTools, createAssistantTools } from './tools';

/** What the platform hands in. */
export interface AssistantsPlatform {
	/** The tools, read when the first is used. */
	readonly assistants: () => Promise<{ readonly createAssistantTools: typeof createAssistantTools }>;
	/** The program that runs the MCP server; absent where no program can be started. */
	readonly node?: string;
}

/** Since 1.101; nothing in what is declared for 1.100. */
interface McpDoor {
	registerMcpServerDefinitionProvider?(
		id: string,
		provider: {
			readonly onDidChangeMcpServerDefinitions: vscode.Event<unknown>;
			provideMcpServerDefinitions(): Promise<readonly unknown[]>;
		},
	): vscode.Disposable;
}

const names = ['policy_search', 'policy_verify', 'policy_explain', 'policy_cite'] as const;

export function registerAssistants(
	host: Host,
	packs: Packs,
	context: vscode.ExtensionContext,
	platform: AssistantsPlatform,
): vscode.Disposable {
	let loaded: Promise<AssistantTools> | undefined;
	const tools = () =>
		(loaded ??= platform
			.assistants()
			.then(made => made.createAssistantTools(host, packs, context, platform.node))
			.catch((error: unknown) => {
				loaded = undefined;
				throw error;
			}));
	const changed = new vscode.EventEmitter<unknown>();
	const offerServers = (): readonly vscode.Disposable[] => {
		const door = vscode.lm as McpDoor;
		if (platform.node === undefined || !door.registerMcpServerDefinitionProvider) return [];
		try {
			return [
				door.registerMcpServerDefinitionProvider('policyWriting.mcp', {
					onDidChangeMcpServerDefinitions: changed.event,
					provideMcpServerDefinitions: async () => (await tools()).servers(),
				}),
			];
		} catch (error) {
			// In 1.100 it is there, but only for extensions that try what is proposed.
			host.log.info(`no MCP server: ${String(error)}`);
			return [];
		}
	};
	return vscode.Disposable.from(
		changed,
		host.onDidChangeService(service => changed.fire(service)),
		host.onDidChangeSettings(settings => changed.fire(settings)),
		...offerServers(),
		...names.map(name =>
			vscode.lm.registerTool<object>(name, {
				prepareInvocation: async () => (await tools()).prepare(name),
				invoke: async ({ input }, token) => (await tools()).invoke(name, input, token),
			}),
		),
		command(host.log, 'policyWriting.verifyText', async () => (await tools()).verifyText()),
	);
}
