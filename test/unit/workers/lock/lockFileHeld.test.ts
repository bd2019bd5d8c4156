// A lock file that a virus scanner or a synchronised folder has open, with the codes that Windows has for it.
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockHolder, lockText } from '../../../../src/core/corpus/lockHolder';
import { pauses } from '../../../../src/workers/lock/heldFiles';
import { takeLock, type DiskLock, type LockMachine } from '../../../../src/workers/lock/lockFile';

type Operation = 'linkSync' | 'readFileSync' | 'rmSync' | 'statSync' | 'writeFileSync';

/** What a program has open: operations on names that fit are refused so often, with a code. */
interface Refusal {
	readonly operation: Operation;
	readonly name: RegExp;
	readonly code: string;
	left: number;
}

let folder = '';
let path = '';
let refusals: Refusal[] = [];
let waited: number[] = [];
beforeEach(() => {
	folder = fs.mkdtempSync(join(tmpdir(), 'policy-writing-held-lock-'));
	path = join(folder, '.lock');
	refusals = [];
	waited = [];
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A machine on which another program has files open. */
function machine(platform: NodeJS.Platform = 'win32'): LockMachine {
	const refuse = (operation: Operation, file: unknown) => {
		const found = refusals.find(
			one => one.operation === operation && one.left > 0 && one.name.test(basename(String(file))),
		);
		if (!found) return;
		found.left -= 1;
		throw Object.assign(new Error(`${found.code}: ${operation}`), { code: found.code });
	};
	const guarded = (operation: Operation) =>
		((...given: unknown[]): unknown => {
			refuse(operation, operation === 'linkSync' ? given[1] : given[0]);
			return (fs[operation] as (...given: unknown[]) => unknown)(...given);
		}) as never;
	return {
		disk: {
			...fs,
			linkSync: guarded('linkSync'),
			readFileSync: guarded('readFileSync'),
			rmSync: guarded('rmSync'),
			statSync: guarded('statSync'),
			writeFileSync: guarded('writeFileSync'),
		},
		patience: { platform, wait: milliseconds => void waited.push(milliseconds) },
	};
}
const refused = (operation: Operation, name: RegExp, code: string, left = Infinity) =>
	refusals.push({ operation, name, code, left });
const taken = (on = machine()): DiskLock => {
	const found = takeLock(path, 'test', on);
	if ('holder' in found) throw new Error(`held by ${JSON.stringify(found.holder)}`);
	return found;
};
const codes = ['EBUSY', 'EPERM', 'EACCES'] as const;

describe.each(codes)('%s', code => {
	test('a lock that a scanner has open while it is given free goes when that has let go', async () => {
		const lock = taken();
		refused('rmSync', /^\.lock$/, code, 3);
		await lock.release();
		expect(waited).toEqual(pauses.slice(0, 3));
		expect(fs.readdirSync(folder)).toEqual([]);
	});

	test('who gives it free reads it again when it could not be read', async () => {
		const lock = taken();
		refused('readFileSync', /^\.lock$/, code, 2);
		await lock.release();
		expect(fs.readdirSync(folder)).toEqual([]);
	});

	test('one that a program keeps open for good is told of; this process takes it over', async () => {
		const lock = taken();
		refused('rmSync', /^\.lock$/, code);
		await expect(lock.release()).rejects.toMatchObject({ code });
		expect(waited).toEqual(pauses);
		refusals = [];
		const again = taken();
		expect(again.left).toBe(true);
		await again.release();
		expect(fs.readdirSync(folder)).toEqual([]);
	});

	test('one that cannot be read is somebody’s', () => {
		fs.writeFileSync(path, 'nonsense');
		fs.utimesSync(path, new Date(0), new Date(0));
		refused('readFileSync', /^\.lock$/, code);
		expect(takeLock(path, 'test', machine())).toEqual({ holder: undefined });
	});

	test('one whose holder is gone is left while it cannot be removed, and nothing stays beside it', () => {
		const gone = { token: 'other', program: 'VS Code', started: 1, host: 'elsewhere', pid: 1 };
		fs.writeFileSync(path, lockText(gone));
		fs.utimesSync(path, new Date(0), new Date(0));
		refused('rmSync', /^\.lock$/, code);
		expect(takeLock(path, 'test', machine())).toEqual({ holder: gone });
		expect(fs.readdirSync(folder)).toEqual(['.lock']);
		refusals = [];
		expect(taken().left).toBe(true);
	});

	test('it is taken though what was made for it, or left by others, cannot be removed', async () => {
		fs.writeFileSync(`${path}.old`, '');
		fs.utimesSync(`${path}.old`, new Date(0), new Date(0));
		refused('rmSync', /^\.lock\../, code);
		const lock = taken();
		expect(lockHolder(fs.readFileSync(path, 'utf8'))?.pid).toBe(process.pid);
		await lock.release();
		expect(fs.existsSync(path)).toBe(false);
	});

	test('one that was removed and is still open elsewhere is nobody’s yet', () => {
		fs.writeFileSync(path, 'nonsense');
		refused('linkSync', /^\.lock$/, code);
		refused('writeFileSync', /^\.lock$/, code);
		expect(takeLock(path, 'test', machine())).toEqual({ holder: undefined });
	});

	test('a folder nobody may write to is said', () => {
		refused('writeFileSync', /lock/, code);
		expect(() => takeLock(path, 'test', machine())).toThrow(code);
	});

	test('a file whose time cannot be told is taken for young', () => {
		fs.writeFileSync(path, 'nonsense');
		refused('statSync', /^\.lock$/, code);
		expect(takeLock(path, 'test', machine())).toEqual({ holder: undefined });
	});
});

test('while it is being given free nobody takes it, not even this thread', async () => {
	const lock = taken();
	refused('rmSync', /^\.lock$/, 'EBUSY', 1);
	const released = lock.release();
	expect(takeLock(path, 'second', machine())).toMatchObject({ holder: { program: 'test' } });
	await released;
	await taken().release();
});

test.each(['EPERM', 'EACCES'])('where a right is missing it is told at once: %s', async code => {
	const on = machine('linux');
	const lock = taken(on);
	refused('rmSync', /^\.lock$/, code);
	await expect(lock.release()).rejects.toMatchObject({ code });
	expect(waited).toEqual([]);
});

test('what another one has put there while it was waited for is left alone', async () => {
	const other = { token: 'other', program: 'VS Code', started: 1 };
	const lock = taken();
	refused('rmSync', /^\.lock$/, 'EBUSY', 1);
	const released = lock.release();
	fs.writeFileSync(path, lockText(other));
	await released;
	expect(lockHolder(fs.readFileSync(path, 'utf8'))).toEqual(other);
});
