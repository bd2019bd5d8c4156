// The timeline's page: clicks and messages in, drawn states and requests out.
import { draw, type Act } from './draw';
import * as model from './model';
import type { Model } from './model';
import type { Request, Strings, ToEditor, ToPage } from './protocol';
import './timeline.css';

declare function acquireVsCodeApi(): {
	postMessage(message: ToEditor): void;
	getState(): unknown;
	setState(state: unknown): void;
};

/** Milliseconds without an answer before the person is told. */
const patience = 60_000;

const editor = acquireVsCodeApi();
const root = document.getElementById('timeline') ?? document.body;
let now: Model = model.restore(editor.getState());
let strings: Strings | undefined;
let requests = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Shows a state; what is to be kept is kept. */
function show(next: Model): void {
	now = next;
	editor.setState(model.kept(now));
	if (strings) draw(root, now, strings);
}

/** Asks for the count as it should be now; earlier requests are out of date from here on. */
function ask(): void {
	clearTimeout(waiting);
	const request = ++requests;
	const asked = model.ask(now, request);
	show(asked.model);
	editor.postMessage(asked.send);
	waiting = setTimeout(() => strings && show(model.unanswered(now, request, strings.slow)), patience);
}

function receive(message: ToPage): void {
	switch (message.type) {
		case 'start':
			strings = message.strings;
			if (message.asked) now = model.asking(now, message.asked);
			return ask();
		case 'look':
			show(model.asking(now, message.asked));
			return ask();
		case 'stale':
			return ask();
		case 'counted':
		case 'failed':
			clearTimeout(waiting);
			return show(model.answered(now, message));
		case 'group':
			return show(model.grouped(now, message));
		case 'done':
			return;
	}
}

/** Asks for something that is answered by what the editor does. */
function send(request: Request): void {
	editor.postMessage(request);
}

function clicked(element: HTMLElement): void {
	const { act, year, source, title, paragraph } = element.dataset;
	switch (act as Act | undefined) {
		case 'choose':
			return send({ type: 'choose', request: ++requests });
		case 'again':
			return ask();
		case 'nested':
			show(model.asking(now, { ...now.asked, nested: !now.asked.nested }));
			return ask();
		case 'year':
			return show(model.only(now, year ?? ''));
		case 'all':
			return show(model.only(now, now.year));
		case 'open':
			return send({
				type: 'open',
				request: ++requests,
				source: source ?? '',
				...(paragraph === undefined ? {} : { paragraph: Number(paragraph) }),
			});
		case 'openGroup':
			return send({
				type: 'openGroup',
				request: ++requests,
				document: source ?? '',
				title: title ?? '',
				paragraph: Number(paragraph),
			});
		case undefined:
			return;
	}
}

root.addEventListener('click', event => {
	const target = event.target instanceof Element ? event.target : undefined;
	const control = target?.closest<HTMLElement>('[data-act]');
	if (control) return clicked(control);
	// A bar does what the name of its year does; people without a mouse have the table.
	const year = target?.closest<SVGElement>('.used')?.dataset['year'];
	if (year !== undefined) show(model.only(now, year));
});
// The chart is as wide as the page.
let width = root.clientWidth;
window.addEventListener('resize', () => {
	if (root.clientWidth === width || !strings) return;
	width = root.clientWidth;
	draw(root, now, strings);
});
window.addEventListener('message', (event: MessageEvent<ToPage>) => receive(event.data));

editor.postMessage({ type: 'ready' });
