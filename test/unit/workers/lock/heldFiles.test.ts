// A rename over a file that another program has open, with the codes Windows and others have for it.
import { expect, test } from 'vitest';
import { isHeld, patiently, patientlySync, pauses } from '../../../../src/workers/lock/heldFiles';

const failure = (code: string) => Object.assign(new Error(code), { code });

/** A work that fails so often, and what it was given of time. */
function failing(times: number, code: string) {
	const waited: number[] = [];
	let tries = 0;
	const work = () => {
		if (tries++ < times) throw failure(code);
	};
	return { work, waited, wait: (milliseconds: number) => void waited.push(milliseconds), tries: () => tries };
}

test.each([
	['EBUSY', 'linux', true],
	['EBUSY', 'win32', true],
	['EPERM', 'win32', true],
	['EACCES', 'win32', true],
	['EPERM', 'linux', false],
	['EACCES', 'darwin', false],
	['ENOENT', 'win32', false],
] as const)('%s on %s is a file somebody has open: %s', (code, platform, expected) => {
	expect(isHeld(failure(code), platform)).toBe(expected);
});

test('a scanner that lets go after a moment is waited for', async () => {
	const { work, waited, wait } = failing(3, 'EPERM');
	await patiently(() => Promise.resolve().then(work), { platform: 'win32', wait });
	expect(waited).toEqual(pauses.slice(0, 3));
	const again = failing(3, 'EACCES');
	patientlySync(again.work, { platform: 'win32', wait: again.wait });
	expect(again.waited).toEqual(pauses.slice(0, 3));
});

test('a program that keeps the file is not waited for for ever, and what is thrown says why', async () => {
	const { work, waited, wait } = failing(Infinity, 'EBUSY');
	await expect(patiently(() => Promise.resolve().then(work), { platform: 'win32', wait })).rejects.toThrow('EBUSY');
	expect(waited).toEqual(pauses);
	const again = failing(Infinity, 'EPERM');
	expect(() => patientlySync(again.work, { platform: 'win32', wait: again.wait })).toThrow('EPERM');
	expect(again.tries()).toBe(pauses.length + 1);
});

test('where a right is missing nobody waits', async () => {
	const { work, waited, wait } = failing(Infinity, 'EACCES');
	await expect(patiently(() => Promise.resolve().then(work), { platform: 'linux', wait })).rejects.toThrow('EACCES');
	expect(waited).toEqual([]);
});
