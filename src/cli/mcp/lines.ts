// The lines a client sends, before the protocol reads them: what is no message at all is answered here, since the
// library passes over it without a word, and whoever sent it would wait for ever.
import { Transform, type Readable } from 'node:stream';

/** JSON-RPC: what was sent is no JSON; it is JSON, but no message. */
const parseError = -32700;
const invalidRequest = -32600;

/** Longer lines are left to the transport, which has a limit of its own. UTF-8 bytes. */
const longestLine = 8 * 1024 * 1024;
const newline = 0x0a;

/** The answer to something of which no id is known. */
interface Refusal {
	readonly jsonrpc: '2.0';
	readonly id: null;
	readonly error: { readonly code: number; readonly message: string };
}

/** The lines of a stream that are messages; each of the others is answered by `refuse`. */
export function messageLines(input: Readable, refuse: (answer: Refusal) => void): Readable {
	let parts: Buffer[] = [];
	let size = 0;
	const lines = new Transform({
		transform(chunk: Buffer, _, done) {
			let from = 0;
			for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
				const line = Buffer.concat([...parts, chunk.subarray(from, at + 1)]);
				[parts, size, from] = [[], 0, at + 1];
				const refusal = line.length > longestLine ? undefined : refusalOf(line.toString('utf8').trim());
				if (refusal) refuse(refusal);
				else this.push(line);
			}
			parts.push(chunk.subarray(from));
			size += chunk.length - from;
			if (size > longestLine) {
				for (const part of parts) this.push(part);
				[parts, size] = [[], longestLine];
			}
			done();
		},
	});
	return input.pipe(lines);
}

/** What is to be answered to a line that is no message; nothing to one that is, or is empty. */
function refusalOf(line: string): Refusal | undefined {
	if (line === '') return undefined;
	let message: unknown;
	try {
		message = JSON.parse(line);
	} catch {
		return refusal(
			parseError,
			'这一行不是 JSON：每行一条 JSON-RPC 消息。 Parse error: send one JSON-RPC message a line.',
		);
	}
	const isMessage = typeof message === 'object' && message !== null && 'jsonrpc' in message;
	return isMessage
		? undefined
		: refusal(
				invalidRequest,
				'不是 JSON-RPC 消息，须有 jsonrpc、method。 Invalid request: jsonrpc and method are missing.',
			);
}

function refusal(code: number, message: string): Refusal {
	return { jsonrpc: '2.0', id: null, error: { code, message } };
}
