// The fields of a source that its form shows, and the source they make when a person has changed some.
import { missingOf, namesOf, type ProvedFields } from '../../core/service';

/** The fields of the form that are a text of the source, with the field that has it there. */
const texts = {
	title: 'title',
	container: 'container-title',
	publisher: 'publisher',
	place: 'publisher-place',
	issued: 'issued',
	volume: 'volume',
	issue: 'issue',
	page: 'page',
	number: 'number',
	edition: 'edition',
	url: 'URL',
} as const satisfies Readonly<Record<string, keyof ProvedFields>>;

/** A field that the form has. */
export type FormField = keyof typeof texts | 'author' | 'type' | 'heldFrom' | 'heldDate';

/** The fields of a source that the form has, each as one line of text. */
export type FormFields = Readonly<Record<FormField, string>>;

/** The field of a record that a field of the form fills, as lists of what is missing name it. */
export function recordField(field: FormField): keyof ProvedFields {
	if (field === 'heldFrom' || field === 'heldDate') return 'held';
	return field === 'author' || field === 'type' ? field : texts[field];
}

/** The field of the form that fills one of a record. */
export function formField(field: string): FormField | undefined {
	if (field === 'author' || field === 'type') return field;
	return (Object.keys(texts) as (keyof typeof texts)[]).find(name => texts[name] === field);
}

/** The fields of a source; `author`: its names as one text. */
export function fieldsOf(source: ProvedFields, author: string): FormFields {
	const text = (name: keyof typeof texts) => source[texts[name]] ?? '';
	return {
		title: text('title'),
		author,
		type: source.type ?? 'document',
		container: text('container'),
		publisher: text('publisher'),
		place: text('place'),
		issued: text('issued'),
		volume: text('volume'),
		issue: text('issue'),
		page: text('page'),
		number: text('number'),
		edition: text('edition'),
		heldFrom: source.held?.from ?? '',
		heldDate: source.held?.date ?? '',
		url: text('url'),
	};
}

/**
 * The source with what a person put into the fields; what was not touched stays as it was read, and what is missing is
 * listed anew.
 */
export function sourceOf(read: ProvedFields, before: FormFields, after: FormFields): ProvedFields {
	const text = (field: FormField) => after[field] || undefined;
	const copy = { from: text('heldFrom'), date: text('heldDate') };
	const source = defined({
		...read,
		...Object.fromEntries(Object.entries(texts).map(([name, field]) => [field, text(name as FormField)])),
		type: after.type,
		author: before.author === after.author ? read.author : namesOf(after.author),
		held: copy.from || copy.date ? defined(copy) : undefined,
	});
	return defined({ ...source, missing: missingOf(source) });
}

function defined<T extends object>(fields: T): T {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
