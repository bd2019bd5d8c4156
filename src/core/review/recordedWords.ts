// Recorded quotations that a paragraph repeats without marks: as they are, or with a few characters changed.

import type { Corpus } from '../corpus/corpus';
import { changesOf, type Change, type FindingOf } from '../draft/finding';
import { blank } from '../draft/mask';
import { compact } from '../text/compact';
import { fold } from '../text/fold';
import { kindOfChange } from './compare/changes';
import { codesOf, letterStart, lettersEnd } from './compare/letterOffsets';
import type { ReferenceTexts } from './compare/referenceTexts';
import type { Step } from './compare/align';
import { numeralsIn, signEnd, spansOf, withWholeNumerals, type Aligned, type NumeralSpan } from './compare/numerals';
import { Grams } from './compare/trigrams';
import { normalizedText } from './compare/comparedText';
import type { Steps } from './steps';
import { present } from '../text/values/fields';

/** Fewer Han in a row may be anybody's. */
export const shortestRepeat = 13;
/** A known wording with fewer other letters beside it is that wording: 面对|新一轮科技革命和产业变革. */
const fewestBeside = 4;
/**
 * Of fewer letters that are known wordings one behind the other nobody is the first:
 * 传统产业|高端化、智能化、绿色化|转型.
 */
const shortestOwn = 17;
/** Fewer letters at the border of a clause that goes on otherwise are no part of what was said. */
const shortestPart = 6;
/** Of two clauses that both go on otherwise fewer letters are what anybody may say. */
const shortestLoose = 20;
/** Numbers are read with what stands so near. */
const besideNumbers = 12;
/** So many letters may be changed where the words go on as recorded. */
const longestChange = 3;

/** Recorded words, as they are or with a few others. */
type Repeated = FindingOf<'quotation.unattributed'>;

/** A finding with the letters of the paragraph, and of the authorities, it is about; half-open. */
interface Repetition {
	readonly from: number;
	readonly to: number;
	readonly low: number;
	readonly high: number;
	readonly finding: Repeated;
}

/** A paragraph with its letters, as code units too, and where each stands. */
interface Paragraph {
	readonly text: string;
	readonly letters: string;
	readonly codes: Uint16Array;
	readonly offsets: Uint32Array;
}

function paragraphOf(text: string): Paragraph {
	const { text: letters, offsets } = compact(fold(text));
	return { text, letters, offsets, codes: codesOf(letters) };
}

/** Letters of a paragraph, from `at` on, that stand at a position of the recorded quotations. */
interface Run {
	readonly at: number;
	readonly position: number;
	readonly length: number;
}

/** How words go on: other letters that are written, and recorded, and how many are the same behind them. */
interface Continuation {
	readonly written: number;
	readonly recorded: number;
	readonly same: number;
}

/** Finds what repeats recorded quotations; made once for a corpus. */
export class RepeatedQuotations {
	private constructor(
		private readonly authority: ReferenceTexts,
		private readonly grams: Grams,
		private readonly phrases: readonly string[],
		private readonly known: readonly string[],
	) {}

	/** Builds it a step at a time. */
	static *steps(corpus: Corpus, authority: ReferenceTexts): Steps<RepeatedQuotations> {
		const recorded = authority.passages.filter(one => one.citation?.kind === 'quotation');
		// Recorded quotations come first among the authorities, so positions here are positions there.
		const grams = yield* Grams.steps(authority.grams.letters.slice(0, recorded.at(-1)?.end ?? 0));
		const known = [
			...corpus.formulations.map(one => one.text),
			...corpus.terms.flatMap(one => [one.term, ...(one.aliases ?? [])]),
		].filter(one => !one.includes('{'));
		const letters = known
			.map(normalizedText)
			.filter(one => one.length > 3)
			.sort((a, b) => b.length - a.length);
		return new RepeatedQuotations(
			authority,
			grams,
			letters.filter(one => one.length > shortestRepeat - fewestBeside),
			letters,
		);
	}

	/** What is repeated in a paragraph outside of the stretches that are `taken`; offsets of the paragraph. */
	in(text: string, taken: readonly { readonly start: number; readonly end: number }[]): Repeated[] {
		const paragraph = paragraphOf(text);
		const { codes, offsets } = paragraph;
		const found: Repetition[] = [];
		for (let at = 0; at + shortestRepeat <= codes.length;) {
			const { position, length } = this.grams.longest(codes, at, codes.length - at, () => false);
			const start = letterStart(offsets, at);
			const end = lettersEnd(offsets, at + Math.max(length, 1));
			if (length < shortestRepeat || taken.some(one => one.start < end && start < one.end)) {
				at++;
				continue;
			}
			const repetition = this.repetition(paragraph, { at, position, length });
			const last = found.at(-1);
			// Both tell of the same change: they are one.
			if (repetition && last && repetition.from < last.to && last.high > repetition.low && last.low <= repetition.low)
				found[found.length - 1] = this.joined(last, repetition);
			else if (repetition) found.push(repetition);
			at += length;
		}
		return found.map(one => one.finding);
	}

