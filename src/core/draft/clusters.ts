// Citations of a draft that are keys: pandoc's `[@key, 第3段; @other]` and bare `@key`, LaTeX's
// `\cite[第3页]{key,other}`.

import { readLocator, type Locator } from './locator';
import { blank, type MaskedDraft } from './mask';

/** One key of a citation. Offsets are UTF-16 code units of the draft, half-open. */
export interface CitedKey {
	readonly key: string;
	/** Of the key as it is written (`{…}` around it counts). */
	readonly start: number;
	readonly end: number;
	readonly locator?: Locator;
	/** Whether it stands with nothing but a place: no words around it, the author not suppressed. */
	readonly plain: boolean;
	/** Words before the key and behind it (and its place) that are not plain. */
	readonly before?: string;
	readonly behind?: string;
	/** `-@key`: without the author. */
	readonly suppressed?: boolean;
}

/** One or more keys cited at one place. `bare`: `@key` without brackets, the author named in the text. */
export interface KeyCitation {
	readonly form: 'pandoc' | 'bare' | 'latex';
	readonly start: number;
	readonly end: number;
	readonly keys: readonly CitedKey[];
	/** The command of LaTeX, e.g. `cite`. */
	readonly command?: string;
}

// Pandoc's manual, “Citation syntax”: a key begins with a letter, digit or _ and may hold single internal punctuation,
// or stands in braces; not directly behind a letter or digit, and Han are letters.
const key = `(?:\\{[^{}\\n\\r${blank}]+\\}|[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_]|[:.#$%&+?<>~/-](?=[\\p{L}\\p{N}_]))*)`;
const at = `(?<![\\p{L}\\p{N}_])(-?)@(${key})`;
/** Labels of figures, tables and so on that pandoc-crossref reads. */
const crossReference = /^(?:fig|tbl|eq|lst|sec):/;

