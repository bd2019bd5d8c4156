// A pack is the same pack, with the same problems in the same words, wherever it is read: as the editor reads it, over
// files in memory and on the disk, and by the command line that was built.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { PackComposer, type FileProblems, type PackRoot } from '../../src/app/packs/compose';
import { readPackOnce } from '../../src/app/packs/pack';
import { PackFiles } from '../../src/app/packs/packFiles';
import type { CompiledPack } from '../../src/core/corpus/compile';
import type { LoadedPack } from '../../src/core/corpus/merge';
import { byPlace, type Problem } from '../../src/core/corpus/problem';
import { createPackTools } from '../../src/core/corpus/tools';
import { wordProblem } from '../../src/core/messages/packs/problems';
import { createService, type PolicyService } from '../../src/core/service';
import { inBoth } from '../../src/core/text/bilingual';
import { freshFolder, jsonOf, layInMemory, layOnDisk, removeFolders, type Laid } from '../support/hosts';
import { packs } from './cases/packs';

afterAll(removeFolders);
const tools = createPackTools();
const compiled = JSON.parse(readFileSync(join(import.meta.dirname, '../../dist/corpus.json'), 'utf8')) as CompiledPack;
const shipped: LoadedPack = { compiled };
const anything = { all: true, uris: new Set<string>() };

interface AsRead {
	readonly service: PolicyService;
	readonly problems: readonly (Problem & { message: string })[];
}

/** A pack as the editor reads it: its records first, then its documents, merged with the shipped pack. */
async function asEditor({ files, root }: Laid): Promise<AsRead> {
	const place = files.join(root, 'mine');
	const pack = new PackFiles(files, place);
	await pack.readRecords(anything, () => false);
	for await (const read of pack.readDocuments(anything)) void read;
	const composer = new PackComposer<PackRoot>(files, (name, error) => {
		throw new Error(name, { cause: error });
	});
	const composed = await composer.compose(shipped, [{ folder: { place }, texts: pack.texts() }], [], {
		tools,
		create: createService,
		pause: () => Promise.resolve(),
	});
	return { service: composed.service, problems: composed.across().flatMap(worded) };
}

function worded({ problems }: FileProblems): AsRead['problems'] {
	return [...problems].sort(byPlace).map(one => ({ ...one, message: inBoth(wordProblem(one)) }));
}

const recordsOf = ({ corpus }: PolicyService) => [
	...corpus.sources,
	...corpus.citations,
	...corpus.terms,
	...corpus.formulations,
];

describe.skipIf(process.platform === 'win32').each(Object.entries(packs))('%s', (_, tree) => {
	test('the same records and problems in memory, on the disk, on the command line', async () => {
		const disk = layOnDisk(freshFolder(), tree);
		const inMemory = await asEditor(layInMemory(tree));
		const onDisk = await asEditor(disk);
		expect(onDisk.problems).toEqual(inMemory.problems);
		expect(recordsOf(onDisk.service)).toEqual(recordsOf(inMemory.service));
		expect(onDisk.service.corpus.documents).toEqual(inMemory.service.corpus.documents);

		const problems = jsonOf<AsRead['problems']>(disk.root, 'corpus', 'check', 'mine');
		expect(problems).toEqual(inMemory.problems.map(one => ({ ...one, file: `mine/${one.file}` })));
		expect(jsonOf(disk.root, 'corpus', 'list', '--corpus', 'mine')).toEqual(
			JSON.parse(JSON.stringify(recordsOf(inMemory.service))),
		);
	});
});

test('every pack says something of its own: something is read, or something is wrong', async () => {
	const seen = await Promise.all(Object.values(packs).map(tree => asEditor(layInMemory(tree))));
	const codes = new Set(seen.flatMap(({ problems }) => problems.map(({ code }) => code)));
	expect([...codes].sort()).toEqual(
		expect.arrayContaining(['file.unreadable', 'file.unknown', 'pack.missing', 'id.duplicate', 'document.head']),
	);
	expect(codes.size).toBeGreaterThan(25);
});

test.each([
	['that is not there', {}, undefined],
	['that is a file', { mine: '文件' }, 'file'],
])('a folder %s', async (_, tree, reason) => {
	for (const { files, root } of [layInMemory({ other: '', ...tree }), layOnDisk(freshFolder(), tree)]) {
		const read = await readPackOnce(files, files.join(root, 'mine'), tools, 0);
		expect(read && 'fault' in read ? read.fault.data.reason : read).toBe(reason);
	}
});