	/** Two that go on with each other, as the first of them. */
	private joined(a: Repetition, b: Repetition): Repetition {
		const changes = [...changesOf(a.finding)];
		for (const change of changesOf(b.finding))
			if (!changes.some(one => one.start === change.start && one.end === change.end)) changes.push(change);
		const [from, to, low, high] = [a.from, Math.max(a.to, b.to), a.low, Math.max(a.high, b.high)];
		const more = { wording: this.authority.whole(low, high).text, changes };
		const end = Math.max(a.finding.end, b.finding.end);
		const finding = { ...a.finding, end, data: { ...a.finding.data, ...more } };
		return { from, to, low, high, finding };
	}

	/** What is repeated around letters of a paragraph that stand in a recorded quotation; nothing worth saying: none. */
	private repetition(paragraph: Paragraph, run: Run): Repetition | undefined {
		const { text, letters, offsets } = paragraph;
		const passage = this.authority.passageAt(run.position);
		if (!passage?.citation) return undefined;
		const whole = this.whole(this.extended(paragraph, run), paragraph);
		const { from, to, start: low, end: high, steps } = whole;
		if (to - from < shortestRepeat) return undefined;
		const place = { start: letterStart(offsets, from), end: signEnd(text, lettersEnd(offsets, to)) };
		const data = present({
			source: passage.source,
			paragraph: passage.paragraph,
			citation: passage.citation.id,
			wording: this.authority.whole(low, high).text,
		});
		const isChanged = steps.length > 0;
		if (!isChanged && (this.isAnybodys(letters.slice(from, to)) || isPartOfClauses(place, paragraph))) return undefined;
		const changes = isChanged ? { changes: steps.map(step => this.change(step, paragraph)) } : {};
		const finding = {
			code: 'quotation.unattributed',
			severity: 'information',
			...place,
			data: { ...data, ...changes },
		} as const;
		return { from, to, low, high, finding };
	}

	/** A run with what goes on as recorded beyond its ends, behind a few other letters. */
	private extended(paragraph: Paragraph, { at, position, length }: Run): Aligned {
		const [stop, last] = [at + length, position + length];
		const before = this.beyond(paragraph, at, position, -1);
		const after = this.beyond(paragraph, stop - 1, last - 1, 1);
		const steps: Step[] = [];
		if (before) steps.push({ from: at - before.written, to: at, start: position - before.recorded, end: position });
		if (after) steps.push({ from: stop, to: stop + after.written, start: last, end: last + after.recorded });
		return {
			from: at - (before ? before.written + before.same : 0),
			to: stop + (after ? after.written + after.same : 0),
			start: position - (before ? before.recorded + before.same : 0),
			end: last + (after ? after.recorded + after.same : 0),
			steps,
		};
	}

	/** Whether words are known wordings, or too few to be somebody's. */
	private isAnybodys(words: string): boolean {
		const isPhrase = this.phrases.some(
			one => one.includes(words) || (words.length - one.length < fewestBeside && words.includes(one)),
		);
		if (isPhrase || (words.length < shortestOwn && this.isPlain(words))) return true;
		return (words.match(/\p{Script=Han}/gu)?.length ?? 0) < shortestRepeat;
	}

	/** Words that are repeated, without the parts of a number at either end; of another number all is other. */
	private whole(aligned: Aligned, { text, offsets, codes }: Paragraph): Aligned {
		const written = spansOf(numeralsIn(text), offsets, codes.length);
		const stretch = this.authority.stretch(...this.authority.around(aligned.start, aligned.end, besideNumbers));
		const recorded = spansOf(numeralsIn(stretch.text), stretch.offsets, stretch.high - stretch.low, stretch.low);
		let { from, to, start, end } = aligned;
		for (let by = -1; by !== 0; [to, end] = [to - by, end - by])
			by = Math.max(inNumeral(written, to).before, inNumeral(recorded, end).before);
		for (let by = -1; by !== 0; [from, start] = [from + by, start + by])
			by = Math.max(inNumeral(written, from).behind, inNumeral(recorded, start).behind);
		const steps = aligned.steps.filter(one => one.from >= from && one.to <= to && one.start >= start && one.end <= end);
		if (to <= from || end <= start || steps.length < aligned.steps.length) return { ...aligned, to: aligned.from };
		const inside = (spans: readonly NumeralSpan[], low: number, high: number) =>
			spans.filter(one => low <= one.from && one.to <= high);
		const own = { from, to, start, end, steps };
		return { ...own, steps: withWholeNumerals(own, inside(written, from, to), inside(recorded, start, end)) };
	}

