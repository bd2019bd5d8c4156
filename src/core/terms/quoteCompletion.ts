// Which titles and quotations a person may mean who has just opened 《 or “.
import type { Corpus } from '../corpus/corpus';
import type { Citation } from '../corpus/records';
import { KeyIndex } from '../search/sortedKeys';
import { fold } from '../text/fold';
import { isMadeTitle } from '../text/titles';
import { ranked, type Offer, type Ranked } from './completionItems';
import { reach } from './cursor';
import type { Spotter } from './spotter';
import { behindLast } from '../text/words/textEnd';

const closing: Record<string, string> = { '《': '》', '“': '”', '「': '」', '『': '』' };

/** What announces that somebody's words follow. */
const announced = /(?:[：:]|(?:[说道讲称]|指出|强调|提出|要求|表示|认为|重申|强調)(?:过|到|的是)?[，,]?)\s*$/;
/** So many characters behind a mark tell a quotation from a name or a slogan in marks. */
const shortestUnannounced = 2;

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
 * What is written of an offer while somebody types: whoever has opened a mark closes it, too. An input method turns “
 * and ” about with every press of one key, so a mark that is written for a person comes twice, or the next one comes
 * the wrong way round. `before`: the line up to the cursor, as it was asked with.
 */
export function withoutClosing({ insertText, kind, replace }: Offer, before: string): string {
	const open = before[replace.start - 1] ?? '';
	const close = closing[open];
	if ((kind !== 'source' && kind !== 'citation') || close === undefined || !insertText.endsWith(close))
		return insertText;
	// A title may end with the mark of a title within it.
	return insertText.split(close).length > insertText.split(open).length ? insertText.slice(0, -1) : insertText;
}

/** Something that may stand between the marks. */
interface Quotable {
	readonly kind: 'source' | 'citation';
	readonly id: string;
	readonly text: string;
	readonly folded: string;
	readonly citation?: Citation;
}

/** So many are worth ranking; a corpus of a hundred thousand quotations costs a key no more than one of a hundred. */
const mostRanked = 400;

/** Texts that are found by the beginning of any of their clauses. */
class TextList {
	private readonly starts: KeyIndex;
	private readonly clauses: KeyIndex;

	constructor(readonly all: readonly Quotable[]) {
		const texts = all.map(q => q.folded);
		this.starts = KeyIndex.of(texts.map((key, item) => ({ key, item })));
		this.clauses = KeyIndex.inner(texts, 2, (text, at) => /[\s,;:.!?、"']/.test(text[at - 1] ?? ''));
	}

	/** Those that begin so, then those of which a clause does. */
	lookup(typed: string): Quotable[] {
		const items = new Set(this.starts.prefix(typed, mostRanked));
		if (typed.length >= 2) for (const item of this.clauses.prefix(typed, mostRanked)) items.add(item);
		return [...items].flatMap(i => this.all[i] ?? []);
	}
}

/**
 * Titles after 《, quotations after a quotation mark: all that fit what is written behind the mark (from two characters
 * on also the
 * beginning of a clause). Quotations of a speaker, an occasion or a term named just before come first.
 */
export class QuoteCompletion {
	private readonly titles: TextList;
	private readonly quotations: TextList;
	private readonly bySpeaker = new Map<string, Quotable[]>();
	private readonly byId = new Map<string, Quotable>();

	constructor(
		private readonly corpus: Corpus,
		private readonly spotter: Spotter,
	) {
		const titles = new Map<string, Quotable>();
		for (const { id, title } of corpus.sources.filter(source => !isMadeTitle(source.title)))
			titles.set(fold(title), { kind: 'source', id, text: title, folded: fold(title) });
		this.titles = new TextList([...titles.values()]);
		this.quotations = new TextList(
			corpus.citations
				.filter(c => c.kind === 'quotation')
				.map(citation => ({
					kind: 'citation',
					id: citation.id,
					text: citation.text,
					folded: fold(citation.text),
					citation,
				})),
		);
		for (const quotation of this.quotations.all) {
			this.byId.set(quotation.id, quotation);
			const speaker = fold(quotation.citation?.speaker ?? '');
			const said = this.bySpeaker.get(speaker);
			if (said) said.push(quotation);
			else this.bySpeaker.set(speaker, [quotation]);
		}
	}

	/** What fits, best first; offsets into `before`. */
	complete(before: string, after: string, limit: number): readonly Offer[] {
		const from = Math.max(0, before.length - 2 * reach);
		const tail = before.slice(from);
		const open = openMark(tail);
		if (!open) return [];
		const start = from + open.at + 1;
		const typed = fold(before.slice(start));
		const context = before.slice(Math.max(0, start - 1 - reach), start - 1);
		const close = after.startsWith(closing[open.mark] ?? '') ? '' : (closing[open.mark] ?? '');
		if (open.mark !== '《' && typed.length < shortestUnannounced && !this.isAnnounced(context)) return [];
		const found: Ranked[] = [];
		for (const q of this.candidates(open.mark, typed, context)) {
			if (q.folded === typed) continue;
			found.push({
				matched: typed.length,
				used: 0,
				weight: this.nearness(q, fold(context)),
				likelihood: undefined,
				offer: {
					label: q.text,
					insertText: (q.kind === 'citation' ? nested(q.text, open.mark) : q.text) + close,
					replace: { start, end: before.length },
					kind: q.kind,
					id: q.id,
					how: howOf(q, typed),
				},
			});
		}
		return ranked(before, found, limit);
	}

	private candidates(mark: string, typed: string, context: string): readonly Quotable[] {
		if (mark === '《') return typed === '' ? this.titles.all.slice(0, mostRanked) : this.titles.lookup(typed);
		if (typed !== '') return this.quotations.lookup(typed);
		if (this.quotations.all.length <= mostRanked) return this.quotations.all;
		// Of many, those on what has just been spoken of, and of whom.
		const about = this.spotter.longest(context).flatMap(s =>
			this.corpus
				.citationsOfTerm(this.corpus.terms[s.record]?.id ?? '')
				.slice(0, mostRanked)
				.flatMap(c => this.byId.get(c.id) ?? []),
		);
		const speaker = [...this.bySpeaker.keys()].find(name => name !== '' && fold(context).includes(name));
		const said = speaker === undefined ? [] : (this.bySpeaker.get(speaker) ?? []);
		const near = [...said.slice(0, mostRanked), ...about];
		return near.length ? [...new Set(near)].slice(0, mostRanked) : this.quotations.all.slice(0, mostRanked);
	}

	/** Whether a quotation is likely behind a mark: a verb of saying or a colon stands before it, or a speaker. */
	private isAnnounced(context: string): boolean {
		if (announced.test(context)) return true;
		const sentence = fold(behindLast(context, '。！？；'));
		return [...this.bySpeaker.keys()].some(name => name !== '' && sentence.includes(name));
	}

	private nearness({ citation, folded }: Quotable, context: string): number {
		if (!citation) return shared(context, folded);
		const named = (text: string | undefined, value: number) => (text && context.includes(fold(text)) ? value : 0);
		const terms = (citation.terms ?? []).filter(id => named(this.corpus.term(id)?.term, 1)).length;
		return (
			named(citation.speaker, 40) +
			named(citation.occasion, 60) +
			named(citation.date?.slice(0, 4), 5) +
			10 * terms +
			shared(context, folded) +
			(citation.speaker ? 3 : 0)
		);
	}
}

/** How what is written behind the mark led to a text. */
function howOf({ folded }: Quotable, typed: string): Offer['how'] {
	if (typed === '') return 'opening';
	return folded.startsWith(typed) ? 'prefix' : 'inner';
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
