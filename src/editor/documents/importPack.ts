// Tells the thread that reads documents what the pack has, so that the same text is recognised and no name is given
// twice.
import type * as vscode from 'vscode';
import type { Files } from '../../app/ports';
import { citedSources, type Corpus } from '../../core/service';
import type { ImportClient } from '../../workers/import/client';
import type { PackPart } from '../../workers/import/protocol';
import type { Packs } from '../packs/packs';
import { unlessWithheld } from './packLock';

/**
 * Documents told of at once; files read at once; the largest file that is a document (bytes); milliseconds to take them
 * in.
 */
const limits = { documents: 200, files: 50, bytes: 16_000_000, patience: 120_000 } as const;

/** A file of the pack, by its name there. */
export interface PackFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/**
 * Tells everything about the pack in a folder; `more`: documents that are to be written into it and are not there yet.
 */
export async function tellPack(
	ask: ImportClient['ask'],
	packs: Packs,
	corpus: Corpus,
	folder: vscode.Uri,
	more: readonly PackFile[],
): Promise<void> {
	const data = packs.packs().find(pack => pack.folder.uri.toString() === folder.toString())?.read.data;
	const documents = (data?.documents ?? []).map(one => ({ ...one, lines: [] }));
	const names = await documentNames(packs.files, folder);
	const read = new Set(documents.map(({ file }) => file));
	const unread = names.filter(name => !read.has(name));
	const records = [
		...corpus.sources,
		...corpus.citations,
		...corpus.terms,
		...corpus.formulations,
		...(data?.sources ?? []),
	];
	const taken = [
		...records.map(({ id }) => id),
		...names.map(name =>
			name
				.replace(/^.*\//, '')
				.replace(/\.[^.]*$/, '')
				.toLowerCase(),
		),
	];
	const tell = async (part: Partial<PackPart>) => {
		const whole: PackPart = {
			type: 'pack',
			documents: [],
			sources: [],
			extensions: [],
			cited: [],
			taken: [],
			files: [],
			done: false,
			...part,
		};
		const reply = await ask(whole, limits.patience);
		if ('none' in reply) throw new Error(reply.why || reply.none);
	};
	for (let at = 0; at < documents.length; at += limits.documents)
		await tell({ documents: documents.slice(at, at + limits.documents) });
	for (let at = 0; at < unread.length; at += limits.files)
		await tell({ files: await filesOf(packs.files, folder, unread.slice(at, at + limits.files)) });
	// Of what the pack has itself, and of texts that stand in full in another one, nothing has to be known here.
	const here = new Set([
		...(data?.sources ?? []).map(({ id }) => id),
		...corpus.documents.map(({ source }) => source).filter(id => !documents.some(({ source }) => source === id)),
	]);
	const cited = citedSources(
		corpus.sources.filter(({ id }) => !here.has(id)),
		corpus.citations,
	);
	await tell({
		sources: data?.sources ?? [],
		extensions: data?.extensions ?? [],
		cited,
		taken,
		files: more,
		done: true,
	});
}

/** The names of the files in the pack's `documents/`, hidden ones left out. */
async function documentNames(files: Files, folder: vscode.Uri): Promise<string[]> {
	const names: string[] = [];
	const walk = async (prefix: string, depth: number): Promise<void> => {
		const place = files.join(folder.toString(), prefix);
		const entries = (await unlessWithheld(prefix, () => files.list(place))) ?? [];
		for (const { name, kind } of entries) {
			if (name.startsWith('.')) continue;
			if (kind === 'folder' && depth < 4) await walk(`${prefix}${name}/`, depth + 1);
			else if (/\.md$/i.test(name)) names.push(prefix + name);
		}
	};
	await walk('documents/', 0);
	return names;
}

async function filesOf(files: Files, folder: vscode.Uri, names: readonly string[]): Promise<PackFile[]> {
	const found: PackFile[] = [];
	for (const name of names) {
		const place = files.join(folder.toString(), name);
		const bytes = await unlessWithheld(name, async () => {
			const size = (await files.stat(place))?.size ?? Infinity;
			return size <= limits.bytes ? files.read(place) : undefined;
		});
		// What is too large, or broken, cannot be compared; its name is taken all the same.
		if (bytes) found.push({ name, bytes });
	}
	return found;
}
