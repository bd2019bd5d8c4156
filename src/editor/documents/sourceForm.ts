// The form of a source, the same for an import and for one that is completed: what is known and what is missing, each
// to be put right on a line of its own, and nothing lost by a key that leaves it.
import * as vscode from 'vscode';
import type { PackTools, ProvedFields } from '../../core/service';
import { ask, type Choice, type Question } from '../base/form';
import { plainDate, typed } from '../../app/recordText';
import { dateFault } from '../records/questions';
import { sourceTypes } from '../records/sourceForm';
import { recordField, type FormField, type FormFields } from './importFields';

export interface SourceForm {
	readonly title: string;
	readonly prompt: string;
	readonly save: { readonly description: string; readonly detail?: string };
	/** What is said of a field that is empty, and of one that a reference needs. */
	readonly empty: { readonly any: string; readonly needed: string };
	/** What may be chosen below the fields. */
	readonly more: readonly Choice[];
	/** Where a field is recorded that cannot be changed here, in a sentence that says what to do. */
	readonly fixed?: (field: FormField) => string | undefined;
	/** The field that is asked for before the list is shown. */
	readonly first?: FormField | undefined;
	/** What is saved already, where the form does not begin with that. */
	readonly saved?: FormFields;
	/** The source that the fields make, and what a reference to it needs. */
	readonly source: (fields: FormFields) => ProvedFields;
}

/** What the person did: saved these fields, or chose something below them. */
export type SourceAnswer = { readonly fields: FormFields } | { readonly chosen: string };

/** Fields that a form always has; the others where they are filled, needed, or all are asked for. */
const always: ReadonlySet<FormField> = new Set([
	'title',
	'author',
	'type',
	'container',
	'issued',
	'heldFrom',
	'heldDate',
	'url',
]);

/** The most UTF-16 code units that each field may have. */
const limits: Readonly<Record<Exclude<FormField, 'type'>, number>> = {
	title: 500,
	author: 200,
	container: 300,
	publisher: 300,
	place: 100,
	issued: 40,
	volume: 50,
	issue: 50,
	page: 50,
	number: 100,
	edition: 50,
	heldFrom: 300,
	heldDate: 40,
	url: 2000,
};

/** Shows the form until the person saves or chooses what stands below the fields; nothing when they leave it. */
export async function askSource(
	form: SourceForm,
	before: FormFields,
	tools: PackTools,
): Promise<SourceAnswer | undefined> {
	const state = new FormState(form, before, tools);
	if (form.first) await state.askField(form.first);
	for (;;) {
		const chosen = (await ask(form.title, () => [state.list()]))?.what;
		if (chosen === 'save') return { fields: state.fields };
		if (chosen === undefined) {
			const kept = state.isChanged() ? await keepOrDiscard(form.title) : 'discard';
			if (kept === 'save') return { fields: state.fields };
			if (kept === 'discard') return undefined;
		} else if (chosen === 'all') state.showAll();
		else if (isField(chosen, before)) await state.askField(chosen);
		else return { chosen };
	}
}

class FormState {
	fields: FormFields;
	/** What was typed into a field that was left without Enter: it stands there again. */
	private readonly unfinished = new Map<FormField, string>();
	private isWhole = false;

	constructor(
		private readonly form: SourceForm,
		private readonly before: FormFields,
		private readonly tools: PackTools,
	) {
		this.fields = before;
	}

	isChanged(): boolean {
		const saved = this.form.saved ?? this.before;
		return this.unfinished.size > 0 || fieldNames(saved).some(name => this.fields[name] !== saved[name]);
	}

	showAll(): void {
		this.isWhole = true;
	}

	async askField(field: FormField): Promise<void> {
		const where = this.form.fixed?.(field);
		if (where !== undefined) return explain(this.form.title, `${labels()[field]} · ${this.fields[field]}`, where);
		const answers = await ask(this.form.title, () => [this.question(field)]);
		if (!answers) return;
		this.unfinished.delete(field);
		this.fields = { ...this.fields, [field]: tidied(field, answers[field] ?? '') };
	}

	/** The list of fields, with what may be done. */
	list(): Question {
		const { form } = this;
		const missing: readonly string[] = form.source(this.fields).missing ?? [];
		const shown = fieldNames(this.fields).filter(
			field => this.isWhole || always.has(field) || this.fields[field] !== '' || missing.includes(recordField(field)),
		);
		const t = vscode.l10n.t;
		const all = { value: 'all', label: t('More fields…'), icon: 'ellipsis' };
		return {
			kind: 'choice',
			key: 'what',
			prompt: form.prompt,
			choices: [
				{ value: 'save', label: t('Save'), ...form.save, icon: 'check' },
				...shown.map(field => this.row(field, missing)),
				...(shown.length < fieldNames(this.fields).length ? [all] : []),
				...form.more,
			],
		};
	}

