// `docx`: a draft as a Word file, its citations written out.

import { dirname, resolve } from 'node:path';
import { draftLanguageOf } from '../../app/drafts';
import { notReadyToExport, type NotReady } from '../../app/ready';
import { reviewDraft } from '../../app/review';
import { wordFile, type WordFile, type WordWriter } from '../../app/word/wordFile';
import { numberComma } from '../../core/citations/gbt7714/numberComma';
import { createFinisher, type Finisher } from '../../core/citations/finisher';
import { Lines } from '../../core/corpus/lines';
import { Draft } from '../../core/draft/draft';
import type { DraftLanguage } from '../../core/draft/language';
import { wordWord } from '../../core/messages/word';
import { structureFindings } from '../../core/review/structure/structure';
import { reviewedFamilies } from '../../core/rules/table';
import type { Corpus } from '../../core/corpus/corpus';
import type { Finding } from '../../core/draft/finding';
import { ReviewContexts } from '../check/contexts';
import { findingSentence } from '../check/findingText';
import { inBoth } from '../../core/text/bilingual';
import { wordLayouts, type Manuscript } from '../../core/word/manuscript';
import type { ChosenTemplate } from '../../core/word/template/template';
import { choice, flag, text, texts } from '../args';
import type { Args, Command } from '../command';
import { changesFrom } from './changes';
import { readBytes, readText, UsageError, type Io } from '../io';
import { nodeFiles } from '../nodeFiles';
import { writeOut } from './writeOut';

const styles = ['footnote', 'numeric', 'note'] as const;

async function run(args: Args, io: Io): Promise<number> {
	const [path, unexpected] = args.positionals;
	const out = text(args, 'out');
	const returned = text(args, 'back');
	if (path !== undefined && returned !== undefined && unexpected === undefined)
		return changesFrom(args, io, path, returned);
	if (path === undefined || out === undefined)
		throw new UsageError('请写明文稿和 --out name a draft and --out: docx <draft.md> --out <file.docx>');
	if (unexpected !== undefined) throw new UsageError(`多余的参数 unexpected argument: ${unexpected}`);
	if (!/\.docx$/i.test(out))
		throw new UsageError(`Word 文件的名称要以 .docx 结尾 the Word file's name ends in .docx: ${out}`);
	const layout = choice(args, 'layout', wordLayouts) ?? 'official';
	const style = choice(args, 'style', styles) ?? 'footnote';
	const edition = choice(args, 'edition', ['2025', '2015'] as const) ?? '2025';
	const draft = new Draft(await readText(io, path), draftLanguageOf(path) ?? 'markdown');
	const context = await new ReviewContexts(io, texts(args, 'corpus')).of({ folder: dirname(path), file: path, draft });
	const { citing, corpus } = context.service;
	const folder = dirname(resolve(io.cwd, path));
	const template = await templateAt(io, text(args, 'template'));
	const file = await wordFile(nodeFiles, citing, await createWriter(), draft, {
		layout,
		style,
		options: { edition },
		template,
		folder,
		roots: [folder, io.cwd],
	});
	await writeOut(io, out, file.bytes, flag(args, 'force'));
	const review = await reviewDraft(context, draft, { families: reviewedFamilies(), references: { edition } });
	const isOfficial = layout === 'official' && !template;
	const notReady = notReadyToExport(draft, review.findings, isOfficial, () => false);
	const structure = isOfficial ? structureFindings(draft) : [];
	tell(io, { ...file, structure, notReady, corpus, draft }, out, flag(args, 'json'));
	return Number(file.cites.some(({ code }) => code !== 'edited'));
}

/** A template by its path; UsageError where it cannot be read. */
async function templateAt(io: Io, path: string | undefined): Promise<ChosenTemplate | undefined> {
	return path === undefined ? undefined : { name: path, bytes: await readBytes(io, path), styles: {} };
}

/** The writer in this process. */
async function createWriter(): Promise<WordWriter> {
	// A file of its own in the build: libraries that other commands do without.
	const tools = (await import('../../core/word/tools')).createWordTools();
	let opened: (Finisher & { readonly language: DraftLanguage }) | undefined;
	let manuscript: Manuscript | undefined;
	return {
		open(draft, language) {
			opened = { ...createFinisher(draft, language), language };
			return Promise.resolve(opened.names);
		},
		read(style, sources, options) {
			if (!opened) throw new Error('nothing was opened');
			const finished = opened.finish(style, sources, options);
			manuscript = tools.read(finished.text, opened.language, numberComma(options));
			return Promise.resolve({ images: manuscript.images, cites: finished.problems });
		},
		write(layout, pictures, template) {
			if (!manuscript) throw new Error('nothing was read');
			return tools.write(manuscript, layout, pictures, template);
		},
	};
}

/** What was written, and what is not as official documents have it. */
interface Outcome extends WordFile {
	readonly structure: readonly Finding[];
	/** The list that the editor shows before it exports. */
	readonly notReady: readonly NotReady[];
	readonly corpus: Corpus;
	readonly draft: Draft;
}

function tell(
	io: Io,
	{ problems, cites, structure, notReady, corpus, draft }: Outcome,
	out: string,
	json: boolean,
): void {
	if (json) {
		io.out(JSON.stringify({ file: out, cites, problems, structure, notReady }));
		return;
	}
	for (const problem of problems) io.err(inBoth(wordWord(problem)));
	const lines = new Lines(draft.text);
	for (const one of notReady) io.err(`${lines.place(one.start, one.end).line}: ${notReadyWords(one, corpus)}`);
	for (const { key, code } of cites) io.err(`引用没有写成 not written out: ${key} (${code})`);
	io.out(out);
}

function notReadyWords({ finding, mark = '', label }: NotReady, corpus: Corpus): string {
	if (finding) return findingSentence(finding, corpus);
	if (label === undefined) return `还要补上 still to be done: ${mark}`;
	return `没有图表用这个标签 nothing has this label: ${label}`;
}

export const docxCommands: readonly Command[] = [
	{
		name: 'docx',
		usage:
			'<draft.md> --out <file.docx> [--layout official|report] [--template file.dotx] [--style footnote|numeric|note] [--edition 2025|2015] [--force] | <draft.md> --back <file.docx> [--out <draft.md>] [--force]',
		summary: '文稿写成 Word 文件，引用写成脚注 | the draft as a Word file, its citations as footnotes',
		details: [
			'--layout: official 公文格式（GB/T 9704，默认 default）；report 报告格式 a report with title page and contents',
			"--template: 用自己的模板（.docx、.dotx）的页面和样式 the page and styles of a template of one's own",
			'--back: 交回的 Word 文件里的修订和批注；加 --out 写出采用全部修订的文稿 changes and comments of a file that came back; --out writes the draft with all that was tracked',
			'--style: footnote 脚注（默认 default）；numeric 上标编号和文后表 numbers and a list；note 括注 in the text',
		],
		options: {
			back: { type: 'string' },
			out: { type: 'string' },
			layout: { type: 'string' },
			template: { type: 'string' },
			style: { type: 'string' },
			edition: { type: 'string' },
			force: { type: 'boolean' },
		},
		run,
	},
];
