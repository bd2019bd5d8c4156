// A tree of elements → the lines a person sees, each with how much of it is links; tables as rows.

import type { Element } from './tree';
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
const asides: Readonly<Record<string, Line['aside']>> = {
	nav: 'frame',
	footer: 'frame',
	aside: 'frame',
	select: 'form',
	button: 'form',
	datalist: 'form',
	fieldset: 'form',
};

interface Open {
	text: string;
	linked: number;
	within: Element;
}

/** The lines of a tree. Depth is bounded by the tree. */
export function linesOf(root: Element): readonly Line[] {
	const lines: Line[] = [];
	let open: Open | undefined;
	const flush = (heading?: number, aside?: Line['aside']) => {
		if (!open) return;
		const { text, linked, within } = open;
		open = undefined;
		for (const one of sentences(text)) {
			lines.push({
				text: one,
				linked: Math.min(linked, one.length),
				within,
				...(heading === undefined ? {} : { heading }),
				...(aside === undefined ? {} : { aside }),
			});
		}
	};
	const add = (text: string, within: Element, link: boolean) => {
		if (text === '') return;
		open ??= { text: '', linked: 0, within };
		open.text += text;
		if (link) open.linked += text.trim().length;
	};
	const walk = (element: Element, link: boolean, heading: number | undefined, aside: Line['aside']) => {
		for (const child of element.children) {
			if (typeof child === 'string') {
				add(spaced(child), element, link);
				continue;
			}
			if (child.tag === 'br') {
				if (open) open.text += '\n';
				continue;
			}
			if (nothing.has(child.tag)) continue;
			const out =
				aside ??
				(isHidden(child)
					? 'hidden'
					: (asides[child.tag] ??
						(child.attributes.role === 'navigation' || child.attributes.role === 'contentinfo' ? 'frame' : undefined)));
			const level = /^h([1-6])$/.exec(child.tag)?.[1];
			if (inline.has(child.tag) && out === aside) {
				walk(child, link || child.tag === 'a', heading, aside);
				continue;
			}
			flush(heading, aside);
			if (child.tag === 'table' && isData(child))
				for (const row of rowsOf(child))
					lines.push({ text: row, linked: 0, within: child, ...(out === undefined ? {} : { aside: out }) });
			else walk(child, link || child.tag === 'a', level === undefined ? heading : Number(level), out);
			flush(level === undefined ? heading : Number(level), out);
		}
	};
	walk(root, false, undefined, undefined);
	flush();
	return lines;
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
	let text = '';
	for (const child of element.children)
		text +=
			typeof child === 'string'
				? spaced(child)
				: nothing.has(child.tag)
					? ''
					: child.tag === 'br' || child.tag === 'p' || child.tag === 'div'
						? ` ${textOf(child)}`
						: textOf(child);
	return text;
}
