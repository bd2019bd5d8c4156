// What else the machine does, for the few tests that hold a limit of time in a real window.
import { availableParallelism, loadavg } from 'node:os';

/** How many times longer than on a quiet machine something may take now: by the work that waits for each core, at least 1. */
export const busy = () => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
