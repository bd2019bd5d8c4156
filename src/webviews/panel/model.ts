// What the panel holds and how it changes: typing, filters, answers, the active row. Pure: a state in, a state out.
import type {
	Choice,
	DocumentsStatus,
	Facet,
	Filters,
	Form,
	Kept,
	Request,
	Row,
	RowKind,
	Scope,
	ToPage,
} from './protocol';

/** All the page shows. */
export interface Model extends Kept {
	/**
	 * Number of the list that is waited for or shown; an answer with another number is out of date. 0: not asked for
	 * yet.
	 */
	readonly request: number;
	readonly phase: 'loading' | 'shown' | 'failed';
	/** How many rows are asked for. */
	readonly limit: number;
	readonly rows: readonly Row[];
	readonly total: number;
	readonly choices: { readonly [F in Facet]: readonly Choice[] };
	/** Index of the active row, -1 without rows. */
	readonly active: number;
	/** The person is walking the list (rather than typing): Home and End mean rows. */
	readonly walking: boolean;
	readonly paragraph?: string;
	readonly library?: DocumentsStatus;
	/** What is to be said of the list as a whole. */
	readonly said?: string;
	/** What went wrong, in a sentence; empty: nothing did. */
	readonly trouble: string;
}

export const facets: readonly Facet[] = ['kind', 'source', 'speaker', 'year'];
export const scopes: readonly Scope[] = ['both', 'corpus', 'documents'];
export const forms: readonly Form[] = ['footnote', 'pandoc', 'note', 'quotation'];

/** Rows at first, rows that `more` adds, and the most a list ever holds. */
export const page = { first: 50, more: 100, most: 550 } as const;

/** Rows that PageUp and PageDown pass over. */
const leap = 10;

/** The state from what was kept; anything that is not of our making counts as nothing kept. */
export function restore(kept: unknown): Model {
	const record = isRecord(kept) ? kept : {};
	const filters: { [F in Facet]?: string } = {};
	const given = isRecord(record['filters']) ? record['filters'] : {};
	for (const facet of facets) {
		const value = given[facet];
		if (typeof value === 'string' && value !== '') filters[facet] = value;
	}
	return {
		text: typeof record['text'] === 'string' ? record['text'] : '',
		filters,
		follow: record['follow'] === true,
		scope: scopes.find(scope => scope === record['scope']) ?? 'both',
		form: forms.find(form => form === record['form']),
		request: 0,
		phase: 'loading',
		limit: page.first,
		rows: [],
		total: 0,
		choices: { kind: [], source: [], speaker: [], year: [] },
		active: -1,
		walking: false,
		trouble: '',
	};
}

/** What of a state is to be kept. */
export function kept({ text, filters, follow, scope, form }: Model): Kept {
	return { text, filters, follow, scope, ...(form === undefined ? {} : { form }) };
}

/**
 * A form of insertion was chosen; it is the one of the button and of Enter from then on. Nothing: that of the settings.
 */
export function formed(model: Model, form: Form | undefined): Model {
	return { ...model, form };
}

/** The form in which a row of this kind is inserted when nothing else is said; a source has no words to quote. */
export function formOf({ form }: Kept, kind: RowKind | undefined, ofSettings: Form): Form {
	if (form === undefined) return ofSettings;
	return form === 'quotation' && kind === 'source' ? ofSettings : form;
}

/** The filters there are where is searched: a passage of a document has no kind and nobody who said it. */
export function facetsOf({ scope }: Kept): readonly Facet[] {
	return scope === 'documents' ? ['source', 'year'] : facets;
}

/** The filters that count where is searched; the others are kept for when they do. */
export function filtersOf(model: Kept): Filters {
	return Object.fromEntries(
		facetsOf(model).flatMap(facet => (model.filters[facet] === undefined ? [] : [[facet, model.filters[facet]]])),
	);
}

/** The state once a list has been asked for, and the request to send. `request` must be a number never used before. */
export function ask(model: Model, request: number): { readonly model: Model; readonly send: Request } {
	const { text, scope, limit } = model;
	return {
		model: { ...model, request, phase: 'loading' },
		send: model.follow
			? { type: 'follow', request, limit, scope: model.scope }
			: { type: 'search', request, text: text.trim(), scope, filters: filtersOf(model), limit },
	};
}

