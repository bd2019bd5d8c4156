// The documents of packs in folders of a disk: which there are, and what is in them. Only ever reads.

import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocument } from '../../core/corpus/document';
import type { IndexedDocument, IndexProblem } from '../../core/search/index/engine';
import type { OfferedDocument } from '../../core/search/index/localIndex';

/** So many files are looked at at once. */
const together = 32;
/** So deep folders are gone into. */
const deepest = 16;
/** Larger files are no documents, in bytes. */
const largest = 64_000_000;

/** Every Markdown file in the `documents` folders of packs, by its path. Neither what is hidden nor links. */
export async function listDocuments(packs: readonly string[]): Promise<readonly OfferedDocument[]> {
	const paths: string[] = [];
	for (const pack of new Set(packs)) await walk(join(pack, 'documents'), 0, paths);
	const offers: OfferedDocument[] = [];
	for (let from = 0; from < paths.length; from += together) {
		const some = await Promise.all(
			paths.slice(from, from + together).map(async path => {
				const known = await stat(path).catch(() => undefined);
				return known && { name: path, version: `${known.size} ${known.mtimeMs}`, size: known.size };
			}),
		);
		for (const one of some)
			if (one) offers.push({ name: one.name, version: one.version, read: () => read(one.name, one.version, one.size) });
	}
	return offers;
}

async function walk(folder: string, depth: number, paths: string[]): Promise<void> {
	const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		// Hidden folders hold reports of imports and the like.
		if (entry.name.startsWith('.')) continue;
		const path = join(folder, entry.name);
		if (entry.isDirectory() && depth < deepest) await walk(path, depth + 1, paths);
		else if (entry.isFile() && /\.md$/i.test(entry.name)) paths.push(path);
	}
}

async function read(path: string, version: string, size: number): Promise<IndexedDocument | IndexProblem> {
	if (size > largest) return { file: path, code: 'file.large' };
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch {
		return { file: path, code: 'file.unreadable' };
	}
	const { head, source, paragraphs, layout, problems } = readDocument(path, text);
	if (!head) return { file: path, code: problems[0]?.code ?? 'document.head' };
	const { title, issued } = head.value;
	return {
		name: path,
		version,
		source,
		title: typeof title === 'string' ? title : '',
		...(typeof issued === 'string' ? { date: issued } : {}),
		paragraphs,
		provenance: head.value,
		...(layout && { layout }),
	};
}
