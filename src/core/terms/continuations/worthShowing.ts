// Whether a list helps: how likely any row of it is what the writer goes on with. A form that the corpus and the
// person's documents seldom continue so stays silent until more of it is written; where nothing is counted, nothing is
// silenced.

import { fold } from '../../text/fold';
import type { Offer, Ranked } from '../completionItems';
import type { ContinuationModel } from './model';
import { isLatin } from '../place';

/** So much is written that what begins so is shown however seldom it comes. */
const tells = 5;
/** How likely a list must hold what comes, by how many characters are written: of two, and of more. */
const leastLikely = { two: 0.3, more: 0.15 } as const;
/** Of more than two characters: or so many keys a list may be expected to save. */
const leastSaved = 0.15;
/** A part inside a form opens a list only where it mostly stands in that form. */
const leastWithin = 0.5;

/**
 * How likely a text that ends with `typed` goes on with an offer, or means it; nothing for letters and slips, of which
 * nothing is counted.
 */
export function likelihoodOf(offer: Offer, model: ContinuationModel, text: string, typed: string): number | undefined {
	if (offer.how === 'inner') return model.within(fold(offer.insertText), fold(typed));
	if (offer.how !== 'prefix' || isLatin(typed.charCodeAt(0))) return undefined;
	return model.likelihood(fold(text), fold(offer.insertText).slice(typed.length));
}

/** What of the items found is worth showing: all but parts of forms that stand alone as often, or nothing. */
export function worthShowing(found: readonly Ranked[]): readonly Ranked[] {
	const kept = found.filter(({ offer, likelihood = 1 }) => offer.how !== 'inner' || likelihood >= leastWithin);
	const written = kept.reduce((most, { matched }) => Math.max(most, matched), 0);
	if (written >= tells || kept.some(({ likelihood }) => likelihood === undefined)) return kept;
	const { likely, saved } = expected(kept);
	if (written <= 2) return likely >= leastLikely.two ? kept : [];
	return likely >= leastLikely.more || saved >= leastSaved ? kept : [];
}

/**
 * How likely a list holds what comes, and how many keys it may be expected to save. Of items that go on with the same
 * character only the likeliest counts: one is the beginning of the other.
 */
function expected(found: readonly Ranked[]): { readonly likely: number; readonly saved: number } {
	const branches = new Map<string, { likely: number; saved: number }>();
	for (const { offer, matched, likelihood = 0 } of found) {
		const rest = (offer.insertText.split('{')[0] ?? '').length - matched;
		const next = offer.how === 'inner' ? '' : offer.insertText.charAt(matched);
		const branch = branches.get(next) ?? { likely: 0, saved: 0 };
		branch.likely = Math.max(branch.likely, likelihood);
		branch.saved = Math.max(branch.saved, likelihood * (rest - 1));
		branches.set(next, branch);
	}
	let [likely, saved] = [0, 0];
	for (const branch of branches.values()) {
		likely += branch.likely;
		saved += branch.saved;
	}
	return { likely, saved };
}
