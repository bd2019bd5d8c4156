// Draws a state of the panel into its page.
import { drawChips, isFiltered } from './chips';
import { make, name } from './elements';
import { drawMenu, formWords } from './menu';
import { formOf, hasMore, type Model } from './model';
import type { Page } from './page';
import { option } from './rows';
import type { Form, Strings } from './protocol';
import { fill, notice, status } from './wording';

/** Draws all that differs between two states; `before` is undefined the first time. */
export function draw(page: Page, before: Model | undefined, now: Model, strings: Strings): void {
	drawBox(page, before, now);
	page.follow.setAttribute('aria-pressed', String(now.follow));
	page.filterRow.hidden = now.follow;
	drawChips(page.chips, before, now, strings);
	page.unfilter.hidden = !isFiltered(now);
	page.bar.hidden = now.phase !== 'loading';
	page.list.setAttribute('aria-busy', String(now.phase === 'loading'));
	drawContext(page, now, strings);
	drawNotice(page, now, strings);
	drawCount(page, now, strings);
	if (before?.rows !== now.rows) {
		page.list.replaceChildren(...now.rows.map((row, index) => option(row, index, now.total, strings)));
		if (now.active <= 0) page.scroll.scrollTop = 0;
	}
	page.list.hidden = now.phase === 'failed' || now.rows.length === 0;
	page.more.hidden = page.list.hidden || !hasMore(now);
	page.more.textContent = `${strings.more} · ${fill(strings.countOf, now.rows.length, now.total)}`;
	drawActive(page, before, now);
}

/** What a state has in its box: following, the words are kept but not looked for, so it is empty until it is over. */
const wordsIn = ({ follow, text }: Model) => (follow ? '' : text);

function drawBox(page: Page, before: Model | undefined, now: Model): void {
	const words = wordsIn(now);
	// Only when they change: to write into the box while an input method composes in it would break what it is
	// composing.
	const changed = !before || words !== wordsIn(before);
	if (changed && page.box.value !== words) page.box.value = words;
	page.clear.hidden = words === '';
}

/**
 * What the list rests on: the paragraph that is followed, what is to be said of all rows, the state of the documents.
 */
function drawContext(page: Page, now: Model, strings: Strings): void {
	const { follow, paragraph = '', library, said = '' } = now;
	const fits = follow && paragraph !== '' ? fill(strings.fits, paragraph) : '';
	say(page.about, [fits, said].filter(Boolean).join(' '));
	say(page.library, follow ? '' : (library?.said ?? ''));
}

function say(element: HTMLElement, words: string): void {
	element.hidden = words === '';
	element.textContent = element.title = words;
}

/**
 * How many there are, for those who do not see the list; while more is loaded, what it said of the rows that are there
 * stays, and where a notice says why there are none, nothing is said twice.
 */
function drawCount(page: Page, now: Model, strings: Strings): void {
	if (now.phase === 'loading' && now.rows.length > 0) return;
	const line = page.notice.childElementCount > 0 ? '' : status(now, strings);
	if (page.count.textContent !== line) page.count.textContent = line;
}

function drawNotice(page: Page, now: Model, strings: Strings): void {
	const shown = notice(now, strings);
	const parts: Node[] = [];
	if (shown) parts.push(make('p', 'title', {}, shown.title));
	if (shown?.help) parts.push(make('p', 'help', {}, shown.help));
	if (shown?.button)
		parts.push(make('button', 'action', { type: 'button', 'data-notice': shown.button }, strings[shown.button]));
	// What is read out when it changes stays as it is when it does not.
	if (
		parts.map(part => part.textContent).join('\n') ===
		[...page.notice.children].map(each => each.textContent).join('\n')
	)
		return;
	page.notice.replaceChildren(...parts);
}

function drawActive(page: Page, before: Model | undefined, now: Model): void {
	const shown = !page.list.hidden && now.active >= 0;
	for (const row of page.list.querySelectorAll('[aria-selected="true"]')) row.setAttribute('aria-selected', 'false');
	const row = shown ? page.list.children[now.active] : undefined;
	row?.setAttribute('aria-selected', 'true');
	for (const element of [page.box, page.list]) {
		if (row) element.setAttribute('aria-activedescendant', row.id);
		else element.removeAttribute('aria-activedescendant');
	}
	if (row && before?.active !== now.active && now.active > 0) row.scrollIntoView({ block: 'nearest' });
	if (now.active === 0 && now.walking) page.scroll.scrollTop = 0;
}

/** Puts the buttons on a row: the active one, or the one the mouse is on. */
export function drawTools(page: Page, now: Model, index: number, strings: Strings, form: Form): void {
	const row = page.list.hidden ? undefined : page.list.children[index];
	const kind = now.rows[index]?.kind;
	page.tools.hidden = row === undefined;
	if (!(row instanceof HTMLElement)) return;
	const chosen = formOf(now, kind, form);
	page.tools.style.top = `${row.offsetTop}px`;
	page.tools.classList.toggle('active', index === now.active);
	name(page.tool.insert, fill(strings.insert, formWords(kind, chosen, strings)));
	drawMenu(page.menu, kind, chosen, strings);
}
