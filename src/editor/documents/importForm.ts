// The form before an imported document is saved: what the page proves of it, to be confirmed with one key or put
// right field by field.
import * as vscode from 'vscode';
import type { PackTools, ProvedFields } from '../../core/service';
import { ask, type Choice, type Question } from '../base/form';
import { fieldsOf, sourceOf, type FormFields } from './importFields';
import type { ReadDocument } from '../../workers/import/protocol';
import { dateFault } from '../records/questions';
import { sourceTypes } from '../records/sourceForm';
import { names } from '../base/hitRows';
import { plainDate, typed } from '../../app/recordText';

export interface FormHead {
	readonly title: string;
	/** Of several documents: they can be left out one by one. */
	readonly several: boolean;
}

/**
 * Shows the form until the person saves; `name` stands for a title that is missing. Nothing when the document is left
 * out.
 */
export async function askFields(
	{ title, several }: FormHead,
	read: ReadDocument,
	name: string,
	tools: PackTools,
): Promise<ProvedFields | undefined> {
	const before = fieldsOf(read.source, names(read.source.author));
	let fields: FormFields = { ...before, title: before.title || name };
	for (;;) {
		let editing: keyof FormFields | undefined;
		const answers = await ask(title, so => {
			const rows: Question = {
				kind: 'choice',
				key: 'what',
				prompt: prompt(read),
				choices: choices(fields, sourceOf(read.source, before, fields), read, several),
			};
			editing = isField(so.what, fields) ? so.what : undefined;
			return editing ? [rows, question(editing, fields, tools)] : [rows];
		});
		if (answers?.what === 'save') return sourceOf(read.source, before, fields);
		if (answers && isField(answers.what, fields))
			fields = { ...fields, [answers.what]: tidied(answers.what, answers[answers.what] ?? '') };
		// Escape in a field goes back to the list
		else if (editing === undefined || answers?.what === 'out') return undefined;
	}
}

function isField(key: string | undefined, fields: FormFields): key is keyof FormFields {
	return key !== undefined && Object.hasOwn(fields, key);
}

function tidied(field: keyof FormFields, text: string): string {
	return field === 'issued' || field === 'heldDate' ? plainDate(text) : typed(text);
}

function prompt(read: ReadDocument): string {
	const begins = [...read.beginning].slice(0, 24).join('');
	return vscode.l10n.t('Choose a line to change it. The text: {count} paragraphs, “{words}…”', {
		count: read.paragraphs,
		words: begins,
	});
}

/** What each field is called. */
export function labels(): Readonly<Record<keyof FormFields, string>> {
	const t = vscode.l10n.t;
	return {
		title: t('Title'),
		author: t('Author'),
		type: t('Kind of text'),
		container: t('Published in'),
		issued: t('Published on'),
		heldFrom: t('Source of the copy'),
		heldDate: t('Date of the copy'),
		url: t('Address'),
	};
}

/** The field of a record that a field of the form fills, as lists of what is missing name it. */
const recorded: Partial<Readonly<Record<keyof FormFields, string>>> = {
	author: 'author',
	container: 'container-title',
	issued: 'issued',
	url: 'URL',
};

function choices(fields: FormFields, source: ProvedFields, read: ReadDocument, several: boolean): Choice[] {
	const t = vscode.l10n.t;
	const named = labels();
	const row = (field: keyof FormFields): Choice => {
		const value = field === 'type' ? typeName(fields.type) : fields[field];
		const missing = source.missing?.includes(recorded[field] ?? '') ?? false;
		const empty = missing
			? { description: t('not in the text; a reference will need it'), icon: 'warning' }
			: { description: t('not in the text'), icon: 'dash' };
		return {
			value: field,
			label: named[field],
			...(value === '' ? empty : { description: value, icon: 'edit' }),
		};
	};
	const left =
		read.dropped > 0
			? t('{0} pieces were left out; you can look at them and take them back afterwards.', read.dropped)
			: undefined;
	return [
		{
			value: 'save',
			label: t('Save'),
			description: t('as shown; what is empty stays empty'),
			detail: left,
			icon: 'check',
			stays: false,
		},
		...(Object.keys(named) as (keyof FormFields)[]).map(row),
		...(several ? [{ value: 'out', label: t('Leave this document out'), icon: 'close' }] : []),
	];
}

function typeName(type: string): string {
	return sourceTypes().find(([value]) => value === type)?.[1] ?? type;
}

function question(field: keyof FormFields, fields: FormFields, tools: PackTools): Question {
	const t = vscode.l10n.t;
	if (field === 'type') {
		const types = sourceTypes();
		const first = types.filter(([value]) => value === fields.type);
		return {
			kind: 'choice',
			key: field,
			prompt: t('What kind of text is it?'),
			choices: [...first, ...types.filter(one => !first.includes(one))].map(([value, label]) => ({ value, label })),
		};
	}
	const limit = { title: 500, author: 200, container: 300, issued: 40, heldFrom: 300, heldDate: 40, url: 2000 }[field];
	const fault = (text: string): string | undefined => {
		const value = typed(text);
		if (value === '') return field === 'title' ? t('Type something here, or press Escape to leave.') : undefined;
		if (value.length > limit) return t('At most {0} characters; these are {1}.', limit, value.length);
		if (field === 'url' && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(value))
			return t('An address begins with https:// and has no spaces.');
		return field === 'issued' || field === 'heldDate' ? dateFault(tools, text) : undefined;
	};
	return {
		kind: 'text',
		key: field,
		prompt: prompts()[field],
		value: fields[field],
		placeholder: field === 'issued' || field === 'heldDate' ? '2024-01-31' : undefined,
		fault,
	};
}

function prompts(): Readonly<Record<Exclude<keyof FormFields, 'type'>, string>> {
	const t = vscode.l10n.t;
	return {
		title: t('The title, as printed'),
		author: t('Who wrote it; several names with 、 between them (may stay empty)'),
		container: t('The newspaper, journal or site it was first published in (may stay empty)'),
		issued: t('When it was first published there: 2024, 2024-01 or 2024-01-31 (may stay empty)'),
		heldFrom: t('Where this copy is from: the site or person you have it from (may stay empty)'),
		heldDate: t('When this copy was published there: 2024, 2024-01 or 2024-01-31 (may stay empty)'),
		url: t('Its address on the web (may stay empty)'),
	};
}
