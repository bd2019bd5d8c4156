// What a mouse and keys do with the rows of the list: the buttons on a row, and the menu that says what else can be
// done.
import { actionOf, closeMenu, isOpen, openMenu, walkMenu, type Action } from './menu';
import type { Model } from './model';
import type { Page } from './page';

/** What the rows need of the page's state. */
export interface RowState {
	state(): Model;
	activate(index: number): void;
	/** Draws the buttons on a row. */
	tools(index: number): void;
	act(index: number, action: Action | 'default'): void;
}

export interface RowActions {
	/** Opens the menu of a row where its buttons are. */
	menu(index: number): void;
	/** Draws the buttons where they belong now. */
	place(): void;
	/** The rows are others, or are walked by keys: what the mouse is on counts no more, and no menu is open. */
	reset(): void;
}

/** Listens to the rows, the buttons on them and the menu. */
export function listenToRows(page: Page, { state, activate, tools, act }: RowState): RowActions {
	/** The row the mouse is on, which has the buttons; without one the active row has them. */
	let hovered: number | undefined;
	/** What had the keys before the menu was opened. */
	let before: HTMLElement | undefined;
	const place = () => tools(hovered ?? state().active);

	const hover = (index: number | undefined) => {
		if (index === hovered || isOpen(page.menu)) return;
		hovered = index;
		place();
	};
	/** The row that has the buttons, which becomes the active one. */
	const tooled = () => {
		const index = hovered ?? state().active;
		activate(index);
		return index;
	};
	const menu = (index: number, beside = page.tools.getBoundingClientRect()) => {
		if (!state().rows[index]) return;
		before = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
		hovered = undefined;
		activate(index);
		openMenu(page.menu, beside);
		page.tool.more.setAttribute('aria-expanded', 'true');
	};
	/** Closes the menu; the keys go back to where they were. */
	const hide = () => {
		if (!isOpen(page.menu)) return;
		closeMenu(page.menu);
		page.tool.more.setAttribute('aria-expanded', 'false');
		before?.focus({ preventScroll: true });
	};

	page.list.addEventListener('click', event => activate(rowOf(event)));
	page.list.addEventListener('dblclick', event => act(rowOf(event), 'default'));
	page.list.addEventListener('contextmenu', event => {
		event.preventDefault();
		menu(rowOf(event), new DOMRect(event.clientX, event.clientY, 0, 0));
	});
	page.list.addEventListener('mousemove', event => {
		// Rows that come to lie under a mouse that rests were not chosen by it.
		if (event.movementX !== 0 || event.movementY !== 0) hover(rowOf(event));
	});
	page.scroll.addEventListener('mouseleave', () => hover(undefined));
	// Keys that come to the buttons mean the active row, which is the one that is read out.
	page.tools.addEventListener('focusin', event => {
		if (event.target instanceof Element && event.target.matches(':focus-visible')) hover(undefined);
	});
	page.tool.insert.addEventListener('click', () => act(tooled(), 'default'));
	page.tool.open.addEventListener('click', () => act(tooled(), 'open'));
	page.tool.more.addEventListener('click', () => menu(tooled(), page.tool.more.getBoundingClientRect()));

	page.menu.element.addEventListener('click', event => {
		const action = actionOf(event);
		if (action === undefined) return;
		hide();
		act(state().active, action);
	});
	page.menu.element.addEventListener('keydown', event => {
		const { key } = event;
		if (key === 'Escape' || key === 'Tab') hide();
		else if (!walkMenu(page.menu, key)) return;
		event.preventDefault();
	});
	document.addEventListener('pointerdown', event => {
		if (event.target instanceof Node && !page.menu.element.contains(event.target)) hide();
	});
	window.addEventListener('blur', hide);

	return {
		menu,
		place,
		reset() {
			hovered = undefined;
			hide();
		},
	};
}

/** The index of the row an event happened in, -1 beside the rows. */
function rowOf(event: Event): number {
	const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.row') : null;
	return row ? Number(row.dataset['index']) : -1;
}
