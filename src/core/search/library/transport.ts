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
 * `denied`: this name and password may not; `absent`: no such index; `version`: the index is of an older version, or
 * not ours; `newer`: it is of a newer one; `migrating`: it is just being brought to one, and not written to;
 * `busy`: it has too much to do; `part`: some of its machines are away; `failed`: all else.
 */
export type EngineFault = Refusal | 'slow' | 'unreachable' | 'authority' | 'certificate' | 'part' | 'failed';

type Refusal = 'denied' | 'absent' | 'version' | 'newer' | 'migrating' | 'busy';

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
	403: 'denied',
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

/** The error that an answer means; nothing where it is an answer. */
export function errorOf({ status, body }: EngineAnswer): EngineError | undefined {
	if (status < 300) return undefined;
	return new EngineError(faultOf(status), `${status} ${reasonOf(body)}`);
}

function reasonOf(body: unknown): string {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return text.slice(0, 300);
}

/** The body of an answer. Throws an {@link EngineError} where the engine refused. */
export async function ask<T>(send: Send, request: EngineRequest, signal?: Cancelled): Promise<T> {
	const answer = await send(request, signal);
	const error = errorOf(answer);
	if (error) throw error;
	return answer.body as T;
}
