// Two threads over one channel: every request gets one reply, whatever happens to the other side.
import { describe, expect, test } from 'vitest';
import { Channel } from '../../../src/workers/channel/channel';
import type { Answered, Asked, AskedPort, AskingPort } from '../../../src/workers/channel/contract';
import { serve, serveInTurn, type Handlers } from '../../../src/workers/channel/serve';
import { Thread } from '../../../src/workers/channel/thread';

interface Sums {
	readonly add: { readonly request: { readonly a: number; readonly b: number }; readonly answer: number };
	readonly count: { readonly request: { readonly to: number }; readonly answer: string; readonly progress: number };
	readonly wait: { readonly request: object; readonly answer: string };
}

const turn = () => new Promise<void>(resolve => void setImmediate(resolve));

const sums: Handlers<Sums> = {
	add: ({ a, b }) => {
		if (Number.isNaN(a + b)) throw new Error('no number');
		return a + b;
	},
	count: async ({ to }, { progress }) => {
		for (let at = 1; at <= to; at++) {
			await turn();
			progress(at);
		}
		return 'done';
	},
	wait: async (_, { signal }) => {
		while (!signal.aborted) await turn();
		return 'cancelled';
	},
};

interface Pair {
	readonly asked: AskedPort<Sums>;
	readonly asking: AskingPort<Sums>;
	/** The other side is gone without having been asked to go. */
	readonly kill: (why: string) => void;
	readonly ended: () => number;
}

/** Two ports that lead to each other; messages are copied, and come later, as they do between threads. */
function pair(): Pair {
	let dead = false;
	let ended = 0;
	let toAsker: (message: Answered<Sums>) => void = () => undefined;
	let toThread: (message: Asked<Sums>) => void = () => undefined;
	let gone: (why: string) => void = () => undefined;
	const send = <M>(message: M, hear: () => (message: M) => void) => {
		const copy = structuredClone(message);
		setImmediate(() => {
			if (!dead) hear()(copy);
		});
	};
	return {
		asked: {
			post: message => send(message, () => toThread),
			listen: (heard, end) => {
				[toAsker, gone] = [heard, end];
			},
			end: () => {
				dead = true;
				ended++;
			},
		},
		asking: {
			post: message => send(message, () => toAsker),
			listen: heard => {
				toThread = heard;
			},
			end: () => {
				dead = true;
			},
		},
		kill: why => {
			dead = true;
			gone(why);
		},
		ended: () => ended,
	};
}

/** A channel to a thread that answers so. */
function channelTo(handlers: Handlers<Sums>, onEnd?: () => void): Pair & { readonly channel: Channel<Sums> } {
	const ports = pair();
	serve(ports.asking, handlers);
	return { ...ports, channel: new Channel<Sums>(ports.asked, onEnd) };
}

describe('a request', () => {
	test('is answered, several at a time, each its own', async () => {
		const { channel } = channelTo(sums);
		const replies = [1, 2, 3].map(a => channel.ask({ type: 'add', a, b: 10 }).reply);
		expect(await Promise.all(replies)).toEqual([{ value: 11 }, { value: 12 }, { value: 13 }]);
	});

	test('is told how far it is before it is answered, and not afterwards', async () => {
		let late: (news: number) => void = () => undefined;
		const { channel } = channelTo({
			...sums,
			count: (request, context) => {
				late = context.progress;
				return sums.count(request, context);
			},
		});
		const told: number[] = [];
		const reply = await channel.ask({ type: 'count', to: 3 }, news => told.push(news)).reply;
		late(4);
		await turn();
		expect([told, reply]).toEqual([[1, 2, 3], { value: 'done' }]);
	});

	test('that fails is answered with why: thrown at once, later, unknown, an answer that cannot be sent', async () => {
		const { channel } = channelTo({
			...sums,
			wait: () => Promise.reject(new Error('the disk is gone')),
			count: () => (() => 'a function') as never,
		});
		const failed = (why: unknown) => ({ none: 'failed', why });
		expect(await channel.ask({ type: 'add', a: NaN, b: 1 }).reply).toEqual(failed('no number'));
		expect(await channel.ask({ type: 'wait' }).reply).toEqual(failed('the disk is gone'));
		expect(await channel.ask({ type: 'toString' } as never).reply).toEqual(failed('no such request: toString'));
		const unsendable = await channel.ask({ type: 'count', to: 1 }).reply;
		expect('none' in unsendable && unsendable.why).toContain('cloned');
		expect(await channel.ask({ type: 'add', a: 1, b: 1 }).reply).toEqual({ value: 2 });
	});

	test('that cannot be sent fails alone', async () => {
		const { channel } = channelTo(sums);
		const bad = channel.ask({ type: 'add', a: (() => 1) as never, b: 1 }).reply;
		const reply = await bad;
		expect('none' in reply && reply.why).toContain('cloned');
		expect(await channel.ask({ type: 'add', a: 1, b: 1 }).reply).toEqual({ value: 2 });
	});

	test('that is cancelled is let go of by the thread; others are not, and a late cancel harms nothing', async () => {
		const { channel } = channelTo(sums);
		const [one, other] = [channel.ask({ type: 'wait' }), channel.ask({ type: 'wait' })];
		one.cancel();
		expect(await one.reply).toEqual({ value: 'cancelled' });
		one.cancel();
		let answered = false;
		void other.reply.then(() => (answered = true));
		expect(await channel.ask({ type: 'count', to: 3 }).reply).toEqual({ value: 'done' });
		expect(answered).toBe(false);
		other.cancel();
		expect(await other.reply).toEqual({ value: 'cancelled' });
	});
});

