// The libraries a draft names: `bibliography:` in its front matter (pandoc), \bibliography and \addbibresource
// (LaTeX).

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
	return language === 'latex' || language === 'tex' ? inCommands(lines) : [];
}

function inFrontMatter(lines: Lines): readonly NamedBibliography[] {
	if (lines.count === 0 || !/^\uFEFF?---\s*$/.test(lines.line(0))) return [];
	const last = Math.min(lines.count, longest);
	let end = 1;
	while (end < last && !/^(?:---|\.\.\.)\s*$/.test(lines.line(end))) end++;
	if (end === last) return [];
	const found: NamedBibliography[] = [];
	let within: 'list' | 'brackets' | undefined;
	for (let at = 1; at < end; at++) {
		const text = lines.line(at);
		const field = /^(?:bibliography|"bibliography"|'bibliography')[ \t]*:/.exec(text);
		if (field) {
			within = 'list';
			const from = field[0].length + /^\s*/.exec(text.slice(field[0].length))![0].length;
			if (text[from] === '[') within = brackets(text, at, from + 1, found) ? undefined : 'brackets';
			else if (from < text.length && text[from] !== '#') {
				found.push(...scalar(text, at, from));
				within = undefined;
			}
		} else if (within === 'brackets') {
			if (brackets(text, at, 0, found)) within = undefined;
		} else if (within === 'list') {
			const item = /^[ \t]*-[ \t]+/.exec(text);
			if (item) found.push(...scalar(text, at, item[0].length));
			else if (text.trim() !== '' && !/^\s*#/.test(text)) within = undefined;
		}
	}
	return found;
}

/** The items of a list in brackets on one line; answers whether the list ends there. */
function brackets(text: string, line: number, from: number, found: NamedBibliography[]): boolean {
	for (let at = from; at < text.length;) {
		const one = text.charAt(at);
		if (one === ']') return true;
		const item = /[\s,]/.test(one) ? undefined : readScalar(text, at, true);
		if (!item && one === '#') return false;
		if (item) found.push(...named(item, line));
		at = item?.next ?? at + 1;
	}
	return false;
}

/** One value up to the end of its line, in quotation marks or not. */
function scalar(text: string, line: number, from: number): NamedBibliography[] {
	const item = readScalar(text, from);
	return item ? named(item, line) : [];
}

function named({ value, start, end, quoted }: Scalar, line: number): NamedBibliography[] {
	const none = quoted ? value.trim() === '' : /^(?:~|null|Null|NULL)$/.test(value);
	return none ? [] : [{ path: value, line, start, end }];
}

function inCommands(lines: Lines): readonly NamedBibliography[] {
	const found: NamedBibliography[] = [];
	for (let at = 0; at < lines.count; at++) {
		const text = lines.line(at);
		if (!text.includes('\\bibliography{') && !text.includes('\\addbibresource')) continue;
		const command = /\\(bibliography|addbibresource)(?:\[[^\]]*\])?\{([^{}]*)\}/g;
		for (const match of text.matchAll(command)) {
			if (/(?<!\\)%/.test(text.slice(0, match.index))) break;
			let start = match.index + match[0].length - match[2]!.length - 1;
			for (const part of match[1] === 'bibliography' ? match[2]!.split(',') : [match[2]!]) {
				const name = part.trim();
				const from = start + part.indexOf(name);
				// BibTeX's command names the file without its ending.
				if (name !== '')
					found.push({
						path: match[1] === 'bibliography' && !/\.bib$/i.test(name) ? `${name}.bib` : name,
						line: at,
						start: from,
						end: from + name.length,
					});
				start += part.length + 1;
			}
		}
	}
	return found;
}
