// Renames over a file that another program has open: on Windows that fails while a virus scanner, a synchronised folder
// or another window looks at it, mostly for a moment.

/**
 * Milliseconds between tries, two seconds together: longer than a scanner takes, shorter than a person waits in vain.
 */
export const pauses: readonly number[] = [20, 50, 100, 200, 400, 600, 600];

/**
 * Whether a failure is that of a file which another program has open. Windows says so as if a right were missing;
 * elsewhere a right is missing.
 */
export function isHeld(error: unknown, platform: NodeJS.Platform): boolean {
	const code = String((error as { code?: unknown } | null)?.code);
	if (code === 'EBUSY') return true;
	return platform === 'win32' && (code === 'EPERM' || code === 'EACCES');
}

/** Whether a file cannot be read because another program has all of it for itself. */
export function isBusy(error: unknown): boolean {
	return String((error as { code?: unknown } | null)?.code) === 'EBUSY';
}

/** What stands between the tries: how long is waited, and where. */
export interface Patience {
	readonly platform: NodeJS.Platform;
	readonly wait: (milliseconds: number) => Promise<void> | void;
}

/** Does a work until no other program is in its way, or the pauses are over; then throws what it threw last. */
export async function patiently<T>(
	work: () => Promise<T>,
	{ platform, wait }: Patience,
	isInTheWay = isHeld,
): Promise<T> {
	for (const pause of pauses) {
		try {
			return await work();
		} catch (error) {
			if (!isInTheWay(error, platform)) throw error;
		}
		await wait(pause);
	}
	return work();
}

/** The same on a thread that may stand still. */
export function patientlySync<T>(work: () => T, { platform, wait }: Patience): T {
	for (const pause of pauses) {
		try {
			return work();
		} catch (error) {
			if (!isHeld(error, platform)) throw error;
		}
		void wait(pause);
	}
	return work();
}
