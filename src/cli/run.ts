// A command line → the command it names and its exit code; help and errors in one place.

import { flag, parse } from './args';
import type { Command } from './command';
import { groups } from './commands';
import { UsageError, type Io } from './io';
import { surroundings, withFiles } from './namedFiles';
import { printable } from './printable';

/**
 * Runs one command line (without node and script). 0 fine, 1 findings, 2 wrong call or unreadable input, said in one
 * line on stderr.
 */
export async function run(argv: readonly string[], machine: Io): Promise<number> {
	const io: Io = {
		...machine,
		out: line => machine.out(printable(line)),
		err: line => machine.err(printable(line)),
	};
	try {
		const first = argv[0];
		if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
			await help(io);
			return first === undefined ? 2 : 0;
		}
		const command = await find(argv);
		const args = parse(argv.slice(command.name.split(' ').length), command.options);
		if (flag(args, 'help')) {
			io.out(
				[`policy-writing ${command.name} ${command.usage}`, command.summary, ...(command.details ?? [])].join('\n  '),
			);
			return 0;
		}
		return await command.run(withFiles(args, command.name, surroundings(io.cwd)), io);
	} catch (error) {
		if (error instanceof UsageError) io.err(error.message);
		else io.err(`内部错误 internal error: ${error instanceof Error ? error.message.split('\n')[0]! : String(error)}`);
		return 2;
	}
}

async function find(argv: readonly string[]): Promise<Command> {
	const group = Object.hasOwn(groups, argv[0]!) ? groups[argv[0]!] : undefined;
	const commands = group ? await group() : [];
	const named = commands
		.filter(command => command.name.split(' ').every((word, i) => argv[i] === word))
		.sort((a, b) => b.name.length - a.name.length)[0];
	if (named) return named;
	if (commands.length > 0)
		throw new UsageError(`请指明 say which: ${commands.map(command => command.name).join(' | ')}`);
	throw new UsageError(`没有这个命令 no such command: ${argv[0]!} (${Object.keys(groups).join(', ')})`);
}

async function help(io: Io): Promise<void> {
	io.out('policy-writing <命令 command> [--json] [--corpus 文件夹或文献库 folder or library]…');
	for (const group of Object.values(groups)) {
		for (const command of await group()) io.out(`  ${command.name} ${command.usage}\n      ${command.summary}`);
	}
}
