// The elements of a page that are open while it is read, and which of them a tag ends.

import type { Element } from './element';

const blocks: ReadonlySet<string> = new Set([
	'p',
	'div',
	'table',
	'ul',
	'ol',
	'dl',
	'h1',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
	'blockquote',
	'section',
	'article',
	'hr',
	'pre',
	'center',
	'form',
	'header',
	'footer',
	'main',
	'nav',
	'aside',
]);
const definitions: ReadonlySet<string> = new Set(['dt', 'dd']);
const cells: ReadonlySet<string> = new Set(['td', 'th', 'tr', 'tbody']);
/** Open elements that end when one of the others begins. */
const ends: ReadonlyMap<string, ReadonlySet<string>> = new Map([
	['p', blocks],
	['li', new Set(['li'])],
	['dt', definitions],
	['dd', definitions],
	['option', new Set(['option', 'optgroup'])],
	['tr', new Set(['tr', 'tbody', 'tfoot'])],
	['td', cells],
	['th', cells],
]);

/** What a closing tag of something else does not lead out of, and the tags that may. */
const walls: ReadonlySet<string> = new Set(['td', 'th', 'table', 'body']);
const through: ReadonlySet<string> = new Set(['table', 'tr', 'body', 'html']);

/** A stack of open elements above a root that never closes. */
export class OpenElements {
	private readonly stack: Element[] = [];
	/** How many elements of each name are open: a closing tag of none is passed over without looking for it. */
	private readonly counts = new Map<string, number>();

	constructor(readonly root: Element) {}

	/** The innermost one. */
	get top(): Element {
		return this.stack.at(-1) ?? this.root;
	}

	/** How many are open, the root counted. */
	get depth(): number {
		return this.stack.length + 1;
	}

	push(element: Element): void {
		this.stack.push(element);
		this.count(element.tag, 1);
	}

	/** Ends those that cannot hold an element with this name. */
	endBefore(tag: string): void {
		while (ends.get(this.top.tag)?.has(tag) === true) this.pop();
	}

	/** Ends the innermost element with this name and all within it; none where a wall is between. */
	close(tag: string): void {
		if ((this.counts.get(tag) ?? 0) === 0) return;
		const stops = (one: Element) => one.tag === tag || (walls.has(one.tag) && !through.has(tag));
		const at = this.stack.findLastIndex(stops);
		if (this.stack[at]?.tag !== tag) return;
		while (this.stack.length > at) this.pop();
	}

	private pop(): void {
		const element = this.stack.pop();
		if (element) this.count(element.tag, -1);
	}

	private count(tag: string, change: number): void {
		this.counts.set(tag, (this.counts.get(tag) ?? 0) + change);
	}
}
