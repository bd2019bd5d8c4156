// `import`: files and folders of a person's documents → documents of a pack.

import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { proposeId } from '../../core/corpus/propose';
import { packYaml } from '../../core/corpus/yaml/write';
import { citedSources } from '../../core/documents/cited';
import { defaultLimits, importProblem, type Cancelled, type ImportProblem } from '../../core/documents/document';
import { readFileWith, type Readers } from '../../core/documents/importer';
import { Planner, type OnDuplicate, type Planned } from '../../core/documents/plan';
import { createPinyinReader } from '../../core/text/pinyinReader';
import { isDocumentInstead, type TableImport } from '../../app/importTable';
import { bytesToImport, filesToImport, type ImportSource } from '../../app/importFiles';
import { ImportStore, replaceFile, sweepPack } from '../../app/importStore';
import { packIdOf } from '../../app/packs/pack';
import { startPack, unstartPack } from '../../app/packs/start';
import { FileError } from '../../app/ports';
import { choice, flag, text, texts } from '../args';
import type { Args, Command } from '../command';
import { movedCitations, movedSentence } from './moved';
import { documentsIn, packBefore } from './packBefore';
import { idsOf, recordsIn } from './table';
import { print, progressOn, summary, withSentence, type Result } from './result';
import { giveFree, waitForPack } from './packLock';
import { readBytes, reason, shownPath, UsageError, type Io } from '../io';
import { nodeFiles } from '../nodeFiles';
import { isFolder, shippedPack } from '../packFolder';

/** A result with the plan of its document. */
type Planning = Result & { readonly planned?: Planned };

const levels = ['error', 'warning', 'information'] as const;

async function run(args: Args, io: Io): Promise<number> {
	const manner = mannerOf(args, io);
	const { folder, dry, stopping } = manner;
	await noFile(io, folder);
	for (const path of texts(args, 'drafts')) await readable(io, path);
	const places = args.positionals.map(path => resolve(io.cwd, path));
	const found = await filesToImport(nodeFiles, places, folder);
	const existed = await isFolder(folder);
	const lock = dry ? undefined : await waitForPack(io, folder, stopping);
	const store = new ImportStore(nodeFiles, folder, { begun: Date.now(), existed, replace: replaceFile(nodeFiles) });
	let planned: readonly Planning[] = [];
	try {
		if (lock) await sweepPack(nodeFiles, folder, lock.left, Date.now());
		if (dry || lock) planned = await importAll(args, io, found, { ...manner, store });
	} finally {
		if (lock) await giveFree(io, folder, lock);
		if (lock) await store.clear();
	}
	const results = await withCitations(io, args, folder, planned);
	if (flag(args, 'json'))
		io.out(JSON.stringify(results.map(one => ({ ...one, problems: one.problems.map(withSentence) }))));
	else summary(io, results, dry);
	return exitCode(args, io, found, results, stopping);
}

/** Before anything is written: a draft that is not there, or cannot be read, is a wrong call (UsageError). */
async function readable(io: Io, path: string): Promise<void> {
	const found = await nodeFiles.stat(resolve(io.cwd, path)).catch(() => ({ kind: 'file' }));
	if (!found) throw new UsageError(`没有这个文件 no such file: ${path}`);
	if (found.kind === 'file') await readBytes(io, path);
}

/** Each result with the citations that lead elsewhere since its document was updated; people are told line by line. */
async function withCitations(
	io: Io,
	args: Args,
	folder: string,
	results: readonly Planning[],
): Promise<readonly Result[]> {
	const changed = results.flatMap(({ planned }) => planned ?? []);
	const moved = await movedCitations(io, folder, texts(args, 'drafts'), changed);
	if (!flag(args, 'json')) for (const one of moved) io.out(movedSentence(one));
	return results.map(({ planned, ...result }) => {
		if (planned?.moves === undefined) return result;
		const citations = moved.filter(({ source }) => source === planned.id);
		return { ...result, moves: planned.moves, ...(citations.length > 0 && { citations }) };
	});
}

