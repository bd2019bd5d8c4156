// `docx --back`: what came back in a Word file, beside the draft; with --out the draft with what was tracked in it.

import { isUtf8 } from 'node:buffer';
import { draftLanguageOf } from '../../app/drafts';
import { editsOf, returnedWord, type Proposal } from '../../app/word/returned';
import { Lines } from '../../core/corpus/lines';
import { Draft } from '../../core/draft/draft';
import { applyEdits } from '../../core/draft/edit';
import { flag, text } from '../args';
import type { Args } from '../command';
import { readBytes, textOf, UsageError, type Io } from '../io';
import { writeOut } from './writeOut';

/** Answers 1 where a tracked change no longer fits the draft. */
export async function changesFrom(args: Args, io: Io, path: string, from: string): Promise<number> {
	const bytes = await readBytes(io, path);
	const draft = new Draft(textOf(bytes, path), draftLanguageOf(path) ?? 'markdown');
	const returned = returnedWord(await readBytes(io, from), draft);
	if (!returned) throw new UsageError(`不是 Word 文件（.docx） no Word file: ${from}`);
	const { proposals, looks } = returned;
	const tracked = proposals.filter(({ kind }) => kind === 'change');
	const out = text(args, 'out');
	if (out !== undefined) {
		const taken = applyEdits(draft.text, editsOf(tracked));
		const mark = /^\uFEFF?/.exec(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 3)))?.[0] ?? '';
		await writeOut(io, out, new TextEncoder().encode(mark + taken), flag(args, 'force'));
		if (!isUtf8(bytes))
			io.err(`文稿原来不是 UTF-8，已写成 UTF-8 the draft was not in UTF-8, and is written in UTF-8: ${out}`);
	}
	if (flag(args, 'json')) io.out(JSON.stringify({ file: from, ...(out !== undefined && { out }), proposals, looks }));
	else tell(io, draft, proposals, looks);
	return Number(tracked.some(({ edits }) => edits === undefined));
}

function tell(io: Io, { text: written }: Draft, proposals: readonly Proposal[], looks: number): void {
	const lines = new Lines(written);
	for (const one of proposals) {
		const who = [one.author, one.date.slice(0, 10)].filter(part => part !== '').join(' ');
		const place = lines.place(one.start, one.end).line;
		io.out([place, kinds[one.kind], who, wordsOf(one), fit(one)].filter(part => part !== '').join(' '));
	}
	if (looks > 0) io.err(`没有列出只改格式的修订 changes of looks left out: ${looks}`);
}

const kinds = { change: '修订 change', remark: '批注 comment', difference: '没有标记的改动 not tracked' } as const;

function wordsOf({ kind, deleted, inserted, remark, isMoved }: Proposal): string {
	const shown = (words: string) => words.replaceAll('\n\n', '¶').replaceAll('\n', '↵').replaceAll('\uFFFC', '[*]');
	if (isMoved) return `移动 moved “${shown(inserted)}”`;
	return kind === 'remark' ? shown(remark) : `“${shown(deleted)}” → “${shown(inserted)}”`;
}

function fit({ kind, edits }: Proposal): string {
	return kind !== 'remark' && edits === undefined ? '（对不上了 no longer fits）' : '';
}
