// What completion offers: the shape of an answer, and the order of its items.
import { hasSlots } from '../corpus/slots';
import { fold } from '../text/fold';
import { scriptOf } from '../text/script';

export type OfferKind = 'term' | 'formulation' | 'citation' | 'source';

/** How what is written led to the item; `opening`: by the mark 《 or “ alone. */
export type OfferHow = 'prefix' | 'inner' | 'initials' | 'pinyin' | 'english' | 'fuzzy' | 'opening';

/**
 * One item of a completion list. Offsets are UTF-16 code units into `before`; an end beyond its length reaches into the
 * text behind the cursor.
 */
export interface Offer {
	readonly label: string;
	/** Plain text; slots of a frame stand as `{name}`. */
	readonly insertText: string;
	/** The same with tab stops, for a frame with slots. */
	readonly snippet?: string;
	readonly replace: { readonly start: number; readonly end: number };
	readonly kind: OfferKind;
	/** Id of the record. */
	readonly id: string;
	readonly how: OfferHow;
	/** What was matched where it is not the label: an alias, the English, the pinyin. */
	readonly by?: string;
}

/**
 * An answer: items in order. `written`: what stands before the cursor may be meant as it is (a complete term, a word,
 * all but what breaks off), so an editor must not let Enter take an item unasked. Without it the first item may be
 * preselected.
 */
export interface OfferList {
	readonly items: readonly Offer[];
	readonly written?: { readonly start: number; readonly end: number };
}

/** An item with what its place depends on. */
export interface Ranked {
	readonly offer: Offer;
	/** Code units of `before` that were matched. */
	readonly matched: number;
	/** How often this draft uses it. */
	readonly used: number;
	/** How much the corpus uses it. */
	readonly weight: number;
	/** How likely what is written goes on so, where that can be told. */
	readonly likelihood: number | undefined;
}

const tiers: Record<OfferHow, number> = {
	prefix: 0,
	initials: 1,
	pinyin: 1,
	english: 1,
	opening: 1,
	inner: 2,
	fuzzy: 3,
};

/** Whether all of an item is written, but for a slip. */
function isMended({ offer, matched }: Ranked): boolean {
	return offer.how === 'fuzzy' && offer.insertText.length === matched;
}

/** How much more likely one use in the draft makes an item, as a power of its uses. */
const draftCounts = 0.6;

/** How likely an item is meant, by what the corpus and the documents have, and the more the draft uses it. */
function chanceOf({ likelihood = 0, used }: Ranked): number {
	return likelihood * (1 + used) ** draftCounts;
}

/**
 * Longer match, then prefix before inner part, then what the texts so far make likely, then what this draft and then
 * the corpus use more, then the shorter text.
 */
function compare(a: Ranked, b: Ranked): number {
	const wrong = Number(a.offer.how === 'fuzzy') - Number(b.offer.how === 'fuzzy');
	return (
		wrong ||
		b.matched - a.matched ||
		Number(isMended(b)) - Number(isMended(a)) ||
		tiers[a.offer.how] - tiers[b.offer.how] ||
		Number(a.offer.by !== undefined) - Number(b.offer.by !== undefined) ||
		chanceOf(b) - chanceOf(a) ||
		b.used - a.used ||
		b.weight - a.weight ||
		a.offer.insertText.length - b.offer.insertText.length
	);
}

/**
 * Items in order, each resulting text once: a term rather than a formulation that says no more. Of two items of which
 * one only writes on where the other stops, the term comes first: after `要加快发展新质` the term 新质生产力 is the
 * next stop on the way to every formulation that begins 发展新质生产力….
 */
export function ranked(before: string, all: readonly Ranked[], limit: number): readonly Offer[] {
	const kept: { offer: Offer; line: string }[] = [];
	for (const { offer } of [...all].sort(compare)) {
		const line = fold(before.slice(0, offer.replace.start) + offer.insertText);
		const same = kept.findIndex(k => k.line === line && k.offer.replace.end === offer.replace.end);
		if (same >= 0) {
			if (offer.kind === 'term' && kept[same]?.offer.kind !== 'term') kept[same] = { offer, line };
			continue;
		}
		const later = offer.kind === 'term' ? kept.findIndex(k => k.offer.kind !== 'term' && k.line.startsWith(line)) : -1;
		kept.splice(later >= 0 ? later : kept.length, 0, { offer, line });
	}
	return fewFrames(kept.map(k => k.offer)).slice(0, limit);
}

/** Frames at the top of a list: more of one kind would hide the rest. */
const mostFrames = 2;

/** The same items, with all frames but the first two behind whatever else there is; of nothing but frames those two. */
function fewFrames(offers: readonly Offer[]): readonly Offer[] {
	const frames = offers.filter(({ kind, label }) => kind === 'formulation' && hasSlots(label));
	if (frames.length <= mostFrames) return offers;
	const later = new Set(frames.slice(mostFrames));
	const first = offers.filter(offer => !later.has(offer));
	return first.length === mostFrames ? first : [...first, ...later];
}

/**
 * The place of an offer within quotation marks: a quotation that begins like this is likelier than a phrase, but a term
 * is shorter to take.
 */
function placeInMarks({ kind, how }: Offer): number {
	if (kind === 'term') return 0;
	if (kind === 'formulation') return 2;
	return how === 'inner' ? 3 : 1;
}

/**
 * Terms and formulations together with what may stand between the marks that are open; `only`: whether nothing but an
 * offer can be meant. A list is in one script, and a quotation never changes its own: those of another are left out
 * beside terms; beside titles, which are what 《 asks for, the terms are.
 */
export function together(
	terms: OfferList,
	quoted: readonly Offer[],
	limit: number,
	only: (offer: Offer) => boolean,
): OfferList {
	if (quoted.length === 0) return terms;
	const titles = quoted.some(offer => offer.kind === 'source');
	const [kept, others] = titles ? [quoted, terms.items] : [terms.items, quoted];
	const script = scriptOf(kept.map(offer => offer.insertText).join(''));
	const fitting = others.filter(offer => {
		const other = scriptOf(offer.insertText);
		return script === undefined || other === undefined || other === script;
	});
	const items = [...kept, ...fitting].sort((a, b) => placeInMarks(a) - placeInMarks(b)).slice(0, limit);
	const [first] = items;
	if (!first || first.kind === 'term' || first.kind === 'formulation')
		return { items, ...(terms.written ? { written: terms.written } : {}) };
	if (only(first)) return { items };
	const { start, end } = first.replace;
	// Of nothing but the mark itself the mark is what is written.
	return { items, written: { start: Math.min(start, end - 1), end } };
}
