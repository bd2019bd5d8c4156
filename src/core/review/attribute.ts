// Words of a source that stand in a draft as if they were its own: marks around them, who said them and when, and the
// citation.

import type { Corpus } from '../corpus/corpus';
import type { Citation } from '../corpus/records';
import type { Block } from '../draft/blocks';
import type { Edit } from '../draft/edit';
import type { Finding } from '../draft/finding';
import { blank } from '../draft/mask';
import { markedTitle } from '../text/titles';
import { dateWords } from './attribution';
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
	const end = /(?:会|会议|大会|论坛|两会)$/.test(occasion)
		? '上'
		: /(?:报告|文章|讲话|信)$/.test(occasion)
			? '中'
			: '时';
	return `${occasion.includes('在') ? '' : '在'}${occasion}${end}`;
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
	const clause = begins(block, finding.start) ? citer.escape(clauseOf(citation, corpus)) : '';
	// A sentence that is quoted whole takes its mark along.
	const whole =
		clause !== '' &&
		/[。！？]/.test(draft[finding.end] ?? '') &&
		endsWith(citation.text, draft.slice(finding.start, finding.end));
	const inner: Edit[] = [];
	for (let place = finding.start; place < finding.end; place++) {
		const mark = draft[place]!;
		const instead =
			mark === quotes.open && quotes.open !== quotes.close
				? quotes.innerOpen
				: mark === quotes.close && quotes.open !== quotes.close
					? quotes.innerClose
					: mark;
		if (mark === '"' && block.text[place - block.start] === '"') return undefined;
		if (instead !== mark) inner.push({ start: place, end: place + 1, text: instead });
	}
	const words = finding.end + (whole ? 1 : 0);
	for (const [start, end] of [[finding.start, words], outside(draft, block, finding.start, words)]) {
		const open: Edit = { start: start!, end: start!, text: citer.inWidth(clause) + quotes.open };
		const close: Edit = { start: end!, end: end!, text: quotes.close };
		if (!keepsMarkup(draft, block, [open, ...inner, close])) continue;
		const cited = citer.cite(end!, citation.id);
		const behind = cited.findIndex(edit => edit.start === end && edit.end === end);
		const edits =
			behind < 0
				? [close, ...cited]
				: cited.map((edit, index) => (index === behind ? { ...edit, text: close.text + edit.text } : edit));
		return {
			kind: 'attribute',
			edits: [open, ...inner, ...edits].sort((a, b) => a.start - b.start || a.end - b.end),
			text: clause === '' ? quotes.open + quotes.close : clause.replace(/：$/, ''),
		};
	}
	return undefined;
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
function outside(draft: string, block: Block, start: number, end: number): [number, number] {
	let [from, to] = [start, end];
	while (from > block.start && /[*_]/.test(draft[from - 1]!)) from--;
	while (to < block.start + block.text.length && /[*_]/.test(draft[to]!)) to++;
	return [from, to];
}
