// A source and its paragraphs → the text of a document of a pack, which reads back as the same source and paragraphs
// (document.ts).

import type { Source } from './records';
import { bodyText } from './layout/bodyText';
import { hidingMarks, onOneLine } from './hiding';
import type { Layout } from '../text/layout/layout';
import { fieldLines } from './yaml/print';

/**
 * A Markdown file: the source, or what extends one, as front matter, the title as a heading, then the paragraphs
 * between blank lines, each on one line; rows of a table on lines that follow each other, and what else the layout has
 * as Markdown has it. Marks that Markdown, Obsidian or Foam would take for their own get a backslash; spaces at the
 * ends of paragraphs go, and so do empty paragraphs.
 */
export function documentText(
	source: Source | ({ readonly extends: string; readonly title: string } & Partial<Source>),
	paragraphs: readonly string[],
	layout: Layout = {},
): string {
	const head = fieldLines(source)
		.map(line => `${line}\n`)
		.join('');
	const title = hidingMarks(onOneLine(source.title)).replace(/(?<=\s)#$/, '\\#');
	return `---\n${head}---\n\n# ${title}\n${bodyText(paragraphs, layout)}`;
}
