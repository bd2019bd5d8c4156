// Draws a state of the timeline into its page: sentences, chart, tables. Text of the corpus becomes text nodes, never
// markup.
import { chart } from './chart';
import { mostRows, rowsOf, undated, type Model, type Row } from './model';
import type { GroupSheet, Sheet, Strings } from './protocol';
import { fill, notice, sentences, type Notice } from './wording';

/** Makes an element; text goes in as text. */
function make<T extends keyof HTMLElementTagNameMap>(
	tag: T,
	attributes: Readonly<Record<string, string>> = {},
	...children: readonly (Node | string)[]
): HTMLElementTagNameMap[T] {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
	element.append(...children);
	return element;
}

/** What a click on an element means; read by main.ts from `data-act` and what stands beside it. */
export type Act = 'choose' | 'again' | 'nested' | 'year' | 'all' | 'open' | 'openGroup';

const button = (
	act: Act,
	kind: string,
	data: Readonly<Record<string, string>>,
	...children: readonly (Node | string)[]
) => make('button', { type: 'button', class: kind, 'data-act': act, ...data }, ...children);

/** Draws all of it; the focus stays where it was when the same control is there again. */
export function draw(root: HTMLElement, model: Model, strings: Strings): void {
	const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
	const name = model.sheet?.timeline.subject.text ?? model.asked.words;
	const said = notice(model, strings);
	const { head: top, status, body } = partsOf(root);
	body.setAttribute('aria-busy', String(model.phase === 'loading'));
	top.replaceChildren(
		make('h1', {}, fill(strings.title, name)),
		button('choose', 'action', { 'data-key': 'choose' }, strings.choose),
	);
	const line = statusOf(model, said, strings);
	if (status.textContent !== line) status.textContent = line;
	body.replaceChildren(...content(model, said, strings, root.clientWidth));
	if (focused !== undefined)
		[...root.querySelectorAll<HTMLElement>('[data-key]')]
			.find(element => element.dataset['key'] === focused)
			?.focus({ preventScroll: true });
}

/** What is read out: that it loads, why there is nothing, or the first sentence on what there is. */
function statusOf({ phase, sheet: shown }: Model, said: Notice | undefined, strings: Strings): string {
	if (phase === 'loading') return strings.loading;
	if (said) return said.title;
	return (shown && sentences(shown, strings)[0]) ?? '';
}

function content(model: Model, said: Notice | undefined, strings: Strings, room: number): HTMLElement[] {
	const notices = said ? [instead(said, strings)] : [];
	if (!model.sheet) return notices;
	return [
		...notices,
		...(said?.again ? [] : nested(model, model.sheet, strings)),
		...(said ? [] : sheet(model, model.sheet, strings, room)),
		...(model.group && model.phase === 'shown' ? [groupPart(model.group, strings)] : []),
	];
}

/** The three parts of the page, which stay: a line that is read out when it changes must be the same element. */
function partsOf(root: HTMLElement): { readonly head: Element; readonly status: Element; readonly body: Element } {
	if (root.childElementCount !== 3)
		root.replaceChildren(
			make('header'),
			make('p', { class: 'status', role: 'status', 'aria-live': 'polite' }),
			make('main', { class: 'body' }),
		);
	const [head, status, body] = [...root.children] as [Element, Element, Element];
	return { head, status, body };
}

function instead({ help, again }: Notice, strings: Strings): HTMLElement {
	return make(
		'div',
		{ class: 'notice' },
		...(help ? [make('p', { class: 'help' }, help)] : []),
		...(again ? [button('again', 'action primary', { 'data-key': 'again' }, strings.again)] : []),
	);
}

/** The switch for uses within longer terms, where there are any. */
function nested({ asked }: Model, { timeline }: Sheet, strings: Strings): HTMLElement[] {
	if (timeline.subject.kind !== 'term' || (timeline.within === 0 && !asked.nested)) return [];
	const box = make('input', { type: 'checkbox', 'data-act': 'nested', 'data-key': 'nested' });
	box.checked = asked.nested;
	return [make('label', { class: 'nested' }, box, strings.nested)];
}

function sheet(model: Model, shown: Sheet, strings: Strings, room: number): HTMLElement[] {
	const said = sentences(shown, strings);
	return [
		make('div', { class: 'said' }, ...said.slice(1).map(sentence => make('p', {}, sentence))),
		make('figure', {}, chart(shown, model.year, `${strings.chart} ${said.join(' ')}`, strings, room)),
		make('div', { class: 'tables' }, years(model, shown, strings), documents(model, strings)),
	];
}

