// `check`: what is to be said of drafts – quotations, wording, references – for people, for programs (--json) and for
// CI (--sarif, --fail-on).

import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Lines } from '../../core/corpus/lines';
import type { Corpus } from '../../core/corpus/corpus';
import { checkReferences } from '../../core/citations/check';
import { Sources } from '../../core/citations/sources';
import type { Finding, Severity } from '../../core/draft/finding';
import { Draft } from '../../core/draft/draft';
import { Reviewer, type Family } from '../../core/review/review';
import { familyOf, findingFamilies, type Family as Wanted } from '../../core/rules/table';
import { createPolicyService, type PolicyService } from '../../core/service';
import { choice, flag, text, texts } from '../args';
import type { Args, Command } from '../command';
import { languageOf } from '../export';
import { findingSentence } from './findingText';
import { fixesFor } from './fixes';
import { readText, shownPath, UsageError, type Io } from '../io';
import { LibraryReader } from '../library';
import { loadCorpus } from '../packFolder';
import { sarif, type Reported } from './sarif';

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const called: Readonly<Record<Severity, string>> = {
	error: '错误',
	warning: '警告',
	information: '信息',
	hint: '提示',
};
/** Standard input, as a name among files. */
const piped = '-';

async function run(args: Args, io: Io): Promise<number> {
	if (args.positionals.length === 0) throw new UsageError('请给出要检查的文件 name the files to check');
	const failOn = choice(args, 'fail-on', severities) ?? 'warning';
	const edition = choice(args, 'edition', ['2025', '2015'] as const);
	const wanted = familiesOf(args);
	// All are read before any is checked: a wrong name is a wrong call.
	const drafts = new Map<string, DraftFile>();
	for (const path of args.positionals) {
		const file = path === piped ? 'stdin' : shownPath(io, path);
		drafts.set(file, {
			folder: dirname(path),
			file,
			draft: new Draft(await readDraft(io, path), path === piped ? 'markdown' : languageOf(path)),
		});
	}
	const grounds = new Grounds(io, texts(args, 'corpus'));
	const found: Reported[] = [];
	const partial: string[] = [];
	for (const one of drafts.values()) {
		const { file, draft } = one;
		const { reviewer, service, sources, corpus, librariesRead } = await grounds.of(one);
		const review = reviewer.reviewNow(draft, {
			families: wanted.filter((one): one is Family => one !== 'reference'),
			all: flag(args, 'all'),
		});
		const references = wanted.includes('reference')
			? checkReferences(draft, sources, {
					librariesRead,
					ignores: corpus.ignores,
					...(edition ? { edition } : {}),
				})
			: [];
		const own = [...review.findings, ...references]
			.sort((one, other) => one.start - other.start || one.end - other.end)
			.map((finding): Reported => ({
				file,
				finding,
				...(flag(args, 'fixes') ? { fixes: fixesFor(service, draft, finding, edition) } : {}),
				sentence: findingSentence(finding, corpus),
				// Programs know ids, people titles.
				properties: { ...finding.data, ...titlesOf(finding, corpus) },
			}));
		found.push(...own);
		if (review.partial)
			partial.push(
				`${file}: 问题太多，只检查到第 ${review.reviewed} 个字符 too many findings, checked up to character ${review.reviewed}`,
			);
	}
	for (const line of partial) io.err(line);
	report(io, args, found, partial, new Map([...drafts].map(([file, { draft }]) => [file, new Lines(draft.text)])));
	return found.some(({ finding }) => severities.indexOf(finding.severity) <= severities.indexOf(failOn)) ? 1 : 0;
}

/** The text of a draft; one in another encoding would be checked as what it is not, and found to be fine. */
async function readDraft(io: Io, path: string): Promise<string> {
	if (path === piped) {
		if (!io.input) throw new UsageError('没有输入 nothing to read from standard input');
		const bytes = await io.input();
		if (!isUtf8(bytes)) throw new UsageError('不是 UTF-8 编码，请先转换 not UTF-8, convert it first: -');
		return new TextDecoder().decode(bytes);
	}
	const place = await stat(resolve(io.cwd, path)).catch((error: unknown) => {
		if ((error as { code?: unknown }).code === 'ENOENT') throw new UsageError(`没有这个文件 no such file: ${path}`);
		return undefined;
	});
	if (place?.isDirectory())
		throw new UsageError(
			`这是文件夹，请写出其中的文件 a folder: name the files in it: ${path} (${path.replace(/[\\/]+$/, '')}/*.md)`,
		);
	const words = await readText(io, path);
	if (words.includes('\uFFFD') && !isUtf8(await readFile(resolve(io.cwd, path))))
		throw new UsageError(`不是 UTF-8 编码，请先转换 not UTF-8, convert it first: ${path}`);
	return words;
}

/** A file to be checked. */
interface DraftFile {
	/** The folder it stands in, as named. */
	readonly folder: string;
	readonly file: string;
	readonly draft: Draft;
}

