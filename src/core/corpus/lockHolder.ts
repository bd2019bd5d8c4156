// Who holds a lock, as it is written into a lock file: told apart is one that works on from one that a crash left.

/** The process that holds a lock. Times in milliseconds since 1970. */
export interface LockHolder {
	/** Tells this taking of the lock from every other. */
	readonly token: string;
	/** What a person knows it by: `VS Code`, `policy-writing import`. */
	readonly program: string;
	readonly started: number;
	/** The machine and the process, where they are known. */
	readonly host?: string;
	readonly pid?: number;
}

/** A lock that is held, until it is given free. Says by itself that its holder works on, as long as that has turns. */
export interface FileLock {
	/** Whether the one before has not given it free: a crash may have left half of its work. */
	readonly left: boolean;
	release(): void | PromiseLike<void>;
}

/** Who holds a lock instead. */
export interface Locked {
	readonly holder: LockHolder | undefined;
}

/** The file in a pack that says that an import writes into it. */
export const packLockName = '.import.lock';

/** What is known of a lock file besides its text, and of the one who looks at it. */
export interface LockSight {
	readonly now: number;
	/** When the holder last said that it works on. */
	readonly beat: number;
	/** The machine of the one who looks. */
	readonly host?: string;
	/** Whether a process of this machine runs. */
	readonly runs?: (pid: number) => boolean;
}

/** So often a holder says that it works on, in milliseconds. */
export const lockBeat = 20_000;

/** A holder on another machine that has said nothing for so long is gone. */
const silent = 6 * lockBeat;

/** A process that runs may be too busy to say so; after this long its number is another one's. */
const busy = 600_000;

/** A lock file with nothing in it is just being made, or was left by a full disk. */
const unwritten = 10_000;

/** The text of a lock file. */
export function lockText(holder: LockHolder): string {
	return `${JSON.stringify(holder)}\n`;
}

/** Reads a lock file; nothing where it is none of ours. Earlier versions wrote only the number of the process. */
export function lockHolder(text: string): LockHolder | undefined {
	try {
		const read = JSON.parse(text) as unknown;
		if (typeof read === 'number') return { token: String(read), program: '', started: 0, pid: read };
		if (typeof read !== 'object' || read === null) return undefined;
		const { token, program, started, host, pid } = read as Readonly<Record<string, unknown>>;
		if (typeof token !== 'string' || typeof program !== 'string' || typeof started !== 'number') return undefined;
		return {
			token,
			program,
			started,
			...(typeof host === 'string' && { host }),
			...(typeof pid === 'number' && Number.isInteger(pid) && { pid }),
		};
	} catch {
		return undefined;
	}
}

/** Whether the lock is held still; `holder` is nothing where its file cannot be read as one. */
export function isHeld(holder: LockHolder | undefined, { now, beat, host, runs }: LockSight): boolean {
	const age = now - beat;
	if (!holder) return age < unwritten;
	const { pid } = holder;
	const isHere = holder.host === undefined || holder.host === host;
	if (pid === undefined || runs === undefined || !isHere) return age < silent;
	return runs(pid) && age < busy;
}
