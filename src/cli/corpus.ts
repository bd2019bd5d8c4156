// `corpus check`, `corpus coverage`, `corpus list`, `corpus build`: what a person who edits a pack asks on the
// command line.

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { comparedPlace } from '../app/homeFolder';
import { numbered, problemsBeside } from '../app/packs/pack';
import { checkPack } from '../core/corpus/check/records';
import { mergePacks } from '../core/corpus/merge';
import { byPlace, fileStart, problem, type Problem, type Severity } from '../core/corpus/problem';
import type { Citation, Formulation, PackData, Source, Term } from '../core/corpus/records';
import { checkTexts, coverage } from '../core/corpus/check/texts';
import { atMost, choice, flag, texts } from './args';
import { readBodies } from './bodies';
import { build, expectedSnippets } from './build';
import type { Args, Command, Options } from './command';
import { shownPath, UsageError, type Io } from './io';
import { loadCorpus, readPackFolder, shippedPack } from './packFolder';
import { line, sentence } from './words';

const severities: readonly Severity[] = ['error', 'warning', 'information'];
const failOn: Options = { 'fail-on': { type: 'string' } };

/** 1 when a problem is at or above `--fail-on` (default warning), else 0. */
export function verdict(args: Args, problems: readonly Problem[]): number {
	const level = severities.indexOf(choice(args, 'fail-on', severities) ?? 'warning');
	return problems.some(one => severities.indexOf(one.severity) <= level) ? 1 : 0;
}

/** A pack without what only searching and completing need. */
const bare = (data: PackData) => ({ compiled: { data, pinyin: {}, traditional: {} } });

/** Problems of one pack folder, checked beside the shipped pack (unless it is that) and the packs of `--corpus`. */
async function checkFolder(args: Args, io: Io, folder: string, shipped: boolean): Promise<readonly Problem[]> {
	const pack = await readPackFolder(io, folder);
	const others: PackData[] = shipped
		? []
		: [(await shippedPack(io)).data].filter(other => other.info.id !== pack.data.info.id);
	for (const other of texts(args, 'corpus')) others.push((await readPackFolder(io, other)).data);
	const merged = mergePacks([...others.map(bare), { ...bare(pack.data), places: numbered(pack, 0) }]);
	const problems = [...pack.problems, ...problemsBeside(pack, others, [merged.problems, 0], checkPack)];
	const folders = texts(args, 'texts');
	if (folders.length > 0) problems.push(...checkTexts(pack, await readBodies(io, folders)));
	if (shipped) problems.push(...(await drift(folder, pack.data)));
	return problems.sort(byPlace);
}

/**
 * The shipped snippets are generated and committed; this says when they are no longer what formulations and outlines
 * make.
 */
async function drift(folder: string, data: PackData): Promise<readonly Problem[]> {
	const problems: Problem[] = [];
	for (const [file, text] of await expectedSnippets(data, join(folder, '..', 'snippets'))) {
		const name = `snippets/${file}`;
		const written = await readFile(join(folder, '..', name), 'utf8').catch(() => '');
		if (written.replaceAll('\r\n', '\n') !== text)
			problems.push(problem(name, fileStart, 'snippet.drift', { text: name }));
	}
	return problems;
}

async function check(args: Args, io: Io): Promise<number> {
	atMost(args, 1);
	const shippedFolder = join(io.dist, '..', 'corpus');
	const folder = args.positionals[0] ?? shippedFolder;
	const problems = await checkFolder(
		args,
		io,
		folder,
		comparedPlace(resolve(io.cwd, folder)) === comparedPlace(resolve(shippedFolder)),
	);
	report(args, io, problems, name =>
		shownPath(io, name.startsWith('snippets/') ? join(folder, '..', name) : join(folder, name)),
	);
	return verdict(args, problems);
}

