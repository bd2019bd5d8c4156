// Flags as a command asks for them, with one clear line where they are wrong.

import { parseArgs } from 'node:util';
import { commonOptions, type Args, type Options } from './command';
import { UsageError } from './io';

/** Parses what follows a command's name; unknown flags and missing values are usage errors. */
export function parse(argv: readonly string[], options: Options): Args {
	try {
		const { values, positionals } = parseArgs({
			args: [...argv],
			options: { ...commonOptions, ...options },
			allowPositionals: true,
			strict: true,
		});
		return { values: values as Args['values'], positionals };
	} catch (error) {
		throw new UsageError(`参数有误 bad arguments: ${(error as Error).message.split('\n')[0]!}`);
	}
}

export function flag(args: Args, name: string): boolean {
	return args.values[name] === true;
}

/** A text flag; the last one counts when it is given more than once. */
export function text(args: Args, name: string): string | undefined {
	const value = args.values[name];
	const last = Array.isArray(value) ? value.at(-1) : value;
	return typeof last === 'string' ? last : undefined;
}

/** Every value of a flag that may be repeated. */
export function texts(args: Args, name: string): readonly string[] {
	const value = args.values[name];
	const given = Array.isArray(value) ? value : [value];
	return given.filter(one => typeof one === 'string');
}

/** A whole number from `least` on. */
export function count(args: Args, name: string, fallback: number, least = 1): number {
	const value = text(args, name);
	if (value === undefined) return fallback;
	const number = Number(value);
	if (!Number.isInteger(number) || number < least)
		throw new UsageError(`--${name} 应为不小于 ${least} 的整数 must be a whole number from ${least}: ${value}`);
	return number;
}

/** One of the allowed words. */
export function choice<T extends string>(args: Args, name: string, allowed: readonly T[]): T | undefined {
	const value = text(args, name);
	if (value === undefined) return undefined;
	const found = allowed.find(one => one === value);
	if (found === undefined) throw new UsageError(`--${name} 只能是 must be one of: ${allowed.join(', ')} (${value})`);
	return found;
}

/** At most `most` arguments beside the flags. */
export function atMost(args: Args, most: number): void {
	if (args.positionals.length > most)
		throw new UsageError(`多余的参数 unexpected argument: ${args.positionals[most]!}`);
}
