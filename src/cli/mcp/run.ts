// The MCP server as a program: its flags, its connection over stdio, and its end.
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { atMost, parse, text, texts } from '../args';
import { UsageError, type Io } from '../io';
import { isLibrary } from '../library';
import { surroundings, withFiles } from '../namedFiles';
import { isFolder } from '../packFolder';
import { holdingsOf, type Named } from './holdings';
import { messageLines } from './lines';
import { readable } from './messages';
import { mcpServer } from './server';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const usage = `policy-writing-mcp [--corpus 文件夹或文献库 folder or library]… [--index 文件夹 folder]
  MCP 服务，经标准输入输出，不联网 | an MCP server over stdio, which opens no connection
  --corpus   自己的语料包或文献库，可重复；其中的文献会交给助手 | your own packs and libraries, repeatable; their documents may be handed to the assistant
  --records  同上，但只用其中的记录，不用文献 | the same, but only their records, no documents
  --index    文献索引放在哪里，下次不必重建 | where the index of documents is kept for the next time`;

/** Serves until the client goes; 2 where the call is wrong, said in one line on stderr. */
export async function runMcp(argv: readonly string[], io: Io, version: string): Promise<number> {
	try {
		const args = parse(argv, { records: { type: 'string', multiple: true }, index: { type: 'string' } });
		if (args.values.help === true) {
			io.err(usage);
			return 0;
		}
		// A folder without its flag would be passed over in silence.
		atMost(args, 0);
		const files = withFiles(args, '', surroundings(io.cwd));
		const named = { corpus: texts(files, 'corpus'), records: texts(files, 'records'), index: text(files, 'index') };
		await check(io, named);
		serve(io, named, version);
		return 0;
	} catch (error) {
		io.err(error instanceof UsageError ? error.message : `内部错误 internal error: ${String(error)}`);
		return 2;
	}
}

/** UsageError where a path leads nowhere: better now than with the first question. */
async function check(io: Io, { corpus, records, index }: Named): Promise<void> {
	if (corpus.length > 0 && records.length > 0)
		throw new UsageError('--records 与 --corpus 不能同用 --records goes without --corpus');
	for (const path of [...corpus, ...records])
		if (!(await isFolder(resolve(io.cwd, path))) && !(await isLibrary(io, path)))
			throw new UsageError(`没有这个文件夹或文献库 no such folder or library: ${path}`);
	if (index !== undefined && existsSync(resolve(io.cwd, index)) && !(await isFolder(resolve(io.cwd, index))))
		throw new UsageError(`索引要放在文件夹里 the index needs a folder: ${index}`);
}

function serve(io: Io, named: Named, version: string): void {
	let loading: ReturnType<typeof holdingsOf> | undefined;
	// A failure is not kept: the next question tries again.
	const loaded = () =>
		(loading ??= holdingsOf(io, named).catch((error: unknown) => {
			loading = undefined;
			throw error;
		}));
	const failed = (error: unknown) => {
		io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
	};
	const lines = messageLines(process.stdin, answer => void process.stdout.write(`${JSON.stringify(answer)}\n`));
	const transport = new StdioServerTransport(lines);
	const connection = serveStdio(() => mcpServer({ version, failed, holdings: async () => (await loaded()).holdings }), {
		onerror: error => failed(error.message),
		transport,
	});
	const take = transport.onmessage;
	transport.onmessage = message => take?.(readable(message));
	process.stdin.once('close', () => {
		void connection
			.close()
			.then(async () => (await loading)?.close())
			.catch(failed)
			.finally(() => process.exit(0));
	});
}
