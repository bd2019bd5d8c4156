// Watches, inside the extension host, whether code of one folder opens a connection.
// Must not stop anybody: VS Code and its own extensions live in the same process.
import * as dgram from 'node:dgram';
import * as dns from 'node:dns';
import * as net from 'node:net';
import * as childProcess from 'node:child_process';

type Call = (this: unknown, ...args: unknown[]) => unknown;

/** From now on every attempt is remembered when `folder` stands in its stack; the answer lists them (what, and from where). */
export function watchConnections(folder: string): () => string[] {
	const seen: string[] = [];
	const depth = Error.stackTraceLimit;
	const watch = (owner: object, name: string) => {
		const original = Reflect.get(owner, name) as Call | undefined;
		if (typeof original !== 'function') return;
		Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
			Error.stackTraceLimit = 100;
			const stack = new Error().stack ?? '';
			Error.stackTraceLimit = depth;
			if (stack.includes(folder)) seen.push(`${name}\n${stack}`);
			return original.apply(this, args);
		});
	};
	watch(net.Socket.prototype, 'connect');
	watch(dgram.Socket.prototype, 'send');
	watch(dgram.Socket.prototype, 'bind');
	watch(dns, 'lookup');
	for (const name of ['spawn', 'exec', 'execFile', 'fork']) watch(childProcess, name);
	for (const name of ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource']) watch(globalThis, name);
	return () => [...seen];
}
