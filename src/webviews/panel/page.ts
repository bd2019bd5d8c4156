// The fixed parts of the panel's page: box, filters, count, list, actions; built once, worded when the words arrive.
import { facets, scopes } from './model';
import type { Facet, Form, Scope, Strings } from './protocol';

/** What can be done with the active row. */
export type Action = Form | 'words' | 'reference' | 'open' | 'record';

export const forms: readonly Form[] = ['footnote', 'pandoc', 'note', 'quotation'];

/** The elements that change. */
export interface Page {
	readonly box: HTMLInputElement;
	readonly clear: HTMLButtonElement;
	readonly follow: HTMLButtonElement;
	readonly scope: { readonly [S in Scope]: HTMLInputElement };
	readonly scopeRow: HTMLElement;
	readonly filters: { readonly [F in Facet]: HTMLSelectElement };
	readonly unfilter: HTMLButtonElement;
	readonly filterRow: HTMLElement;
	readonly bar: HTMLElement;
	readonly about: HTMLElement;
	/** What is to be said of the person's documents. */
	readonly library: HTMLElement;
	readonly count: HTMLElement;
	readonly list: HTMLElement;
	readonly more: HTMLButtonElement;
	readonly notice: HTMLElement;
	readonly scroll: HTMLElement;
	readonly actions: HTMLElement;
	readonly action: { readonly [A in Action]: HTMLButtonElement };
	readonly said: HTMLElement;
	/** Puts every sentence where it belongs. */
	word(strings: Strings): void;
}

/** Makes an element; text goes in as text, never as markup. */
export function make<T extends keyof HTMLElementTagNameMap>(
	tag: T,
	className: string,
	attributes: Readonly<Record<string, string>> = {},
	...children: readonly (Node | string)[]
): HTMLElementTagNameMap[T] {
	const element = document.createElement(tag);
	if (className) element.className = className;
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	element.append(...children);
	return element;
}

/** A button that shows a drawn sign; its words are its label. */
function sign(path: string, className: string): HTMLButtonElement {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	svg.setAttribute('viewBox', '0 0 16 16');
	svg.setAttribute('aria-hidden', 'true');
	const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
	line.setAttribute('d', path);
	svg.append(line);
	return make('button', className, { type: 'button' }, svg);
}

/** Builds the page into `root`. */
export function build(root: HTMLElement): Page {
	const box = make('input', 'box', {
		type: 'text',
		role: 'searchbox',
		'aria-controls': 'list',
		'aria-autocomplete': 'list',
		autocomplete: 'off',
		spellcheck: 'false',
		maxlength: '500',
	});
	const clear = sign('M4 4l8 8M12 4l-8 8', 'icon clear');
	const follow = sign('M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3M8 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7', 'icon follow');
	const scope = Object.fromEntries(
		scopes.map(name => [name, make('input', '', { type: 'radio', name: 'scope', value: name })]),
	) as { [S in Scope]: HTMLInputElement };
	const scopeWords = scopes.map(() => make('span', ''));
	const scopeRow = make(
		'div',
		'scopes',
		{ role: 'radiogroup' },
		...scopes.map((name, at) => make('label', 'scope', {}, scope[name], scopeWords[at]!)),
	);
	const filters = Object.fromEntries(facets.map(facet => [facet, make('select', 'filter')])) as {
		[F in Facet]: HTMLSelectElement;
	};
	const unfilter = make('button', 'link', { type: 'button', hidden: '' });
	const filterRow = make('div', 'filters', { role: 'group' }, ...facets.map(facet => filters[facet]), unfilter);
	const about = make('div', 'about', { hidden: '' });
	const library = make('div', 'library', { hidden: '' });
	const count = make('div', 'count', { role: 'status', 'aria-live': 'polite' });
	const bar = make('div', 'progress', { hidden: '', 'aria-hidden': 'true' });
	const list = make('div', 'list', { id: 'list', role: 'listbox', tabindex: '0' });
	const more = make('button', 'link more', { type: 'button', hidden: '' });
	const notice = make('div', 'notice', { hidden: '' });
	const scroll = make('div', 'scroll', {}, list, more, notice);
	const action = Object.fromEntries(
		[...forms, 'words', 'reference', 'open', 'record'].map(name => [
			name,
			make('button', 'action', { type: 'button', 'data-action': name }),
		]),
	) as { [A in Action]: HTMLButtonElement };
	const insertAs = make('span', 'verb', { id: 'insert-as' });
	const copy = make('span', 'verb', { id: 'copy' });
	const said = make('div', 'said', { role: 'status', 'aria-live': 'polite' });
	const actions = make(
		'div',
		'actions',
		{},
		make(
			'div',
			'group',
			{ role: 'group', 'aria-labelledby': 'insert-as' },
			insertAs,
			...forms.map(form => action[form]),
		),
		make(
			'div',
			'group',
			{ role: 'group', 'aria-labelledby': 'copy' },
			copy,
			action.words,
			action.reference,
			action.open,
			action.record,
		),
		said,
	);
	root.replaceChildren(
		make(
			'div',
			'head',
			{},
			make('div', 'search', {}, box, clear, follow),
			scopeRow,
			filterRow,
			about,
			library,
			count,
			bar,
		),
		scroll,
		actions,
	);
	return {
		box,
		clear,
		follow,
		scope,
		scopeRow,
		filters,
		unfilter,
		filterRow,
		bar,
		about,
		library,
		count,
		list,
		more,
		notice,
		scroll,
		actions,
		action,
		said,
		word(strings) {
			box.placeholder = strings.placeholder;
			label(box, strings.search);
			label(list, strings.list);
			name(clear, strings.clear);
			name(follow, strings.follow);
			follow.title = strings.followHelp;
			label(scopeRow, strings.scope);
			for (const [at, name] of scopes.entries()) scopeWords[at]!.textContent = strings.scopes[name];
			for (const facet of facets) label(filters[facet], strings.filters[facet]);
			unfilter.textContent = strings.clearFilters;
			more.textContent = strings.more;
			insertAs.textContent = strings.insertAs;
			copy.textContent = strings.copy;
			for (const form of forms) {
				action[form].textContent = strings.forms[form];
				action[form].title = strings.formHelp[form];
			}
			action.words.textContent = strings.copyWords;
			action.reference.textContent = strings.copyReference;
			action.open.textContent = strings.open;
			action.record.textContent = strings.record;
			action.record.title = strings.recordHelp;
		},
	};
}

function label(element: HTMLElement, words: string): void {
	element.setAttribute('aria-label', words);
}

function name(button: HTMLButtonElement, words: string): void {
	label(button, words);
	button.title = words;
}
