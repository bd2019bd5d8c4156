// `check`: what is to be said of drafts – quotations, wording, references – for people, for programs (--json) and for CI (--sarif, --fail-on).
// Knows nothing of how anything is checked.

import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Lines } from '../core/corpus/lines';
import type { Ignore } from '../core/corpus/records';
import { checkReferences } from '../core/citations/check';
import type { DraftLanguage } from '../core/citations/escape';
import { Sources } from '../core/citations/sources';
import type { Severity } from '../core/draft/finding';
import { bibliographiesOf } from '../core/draft/bibliographies';
import { linesOf } from '../core/draft/draft';
import { keysOf } from '../core/draft/keys';
import { Reviewer, type Family } from '../core/review/review';
import { choice, flag, text, texts } from './args';
import type { Args, Command } from './command';
import { languageOf } from './export';
import { findingSentence, type FileFinding } from './findingWords';
import { readText, shownPath, UsageError, type Io } from './io';
import { isLibrary, readLibrary } from './library';
import { loadCorpus } from './packFolder';
import { sarif } from './sarif';

const families = ['quotation', 'wording', 'reference', 'figure', 'punctuation'] as const;
type Wanted = (typeof families)[number];
/** Marks are looked at only where a person asks for that. */
const usual: readonly Wanted[] = ['quotation', 'wording', 'reference', 'figure'];
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

async function run(args: Args, io: Io): Promise<number> {
	if (args.positionals.length === 0) throw new UsageError('请给出要检查的文件 name the files to check');
	const failOn = choice(args, 'fail-on', severities) ?? 'warning';
	const edition = choice(args, 'edition', ['2025', '2015'] as const);
	const wanted = familiesOf(args);
	// All are read before any is checked: a wrong name is a wrong call.
	const drafts = new Map<string, Draft>();
	for (const path of args.positionals) drafts.set(shownPath(io, path), { folder: dirname(path), file: shownPath(io, path), language: languageOf(path), text: await readDraft(io, path) });
	const grounds = new Grounds(io, texts(args, 'corpus'));
	const findings: FileFinding[] = [];
	for (const draft of drafts.values()) {
		const { file, language, text: words } = draft;
		const { reviewer, sources, ignores, librariesRead } = await grounds.of(draft);
		const review = reviewer.reviewNow(words, { language, families: wanted.filter((one): one is Family => one !== 'reference'), all: flag(args, 'all') });
		const references = wanted.includes('reference') ? checkReferences(keysOf(words, language), language, sources, { librariesRead, ignores, ...(edition ? { edition } : {}) }) : [];
		findings.push(...[...review.findings, ...references].sort((one, other) => one.start - other.start || one.end - other.end).map(one => ({ file, ...one })));
		if (review.partial) io.err(`${file}: 问题太多，只检查到第 ${review.reviewed} 个字符 too many findings, checked up to character ${review.reviewed}`);
	}
	report(io, args, findings, new Map([...drafts].map(([file, draft]) => [file, new Lines(draft.text)])));
	return findings.some(one => severities.indexOf(one.severity) <= severities.indexOf(failOn)) ? 1 : 0;
}

/** The text of a draft; one in another encoding would be checked as what it is not, and found to be fine. */
async function readDraft(io: Io, path: string): Promise<string> {
	const words = await readText(io, path);
	if (words.includes('\uFFFD') && !isUtf8(await readFile(resolve(io.cwd, path)))) throw new UsageError(`不是 UTF-8 编码，请先转换 not UTF-8, convert it first: ${path}`);
	return words;
}

/** A file to be checked. */
interface Draft {
	/** The folder it stands in, as named. */
	readonly folder: string;
	readonly file: string;
	readonly language: DraftLanguage;
	readonly text: string;
}

function report(io: Io, args: Args, findings: readonly FileFinding[], lines: ReadonlyMap<string, Lines>): void {
	if (flag(args, 'sarif')) io.out(JSON.stringify(sarif(findings, lines), null, '\t'));
	else if (flag(args, 'json')) io.out(JSON.stringify(findings));
	else {
		for (const one of findings) {
			const place = lines.get(one.file)!.place(one.start, one.end);
			io.out(`${one.file}:${place.line}:${place.column} ${one.severity} ${one.code}: ${findingSentence(one)}`);
		}
		io.out(findings.length === 0 ? '没有发现问题 nothing found' : severities.map(severity => `${findings.filter(one => one.severity === severity).length} ${severity}`).join(', '));
	}
}

interface Ground {
	readonly reviewer: Reviewer;
	readonly sources: Sources;
	readonly ignores: readonly Ignore[];
	/** Whether every library that the draft names was read. */
	readonly librariesRead: boolean;
}

/** What drafts are checked against: the packs, and the libraries that a draft names; made once for drafts that name the same. */
class Grounds {
	private readonly known = new Map<string, Ground>();

	constructor(private readonly io: Io, private readonly folders: readonly string[]) {}

	async of({ folder, file, text: words, language }: Draft): Promise<Ground> {
		const named = bibliographiesOf(linesOf(words), language).map(one => resolve(this.io.cwd, folder, one.path));
		const there: string[] = [];
		for (const library of named) {
			if (await isLibrary(this.io, library) && await readLibrary(this.io, library).then(() => true, () => false)) there.push(library);
			else this.io.err(`${file}: 读不到文献库，其中的引文键不检查 library cannot be read, its keys are not checked: ${shownPath(this.io, library)}`);
		}
		const key = [...there, there.length === named.length].join('\n');
		let ground = this.known.get(key);
		if (!ground) {
			const corpus = await loadCorpus(this.io, [...this.folders, ...there]);
			ground = { reviewer: new Reviewer(corpus), sources: new Sources(corpus), ignores: corpus.ignores, librariesRead: there.length === named.length };
			this.known.set(key, ground);
		}
		return ground;
	}
}

function familiesOf(args: Args): readonly Wanted[] {
	const only = text(args, 'only');
	if (only === undefined) return usual;
	return only.split(',').map(name => {
		const found = families.find(one => one === name.trim());
		if (found === undefined) throw new UsageError(`--only 只能是 must be of: ${families.join(', ')} (${name})`);
		return found;
	});
}

export const checkCommands: readonly Command[] = [{
	name: 'check', usage: '<file…> [--only quotation,wording,reference,figure,punctuation] [--all] [--sarif] [--fail-on error|warning|information|hint] [--edition 2025|2015]',
	summary: '检查文稿：引文、用词、引注 | checks drafts: quotations, wording, references',
	options: { only: { type: 'string' }, all: { type: 'boolean' }, sarif: { type: 'boolean' }, 'fail-on': { type: 'string' }, edition: { type: 'string' } }, run,
}];
