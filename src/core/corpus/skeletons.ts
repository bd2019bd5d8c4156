// Outlines of whole papers (snippets/skeletons/*.md) → snippets for Markdown, plain text and LaTeX.

import type { Snippet } from './snippets';
import { parts, partsToSnippet, type Part } from './slots';

/** A longer first line names no skeleton. */
const longestHead = 1_000;

/**
 * The ways an outline is written; each is a snippet file of its own. `draft`: Markdown with its front matter, which
 * begins a document.
 */
export type SkeletonForm = 'draft' | 'markdown' | 'plaintext' | 'latex';

/** The commands for headings by their marks. */
const latexHeadings: Readonly<Record<string, string>> = {
	'#': '\\section*',
	'##': '\\subsection*',
	'###': '\\subsubsection*',
};

/**
 * One snippet of an outline. Its first line names and describes it, as `<!-- 调研报告：…… -->` does; front matter may
 * follow; the rest is the body. The prefix is `v` and the initials of the name, as those of formulations. Nothing
 * when the first line is no such comment.
 */
export function skeletonSnippet(
	text: string,
	form: SkeletonForm,
	initialsOf: (text: string) => string,
): { readonly name: string; readonly snippet: Snippet } | undefined {
	const lines = text
		.replace(/^\uFEFF/, '')
		.trimEnd()
		.split(/\r?\n/);
	const head = /^<!--\s*([^：:]+)[：:]\s*(.+?)\s*-->$/.exec((lines[0] ?? '').slice(0, longestHead));
	if (!head) return undefined;
	const [, heading = '', description = ''] = head;
	const name = heading.trim();
	// Parts of all lines together, so that a slot that comes again is the same tab stop.
	const { front, text: written } = apart(lines.slice(1));
	const shown: (readonly Part[])[] = written.map(line => lineParts(line, form));
	if (form === 'draft') shown.unshift(...front.map(fieldParts));
	const body = shown.flatMap((line): readonly Part[] => [{ text: '\n' }, ...line]).slice(1);
	return {
		name,
		snippet: {
			prefix: `v${initialsOf(name)}`,
			body: `${partsToSnippet(body)}$0`.split('\n'),
			description: `${name}：${description}`,
		},
	};
}

/** The lines of front matter, with what encloses them and the blank line behind, and the other lines. */
function apart(lines: readonly string[]): { readonly front: readonly string[]; readonly text: readonly string[] } {
	const end = lines.indexOf('---', 1);
	if (lines[0] !== '---' || end < 0) return { front: [], text: lines };
	return { front: lines.slice(0, end + 2), text: lines.slice(end + 2) };
}

/** A line of front matter: what has no value yet is a stop with nothing in it, for nobody has to fill it. */
function fieldParts(line: string): readonly Part[] {
	const [, name] = /^([^:]+):$/.exec(line) ?? [];
	if (name === undefined) return parts(line);
	return [{ text: `${name}: ` }, { slot: name, blank: true }];
}

function lineParts(line: string, form: SkeletonForm): readonly Part[] {
	const heading = /^(#{1,3}) (.*)$/.exec(line);
	if (!heading || form === 'markdown' || form === 'draft') return parts(line);
	const [, level = '#', words = ''] = heading;
	const inner = parts(words);
	if (form === 'plaintext') return inner;
	return [{ text: `${latexHeadings[level] ?? ''}{` }, ...inner, { text: '}' }];
}
