// The panel's page: keys, clicks and messages in, drawn states and requests out.
import { draw, drawTools } from './draw';
import { isForm, type Action } from './menu';
import * as model from './model';
import type { Model } from './model';
import { build } from './page';
import './panel.css';
import { listenToRows } from './rowActions';
import type { Form, Request, Strings, ToEditor, ToPage } from './protocol';

declare function acquireVsCodeApi(): {
	postMessage(message: ToEditor): void;
	getState(): unknown;
	setState(state: unknown): void;
};

/**
 * Milliseconds without a key before a search is asked for; without an answer before the person is told; and that what
 * was done stays said.
 */
const pause = 120;
const patience = 15_000;
const brief = 8000;

const editor = acquireVsCodeApi();
const page = build(document.getElementById('panel') ?? document.body);
let now: Model = model.restore(editor.getState());
let drawn: Model | undefined;
let strings: Strings | undefined;
let form: Form = 'footnote';
let requests = 0;
let composing = false;
let typing: ReturnType<typeof setTimeout> | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;
let fading: ReturnType<typeof setTimeout> | undefined;
/** Enter was pressed before the answer was there: the first row is inserted when it comes. */
let hasty = false;
/** Insertions, copies and openings under way. */
const under = new Set<number>();

/** Shows a state; what is to be kept is kept. */
function show(next: Model): void {
	if (next.text !== now.text || next.follow !== now.follow || next.phase === 'failed') hasty = false;
	const keeps = model.kept(next);
	if (strings && JSON.stringify(keeps) !== JSON.stringify(model.kept(now)))
		editor.postMessage({ type: 'keep', kept: keeps });
	now = next;
	editor.setState(keeps);
	if (!strings) return;
	if (now.rows !== drawn?.rows) rowActions.reset();
	draw(page, drawn, now, strings);
	drawn = now;
	rowActions.place();
}

const rowActions = listenToRows(page, {
	state: () => now,
	activate: index => show(model.activated(now, index)),
	tools: index => strings && drawTools(page, now, index, strings, form),
	act(index, action) {
		if (action !== 'default' && isForm(action)) show(model.formed(now, action));
		act(index, action);
	},
});

/** Asks for the list as it should be now; earlier requests are out of date from here on. */
function ask(): void {
	clearTimeout(typing);
	clearTimeout(waiting);
	const request = ++requests;
	const asked = model.ask(now, request);
	show(asked.model);
	editor.postMessage(asked.send);
	waiting = setTimeout(() => strings && show(model.unanswered(now, request, strings.slow)), patience);
}

/** Asks once the typing pauses. */
function askSoon(): void {
	clearTimeout(typing);
	typing = setTimeout(ask, pause);
}

/** Sends what is to be done with a row; `default`: it is inserted in the form chosen last, or that of the settings. */
function act(index: number, action: Action | 'default'): void {
	const row = now.rows[index];
	if (!row || now.phase === 'failed') return;
	const request = ++requests;
	const { id, passage } = row;
	if (action === 'record') return passage && send({ type: 'record', request, passage });
	if (action === 'open') send({ type: 'open', request, id, passage });
	else if (action === 'words' || action === 'reference') send({ type: 'copy', request, id, passage, what: action });
	else if (action === 'default')
		send({ type: 'insert', request, id, passage, form: model.formOf(now, row.kind, form) });
	else send({ type: 'insert', request, id, passage, form: action });
}

/** Sends what is to be done; what comes of it is said below the list. */
function send(message: Request): void {
	const { request } = message;
	under.add(request);
	tell('');
	editor.postMessage(message);
}

/** Says below the list what was done, for a while: it is of a draft that may not be in front any more. */
function tell(words: string): void {
	clearTimeout(fading);
	page.said.textContent = words;
	fading = setTimeout(() => (page.said.textContent = ''), brief);
}

function receive(message: ToPage): void {
	switch (message.type) {
		case 'start':
			strings = message.strings;
			form = message.form;
			page.word(strings);
			if (editor.getState() === undefined) now = model.restore(message.kept);
			return ask();
		case 'found':
			return found(message);
		case 'counted':
			return show(model.counted(now, message));
		case 'done':
		case 'failed':
			if (under.delete(message.request)) tell(message.said);
			else if (message.type === 'failed') show(model.answered(now, message));
			return;
		case 'stale':
			return message.why === 'corpus' || now.follow ? ask() : undefined;
		case 'form':
			form = message.form;
			// Whoever changes the setting wants that form.
			return show(model.formed(now, undefined));
		case 'look':
			return look(message);
	}
}

