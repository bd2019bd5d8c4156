// The menu of a row: the forms of insertion, of which the one chosen last is ticked, and what else can be done with it.
import { icon } from '../icons';
import { label, make } from './elements';
import { forms } from './model';
import type { Form, RowKind, Strings } from './protocol';

/** What can be done with a row. */
export type Action = Form | 'words' | 'reference' | 'open' | 'record';

const others = ['words', 'reference', 'open', 'record'] as const;

export const actions: readonly Action[] = [...forms, ...others];

/** Pixels between the menu and the edge of the view. */
const margin = 4;

export interface Menu {
	readonly element: HTMLElement;
	readonly heading: HTMLElement;
	readonly item: { readonly [A in Action]: HTMLButtonElement };
	readonly words: { readonly [A in Action]: HTMLElement };
}

/** The menu, closed. */
export function buildMenu(): Menu {
	const words = {} as { [A in Action]: HTMLElement };
	const item = {} as { [A in Action]: HTMLButtonElement };
	for (const action of actions) {
		words[action] = make('span', 'item-words');
		const role = isForm(action) ? 'menuitemradio' : 'menuitem';
		item[action] = make(
			'button',
			'item',
			{ type: 'button', role, tabindex: '-1', 'data-action': action },
			isForm(action) ? icon('check') : '',
			words[action],
		);
	}
	const heading = make('div', 'heading', { id: 'insert-as', role: 'presentation' });
	const element = make(
		'div',
		'menu',
		{ role: 'menu', hidden: '' },
		make('div', 'forms', { role: 'group', 'aria-labelledby': 'insert-as' }, heading, ...forms.map(form => item[form])),
		make('div', 'separator', { role: 'separator' }),
		...others.map(other => item[other]),
	);
	return { element, heading, item, words };
}

/** Puts the words that never change where they belong. */
export function wordMenu({ element, heading, item, words }: Menu, strings: Strings): void {
	label(element, strings.moreActions);
	heading.textContent = strings.insertAs;
	for (const form of forms) {
		words[form].textContent = strings.forms[form];
		item[form].title = strings.formHelp[form];
	}
	words.words.textContent = strings.copyWords;
	words.reference.textContent = strings.copyReference;
	words.open.textContent = strings.open;
	words.record.textContent = strings.record;
	item.record.title = strings.recordHelp;
}

/** Makes it the menu of a row of this kind, inserted in this form when nothing else is said. */
export function drawMenu({ item, words }: Menu, kind: RowKind | undefined, form: Form, strings: Strings): void {
	for (const each of forms) item[each].setAttribute('aria-checked', String(each === form));
	words.quotation.textContent = formWords(kind, 'quotation', strings);
	item.quotation.title = isOurs(kind) ? strings.wordingHelp : strings.formHelp.quotation;
	// A source has no words at all.
	item.quotation.disabled = item.words.disabled = kind === 'source';
	item.record.hidden = kind !== 'document';
}

/** Points and figures are in our words, and only words somebody said stand in quotation marks. */
const isOurs = (kind: RowKind | undefined) => kind === 'point' || kind === 'figure';

/** What a form is called for a row of this kind. */
export function formWords(kind: RowKind | undefined, form: Form, strings: Strings): string {
	return form === 'quotation' && isOurs(kind) ? strings.wording : strings.forms[form];
}

/** Opens it beside a place of the view, where there is room, with the keys on the form that is ticked. */
export function openMenu({ element, item }: Menu, { right, top, bottom }: DOMRect): void {
	element.hidden = false;
	const { width, height } = element.getBoundingClientRect();
	const below = bottom + height + margin <= window.innerHeight;
	const y = below ? bottom : within(top - height, window.innerHeight - height);
	element.style.top = `${Math.round(y)}px`;
	element.style.left = `${Math.round(within(right - width, window.innerWidth - width))}px`;
	const ticked = forms.find(form => item[form].getAttribute('aria-checked') === 'true' && !item[form].disabled);
	item[ticked ?? 'footnote'].focus();
}

/** A place that leaves a margin on both sides, on the near one first. */
function within(place: number, room: number): number {
	return Math.max(margin, Math.min(place, room - margin));
}

export function closeMenu({ element }: Menu): void {
	element.hidden = true;
}

export function isOpen({ element }: Menu): boolean {
	return !element.hidden;
}

/** The action of the item an event happened on. */
export function actionOf(event: Event): Action | undefined {
	const item = event.target instanceof Element ? event.target.closest<HTMLElement>('.item') : undefined;
	return actions.find(action => action === item?.dataset['action']);
}

/** Goes to another item with a key of menus; false where the key is none of them. */
export function walkMenu({ item }: Menu, key: string): boolean {
	const open = actions.map(action => item[action]).filter(each => !each.hidden && !each.disabled);
	const at = open.findIndex(each => each === document.activeElement);
	const steps: Readonly<Record<string, number>> = {
		ArrowDown: at + 1,
		ArrowUp: at < 0 ? -1 : at - 1,
		Home: 0,
		End: -1,
	};
	const to = steps[key];
	if (to === undefined) return false;
	open.at(to % open.length)?.focus();
	return true;
}

/** Whether an action puts something into the draft. */
export function isForm(action: Action): action is Form {
	return forms.some(form => form === action);
}