/** Prints problems: a list of objects with `--json`, else a line each and a count. */
export function report(args: Args, io: Io, problems: readonly Problem[], path: (name: string) => string): void {
	if (flag(args, 'json'))
		return io.out(JSON.stringify(problems.map(one => ({ ...one, file: path(one.file), message: sentence(one) }))));
	for (const one of problems) io.out(line(one, path(one.file)));
	const count = (severity: Severity) => problems.filter(one => one.severity === severity).length;
	io.out(`${count('error')} 错误 errors, ${count('warning')} 警告 warnings, ${count('information')} 提示 notes`);
}

/** Which paragraph of which text has which records; 1 when one has neither a record nor a stated reason. */
async function covered(args: Args, io: Io): Promise<number> {
	atMost(args, 1);
	const folders = texts(args, 'texts');
	if (folders.length === 0)
		throw new UsageError('请用 --texts 指明原文文件夹 name the folder of texts: --texts <folder>');
	const data =
		args.positionals[0] === undefined
			? (await shippedPack(io)).data
			: (await readPackFolder(io, args.positionals[0])).data;
	const entries = coverage(data, await readBodies(io, folders));
	const paragraphs = entries.flatMap(entry =>
		entry.paragraphs.map(paragraph => ({ source: entry.source, text: entry.text, ...paragraph })),
	);
	const open = paragraphs.filter(paragraph => paragraph.records.length === 0 && paragraph.reason === undefined);
	if (flag(args, 'json')) io.out(JSON.stringify(paragraphs));
	else {
		for (const paragraph of paragraphs)
			io.out(
				`${paragraph.source} ¶${paragraph.paragraph}\t${paragraph.records.join(' ') || paragraph.reason || '— 没有记录，也没有理由 no record, no reason'}`,
			);
		for (const source of data.sources)
			if (!entries.some(entry => entry.source === source.id)) io.out(`${source.id}\t— 没有找到原文 no text found`);
		io.out(`${paragraphs.length} 段 paragraphs, ${open.length} 段未覆盖 uncovered`);
	}
	return open.length > 0 ? 1 : 0;
}

async function list(args: Args, io: Io): Promise<number> {
	atMost(args, 0);
	const kind = choice(args, 'kind', ['source', 'citation', 'term', 'formulation'] as const);
	const corpus = await loadCorpus(io, texts(args, 'corpus'));
	const records = [
		...(kind === undefined || kind === 'source' ? corpus.sources : []),
		...(kind === undefined || kind === 'citation' ? corpus.citations : []),
		...(kind === undefined || kind === 'term' ? corpus.terms : []),
		...(kind === undefined || kind === 'formulation' ? corpus.formulations : []),
	];
	if (flag(args, 'json')) io.out(JSON.stringify(records));
	else for (const record of records) io.out(`${record.id}\t${nameOf(record)}`);
	return 0;
}

/** What a record is told by: the title of a source, a term, the words of the others. */
function nameOf(record: Source | Term | Citation | Formulation): string {
	if ('title' in record) return record.title;
	return 'term' in record ? record.term : record.text;
}

export const corpusCommands: readonly Command[] = [
	{
		name: 'corpus check',
		usage: '[folder] [--texts folder] [--fail-on error|warning|information]',
		summary: '检查语料包 | checks a pack',
		options: { ...failOn, texts: { type: 'string', multiple: true } },
		run: check,
	},
	{
		name: 'corpus coverage',
		usage: '[folder] --texts folder',
		summary: '原文各段有哪些记录 | which paragraph has which records',
		options: { texts: { type: 'string', multiple: true } },
		run: covered,
	},
	{
		name: 'corpus list',
		usage: '[--kind source|citation|term|formulation]',
		summary: '列出记录 | lists the records',
		options: { kind: { type: 'string' } },
		run: list,
	},
	{
		name: 'corpus build',
		usage: '',
		summary: '编译随附语料包、结构定义和代码片段 | compiles the shipped corpus, schemas and snippets',
		options: {},
		run: build,
	},
];
