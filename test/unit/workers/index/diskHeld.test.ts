// The files of an index and documents that another program has open, renames or deletes, with the codes that Windows has for it: nothing that is whole is
// thrown away, what is in the way is named, and the next update goes on.
import * as fs from 'node:fs';
import * as asynchronous from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LocalIndex } from '../../../../src/core/search/index/localIndex';
import { HeldStoreFile } from '../../../../src/core/search/index/store';
import { openDisk, openIndex, type DiskMachine } from '../../../../src/workers/index/disk';
import { listDocuments, type FolderMachine } from '../../../../src/workers/index/folders';
import { pauses } from '../../../../src/workers/lock/heldFiles';

/** What a program has open: operations on files that fit are refused so often, with a code. */
interface Refusal {
	readonly operation: string;
	readonly name: RegExp;
	readonly code: string;
	left: number;
}

let folder = '';
let index = '';
let pack = '';
let refusals: Refusal[] = [];
let waited = 0;
beforeEach(() => {
	folder = fs.mkdtempSync(join(tmpdir(), 'policy-writing-held-'));
	[index, pack] = [join(folder, 'index'), join(folder, 'pack')];
	refusals = [];
	waited = 0;
	put('a', '加快形成新质生产力。');
	put('深/b', '发展未来产业。');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => join(pack, 'documents', `${name}.md`);
function put(name: string, body: string): void {
	fs.mkdirSync(join(file(name), '..'), { recursive: true });
	fs.writeFileSync(file(name), `---\nid: ${basename(name)}\ntype: book\ntitle: 《${name}》\n---\n\n${body}\n`);
}

const refused = (operation: string, name: RegExp, code: string, left = Infinity) =>
	refusals.push({ operation, name, code, left });
function refuse(operation: string, given: readonly unknown[]): void {
	const found = refusals.find(
		one => one.operation === operation && one.left > 0 && given.some(path => one.name.test(String(path))),
	);
	if (!found) return;
	found.left -= 1;
	throw Object.assign(new Error(`${found.code}: ${operation}`), { code: found.code });
}

/** The operations of a disk, each of which asks first whether it is refused. */
function guarded<T extends object>(disk: T): T {
	return new Proxy(disk, {
		get: (target, name, receiver) => {
			const operation: unknown = Reflect.get(target, name, receiver);
			if (typeof operation !== 'function') return operation;
			return (...given: unknown[]): unknown => {
				refuse(String(name), given);
				return (operation as (...given: unknown[]) => unknown)(...given);
			};
		},
	});
}
const patience = { platform: 'win32', wait: (milliseconds: number) => void (waited += milliseconds) } as const;
const machine: DiskMachine = { disk: guarded({ ...fs }), patience };
const folders: FolderMachine = {
	disk: guarded({
		readdir: async (...given: [never, never]) => Promise.resolve(asynchronous.readdir(...given)),
		stat: asynchronous.stat,
		readFile: asynchronous.readFile,
	}) as unknown as FolderMachine['disk'],
	patience,
};
const indexOn = (on = machine) =>
	new LocalIndex({
		store: openDisk(index, on),
		list: packs => listDocuments(packs, folders),
		pause: () => Promise.resolve(),
	});
/** An index that is on the disk, with both documents. */
async function kept(): Promise<void> {
	const first = indexOn();
	expect(await first.sync([pack])).toMatchObject({ put: 2, documents: 2 });
	await first.close();
}
const found = async (one: LocalIndex, text: string) => (await one.search({ text })).length;
const codes = ['EBUSY', 'EPERM', 'EACCES'] as const;

describe.each(codes)('a file of the index that another program has open: %s', code => {
	test.each([/manifest\.bin$/, /0\.segment$/])(
		'for a moment: %s is waited for, and nothing is made anew',
		async name => {
			await kept();
			refused('openSync', name, code, 3);
			const again = indexOn();
			expect(await again.status()).toMatchObject({ opened: 'kept', documents: 2 });
			expect(waited).toBe(170);
			await again.close();
		},
	);

	test.each([/manifest\.bin$/, /0\.segment$/])(
		'for longer: %s is named, no file is removed, and later all is there',
		async name => {
			await kept();
			const before = fs.readdirSync(index);
			refused('openSync', name, code);
			const again = indexOn();
			await expect(again.search({ text: '新质生产力' })).rejects.toThrow(HeldStoreFile);
			const update = await again.sync([pack]);
			expect(update.held).toMatch(name);
			expect(update).toMatchObject({ put: 0, removed: 0 });
			expect(fs.readdirSync(index)).toEqual(before);
			refusals = [];
			expect(await again.sync([pack])).toMatchObject({ opened: 'kept', put: 0, removed: 0, documents: 2 });
			expect(await found(again, '新质生产力')).toBe(1);
			await again.close();
		},
	);

	test.each([
		['openSync', /manifest\.bin\.writing$/],
		['renameSync', /manifest\.bin$/],
		['openSync', /1\.segment\.writing$/],
		['renameSync', /1\.segment$/],
	] as const)(
		'while it is written (%s %s): what was found is found, and the next update goes on',
		async (operation, name) => {
			await kept();
			const again = indexOn();
			put('c', '青稞产业有了新的做法。');
			refused(operation, name, code);
			const update = await again.sync([pack]);
			expect(update.held).toMatch(/(?:manifest\.bin|1\.segment)$/);
			expect(update.held).not.toContain('.writing');
			expect(update.documents).toBe(2);
			expect([await found(again, '新质生产力'), await found(again, '青稞产业')]).toEqual([1, 0]);
			refusals = [];
			expect(await again.sync([pack])).toMatchObject({ put: 1, documents: 3 });
			expect(await found(again, '青稞产业')).toBe(1);
			await again.close();
			const after = indexOn();
			expect(await after.status()).toMatchObject({ opened: 'kept', documents: 3 });
			await after.close();
			expect(fs.readdirSync(index).filter(one => one.endsWith('.writing'))).toEqual([]);
		},
	);

	test('what cannot be removed stays until the next time', async () => {
		await kept();
		const again = indexOn();
		put('a', '新质生产力有了新的说法。');
		put('深/b', '未来产业有了新的说法。');
		refused('rmSync', /0\.segment$/, code);
		expect(await again.sync([pack])).toMatchObject({ put: 2, documents: 2 });
		await again.close();
		expect(fs.readdirSync(index)).toContain('0.segment');
		refusals = [];
		const after = indexOn();
		expect(await after.status()).toMatchObject({ opened: 'kept', documents: 2 });
		await after.close();
		expect(fs.readdirSync(index)).not.toContain('0.segment');
	});

	test('the lock is waited for; who cannot have it reads', async () => {
		await kept();
		fs.writeFileSync(join(index, 'lock'), 'nonsense');
		refused('readFileSync', /lock$/, code);
		const opened = openIndex(index, 'test', () => undefined, machine);
		expect(opened.state).toBe('other');
		expect(waited).toBe(pauses.reduce((sum, pause) => sum + pause));
		await opened.end();
		fs.rmSync(join(index, 'lock'));
		refusals = [];
		const free = openIndex(index, 'test', () => undefined, machine);
		expect(free.state).toBe('free');
		refused('rmSync', /lock$/, code, 2);
		await free.end();
		expect(fs.readdirSync(index)).not.toContain('lock');
	});
});

test('an index that a person deletes while it is open is made anew', async () => {
	const first = indexOn();
	await first.sync([pack]);
	fs.rmSync(index, { recursive: true });
	put('c', '青稞产业有了新的做法。');
	expect(await first.sync([pack])).toMatchObject({ put: 1, documents: 3 });
	expect(await found(first, '新质生产力')).toBe(1);
	await first.close();
	const after = indexOn();
	expect(await after.sync([pack])).toMatchObject({ opened: 'repaired', put: 2, documents: 3 });
	expect(await found(after, '新质生产力')).toBe(1);
	await after.close();
});

test('a segment that somebody renames is missed the next time, and its documents are read again', async () => {
	await kept();
	fs.renameSync(join(index, '0.segment'), join(index, '0 - 副本.segment'));
	const after = indexOn();
	expect(await after.sync([pack])).toMatchObject({ opened: 'repaired', put: 2, documents: 2 });
	await after.close();
});

describe.each(codes)('a document that another program has open: %s', code => {
	test('for a moment: it is waited for', async () => {
		refused('readFile', /a\.md$/, code, 2);
		refused('stat', /b\.md$/, code, 2);
		refused('readdir', /documents$/, code, 2);
		const one = indexOn();
		expect(await one.sync([pack])).toMatchObject({ put: 2, documents: 2, problems: [] });
		await one.close();
	});

	test('for longer: what was known of it is found, it is named, and later it is read', async () => {
		await kept();
		const one = indexOn();
		put('a', '加快形成新质生产力，写得更长。');
		refused('readFile', /a\.md$/, code);
		expect(await one.sync([pack])).toMatchObject({
			put: 0,
			documents: 2,
			problems: [{ file: file('a'), code: 'file.held' }],
		});
		expect(await found(one, '新质生产力')).toBe(1);
		refusals = [];
		expect(await one.sync([pack])).toMatchObject({ put: 1, documents: 2, problems: [] });
		expect(await found(one, '写得更长')).toBe(1);
		await one.close();
	});

	test('one that cannot be looked at is not gone', async () => {
		await kept();
		const one = indexOn();
		refused('stat', /a\.md$/, code);
		expect(await one.sync([pack])).toMatchObject({
			removed: 0,
			documents: 2,
			problems: [{ file: file('a'), code: 'file.held' }],
		});
		await one.close();
	});

	test('a folder that cannot be looked into keeps its documents, and no others', async () => {
		put('深层/c', '青稞产业有了新的做法。');
		await kept3();
		const one = indexOn();
		fs.rmSync(file('深层/c'));
		refused('readdir', /深$/, code);
		expect(await one.sync([pack])).toMatchObject({
			removed: 1,
			documents: 2,
			problems: [{ file: join(pack, 'documents', '深'), code: 'file.held' }],
		});
		expect(await found(one, '未来产业')).toBe(1);
		await one.close();
	});
});

async function kept3(): Promise<void> {
	const first = indexOn();
	expect(await first.sync([pack])).toMatchObject({ put: 3 });
	await first.close();
}

test('a folder that a disk does not show now (a drive that is gone) keeps its documents', async () => {
	await kept();
	const one = indexOn();
	refused('readdir', /documents$/, 'EIO');
	expect(await one.sync([pack])).toMatchObject({
		removed: 0,
		documents: 2,
		problems: [{ file: join(pack, 'documents'), code: 'file.unreadable' }],
	});
	await one.close();
});

test('what is deleted between the listing and the reading is gone', async () => {
	await kept();
	const one = indexOn();
	put('a', '加快形成新质生产力，写得更长。');
	refused('readFile', /a\.md$/, 'ENOENT');
	expect(await one.sync([pack])).toMatchObject({ documents: 1, problems: [{ code: 'file.missing' }] });
	await one.close();
});

test('many that are open elsewhere are not waited for one after the other', async () => {
	for (let number = 0; number < 20; number++) put(`n${number}`, '新质生产力。');
	refused('readFile', /n\d+\.md$/, 'EBUSY');
	const one = indexOn();
	const update = await one.sync([pack]);
	expect(update.problems).toHaveLength(20);
	expect(waited).toBeLessThanOrEqual(5000);
	await one.close();
});