/** What a group has, in a part of its own. */
function groupPart({ caption, said, years, documents }: GroupSheet, strings: Strings): HTMLElement {
	const yearRows = years.map(({ year, uses, documents: used }) =>
		make('tr', {}, make('th', { scope: 'row' }, year), count(uses), count(used)),
	);
	const rows = documents.map(({ document, title, when, uses, paragraph }) => {
		const data = { 'data-source': document, 'data-title': title, 'data-paragraph': String(paragraph) };
		const place = make('span', { class: 'quiet' }, fill(strings.paragraph, paragraph));
		const link = button('openGroup', 'link', { ...data, 'data-key': `group ${document}` }, title);
		return make(
			'tr',
			{},
			make('td', { class: 'date' }, when || strings.undated),
			count(uses),
			make('td', {}, link, place),
		);
	});
	const tables = make(
		'div',
		{ class: 'tables' },
		table('years', strings.years, head(strings.year, strings.uses, strings.sources), yearRows),
		table('documents', strings.documents, head(strings.date, strings.uses, strings.source), rows),
	);
	return make(
		'section',
		{ class: 'group' },
		make('h2', {}, caption),
		make('p', {}, said),
		...(documents.length > 0 ? [tables] : []),
	);
}

const count = (number: number) => make('td', { class: 'count' }, String(number));

const table = (kind: string, caption: string, top: HTMLElement, rows: readonly HTMLElement[]) =>
	make('table', { class: kind }, make('caption', {}, caption), top, make('tbody', {}, ...rows));

const head = (...names: readonly string[]) =>
	make('thead', {}, make('tr', {}, ...names.map(name => make('th', { scope: 'col' }, name))));

/** Of each year with uses; its name shows only its sources. */
function years({ year: chosen }: Model, { timeline }: Sheet, strings: Strings): HTMLElement {
	const row = (year: string, uses: number, used: number, looked: number) =>
		make(
			'tr',
			year === chosen ? { class: 'chosen' } : {},
			make(
				'th',
				{ scope: 'row' },
				button(
					'year',
					'link',
					{ 'data-year': year, 'data-key': `year ${year}`, 'aria-pressed': String(year === chosen) },
					year === undated ? strings.undated : year,
				),
			),
			make('td', { class: 'count' }, String(uses)),
			make('td', { class: 'count' }, fill(strings.of, used, looked)),
		);
	const none = timeline.undated;
	return make(
		'table',
		{ class: 'years' },
		make('caption', {}, strings.years),
		head(strings.year, strings.uses, strings.sources),
		make(
			'tbody',
			{},
			...timeline.years.filter(({ uses }) => uses > 0).map(one => row(one.year, one.uses, one.documents, one.looked)),
			...(none.uses > 0 ? [row(undated, none.uses, none.documents, none.looked)] : []),
		),
	);
}

function documents(model: Model, strings: Strings): HTMLElement {
	const rows = rowsOf(model);
	const table = make(
		'table',
		{ class: 'documents' },
		make('caption', {}, strings.documents),
		head(strings.date, strings.uses, strings.source, strings.firstUse),
		make('tbody', {}, ...rows.slice(0, mostRows).map(row => line(row, strings))),
	);
	return make(
		'div',
		{},
		...(model.year === ''
			? []
			: [
					make(
						'p',
						{ class: 'only' },
						fill(strings.only, model.year === undated ? strings.undated : model.year),
						' ',
						button('all', 'link', { 'data-key': 'all' }, strings.all),
					),
				]),
		table,
		...(rows.length > mostRows ? [make('p', {}, fill(strings.more, mostRows, rows.length))] : []),
	);
}

function line(row: Row, strings: Strings): HTMLElement {
	const { text, start, end } = row.first;
	const facts = [
		row.paragraph === undefined ? '' : fill(strings.paragraph, row.paragraph),
		row.from === 'citations' ? strings.cited : '',
		row.ours > 0 ? fill(strings.ours, row.ours) : '',
	]
		.filter(Boolean)
		.join(' · ');
	const data = {
		'data-source': row.source,
		'data-key': `source ${row.source}`,
		...(row.paragraph === undefined ? {} : { 'data-paragraph': String(row.paragraph) }),
	};
	return make(
		'tr',
		{},
		make(
			'td',
			{ class: 'date' },
			row.when === '' ? strings.undated : row.when,
			...(row.of === 'held' ? [make('span', { class: 'quiet' }, strings.copy)] : []),
		),
		make('td', { class: 'count' }, String(row.uses)),
		make(
			'td',
			{},
			button('open', 'link', data, row.title),
			...(facts ? [make('span', { class: 'quiet' }, facts)] : []),
		),
		make('td', { class: 'words' }, text.slice(0, start), make('mark', {}, text.slice(start, end)), text.slice(end)),
	);
}
