// The text of elements as a page shows it: which of them stand within a line, which show nothing.

import type { Element } from './element';

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
/** Whether an element stands within a line of its parent's. */
export function isInline(element: Element): boolean {
	return inline.has(element.tag);
}

/** Whether an element shows no text of its own. */
export function isBare(element: Element): boolean {
	return nothing.has(element.tag);
}

/** Line ends of the source count as spaces, between Han as nothing. */
export function spaced(text: string): string {
	const collapsed = text.includes('\n')
		? text.replace(/([\p{Script=Han}，。、；：！？”’）》])[ \t\r]*\n[ \t\r\n]*(?=[\p{Script=Han}“‘（《])/gu, '$1')
		: text;
	return collapsed.replace(/[ \t\r\n]+/g, ' ');
}

/** All text of an element that shows. */
export function textOf(element: Element): string {
	return element.children.map(child => (typeof child === 'string' ? spaced(child) : shownText(child))).join('');
}

function shownText(element: Element): string {
	if (nothing.has(element.tag)) return '';
	return apart.has(element.tag) ? ` ${textOf(element)}` : textOf(element);
}
