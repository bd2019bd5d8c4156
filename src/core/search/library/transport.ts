// How a group's library is reached: requests of the engine's protocol and what comes of them.

import type { Cancelled } from '../passageSearch';

/** A request to the engine; the address of the server stands before the path. */
export interface EngineRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** From `/` on, with what follows a question mark. */
	readonly path: string;
	/** Sent as JSON. */
	readonly body?: unknown;
	/** Sent as one JSON value a line, instead of `body`. */
	readonly lines?: readonly unknown[];
	/** Milliseconds that the answer may take. */
	readonly patience: number;
}

/** What the engine said; `body` is read as JSON, or is text where it is none. */
export interface EngineAnswer {
	readonly status: number;
	readonly body: unknown;
}

/** Sends a request. Throws an {@link EngineError} where no answer came. */
export type Send = (request: EngineRequest, signal?: Cancelled) => Promise<EngineAnswer>;

/**
 * Why the engine could not be asked. `slow`: no answer in time; `unreachable`: no connection; `authority`: its
 * certificate is from an authority that is not trusted here; `certificate`: its certificate is too old, or another's;
 * `part`: some of its machines are away; `failed`: all else; the others are what it says itself.
 */
export type EngineFault = Refusal | 'slow' | 'unreachable' | 'authority' | 'certificate' | 'part' | 'failed';

/**
 * Why the engine does not do what it is asked. `denied`: it does not know this name and password; `forbidden`: it knows
 * them, and they may not; `absent`: no such index; `foreign`: what answers there is no such engine; `version`: the
 * index is of an older version, or not ours; `newer`: it is of a newer one; `migrating`: it is just being brought to
 * one, and not written to; `full`: its disk is, and so nothing is written; `locked`: somebody closed it for writing;
 * `busy`: it has too much to do.
 */
type Refusal =
	'denied' | 'forbidden' | 'absent' | 'foreign' | 'version' | 'newer' | 'migrating' | 'full' | 'locked' | 'busy';

export class EngineError extends Error {
	constructor(
		readonly fault: EngineFault,
		/** In the engine's own words, for the log. */
		readonly reason: string,
	) {
		super(`${fault}: ${reason}`);
	}
}

const faults: Readonly<Record<number, EngineFault>> = {
	401: 'denied',
	403: 'forbidden',
	404: 'absent',
	408: 'slow',
	413: 'busy',
	429: 'busy',
	503: 'busy',
	504: 'slow',
};

/** What a status that is no success means. */
export function faultOf(status: number): EngineFault {
	return faults[status] ?? 'failed';
}

/** Blocks of the engine, by the number in what it says of them: who set them, and so what is to be done. */
const blocks: readonly (readonly [EngineFault, RegExp])[] = [
	['migrating', /\/8\/index write/],
	['full', /\/12\/|\/13\/|\/10\/cluster create-index blocked/],
	['locked', /\/5\/|\/6\//],
];

/** What a block means that the engine speaks of; nothing where it speaks of none. */
export function blockOf(reason: string): EngineFault | undefined {
	if (!/_block_exception/.test(reason)) return undefined;
	return blocks.find(([, pattern]) => pattern.test(reason))?.[0];
}

/** The error that an answer means; nothing where it is an answer. */
export function errorOf({ status, body }: EngineAnswer): EngineError | undefined {
	if (status < 300) return undefined;
	const reason = reasonOf(body);
	// Where there is no index the engine says so as JSON; a page is another server's.
	const isForeign = status === 404 && typeof body === 'string';
	return new EngineError(blockOf(reason) ?? (isForeign ? 'foreign' : faultOf(status)), `${status} ${reason}`);
}

function reasonOf(body: unknown): string {
	if (typeof body === 'string') return shortened(body);
	const { error = body } = body as { readonly error?: unknown };
	return errorWords(error);
}

/** What the engine says of an error, in its words: its kind and its reason, where it has them. */
export function errorWords(error: unknown): string {
	const { type, reason } = Object(error) as { readonly type?: unknown; readonly reason?: unknown };
	if (typeof type === 'string' && typeof reason === 'string') return shortened(`${type}: ${reason}`);
	return shortened(JSON.stringify(error));
}

/** Both ends of long words: what they are about, and what is wrong with it. */
function shortened(words: string): string {
	return words.length <= 300 ? words : `${words.slice(0, 180)} … ${words.slice(-100)}`;
}

/** The body of an answer. Throws an {@link EngineError} where the engine refused. */
export async function ask<T>(send: Send, request: EngineRequest, signal?: Cancelled): Promise<T> {
	const answer = await send(request, signal);
	const error = errorOf(answer);
	if (error) throw error;
	return answer.body as T;
}
