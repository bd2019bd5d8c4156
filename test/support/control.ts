// The loopback line between the driver and the companion extension in a window: questions out, answers back.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Question {
	readonly id: number;
	readonly method: string;
	readonly params: unknown;
}
/** What may be asked twice, because it only reads. */
const reading = new Set(['state', 'problems', 'documents', 'extension', 'providers', 'ready']);
interface Waiting {
	readonly question: Question;
	readonly done: (result: unknown) => void;
	readonly fail: (error: Error) => void;
}

/** One window's end of the line. */
class Line {
	private readonly queue: Question[] = [];
	private readonly open = new Map<number, Waiting>();
	private hand: ((question: Question | undefined) => void) | undefined;
	private count = 0;
	private companion: string | undefined;
	private readonly gone = new Set<string>();
	closed = false;

	/** Asks the companion; rejects with its error, or when it gives no answer in `timeout` milliseconds. */
	ask(method: string, params: unknown, timeout: number): Promise<unknown> {
		const question = { id: ++this.count, method, params };
		return new Promise((done, fail) => {
			const timer = setTimeout(() => {
				this.open.delete(question.id);
				fail(new Error(`The window gave no answer to “${method}” in ${timeout} ms`));
			}, timeout);
			this.open.set(question.id, {
				question,
				done: r => {
					clearTimeout(timer);
					done(r);
				},
				fail: e => {
					clearTimeout(timer);
					fail(e);
				},
			});
			if (this.hand) {
				const hand = this.hand;
				this.hand = undefined;
				hand(question);
			} else this.queue.push(question);
		});
	}

	/**
	 * The next question, or undefined after a while without one (the companion then asks again).
	 * @param companion who asks: a window that was reloaded has another one, which is asked what the one before took with it
	 */
	next(companion: string): Promise<Question | undefined> {
		if (companion !== this.companion) this.succeed(companion);
		const first = this.queue.shift();
		if (first) return Promise.resolve(first);
		return new Promise(done => {
			const hand = (question: Question | undefined) => {
				clearTimeout(timer);
				done(question);
			};
			// A window that was reloaded asks anew while its old question still runs out: only the latest hand takes.
			const timer = setTimeout(() => {
				if (this.hand === hand) this.hand = undefined;
				done(undefined);
			}, 20_000);
			this.hand = hand;
		});
	}

	private succeed(companion: string): void {
		if (this.companion !== undefined) {
			this.gone.add(this.companion);
			for (const { question } of this.open.values())
				if (reading.has(question.method) && !this.queue.includes(question)) this.queue.push(question);
		}
		this.companion = companion;
	}

	/** Whether there is nothing more for this companion. */
	over(companion: string): boolean {
		return this.closed || this.gone.has(companion);
	}

	answer({ id, result, error }: { id: number; result?: unknown; error?: string }): void {
		const waiting = this.open.get(id);
		this.open.delete(id);
		if (error === undefined) waiting?.done(result);
		else waiting?.fail(new Error(error));
	}

	close(): void {
		this.closed = true;
		this.hand?.(undefined);
		for (const waiting of this.open.values()) waiting.fail(new Error('The window was closed'));
		this.open.clear();
	}
}

async function body(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

/** The file beside the companion that holds the port of a window's folder; the companion names it likewise. */
const portFile = (folder: string) => `port-${encodeURIComponent(folder)}`;

/** Writes the companion extension into `folder`, which is to be a folder of installed extensions. */
export function writeCompanion(folder: string): void {
	mkdirSync(folder, { recursive: true });
	cpSync(join(import.meta.dirname, 'companion/extension.cjs'), join(folder, 'extension.cjs'));
	writeFileSync(
		join(folder, 'package.json'),
		JSON.stringify({
			name: 'companion',
			publisher: 'policy-writing-test',
			version: '0.0.0',
			engines: { vscode: '^1.100.0' },
			main: './extension.cjs',
			activationEvents: ['*'],
			capabilities: { untrustedWorkspaces: { supported: true } },
		}),
	);
}

/** The lines of all windows. */
export class Control {
	private readonly lines = new Map<string, Line>();
	private constructor(
		private readonly port: number,
		private readonly companions: readonly string[],
		private readonly stop: () => void,
	) {}

	/** Opens a loopback port for the companions in these folders. */
	static async start(companions: readonly string[]): Promise<Control> {
		const server = createServer((request, response) => {
			void control.serve(request, response).catch(() => response.destroy());
		});
		await new Promise<void>((done, fail) => {
			server.on('error', fail);
			server.listen(0, '127.0.0.1', done);
		});
		const address = server.address();
		const port = address && typeof address === 'object' ? address.port : 0;
		const control = new Control(port, companions, () => {
			server.close();
			server.closeAllConnections();
		});
		server.unref();
		return control;
	}

	/**
	 * The line of a window that is opened afterwards. Its companion is told which port it leads to: several processes may run tests at a
	 * time, each with its own.
	 * @param folder path of the window's workspace folder, as the workbench names it
	 */
	open(folder: string): Line {
		for (const companion of this.companions) writeFileSync(join(companion, portFile(folder)), String(this.port));
		return this.line(folder);
	}

	private line(folder: string): Line {
		let line = this.lines.get(folder);
		if (!line) this.lines.set(folder, (line = new Line()));
		return line;
	}

	close(): void {
		for (const line of this.lines.values()) line.close();
		this.stop();
	}

	private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', 'http://127.0.0.1');
		const line = this.line(url.searchParams.get('window') ?? '');
		const text = await body(request);
		if (url.pathname === '/answer') {
			line.answer(JSON.parse(text) as { id: number; result?: unknown; error?: string });
			response.writeHead(204).end();
			return;
		}
		const companion = url.searchParams.get('companion') ?? '';
		const question = line.over(companion) ? undefined : await line.next(companion);
		if (question) response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(question));
		else response.writeHead(line.over(companion) ? 410 : 204).end();
	}
}
