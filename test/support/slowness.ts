// How slow this machine is now, for the few tests that hold a limit of time in a real window.
import { availableParallelism, loadavg } from 'node:os';
import { knownMilliseconds, knownWork } from './effort';

/** How long a piece of known work takes now by the clock, in milliseconds: the middle one of a few. */
function clock(): number {
	const times = Array.from({ length: 5 }, () => {
		const start = performance.now();
		knownWork();
		return performance.now() - start;
	});
	return times.sort((a, b) => a - b)[2] ?? knownMilliseconds;
}

/**
 * How many times longer than on a recent machine that does nothing else something may take now, at least 1: by the work that waits for
 * each core, and by the clock of a piece of known work.
 */
export const slowness = () => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism(), clock() / knownMilliseconds);
