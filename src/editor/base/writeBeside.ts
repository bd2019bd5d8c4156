// A file that is written beside its place and then moved there: nobody ever sees half of it, and a text that was there
// before is not lost on the way.
import type { Place } from '../../app/ports';

/** What it takes of a file system. */
export interface WritingSteps {
	write(place: Place, bytes: Uint8Array): Promise<void>;
	move(from: Place, to: Place, over: boolean): Promise<void>;
	remove(place: Place): Promise<void>;
	isThere(place: Place): Promise<boolean>;
}

/**
 * Writes bytes as `half` and moves them to `place`; throws what failed, and then `place` is as it was. Some file
 * systems move over a file by taking it away first, and may fail after that: then what was written goes there all the
 * same, and where even that fails it is left where it lies, because there is no other copy.
 */
export async function writeBeside(
	steps: WritingSteps,
	half: Place,
	place: Place,
	{ bytes, over }: { readonly bytes: Uint8Array; readonly over: boolean },
): Promise<void> {
	const before = over && (await steps.isThere(place).catch(() => false));
	let isWhole = false;
	try {
		await steps.write(half, bytes);
		isWhole = true;
		await steps.move(half, place, over);
	} catch (error) {
		const isOnlyCopy = isWhole && before && !(await steps.isThere(place).catch(() => true));
		if (isOnlyCopy) return steps.move(half, place, false);
		await steps.remove(half).catch(() => undefined);
		throw error;
	}
}
