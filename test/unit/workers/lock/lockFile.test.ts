// A lock file: held by one at a time, taken over from one that is gone, by nobody from one that works on.
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	isHeld,
	lockBeat,
	lockHolder,
	lockText,
	type FileLock,
	type LockHolder,
} from '../../../../src/core/corpus/lockHolder';
import { takeLock } from '../../../../src/workers/lock/lockFile';

let folder = '';
let path = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'policy-writing-lock-'));
	path = join(folder, '.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const other: LockHolder = { token: 'other', program: 'VS Code', started: 1, host: hostname(), pid: process.ppid };
/** A number no process has: Linux gives none beyond 4,194,304. */
const nobody = 2 ** 30;
const taken = () => {
	const found = takeLock(path, 'test');
	if ('holder' in found) throw new Error(`held by ${JSON.stringify(found.holder)}`);
	return found;
};
const release = async (lock: FileLock) => {
	await lock.release();
	expect(readdirSync(folder)).toEqual([]);
};

test('held until it is given free; who asks is told by whom', async () => {
	const lock = taken();
	expect(lock.left).toBe(false);
	expect(takeLock(path, 'second')).toMatchObject({ holder: { program: 'test', pid: process.pid, host: hostname() } });
	await release(lock);
	await release(taken());
});

test('of a process that runs it is not taken, of one that does not it is', async () => {
	writeFileSync(path, lockText(other));
	expect(takeLock(path, 'test')).toEqual({ holder: other });
	writeFileSync(path, lockText({ ...other, pid: nobody }));
	const lock = taken();
	expect(lock.left).toBe(true);
	await release(lock);
});

test('one that is being taken over by another is left to that one, unless that one has crashed too', async () => {
	writeFileSync(path, lockText({ ...other, pid: nobody }));
	writeFileSync(`${path}.other.over`, '');
	expect(takeLock(path, 'test')).toMatchObject({ holder: { pid: nobody } });
	utimesSync(`${path}.other.over`, new Date(0), new Date(0));
	takeLock(path, 'test');
	await release(taken());
});

test('what another one has put there since is not taken away', async () => {
	const lock = taken();
	writeFileSync(path, lockText(other));
	await lock.release();
	expect(lockHolder(readFileSync(path, 'utf8'))).toEqual(other);
});

test('what others left beside it who crashed while they took it goes once it is old', () => {
	writeFileSync(`${path}.old`, '');
	utimesSync(`${path}.old`, new Date(0), new Date(0));
	writeFileSync(`${path}.young`, '');
	const lock = taken();
	expect(readdirSync(folder).sort()).toEqual(['.lock', '.lock.young']);
	void lock.release();
});

test('a folder that is none is said', () => {
	expect(() => takeLock(join(folder, 'none', 'lock'), 'test')).toThrow(/ENOENT/);
});

describe('who holds it still', () => {
	const now = 1_000_000_000;
	const runs = (pid: number) => pid === 7;
	const sight = (age: number) => ({ now, beat: now - age, host: 'here', runs });
	const holder = (host: string | undefined, pid: number | undefined): LockHolder => ({
		token: 't',
		program: 'p',
		started: 0,
		...(host === undefined ? {} : { host }),
		...(pid === undefined ? {} : { pid }),
	});

	test.each([
		['runs here and says so', holder('here', 7), 0, true],
		['runs here and was busy for a while', holder('here', 7), 10 * lockBeat, true],
		['has the number of one that ended long ago', holder('here', 7), 100 * lockBeat, false],
		['runs no more', holder('here', 8), 0, false],
		['works on another machine', holder('there', 7), 5 * lockBeat, true],
		['was on another machine', holder('there', 7), 7 * lockBeat, false],
		['is in a browser', holder(undefined, undefined), 5 * lockBeat, true],
		['is one of an earlier version', lockHolder('7'), 0, true],
		['is just being written', lockHolder(''), 0, true],
		['is nothing that can be read', lockHolder('nonsense'), lockBeat, false],
		['is something else', lockHolder('{"pid":7}'), lockBeat, false],
	])('one that %s', (_, who, age, held) => {
		expect(isHeld(who, sight(age))).toBe(held);
	});
});
