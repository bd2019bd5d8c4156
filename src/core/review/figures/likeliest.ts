// Which number of a source one of a draft is meant to be: the one of which the same is said; among several the one that
// is meant as exactly and is nearest in value.

import { contextOf, likeness, sharesClause, sharesHead, type Context, type Statement } from './context';
import { fits, isComparable } from './fits';
import {
	isDifference,
	isElsewhere,
	isOfOtherSpan,
	isOfSameYear,
	isOtherMeasure,
	type Placed,
	type Surroundings,
} from './guards';
import type { Quantity } from './numbers';
import type { SourceFigure, SourceStatement } from './sourceFigures';

/** So much alike must be what is said of two numbers. */
const least = 0.5;
/** A number that fits is meant, where so much of the likeness of the likeliest one is its. */
const meant = 0.6;
/** The same, where it stands in the sentence of the likeliest one. */
const beside = 0.35;
/** Values farther apart are no slips of each other. */
const leastRatio = 0.01;
/** How much more a number is likely: meant as exactly, as near in value, a difference where one is written. */
const more = { target: 0.5, bound: 0.25, value: 0.4, unit: 0.5, difference: 0.25, later: 0.2, span: 0.3, year: 0.4 };

/** A number of a draft, with what fits it, or with what it may be instead, the likeliest first. */
export interface Meant {
	readonly quantity: Quantity;
	readonly fitting?: SourceFigure;
	readonly others: readonly Other[];
	/** What is said of it. */
	readonly context: Context;
}

/** What a number may be, and how alike that is. */
export interface Other {
	readonly figure: SourceFigure;
	readonly alike: number;
}

/** What numbers of a source are compared with. */
export interface Compared {
	readonly statement: Statement;
	/** The numbers of the source that may be meant. */
	readonly figures: readonly SourceFigure[];
	readonly rarity: (pair: string) => number;
	readonly surroundings: (statement: SourceStatement) => Surroundings;
}

/** What a number of a statement is meant to be. */
export function likeliest(quantity: Quantity, { statement, figures, rarity, surroundings }: Compared): Meant {
	const context = contextOf(statement, quantity);
	const candidates = figures
		.filter(one => isComparable(quantity, one.quantity))
		.map(figure => ({ figure, alike: likeness(context, figure.context, rarity) }))
		.sort((a, b) => b.alike - a.alike);
	const [best] = candidates;
	// In the sentence that is likeliest meant the very number need not stand as near.
	const enough = ({ statement: of, quantity: { value } }: SourceFigure) =>
		(best?.alike ?? 0) * (of === best?.figure.statement && value === quantity.value ? beside : meant);
	const fitting = candidates.find(({ figure, alike }) => alike >= enough(figure) && fits(quantity, figure.quantity));
	if (fitting) return { quantity, context, fitting: fitting.figure, others: [] };
	const written = { text: statement.text, quantity };
	const others = candidates
		.filter(({ figure, alike }) => alike >= least && isOfSame(written, figure, surroundings))
		.filter(
			({ figure }) =>
				figure.statement.decides &&
				valueRatio(quantity, figure.quantity) > leastRatio &&
				countsSame(statement, quantity, figure),
		)
		.map(({ figure, alike }) => ({ figure, alike, likely: alike * (1 + nearness(written, figure)) }))
		.sort((a, b) => b.likely - a.likely);
	return { quantity, context, others };
}

function countsSame(statement: Statement, quantity: Quantity, figure: SourceFigure): boolean {
	return (
		sharesHead(statement, quantity, figure.statement) &&
		sharesHead(figure.statement, figure.quantity, statement) &&
		sharesClause(figure.statement, figure.quantity, statement)
	);
}

function isOfSame(written: Placed, figure: SourceFigure, surroundings: Compared['surroundings']): boolean {
	const source = { text: figure.statement.text, quantity: figure.quantity };
	return !isOtherMeasure(written, source) && !isElsewhere(written, source, surroundings(figure.statement));
}

/** How much likelier a number is for how it is written. */
function nearness(written: Placed, { quantity, statement: { text } }: SourceFigure): number {
	const own = written.quantity;
	const value = valueRatio(own, quantity);
	return (
		boundness(own, quantity) +
		// 4.8个百分点 for 4.8%.
		(own.value === quantity.value ? more.unit : 0) +
		(isDifference(written) === isDifference({ text, quantity }) ? more.difference : 0) +
		(isOfOtherSpan(written, { text, quantity }) ? 0 : more.span) +
		(isOfSameYear(written, { text, quantity }) ? more.year : 0) +
		// 由46.9%提高到48.2%: who names one number means the later.
		(/[由从]$/.test(text.slice(0, quantity.from)) ? 0 : more.later) +
		more.value * value
	);
}

/** 1000万以上 and 7%左右 are targets as a source sets them; 超过 and 近 are how a writer puts an exact number. */
function boundness(written: Quantity, source: Quantity): number {
	const isTarget = written.inclusive === true || written.bound === 'about';
	if (isTarget) return written.bound === source.bound ? more.target : 0;
	return source.bound === 'exact' ? more.bound : 0;
}

/** How near two values are, from 0 to 1; 500亿 and 5000亿 are only a slip apart. */
function valueRatio(one: Quantity, other: Quantity): number {
	if (hasSameDigits(one, other)) return 1;
	return Math.min(one.value, other.value) / Math.max(one.value, other.value);
}

function hasSameDigits(one: Quantity, other: Quantity): boolean {
	const digits = ({ value }: Quantity) => String(value).replace(/[.0]/g, '');
	return digits(one) === digits(other);
}
