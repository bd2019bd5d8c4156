// A draft, its citations already written out, → what is handed in.

import { Draft } from '../../draft/draft';
import { isTex } from '../../draft/language';
import { type Block, type Inline, type Manuscript, type Particulars, paragraphText, plainText } from '../manuscript';
import { readBlocks, gatherNotes } from './blocks';
import { labelNumbers } from './captions';
import { Reading } from './context';
import { inlinesOf } from './inlines';
import { latexToMarkdown } from './latex';
import { parseMarkdown, type Token } from './parser';
import { cellsLeftOut } from './ragged';
import { frontMatterLines, particularsOf } from './particulars';
import { plainBlocks } from './plainText';
import { Problems } from './problems';

/** Reads a draft in Markdown, LaTeX or plain text. `comma`: parts the numbers of two notes at one place. */
export function readManuscript(draft: Draft, comma = '，'): Manuscript {
	if (draft.language === 'plaintext') {
		const reading = new Reading([], new Map());
		return manuscriptOf({}, plainBlocks(draft, reading), reading);
	}
	if (!isTex(draft.language)) return readMarkdown(draft, comma, new Problems());
	const problems = new Problems();
	return readMarkdown(new Draft(latexToMarkdown(draft.text, problems), 'markdown'), comma, problems);
}

/** `problems`: what was told of already. */
function readMarkdown(draft: Draft, comma: string, problems: Problems): Manuscript {
	const first = draft.lines[frontMatterLines(draft)];
	const text = draft.text.slice(first?.start ?? draft.text.length);
	const { tokens, notes } = parseMarkdown(text);
	const reading = new Reading(notes, labelNumbers(text), problems, comma);
	gatherNotes(tokens, reading);
	const blocks = withReferences(readBlocks(tokens, reading));
	readNotes(reading);
	for (const label of reading.unused)
		reading.problems.add('note.unused', `${label}: ${wordsOf(readBlocks(reading.definitionOf(label), reading))}`);
	tellReplaced(reading);
	for (const cells of cellsLeftOut(text, tokens)) reading.problems.add('table.cells', cells);
	return manuscriptOf(particularsOf(draft), blocks, reading);
}

/** Definitions that are lost because another has their label, unless it says the same. */
function tellReplaced(reading: Reading): void {
	for (const [label, tokens] of reading.replaced) {
		const [lost, kept] = [tokens, reading.definitionOf(label)].map(one => wordsOf(readBlocks(one, reading)));
		if (lost !== kept) reading.problems.add('note.doubled', `${label}: ${lost ?? ''}`);
	}
}

/** Reads what notes say; none of them holds another. */
function readNotes(reading: Reading): void {
	reading.inNote = true;
	for (let at = 0; at < reading.noteTokens.length; at++)
		reading.notes.push(noteBlocks(reading.noteTokens[at] ?? [], reading));
}

/** What a note says: blocks, or the words of one that stands in the text. */
function noteBlocks(tokens: readonly Token[], reading: Reading): readonly Block[] {
	if (tokens.some(token => token.block)) return readBlocks(tokens, reading);
	return [{ type: 'paragraph', content: inlinesOf(tokens, reading) }];
}

function wordsOf(blocks: readonly Block[]): string {
	return blocks.map(paragraphText).join(' ').slice(0, 60);
}

function manuscriptOf(particulars: Particulars, blocks: readonly Block[], reading: Reading): Manuscript {
	const { title, rest } = titleOf(particulars, blocks);
	return {
		particulars,
		title,
		blocks: levelled(rest),
		notes: reading.notes,
		images: reading.images,
		problems: reading.problems.all,
	};
}

/**
 * The title is a heading of the first level that begins the draft; else what the front matter calls so. A heading that
 * says the same as the front matter is not said twice.
 */
function titleOf(
	{ title }: Particulars,
	blocks: readonly Block[],
): { readonly title: Manuscript['title']; readonly rest: readonly Block[] } {
	const [first, ...rest] = blocks;
	if (first?.type === 'heading' && first.level === 1) {
		const others = rest.some(block => block.type === 'heading' && block.level === 1);
		const words = plainText(first.content);
		const isTitle = title === undefined && !(others && numbered.test(words));
		if (isTitle || (title !== undefined && sameWords(words, title))) return { title: linesOf(first.content), rest };
	}
	if (title === undefined) return { title: [], rest: blocks };
	return {
		title: title.split(/\\n|<br\s*\/?>/).map(text => [{ type: 'text', text: text.trim(), style: {} }]),
		rest: blocks,
	};
}

const numbered = /^\s*(?:第?[一二三四五六七八九十百]+[、章节部]|[（(]?[一二三四五六七八九十\d]+[)）.．、])/;

function sameWords(one: string, other: string): boolean {
	const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
	return letters(one) === letters(other);
}

/** Inlines cut at their breaks. */
function linesOf(content: readonly Inline[]): readonly (readonly Inline[])[] {
	const lines: Inline[][] = [[]];
	for (const inline of content) {
		if (inline.type === 'break') lines.push([]);
		else lines.at(-1)?.push(inline);
	}
	return lines.filter(line => line.length > 0);
}

const references = /^(?:主要)?参考文献(?:\s*[：:])?$/;

/** The highest headings below the title are of the first level, and so is that of the list of references. */
function levelled(blocks: readonly Block[]): readonly Block[] {
	const above = Math.min(...blocks.filter(block => block.type === 'heading').map(({ level }) => level)) - 1;
	return blocks.map(block => {
		if (block.type !== 'heading') return block;
		if (references.test(plainText(block.content).trim())) return { ...block, level: 1 };
		return { ...block, level: block.level - above };
	});
}

/** The entries of the list under the last heading 参考文献 are set as such. */
function withReferences(blocks: readonly Block[]): readonly Block[] {
	const head = blocks.findLastIndex(
		block => block.type === 'heading' && references.test(plainText(block.content).trim()),
	);
	if (head < 0) return blocks;
	return [...blocks.slice(0, head + 1), ...blocks.slice(head + 1).map(asEntry)];
}

function asEntry(block: Block): Block {
	if (block.type !== 'paragraph' || !/^\[\d+\]/.test(paragraphText(block))) return block;
	return { ...block, role: 'reference' };
}
