// Recorded quotations that a paragraph repeats without marks: as they are, or with a few characters changed.

import type { Corpus } from '../corpus/corpus';
import { changesOf, type Change, type FindingOf } from '../draft/finding';
import { blank } from '../draft/mask';
import { compact, type Compacted } from '../text/compact';
import { fold } from '../text/fold';
import type { ReferenceTexts } from './compare/referenceTexts';
import type { Step } from './compare/align';
import { numeralsIn, signEnd, spansOf, withWholeNumerals, type Aligned, type NumeralSpan } from './compare/numerals';
import { Grams } from './compare/trigrams';
import { normalizedText } from './compare/comparedText';
import type { Steps } from './steps';

/** Fewer Han in a row may be anybody's. */
export const shortestRepeat = 13;
/** A known wording with fewer other letters beside it is that wording: 面对|新一轮科技革命和产业变革. */
const fewestBeside = 4;
/** Of fewer letters that are known wordings one behind the other nobody is the first: 传统产业|高端化、智能化、绿色化|转型. */
const shortestOwn = 17;
/** Numbers are read with what stands so near. */
const besideNumbers = 12;
/** So many letters may be changed where the words go on as recorded. */
const longestChange = 3;

/** Recorded words, as they are or with a few others. */
type Repeated = FindingOf<'quotation.differs'> | FindingOf<'quotation.unattributed'>;

