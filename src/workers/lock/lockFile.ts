// A lock file on a disk: one process at a time, and none that a crash leaves behind.

import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import {
	isHeld,
	lockBeat,
	lockHolder,
	lockText,
	type FileLock,
	type LockHolder,
	type Locked,
} from '../../core/corpus/lockHolder';
import { isHeld as isOpenElsewhere, patiently, type Patience } from './heldFiles';
import { waiting } from './moveOver';

/** Tokens of the locks this thread holds: its own process runs as long as it does, so that tells nothing. */
const heldTokens = new Set<string>();

/** So long one who takes a lock over may take for that, in milliseconds; then it has crashed itself. */
const takeover = 30_000;

/** What a lock stands on. */
export interface LockMachine {
	readonly disk: Pick<
		typeof fs,
		'linkSync' | 'readdirSync' | 'readFileSync' | 'rmSync' | 'statSync' | 'utimesSync' | 'writeFileSync'
	>;
	/** How a file is waited for that another program has open. */
	readonly patience: Patience;
}

const thisMachine: LockMachine = { disk: fs, patience: waiting };

/** A lock on a disk. */
export interface DiskLock extends FileLock {
	/**
	 * Gives the lock free; waits two seconds for a program that has its file open. Then, and at once where a right is
	 * missing, rejects with what the system says: the file is there still, and others take the lock over when this
	 * process has ended.
	 */
	release(): Promise<void>;
}

/**
 * Takes a lock, or tells who has it: nobody that is known where another program (a virus scanner) has its file open. A
 * lock whose holder runs no more is taken over, by one only. Throws what the disk throws where no file can be made.
 */
export function takeLock(path: string, program: string, machine: LockMachine = thisMachine): DiskLock | Locked {
	const file = new LockPlace(path, machine);
	const holder: LockHolder = {
		token: randomUUID(),
		program,
		started: Date.now(),
		host: hostname(),
		pid: process.pid,
	};
	let wasLeft = false;
	for (;;) {
		const made = file.create(lockText(holder), holder.token);
		if (made === 'made') return lockOf(file, holder, wasLeft);
		const text = made === 'leaving' ? unreadable : file.look();
		if (text === unreadable) return { holder: undefined };
		if (text === undefined) continue; // given free just now
		const known = lockHolder(text);
		if (isHeldHere(known) || isHeld(known, { now: Date.now(), beat: file.beat(), host: hostname(), runs }))
			return { holder: known };
		if (!file.retire(text)) return { holder: known };
		wasLeft = true;
	}
}

/** A lock of this process that this thread does not have is one of a thread that ended, or of another one. */
function isHeldHere(holder: LockHolder | undefined): boolean {
	return holder !== undefined && heldTokens.has(holder.token);
}

/** A lock that was taken, which is kept alive until it is given free. */
function lockOf(file: LockPlace, { token }: LockHolder, left: boolean): DiskLock {
	heldTokens.add(token);
	file.sweep();
	const timer = setInterval(() => file.touch(), lockBeat);
	timer.unref();
	return {
		left,
		async release() {
			clearInterval(timer);
			try {
				await file.removeOwn(token);
			} finally {
				heldTokens.delete(token);
			}
		},
	};
}

/** What stands for the text of a lock that another program has open. */
const unreadable = Symbol('unreadable');

/** The place of a lock on a disk, with what lies beside it while it is taken. */
class LockPlace {
	constructor(
		private readonly path: string,
		private readonly machine: LockMachine,
	) {}