function report(
	io: Io,
	args: Args,
	found: readonly Reported[],
	partial: readonly string[],
	lines: ReadonlyMap<string, Lines>,
): void {
	if (flag(args, 'sarif')) io.out(JSON.stringify(sarif(found, lines, partial), null, '\t'));
	else if (flag(args, 'json'))
		io.out(
			JSON.stringify(found.map(({ file, finding, fixes }) => ({ file, ...finding, ...(fixes ? { fixes } : {}) }))),
		);
	else {
		for (const { file, finding, sentence } of found) {
			const place = lines.get(file)!.place(finding.start, finding.end);
			io.out(`${file}:${place.line}:${place.column} ${finding.severity} ${finding.code}: ${sentence}`);
		}
		const counts = severities.flatMap(severity => {
			const count = found.filter(({ finding }) => finding.severity === severity).length;
			return count > 0 ? [`${count} ${called[severity]} ${severity}`] : [];
		});
		if (found.length > 0) io.out(counts.join(', '));
		else if (partial.length > 0) io.out('已检查的部分没有发现问题 nothing found in what was checked');
		else io.out('没有发现问题 nothing found');
	}
}

/**
 * The titles of the sources a finding names, and when the one it is about was published, so that people need not know
 * ids. A date of a copy is none.
 */
function titlesOf(finding: Finding, corpus: Corpus): Readonly<Record<string, string>> {
	const facts = finding.data;
	const source = facts.source === undefined ? undefined : corpus.source(facts.source);
	const cited = facts.cited === undefined ? undefined : corpus.source(facts.cited);
	const date = source?.issued;
	return {
		...(source ? { title: source.title } : {}),
		...(date === undefined ? {} : { date }),
		...(cited ? { citedTitle: cited.title } : {}),
	};
}

interface Ground {
	readonly reviewer: Reviewer;
	readonly service: PolicyService;
	readonly sources: Sources;
	readonly corpus: Corpus;
	/** Whether every library that the draft names was read. */
	readonly librariesRead: boolean;
}

/**
 * What drafts are checked against: the packs, and the libraries that a draft names; made once for drafts that name the
 * same.
 */
class Grounds {
	private readonly known = new Map<string, Ground>();
	private readonly libraries: LibraryReader;

	constructor(
		private readonly io: Io,
		private readonly folders: readonly string[],
	) {
		this.libraries = new LibraryReader(io);
	}

	async of(file: DraftFile): Promise<Ground> {
		let librariesRead = true;
		const named = await this.libraries.namedIn(file, path => {
			librariesRead = false;
			this.io.err(
				`${file.file}: 读不到文献库，其中的引文键不检查 library cannot be read, its keys are not checked: ${path}`,
			);
		});
		const key = [...named.map(({ place }) => place), librariesRead].join('\n');
		let ground = this.known.get(key);
		if (!ground) {
			const corpus = await loadCorpus(this.io, this.folders, 'whole', named);
			ground = {
				reviewer: new Reviewer(corpus),
				service: createPolicyService(corpus),
				sources: new Sources(corpus),
				corpus,
				librariesRead,
			};
			this.known.set(key, ground);
		}
		return ground;
	}
}

function familiesOf(args: Args): readonly Wanted[] {
	const only = text(args, 'only');
	const families = findingFamilies();
	if (only === undefined) return families.filter(family => !familyOf(family).asked);
	return only.split(',').map(name => {
		const found = families.find(one => one === name.trim());
		if (found === undefined) throw new UsageError(`--only 只能是 must be of: ${families.join(', ')} (${name})`);
		return found;
	});
}

export const checkCommands: readonly Command[] = [
	{
		name: 'check',
		usage:
			'<file…> [--only quotation,wording,figure,punctuation,reference] [--all] [--fixes] [--sarif] [--fail-on error|warning|information|hint] [--edition 2025|2015]',
		summary: '检查文稿：引文、用词、引注 | checks drafts: quotations, wording, references',
		details: [
			'<file…>       .md .txt .tex 文件；- 读标准输入（按 Markdown） | files, or - for standard input, taken for Markdown',
			'--only        只查这几类：引文、用词、引注、数字、标点（标点平时不查） | only these kinds; punctuation is looked at only so',
			'--all         连与来源一字不差的引文也列出 | quotations that are as their source has them, too',
			'--fixes       与 --json 同用：每处另列可做的改动，首选在前，同编辑器的快速修复 | with --json: what may be done about each, the preferred first, as the editor’s quick fixes do it',
			'--corpus      自己的语料包文件夹或文献库文件，可重复 | your own packs and libraries, repeatable',
			'--fail-on     从哪一级起退出码为 1，默认 warning | from which severity on the exit code is 1; default warning',
			'--edition     参考文献按 GB/T 7714 的哪一版核对，默认 2025 | edition of GB/T 7714 for references',
			'--json        每处一条：文件、代码、级别、起止（UTF-16）、数据 | one object a finding; offsets are UTF-16 code units',
			'--sarif       SARIF 2.1.0，供代码托管平台和持续集成读取 | for code hosts and CI',
			'退出码 exit   0 没有（够重的）问题 fine · 1 有问题 findings · 2 用法不对或文件读不了 wrong call or unreadable file',
		],
		options: {
			only: { type: 'string' },
			all: { type: 'boolean' },
			fixes: { type: 'boolean' },
			sarif: { type: 'boolean' },
			'fail-on': { type: 'string' },
			edition: { type: 'string' },
		},
		run,
	},
];
