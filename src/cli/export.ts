// `export`: the sources, all or those that drafts cite, as a file of another program.

import { writeFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import type { Bibliography } from '../app/bibliographies';
import type { Place } from '../app/ports';
import { citedIn } from '../core/citations/exchange/citedIn';
import { exportFormats, writeSources } from '../core/citations/exchange/tools';
import type { Corpus } from '../core/corpus/corpus';
import type { Source } from '../core/corpus/records';
import { Draft } from '../core/draft/draft';
import type { DraftLanguage } from '../core/draft/language';
import { choice, flag, text, texts } from './args';
import type { Args, Command } from './command';
import { readText, reason, UsageError, type Io } from './io';
import { LibraryReader } from './library';
import { loadCorpus } from './packFolder';

const languages: Readonly<Partial<Record<string, DraftLanguage>>> = {
	'.tex': 'latex',
	'.latex': 'latex',
	'.ltx': 'latex',
	'.txt': 'plaintext',
};

/** The language of a draft by its name. */
export function languageOf(path: string): DraftLanguage {
	return languages[extname(path).toLowerCase()] ?? 'markdown';
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
	const { sources, unknown } = citedAnywhere(io, corpus, read);
	const all = drafts.length > 0 ? [...sources] : corpus.sources;
	const written = writeSources(format, all);
	if (out !== undefined) await writeOut(io, out, written);
	if (flag(args, 'json'))
		io.out(
			JSON.stringify({
				format,
				ids: all.map(source => source.id),
				unknown: [...unknown],
				...(out === undefined ? { text: written } : { file: out }),
			}),
		);
	else if (out === undefined) io.out(written.replace(/\r?\n$/, ''));
	else io.out(`${all.length} 条来源 sources: ${out}`);
	return unknown.size > 0 ? 1 : 0;
}

/** The sources that drafts cite, and the keys that lead to none, of which the person is told. */
function citedAnywhere(
	io: Io,
	corpus: Corpus,
	drafts: readonly ReadDraft[],
): { readonly sources: ReadonlySet<Source>; readonly unknown: ReadonlySet<string> } {
	const sources = new Set<Source>();
	const unknown = new Set<string>();
	for (const { path, draft } of drafts) {
		const cited = citedIn(corpus, draft);
		for (const source of cited.sources) sources.add(source);
		for (const key of cited.unknown) {
			unknown.add(key);
			io.err(`${path}: 没有这个来源 no such source: ${key}`);
		}
	}
	return { sources, unknown };
}

/** Writes a file; UsageError where that cannot be. */
async function writeOut(io: Io, out: string, written: string): Promise<void> {
	try {
		await writeFile(resolve(io.cwd, out), written);
	} catch (error) {
		throw new UsageError(`无法写入 cannot write: ${out} (${reason(error)})`);
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