	/**
	 * Makes the file with its text at once, so that nobody reads it empty. `there`: there is one; `leaving`: there is
	 * one that was removed, and a program that has it open keeps its name.
	 */
	create(text: string, token: string): 'made' | 'there' | 'leaving' {
		const { disk } = this.machine;
		const half = `${this.path}.${token}`;
		try {
			disk.writeFileSync(half, text, { flag: 'wx' });
			disk.linkSync(half, this.path);
			return 'made';
		} catch (error) {
			if (code(error) === 'EEXIST') return 'there';
			if (!/^(?:EPERM|ENOSYS|ENOTSUP|EOPNOTSUPP|EMLINK|EACCES|EBUSY)$/.test(code(error))) throw error;
		} finally {
			this.removeLater(half);
		}
		try {
			disk.writeFileSync(this.path, text, { flag: 'wx' }); // a file system without links
			return 'made';
		} catch (error) {
			if (code(error) === 'EEXIST') return 'there';
			if (this.isOpenElsewhere(error) && this.isListed()) return 'leaving';
			throw error;
		}
	}

	/** The text of the lock; nothing where there is none. */
	look(): string | typeof unreadable | undefined {
		try {
			return this.read();
		} catch (error) {
			if (this.isOpenElsewhere(error)) return unreadable;
			throw error;
		}
	}

	/** When the holder last said that it works on; one that cannot be told of is taken for alive. */
	beat(): number {
		return this.touched(this.path);
	}

	/** Says that the holder works on. */
	touch(): void {
		try {
			this.machine.disk.utimesSync(this.path, new Date(), new Date());
		} catch {
			/* the next time */
		}
	}

	/** Removes the lock with a token; one that another has put there since is left alone. */
	removeOwn(token: string): Promise<void> {
		return patiently(async () => {
			if (lockHolder(this.read() ?? '')?.token === token) this.machine.disk.rmSync(this.path, { force: true });
		}, this.machine.patience);
	}

	/** Takes away what was left beside the lock by those who crashed while they took it. */
	sweep(): void {
		const beside = `${basename(this.path)}.`;
		for (const name of this.machine.disk.readdirSync(dirname(this.path))) {
			const left = join(dirname(this.path), name);
			if (name.startsWith(beside) && Date.now() - this.touched(left) > takeover) this.removeLater(left);
		}
	}

	/**
	 * Takes a lock away whose holder is gone. Of several who want to, one has the right, by a file named after what it
	 * saw; and what it takes away is what it saw, not what another one has put there since.
	 */
	retire(seen: string): boolean {
		const { disk } = this.machine;
		const right = `${this.path}.${(lockHolder(seen)?.token ?? 'unknown').replace(/[^\w-]/g, '')}.over`;
		try {
			disk.writeFileSync(right, '', { flag: 'wx' });
		} catch (error) {
			if (code(error) !== 'EEXIST' && !this.isOpenElsewhere(error)) throw error;
			if (Date.now() - this.touched(right) > takeover) this.removeLater(right);
			return false;
		}
		try {
			if (this.read() !== seen) return false;
			disk.rmSync(this.path, { force: true });
			return true;
		} catch (error) {
			if (this.isOpenElsewhere(error)) return false;
			throw error;
		} finally {
			this.removeLater(right);
		}
	}

	private read(): string | undefined {
		try {
			return this.machine.disk.readFileSync(this.path, 'utf8');
		} catch (error) {
			if (code(error) === 'ENOENT') return undefined;
			throw error;
		}
	}

	/** When a file was last written; one that is not there long ago, one that cannot be told of just now. */
	private touched(path: string): number {
		try {
			return this.machine.disk.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
		} catch (error) {
			if (this.isOpenElsewhere(error)) return Date.now();
			throw error;
		}
	}

	/** Removes what is beside the lock; what a program has open is swept by whoever takes the lock later. */
	private removeLater(path: string): void {
		try {
			this.machine.disk.rmSync(path, { force: true });
		} catch {
			/* a lock that was taken is not lost for it */
		}
	}

	private isListed(): boolean {
		return this.machine.disk.readdirSync(dirname(this.path)).includes(basename(this.path));
	}

	private isOpenElsewhere(error: unknown): boolean {
		return isOpenElsewhere(error, this.machine.patience.platform);
	}
}

function code(error: unknown): string {
	return String((error as NodeJS.ErrnoException).code);
}

/** Whether another process of a number runs. */
function runs(pid: number): boolean {
	if (pid <= 0 || pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return code(error) === 'EPERM';
	}
}
