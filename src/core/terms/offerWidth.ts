// Offers with full-width or half-width marks, as the draft has them.
import { conventionsOf, inWidth } from '../draft/conventions';
import type { Offer, OfferList } from './completionItems';

/** What is offered, with its marks as wide as the draft's. */
export function inDraftsWidth(list: OfferList, around: (() => string) | undefined): OfferList {
	if (!around || !list.items.some(offer => inWidth(offer.insertText, 'half') !== offer.insertText)) return list;
	if (conventionsOf(around()).width === 'full') return list;
	const half = (offer: Offer): Offer => ({
		...offer,
		insertText: inWidth(offer.insertText, 'half'),
		...(offer.snippet === undefined ? {} : { snippet: inWidth(offer.snippet, 'half') }),
	});
	return { ...list, items: list.items.map(half) };
}
