// Files that another program has open, or a drive does not answer for: looked at again by themselves, and what was read of them before is in use meanwhile.
import { expect, test } from 'vitest';
import { HeldPlaces } from '../../../../src/app/packs/heldPlaces';
import { PackFiles } from '../../../../src/app/packs/packFiles';
import { TouchedFiles } from '../../../../src/app/packs/touched';
import { FileError, type Clock, type FileFault, type Files, type Place } from '../../../../src/app/ports';
import { memoryFiles } from '../../../support/memoryFiles';

/** A clock whose time passes when it is told to. */
function handClock() {
	const waits: { readonly milliseconds: number; readonly end: () => void }[] = [];
	const clock: Clock = {
		now: () => 0,
		wait: (milliseconds, signal) =>
			new Promise(end => {
				waits.push({ milliseconds, end });
				signal?.addEventListener('abort', () => end());
			}),
	};
	return { clock, waits };
}
const turn = () => new Promise<void>(resolve => void setImmediate(resolve));

/** Files of which some are refused: `busy` while another program has them open. */
function world() {
	const files = memoryFiles();
	const refused = new Map<Place, FileFault>();
	const asked = async <T>(place: Place, work: () => Promise<T>): Promise<T> => {
		const fault = refused.get(place);
		if (fault) throw new FileError(fault, place, 'EBUSY');
		return work();
	};
	const guarded: Files = {
		...files,
		list: folder => asked(folder, () => files.list(folder)),
		read: place => asked(place, () => files.read(place)),
		readStart: (place, bytes) => asked(place, () => files.readStart(place, bytes)),
	};
	return {
		files,
		refused,
		guarded,
		put: (place: Place, text: string) => files.write(place, new TextEncoder().encode(text), true),
	};
}

test('what is open elsewhere is looked at again, each time after twice as long, and no more once it was read', async () => {
	const { guarded, refused, put } = world();
	await put('/p/terms/a.yaml', 'a');
	const { clock, waits } = handClock();
	const again: Place[] = [];
	const held = new HeldPlaces(clock, place => again.push(place));
	const files = held.over(guarded);
	refused.set('/p/terms/a.yaml', 'busy');
	for (const expected of [1000, 2000, 4000]) {
		await expect(files.read('/p/terms/a.yaml')).rejects.toThrow('EBUSY');
		await expect(files.read('/p/terms/a.yaml')).rejects.toThrow('EBUSY');
		expect(waits.splice(0).map(({ milliseconds, end }) => (end(), milliseconds))).toEqual([expected]);
		await turn();
	}
	expect(again).toEqual(Array(3).fill('/p/terms/a.yaml'));
	refused.clear();
	await files.read('/p/terms/a.yaml');
	refused.set('/p/terms/a.yaml', 'slow');
	await expect(files.read('/p/terms/a.yaml')).rejects.toThrow();
	expect(waits[0]?.milliseconds).toBe(1000);
	held.dispose();
	await turn();
	expect(again).toHaveLength(3);
});

test.each(['denied', 'missing', 'folder', 'failed'] as const)('nobody looks again at what is %s', async fault => {
	const { guarded, refused } = world();
	const { clock, waits } = handClock();
	const files = new HeldPlaces(clock, () => undefined).over(guarded);
	refused.set('/p/a.yaml', fault);
	await expect(files.read('/p/a.yaml')).rejects.toThrow();
	expect(waits).toEqual([]);
});

/** Reads a pack as the editor does when it was told of some files. */
async function look(pack: PackFiles, touched: TouchedFiles) {
	const taken = touched.take();
	await pack.readRecords(taken, () => false);
	for await (const read of pack.readDocuments(taken)) void read;
	return pack
		.texts()
		.map(({ name, text, fault }) => (fault ? `${name}: ${String(fault.data['reason'])}` : `${name}: ${text}`));
}

test.each(['terms/a.yaml', 'documents/a.md'])(
	'%s that a scanner has open keeps what it had; the second time that is told; then it is as it is now',
	async name => {
		const { guarded, refused, put } = world();
		const [pack, touched] = [new PackFiles(guarded, '/p'), new TouchedFiles()];
		const place = `/p/${name}`;
		await put(place, 'first');
		expect(await look(pack, touched)).toEqual([`${name}: first`]);
		await put(place, 'second, which is longer');
		refused.set(place, 'busy');
		touched.add(place);
		expect(await look(pack, touched)).toEqual([`${name}: first`]);
		touched.add(place);
		expect(await look(pack, touched)).toEqual([`${name}: busy`]);
		refused.clear();
		touched.add(place);
		expect(await look(pack, touched)).toEqual([`${name}: second, which is longer`]);
	},
);

test('one that nobody has read before is told of at once', async () => {
	const { guarded, refused, put } = world();
	await put('/p/terms/a.yaml', 'first');
	refused.set('/p/terms/a.yaml', 'busy');
	expect(await look(new PackFiles(guarded, '/p'), new TouchedFiles())).toEqual(['terms/a.yaml: busy']);
});

test('one that comes back as it was is read again', async () => {
	const { guarded, refused, put } = world();
	const [pack, touched] = [new PackFiles(guarded, '/p'), new TouchedFiles()];
	await put('/p/terms/a.yaml', 'first');
	await look(pack, touched);
	const [before] = pack.texts();
	refused.set('/p/terms/a.yaml', 'busy');
	touched.add('/p/terms/a.yaml');
	await look(pack, touched);
	refused.clear();
	touched.add();
	expect(await look(pack, touched)).toEqual(['terms/a.yaml: first']);
	expect(pack.texts()[0]).toBe(before);
});
