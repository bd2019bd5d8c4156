// What an import says of each file, line by line, and how far it is.

import type { ImportProblem } from '../../core/documents/document';
import type { Planned } from '../../core/documents/plan';
import type { Io } from '../io';
import type { MovedCitation } from './moved';
import { importSentence } from './words';

/** One line of the answer: a document, or a file without one. */
export interface Result {
	readonly file: string;
	/** The path written (with `--dry-run`: that would be), or nothing. */
	readonly document: string | null;
	readonly title: string | null;
	readonly paragraphs: number;
	readonly action: Planned['action'] | 'none';
	readonly problems: readonly ImportProblem[];
	/** Of a table: how many terms and formulations it gave; `document` is the file the last of them stand in. */
	readonly records?: number;
	/** Of a text that replaces another: paragraphs under another number now, old and new. */
	readonly moves?: Planned['moves'];
	/** The citations in the drafts that were named that lead elsewhere since then. */
	readonly citations?: readonly MovedCitation[];
}

export const withSentence = (one: ImportProblem) => ({ ...one, message: importSentence(one) });

/** Says what became of a file. */
export function print(io: Io, { file, document, title, paragraphs, records, action, problems }: Result): void {
	const written = document === null ? '' : ` → ${document}`;
	if (records !== undefined && action === 'new') io.out(`${file}${written}\t${String(records)} 条 records`);
	else if (document !== null) io.out(`${file}${written}\t${title ?? ''}\t${String(paragraphs)} 段 paragraphs`);
	for (const one of problems)
		io.out(
			`${file}${one.line === undefined ? '' : `:${String(one.line)}`} ${one.severity} ${one.code}: ${importSentence(one)}`,
		);
}

/** Says how many became what. */
export function summary(io: Io, results: readonly Result[], dry: boolean): void {
	const count = (action: Result['action']) => results.filter(result => result.action === action).length;
	const errors = results.filter(result => result.problems.some(one => one.severity === 'error')).length;
	io.out(
		`${dry ? '试运行，没有写入 dry run, nothing written: ' : ''}${String(count('new'))} 新增 new, ${String(count('update') + count('holding'))} 更新 updated, ${String(count('skip'))} 跳过 skipped, ${String(errors)} 失败 failed`,
	);
}

/** Says how far it is, on stderr, once it takes longer than a second. */
export function progressOn(io: Io, all: number): (done: number, name: string) => void {
	let next = Date.now() + 1_000;
	return (done, name) => {
		if (Date.now() < next) return;
		next = Date.now() + 1_000;
		io.err(`${String(done)}/${String(all)} ${name}`);
	};
}
