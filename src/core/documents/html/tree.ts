// HTML of any quality → a tree of elements within limits, without a DOM: nothing is run, loaded or expanded. The
// tokens are htmlparser2's; what an element holds is decided here.

import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { Element } from './element';
import { OpenElements } from './openElements';

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
/** Elements that are passed over with all they hold: it is no text, or no markup. */
const unread: ReadonlySet<string> = new Set([
	'script',
	'style',
	'iframe',
	'textarea',
	'noembed',
	'noframes',
	'xmp',
	'plaintext',
]);
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
	'start',
	'value',
	'type',
	'rowspan',
]);
/** Longest value of an attribute, in UTF-16 code units; longer ones are data, not names or addresses. */
const longestValue = 4_000;
/** Deeper elements count as part of the one at this depth. */
const deepest = 200;
/** An em space is what Chinese paragraphs are indented with; a mark that joins nothing is nothing. */
const spaces: ReadonlyMap<number, string> = new Map([
	[0x2002, ' '],
	[0x2003, '\u3000'],
	[0x2009, ' '],
	[0x200c, ''],
]);

/** Reads HTML. `nodes`: more elements than that are too many, and the answer is nothing. */
export function parseHtml(html: string, nodes: number): Element | undefined {
	const builder = new TreeBuilder(html, nodes);
	const root = builder.build();
	const at = builder.unclosedTitle;
	if (at === undefined) return root;
	// A title that is not closed takes the rest of the page. There is none there: the page is read as if it had no title.
	return new TreeBuilder(html.slice(0, at) + html.slice(at).replace(/<title/gi, '<untitled'), nodes).build();
}

/** Makes the tree of the tokens of one text. */
class TreeBuilder implements TokenizerCallbacks {
	/** Where a title begins that nothing closes, known when the tree is built. */
	unclosedTitle: number | undefined;
	private readonly tokenizer = new Tokenizer({ decodeEntities: true }, this);
	private readonly open = new OpenElements({ tag: '#root', attributes: {}, children: [] });
	/** Text since the last tag. */
	private text = '';
	private tag = '';
	/** Where the tag begins. */
	private start = 0;
	private attributes: Record<string, string> = {};
	private attribute = '';
	/** Value of the attribute; nothing where it is not wanted. */
	private value: string | undefined;
	/** The element that is passed over until it closes. */
	private unread: string | undefined;
	/** Elements within the deepest one that are still open. */
	private deeper = 0;
	private opened = 0;
	private closed = 0;

	constructor(
		private readonly html: string,
		private readonly nodes: number,
	) {}

	build(): Element | undefined {
		this.tokenizer.write(this.html);
		if (!this.tokenizer.running) return undefined;
		this.tokenizer.end();
		return this.open.root;
	}

	ontext(start: number, end: number): void {
		if (this.unread === undefined) this.text += this.html.slice(start, end);
	}

	ontextentity(codePoint: number): void {
		if (this.unread === undefined) this.text += spaces.get(codePoint) ?? String.fromCodePoint(codePoint);
	}

	onopentagname(start: number, end: number): void {
		this.tag = this.html.slice(start, end).toLowerCase();
		this.start = start - 1;
		this.attributes = {};
	}

	onattribname(start: number, end: number): void {
		this.attribute = this.html.slice(start, end).toLowerCase();
		this.value = wanted.has(this.attribute) ? '' : undefined;
	}

	onattribdata(start: number, end: number): void {
		if (this.value !== undefined) this.value += this.html.slice(start, end);
	}

	onattribentity(codePoint: number): void {
		if (this.value !== undefined) this.value += String.fromCodePoint(codePoint);
	}

	onattribend(): void {
		if (this.value === undefined || this.value.length > longestValue) return;
		if (!Object.hasOwn(this.attributes, this.attribute)) this.attributes[this.attribute] = this.value;
	}

	onopentagend(): void {
		this.begin(empty.has(this.tag));
	}

	onselfclosingtag(): void {
		// Only of what may be empty: `<div/>` is an open div to every browser.
		this.begin(empty.has(this.tag) || this.tag === 'title');
	}

	onclosetag(start: number, end: number): void {
		const tag = this.html.slice(start, end).toLowerCase();
		if (this.unread !== undefined) {
			if (tag === this.unread) this.unread = undefined;
			return;
		}
		this.addText();
		if (this.deeper > 0) this.deeper--;
		else if (++this.closed > this.nodes * 2) this.tokenizer.pause();
		else this.open.close(tag);
	}

	onend(): void {
		if (this.open.top.tag === 'title') this.unclosedTitle = this.start;
		this.addText();
	}

	oncdata(): void {}
	oncomment(): void {}
	ondeclaration(): void {}
	onprocessinginstruction(): void {}

	private begin(isEmpty: boolean): void {
		if (this.unread !== undefined) return;
		this.addText();
		if (++this.opened > this.nodes) {
			this.tokenizer.pause();
			return;
		}
		if (unread.has(this.tag)) {
			this.unread = this.tag;
			return;
		}
		this.open.endBefore(this.tag);
		this.add({ tag: this.tag, attributes: this.attributes, children: [] }, isEmpty);
	}

	private add(element: Element, isEmpty: boolean): void {
		const isTooDeep = this.open.depth >= deepest;
		if (isEmpty || !isTooDeep) this.open.top.children.push(element);
		if (isEmpty) return;
		if (isTooDeep) this.deeper++;
		else this.open.push(element);
	}

	private addText(): void {
		if (this.text !== '') this.open.top.children.push(this.text);
		this.text = '';
	}
}
