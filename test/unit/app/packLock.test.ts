// The lock of a pack where the place of its file refuses: what another program has open is waited for, a place where nothing can be written has no lock.
import { expect, test } from 'vitest';
import { lockPack } from '../../../src/app/packLock';
import { FileError, type Clock } from '../../../src/app/ports';
import { memoryFiles } from '../../support/memoryFiles';

/** Takes the lock where it is refused so many times; answers how often that was waited for. */
async function locked(times: number, error: Error, patience?: number) {
	const files = memoryFiles();
	let [now, waits, left] = [0, 0, times];
	const clock: Clock = {
		now: () => now,
		// The lock says every now and then that it works on: that waits for its end.
		wait: (milliseconds, signal) => {
			if (signal) return new Promise(done => signal.addEventListener('abort', () => done()));
			return Promise.resolve(void ((now += milliseconds), waits++));
		},
	};
	const write: typeof files.write = (...all) => (left-- > 0 ? Promise.reject(error) : files.write(...all));
	const taker = { files: { ...files, write }, clock, program: 'a' };
	const found = await lockPack(taker, '/p', { stopping: { aborted: false }, waits: () => undefined, patience });
	const names = (await files.list('/p')).map(({ name }) => name);
	if ('release' in found) await found.release();
	return { waits, isLocked: names.length > 0, none: 'none' in found ? found.none : undefined };
}

test.each([new FileError('busy', '/p', 'EBUSY'), Object.assign(new Error('EBUSY'), { code: 'EBUSY' })])(
	'a lock file that is open elsewhere is waited for (%s), and not for ever',
	async error => {
		expect(await locked(3, error)).toEqual({ waits: 3, isLocked: true, none: undefined });
		expect(await locked(Infinity, error, 1000)).toMatchObject({ isLocked: false, none: 'late' });
	},
);

test('a place where nothing can be written has no lock, and nobody waits', async () => {
	const error = new FileError('denied', '/p', 'EROFS');
	expect(await locked(Infinity, error)).toEqual({ waits: 0, isLocked: false, none: undefined });
});
