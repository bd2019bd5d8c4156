// Work that is waited for only so long.

/** What work comes to, if it is done within so many milliseconds; else `late`. The work itself goes on. */
export async function doneWithin<T, L>(work: Promise<T>, milliseconds: number, late: L): Promise<T | L> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const limit = new Promise<L>(resolve => {
		timer = setTimeout(() => resolve(late), milliseconds);
	});
	try {
		return await Promise.race([work, limit]);
	} finally {
		clearTimeout(timer);
	}
}
