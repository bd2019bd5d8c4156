// The MCP server: the tools, the resources and the prompt over one connection.
import {
	ProtocolError,
	ProtocolErrorCode,
	ResourceNotFoundError,
	Server,
	type Tool,
} from '@modelcontextprotocol/server';
import type { Holdings } from '../../app/assistants/holdings';
import { shown, ToolInputError } from '../../app/assistants/input';
import { draftPrompt, draftPromptText } from '../../app/assistants/prompt';
import { readResource, resourcesOf, sourceTemplate } from '../../app/assistants/resources';
import { assistantTools, toolNamed } from '../../app/assistants/tools';
import { present } from '../../core/text/values/fields';
import { UsageError } from '../io';
import { inputOf } from './messages';

/** What a server answers from. */
export interface Served {
	readonly version: string;
	/** Made when the first question comes. */
	holdings(): Promise<Holdings>;
	/** Told of what nobody foresaw. */
	failed(error: unknown): void;
}

const instructions =
	'Exact wording, provenance and proof for Chinese policy texts, offline. Search before writing (policy_search), quote only what a tool returned, cite with policy_cite, and verify everything you wrote with policy_verify before you hand it over. “unknown” means not in this corpus, not false. 先查后写，只引用工具返回的原话，写完逐条核对。';

/** A server for one connection. */
export function mcpServer(served: Served): Server {
	const server = new Server(
		{ name: 'policy-writing', title: '政策写作 Policy Writing', version: served.version },
		{ capabilities: { tools: {}, resources: {}, prompts: {} }, instructions },
	);
	server.setRequestHandler('tools/list', () => ({
		tools: assistantTools.map(({ name, title, description, schema }) => ({
			name,
			title,
			description,
			inputSchema: structuredClone(schema) as unknown as Tool['inputSchema'],
			annotations: { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false },
		})),
	}));
	server.setRequestHandler('tools/call', async ({ params }, context) =>
		answered(served, params.name, inputOf(params.arguments), context.mcpReq.signal),
	);
	server.setRequestHandler('resources/list', async () => ({
		resources: resourcesOf((await served.holdings()).records).map(one => ({ ...one, mimeType: json })),
	}));
	server.setRequestHandler('resources/templates/list', () => ({
		resourceTemplates: [{ uriTemplate: sourceTemplate, name: 'source', title: '来源 Source', mimeType: json }],
	}));
	server.setRequestHandler('resources/read', async ({ params: { uri } }) => {
		return { contents: [{ uri, mimeType: json, text: resourceText((await served.holdings()).records, uri) }] };
	});
	server.setRequestHandler('prompts/list', () => {
		const { name, title, description } = draftPrompt;
		return { prompts: [{ name, title, description, arguments: draftPrompt.arguments.map(one => ({ ...one })) }] };
	});
	server.setRequestHandler('prompts/get', ({ params }) => {
		const { subject, length } = params.arguments ?? {};
		const known: readonly string[] = draftPrompt.arguments.map(one => one.name);
		const isKnown = Object.keys(params.arguments ?? {}).every(one => known.includes(one));
		if (params.name !== draftPrompt.name || !isKnown || subject === undefined || subject.trim() === '')
			throw wrongParameters(
				`请用 ${draftPrompt.name}，并给出 subject（可加 length）。 Use ${draftPrompt.name} with a subject, for example 因地制宜发展新质生产力, and length at most beside it.`,
			);
		const text = draftPromptText(subject.slice(0, longestArgument), length?.slice(0, longestArgument));
		return {
			description: draftPrompt.description,
			messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }],
		};
	});
	return server;
}

const json = 'application/json';
/** So much of an argument goes into the prompt. */
const longestArgument = 200;

/** What stands at an address; the error the protocol has for it where nothing does, with what there is. */
function resourceText(records: Holdings['records'], uri: string): string {
	try {
		return JSON.stringify(readResource(records, uri));
	} catch (error) {
		if (error instanceof ToolInputError) throw new ResourceNotFoundError(uri, error.message);
		throw error;
	}
}

/** The error the protocol has for a tool, a prompt or an argument that does not exist. */
function wrongParameters(message: string): ProtocolError {
	return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}

/** The answer of a tool; a wrong input is an answer, too, which says what to do: models read answers, not errors. */
async function answered(served: Served, name: string, input: unknown, signal: AbortSignal) {
	const tool = toolNamed(name);
	if (!tool)
		throw wrongParameters(
			`没有 ${shown(name)} 这个工具。 There is no tool ${shown(name)}; use ${assistantTools.map(one => one.name).join(', ')}.`,
		);
	try {
		const answer = await tool.run(input, await served.holdings(), signal);
		return present({ content: [textOf(JSON.stringify(answer))], structuredContent: { ...answer } });
	} catch (error) {
		if (error instanceof ToolInputError) return { content: [textOf(error.message)], isError: true };
		served.failed(error);
		// What the person named cannot be used, whatever the input.
		if (error instanceof UsageError)
			return {
				content: [
					textOf(
						`${error.message} – 请告诉用户，改正后重启服务。 Ask the person to mend this and to restart the server.`,
					),
				],
				isError: true,
			};
		return {
			content: [textOf('内部错误，请把输入缩短后再试一次。 Internal error: try once more with a shorter input.')],
			isError: true,
		};
	}
}

function textOf(text: string) {
	return { type: 'text' as const, text };
}
