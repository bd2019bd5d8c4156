// Where a quotation was made from, and its edits as a reader would tell them: from mark to mark where it shows, numbers
// whole, what was put in at one place told as one.

import { align, editCost, type Alignment, type Step } from './align';
import type { ReferenceTexts } from './referenceTexts';
import { edgeCosts } from './edges';
import { numeralsIn, spansOf, weightOf, withWholeNumerals } from './numerals';
import type { Query } from './query';

/** So far beyond a stretch its clause may go on. */
const around = 24;
/** Numbers are read with what stands so near. */
const beside = 12;
const joint = /[，。；：、！？,;:!?]/g;
/** Another number is less likely than another letter. */
const ofNumber = 2;

/** An alignment, and what it costs in edits together with where it begins and ends. */
export interface ReadableAlignment extends Alignment {
	readonly cost: number;
}

/**
 * The stretch around one that was found that the words were most likely made of, and the edits as a reader sees them.
 * 谁公开 for 谁公示 is 开 for 示, not 开 put in; 核心要动力 for 核心要素 is 动力 for 素; 新产业、新业态、新模式 for
 * 新产业、新模式 has 新业态 put in, not 业新 and 态; 6.4 for 4.6 is another number, not 6 put in. The distance counts a
 * number as one. `atMarks`: of stretches from mark to mark alone.
 */
export function readableAlignment(
	found: Alignment,
	query: Query,
	authority: ReferenceTexts,
	atMarks = false,
): ReadableAlignment {
	const { codes } = authority.grams;
	const [low, high] = authority.around(found.start, found.end, around);
	const wide = authority.stretch(...authority.around(low, high, beside));
	const spans = spansOf(numeralsIn(wide.text), wide.offsets, wide.high - wide.low, wide.low);
	const stretch = authority.stretch(low, high);
	const edges = edgeCosts(query, stretch, codes, spans, atMarks);
	const best = align(query.codes, 0, query.codes.length, codes, low, high, false, edges);
	const original = spans.filter(one => best.start <= one.from && one.to <= best.end);
	const steps = withWholeNumerals(
		{ ...best, from: 0, to: query.codes.length, steps: together(best.steps, query.codes, codes) },
		query.spans,
		original,
	);
	const distance = steps.reduce((sum, step) => sum + weightOf(step, query.spans, original), 0);
	const changed = steps.reduce((sum, step) => sum + weightOf(step, query.spans, original, ofNumber), 0);
	const marks = authority.wording(best.start, best.end).match(joint)?.length ?? 0;
	const cost =
		changed +
		Math.min(1, Math.abs(marks - query.joints.length) / 2) +
		((edges.begin[best.start - low] ?? 0) + (edges.end[best.end - low] ?? 0)) / editCost;
	return { distance, cost, start: best.start, end: best.end, steps };
}

/** Two stretches put in, or left out, with letters between them that repeat: slid together they are one. */
function together(steps: readonly Step[], query: Uint16Array, codes: Uint16Array): Step[] {
	const out: Step[] = [];
	for (const step of steps) {
		const last = out.at(-1);
		const joined = last && (slid(last, step, query, codes) ?? slidBack(last, step, query, codes));
		if (joined) out[out.length - 1] = joined;
		else out.push(step);
	}
	return out;
}

const putIn = (step: Step) => step.start === step.end;
const leftOut = (step: Step) => step.from === step.to;

/** The first moved on to the second. */
function slid(a: Step, b: Step, query: Uint16Array, codes: Uint16Array): Step | undefined {
	const by = b.from - a.to;
	if (by !== b.start - a.end) return undefined;
	if (putIn(a) && putIn(b) && repeats(query, a.from, a.to, by))
		return { from: a.from + by, to: b.to, start: b.start, end: b.end };
	if (leftOut(a) && leftOut(b) && repeats(codes, a.start, a.end, by))
		return { from: b.from, to: b.to, start: a.start + by, end: b.end };
	return undefined;
}

/** The second moved back to the first. */
function slidBack(a: Step, b: Step, query: Uint16Array, codes: Uint16Array): Step | undefined {
	const by = b.from - a.to;
	if (by !== b.start - a.end) return undefined;
	if (putIn(a) && putIn(b) && repeats(query, b.from - by, b.to - by, by))
		return { from: a.from, to: b.to - by, start: a.start, end: a.end };
	if (leftOut(a) && leftOut(b) && repeats(codes, b.start - by, b.end - by, by))
		return { from: a.from, to: a.to, start: a.start, end: b.end - by };
	return undefined;
}

/** Whether letters [from, to) moved on by `by` read the same: what they leave behind is what they pass. */
function repeats(letters: Uint16Array, from: number, to: number, by: number): boolean {
	for (let at = 0; at < by; at++) if (letters[from + at] !== letters[to + at]) return false;
	return true;
}
