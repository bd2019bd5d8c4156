// Words of a source that stand in a draft as if they were its own: marks around them, who said them and when, and the
// citation.

import type { Corpus } from '../../corpus/corpus';
import type { Citation } from '../../corpus/records';
import type { Block } from '../../draft/blocks';
import type { Edit } from '../../draft/edit';
import type { Finding } from '../../draft/finding';
import { blank } from '../../draft/mask';
import { markedTitle } from '../../text/titles';
import { dateWords } from '../attribution/misattribution';
import type { Citer, Fix } from './fix';
import { keepsMarkup } from './markup';

/** Who said it, when and where, up to the colon: 习近平2024年1月31日在中共中央政治局第十一次集体学习时指出：. */
export function clauseOf(
	{ speaker, occasion, date, source }: Pick<Citation, 'speaker' | 'occasion' | 'date' | 'source'>,
	corpus: Corpus,
): string {
	if (speaker === undefined) {
		const title = corpus.source(source)?.title;
		return title === undefined ? '' : `${markedTitle(title)}指出：`;
	}
	return `${speaker}${date === undefined ? '' : dateWords(date)}${occasion === undefined ? '' : at(occasion)}指出：`;
}

function at(occasion: string): string {
	return `${occasion.includes('在') ? '' : '在'}${occasion}${postposition(occasion)}`;
}

/** What stands behind an occasion: 在会议上, 在报告中, 在考察时. */
function postposition(occasion: string): string {
	if (/(?:会|会议|大会|论坛|两会)$/.test(occasion)) return '上';
	return /(?:报告|文章|讲话|信)$/.test(occasion) ? '中' : '时';
}

/** The fix for recorded words without marks or attribution; nothing where markup leaves no place for it. */
export function attribute(
	draft: string,
	block: Block,
	finding: Finding,
	corpus: Corpus,
	citer: Citer,
): Fix | undefined {
	const citation = corpus.citation(finding.data.citation ?? '');
	if (!citation) return undefined;
	const { quotes } = citer;
	const inner = innerMarks(draft, block, finding, quotes);
	if (!inner) return undefined;
	const clause = begins(block, finding.start) ? citer.escape(clauseOf(citation, corpus)) : '';
	const end = finding.end + (clause !== '' && takesMarkAlong(draft, finding, citation) ? 1 : 0);
	for (const around of [{ start: finding.start, end }, outside(draft, block, finding.start, end)]) {
		const open: Edit = { start: around.start, end: around.start, text: citer.inWidth(clause) + quotes.open };
		const close: Edit = { start: around.end, end: around.end, text: quotes.close };
		if (!keepsMarkup(draft, block, [open, ...inner, close])) continue;
		const cited = closedAndCited(close, citer.cite(around.end, citation.id));
		return {
			kind: 'attribute',
			edits: [open, ...inner, ...cited].sort((a, b) => a.start - b.start || a.end - b.end),
			text: clause === '' ? quotes.open + quotes.close : clause.replace(/：$/, ''),
		};
	}
	return undefined;
}

/** A sentence that is quoted whole takes its mark along. */
function takesMarkAlong(draft: string, { start, end }: Finding, { text }: Citation): boolean {
	return /[。！？]/.test(draft.charAt(end)) && endsWith(text, draft.slice(start, end));
}

/** The marks within words as marks within a quotation; nothing where a straight one does not say what it does. */
function innerMarks(
	draft: string,
	block: Block,
	{ start, end }: Finding,
	quotes: Citer['quotes'],
): readonly Edit[] | undefined {
	const instead = new Map([
		[quotes.open, quotes.innerOpen],
		[quotes.close, quotes.innerClose],
	]);
	const edits: Edit[] = [];
	for (let at = start; at < end; at++) {
		const mark = draft.charAt(at);
		if (mark === '"' && block.text[at - block.start] === '"') return undefined;
		const text = quotes.open === quotes.close ? mark : (instead.get(mark) ?? mark);
		if (text !== mark) edits.push({ start: at, end: at + 1, text });
	}
	return edits;
}

/** A closing mark and the citation behind it; what both put at one place is one edit. */
function closedAndCited(close: Edit, cited: readonly Edit[]): readonly Edit[] {
	const behind = cited.findIndex(edit => edit.start === close.start && edit.end === close.end);
	if (behind < 0) return [close, ...cited];
	return cited.map((edit, index) => (index === behind ? { ...edit, text: close.text + edit.text } : edit));
}

/** Whether a clause begins at an offset: only there words can be introduced. */
function begins(block: Block, offset: number): boolean {
	const before = block.text
		.slice(0, offset - block.start)
		.replaceAll(blank, '')
		.trimEnd();
	return before === '' || /(?:[，。；：！？,;:]|^\s*(?:[-*+]|\d{1,9}[.)]))$/.test(before);
}

function endsWith(text: string, words: string): boolean {
	const letters = (one: string) => one.replace(/[^\p{L}\p{N}]/gu, '');
	return letters(text).endsWith(letters(words).slice(-8));
}

/** The stretch with the emphasis directly around it. */
function outside(
	draft: string,
	block: Block,
	start: number,
	end: number,
): { readonly start: number; readonly end: number } {
	let [from, to] = [start, end];
	while (from > block.start && /[*_]/.test(draft.charAt(from - 1))) from--;
	while (to < block.start + block.text.length && /[*_]/.test(draft.charAt(to))) to++;
	return { start: from, end: to };
}
