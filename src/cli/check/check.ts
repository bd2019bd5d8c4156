// `check`: what is to be said of drafts – quotations, wording, references – for people, for programs (--json) and for
// CI (--sarif, --fail-on).

import { fromEnglish } from '../../app/assistants/englishReview';
import { quotationsOf } from '../../app/assistants/unproved';
import { inOrder, reviewDraft, type ReviewWishes } from '../../app/review';
import { Lines } from '../../core/corpus/lines';
import type { Corpus } from '../../core/corpus/corpus';
import type { Finding, Severity } from '../../core/draft/finding';
import { findingFamilies, reviewedFamilies, type Family as Wanted } from '../../core/rules/table';
import { choice, flag, text, texts } from '../args';
import type { Args, Command } from '../command';
import { UsageError, type Io } from '../io';
import { readDrafts } from './drafts';
import { findingSentence } from './findingText';
import { fixesFor } from './fixes';
import { ReviewContexts } from './contexts';
import { sarif, type Reported } from './sarif';
import { present } from '../../core/text/values/fields';
import { mapped } from '../../core/text/values/optional';

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const called: Readonly<Record<Severity, string>> = {
	error: '错误',
	warning: '警告',
	information: '信息',
	hint: '提示',
};

async function run(args: Args, io: Io): Promise<number> {
	if (args.positionals.length === 0) throw new UsageError('请给出要检查的文件 name the files to check');
	const failOn = choice(args, 'fail-on', severities) ?? 'warning';
	const edition = choice(args, 'edition', ['2025', '2015'] as const);
	const wishes: ReviewWishes = {
		families: familiesOf(args),
		all: flag(args, 'all'),
		references: edition ? { edition } : {},
	};
	const packs = texts(args, 'corpus');
	const contexts = new ReviewContexts(io, packs);
	const { drafts, unread, noDrafts } = await readDrafts(io, args.positionals, packs, () => contexts.originals());
	const found: Reported[] = [];
	const partial: string[] = [];
	for (const one of drafts) {
		const { file, draft } = one;
		const context = await contexts.of(one);
		const review = await reviewDraft(context, draft, wishes);
		const { service } = context;
		const isQuoted = wishes.families.includes('quotation');
		const english = isQuoted
			? await fromEnglish(draft, quotationsOf(draft, service.corpus), wishes, { service, run: {} })
			: [];
		for (const finding of inOrder([...review.findings, ...english]))
			found.push({
				file,
				finding,
				...(flag(args, 'fixes') ? { fixes: fixesFor(service, draft, finding, wishes.references) } : {}),
				sentence: findingSentence(finding, service.corpus),
				// Programs know ids, people titles.
				properties: { ...finding.data, ...titlesOf(finding, service.corpus) },
			});
		if (review.partial)
			partial.push(
				`${file}: 问题太多，只检查到第 ${review.reviewed} 个字符 too many findings, checked up to character ${review.reviewed}`,
			);
	}
	for (const line of [...partial, ...unread, ...noDrafts]) io.err(line);
	report(io, args, found, partial, new Map(drafts.map(({ file, draft }) => [file, new Lines(draft.text)])));
	if (unread.length > 0) return 2;
	return found.some(({ finding }) => severities.indexOf(finding.severity) <= severities.indexOf(failOn)) ? 1 : 0;
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
		io.out(JSON.stringify(found.map(({ file, finding, fixes }) => present({ file, ...finding, fixes }))));
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
function titlesOf(finding: Finding, corpus: Corpus): Readonly<Record<string, string | undefined>> {
	const facts = finding.data;
	const source = mapped(facts.source, id => corpus.source(id));
	const cited = mapped(facts.cited, id => corpus.source(id));
	const date = source?.issued;
	return present({
		title: source?.title,
		date,
		citedTitle: cited?.title,
	});
}

function familiesOf(args: Args): readonly Wanted[] {
	const only = text(args, 'only');
	const families = findingFamilies();
	if (only === undefined) return reviewedFamilies();
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
			'<file or folder…> [--only quotation,wording,figure,punctuation,structure,reference] [--all] [--fixes] [--sarif] [--fail-on error|warning|information|hint] [--edition 2025|2015]',
		summary: '检查文稿：引文、用词、引注 | checks drafts: quotations, wording, references',
		details: [
			'<file…>       .md .txt .tex 文件，或文件夹（其中的文稿）；- 读标准输入（按 Markdown） | files, folders (the drafts in them), or - for standard input, taken for Markdown',
			'--only        只查这几类：引文、用词、引注、数字、标点、结构（标点和结构平时不查） | only these kinds; punctuation and structure are looked at only so',
			'--all         连与来源一字不差的引文也列出 | quotations that are as their source has them, too',
			'--fixes       与 --json 同用：每处另列可做的改动，首选在前，同编辑器的快速修复 | with --json: what may be done about each, the preferred first, as the editor’s quick fixes do it',
			'--corpus      自己的语料包文件夹或文献库文件，可重复 | your own packs and libraries, repeatable',
			'--fail-on     从哪一级起退出码为 1，默认 warning | from which severity on the exit code is 1; default warning',
			'--edition     参考文献按 GB/T 7714 的哪一版核对，默认 2025 | edition of GB/T 7714 for references',
			'--json        每处一条：文件、代码、级别、起止（UTF-16，不算文件开头的 BOM）、数据 | one object a finding; offsets are UTF-16 code units of the text, without a byte order mark',
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
