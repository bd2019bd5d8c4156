// `import`: files and folders of a person's documents → documents of a pack.

import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { proposeId } from '../../core/corpus/propose';
import { packYaml } from '../../core/corpus/yaml/write';
import { citedSources } from '../../core/documents/cited';
import { defaultLimits, importProblem, type Cancelled, type ImportProblem } from '../../core/documents/document';
import { readFileWith, type Readers } from '../../core/documents/importer';
import { Planner, type OnDuplicate, type Planned } from '../../core/documents/plan';
import { createPinyinReader } from '../../core/text/pinyinReader';
import type { TableImport } from '../../app/importTable';
import { bytesToImport, filesToImport, type ImportSource } from '../../app/importFiles';
import { ImportStore, replaceFile, sweepPack } from '../../app/importStore';
import { packIdOf } from '../../app/packs/pack';
import { startPack, unstartPack } from '../../app/packs/start';
import { FileError } from '../../app/ports';
import { choice, flag, text } from '../args';
import type { Args, Command } from '../command';
import { idsOf, recordsIn } from './table';
import { importSentence } from './words';
import { waitForPack } from './packLock';
import { reason, shownPath, UsageError, type Io } from '../io';
import { nodeFiles } from '../nodeFiles';
import { isFolder, readPackFolder, shippedPack } from '../packFolder';

/** One line of the answer: a document, or a file without one. */
interface Result {
	readonly file: string;
	/** The path written (with `--dry-run`: that would be), or nothing. */
	readonly document: string | null;
	readonly title: string | null;
	readonly paragraphs: number;
	readonly action: Planned['action'] | 'none';
	readonly problems: readonly ImportProblem[];
	/** Of a table: how many terms and formulations it gave; `document` is the file the last of them stand in. */
	readonly records?: number;
}

const levels = ['error', 'warning', 'information'] as const;

async function run(args: Args, io: Io): Promise<number> {
	const manner = mannerOf(args, io);
	const { folder, dry, stopping } = manner;
	await noFile(io, folder);
	const places = args.positionals.map(path => resolve(io.cwd, path));
	const found = await filesToImport(nodeFiles, places, folder);
	const existed = await isFolder(folder);
	const lock = dry ? undefined : await waitForPack(io, folder, stopping);
	const store = new ImportStore(nodeFiles, folder, { begun: Date.now(), existed, replace: replaceFile(nodeFiles) });
	let results: readonly Result[] = [];
	try {
		if (lock) await sweepPack(nodeFiles, folder, lock.left, Date.now());
		if (dry || lock) results = await importAll(args, io, found, { ...manner, store });
	} finally {
		await lock?.release();
		if (lock) await store.clear();
	}
	if (flag(args, 'json'))
		io.out(JSON.stringify(results.map(one => ({ ...one, problems: one.problems.map(withSentence) }))));
	else summary(io, results, dry);
	return exitCode(args, io, found, results, stopping);
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
): Promise<readonly Result[]> {
	const { folder, dry, stopping } = manner;
	const fresh = !dry && !(await isFile(join(folder, 'pack.yaml')));
	const planner = await plannerOf(io, folder, dry);
	const results: Result[] = [];
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
	if (fresh && results.every(result => result.document === null)) await unstartPack(nodeFiles, folder);
	return results;
}

/** Where there is a file, no folder can be. */
async function noFile(io: Io, folder: string): Promise<void> {
	const there = await stat(folder).catch(() => undefined);
	if (there && !there.isDirectory()) throw new UsageError(`不是文件夹 no folder: ${shownPath(io, folder)}`);
}

/**
 * A planner that knows what the pack has; starts the pack where there is none. Ids of the shipped pack are taken too:
 * its records would win.
 */
