// `export`: the sources, all or those that drafts cite, as a file of another program.

import { dirname, resolve } from 'node:path';
import type { Bibliography } from '../app/bibliographies';
import { draftLanguageOf } from '../app/drafts';
import { exportTo, sourcesCited } from '../app/export';
import { FileError, type Place } from '../app/ports';
import { exportFormats, writeSources, type ExportFormat } from '../core/citations/exchange/tools';
import type { Source } from '../core/corpus/records';
import { Draft } from '../core/draft/draft';
import type { DraftLanguage } from '../core/draft/language';
import { choice, flag, text, texts } from './args';
import type { Args, Command } from './command';
import { readText, unwritten, UsageError, type Io } from './io';
import { LibraryReader } from './library';
import { nodeFiles } from './nodeFiles';
import { loadCorpus } from './packFolder';

/** The language of a draft by its name. */
export function languageOf(path: string): DraftLanguage {
	return draftLanguageOf(path) ?? 'markdown';
}

/** A draft as read; `path` as the person wrote it. */
interface ReadDraft {
	readonly path: string;
	readonly draft: Draft;
}

async function run(args: Args, io: Io): Promise<number> {
	const format = choice(args, 'format', exportFormats);
	if (format === undefined)
		throw new UsageError(`请用 --format 指明格式 name the format: --format ${exportFormats.join('|')}`);
	const drafts = [...texts(args, 'cited'), ...args.positionals];
	const [unexpected] = args.positionals;
	if (unexpected !== undefined && texts(args, 'cited').length === 0)
		throw new UsageError(`多余的参数 unexpected argument: ${unexpected}`);
	const out = text(args, 'out');
	const read: ReadDraft[] = [];
	for (const path of drafts) read.push({ path, draft: new Draft(await readText(io, path), languageOf(path)) });
	const corpus = await loadCorpus(io, texts(args, 'corpus'), 'whole', await namedLibraries(io, read, out));
	const drafted = read.map(({ draft }) => draft);
	const { sources, unknown, unknownIn } = sourcesCited(corpus, drafted);
	for (const [i, keys] of unknownIn.entries())
		for (const key of keys) io.err(`${drafts[i]}: 没有这个来源 no such source: ${key}`);
	const all = drafts.length > 0 ? sources : corpus.sources;
	if (out !== undefined) await writeOut(io, out, format, all);
	const written = () => writeSources(format, all);
	if (flag(args, 'json'))
		io.out(
			JSON.stringify({
				format,
				ids: all.map(source => source.id),
				unknown,
				...(out === undefined ? { text: written() } : { file: out }),
			}),
		);
	else if (out === undefined) io.out(written().replace(/\r?\n$/, ''));
	else io.out(`${all.length} 条来源 sources: ${out}`);
	return unknown.length > 0 ? 1 : 0;
}

/** Writes a file; UsageError where that cannot be. */
async function writeOut(io: Io, out: string, format: ExportFormat, sources: readonly Source[]): Promise<void> {
	const folder = await nodeFiles.stat(dirname(resolve(io.cwd, out))).catch(() => undefined);
	if (folder?.kind !== 'folder') throw new UsageError(`没有这个文件夹 no such folder: ${dirname(out)}`);
	try {
		await exportTo(nodeFiles, resolve(io.cwd, out), { write: writeSources }, format, sources);
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		throw unwritten(out, error);
	}
}

/**
 * The libraries that drafts name and that can be read; not the one about to be written, whose sources are those of the
 * last time.
 */
async function namedLibraries(
	io: Io,
	drafts: readonly ReadDraft[],
	out: string | undefined,
): Promise<readonly Bibliography[]> {
	const reader = new LibraryReader(io);
	const written = out === undefined ? undefined : resolve(io.cwd, out);
	const found = new Map<Place, Bibliography>();
	for (const { path, draft } of drafts) {
		const named = await reader.namedIn({ folder: dirname(path), draft });
		for (const library of named) if (library.place !== written) found.set(library.place, library);
	}
	return [...found.values()];
}

export const exportCommands: readonly Command[] = [
	{
		name: 'export',
		usage: '--format csl-json|bibtex|ris [--cited <draft>…] [--out file]',
		summary: '导出来源：全部，或文稿引用的 | exports the sources: all, or those that drafts cite',
		options: { format: { type: 'string' }, cited: { type: 'string', multiple: true }, out: { type: 'string' } },
		run,
	},
];
