// Numbers in a sentence that cites a source, against the figures recorded of that source: another number for the same
// thing is found. Says nothing without a citation, and nothing where it may be another figure.

import type { Corpus } from '../corpus/corpus';
import type { Citation } from '../corpus/records';
import type { Block } from '../draft/blocks';
import type { Finding } from '../draft/finding';
import { clauses, sentences, type Span } from '../text/sentences';
import { normalizedText } from './compare/comparedText';
import { inChinese, quantities, type Quantity } from './numbers';
import { sourceOf } from './quotations';

/**
 * So much of what is said of a recorded figure must be said of the number, in its clause and in its sentence, and of
 * what the clause says, so much of the figure.
 */
const similarity = { clause: 0.6, back: 0.7, sentence: 0.5 };
/** Fewer pairs of letters say nothing of what is counted. */
const fewest = 3;
/** A number said to be rough may be so far off. */
const rough = 0.25;

interface Figure {
	readonly citation: Citation & { readonly value: number; readonly unit: string };
	readonly own: Quantity;
	readonly clause: ReadonlySet<string>;
	readonly sentence: ReadonlySet<string>;
}

/** The figures of a corpus by source. */
export class Figures {
	private readonly bySource = new Map<string, Figure[]>();

	constructor(private readonly corpus: Corpus) {
		for (const citation of corpus.citations) {
			const source = corpus.source(citation.source);
			if (citation.kind !== 'figure' || !source || source.fidelity === 'damaged') continue;
			const figure = figureOf(citation);
			if (figure) this.bySource.set(source.id, [...(this.bySource.get(source.id) ?? []), figure]);
		}
	}

	/** Numbers of a paragraph that differ from the figure they cite; offsets of the paragraph. */
	in(block: Block): Finding[] {
		if (block.cites.length === 0 || this.bySource.size === 0 || block.kind === 'note') return [];
		const found: Finding[] = [];
		for (const span of sentences(block.text)) {
			const cited = block.cites.filter(
				cite =>
					cite.start > span.start && (cite.start <= span.end || block.text.slice(span.end, cite.start).trim() === ''),
			);
			const [source, ...others] = new Set(cited.flatMap(cite => sourceOf(cite, this.corpus) ?? []));
			// Of two sources nobody knows which number is whose.
			if (source === undefined || others.length > 0) continue;
			found.push(...differing(block.text, span, this.bySource.get(source) ?? [], source));
		}
		return found;
	}
}

/** Numbers of a sentence that differ from a figure of the source it cites. */
function differing(text: string, span: Span, figures: readonly Figure[], source: string): Finding[] {
	const sentence = text.slice(span.start, span.end);
	const numbers = quantities(sentence);
	if (numbers.length === 0 || figures.length === 0) return [];
	const pairs = pairsOf(sentence, numbers);
	const years = numbers.filter(one => sentence[one.end] === '年' && one.value >= 1000).map(one => one.value);
	/** By the place of a number the figure it is likeliest meant to be. */
	const found = new Map<number, Meant & { readonly figure: Figure }>();
	for (const figure of figures) {
		if (share(figure.sentence, pairs) < similarity.sentence || !ofYear(figure.citation, years)) continue;
		const meant = numberMeant(sentence, numbers, figure, figures);
		const known = meant && found.get(meant.number.start);
		if (meant && (!known || known.part < meant.part)) found.set(meant.number.start, { ...meant, figure });
	}
	return [...found.values()].map(({ number, figure }) => findingOf(text, span, number, figure, source));
}

/** A number that is meant to be a figure; `part`: how much of what is said of the figure is said of it. */
interface Meant {
	readonly number: Quantity;
	readonly part: number;
}