/** Other words are looked for; whoever types no longer follows the cursor. */
export function typed(model: Model, text: string): Model {
	return afresh({ ...model, text, follow: false });
}

/** One filter is set, or with an empty value taken away. */
export function filtered(model: Model, facet: Facet, value: string): Model {
	const others: Filters = Object.fromEntries(Object.entries(model.filters).filter(([name]) => name !== facet));
	return afresh({ ...model, filters: value === '' ? others : { ...others, [facet]: value } });
}

/** All filters are taken away. */
export function unfiltered(model: Model): Model {
	return afresh({ ...model, filters: {} });
}

/** Somewhere else is searched; whoever says where no longer follows the cursor. */
export function scoped(model: Model, scope: Scope): Model {
	return afresh({ ...model, scope, follow: false });
}

/** Follow the cursor, or search again. */
export function followed(model: Model, follow: boolean): Model {
	return afresh({ ...model, follow });
}

/** More rows of the same list; the active row stays. */
export function extended(model: Model): Model {
	return { ...model, limit: Math.min(model.limit + page.more, page.most) };
}

/** Whether asking for more would bring more. */
export function hasMore(model: Model): boolean {
	return model.rows.length < model.total && model.rows.length >= model.limit && model.limit < page.most;
}

/** The state after an answer; one to an older request changes nothing (the same object comes back). */
export function answered(model: Model, answer: Extract<ToPage, { type: 'found' | 'failed' }>): Model {
	if (answer.request !== model.request) return model;
	if (answer.type === 'failed') return { ...model, phase: 'failed', trouble: answer.said };
	const { rows, total, choices, paragraph, library, said } = answer;
	// The row that was active stays active where it still is in the list (more rows, a corpus that changed).
	const was = model.rows[model.active]?.id;
	const again = was === undefined ? -1 : rows.findIndex(row => row.id === was);
	return {
		...model,
		phase: 'shown',
		trouble: '',
		rows,
		total,
		choices,
		paragraph,
		library,
		said,
		active: again < 0 && rows.length > 0 ? 0 : again,
	};
}

/** The state once all that fits has been counted; a count of an older list changes nothing. */
export function counted(model: Model, { request, total, choices }: Extract<ToPage, { type: 'counted' }>): Model {
	return request === model.request && model.phase === 'shown'
		? { ...model, total: Math.max(total, model.rows.length), choices }
		: model;
}

/** The state when no answer came; `request` as in the request that was waited for. */
export function unanswered(model: Model, request: number, said: string): Model {
	return model.phase === 'loading' && request === model.request ? { ...model, phase: 'failed', trouble: said } : model;
}

/** The row at an index becomes the active one. */
export function activated(model: Model, index: number): Model {
	return index >= 0 && index < model.rows.length ? { ...model, active: index } : model;
}

/**
 * The state after a key of the list, or nothing where the key is not one of the list's: then it means what it means in
 * a text box. Home and End are the box's own as long as the person types.
 */
export function walked(model: Model, key: string, inBox: boolean): Model | undefined {
	const last = model.rows.length - 1;
	const own = !inBox || model.walking || model.text === '';
	const target = targetOf(key, model.active, last, own);
	if (target === undefined || last < 0) return undefined;
	return { ...model, active: target, walking: true };
}

/** The index a key of the list leads to; `own`: Home and End mean rows. */
function targetOf(key: string, active: number, last: number, own: boolean): number | undefined {
	switch (key) {
		case 'ArrowDown':
			return Math.min(active + 1, last);
		case 'ArrowUp':
			return Math.max(active - 1, 0);
		case 'PageDown':
			return Math.min(active + leap, last);
		case 'PageUp':
			return Math.max(active - leap, 0);
		case 'Home':
			return own ? 0 : undefined;
		case 'End':
			return own ? last : undefined;
		default:
			return undefined;
	}
}

/**
 * Another list is wanted, from its top. What is shown until it comes is out of date, and so is any answer still under
 * way.
 */
function afresh(model: Model): Model {
	return { ...model, phase: 'loading', request: 0, limit: page.first, active: -1, walking: false };
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
