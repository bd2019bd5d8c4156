// Numbers in a sentence that cites a source, against the numbers of that source: another number for the same thing is
// found. Says nothing without a citation, and nothing where it may be another figure.

import type { Corpus } from '../../corpus/corpus';
import type { Block } from '../../draft/blocks';
import type { Finding } from '../../draft/finding';
import { quotedIn } from '../quoted';
import type { BlockWords } from './citedWords';
import { citedStretches, type CitedStretch } from './citedStretches';
import { likeness, statementOf } from './context';
import { isComparable } from './fits';
import { placesIn, type Surroundings } from './guards';
import { likeliest } from './likeliest';
import { NamedSources } from './namedSources';
import { quantities, type Quantity } from './numbers';
import {
	AllFigures,
	longestRead,
	mostNumbers,
	type SourceFigure,
	type SourceFigures,
	type SourceStatement,
} from './sourceFigures';
import { replacementOf } from './wording';
import { present } from '../../text/values/fields';

/** A number that is told already explains another beside it, where it is so nearly as alike as the likeliest one. */
const nearly = 0.8;
/** Fewer characters in quotation marks are a name. */
const shortestQuoted = 8;
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
		if (block.kind === 'note' || !/[\d０-９零〇一二两三四五六七八九十百千]/.test(words.text)) return [];
		const { text, stretches } = citedStretches(
			{ ...block, text: words.text },
			{ corpus: this.corpus, named: this.named, words },
		);
		// Numbers that are told, by sentence and source: who cites a source at each clause tells of another of its numbers.
		const takenBySentence = new Map<string, SourceFigure[]>();
		const cited = stretches.flatMap(stretch => {
			const figures = this.figures.of(stretch.sources);
			if (!figures) return [];
			const key = `${stretch.sentence.start} ${stretch.sources.join()}`;
			const taken = takenBySentence.get(key) ?? [];
			takenBySentence.set(key, taken);
			const found = this.differing(text, stretch, figures, taken);
			return stretch.unsure ? found.map(asLikely) : found;
		});
		return [...cited, ...this.quoted(block, text, stretches)];
	}

	/**
	 * Numbers in quotation marks that cite nothing, against the figures that are recorded: somebody is said to have said
	 * them. Which number is meant is not certain, so that nobody is accused.
	 */
	private quoted(block: Block, text: string, cited: readonly CitedStretch[]): Finding[] {
		const figures = block.kind === 'paragraph' ? this.figures.recordedFigures() : undefined;
		if (!figures) return [];
		return quotedIn(block)
			.filter(
				({ start, end }) =>
					end - start >= shortestQuoted && /\d|[一二三四五六七八九十百千]/.test(text.slice(start, end)),
			)
			.filter(({ start, end }) => !cited.some(one => one.sentence.start < end && start < one.sentence.end))
			.flatMap(({ start, end }) => {
				const stretch = { start, end, sentence: { start, end }, sources: [] };
				return this.differing(text, stretch, figures, []);
			})
			.map(asLikely);
	}

	/** Numbers of a stretch that are none of the source's; `taken`: what its sentence tells of the source, added to. */
	private differing(text: string, stretch: CitedStretch, source: SourceFigures, taken: SourceFigure[]): Finding[] {
		const { start, end, sentence, sources } = stretch;
		const words = text.slice(sentence.start, sentence.end);
		const all = quantities(words);
		const own = all.filter(one => start <= sentence.start + one.start && sentence.start + one.end <= end);
		if (own.length === 0 || words.length > longestRead || all.length > mostNumbers) return [];
		const statement = statementOf(this.withoutTitlePlaces(words, sources), all);
		const compared = {
			statement,
			figures: source.like(statement, mostStatements),
			rarity: source.rarity,
			surroundings: (one: SourceStatement) => this.surroundings(one),
		};
		const numbers = own.map(quantity => likeliest(quantity, compared));
		taken.push(...numbers.flatMap(one => one.fitting ?? []));
		return numbers.flatMap(({ quantity, context, others }) => {
			const other = others.find(one => !taken.some(known => isSameNumber(known.quantity, one.figure.quantity)));
			if (!other) return [];
			// Where the source's number is told already, another one beside it is of something else.
			const isBeside = taken.some(
				known =>
					known.statement !== other.figure.statement &&
					known.statement.citation === undefined &&
					isComparable(quantity, known.quantity) &&
					likeness(context, known.context, source.rarity) >= other.alike * nearly,
			);
			return isBeside ? [] : [findingOf(words, sentence.start, quantity, other.figure)];
		});
	}

	/** The place a source is about goes without saying in it. */
	private withoutTitlePlaces(words: string, sources: readonly string[]): string {
		const titles = sources.map(id => this.corpus.source(id)?.title ?? '').join();
		return placesIn(titles).reduce((text, place) => text.replaceAll(place, ' '.repeat(place.length)), words);
	}

	private surroundings({ source: id, citation, around }: SourceStatement): Surroundings {
		const source = this.corpus.source(id);
		const dated = source?.issued ?? /\d{4}/.exec(source?.title ?? '')?.[0] ?? source?.held?.date ?? '';
		const year = citation?.year ?? Number(dated.slice(0, 4));
		return {
			around: `${source?.title ?? ''}${around}`,
			isWhole: citation === undefined,
			years: year > 0 ? [String(year), String(year - 1)] : [],
		};
	}
}

/** A finding of which it is not certain that the source's number is meant. */
function asLikely(finding: Finding): Finding {
	return { ...finding, severity: 'information' };
}

function isSameNumber(one: Quantity, other: Quantity): boolean {
	return one.kind === other.kind && one.points === other.points && one.value === other.value && one.to === other.to;
}

function findingOf(words: string, offset: number, written: Quantity, { statement, quantity }: SourceFigure): Finding {
	const { source, paragraph, citation, own, text, row } = statement;
	const replacement = replacementOf(words, written, text, quantity);
	const [start, end] = [offset + replacement.start, offset + replacement.end];
	const wrong = words.slice(replacement.start, replacement.end);
	const original = own ? (row ?? text) : citation?.wording;
	const data = present({
		source,
		paragraph,
		citation: citation?.id,
		original,
		wording: replacement.wording,
		written: wrong.replace(/\0|\\(?=[%$&])/g, ''),
		changes: [{ kind: 'replaced' as const, start, end, written: wrong, original: replacement.wording }],
	});
	return { code: 'figure.differs', severity: 'warning', start, end, data };
}