	/** Whether words are known wordings and hardly anything beside them. */
	private isPlain(words: string): boolean {
		let rest = words;
		for (const one of this.known) rest = rest.replaceAll(one, '');
		return rest.length < fewestBeside;
	}

	/**
	 * How the words go on as recorded beyond an end of a run, after a few others in the same clause: the way with most
	 * letters that are the same again, for those that are not.
	 */
	private beyond(paragraph: Paragraph, at: number, position: number, step: -1 | 1): Continuation | undefined {
		let best: Continuation | undefined;
		for (let written = 0; written <= longestChange; written++) {
			for (let recorded = 0; recorded <= longestChange; recorded++) {
				const changed = Math.max(written, recorded);
				if (changed === 0) continue;
				const same = this.sameFrom(paragraph, { at, position, step, written, recorded });
				if (same < 2 || same < changed) continue;
				if (!best || same - changed > best.same - Math.max(best.written, best.recorded))
					best = { written, recorded, same };
			}
		}
		return best;
	}

	/** How many letters are the same in one clause, behind so many others on each side. */
	private sameFrom(
		{ text, codes, offsets }: Paragraph,
		{
			at,
			position,
			step,
			written,
			recorded,
		}: { at: number; position: number; step: -1 | 1 } & Omit<Continuation, 'same'>,
	): number {
		for (let same = 0; ; same++) {
			const own = at + step * (written + same + 1);
			const other = this.grams.codes[position + step * (recorded + same + 1)];
			if (own < 0 || own >= codes.length || other === undefined || other === 0 || codes[own] !== other) return same;
			const between = text.slice(letterStart(offsets, Math.min(own, at)), letterStart(offsets, Math.max(own, at)));
			if (/[，。；：！？\n]/.test(between)) return same;
		}
	}

	private change({ from, to, start: low, end: high }: Step, { text, offsets }: Paragraph): Change {
		const start = from === to ? lettersEnd(offsets, Math.max(1, from)) : letterStart(offsets, from);
		const end = from === to ? start : lettersEnd(offsets, to);
		const written = text.slice(start, end).replaceAll(blank, '');
		const original = low === high ? '' : this.authority.wording(low, high);
		return { kind: kindOfChange(written, original), start, end, written, original };
	}
}

/**
 * Whether words are one clause, and a short one, with perhaps a beginning of another: who writes a set phrase repeats
 * nobody (牢牢把握高质量发展这个首要任务). The beginning of a clause, or its end, is not yet what was said, nor are
 * both:
 * 加快|发展新质生产力，是推动高质量发展的|必然选择.
 */
function isPartOfClauses(
	{ start, end }: { readonly start: number; readonly end: number },
	{ text }: Paragraph,
): boolean {
	const clauses = text.slice(start, end).split(/[，；：,;:。！？\n]/);
	const [first = '', last = ''] = [clauses[0], clauses.at(-1)];
	const goesOn = (mark: string) => !/^(?:$|[\s\0，；：,;:。！？“”‘’（）])/.test(mark);
	const [isCutBefore, isCutBehind] = [goesOn(text.charAt(start - 1)), goesOn(text.charAt(end))];
	const isLoose = clauses.length === 2 && isCutBefore && isCutBehind;
	if (clauses.length > 1 && isCutBehind && last.length < shortestPart) clauses.pop();
	if (clauses.length > 1 && isCutBefore && first.length < shortestPart) clauses.shift();
	const size = normalizedText(clauses.join('')).length;
	return (clauses.length === 1 && size < shortestOwn) || (isLoose && size < shortestLoose);
}

/** How far into a number a letter is, and how far from its end; 0 at its borders and outside. */
function inNumeral(spans: readonly NumeralSpan[], at: number): { readonly before: number; readonly behind: number } {
	const span = spans.find(one => one.from < at && at < one.to);
	return span ? { before: at - span.from, behind: span.to - at } : { before: 0, behind: 0 };
}
