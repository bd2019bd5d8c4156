// The documents of packs in folders of a disk: which there are, and what is in them. Only ever reads.

import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { readDocument } from '../../core/corpus/document';
import type { IndexedDocument, IndexProblem } from '../../core/search/index/engine';
import { heldCode, type OfferedDocument } from '../../core/search/offeredDocuments';
import { isHeld, patiently, type Patience } from '../lock/heldFiles';
import { waiting } from '../lock/moveOver';

/** So many files are looked at at once. */
const together = 32;
/** So deep folders are gone into. */
const deepest = 16;
/** Larger files are no documents, in bytes. */
const largest = 64_000_000;
/** Milliseconds that files which other programs have open are waited for in one listing, all together. */
const longest = 5000;

/** What folders are read with. */
export interface FolderMachine {
	readonly disk: Pick<typeof fs, 'readdir' | 'readFile' | 'stat'>;
	readonly patience: Patience;
}

const thisMachine: FolderMachine = { disk: fs, patience: waiting };

/**
 * Every Markdown file in the `documents` folders of packs, by its path, neither what is hidden nor links; and the files
 * and folders that cannot be looked at, though they are there.
 */
export async function listDocuments(
	packs: readonly string[],
	machine: FolderMachine = thisMachine,
): Promise<readonly (OfferedDocument | IndexProblem)[]> {
	const reader = new DocumentFolders(machine);
	for (const pack of new Set(packs)) await reader.walk(join(pack, 'documents'), 0);
	return [...(await reader.offers()), ...reader.problems];
}

class DocumentFolders {
	readonly problems: IndexProblem[] = [];
	private readonly paths: string[] = [];
	private readonly patience: Patience;

	constructor(private readonly machine: FolderMachine) {
		let left = longest;
		const { platform, wait } = machine.patience;
		this.patience = {
			platform,
			wait: milliseconds => {
				left -= milliseconds;
				return left < 0 ? undefined : wait(milliseconds);
			},
		};
	}

	async walk(folder: string, depth: number): Promise<void> {
		const { disk } = this.machine;
		const entries = await this.look(folder, () => disk.readdir(folder, { withFileTypes: true }));
		for (const entry of (entries ?? []).sort((a, b) => (a.name < b.name ? -1 : 1))) {
			// Hidden folders hold reports of imports and the like.
			if (entry.name.startsWith('.')) continue;
			const path = join(folder, entry.name);
			if (entry.isDirectory() && depth < deepest) await this.walk(path, depth + 1);
			else if (entry.isFile() && /\.md$/i.test(entry.name)) this.paths.push(path);
		}
	}

	async offers(): Promise<readonly OfferedDocument[]> {
		const offers: OfferedDocument[] = [];
		for (let from = 0; from < this.paths.length; from += together) {
			const some = this.paths.slice(from, from + together).map(path => this.offer(path));
			offers.push(...(await Promise.all(some)).flatMap(one => one ?? []));
		}
		return offers;
	}

	private async offer(path: string): Promise<OfferedDocument | undefined> {
		const known = await this.look(path, () => this.machine.disk.stat(path));
		if (!known) return undefined;
		const version = `${known.size} ${known.mtimeMs}`;
		return { name: path, version, read: () => this.read(path, version, known.size) };
	}

	/** What the disk says of a file or folder; nothing where it is gone, or cannot be looked at, which is a problem. */
	private async look<T>(path: string, ask: () => Promise<T>): Promise<T | undefined> {
		try {
			return await patiently(ask, this.patience);
		} catch (error) {
			const code = this.codeOf(error);
			if (code !== 'file.missing') this.problems.push({ file: path, code });
			return undefined;
		}
	}

	private codeOf(error: unknown): string {
		if (isHeld(error, this.patience.platform)) return heldCode;
		const code = String((error as { code?: unknown } | null)?.code);
		return /^(?:ENOENT|ENOTDIR)$/.test(code) ? 'file.missing' : 'file.unreadable';
	}

	private async read(path: string, version: string, size: number): Promise<IndexedDocument | IndexProblem> {
		if (size > largest) return { file: path, code: 'file.large' };
		try {
			const text = await patiently(() => this.machine.disk.readFile(path, 'utf8'), this.patience);
			return documentOf(path, version, text);
		} catch (error) {
			return { file: path, code: this.codeOf(error) };
		}
	}
}

function documentOf(path: string, version: string, text: string): IndexedDocument | IndexProblem {
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
