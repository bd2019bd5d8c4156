// How much a piece of work costs, told so that neither a slow machine nor a busy one changes the answer: processor time of this
// process, against that of a known piece of work.
import { createHash } from 'node:crypto';

const milliseconds = (since?: NodeJS.CpuUsage) => {
	const { user, system } = process.cpuUsage(since);
	return (user + system) / 1000;
};

/** What the known work takes a recent machine, in milliseconds. */
export const knownMilliseconds = 20;

/** Work of the kind the project does: letters looked up, texts put together. */
export function knownWork(): string {
	const places = new Map<string, number[]>();
	for (let i = 0; i < 60_000; i++) {
		const key = String.fromCodePoint(0x4e00 + ((i * 7919) % 5000)) + (i % 7);
		const found = places.get(key);
		if (found) found.push(i);
		else places.set(key, [i]);
	}
	return createHash('sha1')
		.update([...places].map(([key, at]) => key + at.join()).join('\n'))
		.digest('hex');
}

let measure: number | undefined;

/** Processor time of the known work here, in milliseconds. Measured once a process. */
export function knownTime(): number {
	knownWork();
	measure ??= Math.min(
		...Array.from({ length: 5 }, () => {
			const start = process.cpuUsage();
			knownWork();
			return milliseconds(start);
		}),
	);
	return measure;
}

/** Milliseconds from one measure to the next. */
const between = 1000;

/**
 * Does the known work again and again, from now on. On a busy machine everything takes more processor time, and more at one moment than at
 * another: what runs for long is held against what the known work took meanwhile.
 */
export class Meanwhile {
	private readonly times: number[] = [];
	private readonly timer = setInterval(() => this.measure(), between).unref();

	private measure(): void {
		const start = process.cpuUsage();
		knownWork();
		this.times.push(milliseconds(start));
	}

	/** Ends it: the middle one of what the known work took, and what this process has spent without it. */
	end(): { readonly known: number; readonly spent: number } {
		clearInterval(this.timer);
		const spent = milliseconds() - this.times.reduce((sum, time) => sum + time, 0);
		const known = [...this.times].sort((a, b) => a - b)[this.times.length >> 1];
		return { known: known ?? knownTime(), spent };
	}
}

/**
 * The cost of a piece of work.
 * @returns how many times that of the known work, which takes a recent machine about 20 ms
 */
export async function effort(run: () => unknown): Promise<number> {
	const unit = knownTime();
	const start = process.cpuUsage();
	await run();
	return milliseconds(start) / unit;
}
