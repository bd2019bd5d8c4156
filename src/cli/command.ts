// What a command is: its name, its options, and how it runs.

import type { ParseArgsConfig } from 'node:util';
import type { Io } from './io';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** Arguments after parsing: flags by name, and the rest in order. */
export interface Args {
	readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
	readonly positionals: readonly string[];
}

/** One command. `run` answers the exit code: 0 fine, 1 findings; wrong calls throw UsageError. */
export interface Command {
	/** As typed: `corpus check`. */
	readonly name: string;
	/** What follows the name: `[folder] [--texts folder]`. */
	readonly usage: string;
	/** One line, Chinese and English. */
	readonly summary: string;
	/** What `--help` says beyond that, line by line. */
	readonly details?: readonly string[];
	readonly options: Options;
	run(args: Args, io: Io): Promise<number>;
}

/** Options every command understands. */
export const commonOptions: Options = {
	json: { type: 'boolean' },
	corpus: { type: 'string', multiple: true },
	help: { type: 'boolean', short: 'h' },
};
