// The tools for assistants over the packs of the window, loaded when the first of them is used.
import * as vscode from 'vscode';
import type { ToolName } from '../../app/assistants/holdings';
import { ToolInputError } from '../../app/assistants/input';
import { toolNamed } from '../../app/assistants/tools';
import type { Host } from '../base/host';
import type { Settings } from '../base/settings';
import type { Packs } from '../packs/packs';
import { EditorHoldings } from './editorHoldings';
import { mcpServers } from './mcpServers';
import { verifyText } from './verifyText';

export interface AssistantTools {
	/** What is said while a tool is at work. */
	prepare(name: ToolName): vscode.PreparedToolInvocation;
	/** The answer as JSON; a wrong input is an error whose message says what to do. */
	invoke(name: ToolName, input: unknown, token: vscode.CancellationToken): Promise<vscode.LanguageModelToolResult>;
	/** The MCP server as the editor starts it. */
	servers(): Promise<readonly unknown[]>;
	verifyText(): Promise<void>;
}

/** Makes the tools. `node`: the program that runs the MCP server, where there is one. */
export function createAssistantTools(
	host: Host,
	packs: Packs,
	context: vscode.ExtensionContext,
	node: string | undefined,
): AssistantTools {
	const holdings = new EditorHoldings(host, packs);
	return {
		prepare: name => ({ invocationMessage: messageOf(name, host.settings().assistants.documents) }),
		invoke: async (name, input, token) => {
			const tool = toolNamed(name);
			if (!tool) throw new Error(name);
			const signal = signalOf(token);
			try {
				const answer = await tool.run(input, await holdings.now(signal), signal);
				return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(answer))]);
			} catch (error) {
				if (error instanceof ToolInputError) throw error;
				host.log.error(name, error instanceof Error ? error : String(error));
				throw new Error(vscode.l10n.t('This did not work inside Policy Writing. Try once more with a shorter input.'), {
					cause: error,
				});
			}
		},
		servers: async () => (node === undefined ? [] : mcpServers(host, packs, context, node)),
		verifyText: () => verifyText(host),
	};
}

/** Said in the chat: what is looked in is this machine's; nothing is fetched. */
const doing: Readonly<Record<ToolName, () => string>> = {
	policy_search: () => vscode.l10n.t('Searching the policy corpus on this machine'),
	policy_verify: () => vscode.l10n.t('Holding quotations against their sources on this machine'),
	policy_explain: () => vscode.l10n.t('Looking up a term on this machine'),
	policy_cite: () => vscode.l10n.t('Making a reference on this machine'),
};

/** What the tool does, and what of the person's documents it may hand over. */
function messageOf(name: ToolName, documents: Settings['assistants']['documents']): string {
	const handsOver = name === 'policy_search' || name === 'policy_verify';
	return handsOver ? `${doing[name]()} – ${handing[documents]()}` : doing[name]();
}

const handing: Readonly<Record<Settings['assistants']['documents'], () => string>> = {
	ask: () => vscode.l10n.t('passages of your own documents are handed to the assistant only after your yes'),
	workspace: () =>
		vscode.l10n.t('passages of documents in this workspace are handed to the assistant, others only after your yes'),
	always: () => vscode.l10n.t('passages of your own documents are handed to the assistant'),
	never: () => vscode.l10n.t('no passage of your own documents is handed to the assistant'),
};

function signalOf(token: vscode.CancellationToken): { readonly aborted: boolean } {
	return {
		get aborted() {
			return token.isCancellationRequested;
		},
	};
}
