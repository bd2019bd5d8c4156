// The channel over real threads of Node, and over what a browser's worker looks like: whatever ends a thread is a reply.
import { Worker as NodeWorker } from 'node:worker_threads';
import { describe, expect, test, vi } from 'vitest';
import { Channel } from '../../../src/workers/channel/channel';
import type { Answered, Asked } from '../../../src/workers/channel/contract';
import { portOf } from '../../../src/workers/channel/nodePort';
import { portOf as webPortOf } from '../../../src/workers/channel/webPort';

interface Echo {
	readonly echo: { readonly request: { readonly words: string }; readonly answer: string };
}

const answering = `const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ id, request }) => {
	if (request.words === 'throw') throw new Error('boom');
	if (request.words === 'exit') process.exit(3);
	if (request.words === 'eat') for (const all = []; ;) all.push(new Array(1000).fill(0.5));
	if (request.words !== 'wait') parentPort.postMessage({ id, value: request.words });
});`;

/** A channel to a thread of its own. */
function threaded(onEnd?: () => void): Channel<Echo> {
	const worker = new NodeWorker(answering, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } });
	return new Channel<Echo>(portOf<Asked<Echo>, Answered<Echo>>(worker), onEnd);
}

describe('a thread of Node', () => {
	test('answers, and is ended without a word', async () => {
		const onEnd = vi.fn();
		const channel = threaded(onEnd);
		expect(await channel.ask({ type: 'echo', words: '甲' }).reply).toEqual({ value: '甲' });
		const waiting = channel.ask({ type: 'echo', words: 'wait' }).reply;
		channel.end('stopped', 'closed');
		expect(await waiting).toEqual({ none: 'stopped', why: 'closed' });
		expect(onEnd).toHaveBeenCalledTimes(1);
	});

	test.each([
		['throws', 'throw', /^boom$/],
		['exits', 'exit', /exit 3$/],
		['wants more memory than it may have', 'eat', /memory/],
	])('that %s: everything is answered with that', async (_, words, why) => {
		const channel = threaded();
		const waiting = channel.ask({ type: 'echo', words: 'wait' }).reply;
		for (const reply of [await channel.ask({ type: 'echo', words }).reply, await waiting]) {
			expect(reply).toMatchObject({ none: 'failed' });
			expect('none' in reply && reply.why).toMatch(why);
		}
	});
});

describe('a worker of a browser', () => {
	/** What a worker has that the port needs. */
	const faked = () => {
		const worker = { postMessage: vi.fn(), terminate: vi.fn() } as unknown as Worker;
		return { worker, channel: new Channel<Echo>(webPortOf<Asked<Echo>, Answered<Echo>>(worker)) };
	};

	test('answers', async () => {
		const { worker, channel } = faked();
		const reply = channel.ask({ type: 'echo', words: '甲' }).reply;
		expect(worker.postMessage).toHaveBeenCalledWith({ id: 1, request: { type: 'echo', words: '甲' } });
		worker.onmessage?.({ data: { id: 1, value: '乙' } } as MessageEvent);
		expect(await reply).toEqual({ value: '乙' });
	});

	test.each([
		['an error', (worker: Worker) => void worker.onerror?.({ message: 'boom' } as ErrorEvent), 'boom'],
		[
			'a message that cannot be read',
			(worker: Worker) => void worker.onmessageerror?.({} as MessageEvent),
			'a message that cannot be read',
		],
	])('ends with %s, and is terminated', async (_, happens, why) => {
		const { worker, channel } = faked();
		const reply = channel.ask({ type: 'echo', words: '甲' }).reply;
		happens(worker);
		expect(await reply).toEqual({ none: 'failed', why });
		expect(worker.terminate).toHaveBeenCalledTimes(1);
	});
});
