// What an import writes, and the lock under which it does so, are the same over memory and over real files.
import { afterAll, describe, expect, test } from 'vitest';
import { ImportStore, replaceFile, sweepPack } from '../../src/app/importStore';
import { lockPack, type LockTaker, type LockWait } from '../../src/app/packLock';
import type { Clock, Files, Place } from '../../src/app/ports';
import { lockBeat, lockText, packLockName } from '../../src/core/corpus/lockHolder';
import type { Planned } from '../../src/core/documents/plan';
import { freshFolder, layInMemory, layOnDisk, removeFolders, type Laid, type Tree } from '../support/hosts';

afterAll(removeFolders);

const hosts: readonly (readonly [string, (tree: Tree) => Laid])[] = [
	['in memory', layInMemory],
	['on the disk', tree => layOnDisk(freshFolder(), tree)],
];

const planned = (id: string, more: Partial<Planned> = {}): Planned => ({
	action: 'new',
	id,
	title: id,
	name: `documents/${id}.md`,
	text: `---\nid: ${id}\ntype: report\ntitle: ${id}\n---\n\n# ${id}\n\n段落。\n`,
	report: { name: `documents/.dropped/${id}.md`, text: '页眉' },
	paragraphs: 1,
	problems: [],
	...more,
});

async function textsBelow(files: Files, folder: Place, below = ''): Promise<Record<string, string>> {
	const found: Record<string, string> = {};
	for (const { name, kind } of await files.list(folder).catch(() => [])) {
		const place = files.join(folder, name);
		if (kind === 'folder') Object.assign(found, await textsBelow(files, place, `${below}${name}/`));
		else found[below + name] = new TextDecoder().decode(await files.read(place));
	}
	return found;
}

const untilAborted = (signal: AbortSignal) =>
	new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()));

/** A clock that stands, and goes on by as much as is waited. */
function handClock(now = Date.now()): Clock & { now: () => number } {
	return {
		now: () => now,
		wait: (milliseconds, signal) => {
			// The holder of a lock says that it works on when that is given free, not before.
			if (signal) return untilAborted(signal);
			now += milliseconds;
			return Promise.resolve();
		},
	};
}

describe.each(hosts)('documents %s', (_, lay) => {
	const storeIn = ({ files, root }: Laid, existed = true) =>
		new ImportStore(files, files.join(root, 'mine'), {
			begun: 1_700_000_000_000,
			existed,
			replace: replaceFile(files),
		});

	test('nothing is in the pack before the commit, and nothing else after it', async () => {
		const laid = lay({ 'mine/pack.yaml': 'id: mine\n' });
		const store = storeIn(laid);
		await Promise.all([store.put(planned('a')), store.put(planned('b', { report: undefined }))]);
		expect((await store.laid()).map(({ name }) => name)).toEqual(['documents/a.md', 'documents/b.md']);
		expect(Object.keys(await textsBelow(laid.files, laid.files.join(laid.root, 'mine'))).filter(isVisible)).toEqual([
			'pack.yaml',
		]);
		const stored = await store.commit();
		expect(stored.map(one => [one.planned.id, one.reason, one.report !== undefined])).toEqual([
			['a', undefined, true],
			['b', undefined, false],
		]);
		await store.clear();
		expect(Object.keys(await textsBelow(laid.files, laid.files.join(laid.root, 'mine'))).sort()).toEqual([
			'documents/.dropped/a.md',
			'documents/a.md',
			'documents/b.md',
			'pack.yaml',
		]);
	});

	test('a file that is there stays, also its report; the others are written', async () => {
		const laid = lay({ 'mine/documents/a.md': '别人的', 'mine/documents/.dropped/a.md': '别人的' });
		const store = storeIn(laid);
		await store.put(planned('a'));
		await store.put(planned('b'));
		expect((await store.commit()).map(one => one.reason)).toEqual(['EEXIST', undefined]);
		const texts = await textsBelow(laid.files, laid.files.join(laid.root, 'mine/documents'));
		expect([texts['a.md'], texts['.dropped/a.md'], texts['.dropped/b.md']]).toEqual(['别人的', '别人的', '页眉']);
	});

	test('an update keeps what a person wrote beside the fields', async () => {
		const laid = lay({ 'mine/documents/a.md': '---\nid: a\ntype: report\ntitle: 旧 # 查过\n---\n\n旧。\n' });
		const store = storeIn(laid);
		await store.put(planned('a', { action: 'update', report: undefined }));
		expect((await store.commit()).map(one => one.reason)).toEqual([undefined]);
		const { 'a.md': text } = await textsBelow(laid.files, laid.files.join(laid.root, 'mine/documents'));
		expect(text).toContain('title: a # 查过');
		expect(text).toContain('段落。');
	});

	test.each(['update', 'holding'] as const)('the byte order mark and line ends of a file stay: %s', async action => {
		const laid = lay({ 'mine/documents/a.md': '\uFEFF---\r\nid: a\r\ntitle: 旧 # 查过\r\n---\r\n\r\n旧。\r\n' });
		const store = storeIn(laid);
		await store.put(planned('a', { action, report: undefined }));
		expect((await store.commit()).map(one => one.reason)).toEqual([undefined]);
		const place = laid.files.join(laid.root, 'mine/documents/a.md');
		const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await laid.files.read(place));
		expect(text).toMatch(/^\uFEFF---\r\nid: a\r\n/);
		expect(text).toContain('title: a # 查过\r\n');
		expect(text).not.toMatch(/\r\r|(?<!\r)\n/);
	});

	test('a name that leads out of the pack is refused', async () => {
		const laid = lay({ 'mine/pack.yaml': '' });
		const store = storeIn(laid);
		await store.put(planned('a', { name: '../a.md' }));
		expect((await store.commit()).map(one => one.reason)).toEqual(['outside']);
		await store.clear();
		expect(Object.keys(await textsBelow(laid.files, laid.root))).toEqual(['mine/pack.yaml']);
	});

	test('what was not committed goes, with the folder if it was not there before and nothing else is in it', async () => {
		const laid = lay({ 'other.md': '' });
		const store = storeIn(laid, false);
		await store.put(planned('a'));
		await store.clear();
		expect(await laid.files.stat(laid.files.join(laid.root, 'mine'))).toBeUndefined();
	});

	test('what one that crashed has left is swept; what another may still need is not', async () => {
		const begun = (when: number) => `mine/.import-${when.toString(36)}`;
		const now = Date.now();
		const tree: Tree = {
			[`${begun(now - 3_600_000)}/1.md`]: '甲',
			[`${begun(now - 90_000_000)}/1.md`]: '乙',
			'mine/documents/.12-34-5.tmp': '半',
			'mine/documents/a.md': '丙',
			'mine/.import-notes.md': '丁',
		};
		for (const [crashed, left] of [
			[false, 4],
			[true, 2],
		] as const) {
			const laid = lay(tree);
			const pack = laid.files.join(laid.root, 'mine');
			// A file in memory is as old as the clock is told.
			const modified = (await laid.files.stat(laid.files.join(pack, 'documents/.12-34-5.tmp')))?.modified ?? 0;
			await sweepPack(laid.files, pack, crashed, Math.max(modified, now - 50_000));
			const names = Object.keys(await textsBelow(laid.files, pack));
			expect(names).toContain('documents/a.md');
			expect(names).toContain('.import-notes.md');
			expect(names.length).toBe(modified === 0 && !crashed ? left - 1 : left);
		}
	});
});

