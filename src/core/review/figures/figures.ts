// Numbers in a sentence that cites a source, against the numbers of that source: another number for the same thing is
// found. Says nothing without a citation, and nothing where it may be another figure.

import type { Corpus } from '../../corpus/corpus';
import type { Block } from '../../draft/blocks';
import type { Finding } from '../../draft/finding';
import type { BlockWords } from './citedWords';
import { citedStretches, type CitedStretch } from './citedStretches';
import { contextOf, likeness, statementOf, type Statement } from './context';
import { fits, isComparable } from './fits';
import { isElsewhere, isOtherMeasure } from './guards';
import { NamedSources } from './namedSources';
import { quantities, type Quantity } from './numbers';
import { AllFigures, type SourceFigure, type SourceFigures } from './sourceFigures';
import { replacementOf } from './wording';

/** So much alike must be what is said of two numbers. */
const least = 0.5;
/** A number that fits is meant, where so much of the likeness of the likeliest one is its. */
const meant = 0.6;
/** So many statements of a source are looked at for one of a draft. */
const mostStatements = 12;

/** The figures of a corpus by source. */
export class Figures {
	private readonly figures: AllFigures;
	private readonly named: NamedSources;

	constructor(private readonly corpus: Corpus) {
		this.figures = new AllFigures(corpus);
		this.named = new NamedSources(corpus);
	}

	/** Numbers of a paragraph that differ from the source they cite; offsets of the paragraph. */
	in(block: Block, words: BlockWords): Finding[] {
		if (block.kind === 'note' || !/[\d０-９零〇一二两三四五六七八九十百千]/.test(block.text)) return [];
		const { text, stretches } = citedStretches(block, { corpus: this.corpus, named: this.named, words });
		return stretches.flatMap(stretch => {
			const figures = this.figures.of(stretch.sources);
			return figures ? this.differing(text, stretch, figures) : [];
		});
	}

	/** Numbers of a stretch that are none of the source's. */
	private differing(text: string, { start, end, sentence }: CitedStretch, figures: SourceFigures): Finding[] {
		const words = text.slice(sentence.start, sentence.end);
		const all = quantities(words);
		const own = all.filter(one => start <= sentence.start + one.start && sentence.start + one.end <= end);
		if (own.length === 0) return [];
		const statement = statementOf(words, all);
		const there = figures.like(statement, mostStatements).filter(one => this.isAbout(words, one));
		const likely = own.map(quantity => ({ quantity, ...this.likeliest(statement, quantity, there, figures) }));
		const taken = likely.flatMap(one => one.fitting ?? []);
		return likely.flatMap(({ quantity, fitting, candidates }) => {
			if (fitting) return [];
			const other = candidates.find(one => !taken.some(known => isSameNumber(known.quantity, one.figure.quantity)));
			return other && other.alike >= least ? [findingOf(words, sentence.start, quantity, other.figure)] : [];
		});
	}

	/** The numbers of a source that one of a draft may be, the likeliest first, or that it is one of them. */
	private likeliest(
		statement: Statement,
		quantity: Quantity,
		there: readonly SourceFigure[],
		{ rarity }: SourceFigures,
	): { readonly fitting?: SourceFigure; readonly candidates: readonly { figure: SourceFigure; alike: number }[] } {
		const context = contextOf(statement, quantity);
		const candidates = there
			.filter(one => isComparable(quantity, one.quantity))
			.map(figure => ({ figure, alike: likeness(context, figure.context, rarity) }))
			.sort((a, b) => b.alike - a.alike);
		const enough = (candidates[0]?.alike ?? 0) * meant;
		const fitting = candidates.find(one => one.alike >= enough && fits(quantity, one.figure.quantity));
		if (fitting) return { fitting: fitting.figure, candidates };
		const written = { text: statement.text, quantity };
		return {
			candidates: candidates.filter(
				({ figure }) => !isOtherMeasure(written, { text: figure.statement.text, quantity: figure.quantity }),
			),
		};
	}

	private isAbout(words: string, { statement }: SourceFigure): boolean {
		const source = this.corpus.source(statement.source);
		const dated = source?.issued ?? /\d{4}/.exec(source?.title ?? '')?.[0] ?? source?.held?.date ?? '';
		const year = statement.citation?.year ?? Number(dated.slice(0, 4));
		const years = year > 0 ? [String(year), String(year - 1)] : [];
		return !isElsewhere(words, statement.text, `${source?.title ?? ''}${statement.around}`, years);
	}
}

function isSameNumber(one: Quantity, other: Quantity): boolean {
	return one.kind === other.kind && one.points === other.points && one.value === other.value && one.to === other.to;
}

function findingOf(words: string, offset: number, written: Quantity, { statement, quantity }: SourceFigure): Finding {
	const { source, paragraph, citation, own, text } = statement;
	const replacement = replacementOf(words, written, text, quantity);
	const [start, end] = [offset + replacement.start, offset + replacement.end];
	const wrong = words.slice(replacement.start, replacement.end);
	const original = own ? text : citation?.wording;
	const data = {
		source,
		...(paragraph === undefined ? {} : { paragraph }),
		...(citation === undefined ? {} : { citation: citation.id }),
		...(original === undefined ? {} : { original }),
		wording: replacement.wording,
		written: wrong,
		changes: [{ kind: 'replaced' as const, start, end, written: wrong, original: replacement.wording }],
	};
	return { code: 'figure.differs', severity: 'warning', start, end, data };
}
