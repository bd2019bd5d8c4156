// The verdict on words that are a source's own, letter for letter.

import { formOf, markChanges } from './compare/changes';
import { namedBy } from './compare/passageRun';
import type { Query } from './compare/query';
import type { ReferenceTexts } from './compare/referenceTexts';

/** Words of a paragraph, and where the letters of them stand there. */
interface Words {
	readonly text: string;
	readonly query: Query;
	readonly authority: ReferenceTexts;
	readonly place: { readonly start: number; readonly end: number; readonly size: number };
}

/** The same letters, in the script and with the marks of the source or not; a source that is cited first. */
export function sameWords(places: readonly number[], { text, query, authority, place }: Words) {
	const written = text.slice(place.start, place.end);
	const ranked = places
		.flatMap(start => {
			const passage = authority.passageAt(start);
			if (!passage) return [];
			const wording = authority.wording(start, start + place.size);
			const how = formOf(written, wording);
			const cited = query.cited.includes(passage.source) ? 8 : 0;
			const speaker = passage.citation?.speaker ? 1 : 0;
			return [{ passage, wording, how, rank: cited + likeness(how) + speaker }];
		})
		.sort((a, b) => b.rank - a.rank);
	const [best] = ranked;
	if (!best) throw new Error('a quotation found at no place');
	const passages = ranked.map(one => one.passage);
	const data = { ...namedBy(best.passage), wording: best.wording };
	if (best.how === undefined)
		return { code: 'quotation.verbatim', severity: 'hint', ...place, data, passages } as const;
	const changes = markChanges(written, best.wording, place.start);
	return {
		code: 'quotation.form',
		severity: best.how === 'width' ? 'hint' : 'information',
		...place,
		data: { ...data, how: best.how, changes },
		passages,
	} as const;
}

/** The more, the less the form of words differs. */
function likeness(how: ReturnType<typeof formOf>): number {
	if (how === undefined) return 4;
	return how === 'width' ? 2 : 0;
}
