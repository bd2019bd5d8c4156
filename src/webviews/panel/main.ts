// The panel's page: keys, clicks and messages in, drawn states and requests out.
import { draw } from './draw';
import * as model from './model';
import type { Model } from './model';
import { build, forms, type Action } from './page';
import './panel.css';
import type { Form, Request, Strings, ToEditor, ToPage } from './protocol';

declare function acquireVsCodeApi(): {
	postMessage(message: ToEditor): void;
	getState(): unknown;
	setState(state: unknown): void;
};

/** Milliseconds without a key before a search is asked for; and without an answer before the person is told. */
const pause = 120;
const patience = 15_000;

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
/** Enter was pressed before the answer was there: the first row is inserted when it comes. */
let hasty = false;
/** Insertions, copies and openings under way. */
const under = new Set<number>();

/** Shows a state; what is to be kept is kept. */
function show(next: Model): void {
	if (next.text !== now.text || next.follow !== now.follow || next.phase === 'failed') hasty = false;
	now = next;
	editor.setState(model.kept(now));
	if (!strings) return;
	draw(page, drawn, now, strings, form);
	drawn = now;
}

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

/** Sends what is to be done with a row. */
function act(index: number, action: Action | 'default'): void {
	const row = now.rows[index];
	if (!row || now.phase === 'failed') return;
	const request = ++requests;
	const { id, passage } = row;
	if (action === 'record') return passage && send({ type: 'record', request, passage });
	if (action === 'open') send({ type: 'open', request, id, passage });
	else if (action === 'words' || action === 'reference') send({ type: 'copy', request, id, passage, what: action });
	else if (action === 'default') send({ type: 'insert', request, id, passage });
	else send({ type: 'insert', request, id, passage, form: action });
}

/** Sends what is to be done; what comes of it is said below the list. */
function send(message: Request): void {
	const { request } = message;
	under.add(request);
	page.said.textContent = '';
	editor.postMessage(message);
}

function receive(message: ToPage): void {
	switch (message.type) {
		case 'start':
			strings = message.strings;
			form = message.form;
			page.word(strings);
			return ask();
		case 'found':
			return found(message);
		case 'counted':
			return show(model.counted(now, message));
		case 'done':
		case 'failed':
			if (under.delete(message.request)) page.said.textContent = message.said;
			else if (message.type === 'failed') show(model.answered(now, message));
			return;
		case 'stale':
			return message.why === 'corpus' || now.follow ? ask() : undefined;
		case 'form':
			form = message.form;
			return show(now);
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
	if (
		composing ||
		event.isComposing ||
		event.keyCode === 229 ||
		event.altKey ||
		event.ctrlKey ||
		event.metaKey ||
		event.shiftKey
	)
		return;
	if (event.key === 'Enter' && now.phase === 'loading' && now.active < 0) {
		ask();
		hasty = true;
	} else if (event.key === 'Enter') act(now.active, 'default');
	else if (event.key === 'Escape') {
		if (now.text === '') return;
		show(model.typed(now, ''));
		page.box.focus();
		ask();
	} else {
		const next = model.walked(now, event.key, inBox);
		if (!next) return;
		show(next);
	}
	event.preventDefault();
}
page.box.addEventListener('keydown', event => pressed(event, true));
page.list.addEventListener('keydown', event => pressed(event, false));

page.clear.addEventListener('click', () => {
	show(model.typed(now, ''));
	page.box.focus();
	ask();
});
page.follow.addEventListener('click', () => {
	show(model.followed(now, !now.follow));
	ask();
});
for (const scope of model.scopes) {
	page.scope[scope].addEventListener('change', () => {
		show(model.scoped(now, scope));
		ask();
	});
}
for (const facet of model.facets) {
	page.filters[facet].addEventListener('change', () => {
		show(model.filtered(now, facet, page.filters[facet].value));
		ask();
	});
}
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

/** The index of the row an event happened in. */
function rowOf(event: Event): number {
	const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.row') : null;
	return row ? Number(row.dataset['index']) : -1;
}
page.list.addEventListener('click', event => {
	const index = rowOf(event);
	show(model.activated(now, index));
	if (event.target instanceof Element && event.target.closest('.go')) act(index, 'default');
});
page.list.addEventListener('dblclick', event => act(rowOf(event), 'default'));
for (const name of [...forms, 'words', 'reference', 'open', 'record'] as const)
	page.action[name].addEventListener('click', () => act(now.active, name));

editor.postMessage({ type: 'ready' });
