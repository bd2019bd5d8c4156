// Which questions make a term or a formulation.
import { formulationSaying } from '../../app/records';
import { l10n } from 'vscode';
import type { PackTools } from '../../core/service';
import type { Answers, Question } from '../base/form';
import { bare, typed, words } from '../../app/recordText';
import { allowed, fromKnown, knownAlready, wanted, type FormContext } from './questions';

export function termQuestions({ corpus, selection }: FormContext, answers: Answers): Question[] {
	const known = corpus.termOfForm(typed(answers.term ?? ''));
	const name: Question = {
		kind: 'text',
		key: 'term',
		prompt: l10n.t('The term, as it should be written'),
		placeholder: '新质生产力',
		value: bare(words(selection)).slice(0, 60),
		fault: text => wanted(text, 60),
	};
	if (known) return [name, knownAlready(l10n.t('“{0}” is a term already', known.term), known.definition?.text)];
	return [
		name,
		{
			kind: 'text',
			key: 'definition',
			prompt: l10n.t('What it means, in a sentence or two (may stay empty)'),
			value: '',
			fault: text => allowed(text, 2000),
		},
		{
			kind: 'text',
			key: 'english',
			prompt: l10n.t('In English (may stay empty)'),
			placeholder: 'new quality productive forces',
			value: '',
			fault: text => allowed(text, 300),
		},
	];
}

export function formulationQuestions({ corpus, tools, selection }: FormContext, answers: Answers): Question[] {
	const wording = typed(answers.text ?? '');
	const known = formulationSaying(corpus, wording);
	const text: Question = {
		kind: 'text',
		key: 'text',
		prompt: l10n.t(
			'The formulation. Put what changes from use to use into braces: {0}',
			'要牢牢把握{目标}这个首要任务',
		),
		value: bare(words(selection)).slice(0, 300),
		fault: value => wanted(value, 300) ?? slots(tools, value),
	};
	if (known) return [text, knownAlready(l10n.t('This formulation is there already'), known.usage)];
	return [
		text,
		{
			...fromKnown(
				'category',
				l10n.t('A category (type a new one if you like)'),
				corpus.formulations.map(formulation => formulation.category),
				50,
			),
		},
	];
}

function slots(tools: PackTools, text: string): string | undefined {
	const fault = tools.slotFault(text);
	return fault === 'slot.empty'
		? l10n.t('A slot needs a name between its braces, such as {example}.', { example: '{目标}' })
		: fault && l10n.t('The braces { } of a slot do not match.');
}