/** A finding with the letters of the paragraph, and of the authorities, it is about; half-open. */
interface Echo {
	readonly from: number;
	readonly to: number;
	readonly low: number;
	readonly high: number;
	readonly finding: Repeated;
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
		const recorded = authority.passages.filter(one => one.citation);
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
		const letters = compact(fold(text));
		const query = Uint16Array.from({ length: letters.text.length }, (_, at) => letters.text.charCodeAt(at));
		const found: Echo[] = [];
		for (let at = 0; at + shortestRepeat <= query.length;) {
			const { position, length } = this.grams.longest(query, at, query.length - at, () => false);
			const start = letters.offsets[at]!;
			const end = letters.offsets[at + Math.max(length, 1) - 1]! + 1;
			if (length < shortestRepeat || taken.some(one => one.start < end && start < one.end)) {
				at++;
				continue;
			}
			const echo = this.echo(letters, query, at, position, length, text);
			const last = found.at(-1);
			// Both tell of the same change: they are one.
			if (echo && last && echo.from < last.to && last.high > echo.low && last.low <= echo.low)
				found[found.length - 1] = this.joined(last, echo);
			else if (echo) found.push(echo);
			at += length;
		}
		return found.map(one => one.finding);
	}

	private joined(a: Echo, b: Echo): Echo {
		const changes = [...changesOf(a.finding)];
		for (const change of changesOf(b.finding))
			if (!changes.some(one => one.start === change.start && one.end === change.end)) changes.push(change);
		const [from, to, low, high] = [a.from, Math.max(a.to, b.to), a.low, Math.max(a.high, b.high)];
		const more = { wording: this.authority.whole(low, high).text, changes };
		const end = Math.max(a.finding.end, b.finding.end);
		const finding: Repeated =
			a.finding.code === 'quotation.differs'
				? { ...a.finding, end, data: { ...a.finding.data, ...more } }
				: { ...a.finding, end, data: { ...a.finding.data, ...more } };
		return { from, to, low, high, finding };
	}

	private echo(
		{ text: letters, offsets }: Compacted,
		query: Uint16Array,
		at: number,
		position: number,
		length: number,
		text: string,
	): Echo | undefined {
		const passage = this.authority.passageAt(position)!;
		const data = {
			source: passage.source,
			...(passage.paragraph === undefined ? {} : { paragraph: passage.paragraph }),
			citation: passage.citation!.id,
		};
		const before = this.beyond(query, at, position, -1, text, offsets);
		const after = this.beyond(query, at + length - 1, position + length - 1, 1, text, offsets);
		const steps: Step[] = [];
		if (before) steps.push({ from: at - before.ours, to: at, start: position - before.theirs, end: position });
		const [stop, last] = [at + length, position + length];
		if (after) steps.push({ from: stop, to: stop + after.ours, start: last, end: last + after.theirs });
		const whole = this.whole(
			{
				from: at - (before ? before.ours + before.same : 0),
				to: stop + (after ? after.ours + after.same : 0),
				start: position - (before ? before.theirs + before.same : 0),
				end: last + (after ? after.theirs + after.same : 0),
				steps,
			},
			text,
			offsets,
			query.length,
		);
		const { from, to, start: low, end: high } = whole;
		if (to - from < shortestRepeat) return undefined;
		const place = { start: offsets[from]!, end: signEnd(text, offsets[to - 1]! + 1) };
		const wording = this.authority.whole(low, high).text;
		if (whole.steps.length > 0) {
			const changes = whole.steps.map(one => this.change(one.from, one.to, one.start, one.end, text, offsets));
			return {
				from,
				to,
				low,
				high,
				finding: {
					code: 'quotation.differs',
					severity: 'information',
					...place,
					data: { ...data, wording, changes, marked: false },
				},
			};
		}
		const words = letters.slice(from, to);
		const phrase = this.phrases.some(
			one => one.includes(words) || (words.length - one.length < fewestBeside && words.includes(one)),
		);
		if (
			phrase ||
			(words.length < shortestOwn && this.isPlain(words)) ||
			(words.match(/\p{Script=Han}/gu)?.length ?? 0) < shortestRepeat
		)
			return undefined;
		const finding = {
			code: 'quotation.unattributed',
			severity: 'information',
			...place,
			data: { ...data, wording },
		} as const;
		return { from, to, low, high, finding };
	}

	/** Words that are repeated, without the parts of a number at either end; of another number all is other. */
	private whole(aligned: Aligned, text: string, offsets: Uint32Array, size: number): Aligned {
		const ours = spansOf(numeralsIn(text), offsets, size);
		const stretch = this.authority.stretch(...this.authority.around(aligned.start, aligned.end, besideNumbers));
		const theirs = spansOf(numeralsIn(stretch.text), stretch.offsets, stretch.high - stretch.low, stretch.low);
		let { from, to, start, end } = aligned;
		const into = (spans: readonly NumeralSpan[], at: number) => {
			const span = spans.find(one => one.from < at && at < one.to);
			return span ? { before: at - span.from, behind: span.to - at } : { before: 0, behind: 0 };
		};
		for (let by = -1; by !== 0; [to, end] = [to - by, end - by])
			by = Math.max(into(ours, to).before, into(theirs, end).before);
		for (let by = -1; by !== 0; [from, start] = [from + by, start + by])
			by = Math.max(into(ours, from).behind, into(theirs, start).behind);
		const steps = aligned.steps.filter(one => one.from >= from && one.to <= to && one.start >= start && one.end <= end);
		if (to <= from || end <= start || steps.length < aligned.steps.length) return { ...aligned, to: aligned.from };
		const inside = (spans: readonly NumeralSpan[], low: number, high: number) =>
			spans.filter(one => low <= one.from && one.to <= high);
		const own = { from, to, start, end, steps };
		return { ...own, steps: withWholeNumerals(own, inside(ours, from, to), inside(theirs, start, end)) };
	}

	/** Whether words are known wordings and hardly anything beside them. */
	private isPlain(words: string): boolean {
		let rest = words;
		for (const one of this.known) rest = rest.replaceAll(one, '');
		return rest.length < fewestBeside;
	}

	/**
	 * How the words go on as recorded beyond an end of a run, after a few others in the same clause: how many others on
	 * each side, and how many are the same again.
	 */
	private beyond(
		query: Uint16Array,
		at: number,
		position: number,
		step: -1 | 1,
		text: string,
		offsets: Uint32Array,
	): { ours: number; theirs: number; same: number } | undefined {
		const { codes } = this.grams;
		let best: { ours: number; theirs: number; same: number } | undefined;
		for (let ours = 0; ours <= longestChange; ours++) {
			for (let theirs = 0; theirs <= longestChange; theirs++) {
				if (ours + theirs === 0) continue;
				let same = 0;
				for (;;) {
					const mine = at + step * (ours + same + 1);
					const other = position + step * (theirs + same + 1);
					if (
						mine < 0 ||
						mine >= query.length ||
						codes[other] === undefined ||
						codes[other] === 0 ||
						query[mine] !== codes[other]
					)
						break;
					if (
						/[，。；：！？\n]/.test(
							text.slice(Math.min(offsets[mine]!, offsets[at]!), Math.max(offsets[mine]!, offsets[at]!)),
						)
					)
						break;
					same++;
				}
				if (
					same >= 2 &&
					same >= Math.max(ours, theirs) &&
					(!best || same - Math.max(ours, theirs) > best.same - Math.max(best.ours, best.theirs))
				)
					best = { ours, theirs, same };
			}
		}
		return best;
	}

	private change(from: number, to: number, low: number, high: number, text: string, offsets: Uint32Array): Change {
		const start = from === to ? offsets[Math.max(0, from - 1)]! + 1 : offsets[from]!;
		const end = from === to ? start : offsets[to - 1]! + 1;
		const written = text.slice(start, end).replaceAll(blank, '');
		const original = low === high ? '' : this.authority.wording(low, high);
		return {
			kind: written === '' ? 'dropped' : original === '' ? 'inserted' : 'replaced',
			start,
			end,
			written,
			original,
		};
	}
}
