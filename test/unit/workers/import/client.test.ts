import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ImportClient } from '../../../../src/workers/import/client';
import type { Answered, Asked, ImportPort, ImportRequest } from '../../../../src/workers/import/protocol';

const read = (name: string): ImportRequest & { type: 'read' } => ({ type: 'read', file: { name } });

/** A thread that answers as it is told to, and what became of it. */
function thread(answer: (asked: Asked, heard: (message: Answered) => void, ended: (why: string) => void) => void) {
	const made = { ended: false, asked: [] as string[] };
	const port = (): ImportPort => {
		let heard: (message: Answered) => void = () => undefined;
		let ended: (why: string) => void = () => undefined;
		return {
			paths: true,
			post: asked => {
				made.asked.push(asked.request.type === 'read' ? asked.request.file.name : asked.request.type);
				queueMicrotask(() => answer(asked, heard, ended));
			},
			listen: (one, other) => {
				[heard, ended] = [one, other];
			},
			end: () => {
				made.ended = true;
			},
		};
	};
	return { made, port };
}
const nothing = { documents: [], problems: [] };

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe('a thread', () => {
	test('is started when it is first asked, told of the pack, and asked again without either', async () => {
		const { made, port } = thread(({ id }, heard) => heard({ id, value: nothing }));
		const start = vi.fn(() => Promise.resolve(port()));
		const client = new ImportClient(start, async ask => {
			await ask(
				{ type: 'pack', documents: [], sources: [], extensions: [], cited: [], taken: [], files: [], done: true },
				1000,
			);
		});
		expect(start).not.toHaveBeenCalled();
		expect(await client.ask(read('a'), 1000)).toEqual({ value: nothing });
		await client.ask(read('b'), 1000);
		expect(made.asked).toEqual(['pack', 'a', 'b']);
		expect(start).toHaveBeenCalledTimes(1);
	});

	test('that hangs is ended when its time is up; the next file gets another, which is told of the pack again', async () => {
		const hanging = thread(({ id, request }, heard) => {
			if (request.type === 'pack') heard({ id, value: null });
		});
		const working = thread(({ id }, heard) => heard({ id, value: nothing }));
		const ports = [hanging.port(), working.port()];
		const client = new ImportClient(
			() => Promise.resolve(ports.shift()!),
			async ask => {
				await ask(
					{ type: 'pack', documents: [], sources: [], extensions: [], cited: [], taken: [], files: [], done: true },
					1000,
				);
			},
		);
		const reply = client.ask(read('hangs'), 1000);
		await vi.advanceTimersByTimeAsync(999);
		expect(hanging.made.ended).toBe(false);
		await vi.advanceTimersByTimeAsync(1);
		expect(await reply).toMatchObject({ none: 'time' });
		expect(hanging.made.ended).toBe(true);
		expect(await client.ask(read('next'), 1000)).toEqual({ value: nothing });
		expect(working.made.asked).toEqual(['pack', 'next']);
	});

	test('that is stopped by the person is ended at once', async () => {
		const { made, port } = thread(() => undefined);
		const listeners: (() => void)[] = [];
		const client = new ImportClient(
			() => Promise.resolve(port()),
			() => Promise.resolve(),
		);
		const reply = client.ask(read('a'), 1000, {
			isCancellationRequested: false,
			onCancellationRequested: listener => {
				listeners.push(listener);
				return { dispose: () => undefined };
			},
		});
		await vi.advanceTimersByTimeAsync(10);
		listeners.forEach(listener => listener());
		expect(await reply).toMatchObject({ none: 'stopped' });
		expect(made.ended).toBe(true);
	});

	test('is not started for a person who has stopped already', async () => {
		const start = vi.fn();
		const client = new ImportClient(start, () => Promise.resolve());
		expect(
			await client.ask(read('a'), 1000, {
				isCancellationRequested: true,
				onCancellationRequested: () => ({ dispose: () => undefined }),
			}),
		).toMatchObject({ none: 'stopped' });
		expect(start).not.toHaveBeenCalled();
	});

	test('that dies, answers with an error or cannot be started is a failure of that file alone', async () => {
		const dies = thread((_, __, ended) => ended('out of memory'));
		const errs = thread(({ id }, heard) => heard({ id, error: 'bad' }));
		const starts = [
			() => Promise.resolve(dies.port()),
			() => Promise.reject(new Error('no worker')),
			() => Promise.resolve(errs.port()),
		];
		const client = new ImportClient(
			() => starts.shift()!(),
			() => Promise.resolve(),
		);
		expect(await client.ask(read('a'), 1000)).toEqual({ none: 'failed', why: 'out of memory' });
		expect(await client.ask(read('b'), 1000)).toMatchObject({ none: 'failed' });
		expect(await client.ask(read('c'), 1000)).toEqual({ none: 'failed', why: 'bad' });
		expect(errs.made.ended).toBe(false);
		client.end();
		await vi.advanceTimersByTimeAsync(0);
		expect(errs.made.ended).toBe(true);
	});
});