	private row(field: FormField, missing: readonly string[]): Choice {
		const label = labels()[field];
		const value = field === 'type' ? typeName(this.fields.type) : this.fields[field];
		const left = this.unfinished.get(field);
		if (left !== undefined)
			return { value: field, label, description: vscode.l10n.t('not taken over yet: {0}', left), icon: 'edit' };
		if (value === '')
			return missing.includes(recordField(field))
				? { value: field, label, description: this.form.empty.needed, icon: 'warning' }
				: { value: field, label, description: this.form.empty.any, icon: 'dash' };
		return {
			value: field,
			label,
			description: value,
			icon: this.form.fixed?.(field) === undefined ? 'edit' : 'lock',
		};
	}

	private question(field: FormField): Question {
		const t = vscode.l10n.t;
		if (field === 'type') {
			const types = sourceTypes();
			const first = types.filter(([value]) => value === this.fields.type);
			return {
				kind: 'choice',
				key: field,
				prompt: t('What kind of text is it?'),
				choices: [...first, ...types.filter(one => !first.includes(one))].map(([value, label]) => ({ value, label })),
			};
		}
		const isDate = field === 'issued' || field === 'heldDate';
		return {
			kind: 'text',
			key: field,
			prompt: prompts()[field] ?? t('{0}, as printed (may stay empty)', labels()[field]),
			value: this.unfinished.get(field) ?? this.fields[field],
			...(isDate && { placeholder: '2024年3月5日' }),
			fault: text => faultIn(field, text, this.tools),
			typing: text => {
				if (typed(text) === this.fields[field]) this.unfinished.delete(field);
				else this.unfinished.set(field, text);
			},
		};
	}
}

function fieldNames(fields: FormFields): readonly FormField[] {
	return Object.keys(fields) as FormField[];
}

function isField(name: string, fields: FormFields): name is FormField {
	return Object.hasOwn(fields, name);
}

function tidied(field: FormField, text: string): string {
	return field === 'issued' || field === 'heldDate' ? plainDate(text) : typed(text);
}

/** What is wrong with the text of a field, in a sentence that says what to do. */
function faultIn(field: Exclude<FormField, 'type'>, text: string, tools: PackTools): string | undefined {
	const t = vscode.l10n.t;
	const value = typed(text);
	if (value === '') return field === 'title' ? t('Type something here, or press Escape to leave.') : undefined;
	if (value.length > limits[field]) return t('At most {0} characters; these are {1}.', limits[field], value.length);
	if (field === 'url' && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(value))
		return t('An address begins with https:// and has no spaces.');
	return field === 'issued' || field === 'heldDate' ? dateFault(tools, text) : undefined;
}

/** Says where a field is recorded; any key goes back. */
async function explain(title: string, prompt: string, where: string): Promise<void> {
	await ask(title, () => [
		{
			kind: 'choice',
			key: 'known',
			prompt,
			choices: [{ value: 'back', label: vscode.l10n.t('Back to the form'), detail: where, icon: 'arrow-left' }],
		},
	]);
}

/** What becomes of what was typed, when the form is left; Escape goes back to it. */
async function keepOrDiscard(title: string): Promise<string> {
	const t = vscode.l10n.t;
	const answers = await ask(title, () => [
		{
			kind: 'choice',
			key: 'what',
			prompt: t('What you changed is not saved yet.'),
			choices: [
				{ value: 'on', label: t('Go on editing'), icon: 'arrow-left' },
				{ value: 'save', label: t('Save'), icon: 'check' },
				{ value: 'discard', label: t('Discard the changes'), icon: 'trash' },
			],
		},
	]);
	return answers?.what ?? 'on';
}

function typeName(type: string): string {
	return sourceTypes().find(([value]) => value === type)?.[1] ?? type;
}

/** What each field is called. */
export function labels(): Readonly<Record<FormField, string>> {
	const t = vscode.l10n.t;
	return {
		title: t('Title'),
		author: t('Author'),
		type: t('Kind of text'),
		container: t('Published in'),
		publisher: t('Publisher'),
		place: t('Place of publication'),
		issued: t('Published on'),
		volume: t('Volume'),
		issue: t('Issue'),
		page: t('Pages'),
		number: t('Number'),
		edition: t('Edition'),
		heldFrom: t('Source of the copy'),
		heldDate: t('Date of the copy'),
		url: t('Address'),
	};
}

function prompts(): Readonly<Partial<Record<FormField, string>>> {
	const t = vscode.l10n.t;
	return {
		title: t('The title, as printed'),
		author: t('Who wrote it; several names with 、 between them (may stay empty)'),
		container: t('The newspaper, journal or site it was first published in (may stay empty)'),
		issued: t('When it was first published there: 2024年3月5日, 2024-03-05 or only 2024 (may stay empty)'),
		page: t('The page of the newspaper (3 or 03), or the pages of the journal (15-22) (may stay empty)'),
		heldFrom: t('Where this copy is from: the site or person you have it from (may stay empty)'),
		heldDate: t('When this copy was published there: 2024年3月5日, 2024-03-05 or only 2024 (may stay empty)'),
		url: t('Its address on the web (may stay empty)'),
	};
}
