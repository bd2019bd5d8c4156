// What stands on the screen of a window now: lists, picks, the hover, read from its page.
// Must not wait, nor touch anything: window.ts does.
import type { Page } from 'playwright-core';

/** A row of a list one walks through with the arrow keys. */
export interface Row {
	readonly label: string;
	readonly focused: boolean;
}
/** A row of the suggest widget as it stands on the screen. */
export interface Suggestion extends Row {
	readonly detail: string;
	readonly icon: string;
}
/** A row of an open quick pick. */
export interface Pick extends Row {
	readonly description: string;
	readonly detail: string;
}
/** What a shown hover says, and the links in it (`command:…` or an address). */
export interface Hover {
	readonly text: string;
	readonly html: string;
	readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** The hover that shows now, when it has something to say; read in one go, since it goes away by itself. */
export async function shownHover(page: Page): Promise<Hover | undefined> {
	const hover = await page.evaluate(() => {
		const shown = [...document.querySelectorAll<HTMLElement>('.monaco-hover:not(.hidden)')].find(
			each =>
				each.querySelector('.hover-row') &&
				each.checkVisibility({ visibilityProperty: true }) &&
				each.getBoundingClientRect().width > 0,
		);
		return (
			shown && {
				text: shown.innerText,
				html: shown.innerHTML,
				links: [...shown.querySelectorAll('a')].map(a => ({
					text: a.textContent,
					href: a.getAttribute('data-href') ?? a.getAttribute('href') ?? '',
				})),
			}
		);
	});
	if (!hover) return undefined;
	const text = plain(hover.text);
	return text === '' || /Loading\.\.\./.test(text) ? undefined : { ...hover, text };
}

/** The rows of the suggest widget, in order; none when it does not show or only says something. */
export function suggestionRows(page: Page): Promise<Suggestion[]> {
	return page.evaluate(() => {
		const widget = document.querySelector('.suggest-widget.visible');
		if (!widget || widget.classList.contains('message')) return [];
		return [...widget.querySelectorAll<HTMLElement>('.monaco-list-row')]
			.sort((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
			.map(row => ({
				label: row.querySelector('.label-name')?.textContent ?? '',
				detail: [...row.querySelectorAll('.signature-label, .qualifier-label, .details-label')]
					.map(e => e.textContent ?? '')
					.filter(Boolean)
					.join(' '),
				focused: row.classList.contains('focused'),
				icon: /codicon-(symbol-[\w-]+)/.exec(row.querySelector('.suggest-icon')?.className ?? '')?.[1] ?? '',
			}));
	});
}

/** The rows of an open quick pick or palette, in order. */
export function pickRows(page: Page): Promise<Pick[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('.quick-input-widget .quick-input-list .monaco-list-row')]
			.filter(row => row.offsetParent !== null)
			.sort((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
			.map(row => ({
				label: row.querySelector('.quick-input-list-row .label-name')?.textContent ?? '',
				description: row.querySelector('.quick-input-list-row .label-description')?.textContent ?? '',
				detail: row.querySelector('.quick-input-list-label-meta')?.textContent ?? '',
				focused: row.classList.contains('focused'),
			})),
	);
}

/** What an open question or form shows: its title, what is asked or wrong, what stands in its field. */
export interface Form {
	readonly title: string;
	readonly message: string;
	readonly value: string;
}
/** The question or form that is open now, read in one go: it goes away, or on to its next step, by itself. */
export function shownForm(page: Page): Promise<Form | undefined> {
	return page.evaluate(() => {
		const widget = document.querySelector<HTMLElement>('.quick-input-widget');
		if (!widget || widget.offsetParent === null) return undefined;
		const words = (selector: string) => widget.querySelector<HTMLElement>(selector)?.innerText.trim() ?? '';
		return {
			title: words('.quick-input-title'),
			message: words('.quick-input-message'),
			value: widget.querySelector<HTMLInputElement>('.quick-input-filter input')?.value ?? '',
		};
	});
}

/** The rows of the menu of quick fixes, in order. */
export async function quickFixRows(page: Page): Promise<Row[]> {
	const rows = await page
		.locator('.action-widget .monaco-list-row.action')
		.evaluateAll(all =>
			all.map(row => ({ label: (row as HTMLElement).innerText, focused: row.classList.contains('focused') })),
		);
	return rows.map(row => ({ ...row, label: plain(row.label) }));
}

/** Text of the page without its no-break spaces. */
export function plain(text: string): string {
	return text.replaceAll('\u00a0', ' ').trim();
}

/** A whole label, or one behind its category (`Category: title`). */
export function exactly(title: string): RegExp {
	return new RegExp(`(^|: )${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