/** What the flags want; UsageError where they cannot be meant. */
function mannerOf(args: Args, io: Io): Omit<Manner, 'store'> {
	const into = text(args, 'into');
	if (into === undefined)
		throw new UsageError('请用 --into 指明语料包文件夹 name the folder of the pack: --into <folder>');
	if (args.positionals.length === 0)
		throw new UsageError('请指明要导入的文件或文件夹 name the files or folders that are to be imported');
	choice(args, 'fail-on', levels);
	return {
		folder: resolve(io.cwd, into),
		dry: flag(args, 'dry-run'),
		onDuplicate: choice(args, 'on-duplicate', ['skip', 'update', 'holding'] as const) ?? 'skip',
		stopping: io.stoppable?.() ?? { aborted: false },
	};
}

function exitCode(
	args: Args,
	io: Io,
	found: readonly ImportSource[],
	results: readonly Result[],
	stopping: Cancelled,
): number {
	if (stopping.aborted) {
		io.err('已停止：列出的都已完整写入，其余没有动 stopped: what is listed is written whole, the rest is untouched');
		return 130;
	}
	const missing = found.find(file => file.problem?.code === 'import.unreadable');
	if (missing) {
		io.err(`无法读取 cannot read: ${shownPath(io, missing.place)} (${String(missing.problem?.data.reason)})`);
		return 2;
	}
	const failOn = levels.indexOf(choice(args, 'fail-on', levels) ?? 'warning');
	return results.some(result => result.problems.some(one => levels.indexOf(one.severity) <= failOn)) ? 1 : 0;
}

/** Imports files one after the other; a pack that was only started, and into which nothing came, is taken back. */
async function importAll(
	args: Args,
	io: Io,
	found: readonly ImportSource[],
	manner: Manner,
): Promise<readonly Planning[]> {
	const { folder, dry, stopping } = manner;
	const planner = await plannerOf(io, folder);
	const fresh = !dry && (await begin(io, folder));
	const results: Planning[] = [];
	const progress = progressOn(io, found.length);
	const { createReaders } = await import('./readers');
	const readers = await createReaders(io.dist);
	for (const [i, file] of found.entries()) {
		if (stopping.aborted) break;
		progress(i, file.name);
		for (const result of await importFile(io, readers, planner, file, manner)) {
			results.push(result);
			if (!flag(args, 'json')) print(io, result);
		}
	}
	// A pack whose only file is open elsewhere stays, empty: what was told of the files is true all the same.
	if (fresh && results.every(result => result.document === null))
		await unstartPack(nodeFiles, folder).catch(() => undefined);
	return results;
}

/** Where there is a file, no folder can be. */
async function noFile(io: Io, folder: string): Promise<void> {
	const there = await stat(folder).catch(() => undefined);
	if (there && !there.isDirectory()) throw new UsageError(`不是文件夹 no folder: ${shownPath(io, folder)}`);
}

/** Starts the pack where there is none; answers whether there was none. */
async function begin(io: Io, folder: string): Promise<boolean> {
	const name = basename(folder);
	const id = packIdOf(name);
	try {
		return await startPack(nodeFiles, folder, packYaml({ id, title: name || id, language: 'zh-CN' }));
	} catch (error) {
		const why = error instanceof FileError ? error.reason : reason(error);
		throw new UsageError(`无法写入语料包 cannot write the pack: ${shownPath(io, folder)} (${why})`);
	}
}

/** A planner that knows what the pack has. Ids of the shipped pack are taken too: its records would win. */
async function plannerOf(io: Io, folder: string): Promise<Planner> {
	const shipped = await shippedPack(io).catch(() => undefined);
	const data = await packBefore(io, folder);
	const taken = idsOf(shipped?.data, data);
	for (const name of await documentsIn(io, folder)) taken.add(name.replace(/\.[^.]*$/, '').toLowerCase());
	const reader = createPinyinReader();
	const cited = shipped ? citedSources(shipped.data.sources, shipped.data.citations) : [];
	return new Planner(
		{ taken: id => taken.has(id), propose: (words, used, ending) => proposeId('source', words, reader, used, ending) },
		data?.documents,
		data?.sources,
		{ cited, extensions: data?.extensions ?? [] },
	);
}

