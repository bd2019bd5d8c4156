// The notes of a page: references and notes that lead to each other.

import { oneLine } from '../plain/paragraphs';
import { elementsOf, type Element } from './element';
import { isInline, textOf } from './elementText';

/** A note of a page. */
export interface PageNote {
	/** Without its number and the way back. */
	readonly text: string;
	/** The elements it stands in. */
	readonly elements: ReadonlySet<Element>;
}

/** How a reference looks: `[1]`, `1`, `①`, `*`. */
const label = /^(?:[[［〔【(（]?\d{1,3}[\]］〕】)）]?|[①-⑳]|\*{1,3})$/;
/** Whether a text looks like a reference to a note. */
export function isNoteLabel(text: string): boolean {
	return label.test(text.trim());
}

/** What stands before a note and behind it for the way back. */
const wayBack = /^[\s^↑↩︎.、:：]+|[\s^↑↩︎]+$/gu;
const blocks: ReadonlySet<string> = new Set(['li', 'p', 'div', 'dd']);
/** A longer block is no note. */
const longestNote = 2000;

/**
 * Which links of a page are references, each with its note. Only a link that leads to a block from which one leads back
 * to it is a reference: numbers in brackets alone may be anything.
 */
export function notesOf(root: Element): ReadonlyMap<Element, PageNote> {
	const elements = elementsOf(root);
	if (elements.filter(element => hashOf(element) !== undefined).length < 2) return new Map();
	const parents = parentsOf([root, ...elements]);
	const named = new Map<string, Element>();
	for (const element of elements) for (const name of namesOf(element)) if (!named.has(name)) named.set(name, element);
	const passed = new Set<Element>();
	const references = new Map<Element, PageNote>();
	const known = new Map<Element, Block>();
	const shared = new Set<PageNote>();
	for (const link of elements) {
		passed.add(link);
		if (hashOf(link) === undefined || !isNoteLabel(textOf(link))) continue;
		const target = named.get(hashOf(link) ?? '');
		const element = blockOf(target, parents);
		// What leads back from a note looks like a reference, but what it leads to stands above.
		if (!element || passed.has(element)) continue;
		const block = known.get(element) ?? readBlock(element, target);
		known.set(element, block);
		if (block.target !== target) shared.add(block);
		const names = namesAround(link, parents);
		if (block.text === '' || !names.some(name => block.leadsTo.has(name))) continue;
		references.set(link, block);
	}
	// Several notes in one block are not told apart.
	return new Map([...references].filter(([, note]) => !shared.has(note)));
}

/** A block that may be a note; without text it is none. */
interface Block extends PageNote {
	readonly target: Element | undefined;
	readonly leadsTo: ReadonlySet<string>;
}

function readBlock(element: Element, target: Element | undefined): Block {
	const inside = elementsOf(element);
	const links = new Set(inside.filter(one => hashOf(one) !== undefined));
	const text = oneLine(textOf(without(element, links))).replace(wayBack, '');
	return {
		target,
		text: text.length > longestNote ? '' : text,
		elements: new Set([element, ...inside]),
		leadsTo: new Set([...links].map(link => hashOf(link) ?? '')),
	};
}

function without(element: Element, left: ReadonlySet<Element>): Element {
	const children = element.children.flatMap(child => {
		if (typeof child === 'string') return child;
		return left.has(child) ? [] : without(child, left);
	});
	return { ...element, children };
}

/** The block a target is, or stands in. */
function blockOf(target: Element | undefined, parents: ReadonlyMap<Element, Element>): Element | undefined {
	let element = target;
	while (element && isInline(element)) element = parents.get(element);
	return element && blocks.has(element.tag) ? element : undefined;
}

function parentsOf(elements: readonly Element[]): ReadonlyMap<Element, Element> {
	const parents = new Map<Element, Element>();
	for (const element of elements)
		for (const child of element.children) if (typeof child !== 'string') parents.set(child, element);
	return parents;
}

/** Where a link within the page leads. */
function hashOf({ tag, attributes: { href } }: Element): string | undefined {
	return tag === 'a' && href !== undefined && href.length > 1 && href.startsWith('#') ? href.slice(1) : undefined;
}

/** The names of a link and of what it stands in within its line. */
function namesAround(link: Element, parents: ReadonlyMap<Element, Element>): readonly string[] {
	const names = [...namesOf(link)];
	for (let outer = parents.get(link); outer && isInline(outer); outer = parents.get(outer))
		names.push(...namesOf(outer));
	return names;
}

function namesOf(element: Element | undefined): readonly string[] {
	const { id, name } = element?.attributes ?? {};
	return [id ?? [], name ?? []].flat().filter(one => one !== '');
}

/** A reference in a line: the note, and which part of the line shows it (UTF-16 offsets). */
export interface NoteReference {
	readonly from: number;
	readonly to: number;
	readonly note: PageNote;
}

/** What of a line a note needs. */
interface NotedLine {
	readonly text: string;
	readonly within: Element;
	readonly references?: readonly NoteReference[];
}

/** Those of the lines that are notes of the others. */
export function notesAmong<Line extends NotedLine>(kept: readonly Line[], all: readonly Line[]): ReadonlySet<Line> {
	const elementsOfNotes = (lines: readonly Line[]) => {
		const notes = new Set(lines.flatMap(line => (line.references ?? []).map(({ note }) => note)));
		return new Set([...notes].flatMap(note => [...note.elements]));
	};
	const every = elementsOfNotes(all);
	const wanted = elementsOfNotes(kept.filter(line => !every.has(line.within)));
	return new Set(all.filter(line => wanted.has(line.within)));
}

/** The text of a line without its references, and the notes at their places. */
export function withoutReferences({ text, references = [] }: NotedLine): {
	readonly text: string;
	readonly notes: readonly { readonly at: number; readonly text: string }[];
} {
	let plain = '';
	let done = 0;
	const notes = references.map(({ from, to, note }) => {
		const inBrackets = /[[［〔【(（]/.test(text[from - 1] ?? '') && /[\]］〕】)）]/.test(text[to] ?? '');
		const around = Number(inBrackets);
		plain += text.slice(done, from - around);
		done = to + around;
		return { at: plain.length, text: note.text };
	});
	return { text: plain + text.slice(done), notes };
}
