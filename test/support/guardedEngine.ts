// Stands before a node that has neither users nor TLS, as a security plugin or a proxy does in a real office: a certificate from an authority
// of the group's own, names with passwords, and who may only read.
import { createServer, type Server } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serverIdentity } from './authority';

export interface GuardedEngine {
	readonly address: string;
	close(): Promise<void>;
}

/** What a reader may ask, as docs/group-library.md has it. */
const readers = /^(?:GET \/[^/]+\/_mapping|POST \/[^/]+\/_m?search)$/;

const refusal = (status: number, reason: string) => {
	const error = { type: 'security_exception', reason };
	return JSON.stringify({ error: { root_cause: [error], ...error }, status });
};

async function bodyOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString();
}

/**
 * Guards the node at an address: `users` by their name and password (`name:password`), or their token with its kind (`ApiKey abc`), and
 * whether they may write.
 */
export async function guardedEngine(
	upstream: string,
	users: Readonly<Record<string, boolean>>,
): Promise<GuardedEngine> {
	const answered = async (request: IncomingMessage): Promise<{ status: number; text: string }> => {
		const [method = 'GET', path = '/'] = [request.method, request.url];
		const body = await bodyOf(request);
		const { authorization = '', 'content-type': type } = request.headers;
		const [kind = '', given = ''] = authorization.split(' ');
		const user = kind === 'Basic' ? Buffer.from(given, 'base64').toString() : authorization;
		const mayWrite = users[user];
		if (mayWrite === undefined) return { status: 401, text: 'Unauthorized' };
		if (!mayWrite && !readers.test(`${method} ${path}`))
			return {
				status: 403,
				text: refusal(403, `no permissions for [${path}] and User [name=${user.split(':')[0] ?? ''}]`),
			};
		const answer = await fetch(upstream + path, {
			method,
			...(body && { body }),
			headers: { ...(type && { 'content-type': type }) },
		});
		return { status: answer.status, text: await answer.text() };
	};
	const server: Server = createServer(serverIdentity, (request, response) => {
		void answered(request).then(({ status, text }) => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(text);
		});
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
	return {
		address: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise(resolve => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}
