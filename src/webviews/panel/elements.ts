// Makes elements of a page: text goes in as text, never as markup.
import { icon, type Icon } from '../icons';

/** Makes an element. */
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

/** A button that shows an icon; its words come with `name`. */
export function iconButton(drawn: Icon, className: string): HTMLButtonElement {
	return make('button', `button ${className}`, { type: 'button' }, icon(drawn));
}

/** Tells screen readers what an element is called. */
export function label(element: Element, words: string): void {
	element.setAttribute('aria-label', words);
}

/** Tells everybody what an icon stands for: screen readers, and a mouse that rests on it. */
export function name(element: HTMLElement, words: string): void {
	label(element, words);
	element.title = words;
}
