// Tells the thread that reads documents what the pack has, so that the same text is recognised and no name is given
// twice.
import * as vscode from 'vscode';
import { citedSources, type Corpus } from '../../core/service';
import type { ImportClient } from '../../workers/import/client';
import type { PackPart } from '../../workers/import/protocol';
import type { Packs } from '../packs/packs';

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
	const names = await documentNames(folder);
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
		await tell({ files: await filesOf(folder, unread.slice(at, at + limits.files)) });
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
async function documentNames(folder: vscode.Uri): Promise<string[]> {
	const names: string[] = [];
	const walk = async (prefix: string, depth: number): Promise<void> => {
		const entries = await vscode.workspace.fs
			.readDirectory(vscode.Uri.joinPath(folder, prefix))
			.then(undefined, () => []);
		for (const [name, type] of entries) {
			if (name.startsWith('.')) continue;
			if (type === vscode.FileType.Directory && depth < 4) await walk(`${prefix}${name}/`, depth + 1);
			else if (/\.md$/i.test(name)) names.push(prefix + name);
		}
	};
	await walk('documents/', 0);
	return names;
}

async function filesOf(folder: vscode.Uri, names: readonly string[]): Promise<PackFile[]> {
	const files: PackFile[] = [];
	for (const name of names) {
		const uri = vscode.Uri.joinPath(folder, name);
		try {
			if ((await vscode.workspace.fs.stat(uri)).size <= limits.bytes)
				files.push({ name, bytes: await vscode.workspace.fs.readFile(uri) });
		} catch {
			// What cannot be read cannot be compared; its name is taken all the same.
		}
	}
	return files;
}
