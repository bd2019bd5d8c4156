// Pauses in long work, so that typing goes first: a turn is given up when enough time has passed since the last one.

/** So many milliseconds may pass before others get a turn: half of what is felt while typing. */
const longest = 12;

/** A pause to be called often: it waits only when the work has gone on for a while. */
export function pausing(): () => Promise<void> {
	let since = Date.now();
	return async () => {
		if (Date.now() - since < longest) return;
		await new Promise(resolve => setTimeout(resolve, 0));
		since = Date.now();
	};
}
