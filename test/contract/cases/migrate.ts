// What bringing a group's library to a newer version does: each case has an index of its own, made by version 1 and brought to version 2.
import { expect, test } from 'vitest';
import { sendTo } from '../../../src/app/library/fetchEngine';
import { Migration, type MigrationOptions } from '../../../src/app/library/migrate';
import { GroupLibrary } from '../../../src/core/search/library/groupLibrary';
import type { EngineRequest, Send } from '../../../src/core/search/library/transport';
import { clock, pushTo } from './groupLibrary';
import { documents } from './library';

const few = documents.slice(0, 3);
const [old, next] = [{ version: 1 }, { version: 2 }];

/** Migrates the library at an address. */
export function migratesAsItShould(address: () => string): void {
	const migrate = (index: string, options: Partial<MigrationOptions> = {}, send: Send = sendTo(address())) =>
		new Migration(send, clock, { index, together: 1, ...next, ...options }).run();
	const open = (index: string, version: number) =>
		new GroupLibrary({ send: sendTo(address()), index, version, searchPatience: 10_000 });
	const found = async (library: GroupLibrary, text: string) =>
		(await library.search({ text })).filter(hit => hit.exact).map(hit => `${hit.source} ${hit.paragraph}`);
	/** Does something before each request that is like one. */
	const before =
		(isMeant: (request: EngineRequest) => boolean, act: (nth: number) => Promise<unknown>): Send =>
		async (request, signal) => {
			const nth = isMeant(request) ? count++ : undefined;
			if (nth !== undefined) await act(nth);
			return sendTo(address())(request, signal);
		};
	let count = 0;
	const isWrite = ({ path }: EngineRequest) => path.endsWith('/_bulk');

	test('the new version answers what the old one did, which is told that there is a newer one', async () => {
		const index = 'migrate-whole';
		await pushTo(address(), few, { index, ...old });
		const reader = open(index, 1);
		expect(await found(reader, '粮食安全')).toEqual(['gaoyuan-2012 2']);
		await expect(open(index, 2).search({ text: '青稞' })).rejects.toMatchObject({ fault: 'version' });
		expect(await migrate(index, { dry: true })).toMatchObject({ from: `${index}-v1`, to: `${index}-v2`, documents: 3 });
		expect(await migrate(index)).toEqual({
			from: `${index}-v1`,
			to: `${index}-v2`,
			documents: 3,
			cancelled: false,
		});
		const newer = open(index, 2);
		expect(await newer.status()).toMatchObject({ documents: 3, passages: 11 });
		expect(await found(newer, '粮食安全')).toEqual(['gaoyuan-2012 2']);
		expect(await newer.search({ text: '新质生产里' })).not.toEqual([]);
		expect(await newer.document('keji-2024')).toMatchObject({ title: few[2]?.title });
		await expect(open(index, 1).search({ text: '青稞' })).rejects.toMatchObject({ fault: 'newer' });
		await expect(pushTo(address(), few, { index, ...old })).rejects.toMatchObject({ fault: 'newer' });
		// Whoever had it open reads the old index on, until that is gone.
		expect(await found(reader, '粮食安全')).toEqual(['gaoyuan-2012 2']);
		await sendTo(address())({ method: 'DELETE', path: `/${index}-v1`, patience: 10_000 });
		await expect(reader.search({ text: '粮食安全' })).rejects.toMatchObject({ fault: 'newer' });
		expect(await migrate(index)).toMatchObject({ from: `${index}-v2`, to: `${index}-v2`, documents: 0 });
		await expect(migrate(index, old)).rejects.toMatchObject({ fault: 'newer' });
	});

	test('meanwhile it is read, and what is written, replaced and taken away is neither lost nor there twice', async () => {
		const index = 'migrate-busy';
		await pushTo(address(), few, { index, ...old });
		const reader = open(index, 1);
		count = 0;
		const changing = before(isWrite, async nth => {
			expect(await found(reader, '新质生产力')).toContain('keji-2024 1');
			if (nth !== 3) return;
			await pushTo(address(), documents.slice(3, 4), { index, ...old });
			await pushTo(address(), [{ ...few[1]!, paragraphs: ['草原改了章程。'] }], { index, ...old, update: true });
		});
		expect((await migrate(index, {}, changing)).cancelled).toBe(false);
		const newer = open(index, 2);
		const passages = 11 + documents[3]!.paragraphs.length - few[1]!.paragraphs.length + 1;
		expect(await newer.status()).toMatchObject({ documents: 4, passages });
		expect(await found(newer, '章程')).toEqual([`${few[1]!.source} 1`]);
	});

	test('shortly before the end nobody writes, and is told so', async () => {
		const index = 'migrate-blocked';
		await pushTo(address(), few, { index, ...old });
		count = 0;
		const late = before(
			({ path }) => path === '/_aliases',
			() =>
				expect(pushTo(address(), documents.slice(3, 4), { index, ...old })).rejects.toMatchObject({
					fault: 'migrating',
				}),
		);
		await migrate(index, {}, late);
		expect(count).toBe(1);
		expect(await pushTo(address(), documents.slice(3, 4), { index, ...next })).toMatchObject({ created: false });
	});

	test('broken off, it is taken up again where it was', async () => {
		const index = 'migrate-broken';
		await pushTo(address(), few, { index, ...old });
		count = 0;
		const dying = before(isWrite, nth =>
			nth === 4 ? Promise.reject(new Error('the line is cut')) : Promise.resolve(),
		);
		await expect(migrate(index, {}, dying)).rejects.toThrow('cut');
		expect(await found(open(index, 1), '粮食安全')).toEqual(['gaoyuan-2012 2']);
		const signal = { aborted: false };
		const stop = () => (signal.aborted = true);
		expect(await migrate(index, { signal, progress: stop })).toMatchObject({ cancelled: true });
		expect(await migrate(index)).toMatchObject({ documents: 2, cancelled: false });
		expect(await open(index, 2).status()).toMatchObject({ documents: 3, passages: 11 });
	});

	test.each([
		['before the engine hears of it', 'migrate-unheard', false],
		['after it, with the answer lost', 'migrate-unanswered', true],
	])('broken off at the last step, %s, the next run ends it', async (_, index, isHeard) => {
		await pushTo(address(), few, { index, ...old });
		const dying: Send = async (request, signal) => {
			if (request.path !== '/_aliases') return sendTo(address())(request, signal);
			if (isHeard) await sendTo(address())(request, signal);
			throw new Error('the line is cut');
		};
		await expect(migrate(index, {}, dying)).rejects.toThrow('cut');
		// Whether it is the old or the new one, what is pushed now is not lost with it.
		const fault = isHeard ? 'newer' : 'migrating';
		await expect(pushTo(address(), documents.slice(3, 4), { index, ...old })).rejects.toMatchObject({ fault });
		expect(await found(open(index, isHeard ? 2 : 1), '粮食安全')).toEqual(['gaoyuan-2012 2']);
		expect(await migrate(index)).toMatchObject({
			from: `${index}-v${isHeard ? 2 : 1}`,
			documents: 0,
			cancelled: false,
		});
		expect(await pushTo(address(), documents.slice(3, 4), { index, ...next })).toMatchObject({ created: false });
		expect((await open(index, 2).status()).documents).toBe(4);
	});
}
