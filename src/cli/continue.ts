// `continue`: how the documents of packs go on from what is written.

import { Continuations } from '../app/drafting/continuations';
import { atMost } from './args';
import { asCommand, flagsOf, textOf, wordOf, type Question } from './question';
import type { Command } from './command';
import { UsageError } from './io';

/** A continuation as `--json` prints it. */
interface Printed {
	/** What follows the cursor. */
	readonly text: string;
	readonly share: number;
	readonly count: number;
	readonly places: readonly { readonly source: string; readonly paragraph: number }[];
}

const confidences = ['eager', 'balanced', 'sure'] as const;

const continuations = new Continuations();

const question: Question<readonly Printed[]> = {
	name: 'continue',
	usage: '--before "…" [--confidence eager|balanced|sure] [--index folder]',
	summary: '光标处自己的文件怎样往下写 | how one’s own documents go on from what is written',
	options: { before: { type: 'string' }, confidence: { type: 'string' }, index: { type: 'string' } },
	withoutTexts: true,
	read(args) {
		atMost(args, 0);
		return flagsOf(args, 'before', 'confidence');
	},
	async answer(service, request, documents) {
		const before = textOf(request, 'before');
		if (before === undefined) throw new UsageError('请给出 --before 光标前的文字 the text before the cursor');
		const confidence = wordOf(request, 'confidence', confidences) ?? 'balanced';
		const found = await continuations.of({ before, confidence }, service.corpus, query =>
			documents.continuations(query),
		);
		return found.map(({ text, share, count, places }) => ({
			text,
			share: Math.round(share * 1000) / 1000,
			count,
			places: places.map(({ source, paragraph }) => ({ source, paragraph })),
		}));
	},
	show: found =>
		found.map(({ text, share, count, places }) =>
			[
				text,
				`${Math.round(share * 100)}%`,
				String(count),
				...places.map(one => `${one.source}-p${one.paragraph}`),
			].join('\t'),
		),
};

export const continueCommands: readonly Command[] = [asCommand(question)];
