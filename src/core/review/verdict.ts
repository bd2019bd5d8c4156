// One quotation of a draft against the authorities → findings: what it is, from where, and what was changed.

import type { Finding } from '../draft/finding';
import type { ReferenceTexts, Passage } from './compare/referenceTexts';
import { changesOf, differing, formOf, markChanges, type Shown } from './compare/changes';
import { compare } from './compare/compare';
import type { Match } from './compare/match';
import { signEnd } from './compare/numerals';
import { queryOf, type Query } from './compare/query';
import { withWholePieces } from './compare/wholePieces';

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
export type Verdict = Extract<Finding, { readonly code: VerdictCode }> & Compared;

type VerdictCode = `quotation.${'verbatim' | 'form' | 'differs' | 'spliced' | 'unknown'}`;

interface Compared {
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

type Differs = Extract<Match, { kind: 'differs' }>;

/** Judges one quotation; nothing when it is too short or too unlike anything to say something. */
export function judge(text: string, candidate: Candidate, authority: ReferenceTexts): Verdict | undefined {
	const query = queryOf(text.slice(candidate.start, candidate.end), candidate.cited);
	const { text: content, offsets, breaks } = query;
	const size = query.codes.length;
	if (size < 4) return undefined;
	const match = compare(query, authority);
	const place = {
		start: candidate.start + offsets[0]!,
		end: candidate.start + offsets[size - 1]! + 1,
		size,
	};
	if (!match) {
		if (
			candidate.manner === 'speech' ||
			candidate.open ||
			size < shortestUnknown ||
			!/\p{Script=Han}{2}/u.test(content)
		)
			return undefined;
		return { code: 'quotation.unknown', severity: 'information', ...place, data: {}, passages: [] };
	}
	if (candidate.manner === 'speech' && match.kind !== 'same' && size < shortestReported) return undefined;
	if (candidate.open && (match.kind === 'spliced' || (match.kind === 'differs' && match.distance > size * 0.15)))
		return undefined;
	const shown = { text, at: candidate.start, offsets };
	switch (match.kind) {
		case 'same': {
			const verdict = same(place, shown, match.places, candidate, authority);
			// Of a word in marks nobody asks for the script of its source.
			return verdict.code === 'quotation.form' && size < shortestForm ? undefined : verdict;
		}
		case 'differs': {
			if (
				(trivial(match, query, authority) && !isCited(match, candidate.cited, authority)) ||
				(candidate.manner === 'speech' && match.distance > Math.max(2, size * 0.2))
			)
				return undefined;
			const passages = standing(match, candidate.cited, authority);
			const told = differing(text, candidate.start, query, match, authority);
			// The rest of a number stands behind the closing mark.
			if (told.changes.every(one => one.written === one.original))
				return same(place, shown, [match.start], candidate, authority);
			const data = {
				...of(passages[0]!),
				wording: told.wording,
				changes: told.changes,
				...(breaks.length > 0 ? { elided: true } : {}),
			};
			// A name in marks is like much else: 广播电视到村 is not meant to be 广播电视“村村通”.
			if (size < shortestUnknown && /[，。；：！？“”]/.test(told.wording) && !/[，；：！？]/.test(content))
				return undefined;
			const severity = match.distance <= size * 0.2 ? 'warning' : 'information';
			return { code: 'quotation.differs', severity, ...place, end: told.end, data, passages };
		}
		case 'spliced': {
			if (candidate.manner === 'speech' && match.how === 'spliced') return undefined;
			const whole = withWholePieces(match, query, authority);
			const passages = [...new Set(whole.pieces.map(piece => authority.passageAt(piece.start)!))];
			const most = longest(whole, authority);
			const changes = changesOf(shown, whole.steps, authority);
			const pieces = whole.pieces.map(
				piece => authority.whole(piece.start, piece.end ?? piece.start + piece.to - piece.from).text,
			);
			const wording = pieces.join('……');
			const data = {
				...of(most),
				wording,
				how: match.how,
				marked: match.marked,
				sources: [...new Set(passages.map(one => one.source))],
				changes,
				pieces,
				...unbroken(whole, size, authority),
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
				end: signEnd(text, place.end),
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
	authority: ReferenceTexts,
): { readonly original?: string } {
	const low = Math.min(...match.pieces.map(piece => piece.start));
	const high = Math.max(...match.pieces.map(piece => piece.end ?? piece.start + piece.to - piece.from));
	return match.how === 'spliced' || high - low > 2 * size ? {} : { original: authority.whole(low, high).text };
}

/** The passages a stretch belongs to, as findings name them. */
function of(passage: Passage): { source: string; paragraph?: number; citation?: string } {
	return {
		source: passage.source,
		...(passage.paragraph === undefined ? {} : { paragraph: passage.paragraph }),
		...(passage.citation ? { citation: passage.citation.id } : {}),
	};
}

function same(
	place: Pick<Verdict, 'start' | 'end' | 'size'>,
	shown: Shown,
	places: readonly number[],
	candidate: Candidate,
	authority: ReferenceTexts,
): Verdict {
	const written = shown.text.slice(place.start, place.end);
	const ranked = places
		.map(start => {
			const passage = authority.passageAt(start)!;
			const wording = authority.wording(start, start + place.size);
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
			...place,
			data: { ...of(best.passage), wording: best.wording },
			passages,
		};
	const changes = markChanges(written, best.wording, place.start);
	return {
		code: 'quotation.form',
		severity: best.how === 'width' ? 'hint' : 'information',
		...place,
		data: { ...of(best.passage), wording: best.wording, how: best.how, changes },
		passages,
	};
}

/** A short phrase that only has another number, year or ordinal is another thing, not a slip. */
function trivial({ steps }: Differs, { codes }: Query, authority: ReferenceTexts): boolean {
	if (codes.length >= 13) return false;
	const changed = steps
		.map(
			step =>
				String.fromCharCode(...codes.subarray(step.from, step.to)) +
				authority.grams.letters.slice(step.start, step.end),
		)
		.join('');
	return /^[0-9a-z零一二三四五六七八九十百千万亿两多首次第年月日届]*$/.test(changed);
}

function isCited({ start, end }: Differs, cited: readonly string[], authority: ReferenceTexts): boolean {
	return cited.some(id => authority.rangesOf(id).some(one => one.start <= start && end <= one.end));
}

/** The passages where the closest wording stands, of a source that is cited first; the same words may be printed in several. */
function standing({ start, end }: Differs, cited: readonly string[], authority: ReferenceTexts): Passage[] {
	const { codes } = authority.grams;
	const places = authority.grams.exact(codes, start, end, 64);
	const all = [...new Set([start, ...places].map(place => authority.passageAt(place)!))];
	return all.sort((a, b) => Number(cited.includes(b.source)) - Number(cited.includes(a.source)));
}

function longest(match: Extract<Match, { kind: 'spliced' }>, authority: ReferenceTexts): Passage {
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
