// One quotation of a draft against the authorities → findings: what it is, from where, and what was changed.

import type { Change, Finding, Severity } from '../draft/finding';
import { blank } from '../draft/mask';
import { compact } from '../text/compact';
import { fold } from '../text/fold';
import { align, type Step } from './compare/align';
import type { Authority, Passage } from './compare/referenceTexts';
import { compare, type Match, type Piece } from './compare/compare';
import { settled } from './compare/presentation';

/** What is compared: a stretch of a text (half-open, UTF-16), and how it is known to be a quotation. */
export interface Candidate {
	readonly start: number;
	readonly end: number;
	readonly manner: 'marked' | 'speech';
	/** A later part of one quotation: what is said of the whole was said at its first. */
	readonly later?: true;
	/** Its end is not written yet, or stands in another paragraph: only what is nearly as a source has it is a quotation, the rest may be the writer's own. */
	readonly open?: true;
	/** Ids of sources that are preferred where the words stand in several: those cited at the quotation. */
	readonly cited: readonly string[];
}

/** What a quotation turned out to be; offsets of the text it was found in. */
export interface Verdict {
	readonly code:
		'quotation.verbatim' | 'quotation.form' | 'quotation.differs' | 'quotation.spliced' | 'quotation.unknown';
	readonly severity: Severity;
	readonly start: number;
	readonly end: number;
	readonly data: Finding['data'];
	/** Every passage where the words stand, the one reported first. */
	readonly passages: readonly Passage[];
	/** Number of letters compared. */
	readonly size: number;
}

/** Fewer letters in marks that stand nowhere are a name or a word, not a quotation. */
const shortestUnknown = 10;
const shortestForm = 8;
/** Of fewer letters that are only reported, others than a source has are a set phrase in other words. */
const shortestReported = 13;
/** Fewer letters of one text beside those of another may be a phrase of both. */
const shortestSaid = 12;
const omission = /…+|⋯+|\.{3,}|。{3,}/g;

/** Judges one quotation; nothing when it is too short or too unlike anything to say something. */
export function judge(text: string, candidate: Candidate, authority: Authority): Verdict | undefined {
	const content = text.slice(candidate.start, candidate.end);
	const { text: letters, offsets } = compact(fold(content));
	if (letters.length < 4) return undefined;
	const query = Uint16Array.from({ length: letters.length }, (_, at) => letters.charCodeAt(at));
	const breaks = [...content.matchAll(omission)]
		.map(found => lettersBefore(offsets, found.index))
		.filter(at => at > 0 && at < letters.length);
	const joints = [...content.matchAll(/[，。；：、！？,;:!?]/g)]
		.map(found => lettersBefore(offsets, found.index))
		.filter(at => at > 0 && at < letters.length);
	const compared = compare(query, breaks, joints, authority);
	const match = compared?.kind === 'differs' ? { ...compared, ...settled(compared, query, authority) } : compared;
	const place = {
		start: candidate.start + offsets[0]!,
		end: candidate.start + offsets[letters.length - 1]! + 1,
		size: letters.length,
	};
	if (!match) {
		if (
			candidate.manner === 'speech' ||
			candidate.open ||
			letters.length < shortestUnknown ||
			!/\p{Script=Han}{2}/u.test(content)
		)
			return undefined;
		return { code: 'quotation.unknown', severity: 'information', ...place, data: {}, passages: [] };
	}
	if (candidate.manner === 'speech' && match.kind !== 'same' && letters.length < shortestReported) return undefined;
	if (
		candidate.open &&
		(match.kind === 'spliced' || (match.kind === 'differs' && match.distance > letters.length * 0.15))
	)
		return undefined;
	const shown = { text, at: candidate.start, offsets };
	switch (match.kind) {
		case 'same': {
			const verdict = { ...place, ...same(shown, match.places, letters.length, candidate, authority) };
			// Of a word in marks nobody asks for the script of its source.
			return verdict.code === 'quotation.form' && letters.length < shortestForm ? undefined : verdict;
		}
		case 'differs': {
			if (
				trivial(match, query, authority) ||
				(candidate.manner === 'speech' && match.distance > Math.max(2, letters.length * 0.2))
			)
				return undefined;
			const passage = authority.passageAt(match.start)!;
			const data = {
				...of(passage),
				wording: authority.wording(match.start, match.end),
				changes: changesOf(shown, match.steps, authority),
				...(breaks.length > 0 ? { elided: true } : {}),
			};
			// A name in marks is like much else: 广播电视到村 is not meant to be 广播电视“村村通”.
			if (letters.length < shortestUnknown && /[，。；：！？“”]/.test(data.wording)) return undefined;
			const severity = match.distance <= letters.length * 0.2 ? 'warning' : 'information';
			return { code: 'quotation.differs', severity, ...place, data, passages: standing(match, authority) };
		}
		case 'spliced': {
			if (candidate.manner === 'speech' && match.how === 'spliced') return undefined;
			const passages = [...new Set(match.pieces.map(piece => authority.passageAt(piece.start)!))];
			const most = longest(match, authority);
			const changes = changesOf(shown, match.steps, authority);
			const wordingOf = (piece: Piece) =>
				authority.wording(piece.start, piece.end ?? piece.start + piece.to - piece.from);
			const wording = match.pieces.map(piece => wordingOf(piece)).join('……');
			const data = {
				...of(most),
				wording,
				how: match.how,
				marked: match.marked,
				sources: [...new Set(passages.map(one => one.source))],
				changes,
				pieces: match.pieces.map(piece => wordingOf(piece)),
				...unbroken(match, letters.length, authority),
			};
			// Who reports in brief leaves out; only marks promise the whole.
			const brief =
				match.marked ||
				(candidate.manner === 'speech' && match.how === 'elided') ||
				// Two phrases in use everywhere may have come together anywhere.
				(match.how === 'spliced' && match.pieces.some(piece => piece.to - piece.from < shortestSaid));
			return {
				code: 'quotation.spliced',
				severity: brief && changes.length === 0 ? 'information' : 'warning',
				...place,
				data,
				passages: [most, ...passages.filter(one => one !== most)],
			};
		}
	}
}

