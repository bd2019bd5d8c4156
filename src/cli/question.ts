// Commands that put one question to the service: once by flags, or many times by `--batch`, one JSON request and
// answer a line.

import { createPolicyService, type PolicyService } from '../core/service';
import { flag, text, texts } from './args';
import type { Args, Command, Options } from './command';
import { Documents } from './documents';
import { connectGroup } from './group/connect';
import { readText, UsageError, type Io } from './io';
import { loadCorpus } from './packFolder';

/** A request as a batch file holds it: keys named like the flags. */
export type Fields = Readonly<Record<string, unknown>>;

/** One kind of question. */
export interface Question<A> {
	readonly name: string;
	readonly usage: string;
	readonly summary: string;
	/** Flags beside `--json`, `--corpus` and `--batch`. */
	readonly options: Options;
	/** The request that the flags and arguments make. */
	read(args: Args, io: Io): Fields | Promise<Fields>;
	/** It asks nothing of the full texts of packs but through `documents`, so that they need not be held in memory. */
	readonly withoutTexts?: boolean;
	/**
	 * The answer as `--json` prints it; a wrong request throws UsageError. `documents`: those of the packs that were
	 * named.
	 */
	answer(service: PolicyService, request: Fields, documents: Documents): A | Promise<A>;
	/** The answer for people, a line each. */
	show(answer: A): readonly string[];
}

/** A question as a command. */
export function asCommand<A>(question: Question<A>): Command {
	const { name, usage, summary, options } = question;
	return {
		name,
		usage: `${usage} | --batch file.jsonl`,
		summary,
		options: { ...options, batch: { type: 'string' } },
		async run(args, io) {
			const batch = text(args, 'batch');
			const packs = texts(args, 'corpus');
			const service = createPolicyService(await loadCorpus(io, packs, question.withoutTexts ? 'heads' : 'whole'));
			const group = options['server'] && text(args, 'server') ? await connectGroup(args, io, 'library') : undefined;
			const documents = new Documents(io, packs, options['index'] && text(args, 'index'), group);
			try {
				if (batch !== undefined)
					return await runBatch(request => question.answer(service, request, documents), await readText(io, batch), io);
				const answer = await question.answer(service, await question.read(args, io), documents);
				if (flag(args, 'json')) io.out(JSON.stringify(answer));
				else for (const line of question.show(answer)) io.out(line);
				return 0;
			} finally {
				await documents.close();
			}
		},
	};
}

/**
 * Answers line by line, in order. A line that is no request is answered with an error of its own; the others go on, the
 * exit code is 2.
 */
async function runBatch(answer: (request: Fields) => unknown, requests: string, io: Io): Promise<number> {
	let code = 0;
	for (const [at, line] of requests.split(/\r?\n/).entries()) {
		if (line.trim() === '') continue;
		try {
			io.out(JSON.stringify(await answer(parseRequest(line))));
		} catch (error) {
			if (!(error instanceof UsageError)) throw error;
			io.out(JSON.stringify({ error: error.message }));
			io.err(`第${at + 1}行 line ${at + 1}: ${error.message}`);
			code = 2;
		}
	}
	return code;
}

function parseRequest(line: string): Fields {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		throw new UsageError('不是 JSON not JSON');
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw new UsageError('应是一个 JSON 对象 should be a JSON object');
	return value as Fields;
}

/** A text of a request. */
export function textOf(request: Fields, name: string): string | undefined {
	const value = request[name];
	if (value === undefined || value === null) return undefined;
	if (typeof value === 'string') return value;
	throw new UsageError(`${name} 应是文字 should be a text`);
}

/** Texts of a request: one or a list. */
export function textsOf(request: Fields, name: string): readonly string[] {
	const value = request[name];
	if (value === undefined || value === null) return [];
	const list: unknown[] = Array.isArray(value) ? value : [value];
	if (list.every(one => typeof one === 'string')) return list;
	throw new UsageError(`${name} 应是文字或文字的列表 should be a text or a list of texts`);
}

/** A whole number of a request from `least` on; flags give it as text. */
export function countOf(request: Fields, name: string, least = 1): number | undefined {
	const value = request[name];
	if (value === undefined || value === null) return undefined;
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && Number.isInteger(number) && number >= least) return number;
	throw new UsageError(
		`${name} 应为不小于 ${least} 的整数 should be a whole number from ${least}: ${JSON.stringify(value)}`,
	);
}

/** One of the allowed words of a request. */
export function wordOf<T extends string>(request: Fields, name: string, allowed: readonly T[]): T | undefined {
	const value = textOf(request, name);
	const found = allowed.find(one => one === value);
	if (value !== undefined && found === undefined)
		throw new UsageError(`${name} 只能是 must be one of: ${allowed.join(', ')} (${value})`);
	return found;
}

/** Yes or no of a request. */
export function truthOf(request: Fields, name: string): boolean | undefined {
	const value = request[name];
	if (value === undefined || value === null || typeof value === 'boolean') return value ?? undefined;
	throw new UsageError(`${name} 应是 true 或 false should be true or false`);
}

/** The flags that were given, as a request. */
export function flagsOf(args: Args, ...names: readonly string[]): Fields {
	return Object.fromEntries(
		names.filter(name => args.values[name] !== undefined).map(name => [name, args.values[name]]),
	);
}