const isVisible = (name: string) => !name.startsWith('.import-');

describe.each(hosts)('the lock of a pack %s', (_, lay) => {
	const waitFor = (laid: Laid, more: Partial<LockTaker & LockWait> = {}) => {
		const { stopping = { aborted: false }, waits = () => undefined, patience, ...taker } = more;
		return lockPack(
			{ files: laid.files, clock: handClock(), program: 'test', ...taker },
			laid.files.join(laid.root, 'mine'),
			{ stopping, waits, ...(patience === undefined ? {} : { patience }) },
		);
	};
	const holder = { token: 't', program: 'VS Code', started: 1, pid: 7, host: 'elsewhere' };
	const place = (laid: Laid) => laid.files.join(laid.root, `mine/${packLockName}`);

	test('is taken, tells who has it, and goes again', async () => {
		const laid = lay({});
		const lock = await waitFor(laid);
		expect(new TextDecoder().decode(await laid.files.read(place(laid)))).toContain('"program":"test"');
		if (!('release' in lock)) throw new Error('not taken');
		expect(lock.left).toBe(false);
		await lock.release();
		expect(await laid.files.stat(place(laid))).toBeUndefined();
	});

	test('is waited for, which is said once, until it is given free', async () => {
		const laid = lay({ [`mine/${packLockName}`]: lockText(holder) });
		const said: string[] = [];
		const now = (await laid.files.stat(place(laid)))?.modified ?? 0;
		let looks = 0;
		const clock: Clock = {
			now: () => now,
			wait: async (_, signal) => {
				if (signal) return untilAborted(signal);
				if (++looks === 3) await laid.files.remove(place(laid));
			},
		};
		const lock = await waitFor(laid, { clock, waits: who => void said.push(who) });
		expect([said, looks, 'release' in lock]).toEqual([['VS Code 7'], 3, true]);
	});

	test('the person stops it, or it takes too long', async () => {
		const laid = lay({ [`mine/${packLockName}`]: lockText(holder) });
		const clock = handClock((await laid.files.stat(place(laid)))?.modified ?? 0);
		expect(await waitFor(laid, { clock, patience: 1000 })).toEqual({ none: 'late', who: 'VS Code 7' });
		expect(await waitFor(laid, { clock, stopping: { aborted: true } })).toEqual({ none: 'stopped', who: '' });
	});

	test('of one that has long said nothing it is taken over, which is told', async () => {
		const laid = lay({ [`mine/${packLockName}`]: lockText(holder) });
		const clock = handClock(((await laid.files.stat(place(laid)))?.modified ?? 0) + 10 * lockBeat);
		expect(await waitFor(laid, { clock })).toMatchObject({ left: true });
	});

	test('a disk has its own way', async () => {
		const laid = lay({});
		const asked: Place[] = [];
		const own = { left: true, release: () => undefined };
		expect(await waitFor(laid, { onDisk: file => (asked.push(file), own) })).toBe(own);
		expect(asked).toEqual([place(laid)]);
	});
});
