// Files of a pack whose contents nobody can say just now: another program has them open, their drive does not answer,
// or a right is missing. What is added to the pack without them may repeat what is in them.
import type { Problem } from '../../core/corpus/problem';
import { FileError, type Clock } from '../ports';

const withheldFaults: readonly string[] = ['busy', 'slow', 'denied'];

/** Milliseconds between looks, two seconds together: longer than a virus scanner takes. */
const pauses: readonly number[] = [200, 400, 600, 800];

/** The first problem of a pack that is about such a file. */
export function withheldFile(problems: readonly Problem[]): Problem | undefined {
	return problems.find(
		({ code, data }) => code === 'file.unreadable' && withheldFaults.includes(String(data['reason'])),
	);
}

/** Whether a file failed for such a reason; one that is broken, or is not there, did not. */
export function isWithheld(error: unknown): boolean {
	return error instanceof FileError && withheldFaults.includes(error.fault);
}

/** Looks for such a file until there is none, for two seconds; answers the one that was there to the end. */
export async function stillWithheld<T>(
	look: () => Promise<T | undefined>,
	clock: Pick<Clock, 'wait'>,
): Promise<T | undefined> {
	for (const pause of pauses) {
		if ((await look()) === undefined) return undefined;
		await clock.wait(pause);
	}
	return look();
}
