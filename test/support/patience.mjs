// How long the tests in a real VS Code wait for a sign.
// @ts-check
import { availableParallelism, loadavg } from 'node:os';

/** How much work waits for each processor. */
const others = (loadavg()[0] ?? 0) / availableParallelism();
/**
 * Milliseconds, far more than the slowest machine needs, so that only what never comes fails; less where it is known how slow the machine is
 * made (chaos.ts), so that this is soon told, but not where other programs make it slower still.
 */
export const patience =
	process.env['CHAOS'] === undefined ? 100_000 : Math.max(50_000, Math.min(others * 10_000, 200_000));
/** Milliseconds one try may take of what is tried again until it serves. */
export const oneTry = 8000;

/**
 * Whether something that is tried again until it serves came to its end this time: what it is for may not be there yet, or be drawn anew.
 * @param {(soon: { readonly timeout: number }) => Promise<unknown>} action is given how long it may take
 * @returns {Promise<true | undefined>}
 */
export const tried = action =>
	action({ timeout: oneTry }).then(
		() => true,
		() => undefined,
	);
