// Answers which passages of an index fit a query, best first: those that hold the words, then those that nearly do.

import { pagesOf, tableAt } from '../../text/layout/layout';
import { present } from '../../text/values/fields';
import { lowerBound } from '../../text/lowerBound';
import { compareCodeUnits } from '../../text/order';
import { holdsNearly } from '../mostWords';
import { rankSimilar } from '../query';
import { overlaps, Scratch } from '../sharedPairs';
import { finish } from '../steps';
import { unitsOf } from './codeUnits';
import type { IndexFilter, PassageHit, IndexQuery, IndexedSource } from './engine';
import { candidatesIn, countingIn, holdsAll, sourceOf, type Word } from './matching';
import type { StoredSegment } from './segment';
import { exactScore, placeKey, searchPlan, type ExactAsk, type NearAsk } from './searchPlan';
import { readLayout } from './storedLayout';

/** So many texts are read at most to see whether they hold the words: of more candidates the shortest. */
const mostRead = 4096;

/** A passage in its segment. */
interface Place {
	readonly segment: StoredSegment;
	readonly passage: number;
	readonly length: number;
}

let scratch: Scratch | undefined;

/** The passages that fit a query; see {@link IndexQuery}. Answers at once: some milliseconds in a million passages. */
export function findPassages(segments: readonly StoredSegment[], query: IndexQuery): PassageHit[] {
	const plan = searchPlan(query);
	let step = plan.next([]);
	while (!step.done) {
		step = plan.next(
			step.value.map(ask =>
				ask.kind === 'exact' ? exactHits(segments, ask, query) : nearHits(segments, ask, query, query.text),
			),
		);
	}
	return step.value;
}

function exactHits(
	segments: readonly StoredSegment[],
	{ words: texts, limit, wording }: ExactAsk,
	filter: IndexFilter,
): PassageHit[] {
	const words = texts.map((text): Word => ({ text, codes: unitsOf(text) }));
	const found = segments.map(segment => ({
		segment,
		...candidatesIn(segment, words),
		counts: countingIn(segment, filter),
	}));
	const certain = words.every(({ codes }) => codes.length <= 2);
	const hits: Place[] = [];
	let read = 0;
	let last: Place | undefined;
	// The best come first: so few texts are read until there are enough that hold the words. If too many do not, once
	// more for the next.
	for (let many = certain ? limit : limit * 2 + 32; hits.length < limit && read < mostRead; many *= 4) {
		const places = shortest(found, Math.min(many, mostRead), last);
		for (const place of places) {
			if (hits.length === limit) break;
			read++;
			if (certain || holdsAll(place.segment, place.passage, words)) hits.push(place);
		}
		last = places.at(-1);
		if (places.length < Math.min(many, mostRead)) break;
	}
	return hits.map(place => hitOf(place, exactScore(texts, place.length), true, wording));
}

/** Passages of a segment that may hold some words, and which of its passages count. */
interface SegmentCandidates {
	readonly segment: StoredSegment;
	readonly candidates: Uint16Array;
	readonly counts: (passage: number) => boolean;
}

/** The first so many of the candidates in their order, of those behind a given one. */
function shortest(found: readonly SegmentCandidates[], many: number, after: Place | undefined): readonly Place[] {
	const best = new Nearest(many, after);
	let { longest } = best;
	for (const { segment, candidates, counts } of found) {
		const { lengths } = segment;
		for (let at = 0; at < candidates.length; at++) {
			const passage = candidates[at] ?? 0;
			// Most are longer than the longest that is kept; a damaged file may tell of some that have no length.
			const size = lengths[passage] ?? Infinity;
			if (size > longest || !counts(passage)) continue;
			best.add({ segment, passage, length: size });
			longest = best.longest;
		}
	}
	return best.places;
}

function nearHits(
	segments: readonly StoredSegment[],
	{ words, limit, candidates, alone, taken }: NearAsk,
	filter: IndexFilter,
	wording: string,
): PassageHit[] {
	const counting = new Map(segments.map(segment => [segment, countingIn(segment, filter)]));
	const placesOf = (number: number): Place[] => {
		const segment = segments.find(one => number < one.first + one.size);
		return segment ? [{ segment, passage: number - segment.first, length: 0 }] : [];
	};
	const accept = (number: number): boolean => {
		// A damaged file may tell of passages there are not.
		const [place] = placesOf(number);
		if (!place || counting.get(place.segment)?.(place.passage) !== true) return false;
		return taken.size === 0 || !taken.has(placeKey(sourceAt(place)));
	};
	const shared = finish(overlaps(segments, words, candidates, alone, (scratch ??= new Scratch()), accept));
	const ranked = rankSimilar(
		words,
		shared.flatMap(({ text }) =>
			placesOf(text).map(({ segment, passage }) => ({ item: text, text: segment.comparedText(passage) })),
		),
		limit,
	);
	return ranked
		.flatMap(({ item, score }) => placesOf(item).map(place => hitOf(place, score, false, wording)))
		.filter(hit => holdsNearly(hit.text, words));
}

function hitOf(place: Place, score: number, exact: boolean, wording: string): PassageHit {
	const text = place.segment.text(place.passage);
	return { ...sourceAt(place), text, ...placeInDocument(place), score, exact, wording };
}

/** The table and the pages of a passage. The head of a table that begins in another segment is not looked for. */
function placeInDocument({ segment, passage }: Place): Pick<PassageHit, 'table' | 'head' | 'page'> {
	const document = segment.documentAt(passage);
	const layout = readLayout(document.layout);
	if (!layout) return {};
	const paragraph = document.paragraph + passage - document.first;
	const table = tableAt(layout, paragraph);
	const head = table && document.first + table.first - document.paragraph;
	return present({
		table: table?.number,
		head: head === undefined || head >= passage || head < document.first ? undefined : segment.text(head),
		page: pagesOf(layout, paragraph),
	});
}

/** The document of a passage, and which of its paragraphs it is. */
function sourceAt({
	segment,
	passage,
}: Pick<Place, 'segment' | 'passage'>): IndexedSource & { readonly paragraph: number } {
	const document = segment.documentAt(passage);
	return { ...sourceOf(document), paragraph: document.paragraph + passage - document.first };
}

/** The order of passages that hold the same words: the shorter, the later published, then by name and place. */
function compare(a: Place, b: Place): number {
	if (a.length !== b.length) return a.length - b.length;
	const one = a.segment.documentAt(a.passage);
	const other = b.segment.documentAt(b.passage);
	if (one.date !== other.date) return compareCodeUnits(other.date, one.date);
	if (one.name !== other.name) return compareCodeUnits(one.name, other.name);
	return one.paragraph + a.passage - one.first - (other.paragraph + b.passage - other.first);
}

/** Keeps the first so many places in their order, of those behind a given one. */
class Nearest {
	readonly places: Place[] = [];

	constructor(
		private readonly limit: number,
		private readonly after: Place | undefined,
	) {}

	/** A longer passage need not be looked at. */
	get longest(): number {
		return this.places[this.limit - 1]?.length ?? Number.MAX_SAFE_INTEGER;
	}

	add(place: Place): void {
		if (this.after && compare(place, this.after) <= 0) return;
		const worst = this.places[this.limit - 1];
		if (worst && compare(place, worst) >= 0) return;
		const isBefore = (other: Place | undefined) => other !== undefined && compare(other, place) <= 0;
		const rank = lowerBound(0, this.places.length, at => isBefore(this.places[at]));
		this.places.splice(rank, 0, place);
		if (this.places.length > this.limit) this.places.pop();
	}
}
