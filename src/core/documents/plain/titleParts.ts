// The parts of a title that is written with its author.

import { namesOfLine } from '../../text/personName';

/** A title that was written with its author, in its two parts. */
export interface Parts {
	readonly names: readonly string[];
	readonly title: string;
}

/** A shorter or a longer one is no title. */
const shortest = 5;
const longest = 300;

/** The parts of a title that says whose it is, before or behind it. */
export function partsOf(written: string): Parts | undefined {
	if (written.length > longest) return undefined;
	const [, ahead = '', title = ''] = /^([^:：|｜丨]{2,30}?)\s*等?\s*[:：|｜丨]\s*(.+)$/.exec(written) ?? [];
	const [, first = '', behind = ''] = /^(.+?)\s*[/／]\s*([^/／]{2,30})$/.exec(written) ?? [];
	return withNames(ahead, title) ?? withNames(behind, first);
}

/** The parts of a title that begins or ends with a name and a bar: 李大为 | 论平台治理. */
export function isAuthored(line: string): boolean {
	return /[|｜丨]/.test(line) && partsOf(line) !== undefined;
}

function withNames(text: string, title: string): Parts | undefined {
	const names = text === '' || title.trim().length < shortest ? undefined : namesOfLine(text);
	return names && { names, title: title.trim() };
}
