// A tree of elements → the lines a person sees, each with how much of it is links; tables as rows.

import type { Element } from './element';
import { GrowingText } from '../plain/growingText';
import { isMarkedHeading } from '../plain/lineKinds';
import { gap, oneLine } from '../plain/paragraphs';

export interface Line {
	readonly text: string;
	/** Characters that are links. */
	readonly linked: number;
	/** h1 to h6. */
	readonly heading?: number;
	/** The element it stands in directly; of a row the table. */
	readonly within: Element;
	/** Part of the page by its element: menu, footer, form, something not shown. */
	readonly aside?: 'frame' | 'form' | 'hidden';
}

const inline: ReadonlySet<string> = new Set([
	'a',
	'abbr',
	'b',
	'big',
	'cite',
	'code',
	'em',
	'font',
	'i',
	'ins',
	'label',
	'mark',
	'o:p',
	'q',
	's',
	'small',
	'span',
	'strike',
	'strong',
	'sub',
	'sup',
	'time',
	'u',
	'wbr',
	'st1:chsdate',
	'ruby',
	'rb',
	'bdi',
	'bdo',
	'del',
]);
const nothing: ReadonlySet<string> = new Set([
	'head',
	'noscript',
	'template',
	'object',
	'svg',
	'math',
	'canvas',
	'audio',
	'video',
	'map',
	'rt',
	'rp',
	'img',
	'input',
	'link',
	'meta',
	'embed',
	'param',
	'frameset',
]);
/** Elements that begin a line of their own within a cell or a title. */
const apart: ReadonlySet<string> = new Set(['br', 'p', 'div']);
const asides: ReadonlyMap<string, Line['aside']> = new Map([
	['nav', 'frame'],
	['footer', 'frame'],
	['aside', 'frame'],
	['select', 'form'],
	['button', 'form'],
	['datalist', 'form'],
	['fieldset', 'form'],
]);

/** What holds for the text at a place. */
interface Place {
	readonly link: boolean;
	readonly heading: number | undefined;
	readonly aside: Line['aside'];
}

/** Text of a line that may go on. */
interface Open {
	text: string;
	linked: number;
	readonly within: Element;
}

/** The lines of a tree. Depth is bounded by the tree. */
export function linesOf(root: Element): readonly Line[] {
	const reader = new LineReader();
	reader.read(root, { link: false, heading: undefined, aside: undefined });
	return reader.end();
}

/** Goes through the elements and breaks their text into lines. */
class LineReader {
	private readonly lines: Line[] = [];
	private open: Open | undefined;

	read(element: Element, place: Place): void {
		for (const child of element.children) {
			if (typeof child === 'string') this.addText(spaced(child), element, place.link);
			else if (child.tag === 'br') this.addBreak();
			else if (!nothing.has(child.tag)) this.readElement(child, place);
		}
	}

	end(): readonly Line[] {
		this.flush(undefined, undefined);
		return this.lines;
	}

	private readElement(element: Element, place: Place): void {
		const aside = place.aside ?? asideOf(element);
		const link = place.link || element.tag === 'a';
		if (inline.has(element.tag) && aside === place.aside) {
			this.read(element, { ...place, link });
			return;
		}
		this.flush(place.heading, place.aside);
		const heading = headingLevel(element) ?? place.heading;
		if (element.tag === 'table' && isData(element))
			for (const row of rowsOf(element)) this.addLine(row, { linked: 0, within: element }, undefined, aside);
		else this.read(element, { link, heading, aside });
		this.flush(heading, aside);
	}

	private addText(text: string, within: Element, link: boolean): void {
		if (text === '') return;
		this.open ??= { text: '', linked: 0, within };
		this.open.text += text;
		if (link) this.open.linked += text.trim().length;
	}

	private addBreak(): void {
		if (this.open) this.open.text += '\n';
	}

	private flush(heading: number | undefined, aside: Line['aside']): void {
		if (!this.open) return;
		const open = this.open;
		this.open = undefined;
		for (const sentence of sentences(open.text)) this.addLine(sentence, open, heading, aside);
	}

	private addLine(
		text: string,
		{ linked, within }: Pick<Line, 'linked' | 'within'>,
		heading: number | undefined,
		aside: Line['aside'],
	): void {
		this.lines.push({
			text,
			linked: Math.min(linked, text.length),
			within,
			...(heading === undefined ? {} : { heading }),
			...(aside === undefined ? {} : { aside }),
		});
	}
}