/** The words of the source from the first piece to the last, where they are all of one text and not much more than was quoted. */
function unbroken(
	match: Extract<Match, { kind: 'spliced' }>,
	size: number,
	authority: Authority,
): { readonly original?: string } {
	const low = Math.min(...match.pieces.map(piece => piece.start));
	const high = Math.max(...match.pieces.map(piece => piece.end ?? piece.start + piece.to - piece.from));
	return match.how === 'spliced' || high - low > 2 * size ? {} : { original: authority.wording(low, high) };
}

/** The passages a stretch belongs to, as findings name them. */
function of(passage: Passage): { source: string; paragraph?: number; citation?: string } {
	return {
		source: passage.source,
		...(passage.paragraph === undefined ? {} : { paragraph: passage.paragraph }),
		...(passage.citation ? { citation: passage.citation.id } : {}),
	};
}

interface Shown {
	readonly text: string;
	readonly at: number;
	readonly offsets: Uint32Array;
}

function same(
	shown: Shown,
	places: readonly number[],
	size: number,
	candidate: Candidate,
	authority: Authority,
): Pick<Verdict, 'code' | 'severity' | 'data' | 'passages'> {
	const written = shown.text.slice(shown.at + shown.offsets[0]!, shown.at + shown.offsets[size - 1]! + 1);
	const ranked = places
		.map(start => {
			const passage = authority.passageAt(start)!;
			const wording = authority.wording(start, start + size);
			const how = formOf(written, wording);
			const rank =
				(candidate.cited.includes(passage.source) ? 8 : 0) +
				(how === undefined ? 4 : how === 'width' ? 2 : 0) +
				(passage.citation?.speaker ? 1 : 0);
			return { passage, wording, how, rank };
		})
		.sort((a, b) => b.rank - a.rank);
	const best = ranked[0]!;
	const passages = ranked.map(one => one.passage);
	if (best.how === undefined)
		return {
			code: 'quotation.verbatim',
			severity: 'hint',
			data: { ...of(best.passage), wording: best.wording },
			passages,
		};
	const changes = markChanges(written, best.wording, shown.at + shown.offsets[0]!);
	return {
		code: 'quotation.form',
		severity: best.how === 'width' ? 'hint' : 'information',
		data: { ...of(best.passage), wording: best.wording, how: best.how, changes },
		passages,
	};
}

