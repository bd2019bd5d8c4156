// Which titles and quotations a person may mean who has just opened 《 or “.
// Knows nothing of editors; reads a window before the cursor, and the few records of the corpus that may stand there.
import type { Corpus } from '../corpus/corpus';
import type { Citation } from '../corpus/records';
import { fold } from '../text/fold';
import { reach } from './complete';
import { ranked, type Offer, type Ranked } from './offer';

const closing: Record<string, string> = { '《': '》', '“': '”', '「': '」', '『': '』' };

/** The mark that is still open before the cursor, nearest first; nothing where the last one is closed. */
function openMark(tail: string): { mark: string; at: number } | undefined {
	for (let at = tail.length - 1; at >= 0; at--) {
		const c = tail[at] ?? '';
		if (closing[c]) return { mark: c, at };
		if (c === '》' || c === '”' || c === '」' || c === '』') return undefined;
	}
	return undefined;
}

/**
 * Titles after 《, quotations after a quotation mark: all that fit what is written behind the mark (from two characters on also inside).
 * Quotations of a speaker, an occasion or a term named just before come first.
 */
export class Quoting {
	private readonly titles: readonly { id: string; text: string; folded: string }[];
	private readonly quotations: readonly { citation: Citation; folded: string }[];

	constructor(private readonly corpus: Corpus) {
		const titles = new Map<string, { id: string; text: string; folded: string }>();
		for (const source of corpus.sources) titles.set(fold(source.title), { id: source.id, text: source.title, folded: fold(source.title) });
		this.titles = [...titles.values()];
		this.quotations = corpus.citations.filter(c => c.kind === 'quotation').map(citation => ({ citation, folded: fold(citation.text) }));
	}

	complete(before: string, after: string, limit: number): Offer[] {
		const from = Math.max(0, before.length - 2 * reach);
		const tail = before.slice(from);
		const open = openMark(tail);
		if (!open) return [];
		const start = from + open.at + 1;
		const typed = fold(before.slice(start));
		const context = fold(before.slice(Math.max(0, start - 1 - reach), start - 1));
		const close = after.startsWith(closing[open.mark] ?? '') ? '' : closing[open.mark] ?? '';
		const found: Ranked[] = [];
		const add = (kind: 'source' | 'citation', id: string, text: string, folded: string, weight: number) => {
			const at = folded.indexOf(typed);
			if (at < 0 || (at > 0 && typed.length < 2) || folded === typed) return;
			const shown = kind === 'citation' ? nested(text, open.mark) : text;
			found.push({ matched: typed.length, used: 0, weight, offer: {
				label: shown, insertText: shown + close, replace: { start, end: before.length }, kind, id, how: typed === '' ? 'opening' : at === 0 ? 'prefix' : 'inner',
			} });
		};
		if (open.mark === '《') for (const t of this.titles) add('source', t.id, t.text, t.folded, shared(context, t.folded));
		else for (const q of this.quotations) add('citation', q.citation.id, q.citation.text, q.folded, this.nearness(q.citation, context, q.folded));
		return ranked(before, found, limit);
	}

	private nearness(citation: Citation, context: string, folded: string): number {
		const named = (text: string | undefined, value: number) => text && context.includes(fold(text)) ? value : 0;
		const terms = (citation.terms ?? []).filter(id => named(this.corpus.term(id)?.term, 1)).length;
		return named(citation.speaker, 40) + named(citation.occasion, 60) + named(citation.date?.slice(0, 4), 5) + 10 * terms + shared(context, folded) + (citation.speaker ? 3 : 0);
	}
}

/** How many pairs of neighbouring characters of the context stand in a text. */
function shared(context: string, text: string): number {
	let count = 0;
	for (let i = 0; i + 2 <= context.length; i++) if (text.includes(context.slice(i, i + 2))) count++;
	return count;
}

/** Marks inside a quotation step down one level (GB/T 15834: 双引号里面用单引号). */
function nested(text: string, mark: string): string {
	if (mark === '“') return text.replaceAll('“', '‘').replaceAll('”', '’');
	if (mark === '「') return text.replaceAll('“', '『').replaceAll('”', '』');
	return text;
}