/** Every citation by key in a Markdown draft. */
export function pandocCitations(draft: MaskedDraft): KeyCitation[] {
	const { masked } = draft;
	const found: KeyCitation[] = [];
	if (!masked.includes('@')) return found;
	for (const { 0: bracket, 1: inner = '', index } of masked.matchAll(/\[([^[\]@]*@[^[\]]*)\]/g)) {
		// Pandoc: not a link, not a span with attributes; a bracket behind ^ is a note, its words are text. Two citations
		// side by side pandoc takes for a link, but whoever wrote them means both.
		const end = index + bracket.length;
		if (
			/^(?:[({]|\[(?!\^)(?![^[\]]*@))/.test(draft.text.slice(end, end + 200)) ||
			masked[index - 1] === '^' ||
			inner.startsWith('^')
		)
			continue;
		const keys = clusterKeys(inner, index + 1);
		if (keys) found.push({ form: 'pandoc', start: index, end, keys });
	}
	return [...found, ...bareCitations(without(masked, found))].sort((a, b) => a.start - b.start);
}

/** A text with stretches of it blanked out, which are in order. */
function without(masked: string, stretches: readonly { readonly start: number; readonly end: number }[]): string {
	let rest = '';
	for (const { start, end } of stretches) rest += masked.slice(rest.length, start) + blank.repeat(end - start);
	return rest + masked.slice(rest.length);
}

/** Keys without brackets, each with the place in brackets that may stand behind it. */
function bareCitations(masked: string): KeyCitation[] {
	const found: KeyCitation[] = [];
	for (const { 1: dash = '', 2: written = '', index } of masked.matchAll(new RegExp(at, 'gu'))) {
		if (crossReference.test(written)) continue;
		const start = index + dash.length + 1;
		const end = start + written.length;
		const place = placeBehind(masked, end);
		const locator = place ? { locator: place.locator } : {};
		found.push({
			form: 'bare',
			start: index,
			end: place?.end ?? end,
			keys: [{ key: unbraced(written), start, end, ...locator, plain: false }],
		});
	}
	return found;
}

/** The place in brackets that stands at an offset, and where it ends. */
function placeBehind(masked: string, offset: number): { readonly locator: Locator; readonly end: number } | undefined {
	const brackets = / ?\[([^[\]@]*)\]/y;
	brackets.lastIndex = offset;
	const [written, words = ''] = brackets.exec(masked) ?? [];
	const locator = written === undefined ? undefined : readLocator(words);
	return locator && { locator, end: brackets.lastIndex };
}

/** The keys between brackets; nothing when a part between semicolons has none, for then it is no citation. */
export function clusterKeys(inner: string, offset: number): CitedKey[] | undefined {
	const keys: CitedKey[] = [];
	let start = offset;
	for (const part of inner.split(';')) {
		const found = new RegExp(at, 'u').exec(part);
		if (!found || /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)/.test(part)) return undefined;
		const [, dash = '', written = ''] = found;
		if (crossReference.test(written)) return undefined;
		const keyStart = start + found.index + dash.length + 1;
		const behind = part.slice(found.index + found[0].length);
		const words = behind.replace(/^\s*[,，]/, '');
		const locator = words === behind ? undefined : readLocator(words);
		const before = part.slice(0, found.index).trim();
		const after = locator ? '' : behind.trim();
		keys.push({
			key: unbraced(written),
			start: keyStart,
			end: keyStart + written.length,
			plain: before === '' && after === '' && dash === '',
			...(locator ? { locator } : {}),
			...(before === '' ? {} : { before }),
			...(after === '' ? {} : { behind: after }),
			...(dash === '' ? {} : { suppressed: true }),
		});
		start += part.length + 1;
	}
	return keys;
}

function unbraced(written: string): string {
	if (written.startsWith('{')) return written.slice(1, -1);
	return written;
}

/** A key as pandoc takes it back: in braces where it holds what a bare one cannot. */
export function pandocKey(id: string): string {
	if (new RegExp(`^${key}$`, 'u').test(id) && !id.startsWith('{')) return id;
	return `{${id.replace(/[{}\r\n]+/g, '-')}}`;
}

/** Every `\cite{…}` and its relatives in a LaTeX draft; a place is the last of the brackets before the keys. */
export function latexCitations(draft: MaskedDraft): KeyCitation[] {
	const found: KeyCitation[] = [];
	for (const cite of draft.masked.matchAll(/\\([A-Za-z]*[cC]ite[A-Za-z]*\*?)((?:\s*\[[^\][]*\])*)\s*\{([^{}\\]*)\}/g)) {
		const [whole, command = '', options = '', inner = ''] = cite;
		if (/^cite(?:style|name)/.test(command)) continue;
		const brackets = [...options.matchAll(/\[([^\][]*)\]/g)].map(([, words = '']) => words.trim());
		const locator = readLocator(brackets.at(-1) ?? '');
		const plain =
			command === 'cite' &&
			brackets.every(one => one === '' || one === brackets.at(-1)) &&
			(brackets.length === 0 || locator !== undefined);
		const keys = latexKeys(inner, cite.index + whole.length - inner.length - 1, plain);
		const words = latexWords(brackets, locator !== undefined);
		const last = keys.pop();
		if (last) keys.push({ ...last, ...(locator ? { locator } : {}), ...words.behind });
		if (keys[0]) keys[0] = { ...keys[0], ...words.before };
		if (keys.length > 0)
			found.push({ form: 'latex', start: cite.index, end: cite.index + whole.length, keys, command });
	}
	return found;
}

/** The keys between the braces of `\cite{…}`. */
function latexKeys(inner: string, offset: number, plain: boolean): CitedKey[] {
	const keys: CitedKey[] = [];
	let start = offset;
	for (const part of inner.split(',')) {
		const name = part.trim();
		const at = start + part.length - part.trimStart().length;
		if (name !== '' && name !== '*' && !name.includes(blank))
			keys.push({ key: name, start: at, end: at + name.length, plain });
		start += part.length + 1;
	}
	return keys;
}

/** The words in the brackets of `\cite[before][behind]{…}`, a place not among them. */
function latexWords(
	brackets: readonly string[],
	located: boolean,
): { readonly before: Pick<CitedKey, 'before'>; readonly behind: Pick<CitedKey, 'behind'> } {
	const [before, behind] = brackets.length > 1 ? [brackets[0], brackets.at(-1)] : [undefined, brackets[0]];
	return { before: before ? { before } : {}, behind: behind && !located ? { behind } : {} };
}