/** Quotation marks are set by where a quotation stands, spaces by the page: neither is the author's. */
const setByPlace = /[\s\0\u200b\ufeff"'“”„‟‘’‚‛「」『』﹁﹂﹃﹄〝〞〟｢｣]/g;

/** How the same letters are written otherwise: other marks, other script, or only other widths; nothing when they are the same. */
function formOf(written: string, wording: string): 'punctuation' | 'script' | 'width' | undefined {
	const ours = written.replace(setByPlace, '');
	const theirs = wording.replace(setByPlace, '');
	if (ours === theirs) return undefined;
	const [a, b] = [fold(ours), fold(theirs)];
	if (a !== b) return 'punctuation';
	for (let at = 0; at < a.length; at++)
		if (ours[at] !== theirs[at] && /\p{Script=Han}/u.test(ours[at]!)) return 'script';
	return 'width';
}

const codesOf = (text: string) => Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

function markChanges(written: string, wording: string, at: number): Change[] {
	if (written.length > 1500 || wording.length > 1500) return [];
	const { steps } = align(codesOf(written), 0, written.length, codesOf(wording), 0, wording.length, true);
	return steps
		.map(step => changeOf(at + step.from, written.slice(step.from, step.to), wording.slice(step.start, step.end)))
		.filter(one => `${one.written}${one.original}`.replace(setByPlace, '') !== '');
}

/** `stretch`: as it stands in the paragraph, markup blanked out; what is written is the rest of it. */
function changeOf(start: number, stretch: string, original: string): Change {
	const written = stretch.replaceAll(blank, '');
	return {
		kind: written === '' ? 'dropped' : original === '' ? 'inserted' : 'replaced',
		start,
		end: start + stretch.length,
		written,
		original,
	};
}

/** Edits of letters as changes of the text; what was left out stands between two letters. */
function changesOf({ text, at, offsets }: Shown, steps: readonly Step[], authority: Authority): Change[] {
	return steps.map(step => {
		const start =
			step.from === step.to ? (step.from === 0 ? offsets[0]! : offsets[step.from - 1]! + 1) : offsets[step.from]!;
		const end = step.from === step.to ? start : offsets[step.to - 1]! + 1;
		return changeOf(
			at + start,
			text.slice(at + start, at + end),
			step.start === step.end ? '' : authority.wording(step.start, step.end),
		);
	});
}

/** A short phrase that only has another number, year or ordinal is another thing, not a slip. */
function trivial(match: Extract<Match, { kind: 'differs' }>, query: Uint16Array, authority: Authority): boolean {
	if (query.length >= 13) return false;
	const changed = match.steps
		.map(
			step =>
				String.fromCharCode(...query.subarray(step.from, step.to)) +
				authority.grams.letters.slice(step.start, step.end),
		)
		.join('');
	return /^[0-9a-z零一二三四五六七八九十百千万亿两多首次第年月日届]*$/.test(changed);
}

/** The passages where the closest wording stands; the same words may be printed in several. */
function standing(match: Extract<Match, { kind: 'differs' }>, authority: Authority): Passage[] {
	const { codes } = authority.grams;
	const places = authority.grams.exact(codes, match.start, match.end, 64);
	const first = authority.passageAt(match.start)!;
	return [...new Set([first, ...places.map(place => authority.passageAt(place)!)])];
}

function longest(match: Extract<Match, { kind: 'spliced' }>, authority: Authority): Passage {
	const sizes = new Map<number, number>();
	let best: { passage: Passage; size: number } | undefined;
	for (const piece of match.pieces) {
		const passage = authority.passageAt(piece.start)!;
		const size = (sizes.get(passage.group) ?? 0) + piece.to - piece.from;
		sizes.set(passage.group, size);
		if (!best || size > best.size) best = { passage, size };
	}
	return best!.passage;
}

/** How many letters stand before an offset. */
function lettersBefore(offsets: Uint32Array, offset: number): number {
	let low = 0;
	let high = offsets.length - 1;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (offsets[middle]! < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
