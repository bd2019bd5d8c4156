// A stand-in for the engine on the loopback: it gives the answers that a real node gave to the same requests, or asks the node and keeps them.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Requests, as method, path and body, and the answers to each in the order in which they were given. */
export type Recording = Record<string, { readonly status: number; readonly body: unknown }[]>;

export interface StandIn {
	readonly address: string;
	/** Requests that it has no answer to. */
	readonly unknown: readonly string[];
	/** Every request, as it came. */
	readonly asked: readonly {
		readonly method: string;
		readonly path: string;
		readonly headers: IncomingMessage['headers'];
	}[];
	close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString();
}

/** What differs between two runs and tells nothing. */
function steady(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(steady);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => !['took', '_seq_no', '_primary_term', '_version', 'forced_refresh'].includes(key))
			.map(([key, inner]) => [key, steady(inner)]),
	);
}

function listening(server: Server): Promise<string> {
	return new Promise(resolve => {
		server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
	});
}

/** Answers from a recording; with `upstream` asks that node and adds to the recording. */
export async function standIn(recording: Recording, upstream?: string): Promise<StandIn> {
	const unknown: string[] = [];
	const asked: { method: string; path: string; headers: IncomingMessage['headers'] }[] = [];
	const given = new Map<string, number>();
	const answered = async (request: IncomingMessage) => {
		const [method = '', path = ''] = [request.method, request.url];
		asked.push({ method, path, headers: request.headers });
		const body = await bodyOf(request);
		const key = `${method} ${path} ${body}`;
		if (upstream !== undefined) {
			const type = request.headers['content-type'];
			const answer = await fetch(upstream + path, {
				method,
				...(body && { body }),
				headers: { ...(type && { 'content-type': type }) },
			});
			(recording[key] ??= []).push({ status: answer.status, body: steady(await answer.json()) });
			return recording[key].at(-1);
		}
		const nth = given.get(key) ?? 0;
		given.set(key, nth + 1);
		const answers = recording[key];
		if (!answers) unknown.push(key);
		return answers?.[Math.min(nth, answers.length - 1)];
	};
	const server = createServer((request, response) => {
		void answered(request).then(answer => {
			response.writeHead(answer?.status ?? 500, { 'content-type': 'application/json' });
			response.end(JSON.stringify(answer?.body ?? { error: 'not recorded' }));
		});
	});
	const address = await listening(server);
	return {
		address,
		unknown,
		asked,
		close: () =>
			new Promise(resolve => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}
