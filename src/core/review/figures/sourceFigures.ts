// The numbers of one source: of its full text, of its quotations, and of what is recorded of it, each with what is said
// of it.

import type { Corpus } from '../../corpus/corpus';
import type { Citation, Source } from '../../corpus/records';
import { sentences } from '../../text/sentences';
import { normalizedText } from '../compare/comparedText';
import { contextOf, statementOf, type Context, type Statement } from './context';
import { quantities, type Quantity } from './numbers';
import { tableStatements } from './tableFigures';
import { present } from '../../text/values/fields';

/** A shorter title may be that of many texts. */
const shortestTitle = 6;

/** A longer sentence, or one of more numbers, is a table or no prose. */
export const longestRead = 600;
export const mostNumbers = 40;

/** A sentence of a source, or of ours about it. */
export interface SourceStatement extends Statement {
	readonly source: string;
	readonly paragraph?: number;
	readonly citation?: Citation;
	/** Whether these are the source's own words. */
	readonly own: boolean;
	/** Whether another number is wrong for it: a point is ours, and an excerpt may go on otherwise. */
	readonly decides: boolean;
	/** What stands around it, for names of places and years. */
	readonly around: string;
	/** How it stands in the source, where that is no sentence: the row of a table. */
	readonly row?: string;
}

/** A number of a source. */
export interface SourceFigure {
	readonly statement: SourceStatement;
	readonly quantity: Quantity;
	readonly context: Context;
}

/** The statements of a source that have numbers, found by what they say. */
export class SourceFigures {
	private readonly postings = new Map<string, number[]>();
	private readonly figures = new Map<number, readonly SourceFigure[]>();

	constructor(private readonly statements: readonly SourceStatement[]) {
		statements.forEach(({ pairs }, at) => {
			for (const pair of new Set(pairs.map(one => one.pair))) {
				const list = this.postings.get(pair);
				if (list) list.push(at);
				else this.postings.set(pair, [at]);
			}
		});
	}

	/** How much a pair of letters tells: more where fewer statements have it. */
	readonly rarity = (pair: string): number => {
		return Math.log(1 + this.statements.length / (this.postings.get(pair)?.length ?? 1));
	};

	/** The numbers of the statements that share most with one. */
	like({ pairs }: Statement, limit: number): readonly SourceFigure[] {
		const scores = new Map<number, number>();
		for (const pair of new Set(pairs.map(one => one.pair)))
			for (const at of this.postings.get(pair) ?? []) scores.set(at, (scores.get(at) ?? 0) + this.rarity(pair) ** 2);
		return [...scores]
			.sort((a, b) => b[1] - a[1] || a[0] - b[0])
			.slice(0, limit)
			.flatMap(([at]) => this.figuresOf(at));
	}

	private figuresOf(at: number): readonly SourceFigure[] {
		let known = this.figures.get(at);
		const statement = this.statements[at];
		if (!known && statement) {
			known = statement.quantities.map(quantity => ({ statement, quantity, context: contextOf(statement, quantity) }));
			this.figures.set(at, known);
		}
		return known ?? [];
	}
}

/** The numbers of sources, read when they are first asked for. */
export class AllFigures {
	private readonly known = new Map<string, SourceFigures | undefined>();

	private records: { readonly figures: SourceFigures | undefined } | undefined;

	constructor(private readonly corpus: Corpus) {}

	/** The figures that are recorded as such, of all sources that are no damaged copies. */
	recordedFigures(): SourceFigures | undefined {
		if (!this.records) {
			const sources = this.corpus.sources.filter(one => one.fidelity !== 'damaged');
			const statements = sources
				.flatMap(one => [...this.recorded(one.id)])
				.filter(one => one.citation?.kind === 'figure' && one.decides);
			this.records = { figures: statements.length > 0 ? new SourceFigures(statements) : undefined };
		}
		return this.records.figures;
	}

	/** The numbers of some sources together; nothing where they are only damaged copies, or have none. */
	of(ids: readonly string[]): SourceFigures | undefined {
		const key = ids.join();
		if (!this.known.has(key)) this.known.set(key, this.read(ids));
		return this.known.get(key);
	}

	private read(ids: readonly string[]): SourceFigures | undefined {
		const whole = ids.filter(id => this.corpus.source(id)?.fidelity !== 'damaged');
		// A library knows the title only, a pack the text.
		const all = new Set(whole.flatMap(id => [id, ...this.sameText(id)]));
		const statements = [...all].flatMap(id => [...this.recorded(id), ...this.printed(id)]);
		return statements.length > 0 ? new SourceFigures(statements) : undefined;
	}

	private *recorded(id: string): Generator<SourceStatement> {
		const citations = this.corpus.citationsOfSource(id);
		const isExcerpt = this.corpus.source(id)?.fidelity === 'excerpt';
		const around = citations.map(one => `${one.text}${one.wording ?? ''}${one.occasion ?? ''}`).join('\n');
		for (const citation of citations) {
			const { text, wording, paragraph, kind } = citation;
			const decides = kind !== 'point' && !isExcerpt;
			const place = present({ source: id, citation, around, decides, paragraph });
			yield* statementsIn(text, { ...place, own: kind === 'quotation' });
			if (wording !== undefined) yield* statementsIn(wording, { ...place, own: true });
		}
	}

	private *printed(id: string): Generator<SourceStatement> {
		const document = this.corpus.documents.find(one => (this.corpus.source(one.source)?.id ?? one.source) === id);
		const decides = this.corpus.source(id)?.fidelity !== 'excerpt';
		const rows = new Set((document?.layout?.tables ?? []).flatMap(({ first, last }) => range(first, last)));
		for (const [at, text] of (document?.paragraphs ?? []).entries())
			if (!rows.has(at + 1))
				yield* statementsIn(text, { source: id, paragraph: at + 1, own: true, decides, around: text });
		for (const { text, paragraph, row, around } of tableStatements(document?.paragraphs ?? [], document?.layout))
			yield* statementsIn(text, { source: id, paragraph, own: true, decides, around, row });
	}

	/** The same text under other ids: of one title and, where both have one, of one year. */
	private sameText(id: string): readonly string[] {
		const source = this.corpus.source(id);
		const title = normalizedText(source?.title ?? '');
		if (!source || title.length < shortestTitle) return [];
		const yearOf = ({ issued }: Source) => issued?.slice(0, 4);
		const isSame = (one: Source) =>
			one.fidelity !== 'damaged' &&
			normalizedText(one.title) === title &&
			(yearOf(one) ?? yearOf(source)) === (yearOf(source) ?? yearOf(one));
		return this.corpus.sources.filter(one => one.id !== id && isSame(one)).map(one => one.id);
	}
}

function range(first: number, last: number): readonly number[] {
	return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function* statementsIn(text: string, place: Omit<SourceStatement, keyof Statement>): Generator<SourceStatement> {
	if (!/[\d零〇一二两三四五六七八九十百千]/.test(text)) return;
	for (const { start, end } of sentences(text)) {
		if (end - start > longestRead) continue;
		const sentence = text.slice(start, end);
		const numbers = quantities(sentence);
		if (numbers.length > 0 && numbers.length <= mostNumbers) yield { ...statementOf(sentence, numbers), ...place };
	}
}