async function plannerOf(io: Io, folder: string, dry: boolean): Promise<Planner> {
	if (!dry && !(await isFile(join(folder, 'pack.yaml')))) {
		const name = basename(folder);
		const id = packIdOf(name);
		await startPack(nodeFiles, folder, packYaml({ id, title: name || id, language: 'zh-CN' })).catch(
			(error: unknown) => {
				const why = error instanceof FileError ? error.reason : reason(error);
				throw new UsageError(`无法写入语料包 cannot write the pack: ${shownPath(io, folder)} (${why})`);
			},
		);
	}
	const shipped = await shippedPack(io).catch(() => undefined);
	const data = (await isFolder(folder)) ? (await readPackFolder(io, folder)).data : undefined;
	const taken = idsOf(shipped?.data, data);
	for (const name of await readdir(join(folder, 'documents')).catch(() => []))
		taken.add(name.replace(/\.[^.]*$/, '').toLowerCase());
	const reader = createPinyinReader();
	const cited = shipped ? citedSources(shipped.data.sources, shipped.data.citations) : [];
	return new Planner(
		{ taken: id => taken.has(id), propose: (words, used, ending) => proposeId('source', words, reader, used, ending) },
		data?.documents,
		data?.sources,
		{ cited, extensions: data?.extensions ?? [] },
	);
}

async function isFile(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
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
): Promise<readonly Result[]> {
	const shown = shownPath(io, file.place);
	if (file.problem) return [resultWithout(shown, [file.problem])];
	const bytes = await bytesToImport(nodeFiles, file.place, defaultLimits.bytes);
	if (!(bytes instanceof Uint8Array)) return [resultWithout(shown, [bytes])];
	const records = recordsIn(io, manner, file.name, bytes);
	if (records) return [await tableResult(io, file, records, manner)];
	const original = { file: file.name, sha256: createHash('sha256').update(bytes).digest('hex') };
	const read = await readFileWith(readers, bytes, file.name, { ...defaultLimits, signal: manner.stopping });
	const results: Result[] = [];
	for (const document of read.documents) {
		if (manner.stopping.aborted) break;
		const planned = planner.plan(document, original, manner.onDuplicate);
		results.push(await documentResult(io, shown, planner, planned, manner));
	}
	return read.problems.length > 0 || results.length === 0 ? [...results, resultWithout(shown, read.problems)] : results;
}

/** What became of the records of a table or a library. */
async function tableResult(io: Io, file: ImportSource, done: Promise<TableImport>, manner: Manner): Promise<Result> {
	const { folder, dry } = manner;
	const { plan, files, problems } = await done;
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
): Promise<Result> {
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
	};
}

const withSentence = (one: ImportProblem) => ({ ...one, message: importSentence(one) });

function print(io: Io, { file, document, title, paragraphs, records, action, problems }: Result): void {
	const written = document === null ? '' : ` → ${document}`;
	if (records !== undefined && action === 'new') io.out(`${file}${written}\t${String(records)} 条 records`);
	else if (document !== null) io.out(`${file}${written}\t${title ?? ''}\t${String(paragraphs)} 段 paragraphs`);
	for (const one of problems)
		io.out(
			`${file}${one.line === undefined ? '' : `:${String(one.line)}`} ${one.severity} ${one.code}: ${importSentence(one)}`,
		);
}

function summary(io: Io, results: readonly Result[], dry: boolean): void {
	const count = (action: Result['action']) => results.filter(result => result.action === action).length;
	const errors = results.filter(result => result.problems.some(one => one.severity === 'error')).length;
	io.out(
		`${dry ? '试运行，没有写入 dry run, nothing written: ' : ''}${String(count('new'))} 新增 new, ${String(count('update') + count('holding'))} 更新 updated, ${String(count('skip'))} 跳过 skipped, ${String(errors)} 失败 failed`,
	);
}

/** Says how far it is, on stderr, once it takes longer than a second. */
function progressOn(io: Io, all: number): (done: number, name: string) => void {
	let next = Date.now() + 1_000;
	return (done, name) => {
		if (Date.now() < next) return;
		next = Date.now() + 1_000;
		io.err(`${String(done)}/${String(all)} ${name}`);
	};
}

export const importCommands: readonly Command[] = [
	{
		name: `import`,
		usage:
			'<file|folder…> --into <pack folder> [--dry-run] [--on-duplicate skip|update|holding] [--fail-on error|warning|information]',
		summary:
			'把网页、文本、Markdown、docx、pdf、ofd、JSONL 和术语表（csv、xlsx）导入语料包 | imports web pages, texts, Markdown, docx, pdf, ofd, JSONL and tables of terms (csv, xlsx) into a pack',
		options: {
			into: { type: 'string' },
			'dry-run': { type: 'boolean' },
			'on-duplicate': { type: 'string' },
			'fail-on': { type: 'string' },
		},
		run,
	},
];