/** The one number of a sentence that stands where a figure would; nothing where the right one is there, or several. */
function numberMeant(
	sentence: string,
	numbers: readonly Quantity[],
	figure: Figure,
	figures: readonly Figure[],
): Meant | undefined {
	const { unit } = figure.citation;
	const counted = numbers.filter(one => one.ordinal === figure.own.ordinal && isOf(sentence, one, unit));
	// The right number is there, or another one of the source.
	const known = figures.filter(other => other.citation.unit === unit).map(other => other.citation.value);
	if (counted.some(one => known.some(value => fits(one, value)))) return undefined;
	const near = clauses(sentence).flatMap(clause => {
		const inside = counted.filter(one => clause.start <= one.start && one.end <= clause.end);
		const said = pairsOf(
			sentence.slice(clause.start, clause.end),
			inside.map(one => ({ start: one.start - clause.start, end: one.end - clause.start })),
		);
		const part = share(figure.clause, said);
		// What else is said in the clause, say a place, may make it another figure.
		const isMeant = part >= similarity.clause && share(said, figure.sentence) >= similarity.back;
		return isMeant ? inside.map(number => ({ number, part })) : [];
	});
	return near.length === 1 ? near[0] : undefined;
}

function findingOf(text: string, span: Span, number: Quantity, figure: Figure, source: string): Finding {
	const { citation } = figure;
	const start = span.start + number.start;
	const end = span.start + number.end;
	const written = text.slice(start, end);
	const wording = wordingOf(figure, number);
	const data = {
		source,
		...(citation.paragraph === undefined ? {} : { paragraph: citation.paragraph }),
		citation: citation.id,
		wording,
		written,
		changes: [{ kind: 'replaced' as const, start, end, written, original: wording }],
	};
	return { code: 'figure.differs', severity: 'warning', start, end, data };
}

/** A figure as it is written where another number stands: in Chinese numerals where that one is. */
function wordingOf({ citation, own }: Figure, number: Quantity): string {
	if (own.percent) return `${citation.value}%`;
	const chinese = number.chinese ? inChinese(citation.value) : undefined;
	if (chinese !== undefined) return chinese;
	return own.chinese ? String(citation.value) : citation.text.slice(own.start, own.end);
}

/** A recorded figure that can be recognised: its number stands in its text, among words that say what it is of. */
function figureOf(citation: Citation): Figure | undefined {
	const { value, unit, text } = citation;
	if (value === undefined || unit === undefined) return undefined;
	const all = quantities(text);
	const own = all.filter(one => Math.abs(one.value - value) < 1e-6 && isOf(text, one, unit));
	const [only] = own;
	if (!only || own.length > 1) return undefined;
	const span = clauses(text).find(one => one.start <= only.start && only.end <= one.end);
	if (!span) return undefined;
	const clause = pairsOf(text.slice(span.start, span.end), [
		{ start: only.start - span.start, end: only.end - span.start },
	]);
	return clause.size < fewest
		? undefined
		: { citation: { ...citation, value, unit }, own: only, clause, sentence: pairsOf(text, all) };
}

/** Whether a number counts a unit: it stands behind it, or the number is a share. */
function isOf(text: string, { percent, end }: Quantity, unit: string): boolean {
	if (/^[%％]$/.test(unit)) return percent;
	return (
		!percent &&
		(text.startsWith(unit, end) || (/^[多余来]/.test(text.slice(end, end + 1)) && text.startsWith(unit, end + 1)))
	);
}

function fits({ value, about }: Quantity, known: number): boolean {
	return Math.abs(value - known) <= Math.abs(known) * (about ? rough : 1e-9);
}

/** A number of another year is another number; of no year it may be of any. */
function ofYear({ year, text }: Citation, years: readonly number[]): boolean {
	return years.length === 0 || years.every(one => one === year || text.includes(String(one)));
}

/** Letters side by side, without the numbers. */
function pairsOf(text: string, numbers: readonly Pick<Quantity, 'start' | 'end'>[]): ReadonlySet<string> {
	const pairs = new Set<string>();
	let at = 0;
	for (const end of [...numbers.map(one => one.start), text.length]) {
		const letters = normalizedText(text.slice(at, end));
		for (let one = 0; one + 1 < letters.length; one++) pairs.add(letters.slice(one, one + 2));
		at = numbers.find(one => one.start === end)?.end ?? end;
	}
	return pairs;
}

function share(wanted: ReadonlySet<string>, there: ReadonlySet<string>): number {
	let count = 0;
	for (const pair of wanted) if (there.has(pair)) count++;
	return wanted.size === 0 ? 0 : count / wanted.size;
}
