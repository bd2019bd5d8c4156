// What both hosts do with one pack: what it is called, what is wrong with it, and reading it as a whole.
import type { LoadedPack } from '../../core/corpus/merge';
import { fileStart, problem, type Problem } from '../../core/corpus/problem';
import type { PackData } from '../../core/corpus/records';
import type { PackTools } from '../../core/corpus/tools';
import type { ReadPack } from '../../core/corpus/yaml/read';
import type { Fault, PackText } from '../fileText';
import type { Files, Place } from '../ports';
import { PackFiles } from './packFiles';

/** The id of a pack that does not say its own: the name of its folder. */
export function packIdOf(name: string): string {
	return (
		name
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-|-$/g, '') || 'pack'
	);
}

/** What keeps files of a pack from being read. */
export function faultProblems(texts: readonly PackText[]): Problem[] {
	return texts.flatMap(({ name, fault }) => (fault ? [problem(name, fileStart, fault.code, fault.data)] : []));
}

/** Places that name files with the number of their pack, so that problems of merging find their way back. */
export function numbered(read: ReadPack, number: number): NonNullable<LoadedPack['places']> {
	return {
		file: record => `${number}/${read.places.file(record)}`,
		place: (record, path) => read.places.place(record, path),
	};
}

/** Those problems of merging that are about the pack of this number. */
export function problemsOf(merging: readonly Problem[], number: number): Problem[] {
	const prefix = `${number}/`;
	return merging
		.filter(({ file }) => file.startsWith(prefix))
		.map(one => ({ ...one, file: one.file.slice(prefix.length) }));
}

/**
 * What is wrong with a pack beside others, which come `before` it: across its records, and where merging, in which it
 * has this number (see {@link numbered}), left something of it out.
 */
export function problemsBeside(
	read: ReadPack,
	before: readonly PackData[],
	[merging, number]: readonly [readonly Problem[], number],
	check: PackTools['check'],
): readonly Problem[] {
	return [...check(read, before), ...problemsOf(merging, number)];
}

/**
 * Reads a pack folder once; what cannot be read is among the problems. Nothing where there is no such folder, and why
 * where it cannot be looked into. `room`: bytes of documents that are read whole; of the others only the front matter.
 */
export async function readPackOnce(
	files: Files,
	folder: Place,
	tools: Pick<PackTools, 'read'>,
	room: number,
): Promise<ReadPack | { readonly fault: Fault } | undefined> {
	const anything = { all: true, uris: new Set<string>() };
	const pack = new PackFiles(files, folder, room);
	await pack.readRecords(anything, () => false);
	if (pack.fault) return { fault: pack.fault };
	if (!pack.there) return undefined;
	for await (const read of pack.readDocuments(anything)) void read;
	const texts = pack.texts();
	const read = tools.read(
		texts.filter(({ fault }) => !fault),
		packIdOf(files.nameOf(folder)),
	);
	return { ...read, problems: [...faultProblems(texts), ...read.problems] };
}
