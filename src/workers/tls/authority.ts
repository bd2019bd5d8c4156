// Requests to a server whose certificate comes from an authority of a group's own: the platform's `fetch` takes none.
// In Node only; a browser has its own store of certificates.

import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Agent, request as open, type RequestOptions } from 'node:https';

/** A request, as `fetch` takes it. */
export interface AuthorityRequest {
	readonly method: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
	readonly signal: AbortSignal;
}

/** What came of it, as of `fetch`. */
export interface AuthorityAnswer {
	readonly status: number;
	readonly ok: boolean;
	text(): Promise<string>;
}

export type AuthorityFetch = (url: string, request: AuthorityRequest) => Promise<AuthorityAnswer>;

/** Milliseconds after which a connection that nobody uses is closed. */
const idle = 30_000;

/**
 * What sends requests to servers whose certificate is from the authority in a file (PEM, also several, or DER), and to
 * no others; nothing where the file cannot be read or holds none.
 */
export async function fetchWithAuthority(path: string): Promise<AuthorityFetch | undefined> {
	const bytes = await readFile(path).catch(() => undefined);
	const ca = bytes && certificatesIn(bytes);
	if (!ca) return undefined;
	const agent = new Agent({ ca, keepAlive: true, timeout: idle });
	return (url, request) => send(url, { ...request, agent });
}

/** The certificates of a file as PEM; nothing where there are none, or one is broken. */
function certificatesIn(bytes: Buffer): string[] | undefined {
	const blocks = bytes.toString('latin1').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
	try {
		return (blocks ?? [bytes]).map(block => new X509Certificate(block).toString());
	} catch {
		return undefined;
	}
}

function send(url: string, { body, ...options }: RequestOptions & { body?: string }): Promise<AuthorityAnswer> {
	return new Promise((resolve, reject) => {
		const request = open(url, options, answer => {
			const status = answer.statusCode ?? 0;
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => void parts.push(part));
			answer.on('error', reject);
			answer.on('end', () => {
				// As with `fetch` here, nothing is followed to another address.
				if (status >= 300 && status < 400) return reject(new Error(`redirected (${status})`));
				const text = Buffer.concat(parts).toString('utf8');
				resolve({ status, ok: status >= 200 && status < 300, text: () => Promise.resolve(text) });
			});
		});
		request.on('error', reject);
		request.end(body);
	});
}
