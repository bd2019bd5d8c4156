// Which questions choose the source of a citation or make a new one.
import { l10n } from 'vscode';
import type { Corpus } from '../../core/service';
import type { Choice, Question } from '../base/form';
import { names } from '../base/hitRows';
import { newSource } from '../../app/newRecords';
import { dateQuestion, fromKnown, wanted, type FormContext } from './questions';

/** The types of sources a person chooses from, with their names. */
export function sourceTypes(): readonly (readonly [type: string, name: string])[] {
	return [
		['article-newspaper', l10n.t('Newspaper article')],
		['article-journal', l10n.t('Journal article')],
		['webpage', l10n.t('Web page')],
		['speech', l10n.t('Speech')],
		['report', l10n.t('Report')],
		['book', l10n.t('Book')],
		['legislation', l10n.t('Law or regulation')],
		['document', l10n.t('Something else')],
	];
}

/** Which source it is; `likely`: the id of the source that is meant, as far as that is known. */
export function sourceChoice(corpus: Corpus, likely?: string): Question {
	const sources = corpus.sources.map((source): Choice => ({
		value: source.id,
		label: source.title,
		description: [source['container-title'], source.issued ?? source.held?.date]
			.filter(part => part !== undefined)
			.join(' '),
		detail: names(source.author) || undefined,
	}));
	return {
		kind: 'choice',
		key: 'source',
		prompt: l10n.t('Where does it stand?'),
		...(likely === undefined ? {} : { value: likely }),
		choices: [
			{ value: newSource, label: l10n.t('A source that is not here yet…'), icon: 'add', stays: true },
			...sources,
		],
	};
}

/** What a source that is not there yet is. */
export function sourceQuestions(context: FormContext): Question[] {
	const { corpus } = context;
	return [
		{
			kind: 'text',
			key: 'source.title',
			prompt: l10n.t('New source: its title, as printed'),
			value: '',
			fault: text => wanted(text, 500),
		},
		{
			kind: 'choice',
			key: 'source.type',
			prompt: l10n.t('New source: what is it?'),
			choices: sourceTypes().map(([value, label]) => ({ value, label })),
		},
		fromKnown(
			'source.container',
			l10n.t('New source: the newspaper, journal or site it is in'),
			corpus.sources.map(source => source['container-title']),
			300,
		),
		dateQuestion(
			context,
			'source.issued',
			l10n.t('New source: when it was published: 2024年3月5日, 2024-03-05 or only 2024 (may stay empty)'),
		),
	];
}
