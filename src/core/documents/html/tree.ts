// HTML of any quality → a tree of elements within limits, without a DOM: nothing is run, loaded or expanded.

import { unescaped } from './entities';

export interface Element {
	readonly tag: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: (Element | string)[];
}

const empty: ReadonlySet<string> = new Set([
	'area',
	'base',
	'br',
	'col',
	'embed',
	'hr',
	'img',
	'input',
	'link',
	'meta',
	'param',
	'source',
	'track',
	'wbr',
	'frame',
]);
/** Elements whose content is no markup; of these only a title is kept. */
const raw: ReadonlySet<string> = new Set([
	'script',
	'style',
	'iframe',
	'textarea',
	'noembed',
	'noframes',
	'xmp',
	'title',
	'plaintext',
]);
/** Open elements that end when one of the others begins. */
const ends: Readonly<Record<string, ReadonlySet<string>>> = {
	p: new Set([
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
	]),
	li: new Set(['li']),
	dt: new Set(['dt', 'dd']),
	dd: new Set(['dt', 'dd']),
	option: new Set(['option', 'optgroup']),
	tr: new Set(['tr', 'tbody', 'tfoot']),
	td: new Set(['td', 'th', 'tr', 'tbody']),
	th: new Set(['td', 'th', 'tr', 'tbody']),
};
/** Attributes that say something to those who read articles; no handler of an event is among them. */
const wanted: ReadonlySet<string> = new Set([
	'id',
	'class',
	'style',
	'hidden',
	'aria-hidden',
	'href',
	'name',
	'content',
	'property',
	'itemprop',
	'rel',
	'datetime',
	'role',
	'colspan',
]);
/** Deeper elements count as part of the one at this depth. */
const deepest = 200;

/** Reads HTML. `nodes`: more elements than that are too many, and the answer is nothing. */
export function parseHtml(html: string, nodes: number): Element | undefined {
	const root: Element = { tag: '#root', attributes: {}, children: [] };
	const stack: Element[] = [root];
	const lower = html.toLowerCase().length === html.length ? html.toLowerCase() : html;
	/** How many elements of each name are open: a closing tag of none is passed over without looking for it. */
	const opened = new Map<string, number>();
	let untitled = false;
	let deeper = 0;
	let count = 0;
	let closed = 0;
	const text = (from: number, to: number) => {
		if (to > from) stack.at(-1)!.children.push(unescaped(html.slice(from, to)));
	};
	for (let at = 0; at < html.length;) {
		const open = html.indexOf('<', at);
		if (open < 0) {
			text(at, html.length);
			break;
		}
		const next = html.charCodeAt(open + 1);
		if (next === 0x21 || next === 0x3f) {
			// <! or <?
			text(at, open);
			at = skipped(html, open);
			continue;
		}
		const closing = next === 0x2f;
		const name = nameAt(lower, open + (closing ? 2 : 1));
		if (name === '') {
			text(at, open + 1);
			at = open + 1;
			continue;
		}
		text(at, open);
		const tag = readTag(html, open + (closing ? 2 : 1) + name.length, closing);
		at = tag.end;
		if (closing) {
			if (deeper > 0) deeper--;
			else if (++closed > nodes * 2) return undefined;
			else if ((opened.get(name) ?? 0) > 0) close(stack, name, opened);
			continue;
		}
		if (++count > nodes) return undefined;
		if (raw.has(name)) {
			const end: number = name === 'title' && untitled ? -1 : lower.indexOf(`</${name}`, at);
			untitled ||= name === 'title' && end < 0; // nor is there one behind another title
			if (name === 'title')
				stack
					.at(-1)!
					.children.push({ tag: name, attributes: {}, children: [unescaped(html.slice(at, end < 0 ? at : end))] });
			if (end < 0 && name !== 'title') break;
			at = end < 0 ? at : html.indexOf('>', end) + 1 || html.length;
			continue;
		}
		for (let top = stack.at(-1)!; stack.length > 1 && ends[top.tag]?.has(name) === true; top = stack.at(-1)!) {
			stack.pop();
			opened.set(top.tag, opened.get(top.tag)! - 1);
		}
		const element: Element = { tag: name, attributes: tag.attributes, children: [] };
		if (empty.has(name)) stack.at(-1)!.children.push(element);
		else if (stack.length >= deepest) deeper++;
		else {
			stack.at(-1)!.children.push(element);
			stack.push(element);
			opened.set(name, (opened.get(name) ?? 0) + 1);
		}
	}
	return root;
}

/** Where a comment, a declaration or an instruction ends. Declarations of entities are not looked at. */
function skipped(html: string, open: number): number {
	const mark = html.startsWith('<!--', open) ? '-->' : html.startsWith('<![CDATA[', open) ? ']]>' : '>';
	const end = html.indexOf(mark, open + 2);
	return end < 0 ? html.length : end + mark.length;
}

function nameAt(lower: string, at: number): string {
	let end = at;
	while (
		end < lower.length &&
		end - at < 40 &&
		/[a-z0-9:-]/i.test(lower[end]!) &&
		(end > at || /[a-z]/i.test(lower[end]!))
	)
		end++;
	return lower.slice(at, end).toLowerCase();
}

/** The attributes up to the end of a tag; a mark of quotation that is never closed ends at the end of the text. */
function readTag(
	html: string,
	from: number,
	closing: boolean,
): { readonly attributes: Readonly<Record<string, string>>; readonly end: number } {
	const attributes: Record<string, string> = {};
	const pattern = /[\s/]*(?:(>)|(<)|([^\s=>/<]+)(?:\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s>]*)))?)/y;
	pattern.lastIndex = from;
	for (;;) {
		const start = pattern.lastIndex;
		const found = pattern.exec(html);
		if (!found) return { attributes, end: Math.max(html.indexOf('>', start) + 1, start) || html.length };
		if (found[1] !== undefined) return { attributes, end: pattern.lastIndex };
		if (found[2] !== undefined) return { attributes, end: pattern.lastIndex - 1 };
		const name = found[3]!.toLowerCase();
		const value = found[4] ?? found[5] ?? found[6] ?? '';
		if (!closing && wanted.has(name) && value.length <= 4_000 && !Object.hasOwn(attributes, name))
			attributes[name] = unescaped(value);
	}
}

/** What a closing tag of something else does not lead out of, and the tags that may. */
const walls: ReadonlySet<string> = new Set(['td', 'th', 'table', 'body']);
const through: ReadonlySet<string> = new Set(['table', 'tr', 'body', 'html']);

function close(stack: Element[], name: string, opened: Map<string, number>): void {
	for (let i = stack.length - 1; i > 0; i--) {
		const { tag } = stack[i]!;
		if (tag === name) {
			for (const { tag: ended } of stack.splice(i)) opened.set(ended, opened.get(ended)! - 1);
			return;
		}
		if (walls.has(tag) && !through.has(name)) return;
	}
}

/** All elements below one, in order. */
export function elementsOf(element: Element): readonly Element[] {
	const found: Element[] = [];
	const left: (Element | string)[] = [...element.children].reverse();
	for (let next = left.pop(); next !== undefined; next = left.pop()) {
		if (typeof next === 'string') continue;
		found.push(next);
		for (let i = next.children.length - 1; i >= 0; i--) left.push(next.children[i]!);
	}
	return found;
}