/** A list came; whoever pressed Enter before it did gets its first row. */
function found(message: Extract<ToPage, { type: 'found' }>): void {
	show(model.answered(now, message));
	if (!hasty || now.phase !== 'shown') return;
	hasty = false;
	act(now.active, 'default');
}

/** Looks for words, or somewhere, where the editor names them; the person stands in the box. */
function look({ scope, text }: Extract<ToPage, { type: 'look' }>): void {
	if (scope !== undefined) show(model.scoped(now, scope));
	if (text !== undefined) show(model.typed(now, text));
	if (scope !== undefined || text !== undefined) ask();
	page.box.focus();
	page.box.select();
}

// Whoever comes into the panel without having been in it stands in the box.
window.addEventListener('focus', () => {
	if (document.activeElement === document.body) page.box.focus();
});
window.addEventListener('message', (event: MessageEvent<ToPage>) => receive(event.data));

page.box.addEventListener('compositionstart', () => {
	composing = true;
});
page.box.addEventListener('compositionend', () => {
	composing = false;
	edited();
});
page.box.addEventListener('input', event => {
	// A composition that something else ended has no end of its own.
	if (event instanceof InputEvent && !event.isComposing) composing = false;
	edited();
});

/** While an input method composes, the letters in the box are not yet what is looked for. */
function edited(): void {
	if (composing || (!now.follow && page.box.value === now.text)) return;
	show(model.typed(now, page.box.value));
	askSoon();
}

function pressed(event: KeyboardEvent, inBox: boolean): void {
	// 229: the key belongs to the input method (Enter takes its letters, arrows walk its candidates).
	if (composing || event.isComposing || event.keyCode === 229) return;
	const wantsMenu = opensMenu(event, inBox);
	if (wantsMenu) rowActions.menu(now.active);
	else if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !obeyed(event.key, inBox)) return;
	event.preventDefault();
}

/** Control+Enter; on the list, where no text is to be pasted, also what opens menus everywhere. */
function opensMenu({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, inBox: boolean): boolean {
	if (key === 'Enter') return ctrlKey || metaKey;
	return !inBox && (key === 'ContextMenu' || (key === 'F10' && shiftKey));
}

/** Does what a key without others means; false where it means nothing here. */
function obeyed(key: string, inBox: boolean): boolean {
	if (key === 'Enter' && now.phase === 'loading' && now.active < 0) {
		ask();
		hasty = true;
	} else if (key === 'Enter') act(now.active, 'default');
	else if (key === 'Escape') {
		if (now.text === '') return false;
		search('');
	} else {
		const next = model.walked(now, key, inBox);
		if (!next) return false;
		rowActions.reset();
		show(next);
	}
	return true;
}
page.box.addEventListener('keydown', event => pressed(event, true));
page.list.addEventListener('keydown', event => pressed(event, false));

/** Looks for words, with the keys in the box. */
function search(words: string): void {
	show(model.typed(now, words));
	page.box.focus();
	ask();
}

page.clear.addEventListener('click', () => search(''));
page.follow.addEventListener('click', () => {
	show(model.followed(now, !now.follow));
	ask();
});
page.chips.scope.select.addEventListener('change', () => {
	const scope = model.scopes.find(each => each === page.chips.scope.select.value);
	if (scope === undefined) return;
	show(model.scoped(now, scope));
	ask();
});
for (const facet of model.facets) {
	const { select } = page.chips[facet];
	select.addEventListener('change', () => {
		show(model.filtered(now, facet, select.value));
		ask();
	});
}
page.filterRow.addEventListener(
	'wheel',
	event => {
		// A wheel that turns up and down moves the row of filters, which has no bar to drag.
		if (event.deltaX === 0) page.filterRow.scrollLeft += event.deltaY;
	},
	{ passive: true },
);
function unfilter(): void {
	show(model.unfiltered(now));
	page.box.focus();
	ask();
}
page.unfilter.addEventListener('click', unfilter);
page.more.addEventListener('click', () => {
	show(model.extended(now));
	ask();
});
page.notice.addEventListener('click', event => {
	const button = event.target instanceof HTMLElement ? event.target.dataset['notice'] : undefined;
	if (button === 'again') ask();
	else if (button === 'clearFilters') unfilter();
	else if (button === 'importDocuments') send({ type: 'bringIn', request: ++requests });
});

editor.postMessage({ type: 'ready' });
