// A lock file on a disk: one process at a time, and none that a crash leaves behind.

import { randomUUID } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
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

/** Tokens of the locks this thread holds: its own process runs as long as it does, so that tells nothing. */
const heldTokens = new Set<string>();

/** So long one who takes a lock over may take for that, in milliseconds; then it has crashed itself. */
const takeover = 30_000;

/**
 * Takes a lock, or tells who has it. A lock whose holder runs no more is taken over, by one only. Throws what the disk
 * throws where no file can be made.
 */
export function takeLock(path: string, program: string): FileLock | Locked {
	const holder: LockHolder = {
		token: randomUUID(),
		program,
		started: Date.now(),
		host: hostname(),
		pid: process.pid,
	};
	let wasLeft = false;
	for (;;) {
		if (create(path, lockText(holder), holder.token)) return lockOf(path, holder, wasLeft);
		const text = read(path);
		if (text === undefined) continue; // given free just now
		const known = lockHolder(text);
		if (isHeldHere(known) || isHeld(known, { now: Date.now(), beat: touched(path), host: hostname(), runs }))
			return { holder: known };
		if (!retire(path, text)) return { holder: known };
		wasLeft = true;
	}
}

/** A lock of this process that this thread does not have is one of a thread that ended, or of another one. */
function isHeldHere(holder: LockHolder | undefined): boolean {
	return holder !== undefined && heldTokens.has(holder.token);
}

/** The lock at a path, which is kept alive until it is given free. */
function lockOf(path: string, { token }: LockHolder, left: boolean): FileLock {
	heldTokens.add(token);
	sweep(path);
	const timer = setInterval(() => {
		try {
			utimesSync(path, new Date(), new Date());
		} catch {
			/* the next time */
		}
	}, lockBeat);
	timer.unref();
	return {
		left,
		release() {
			clearInterval(timer);
			heldTokens.delete(token);
			if (lockHolder(read(path) ?? '')?.token === token) rmSync(path, { force: true });
		},
	};
}

/** Takes away what was left beside a lock by those who crashed while they took it. */
function sweep(path: string): void {
	const beside = `${basename(path)}.`;
	for (const name of readdirSync(dirname(path))) {
		const left = join(dirname(path), name);
		if (name.startsWith(beside) && Date.now() - touched(left) > takeover) rmSync(left, { force: true });
	}
}

/** Makes the file with its text at once, so that nobody reads it empty; false where it is there. */
function create(path: string, text: string, token: string): boolean {
	const half = `${path}.${token}`;
	try {
		writeFileSync(half, text, { flag: 'wx' });
		linkSync(half, path);
		return true;
	} catch (error) {
		if (code(error) === 'EEXIST') return false;
		if (!/^(?:EPERM|ENOSYS|ENOTSUP|EOPNOTSUPP|EMLINK|EACCES)$/.test(code(error))) throw error;
	} finally {
		rmSync(half, { force: true });
	}
	try {
		writeFileSync(path, text, { flag: 'wx' }); // a file system without links
		return true;
	} catch (error) {
		if (code(error) === 'EEXIST') return false;
		throw error;
	}
}

/**
 * Takes a lock away whose holder is gone. Of several who want to, one has the right, by a file named after what it saw;
 * and what it takes away is what it saw, not what another one has put there since.
 */
function retire(path: string, seen: string): boolean {
	const right = `${path}.${(lockHolder(seen)?.token ?? 'unknown').replace(/[^\w-]/g, '')}.over`;
	try {
		writeFileSync(right, '', { flag: 'wx' });
	} catch (error) {
		if (code(error) !== 'EEXIST') throw error;
		if (Date.now() - touched(right) > takeover) rmSync(right, { force: true });
		return false;
	}
	try {
		if (read(path) !== seen) return false;
		rmSync(path, { force: true });
		return true;
	} finally {
		rmSync(right, { force: true });
	}
}

function read(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		if (code(error) === 'ENOENT') return undefined;
		throw error;
	}
}

function touched(path: string): number {
	return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
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
