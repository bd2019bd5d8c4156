// The article in a page of unknown make, as Mozilla's Readability finds it; the only importer of it and of the DOM it
// needs. Is handed markup that was made here of a bounded tree: no scripts, no handlers, nothing to load.

import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Element } from './element';

/** More elements than this take the library too long; then the lines alone must do. */
const elementLimit = 20_000;

/** The article as markup, or nothing when there is none. */
export function articleIn(root: Element): string | undefined {
	const markup = { text: '', count: 0 };
	write(root, markup);
	if (markup.count > elementLimit || markup.text.length > 3_000_000) return undefined;
	try {
		const { document } = parseHTML(`<!DOCTYPE html><html><head></head><body>${markup.text}</body></html>`);
		return (
			new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
				charThreshold: 100,
			}).parse()?.content ?? undefined
		);
	} catch {
		return undefined;
	}
}

const left: ReadonlySet<string> = new Set([
	'head',
	'meta',
	'link',
	'title',
	'object',
	'embed',
	'svg',
	'math',
	'canvas',
	'template',
	'noscript',
	'input',
	'select',
	'button',
]);

function write(element: Element, into: { text: string; count: number }): void {
	for (const child of element.children) {
		if (typeof child === 'string') {
			into.text += escaped(child);
			continue;
		}
		if (left.has(child.tag)) continue;
		if (++into.count > elementLimit) return;
		const plain =
			child.tag === 'html' || child.tag === 'body' || !/^[a-z][a-z0-9]*$/.test(child.tag) ? 'div' : child.tag;
		const { id, class: names, href } = child.attributes;
		into.text += `<${plain}${attribute('id', id)}${attribute('class', names)}${href === undefined ? '' : ' href="#"'}>`;
		if (child.tag === 'br' || child.tag === 'hr' || child.tag === 'img' || child.tag === 'wbr') continue;
		write(child, into);
		into.text += `</${plain}>`;
	}
}

function attribute(name: string, value: string | undefined): string {
	return value === undefined ? '' : ` ${name}="${escaped(value).slice(0, 300)}"`;
}

function escaped(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