describe('a thread that ends', () => {
	test('answers everything with why: what waits, and what is asked later', async () => {
		let ends = 0;
		const { channel, kill } = channelTo(sums, () => ends++);
		const waiting = [channel.ask({ type: 'wait' }).reply, channel.ask({ type: 'add', a: 1, b: 2 }).reply];
		kill('out of memory');
		const gone = { none: 'failed', why: 'out of memory' };
		expect(await Promise.all(waiting)).toEqual([gone, gone]);
		expect(await channel.ask({ type: 'add', a: 1, b: 2 }).reply).toEqual(gone);
		kill('again');
		channel.end('stopped', '');
		expect(ends).toBe(1);
	});

	test('on purpose: is ended once, and says so', async () => {
		const { channel, ended } = channelTo(sums);
		const reply = channel.ask({ type: 'wait' }).reply;
		channel.end('time', '1000');
		channel.end('stopped', '');
		expect(await reply).toEqual({ none: 'time', why: '1000' });
		expect(ended()).toBe(1);
	});

	test('is followed by another one when somebody asks again, which is prepared first', async () => {
		const pairs: Pair[] = [];
		const prepared: number[] = [];
		const thread = new Thread<Sums>(
			() => {
				const ports = pair();
				serve(ports.asking, sums);
				pairs.push(ports);
				return ports.asked;
			},
			async channel => {
				const reply = await channel.ask({ type: 'add', a: pairs.length, b: 0 }).reply;
				if ('value' in reply) prepared.push(reply.value);
			},
		);
		expect(thread.running()).toBeUndefined();
		const [one, same] = await Promise.all([thread.channel(), thread.channel()]);
		expect(same).toBe(one);
		pairs[0]!.kill('crash');
		expect(await one.ask({ type: 'add', a: 1, b: 1 }).reply).toEqual({ none: 'failed', why: 'crash' });
		const next = await thread.channel();
		expect(await next.ask({ type: 'add', a: 1, b: 1 }).reply).toEqual({ value: 2 });
		expect(prepared).toEqual([1, 2]);
		const waiting = next.ask({ type: 'wait' }).reply;
		thread.end('closed');
		expect(await waiting).toEqual({ none: 'stopped', why: 'closed' });
		expect(thread.running()).toBeUndefined();
	});

	test('because it cannot be prepared leaves nothing running', async () => {
		const ports = pair();
		const thread = new Thread<Sums>(
			() => ports.asked,
			() => Promise.reject(new Error('no pack')),
		);
		await expect(thread.channel()).rejects.toThrow('no pack');
		expect([ports.ended(), thread.running()]).toEqual([1, undefined]);
	});
});

test('in turn: a request is begun when the one before it has its answer', async () => {
	const order: string[] = [];
	const answers: unknown[] = [];
	const hear = serveInTurn<Sums>(
		{
			...sums,
			count: async ({ to }, context) => {
				order.push(`begin ${to}`);
				const answer = await sums.count({ type: 'count', to }, context);
				order.push(`end ${to}`);
				return answer;
			},
		},
		message => void ('value' in message && answers.push(message.id)),
	);
	hear({ id: 1, request: { type: 'count', to: 3 } });
	hear({ id: 2, request: { type: 'count', to: 1 } });
	while (answers.length < 2) await turn();
	expect(order).toEqual(['begin 3', 'end 3', 'begin 1', 'end 1']);
	expect(answers).toEqual([1, 2]);
});
