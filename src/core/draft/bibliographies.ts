// The libraries a draft names: `bibliography:` in its front matter (pandoc), \bibliography and \addbibresource
// (LaTeX).

import { isTex } from './language';
import type { Lines } from './lineRegions';
import { readScalar, type Scalar } from './yamlScalar';

/** A library as the draft names it; line from 0, columns half-open in UTF-16 code units. */
export interface NamedBibliography {
	readonly path: string;
	readonly line: number;
	readonly start: number;
	readonly end: number;
}

/** Front matter is short; what goes on longer is a rule with a text under it. */
const longest = 300;

/** The libraries a draft names, in order. Costs a draft without front matter one line; a LaTeX draft each line. */
export function bibliographiesOf(lines: Lines, language: string): readonly NamedBibliography[] {
	if (language === 'markdown') return inFrontMatter(lines);
	if (isTex(language)) return inCommands(lines);
	return [];
}

function inFrontMatter(lines: Lines): readonly NamedBibliography[] {
	const field = new BibliographyField();
	const end = frontMatterEnd(lines);
	for (let at = 1; at < end; at++) field.take(lines.line(at), at);
	return field.found;
}

/** The line that ends the front matter; 0 where there is none. */
function frontMatterEnd(lines: Lines): number {
	if (lines.count === 0 || !/^\uFEFF?---\s*$/.test(lines.line(0))) return 0;
	const last = Math.min(lines.count, longest);
	for (let at = 1; at < last; at++) if (/^(?:---|\.\.\.)\s*$/.test(lines.line(at))) return at;
	return 0;
}

const fieldName = /^(?:bibliography|"bibliography"|'bibliography')[ \t]*:\s*/;

/** Reads `bibliography:` of front matter line by line: one name, a list in brackets, or a list of lines with dashes. */
class BibliographyField {
	readonly found: NamedBibliography[] = [];
	/** What of the field goes on below. */
	private open: 'list' | 'brackets' | undefined;

	take(text: string, line: number): void {
		const name = fieldName.exec(text)?.[0];
		if (name !== undefined) this.begin(text, line, name.length);
		else if (this.open === 'brackets') this.takeBrackets(text, line, 0);
		else if (this.open === 'list') this.takeItem(text, line);
	}

	private begin(text: string, line: number, from: number): void {
		this.open = 'list';
		const first = text[from];
		if (first === '[') this.takeBrackets(text, line, from + 1);
		else if (first !== undefined && first !== '#') {
			this.found.push(...scalar(text, line, from));
			this.open = undefined;
		}
	}

	/** The items of a list in brackets on one line; the list may go on below. */
	private takeBrackets(text: string, line: number, from: number): void {
		this.open = 'brackets';
		for (let at = from; at < text.length;) {
			const mark = text.charAt(at);
			if (mark === ']') {
				this.open = undefined;
				return;
			}
			const item = /[\s,]/.test(mark) ? undefined : readScalar(text, at, true);
			if (!item && mark === '#') return;
			if (item) this.found.push(...named(item, text, line));
			at = item?.next ?? at + 1;
		}
	}

	private takeItem(text: string, line: number): void {
		const dash = /^[ \t]*-[ \t]+/.exec(text)?.[0];
		if (dash !== undefined) this.found.push(...scalar(text, line, dash.length));
		else if (text.trim() !== '' && !/^\s*#/.test(text)) this.open = undefined;
	}
}

/** One value up to the end of its line, in quotation marks or not. */
function scalar(text: string, line: number, from: number): NamedBibliography[] {
	const item = readScalar(text, from);
	if (item) return named(item, text, line);
	return [];
}

function named({ value, start, end, quoted }: Scalar, text: string, line: number): NamedBibliography[] {
	const none = quoted ? value.trim() === '' : /^(?:~|null|Null|NULL)$/.test(value);
	if (none) return [];
	// "data\refs.bib" in double quotation marks has a carriage return for YAML; who wrote it means a folder.
	const path = inNoName.test(value) ? text.slice(start, end) : value;
	return [{ path, line, start, end }];
}

/** What no file name has: control characters, and what YAML makes of \L, \P and \_. */
const inNoName = /[\p{Cc}\u2028\u2029\u00a0]/u;

const commands = /\\(bibliography|addbibresource)(?:\[[^\]]*\])?\{([^{}]*)\}/g;

function inCommands(lines: Lines): readonly NamedBibliography[] {
	const found: NamedBibliography[] = [];
	for (let at = 0; at < lines.count; at++) {
		const text = lines.line(at);
		if (!text.includes('\\bibliography{') && !text.includes('\\addbibresource')) continue;
		for (const match of text.matchAll(commands)) {
			if (/(?<!\\)%/.test(text.slice(0, match.index))) break;
			const [whole, command, names = ''] = match;
			const from = match.index + whole.length - names.length - 1;
			found.push(...(command === 'bibliography' ? texNames(names, at, from) : texName(names, at, from)));
		}
	}
	return found;
}

/** The names between the braces of \\bibliography; BibTeX's command names files without their ending. */
function texNames(names: string, line: number, from: number): NamedBibliography[] {
	let start = from;
	return names.split(',').flatMap(part => {
		const named = texName(part, line, start);
		start += part.length + 1;
		return named.map(one => (/\.bib$/i.test(one.path) ? one : { ...one, path: `${one.path}.bib` }));
	});
}

/** A name between braces, without the space around it. */
function texName(part: string, line: number, from: number): NamedBibliography[] {
	const path = part.trim();
	const start = from + part.indexOf(path);
	if (path === '') return [];
	return [{ path, line, start, end: start + path.length }];
}
