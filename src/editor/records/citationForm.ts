// Which questions make a citation.
import { newSource } from '../../app/newRecords';
import { citationSaying } from '../../app/records';
import { l10n } from 'vscode';
import type { Answers, Question } from '../base/form';
import { firstFigure, plainNumber, typed, unquoted, words } from '../../app/recordText';
import {
	allowed,
	dateQuestion,
	fromKnown,
	knownAlready,
	wanted,
	type CitedPassage,
	type FormContext,
} from './questions';
import { sourceChoice, sourceQuestions } from './sourceForm';

export function citationQuestions(context: FormContext, answers: Answers): Question[] {
	const { corpus, passage } = context;
	const known = citationSaying(corpus, answers.kind, typed(answers.text ?? ''));
	const first = [kindQuestion(), textQuestion(context, answers)];
	if (known)
		return [...first, knownAlready(l10n.t('This citation is there already'), corpus.source(known.source)?.title)];
	return [
		...first,
		...(answers.kind === 'figure' ? figureQuestions(answers) : speechQuestions(context, answers)),
		sourceChoice(corpus, passage?.source),
		...placeQuestions(context, answers),
	];
}

function kindQuestion(): Question {
	return {
		kind: 'choice',
		key: 'kind',
		prompt: l10n.t('What kind of citation is it?'),
		choices: [
			{
				value: 'quotation',
				label: l10n.t('Quotation'),
				detail: l10n.t('Somebody’s words, to the letter'),
				icon: 'quote',
			},
			{
				value: 'point',
				label: l10n.t('Point'),
				detail: l10n.t('What a source argues, in your own words'),
				icon: 'comment',
			},
			{
				value: 'figure',
				label: l10n.t('Figure'),
				detail: l10n.t('A number a source gives, in your own words'),
				icon: 'graph',
			},
		],
	};
}

function textQuestion({ selection, passage }: FormContext, answers: Answers): Question {
	return {
		kind: 'text',
		key: 'text',
		value: passage ? passage.text : unquoted(words(selection)).slice(0, 2000),
		fault: text => wanted(text, 2000),
		prompt:
			answers.kind === 'quotation'
				? l10n.t('The words, exactly as they stand in the source')
				: l10n.t('What the source says, in your own words'),
	};
}

/** The number of a figure, as far as its text has one, and what it counts. */
function figureQuestions(answers: Answers): Question[] {
	const figure = firstFigure(typed(answers.text ?? ''));
	return [
		{
			kind: 'text',
			key: 'value',
			prompt: l10n.t('The number'),
			value: figure?.value ?? '',
			fault: text => (plainNumber(text) === undefined ? l10n.t('Only a number, such as 45 or 12.5') : undefined),
		},
		{
			kind: 'text',
			key: 'unit',
			prompt: l10n.t('What is counted (unit; may stay empty)'),
			placeholder: '亿元',
			value: figure?.unit ?? '',
			fault: text => allowed(text, 30),
		},
	];
}

/** Whose words they are, and when and on what occasion they were said. */
function speechQuestions(context: FormContext, answers: Answers): Question[] {
	const { citations } = context.corpus;
	return [
		fromKnown(
			'speaker',
			l10n.t('Who said or wrote it (type a new name if you like)'),
			citations.map(citation => citation.speaker),
			200,
		),
		fromKnown(
			'occasion',
			l10n.t('On what occasion'),
			citations
				.filter(citation => !answers.speaker || citation.speaker === answers.speaker)
				.map(citation => citation.occasion),
			300,
		),
		dateQuestion(context, 'date', l10n.t('When it was said: 2024年3月5日, 2024-03-05 or only 2024 (may stay empty)')),
	];
}

/** What a new source is; of a passage of a document, in which paragraph it stands. */
function placeQuestions(context: FormContext, answers: Answers): Question[] {
	const { passage } = context;
	if (answers.source === newSource) return sourceQuestions(context);
	if (!passage) return [];
	return (answers.source ?? passage.source) === passage.source ? [paragraphQuestion(passage)] : [];
}

/** Which paragraph of its source a citation stands in. */
function paragraphQuestion({ paragraph }: CitedPassage): Question {
	return {
		kind: 'text',
		key: 'paragraph',
		prompt: l10n.t('In which paragraph of it? (may stay empty)'),
		value: String(paragraph),
		fault: text =>
			typed(text) === '' || /^[1-9]\d{0,5}$/.test(String(plainNumber(text)))
				? undefined
				: l10n.t('Only a number, such as 3.'),
	};
}
