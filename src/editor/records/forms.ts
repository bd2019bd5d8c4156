// Which questions make a term, a formulation, a citation or a source, and what record the answers make.
import { citationSaying, formulationSaying } from '../../app/records';
import { l10n } from 'vscode';
import type { Citation, Corpus, Formulation, PackTools, Source, Term } from '../../core/service';
import type { Answers, Choice, Question } from '../base/form';
import { names } from '../base/hitRows';
import { bare, firstFigure, plainDate, plainNumber, typed, unquoted, words } from './fromText';

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

export function termOf(answers: Answers, id: string): Term {
	const [definition, english] = [typed(answers.definition ?? ''), typed(answers.english ?? '')];
	return {
		id,
		term: typed(answers.term ?? ''),
		...(english && { english }),
		...(definition && { definition: { text: definition, basis: 'general' as const } }),
	};
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

export function formulationOf(answers: Answers, id: string): Formulation {
	return { id, text: typed(answers.text ?? ''), ...(answers.category && { category: typed(answers.category) }) };
}

/** Answer to “which source”: one that is not there yet. */
const anew = '+';

export function citationQuestions(context: FormContext, answers: Answers): Question[] {
	const { corpus, selection, passage } = context;
	const figure = firstFigure(typed(answers.text ?? ''));
	const known = citationSaying(corpus, answers.kind, typed(answers.text ?? ''));
	const first: Question[] = [
		{
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
		},
		{
			kind: 'text',
			key: 'text',
			value: passage ? passage.text : unquoted(words(selection)).slice(0, 2000),
			fault: text => wanted(text, 2000),
			prompt:
				answers.kind === 'quotation'
					? l10n.t('The words, exactly as they stand in the source')
					: l10n.t('What the source says, in your own words'),
		},
	];
	if (known)
		return [...first, knownAlready(l10n.t('This citation is there already'), corpus.source(known.source)?.title)];
	const number: Question[] =
		answers.kind !== 'figure'
			? []
			: [
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
	const said: Question[] =
		answers.kind === 'figure'
			? []
			: [
					fromKnown(
						'speaker',
						l10n.t('Who said or wrote it (type a new name if you like)'),
						corpus.citations.map(citation => citation.speaker),
						200,
					),
					fromKnown(
						'occasion',
						l10n.t('On what occasion'),
						corpus.citations
							.filter(citation => !answers.speaker || citation.speaker === answers.speaker)
							.map(citation => citation.occasion),
						300,
					),
					dateQuestion(context, 'date', l10n.t('When it was said: 2024, 2024-01 or 2024-01-31 (may stay empty)')),
				];
	return [
		...first,
		...number,
		...said,
		sourceChoice(corpus, passage?.source),
		...(answers.source === anew
			? sourceQuestions(context)
			: passage && (answers.source ?? passage.source) === passage.source
				? [paragraphQuestion(passage)]
				: []),
	];
}

export function citationOf(answers: Answers, id: string, source: string): Citation {
	const kind = answers.kind as Citation['kind'];
	const text = typed(answers.text ?? '');
	const place = { source, ...(answers.paragraph && { paragraph: plainNumber(answers.paragraph) }) };
	if (kind === 'figure')
		return {
			id,
			kind,
			text,
			value: plainNumber(answers.value ?? ''),
			...(answers.unit && { unit: typed(answers.unit) }),
			...place,
		};
	const date = plainDate(answers.date ?? '');
	return {
		id,
		kind,
		text,
		...(answers.speaker && { speaker: typed(answers.speaker) }),
		...(answers.occasion && { occasion: typed(answers.occasion) }),
		...(date && { date }),
		...place,
	};
}

/** The source of a citation when it is a new one. */
export function sourceOf(answers: Answers, id: string): Source | undefined {
	if (answers.source !== anew) return undefined;
	const [container, issued] = [typed(answers['source.container'] ?? ''), plainDate(answers['source.issued'] ?? '')];
	return {
		id,
		type: answers['source.type'] ?? 'document',
		title: typed(answers['source.title'] ?? ''),
		...(container && { 'container-title': container }),
		...(issued && { issued }),
	};
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

/** `likely`: the id of the source that is meant, as far as that is known. */
function sourceChoice(corpus: Corpus, likely?: string): Question {
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
		choices: [{ value: anew, label: l10n.t('A source that is not here yet…'), icon: 'add', stays: true }, ...sources],
	};
}

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

function sourceQuestions(context: FormContext): Question[] {
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
			l10n.t('New source: when it was published: 2024, 2024-01 or 2024-01-31 (may stay empty)'),
		),
	];
}

function dateQuestion({ tools }: FormContext, key: string, prompt: string): Question {
	return {
		kind: 'text',
		key,
		prompt,
		placeholder: '2024-01-31',
		fault: text => {
			if (typed(text) === '') return undefined;
			const fault = tools.dateFault(plainDate(text));
			return fault === 'form'
				? l10n.t('Write 2024, 2024-01 or 2024-01-31.')
				: fault === 'calendar'
					? l10n.t('There is no such day.')
					: undefined;
		},
	};
}

/** One of the values the corpus has, the most frequent first, one that is typed, or none. */
function fromKnown(key: string, prompt: string, values: readonly (string | undefined)[], limit: number): Question {
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

function knownAlready(prompt: string, detail: string | undefined): Question {
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

function wanted(text: string, limit: number): string | undefined {
	return typed(text) === '' ? l10n.t('Type something here, or press Escape to leave.') : allowed(text, limit);
}

function allowed(text: string, limit: number): string | undefined {
	return typed(text).length > limit
		? l10n.t('At most {0} characters; these are {1}.', limit, typed(text).length)
		: undefined;
}

function slots(tools: PackTools, text: string): string | undefined {
	const fault = tools.slotFault(text);
	return fault === 'slot.empty'
		? l10n.t('A slot needs a name between its braces, such as {example}.', { example: '{目标}' })
		: fault && l10n.t('The braces { } of a slot do not match.');
}
