// The fields of a source that the form of an import shows, and the source they make when a person has changed some.
import { missingOf, namesOf, type ProvedFields } from '../../core/service';

/** The fields of a source that the form has, each as one line of text. */
export interface FormFields {
	readonly title: string;
	readonly author: string;
	readonly type: string;
	readonly container: string;
	readonly issued: string;
	readonly heldFrom: string;
	readonly heldDate: string;
	readonly url: string;
}

/** The fields of a source; `author`: its names as one text. */
export function fieldsOf(source: ProvedFields, author: string): FormFields {
	return {
		title: source.title ?? '',
		author,
		type: source.type ?? 'document',
		container: source['container-title'] ?? '',
		issued: source.issued ?? '',
		heldFrom: source.held?.from ?? '',
		heldDate: source.held?.date ?? '',
		url: source.URL ?? '',
	};
}

/**
 * The source with what a person put into the fields; what was not touched stays as it was read, and what is missing is
 * listed anew.
 */
export function sourceOf(read: ProvedFields, before: FormFields, after: FormFields): ProvedFields {
	const kept = (field: keyof FormFields) => before[field] === after[field];
	const text = (field: keyof FormFields) => after[field] || undefined;
	const copy = { from: text('heldFrom'), date: text('heldDate') };
	const source = defined({
		...read,
		title: text('title'),
		type: after.type,
		author: kept('author') ? read.author : namesOf(after.author),
		'container-title': text('container'),
		issued: text('issued'),
		URL: text('url'),
		held: copy.from || copy.date ? defined(copy) : undefined,
	});
	return defined({ ...source, missing: missingOf(source) });
}

function defined<T extends object>(fields: T): T {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
