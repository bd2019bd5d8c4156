// Where requests leave this machine, to the address of a group's library, if a person has set one. Nothing else in the
// program opens a connection (test/bundle/network.test.ts) but `workers/tls`, which is handed in here where the
// server's certificate is from an authority of a group's own.

import type { Cancelled } from '../../core/search/passageSearch';
import {
	EngineError,
	type EngineAnswer,
	type EngineFault,
	type EngineRequest,
	type Send,
} from '../../core/search/library/transport';

/** How one says who one is: a name and a password, or a token with its kind (`ApiKey`, `Bearer`). */
export type Credentials =
	{ readonly user: string; readonly password: string } | { readonly kind: string; readonly token: string };

/** What sends a request as `fetch` does: for servers that `fetch` itself does not trust. */
export type Fetch = (
	url: string,
	request: {
		readonly method: string;
		readonly headers: Readonly<Record<string, string>>;
		readonly body?: string;
		readonly signal: AbortSignal;
	},
) => Promise<Pick<Response, 'status' | 'ok' | 'text'>>;

/** Milliseconds between two looks whether a question is cancelled. */
const lookInterval = 25;

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address of a server as requests begin with it; nothing where it is none: `https`, or `http` on this very machine,
 * without a name or password in it.
 */
export function serverAddress(text: string): string | undefined {
	if (!URL.canParse(text)) return undefined;
	const { protocol, hostname, origin, pathname, username, password, search, hash } = new URL(text);
	const safe = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
	if (!safe || `${username}${password}${search}${hash}` !== '') return undefined;
	return origin + pathname.replace(/\/+$/, '');
}

function authorization(credentials: Credentials): string {
	if ('token' in credentials) return `${credentials.kind} ${credentials.token}`;
	const bytes = new TextEncoder().encode(`${credentials.user}:${credentials.password}`);
	return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

const platformFetch: Fetch = (url, request) =>
	fetch(url, { ...request, redirect: 'error', credentials: 'omit', cache: 'no-store' });

/** Sends requests to a server, and to no other: where it leads on to another, that is an error. */
export function sendTo(server: string, credentials?: Credentials, fetchFrom: Fetch = platformFetch): Send {
	const identity = credentials ? { authorization: authorization(credentials) } : undefined;
	return async (request, signal) => {
		const controller = new AbortController();
		const over = setTimeout(() => controller.abort('slow'), request.patience);
		const looking = signal && setInterval(() => signal.aborted && controller.abort('cancelled'), lookInterval);
		try {
			const answer = await fetchFrom(server + request.path, {
				method: request.method,
				headers: { ...identity, ...(contentOf(request) && { 'content-type': contentOf(request) ?? '' }) },
				...bodyOf(request),
				signal: controller.signal,
			});
			return await readAnswer(answer);
		} catch (error) {
			throw errorFor(error, controller.signal, signal);
		} finally {
			clearTimeout(over);
			clearInterval(looking);
		}
	};
}

function contentOf({ lines, body }: EngineRequest): string | undefined {
	if (lines) return 'application/x-ndjson';
	return body === undefined ? undefined : 'application/json';
}

function bodyOf({ lines, body }: EngineRequest): { readonly body?: string } {
	if (lines) return { body: lines.map(line => `${JSON.stringify(line)}\n`).join('') };
	return body === undefined ? {} : { body: JSON.stringify(body) };
}

async function readAnswer(answer: Awaited<ReturnType<Fetch>>): Promise<EngineAnswer> {
	const text = await answer.text();
	try {
		return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as unknown) };
	} catch {
		// What does not speak the protocol has not answered.
		if (answer.ok) throw new EngineError('foreign', `no JSON: ${text.slice(0, 100)}`);
		return { status: answer.status, body: text };
	}
}

function errorFor(error: unknown, limit: AbortSignal, signal?: Cancelled): EngineError {
	if (error instanceof EngineError) return error;
	if (signal?.aborted) return new EngineError('slow', 'cancelled');
	if (limit.aborted) return new EngineError('slow', 'no answer in time');
	// `fetch` has the reason inside, Node's own requests have it themselves.
	const { cause = error } = error as { readonly cause?: unknown };
	const { code, message } = cause as { readonly code?: string; readonly message?: string };
	const reason = code ?? message ?? String(error);
	return new EngineError(certificateFault(reason) ?? 'unreachable', reason);
}

/** What is wrong with the server's certificate, as Node, or Chromium in its stead, calls it. */
const certificateFaults: readonly (readonly [EngineFault, RegExp])[] = [
	['authority', /SELF_SIGNED_CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY)|CERT_UNTRUSTED|CERT_AUTHORITY_INVALID/],
	['certificate', /^CERT_|ALTNAME_INVALID|HOSTNAME_MISMATCH|ERR_CERT_/],
];

function certificateFault(reason: string): EngineFault | undefined {
	return certificateFaults.find(([, pattern]) => pattern.test(reason))?.[0];
}
