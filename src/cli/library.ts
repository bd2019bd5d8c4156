// Library files of other programs → packs: those of `--corpus`, and those that drafts name.

import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
	bibliographiesIn,
	BibliographyReader,
	isUsed,
	type Bibliography,
	type BibliographyName,
	type NamedInDraft,
} from '../app/bibliographies';
import type { PackText } from '../app/fileText';
import { formatOf } from '../core/citations/exchange/bibliography';
import { createLibraryTools } from '../core/citations/exchange/tools';
import { compilePack } from '../core/corpus/compile';
import type { ReadPack } from '../core/corpus/yaml/read';
import type { Draft } from '../core/draft/draft';
import { refusalOf } from '../core/draft/namedFile';
import { createPinyinReader } from '../core/text/pinyinReader';
import { readBytes, shownPath, unreadLine, UsageError, type Io } from './io';
import { nodeFiles } from './nodeFiles';

const anything = { all: true, uris: new Set<string>() };

/**
 * Whether a path names a library: a file, there or not, whose name has the ending of one. A folder never is, nor a
 * pipe, which might never end.
 */
export async function isLibrary(io: Io, path: string): Promise<boolean> {
	return (
		formatOf(path) !== undefined &&
		(await stat(resolve(io.cwd, path)).then(
			found => found.isFile(),
			() => true,
		))
	);
}

/** A draft that may name libraries. */
export interface NamingDraft {
	/** The folder it lies in, as the person wrote it. */
	readonly folder: string;
	readonly draft: Draft;
}

/** Reads libraries, each once, whichever draft names it. */
export class LibraryReader {
	private readonly reader: BibliographyReader;
	/** Libraries of which it was told that they cannot be read. */
	private readonly said = new Set<string>();
	private readonly tools = lazily(() => {
		const pinyin = createPinyinReader();
		return {
			packs: { compile: (data: ReadPack['data']) => compilePack(data, pinyin) },
			libraries: createLibraryTools(),
		};
	});

	constructor(private readonly io: Io) {
		this.reader = new BibliographyReader(nodeFiles, { error: message => io.err(message) });
	}

	/**
	 * The libraries a draft names, beside it or where the person is; `unused` is told of each that is not in use. What
	 * leads to another machine is not followed.
	 */
	async namedIn(
		{ folder, draft }: NamingDraft,
		unused: (named: NamedInDraft) => void = () => undefined,
	): Promise<Bibliography[]> {
		const folders = [...new Set([resolve(this.io.cwd, folder), resolve(this.io.cwd)])];
		const refusal = (name: string) => refusalOf(name, undefined, true, []);
		const found: Bibliography[] = [];
		for (const name of bibliographiesIn(draft.bibliographies, { folders, refusal }, nodeFiles.resolve)) {
			const library = await this.read(name);
			if (library && isUsed(library)) {
				found.push(library);
				continue;
			}
			unused(name);
			if (library) await this.tell(library);
		}
		return found;
	}

	/** Once, why a library that is there cannot be read now, and what to do about it. */
	private async tell({ place, text }: Bibliography): Promise<void> {
		if (this.said.has(place)) return;
		this.said.add(place);
		const why = await whyUnread(this.io, shownPath(this.io, place), text);
		if (why !== undefined) this.io.err(why);
	}

	/** The library a name means, whether it can be used or not; nothing where nothing is there. */
	async read(name: BibliographyName): Promise<Bibliography | undefined> {
		const { library } = await this.reader.look(anything).first(name);
		return library && this.reader.loaded(library, this.tools);
	}
}

function lazily<T>(make: () => T): () => Promise<T> {
	let made: T | undefined;
	return () => Promise.resolve((made ??= make()));
}

/** Why the system does not give a file, and what to do about it; nothing where something else is wrong with it. */
async function whyUnread(io: Io, path: string, { fault }: PackText): Promise<string | undefined> {
	if (fault?.data['reason'] === 'busy') return unreadLine(path, 'EBUSY');
	if (fault?.data['reason'] !== 'failed') return undefined;
	return readBytes(io, path).then(
		() => undefined,
		(error: unknown) => (error as Error).message,
	);
}

/** Reads a library of `--corpus`; a file that cannot be read, or not as UTF-8, is a usage error. */
export async function readLibrary(io: Io, path: string): Promise<ReadPack> {
	const library = await new LibraryReader(io).read({ name: path, candidates: [resolve(io.cwd, path)] });
	if (library && isUsed(library)) return library.read;
	const why = library && (await whyUnread(io, path, library.text));
	if (why !== undefined) throw new UsageError(why);
	const reason = library ? String(library.text.fault?.data.reason ?? library.text.fault?.code) : 'ENOENT';
	throw new UsageError(`无法读取文献库 cannot read library: ${path} (${reason})`);
}
