// The weights of certainty in `core/search/continuations`: logistic regression over every character of reports, typed
// with the six before each as documents.

import { signalsOf, type Beginning } from '../../src/core/search/continuations/certainty';
import { continues, contextTable } from '../../src/core/search/continuations/contexts';
import { longestContext, Predictor, WrittenText } from '../../src/core/search/continuations/predict';
import { TextBlock } from '../../src/core/search/continuations/textBlock';
import { printTable, progress } from './report';

/** A text that is typed, and those before it, as paragraphs. */
export interface FittingText {
	readonly date: string;
	readonly paragraphs: readonly string[];
	readonly earlier: readonly { readonly date: string; readonly paragraphs: readonly string[] }[];
}

/** What spoke for a character, and whether it followed. */
interface Example {
	readonly signals: readonly number[];
	readonly isRight: boolean;
}

/** Continuations less likely than that are not followed further. */
const leastLikely = 0.08;
const rounds = 8;
/** Keeps weights of signals that say the same small. */
const shrinking = 1e-5;

/** Prints the weights in the order of `signalsOf`. */
export function printFit(texts: readonly FittingText[]): void {
	const examples = texts.flatMap(text => {
		progress(`typing ${text.date}`);
		return examplesOf(text);
	});
	const weights = fit(examples);
	console.log(`\nWeights of what speaks for a character, from ${examples.length} of them`);
	printTable(['weights'], [[weights.map(one => one.toFixed(3)).join(', ')]]);
}

function examplesOf({ paragraphs, earlier }: FittingText): Example[] {
	const steps = TextBlock.of(earlier.map((text, at) => ({ key: String(at), ...text })));
	let step = steps.next();
	while (!step.done) step = steps.next();
	const predictor = new Predictor([step.value]);
	const examples: Example[] = [];
	let draft = '';
	for (const paragraph of paragraphs) {
		const { values } = new WrittenText(draft + paragraph);
		for (let at = 0; at < paragraph.length; at++)
			addExamples(examples, predictor, values.slice(0, at - paragraph.length), paragraph.slice(at));
		draft += `${paragraph}\n`;
	}
	return examples;
}

/** Follows the likeliest continuation as long as it is right. */
function addExamples(examples: Example[], predictor: Predictor, values: string, following: string): void {
	const history = Array.from(values.slice(-longestContext), one => one.charCodeAt(0));
	const isClause = !continues(history.at(-1) ?? 0);
	let share = 1;
	let beginning: Beginning | undefined;
	for (let at = 0; at < following.length; at++) {
		const next = predictor.next(history, values);
		if (!next || !continues(next.code) || (share *= next.share) < leastLikely) return;
		beginning ??= { isClause, length: next.length };
		const isRight = following.charCodeAt(at) === next.code;
		examples.push({ signals: signalsOf(next, beginning), isRight });
		if (!isRight) return;
		history.push(contextTable()[next.code] ?? next.code);
	}
}

/** The weights under which what followed is likeliest: Newton's method. */
function fit(examples: readonly Example[]): number[] {
	const size = examples[0]?.signals.length ?? 0;
	const weights = new Array<number>(size).fill(0);
	for (let round = 0; round < rounds; round++) {
		const rows = weights.map((weight, at) => [
			...weights.map((_, other) => (at === other ? shrinking * examples.length : 0)),
			-shrinking * examples.length * weight,
		]);
		for (const { signals, isRight } of examples) addExample(rows, weights, signals, isRight);
		for (const [at, step] of solved(rows).entries()) weights[at] = (weights[at] ?? 0) + step;
	}
	return weights;
}

function addExample(rows: number[][], weights: readonly number[], signals: readonly number[], isRight: boolean): void {
	const sum = signals.reduce((all, signal, at) => all + signal * (weights[at] ?? 0), 0);
	const likely = 1 / (1 + Math.exp(-sum));
	const curvature = likely * (1 - likely);
	for (const [at, signal] of signals.entries()) {
		const row = rows[at]!;
		for (const [other, value] of signals.entries()) row[other]! += curvature * signal * value;
		row[signals.length]! += (Number(isRight) - likely) * signal;
	}
}

/** Solves linear equations, each row's right side behind it (Gauss–Jordan; the matrix is positive definite). */
function solved(rows: readonly number[][]): number[] {
	for (const [at, row] of rows.entries())
		for (const [other, changed] of rows.entries()) {
			if (other === at) continue;
			const factor = changed[at]! / row[at]!;
			for (let column = at; column < changed.length; column++) changed[column]! -= factor * row[column]!;
		}
	return rows.map((row, at) => row.at(-1)! / row[at]!);
}
