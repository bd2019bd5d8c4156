// Puts a file in the place of another in one step, so that one of the two is there at any moment.
import { realpath, rename } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { patiently, type Patience } from './heldFiles';

/** As long as a person waits for it, on this machine. */
export const waiting: Patience = { platform: process.platform, wait: milliseconds => setTimeout(milliseconds) };

/**
 * Moves a file over another; what a link leads to is replaced, not the link. Waits a little for a program that has the
 * other one open; then throws what the system says (EBUSY, EPERM), and both files are as they were.
 */
export async function moveOver(from: string, to: string): Promise<void> {
	const place = await realpath(to).catch(() => to);
	await patiently(() => rename(from, place), waiting);
}
