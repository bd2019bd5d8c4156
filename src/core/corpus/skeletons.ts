// Outlines of whole papers (snippets/skeletons/*.md) → snippets for Markdown, plain text and LaTeX.

import type { Snippet } from './snippets';
import { parts, partsToSnippet, type Part } from './slots';

/** The ways an outline is written; each is a snippet file of its own. */
export type SkeletonForm = 'markdown' | 'plaintext' | 'latex';

/** The commands for headings by their marks. */
const latexHeadings: Readonly<Record<string, string>> = {
	'#': '\\section*',
	'##': '\\subsection*',
	'###': '\\subsubsection*',
};

/**
 * One snippet of an outline. Its first line names and describes it: `<!-- 调研报告：…… -->`; the rest is the body. The
 * prefix is `v` and the initials of the name, as those of formulations. Nothing when the first line is no such comment.
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
	const head = /^<!--\s*([^：:]+)[：:]\s*(.+?)\s*-->$/.exec(lines[0] ?? '');
	if (!head) return undefined;
	const [, heading = '', description = ''] = head;
	const name = heading.trim();
	// Parts of all lines together, so that a slot that comes again is the same tab stop.
	const body = lines
		.slice(1)
		.flatMap((line, i): readonly Part[] => [...(i === 0 ? [] : [{ text: '\n' }]), ...lineParts(line, form)]);
	return {
		name,
		snippet: {
			prefix: `v${initialsOf(name)}`,
			body: `${partsToSnippet(body)}$0`.split('\n'),
			description: `${name}：${description}`,
		},
	};
}

function lineParts(line: string, form: SkeletonForm): readonly Part[] {
	const heading = /^(#{1,3}) (.*)$/.exec(line);
	if (!heading || form === 'markdown') return parts(line);
	const [, level = '#', words = ''] = heading;
	const inner = parts(words);
	if (form === 'plaintext') return inner;
	return [{ text: `${latexHeadings[level] ?? ''}{` }, ...inner, { text: '}' }];
}
