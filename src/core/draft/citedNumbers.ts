// Numbers that cite the entries of the list of a draft, as finished copies have them: they are no words of a paragraph.

import type { Block, Cite } from './blocks';
import { blank } from './mask';
import { numberMarks } from './numberMarks';
import { lastHead, listEntries, type ListedDraft } from './referenceList';

/** A page that is raised behind a number. */
const raisedPage = /[⁰¹²³⁴-⁹⁻]+/y;

/** The paragraphs before the list, each without the numbers that cite its entries; those are citations instead. */
export function withoutNumbers(blocks: readonly Block[], draft: ListedDraft): readonly Block[] {
	const numbers = new Set(listEntries(draft).map(({ number }) => number));
	const head = draft.lines[lastHead(draft)];
	if (numbers.size === 0 || !head) return blocks;
	return blocks.map(block => {
		if (block.start >= head.start) return block;
		return unnumbered(block, numbers);
	});
}

function unnumbered(block: Block, numbers: ReadonlySet<number>): Block {
	const { text } = block;
	const cites: Cite[] = [];
	let rest = '';
	for (const { start, end, means } of numberMarks(text)) {
		if (!means.every(number => numbers.has(number))) continue;
		raisedPage.lastIndex = end;
		const behind = end + (raisedPage.exec(text)?.[0].length ?? 0);
		cites.push({ label: '', start, end: behind, form: 'note' });
		rest += text.slice(rest.length, start) + blank.repeat(behind - start);
	}
	if (cites.length === 0) return block;
	const all = [...block.cites, ...cites].sort((a, b) => a.start - b.start);
	return { ...block, text: rest + text.slice(rest.length), cites: all };
}