/** More than half of it is links, and it is no sentence. */
export function isLinked(line: Line): boolean {
	return line.linked * 2 > line.text.length && !(line.text.length >= 40 && /[。！？；]/.test(line.text));
}

function headingLevel(element: Element): number | undefined {
	const level = /^h([1-6])$/.exec(element.tag)?.[1];
	return level === undefined ? undefined : Number(level);
}

function asideOf(element: Element): Line['aside'] {
	if (isHidden(element)) return 'hidden';
	const { role } = element.attributes;
	return asides.get(element.tag) ?? (role === 'navigation' || role === 'contentinfo' ? 'frame' : undefined);
}

function isHidden(element: Element): boolean {
	const { hidden, style, id } = element.attributes;
	if (id === 'js_content') return false; // shown by a script once it is loaded
	return hidden !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style ?? '');
}

/** Line ends of the source count as spaces, between Han as nothing. */
function spaced(text: string): string {
	const collapsed = text.includes('\n')
		? text.replace(/([\p{Script=Han}，。、；：！？”’）》])[ \t\r]*\n[ \t\r\n]*(?=[\p{Script=Han}“‘（《])/gu, '$1')
		: text;
	return collapsed.replace(/[ \t\r\n]+/g, ' ');
}

/**
 * The lines breaks make; a line that breaks off in a sentence goes on in the next, unless that is indented or a
 * heading.
 */
function sentences(text: string): readonly string[] {
	if (!text.includes('\n')) {
		const line = oneLine(text);
		return line === '' ? [] : [line];
	}
	const found: GrowingText[] = [];
	let apart = true;
	for (const row of text.split('\n')) {
		const line = oneLine(row);
		if (line === '') {
			apart = true;
			continue;
		}
		const last = found.at(-1);
		const goesOn =
			!apart &&
			last !== undefined &&
			!/[。！？!?；;：:…][”’"』」》）)]*$/.test(last.tail) &&
			!/^[\s\u3000\u00a0]{2,}|^\u3000/.test(row) &&
			last.length >= 15 &&
			!isMarkedHeading(last.sample) &&
			!isMarkedHeading(line);
		if (goesOn) last.add(line, gap(last.tail, line));
		else found.push(new GrowingText(line));
		apart = false;
	}
	return found.map(one => one.text);
}

/** A table of data: two or more short cells in a row, nothing laid out in it. */
function isData(table: Element): boolean {
	let cells = 0;
	let rows = 0;
	const look = (element: Element): boolean =>
		element.children.every(child => {
			if (typeof child === 'string') return true;
			if (child.tag === 'table') return false;
			if (child.tag === 'tr') rows++;
			if (child.tag !== 'td' && child.tag !== 'th') return look(child);
			cells++;
			return isShort(child);
		});
	return look(table) && rows > 0 && cells >= rows * 1.5;
}

/** Whether a cell has little text and no table of its own; looks no further than it must. */
function isShort(cell: Element): boolean {
	let left = 150;
	const look = (element: Element): boolean =>
		element.children.every(child => {
			if (typeof child === 'string') return (left -= child.trim().length) >= 0;
			return child.tag !== 'table' && look(child);
		});
	return look(cell);
}

function rowsOf(table: Element): readonly string[] {
	const rows: string[] = [];
	const look = (element: Element) => {
		for (const child of element.children) {
			if (typeof child === 'string') continue;
			if (child.tag !== 'tr') {
				look(child);
				continue;
			}
			const cells = child.children
				.filter(cell => typeof cell !== 'string' && (cell.tag === 'td' || cell.tag === 'th'))
				.map(cell => oneLine(textOf(cell as Element)));
			if (cells.some(cell => cell !== '')) rows.push(cells.join(' | ').trim());
		}
	};
	look(table);
	return rows;
}

/** All text of an element that shows. */
export function textOf(element: Element): string {
	return element.children.map(child => (typeof child === 'string' ? spaced(child) : shownText(child))).join('');
}

function shownText(element: Element): string {
	if (nothing.has(element.tag)) return '';
	return apart.has(element.tag) ? ` ${textOf(element)}` : textOf(element);
}
