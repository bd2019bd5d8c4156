// Draws a state of the panel into its page. Text of the corpus becomes text nodes and <mark>, never markup.
import { facets, facetsOf, filtersOf, hasMore, scopes, type Model } from './model';
import { forms, make, type Page } from './page';
import type { Choice, Facet, Form, Found, Row, Strings } from './protocol';
import { fill, notice, pieces, status } from './wording';

/** A text with what was found in it marked. */
function marked(found: Found): readonly (Node | string)[] {
	return pieces(found).map(piece => (piece.mark ? make('mark', '', {}, piece.text) : piece.text));
}

function option(row: Row, index: number, total: number, strings: Strings): HTMLElement {
	const facts: (Node | string)[] = [make('span', `kind ${row.kind}`, {}, strings.kinds[row.kind])];
	for (const fact of row.facts) facts.push(make('span', 'fact', {}, ...marked(fact)));
	return make(
		'div',
		'row',
		{
			role: 'option',
			id: `row-${index}`,
			'aria-selected': 'false',
			'aria-posinset': String(index + 1),
			'aria-setsize': String(total),
			'data-index': String(index),
		},
		make('div', 'text', {}, ...marked(row.text)),
		make('div', 'facts', {}, ...facts.flatMap((fact, i) => (i === 0 ? [fact] : [' ', fact]))),
		// For the mouse; people without one have Enter and the buttons below the list.
		make('span', 'go', { 'aria-hidden': 'true' }, strings.insert),
	);
}

function choose(
	select: HTMLSelectElement,
	facet: Facet,
	choices: readonly Choice[],
	value: string,
	strings: Strings,
): void {
	const options = [make('option', '', { value: '' }, strings.every[facet])];
	for (const choice of choices)
		options.push(make('option', '', { value: choice.value }, `${choice.label} (${choice.count})`));
	// Until the first answer comes, what is filtered by has no other name than its value.
	if (value !== '' && !choices.some(choice => choice.value === value))
		options.push(make('option', '', { value }, value));
	select.replaceChildren(...options);
	select.value = value;
	select.classList.toggle('set', value !== '');
	select.title = value === '' ? '' : (options.find(o => o.value === value)?.textContent ?? '');
}

/** Draws all that differs between two states; `before` is undefined the first time. */
export function draw(page: Page, before: Model | undefined, now: Model, strings: Strings, form: Form): void {
	drawBox(page, before, now);
	page.follow.setAttribute('aria-pressed', String(now.follow));
	page.filterRow.hidden = page.scopeRow.hidden = now.follow;
	for (const scope of scopes) page.scope[scope].checked = scope === now.scope;
	for (const facet of facets) page.filters[facet].hidden = !facetsOf(now).includes(facet);
	page.bar.hidden = now.phase !== 'loading';
	page.list.setAttribute('aria-busy', String(now.phase === 'loading'));
	page.unfilter.hidden = Object.keys(filtersOf(now)).length === 0;
	drawContext(page, now, strings);
	if (before?.choices !== now.choices || before.filters !== now.filters) {
		for (const facet of facets)
			choose(page.filters[facet], facet, now.choices[facet], now.filters[facet] ?? '', strings);
	}
	drawCount(page, now, strings);
	if (before?.rows !== now.rows) {
		page.list.replaceChildren(...now.rows.map((row, index) => option(row, index, now.total, strings)));
		if (now.active <= 0) page.scroll.scrollTop = 0;
	}
	drawNotice(page, now, strings);
	page.list.hidden = now.phase === 'failed' || now.rows.length === 0;
	page.more.hidden = page.list.hidden || !hasMore(now);
	drawActive(page, before, now, strings, form);
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

/** What the list rests on: the paragraph that is followed, or the state of the documents. */
function drawContext(page: Page, { follow, paragraph = '', library }: Model, strings: Strings): void {
	const following = follow && paragraph !== '';
	page.about.hidden = !following;
	page.about.textContent = following ? fill(strings.fits, paragraph) : '';
	const said = follow ? '' : (library?.said ?? '');
	page.library.hidden = said === '';
	page.library.textContent = said;
}

/** The line above the list; while more is loaded, what it said of the rows that are there stays. */
function drawCount(page: Page, now: Model, strings: Strings): void {
	if (now.phase === 'loading' && now.rows.length > 0) return;
	const line = status(now, strings);
	if (page.count.textContent !== line) page.count.textContent = line;
}

function drawNotice(page: Page, now: Model, strings: Strings): void {
	const say = notice(now, strings);
	page.notice.hidden = say === undefined;
	if (say === undefined) return;
	const parts: Node[] = [make('p', 'title', {}, say.title)];
	if (say.help) parts.push(make('p', 'help', {}, say.help));
	if (say.button)
		parts.push(make('button', 'action primary', { type: 'button', 'data-notice': say.button }, strings[say.button]));
	page.notice.replaceChildren(...parts);
}

function drawActive(page: Page, before: Model | undefined, now: Model, strings: Strings, form: Form): void {
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
	drawActions(page, shown ? now.rows[now.active]?.kind : undefined, strings, form);
}

/** The buttons below the list, for the kind of the active row; without one they are hidden. */
function drawActions(page: Page, kind: Row['kind'] | undefined, strings: Strings, form: Form): void {
	page.actions.hidden = kind === undefined;
	for (const name of forms) page.action[name].classList.toggle('primary', name === form);
	// Only words somebody said stand in quotation marks; a source has no words at all.
	const own = kind === 'point' || kind === 'figure';
	page.action.record.hidden = kind !== 'document';
	page.action.quotation.textContent = own ? strings.wording : strings.forms.quotation;
	page.action.quotation.title = own ? strings.wordingHelp : strings.formHelp.quotation;
	page.action.quotation.disabled = page.action.words.disabled = kind === 'source';
}
