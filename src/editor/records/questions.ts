// The questions that the forms for records share, and what may be wrong with an answer.
import { l10n } from 'vscode';
import type { Corpus, PackTools } from '../../core/service';
import type { Choice, Question } from '../base/form';
import { plainDate, typed } from '../../app/recordText';

/** What the questions rest on. */
export interface FormContext {
	readonly corpus: Corpus;
	readonly tools: PackTools;
	/** As selected in the draft. */
	readonly selection: string;
	/** What a citation is made of, where that is a passage of a document. */
	readonly passage?: CitedPassage;
}

/** A paragraph of a source, as it reads. */
export interface CitedPassage {
	readonly text: string;
	/** Id of the source. */
	readonly source: string;
	/** From 1. */
	readonly paragraph: number;
}

/** Answer to “this is known already”: show it. */
export const open = 'open';

export function dateQuestion({ tools }: FormContext, key: string, prompt: string): Question {
	return {
		kind: 'text',
		key,
		prompt,
		placeholder: '2024年3月5日',
		fault: text => (typed(text) === '' ? undefined : dateFault(tools, text)),
	};
}

/** What is wrong with a date that a person typed, in a sentence; nothing where it is one. */
export function dateFault(tools: PackTools, text: string): string | undefined {
	const fault = tools.dateFault(plainDate(text));
	if (fault === 'form') return l10n.t('Write 2024年3月5日, 2024-03-05, 2024年3月 or only 2024.');
	return fault === 'calendar' ? l10n.t('There is no such day. Look at the month and the day again.') : undefined;
}

/** One of the values the corpus has, the most frequent first, one that is typed, or none. */
export function fromKnown(
	key: string,
	prompt: string,
	values: readonly (string | undefined)[],
	limit: number,
): Question {
	const count = new Map<string, number>();
	for (const value of values) if (value) count.set(value, (count.get(value) ?? 0) + 1);
	const known = [...count].sort((a, b) => b[1] - a[1]).map(([value]): Choice => ({ value, label: value }));
	return {
		kind: 'choice',
		key,
		prompt,
		choices: [{ value: '', label: l10n.t('Leave empty'), icon: 'dash' }, ...known],
		free: { use: l10n.t('As typed:'), fault: text => allowed(text, limit) },
	};
}

/** That a record says this already: it can be opened, or the wording changed. */
export function knownAlready(prompt: string, detail: string | undefined): Question {
	return {
		kind: 'choice',
		key: 'known',
		prompt,
		choices: [
			{ value: open, label: l10n.t('Open it'), detail, icon: 'go-to-file' },
			{ value: '', label: l10n.t('Change the wording'), icon: 'arrow-left', back: true },
		],
	};
}

/** What is wrong with a text that must be there, of at most `limit` UTF-16 code units. */
export function wanted(text: string, limit: number): string | undefined {
	return typed(text) === '' ? l10n.t('Type something here, or press Escape to leave.') : allowed(text, limit);
}

/** What is wrong with a text that may be empty, of at most `limit` UTF-16 code units. */
export function allowed(text: string, limit: number): string | undefined {
	return typed(text).length > limit
		? l10n.t('At most {0} characters; these are {1}.', limit, typed(text).length)
		: undefined;
}