interface Manner {
	readonly folder: string;
	readonly dry: boolean;
	readonly onDuplicate: OnDuplicate;
	readonly stopping: Cancelled;
	readonly store: ImportStore;
}

/** A line of the answer for a file without a document. */
function resultWithout(file: string, problems: readonly ImportProblem[]): Result {
	return { file, document: null, title: null, paragraphs: 0, action: 'none', problems };
}

async function importFile(
	io: Io,
	readers: Readers,
	planner: Planner,
	file: ImportSource,
	manner: Manner,
): Promise<readonly Planning[]> {
	const shown = shownPath(io, file.place);
	if (file.problem) return [resultWithout(shown, [file.problem])];
	const bytes = await bytesToImport(nodeFiles, file.place, defaultLimits.bytes);
	if (!(bytes instanceof Uint8Array)) return [resultWithout(shown, [bytes])];
	const records = recordsIn(io, manner, file.name, bytes);
	const done = await records;
	if (done && !isDocumentInstead(done)) return [tableResult(io, file, done, manner)];
	const original = { file: file.name, sha256: createHash('sha256').update(bytes).digest('hex') };
	const read = await readFileWith(readers, bytes, file.name, { ...defaultLimits, signal: manner.stopping });
	const results: Planning[] = [];
	for (const document of read.documents) {
		if (manner.stopping.aborted) break;
		const planned = planner.plan(document, original, manner.onDuplicate);
		results.push(await documentResult(io, shown, planner, planned, manner));
	}
	return read.problems.length > 0 || results.length === 0 ? [...results, resultWithout(shown, read.problems)] : results;
}

/** What became of the records of a table or a library. */
function tableResult(io: Io, file: ImportSource, { plan, files, problems }: TableImport, manner: Manner): Result {
	const { folder, dry } = manner;
	const last = files.at(-1);
	const records = dry || last !== undefined ? plan.entries : 0;
	return {
		...resultWithout(shownPath(io, file.place), problems),
		document: last === undefined ? null : shownPath(io, join(folder, last)),
		action: records > 0 ? 'new' : 'none',
		records,
	};
}

/** Writes a document and what was left out of it; answers what went wrong, and then nothing was written. */
async function written(store: ImportStore, planned: Planned): Promise<ImportProblem | undefined> {
	await store.put(planned);
	const [stored] = await store.commit();
	return stored?.reason === undefined ? undefined : importProblem('import.unwritten', { reason: stored.reason });
}

/** Writes a document that was planned. */
async function documentResult(
	io: Io,
	file: string,
	planner: Planner,
	planned: Planned,
	{ folder, dry, store }: Manner,
): Promise<Planning> {
	const failed = dry ? undefined : await written(store, planned);
	if (failed) planner.forget(planned);
	const isWritten = failed === undefined && planned.text !== undefined;
	return {
		file,
		document: isWritten ? shownPath(io, join(folder, planned.name)) : null,
		title: planned.title,
		paragraphs: planned.paragraphs,
		action: failed ? 'none' : planned.action,
		problems: failed ? [...planned.problems, failed] : planned.problems,
		...(isWritten && { planned }),
	};
}

export const importCommands: readonly Command[] = [
	{
		name: `import`,
		usage:
			'<file|folder…> --into <pack folder> [--dry-run] [--on-duplicate skip|update|holding] [--drafts <file|folder>] [--fail-on error|warning|information]',
		summary:
			'把网页、文本、Markdown、docx、pdf、ofd、JSONL 和表格（csv、xlsx：术语表收成术语，数据表收成文献）导入语料包 | imports web pages, texts, Markdown, docx, pdf, ofd, JSONL and tables (csv, xlsx: of terms as records, of figures as documents) into a pack',
		details: [
			'--drafts      更新过的文献段号变了时，指出这些文稿（文件或文件夹，可重复）里要改的引注 | where paragraphs of an updated document have other numbers: the citations in these drafts that need changing, repeatable',
		],
		options: {
			into: { type: 'string' },
			'dry-run': { type: 'boolean' },
			'on-duplicate': { type: 'string' },
			drafts: { type: 'string', multiple: true },
			'fail-on': { type: 'string' },
		},
		run,
	},
];
