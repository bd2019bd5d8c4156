// Edits as a reader would tell them: what was put in at one place told as one, what stands at an end told against the rest of the source's clause.

import type { Alignment, Step } from './align';
import type { Authority } from './referenceTexts';

/** So many letters of the source more than were written are still what stands there instead. */
const more = 2;
const longestRest = 4;
const mark = /[^\p{L}\p{N}\s“”‘’「」『』"]/u;
const letter = /[\p{L}\p{N}]/u;

/**
 * The same edits told better. 核心要动力 for 核心要素 is 动力 for 素, not 动力 put in; 新产业、新业态、新模式 for 新产业、新模式 has 新业态 put in, not 业新 and 态;
 * and words before the first ones of a sentence of the source stand for none of the sentence before.
 */
export function settled(found: Alignment, query: Uint16Array, authority: Authority): Alignment {
	const steps = together(found.steps, query, authority.grams.codes);
	let { start, end } = found;
	const first = steps[0];
	if (first?.from === 0 && first.start < first.end) {
		const kept =
			first.end -
			restOf(
				authority.wording(first.start, Math.min(first.end + 1, authority.grams.codes.length)),
				first.end - first.start,
			);
		if (kept > first.start) {
			steps[0] = { ...first, start: kept };
			start = kept;
		}
	}
	const last = steps.at(-1);
	if (last?.to === query.length && last.from > 0 && last.start === last.end) {
		const rest = restOfClause(last.end, authority);
		if (rest !== undefined && rest > 0 && rest <= last.to - last.from + more) {
			end = last.end + rest;
			// 控制增长 for 控制人口增长: what both end with was not changed.
			let same = 0;
			while (
				same < rest &&
				same < last.to - last.from &&
				query[last.to - 1 - same] === authority.grams.codes[end - 1 - same]
			)
				same++;
			steps[steps.length - 1] = { ...last, to: last.to - same, end: end - same };
		}
	}
	return { distance: found.distance, start, end, steps };
}

/** Of the first `size` letters of a wording, how many stand behind its last mark before the letter that follows them. */
function restOf(wording: string, size: number): number {
	let seen = 0;
	let rest = 0;
	for (const one of wording) {
		if (letter.test(one)) {
			seen++;
			if (seen > size) break;
			rest++;
		} else if (mark.test(one)) rest = 0;
	}
	return rest;
}

/** How many letters of the source stand from `at` to its next mark; nothing where they are many. */
function restOfClause(at: number, authority: Authority): number | undefined {
	const passage = authority.passageAt(at - 1);
	if (!passage) return undefined;
	const end = Math.min(passage.end, at + longestRest + 1);
	let count = -1;
	for (const one of authority.wording(at - 1, end)) {
		if (letter.test(one)) count++;
		else if (mark.test(one)) return count;
	}
	return end === passage.end && count <= longestRest ? count : undefined;
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
